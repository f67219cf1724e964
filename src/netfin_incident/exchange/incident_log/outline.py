"""The blocks of a log: each item, row or paragraph with what belongs to it, under its section.

Sections are opened by headings, by bold labels (`- **Impact**:`) or, where a log has neither, by
plain labels.  A line that begins with a time starts a block of its own; code, deeper items and
running text belong to the block before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from netfin_incident.domain.text import MAX_LINE
from netfin_incident.exchange.incident_log.lines import Kind, Line
from netfin_incident.exchange.incident_log.opening import Labelled, Opening, labelled, opening
from netfin_incident.exchange.incident_log.words import (
    SECTIONS,
    Part,
    measure_named,
    milestone_named,
    part_named,
    roles_named,
)
from netfin_incident.exchange.incident_log.written import time_at


@dataclass(slots=True)
class Block:
    """One item, row, paragraph or field, with the lines that belong to it."""

    kind: Kind
    part: Part
    section: str
    """The label of the section as written."""
    line: int
    last: int
    indent: int
    text: str
    """The first line, without a label."""
    label: str = ""
    """The label of a field, as written; empty for others."""
    opens: Opening | None = None
    more: list[Line] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """All lines, without the mark and the label of the first."""
        return "\n".join((self.text, *(line.text for line in self.more))).strip("\n")

    @property
    def is_timed(self) -> bool:
        """Whether it begins with a time of day."""
        return self.opens is not None and self.opens.has_clock


class _Style(Enum):
    NONE = auto()
    PLAIN = auto()
    BOLD = auto()
    HEADING = auto()


_BARE: Final = frozenset({Part.PREAMBLE, Part.KEY_EVENTS, Part.CONTEXT})
_BARE_IN_LISTS: Final = frozenset({Part.OTHER, Part.RESOLUTION})
_META: Final = re.compile(
    r"""["']?(?P<label>[^\W\d][\w .-]{0,60}?)["']?\s*(?::(?=\s|$)|=)\s*(?P<rest>.*)""",
)
_AFTER_MOMENT: Final = 24
"""A label is that of a field, not of a section, when little more than a time follows it."""


