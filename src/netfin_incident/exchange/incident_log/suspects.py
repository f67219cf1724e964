"""Days that were probably mistyped: a year, a month or a day unlike those around it.

A day is only doubted where one changed part brings it among the others; being far away is no proof.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_CHAIN: Final = timedelta(days=20)
"""Days no farther apart than this belong together."""
_EDGE: Final = timedelta(days=3)
"""How far outside the days of the incident a corrected one may still lie."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A day that is probably another."""

    slug: str
    likely: date


def is_near(written: str, other: str) -> bool:
    """Whether one key struck too often, left out, wrong, or out of turn makes one of the other."""
    if abs(len(written) - len(other)) > 1 or written == other:
        return False
    if len(written) == len(other):
        wrong = [n for n, pair in enumerate(zip(written, other, strict=True)) if pair[0] != pair[1]]
        if len(wrong) == 1:
            return True
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1  # noqa: PLR2004 - a pair
        return (
            swapped and written[wrong[0]] + written[wrong[1]] == other[wrong[1]] + other[wrong[0]]
        )
    longer, shorter = sorted((written, other), key=len, reverse=True)
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))


def are_near(first: int, second: int) -> bool:
    """Whether two numbers are one keystroke apart, written with one digit or two."""
    return is_near(str(first), str(second)) or is_near(f"{first:02d}", f"{second:02d}")


def suspects(
    days: Sequence[date | None],
    ranks: Sequence[int],
    reference: date,
) -> dict[int, Suspect]:
    """The doubtful days, by index.

    `ranks` says which must not lie before which; `reference` is a day that belongs to the incident.
    """
    together = _together([day for day in days if day], reference)
    found: dict[int, Suspect] = {}
    for index, day in enumerate(days):
        suspect = _elsewhere(day, together) if day and day not in together else None
        if suspect:
            found[index] = suspect
    kept = [(i, day) for i, day in enumerate(days) if day and i not in found]
    in_order = sorted(kept, key=lambda each: (ranks[each[0]], each[1]))
    for index, day, before, after in _out_of_order(in_order, reference):
        for other in (before, after):
            if other and _one_keystroke_of_day(day, other):
                found.setdefault(index, Suspect("day-differs", other))
    return found


def _together(days: Iterable[date], reference: date) -> set[date]:
    """The days that hang together with `reference`."""
    ordered = sorted({*days, reference})
    middle = ordered.index(reference)
    low = high = middle
    while low > 0 and ordered[low] - ordered[low - 1] <= _CHAIN:
        low -= 1
    while high < len(ordered) - 1 and ordered[high + 1] - ordered[high] <= _CHAIN:
        high += 1
    return set(ordered[low : high + 1])


def _elsewhere(day: date, together: set[date]) -> Suspect | None:
    """The year or the month that brings `day` back among the others."""
    first, last = min(together), max(together)
    for year in dict.fromkeys(
        (*(other.year for other in sorted(together)), day.year + 1, day.year - 1)
    ):
        moved = _replaced(day, year=year)
        if moved and moved != day and first - _EDGE <= moved <= last + _EDGE:
            return Suspect("year-differs", moved)
    for month in dict.fromkeys(other.month for other in sorted(together)):
        moved = _replaced(day, month=month)
        if moved and moved != day and moved in together:
            return Suspect("month-differs", moved)
    return None


def _replaced(day: date, *, year: int | None = None, month: int | None = None) -> date | None:
    try:
        return date(year or day.year, month or day.month, day.day)
    except ValueError:
        return None


def _out_of_order(
    days: Sequence[tuple[int, date]],
    reference: date,
) -> Iterator[tuple[int, date, date | None, date | None]]:
    """The days that must go for the rest to be in order, each with the days kept around it.

    Days written often, and the day of the incident itself, are kept before others.
    """
    kept = _heaviest_in_order([day for _, day in days], reference)
    in_order = set(kept)
    for place, (index, day) in enumerate(days):
        if place not in in_order:
            at = bisect_right(kept, place)
            before = days[kept[at - 1]][1] if at else None
            after = days[kept[at]][1] if at < len(kept) else None
            yield index, day, before, after


def _heaviest_in_order(days: Sequence[date], reference: date) -> list[int]:
    """The places of the heaviest run of days in which none is before the one ahead of it."""
    weights = Counter(days)
    weights[reference] += 1
    ranks = {day: rank for rank, day in enumerate(sorted(weights), 1)}
    # Heaviest run that ends at or before each rank, in a tree of partial maxima.
    tree = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for place, day in enumerate(days):
        heaviest, rank = (0, -1), ranks[day]
        while rank:
            heaviest, rank = max(heaviest, tree[rank]), rank & (rank - 1)
        before.append(heaviest[1])
        run, rank = (heaviest[0] + weights[day], place), ranks[day]
        while rank < len(tree):
            tree[rank], rank = max(tree[rank], run), rank + (rank & -rank)
    kept: list[int] = []
    place = max(tree)[1] if days else -1
    while place >= 0:
        kept.append(place)
        place = before[place]
    return kept[::-1]


def _one_keystroke_of_day(day: date, other: date) -> bool:
    same_month = (day.year, day.month) == (other.year, other.month)
    return same_month and are_near(day.day, other.day)


def most_common(days: Iterable[date]) -> date | None:
    """The day that is written most often, the first of them where several are."""
    counted = Counter(days)
    return max(counted, key=lambda day: counted[day]) if counted else None
