"""Values of indicators as JSON lines, from monitoring or from a file: each line read strictly.

A line is one object: `indicator` and `value`, and where known `at`, `source`, `key` and `mode`.  A line
that cannot be read is given back as what is wrong with it, with its number; the others count.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import BinaryIO, Final

from netfin_incident.domain.indicators import Indicator, read_value
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning.commands import Observed
from netfin_incident.errors import NetfinError, Place, UsageError
from netfin_incident.wording.indicators import WRITTEN_LIKE

MOST_LINES: Final = 50_000
"""How many lines are taken at once."""
LONGEST_LINE: Final = 16 * 1024
"""Bytes in one line."""
NEEDED: Final = ("indicator", "value")
FIELDS: Final = (*NEEDED, "at", "source", "key", "mode")


@dataclass(frozen=True, slots=True)
class Reader:
    """What the lines are read by."""

    find: Callable[[str], Indicator]
    """The indicator of an id; raises where there is none."""
    now: datetime
    """When a value was observed that does not say it."""
    zone: str

    def read(self, stream: BinaryIO, file: str) -> Iterator[tuple[int, Observed | NetfinError]]:
        """The number of each line that is not blank, with what it says or what is wrong with it."""
        for number, line in enumerate(_lines(stream), start=1):
            if number > MOST_LINES:
                yield (
                    number,
                    UsageError(
                        "warning-lines-too-many",
                        place=Place(file, number),
                        limit=MOST_LINES,
                        next=number,
                    ),
                )
                return
            if not line.strip():
                continue
            try:
                yield number, self._observed(line)
            except NetfinError as error:
                error.place = Place(file, number)
                yield number, error

    def _observed(self, line: bytes) -> Observed:
        said = _object(line)
        for name in said:
            if name not in FIELDS:
                raise UsageError(
                    "warning-field-unknown", field=name[:40], nearest=nearest(name, FIELDS),
                    fields=FIELDS,
                )  # fmt: skip
        for name in NEEDED:
            if not said.get(name, "").strip():
                raise UsageError("warning-field-missing", field=name)
        indicator = self.find(said["indicator"].strip())
        mode = said.get("mode", Mode.LIVE.value)
        if mode not in tuple(Mode):
            raise UsageError("warning-field-unfit", field="mode", given=mode[:40])
        return Observed(
            indicator, value_of(indicator, said["value"]), self._moment(said.get("at", "")),
            self.zone, said.get("source", ""), said.get("key", ""), Mode(mode),
        )  # fmt: skip

    def _moment(self, given: str) -> datetime:
        if not given:
            return self.now
        try:
            moment = datetime.fromisoformat(given)
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        raise UsageError("warning-field-unfit", field="at", given=given[:40])


def value_of(indicator: Indicator, given: str) -> Decimal:
    """The value that somebody or something reports for an indicator.

    Raises:
        UsageError: it is none of the indicator's unit.
    """
    value = read_value(indicator.unit, indicator.currency, given)
    if value is None:
        wanted = WRITTEN_LIKE[indicator.unit].format(currency=indicator.currency)
        raise UsageError(
            "warning-value-unread", given=given[:40], indicator=indicator.id, wanted=wanted
        )  # fmt: skip
    return value


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long only the beginning, which is too long still."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)


def _object(line: bytes) -> dict[str, str]:
    if len(line) > LONGEST_LINE:
        raise UsageError("warning-line-too-long", limit=LONGEST_LINE)
    try:
        said = json.loads(
            line.decode("utf-8-sig"), parse_float=str, parse_int=str, object_pairs_hook=_once
        )
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise UsageError("warning-line-unread")
    for name, value in said.items():
        if not isinstance(value, str):
            raise UsageError("warning-field-unfit", field=name[:40], given=json.dumps(value)[:40])
    return said


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(pairs)
    return found