class Outline:
    """Reads lines into blocks."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Read `lines`; the result is in `title` and `blocks`."""
        self.title = ""
        self.title_line = 0
        self.blocks: list[Block] = []
        self._part = Part.PREAMBLE
        self._section = ""
        self._style = _Style.NONE
        self._indent = 0
        self._timeline_level = 0
        self._open: Block | None = None
        self._gap = False
        for line in lines:
            self._feed(line)
        if not self.title:
            self._title_from_text()

    def _title_from_text(self) -> None:
        """Where no heading stands, a short first paragraph is the title."""
        first = next((block for block in self.blocks if block.kind is not Kind.META), None)
        is_plain = first and first.kind is Kind.TEXT and not first.label and not first.is_timed
        if first and is_plain and first.part is Part.PREAMBLE and len(first.text) <= MAX_LINE:
            self.title, self.title_line = first.text, first.line

    def _feed(self, line: Line) -> None:
        match line.kind:
            case Kind.BLANK:
                self._gap = True
                return
            case Kind.META:
                self._meta(line)
            case Kind.HEADING:
                self._heading(line)
            case Kind.CODE:
                self._code(line)
            case Kind.ITEM | Kind.ROW | Kind.HEADER | Kind.TEXT:
                self._content(line)
        self._gap = False

    def _meta(self, line: Line) -> None:
        found = _META.fullmatch(line.text)
        label, rest = (found["label"], found["rest"].strip("\"' ")) if found else ("", line.text)
        if part_named(label) is Part.TITLE and not self.title:
            self.title, self.title_line = rest, line.number
        self._add(line, rest, label=label)
        self._open = None

    def _heading(self, line: Line) -> None:
        self._open = None
        first = all(block.kind is Kind.META for block in self.blocks) and not self._section
        if first and (line.level == 1 or not self.title):
            self.title, self.title_line = line.text, line.number
            self._section = line.text
            return
        opens = opening(line.text)
        inside = 0 < self._timeline_level < line.level
        if opens and (opens.has_clock or inside or not opens.rest):
            self._add(line, line.text, opens=opens)
            self._open = self._open if opens.has_clock else None
            return
        if inside and part_named(line.text) is not Part.KEY_EVENTS:
            self._add(line, line.text)
            self._open = None
            return
        part = part_named(line.text) or Part.OTHER
        self._enter(part if part in SECTIONS else Part.OTHER, line.text, _Style.HEADING, -1)
        self._timeline_level = line.level if part is Part.CONTEXT else 0
        self._add(line, "", label=line.text)
        self._open = None

    def _code(self, line: Line) -> None:
        if self._open is None or (self._open.label and self._open.text):
            self._add(line, line.text)
        else:
            self._continue(self._open, line)

    def _content(self, line: Line) -> None:
        is_row = line.kind in {Kind.ROW, Kind.HEADER}
        opens = opening(line.text)
        label = None if opens else labelled(line.text, is_row=is_row)
        if label and self._takes_label(line, label):
            return
        if opens and not self._may_open(line, opens):
            opens = None
        if self._open and self._belongs(line, self._open, opens):
            self._continue(self._open, line)
        else:
            self._add(line, line.text, opens=opens)

    def _takes_label(self, line: Line, label: Labelled) -> bool:
        part = part_named(label.label)
        if _is_field(label, part):
            self._add(line, label.rest, label=label.label)
            return True
        if part is None and not self._is_sibling(line, label):
            return False
        if part is not None and not self._may_enter(line, label):
            return False
        style = _Style.BOLD if label.bold else _Style.PLAIN
        self._enter(part or Part.OTHER, label.label, style, line.indent)
        self._open = None
        self._add(line, label.rest, opens=opening(label.rest))
        if not label.rest:
            self._open = None
        return True

    def _may_enter(self, line: Line, label: Labelled) -> bool:
        """Whether a label of a known section opens that section here."""
        match self._style:
            case _Style.NONE:
                return label.marked and not line.indent
            case _Style.HEADING:
                return label.bold and label.marked and not line.indent
            case _Style.BOLD:
                return label.bold and line.indent <= self._indent
            case _Style.PLAIN:
                return label.marked and line.indent <= self._indent

    def _is_sibling(self, line: Line, label: Labelled) -> bool:
        """Whether an unknown label stands where the labels of sections stand."""
        alike = self._style is _Style.BOLD and label.bold
        return alike and label.marked and line.indent <= self._indent

    def _enter(self, part: Part, section: str, style: _Style, indent: int) -> None:
        self._part, self._section, self._style, self._indent = part, section, style, indent

    def _may_open(self, line: Line, opens: Opening) -> bool:
        """Whether the time at the start of a line may start an entry here."""
        if opens.time.day is not None:
            return True
        if self._part in _BARE:
            continues = line.kind is Kind.TEXT and not self._gap and self._open is not None
            return not (continues and self._open and self._open.kind is Kind.ITEM)
        return self._part in _BARE_IN_LISTS and line.kind is not Kind.TEXT

    def _belongs(self, line: Line, block: Block, opens: Opening | None) -> bool:
        """Whether `line` continues `block`."""
        if line.kind in {Kind.ROW, Kind.HEADER}:
            return False
        if block.label:
            return not block.text and not block.more
        if opens and (opens.has_clock or self._part is Part.CONTEXT):
            return False
        if self._part is Part.KEY_EVENTS:
            return False
        if block.kind is Kind.HEADING:
            return True
        if line.kind is Kind.ITEM:
            deeper = line.indent > block.indent
            return deeper if block.kind is Kind.ITEM else not self._gap and block.is_timed
        return not self._gap or (line.indent > block.indent and block.kind is Kind.ITEM)

    def _continue(self, block: Block, line: Line) -> None:
        block.more.append(line)
        block.last = line.number

    def _add(self, line: Line, text: str, *, label: str = "", opens: Opening | None = None) -> None:
        self._open = Block(
            line.kind, self._part, self._section, line.number, line.number, line.indent, text,
            label, opens,
        )  # fmt: skip
        self.blocks.append(self._open)


def _is_field(label: Labelled, part: Part | None) -> bool:
    """Whether a label names a single value: a time, a duration, a role, a status."""
    time = time_at(label.rest.lstrip("*_` ("))
    alone = bool(time) and len(label.rest) - (time.end if time else 0) <= _AFTER_MOMENT
    if time and alone and milestone_named(label.label):
        return True
    if part in SECTIONS:
        return False
    if part is not None or measure_named(label.label):
        return True
    return bool(label.rest) and bool(milestone_named(label.label) or roles_named(label.label))
