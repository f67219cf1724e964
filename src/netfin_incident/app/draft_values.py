"""Values of a drafted playbook: what people typed, made to fit its fields."""

from collections.abc import Iterator, Sequence
from typing import Final

from netfin_incident.app.draft_steps import slug
from netfin_incident.domain.text import Text, clean, clean_line
from netfin_incident.library.layout import Entry, block, flow, leaf
from netfin_incident.library.layout.scalars import columns

_WIDEST: Final = 60
"""Columns of a title."""
_ROUNDINGS: Final = ((3600, 300), (4 * 3600, 900), (24 * 3600, 3600))
"""Up to so many seconds, round up to so many."""
_DAY: Final = 24 * 3600


def evidence(needs: Sequence[tuple[str, str]]) -> Iterator[Entry]:
    """What must prove a step, by id and kind."""
    taken: set[str] = set()
    for number, (name, kind) in enumerate(needs, 1):
        wanted = slug(name, f"evidence-{number}")
        key = wanted if wanted not in taken else f"{wanted}-{number}"
        taken.add(key)
        yield flow({"id": key, "kind": kind, "required": "true"})


def both(text: Text) -> Entry:
    """A text in the languages in which it is there."""
    if text.en == text.zh:
        return leaf(text.zh)
    return block({"zh": leaf(text.zh), "en": leaf(text.en)})


def title(typed: str) -> str:
    """One line that a small terminal can show."""
    line = clean_line(typed)
    if columns(line) <= _WIDEST:
        return line
    kept = ""
    for character in line:
        if columns(kept + character) > _WIDEST - 1:
            break
        kept += character
    return f"{kept.rstrip()}…"


def remark(text: str) -> str:
    """A comment."""
    return f"# {clean_line(text)}"


def without_braces(text: str) -> str:
    """Words that were sent, so that nothing in them is taken for a placeholder."""
    return clean(text).strip().replace("{", "(").replace("}", ")")


def rounded(seconds: float) -> int:
    """Seconds, rounded up as people set limits."""
    for most, unit in _ROUNDINGS:
        if seconds <= most:
            return max(unit, -int(-seconds // unit) * unit)
    return -int(-seconds // _DAY) * _DAY


def span(seconds: int) -> str:
    """A length of time as a playbook writes it."""
    days, rest = divmod(seconds, _DAY)
    hours, rest = divmod(rest, 3600)
    minutes, left = divmod(rest, 60)
    parts = ((days, "d"), (hours, "h"), (minutes, "m"), (left, "s"))
    return "".join(f"{count}{unit}" for count, unit in parts if count)
