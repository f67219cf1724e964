"""Reading a playbook with its comments, which a YAML parser leaves out.

The parser says where each single value starts and ends; whatever begins with `#` between two of
them is a comment.  One on a line of its own belongs to the value that comes next; one at the end of
a line belongs to the value on that line.  Only files that the loader took are read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from netfin_incident.library.layout.tree import Entry, Laid

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT: Final = re.compile(r"(?<!\S)#[^\n]*")
_HEADER: Final = re.compile(r"[|>][^\s#]*[ \t]+(?=#)")
"""A block of text that has a comment beside its sign."""


@dataclass(slots=True)
class _Spot:
    """Where an entry stands; entries in brackets and braces have none of their own."""

    entry: Entry
    start: int
    line: int
    end: int = -1
    """Where it ends; -1 for a mapping or a list over several lines."""
    last_line: int = -1

    def ends_at(self, mark: Any) -> None:
        """Say where it ends."""
        self.end, self.last_line = mark.index, mark.line


@dataclass(slots=True)
class _Remark:
    text: str
    at: int
    line: int
    alone: bool
    """Whether it has its line for itself."""


@dataclass(slots=True)
class _Level:
    """A mapping or a list that has not ended."""

    entry: Entry
    spot: _Spot | None
    key: Any = None
    """The event of the key whose value comes next."""


@dataclass(slots=True)
class _Builder:
    """Takes parser events one by one and grows the tree."""

    top: Entry = field(default_factory=lambda: Entry(""))
    spots: list[_Spot] = field(default_factory=list)
    scalars: list[tuple[int, int]] = field(default_factory=list)
    _levels: list[_Level] = field(default_factory=list)
    _flows: int = 0
    """How many brackets and braces are open."""

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                is_map = isinstance(event, yaml.MappingStartEvent)
                entry = Entry({} if is_map else [], flow=bool(event.flow_style))
                spot = self._put(entry, event)
                self._flows += entry.flow
                self._levels.append(_Level(entry, spot))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                level = self._levels.pop()
                self._flows -= level.entry.flow
                if level.entry.flow and level.spot is not None:
                    level.spot.ends_at(event.end_mark)

    def _scalar(self, event: Any) -> None:
        self.scalars.append((event.start_mark.index, event.end_mark.index))
        level = self._levels[-1] if self._levels else None
        if level is not None and isinstance(level.entry.value, dict) and level.key is None:
            level.key = event
            return
        spot = self._put(Entry(event.value, quoted=event.style in ("'", '"')), event)
        if spot is not None:
            spot.ends_at(event.end_mark)

    def _put(self, entry: Entry, event: Any) -> _Spot | None:
        level = self._levels[-1] if self._levels else None
        starts = event
        if level is None:
            self.top = entry
            return None
        if isinstance(level.entry.value, dict):
            starts, level.key = level.key, None
            level.entry.value[starts.value] = entry
        elif isinstance(level.entry.value, list):
            level.entry.value.append(entry)
        if self._flows:
            return None
        spot = _Spot(entry, starts.start_mark.index, starts.start_mark.line)
        self.spots.append(spot)
        return spot


def read_laid(text: str) -> Laid:
    """The file that `text` is, with its comments.  The loader must have taken it."""
    builder = _Builder()
    for event in yaml.parse(text, Loader=_LOADER):
        builder.take(event)
    lines = text.split("\n")
    laid = Laid(builder.top)
    head: list[_Remark] = []
    foot: list[_Remark] = []
    first = builder.spots[0].start if builder.spots else len(text)
    above: dict[int, int] = {}
    for remark in _remarks(text, builder.scalars):
        spot = _beside(remark, builder.spots) if not remark.alone else None
        if spot is not None and not spot.entry.beside:
            spot.entry.beside = remark.text
            continue
        if remark.at < first:
            head.append(remark)
            continue
        following = spot or _following(remark, builder.spots)
        if following is None:
            foot.append(remark)
        else:
            following.entry.above.append(remark.text)
            above.setdefault(id(following.entry), remark.line)
    for spot in builder.spots:
        line = above.get(id(spot.entry), spot.line)
        spot.entry.gap = line > 0 and not lines[line - 1].strip()
    laid.head, laid.foot = _in_groups(head), _in_groups(foot)
    return laid


def _remarks(text: str, scalars: list[tuple[int, int]]) -> Iterator[_Remark]:
    """Every comment, in order."""
    at = 0
    for start, end in [*scalars, (len(text), len(text))]:
        yield from (_remark(text, found) for found in _COMMENT.finditer(text, at, start))
        header = _HEADER.match(text, start, end)
        if header is not None:
            found = _COMMENT.match(text, header.end())
            if found is not None:
                yield _remark(text, found)
        at = max(at, end)


def _remark(text: str, found: re.Match[str]) -> _Remark:
    start = found.start()
    line_start = text.rfind("\n", 0, start) + 1
    alone = not text[line_start:start].strip()
    return _Remark(found[0].rstrip(), start, text.count("\n", 0, start), alone)


def _beside(remark: _Remark, spots: list[_Spot]) -> _Spot | None:
    """The value on whose line the comment ends; the last one where there are several."""
    for spot in reversed(spots):
        if spot.start < remark.at and remark.line in (spot.line, spot.last_line):
            return spot
    return None


def _following(remark: _Remark, spots: list[_Spot]) -> _Spot | None:
    """The value that the comment stands above, or in whose brackets it stands."""
    for spot in spots:
        if spot.start > remark.at or spot.start < remark.at < spot.end:
            return spot
    return None


def _in_groups(remarks: list[_Remark]) -> list[str]:
    """The texts, with an empty one where lines were left empty between two."""
    found: list[str] = []
    before: _Remark | None = None
    for remark in remarks:
        if before is not None and remark.line > before.line + 1:
            found.append("")
        found.append(remark.text)
        before = remark
    return found
