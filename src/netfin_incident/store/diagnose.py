"""Telling what happened to a chain, from the first entry that does not continue it.

An entry is sealed by a hash over its place, the mark of the entry before it, and its content.  So
an entry that was moved still proves where it stood, and one that was forged fits nowhere.  The same
reasoning serves both chains: that of the whole journal and that of one stream.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netfin_incident.store import chain
from netfin_incident.store.findings import Fault, Finding, about
from netfin_incident.store.journal import Row

_FARTHEST: Final = 10_000
"""How far ahead of where it stands an entry's true place is looked for."""


@dataclass(frozen=True, slots=True)
class Chain:
    """One way in which entries are linked."""

    place: Callable[[Row], int]
    link: Callable[[Row], str]
    """The mark of the entry before it, as this entry has it."""
    mark: Callable[[Row], str]
    seal: Callable[[Row, int, str], str]
    """The mark that the entry has at a place, after a link."""


JOURNAL: Final = Chain(
    lambda row: row.seq,
    lambda row: row.previous_anchor,
    lambda row: row.anchor,
    lambda row, place, link: chain.anchor(link, place, row.digest),
)
STREAM: Final = Chain(
    lambda row: row.version,
    lambda row: row.previous,
    lambda row: row.digest,
    lambda row, place, link: chain.digest(link, row._replace(version=place).header),
)


@dataclass(frozen=True, slots=True)
class Good:
    """What was found good before the first entry that is not."""

    marks: Sequence[str]
    """The start of the chain, then the mark of each entry."""
    versions: Mapping[str, int]
    """How many entries of each stream."""
    last: Row | None = None

    @property
    def place(self) -> int:
        """Place of the last good entry."""
        return len(self.marks) - 1


def diagnose(kind: Chain, good: Good, rest: Sequence[Row]) -> Finding:
    """What is wrong with the first of `rest`, which does not continue `good`."""
    row, here, link = rest[0], good.place + 1, good.marks[-1]
    if kind is STREAM and row.stream not in good.versions and kind.link(row) != link:
        return about(Fault.INSERTED, row, detail="1")
    # What belongs here stands further on: something was put in front of it, or moved.
    standing = next((one for one in rest[1:] if _fits(kind, one, here, link)), None)
    if standing is not None:
        return _displaced(kind, good, rest, standing)
    # It was sealed for this place: something in it was changed since.
    if _fits(kind, row, here, link):
        return _content(kind, good, rest)
    # It was sealed for a place that is taken: what was accepted there was slipped in.
    earlier = _earlier_place(kind, row, good.marks)
    if earlier:
        return _inserted_before(kind, row, good, earlier)
    if kind.link(row) == link:
        return _replaced(kind, here, link, rest)
    # It was sealed after another entry than the last good one: entries between them are gone, or
    # the last good one was made anew.
    own = _own_place(kind, row, here)
    if own > here:
        return _removed(good, rest, own - here)
    if own == here and good.last is not None and _continues(kind, row, rest):
        return about(Fault.CHANGED, good.last)
    if not own and kind.place(row) > here:
        return _removed(good, rest, kind.place(row) - here)
    return about(Fault.CHANGED if rest[1:] else Fault.INSERTED, row)


def _fits(kind: Chain, row: Row, place: int, link: str) -> bool:
    try:
        return kind.seal(row, place, link) == kind.mark(row)
    except (TypeError, ValueError, AttributeError):
        # A value of another type than was written, or text that is no text any more.
        return False


def _is_sound(row: Row) -> bool:
    """Whether the entry's header is the one its digest was taken over."""
    return isinstance(row.version, int) and _fits(STREAM, row, row.version, row.previous)


