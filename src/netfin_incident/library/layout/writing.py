"""Writing a playbook: keys in the order of the format, text in blocks, remarks in their places."""

from collections.abc import Iterator, Mapping
from typing import Final

from netfin_incident.library.layout.scalars import WIDTH, columns, in_block, settled, written
from netfin_incident.library.layout.tree import Entry, Laid
from netfin_incident.library.playbook_fields import PLAYBOOK
from netfin_incident.library.shapes import (
    GRADES,
    ByKind,
    BySeverity,
    Keyed,
    Listing,
    Pair,
    Record,
    Shape,
    Value,
    Words,
)
from netfin_incident.library.step_fields import STEP

STEP_ORDER: Final = (
    "id", *STEP.kinds, "name", "when", "role", "by", "quorum", "apart_from", "due", "needs",
    "required", "shared", "rationale", "revisit_after", "into", "audience", "channel", "recipient", "kind", "clock", "for",
    "until", "max", "every", "each", "join", "playbook", "evidence", "escalate", "on_fail", "warning",
    "checks", "body", "template", "command", "sets", "drill", "links", "options",
    "arms", "steps",
)  # fmt: skip
"""The keys of a step: what it is, whose and how soon, how it is done, what is nested in it."""

_SECTIONS: Final = (
    "triggers", "severity", "variables", "roles", "clocks", "resources", "metrics", "phases", "drills",
    "review_template",
)  # fmt: skip
"""Keys of the whole file that an empty line always stands before."""
_STEP: Final = "  "


def write(laid: Laid) -> str:
    """The text of a playbook file."""
    lines = [*laid.head, ""] if laid.head else []
    lines += _mapping(laid.top, PLAYBOOK, "")
    if laid.foot:
        lines += ["", *laid.foot]
    return "\n".join(lines) + "\n"


def _mapping(entry: Entry, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of a mapping, one key after the other."""
    held = entry.value if isinstance(entry.value, dict) else {}
    is_top = shape is PLAYBOOK
    for number, (key, one) in enumerate(_ordered(held, shape)):
        if number and is_top and (one.gap or key in _SECTIONS):
            yield ""
        yield from (f"{indent}{remark}" for remark in one.above)
        inner = _inside(shape, key, entry)
        yield from _after(f"{indent}{written(key)}:", one, inner, indent)


def _listing(entry: Entry, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of a list."""
    inner = _item(shape)
    apart = inner is STEP or _holds_steps(inner)
    for number, one in enumerate(entry.value if isinstance(entry.value, list) else []):
        if number and apart:
            yield ""
        yield from (f"{indent}{remark}" for remark in one.above)
        if isinstance(one.value, dict) and _on_one_line(one, inner, len(indent) + 2) is None:
            yield from _item_mapping(one, inner, indent)
        else:
            yield from _after(f"{indent}-", one, inner, indent)


def _item_mapping(entry: Entry, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of a mapping in a list: its first key beside the dash."""
    lines = list(_mapping(entry, shape, indent + _STEP))
    first = next(number for number, line in enumerate(lines) if not _is_remark(line))
    yield from (line.removeprefix(_STEP) for line in lines[:first])
    started = f"{indent}- {lines[first].removeprefix(indent + _STEP)}"
    if entry.beside:
        started = _remarked(started, entry.beside)
    yield started
    yield from lines[first + 1 :]


def _after(start: str, entry: Entry, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of a value after its key or its dash."""
    if isinstance(entry.value, str) and not _is_bare(entry, shape):
        text = settled(entry.value, shape)
        laid = None
        if _is_running(shape):
            laid = in_block(text, indent + _STEP, columns(start) + 1)
        if laid is not None:
            yield _remarked(f"{start} {laid[0]}", entry.beside)
            yield from laid[1]
            return
        yield _remarked(f"{start} {written(text, quoted=entry.quoted)}", entry.beside)
        return
    line = _on_one_line(entry, shape, columns(start) + 1)
    if line is not None:
        yield _remarked(f"{start} {line}", entry.beside)
        return
    yield _remarked(start, entry.beside)
    lines = _mapping if isinstance(entry.value, dict) else _listing
    yield from lines(entry, shape, indent + _STEP)


def _on_one_line(entry: Entry, shape: Shape, used: int) -> str | None:
    """A short mapping or list in braces or brackets; None where it is written over several lines."""
    line = _in_flow(entry, shape)
    fits = line is not None and used + columns(line) <= WIDTH
    return line if fits else None


def _in_flow(entry: Entry, shape: Shape) -> str | None:
    if isinstance(entry.value, str):
        if _is_bare(entry, shape):
            return "{}"
        text = settled(entry.value, shape)
        is_value = isinstance(shape, Value | BySeverity)
        is_short = is_value and "\n" not in text
        return written(text, quoted=entry.quoted, in_flow=True) if is_short else None
    if not entry.value:
        return "{}" if isinstance(entry.value, dict) else "[]"
    if not entry.flow or isinstance(shape, Words):
        return None
    parts: list[str | None] = []
    if isinstance(entry.value, dict):
        for key, one in _ordered(entry.value, shape):
            inner = _in_flow(one, _inside(shape, key, entry))
            parts.append(inner and f"{written(key, in_flow=True)}: {inner}")
        ends = "{}"
    else:
        parts = [_in_flow(one, _item(shape)) for one in entry.value]
        ends = "[]"
    if None in parts:
        return None
    return f"{ends[0]}{', '.join(part for part in parts if part)}{ends[1]}"


def _ordered(held: Mapping[str, Entry], shape: Shape) -> list[tuple[str, Entry]]:
    order: tuple[str, ...] = ()
    match shape:
        case ByKind():
            order = STEP_ORDER
        case Record():
            order = tuple(shape.fields)
        case Words():
            order = ("zh", "en")
        case BySeverity():
            order = GRADES
    place = {key: number for number, key in enumerate(order)}
    return sorted(held.items(), key=lambda one: place.get(one[0], len(place)))


def _inside(shape: Shape, key: str, entry: Entry) -> Shape:
    """The shape of what is under `key`."""
    match shape:
        case ByKind():
            held = entry.value if isinstance(entry.value, dict) else {}
            kind = next(kind for kind in shape.kinds if kind in held)
            return shape.kinds[kind].fields[key]
        case Record():
            return shape.fields[key]
        case Keyed():
            return shape.item
        case Words() | BySeverity():
            return shape.one
        case _:
            return shape


def _item(shape: Shape) -> Shape:
    match shape:
        case Listing():
            return shape.item
        case Pair():
            return shape.both.item
        case _:
            return shape


def _holds_steps(shape: Shape) -> bool:
    """Whether it is the shape of a phase."""
    return isinstance(shape, Record) and "order" in shape.fields


def _is_bare(entry: Entry, shape: Shape) -> bool:
    """Whether it is a mapping that was left empty."""
    return entry.value == "" and isinstance(shape, Record)


def _is_running(shape: Shape) -> bool:
    """Whether it is text that may be broken into lines."""
    return isinstance(shape, Words | Value)


def _is_remark(line: str) -> bool:
    return line.lstrip().startswith("#")


def _remarked(line: str, remark: str) -> str:
    return f"{line}  {remark}" if remark else line