def _content(kind: Chain, good: Good, rest: Sequence[Row]) -> Finding:
    """The entry is where it belongs: something in it is wrong, or its body, or its stream."""
    row, here = rest[0], good.place + 1
    seq = here if kind is JOURNAL else row.seq
    if kind.place(row) != here or kind.link(row) != good.marks[-1] or not _is_sound(row):
        return about(Fault.CHANGED, row, seq)
    if not _fits(JOURNAL, row, row.seq, row.previous_anchor):
        return about(Fault.CHANGED, row, seq)
    skipped = row.version - good.versions.get(row.stream, 0) - 1
    if skipped > 0:
        return about(
            Fault.REMOVED, row._replace(version=row.version - skipped), detail=str(skipped)
        )
    if skipped < 0:
        return about(Fault.INSERTED, row, detail="1")
    if row.body is None or row.salt is None:
        return about(Fault.BODY_MISSING, row)
    if _commitment(row) == row.commitment:
        return about(Fault.CHANGED, row)
    return about(Fault.BODY_CHANGED, row, detail=_owner_of_body(row, rest[1:]))


def _commitment(row: Row) -> str:
    try:
        return chain.commitment(row.salt or "", row.body or "")
    except (TypeError, ValueError, AttributeError):
        return ""


def _owner_of_body(row: Row, rest: Sequence[Row]) -> str:
    committed = _commitment(row)
    return next((str(one.seq) for one in rest if one.commitment == committed), "")


def _displaced(kind: Chain, good: Good, rest: Sequence[Row], standing: Row) -> Finding:
    """Another entry stands where `standing` belongs."""
    row, here = rest[0], good.place + 1
    copied = any(kind.mark(one) == kind.mark(row) for one in rest[1:])
    own = 0 if copied else _own_place(kind, row, here + 1)
    if not own:
        return about(Fault.INSERTED, row, detail=str(rest.index(standing)))
    if kind.place(row) < here:
        return about(Fault.REORDERED, row, own, detail=str(kind.place(row)))
    return about(Fault.REORDERED, standing, here, detail=str(kind.place(standing)))


def _earlier_place(kind: Chain, row: Row, marks: Sequence[str]) -> int:
    """The good place at which the entry would fit as well; 0 where there is none."""
    places = range(1, len(marks))
    return next((place for place in places if _fits(kind, row, place, marks[place - 1])), 0)


def _inserted_before(kind: Chain, row: Row, good: Good, earlier: int) -> Finding:
    if good.marks[earlier] == kind.mark(row):
        return about(Fault.INSERTED, row, detail="1")
    many = str(good.place + 1 - earlier)
    if earlier == good.place and good.last is not None:
        return about(Fault.INSERTED, good.last, detail=many)
    return Finding(Fault.INSERTED, earlier, detail=many)


def _own_place(kind: Chain, row: Row, first: int) -> int:
    """The place that the entry was sealed for, from `first` on; 0 where it was forged."""
    places = itertools.chain([max(kind.place(row), first)], range(first, first + _FARTHEST))
    return next((place for place in places if _fits(kind, row, place, kind.link(row))), 0)


def _continues(kind: Chain, row: Row, rest: Sequence[Row]) -> bool:
    return len(rest) == 1 or kind.link(rest[1]) == kind.mark(row)


def _removed(good: Good, rest: Sequence[Row], many: int) -> Finding:
    seq = good.place + 1
    if many == 1:
        versions = dict(good.versions)
        for row in filter(_is_sound, rest):
            if row.version == versions.get(row.stream, 0) + 2:
                return Finding(Fault.REMOVED, seq, row.stream, row.version - 1, "1")
            versions[row.stream] = row.version
    return Finding(Fault.REMOVED, seq, detail=str(many))


def _replaced(kind: Chain, here: int, link: str, rest: Sequence[Row]) -> Finding:
    """The entry is linked to the one before it, but is not the one that was sealed there."""
    row = rest[0]
    if kind is JOURNAL and _is_sound(row):
        for other in rest[1:]:
            if _fits(kind, row._replace(digest=other.digest), here, link):
                return about(Fault.REORDERED, other, here, detail=str(other.seq))
    return about(Fault.CHANGED, row)
