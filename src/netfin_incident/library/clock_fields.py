"""The fields of a clock's file and of a calendar's: what may stand where in them."""

import re
from typing import Final

from netfin_incident.domain.clocks import (
    LATEST,
    SUBMITTED,
    Anchor,
    Level,
    Start,
    Unit,
    Use,
    Within,
    YearStatus,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.library.choices import choices
from netfin_incident.library.reading import Key, Reading
from netfin_incident.library.roster_values import WEEKDAYS, ZONE
from netfin_incident.library.shapes import Keyed, Listing, Record, Value
from netfin_incident.library.usual_shapes import (
    CLOCK,
    DAY,
    FLAG,
    ID,
    IDS,
    LINE,
    LONG_TEXT,
    SENTENCE,
    SPAN,
    TEXT,
    VARIABLE,
    WORD,
    choice,
    whole_number,
)
from netfin_incident.library.values import Unfit, line, sentence
from netfin_incident.library.yaml_reader import Holder, YamlMap

CLOCK_SCHEMA: Final = "netfin-clock/1"
CALENDAR_SCHEMA: Final = "netfin-calendar/1"

_MOST: Final = 9_999
_SUBMISSION: Final = re.compile(rf"{SUBMITTED}([A-Za-z0-9][A-Za-z0-9_-]{{0,63}})({LATEST})?")
_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_YEAR: Final = re.compile(r"2[01][0-9]{2}")
_WITHOUT_NUMBER: Final = (Unit.IMMEDIATE, Unit.UNSEEN, Unit.VOLUNTARY)


def start(text: str) -> Start:
    """What a limit is counted from: `aware`, `submitted:initial`."""
    given = line(text)
    submission = _SUBMISSION.fullmatch(given)
    if submission is not None:
        return Start(report=submission[1], latest=submission[2] is not None)
    return Start(_anchor(given))


def _anchor(text: str) -> Anchor:
    given = line(text)
    if given not in set(Anchor):
        known = (*map(str, Anchor), f"{SUBMITTED}REPORT")
        raise Unfit("clock-start-unknown", given=given, choices=choices(given, known))
    return Anchor(given)


def _time_of_day(text: str) -> int:
    given = line(text)
    match = _TIME.fullmatch(given)
    if match is None:
        raise Unfit("clock-time-of-day", given=given)
    return int(match[1]) * 60 + int(match[2])


def _year(text: str) -> str:
    given = line(text)
    if not _YEAR.fullmatch(given):
        raise Unfit("calendar-year", given=given)
    return given


class _Length:
    """One unit with its number; or, where that is allowed, a word for no number."""

    def __init__(self, *units: Unit, words: tuple[Unit, ...] = ()) -> None:
        self._units = Record({unit.value: whole_number(_MOST) for unit in units})
        self._word = choice(*words) if words else None

    def read(self, reading: Reading, holder: Holder, key: Key) -> Within | None:
        """The length, or None."""
        node = holder[key]
        if self._word is not None and not isinstance(node, YamlMap):
            word = self._word.read(reading, holder, key)
            return None if word is None else Within(Unit(word))
        given = self._units.read(reading, holder, key)
        if given is None:
            return None
        if len(given.source) != 1:
            reading.refuse("clock-within", reading.place(holder, key), units=len(given.source))
            return None
        return next((Within(Unit(name), count) for name, count in given.items()), None)


_ELAPSED: Final = _Length(Unit.MINUTES, Unit.HOURS)
_WITHIN: Final = _Length(
    Unit.MINUTES,
    Unit.HOURS,
    Unit.CALENDAR_DAYS,
    Unit.BUSINESS_DAYS,
    Unit.MONTHS,
    words=_WITHOUT_NUMBER,
)
_START: Final = Value(start)
_ANCHOR: Final = Value(_anchor, words=tuple(map(str, Anchor)))
_QUOTE: Final = Value(sentence)
_UNLESS: Final = Record(
    {"anchor": _ANCHOR, "after": _ANCHOR, "by": _ELAPSED}, needed=("anchor", "after", "by")
)
_LIMIT: Final = Record(
    {"from": _START, "within": _WITHIN, "end_of_day": FLAG, "unless": _UNLESS},
    needed=("from", "within"),
)
_REPORT: Final = Record(
    {
        "id": ID,
        "name": TEXT,
        "to": TEXT,
        "article": LINE,
        "quote": _QUOTE,
        "limits": Listing(_LIMIT, fewest=1),
        "roll": Record({"until": Value(_time_of_day), "unless_entity": IDS}, needed=("until",)),
        "again_on": Listing(_ANCHOR, fewest=1),
        "repeat": Record({"every": _ELAPSED, "until": _ANCHOR}, needed=("every", "until")),
        "internal_target": SPAN,
        "condition": SENTENCE,
        "content": Listing(WORD),
    },
    needed=("id", "name", "limits"),
)
CLOCK_FILE: Final = Record(
    {
        "schema": choice(CLOCK_SCHEMA),
        "id": CLOCK,
        "version": whole_number(_MOST),
        "name": TEXT,
        "jurisdiction": WORD,
        "authority": TEXT,
        "state": choice(*Use),
        "instrument": Record(
            {
                "title": LINE,
                "article": LINE,
                "url": LINE,
                "effective_from": DAY,
                "effective_to": DAY,
            },
            needed=("title",),
        ),
        "verification": Record(
            {"level": choice(*Level), "checked_on": DAY, "review_by": DAY, "quote": _QUOTE},
            needed=("level",),
        ),
        "regimes": IDS,
        "trigger": Record(
            {"severity_at_least": choice(*Severity.__members__), "classification": CLOCK, "fact": VARIABLE}
        ),
        "zone": ZONE,
        "calendar": CLOCK,
        "replaces": CLOCK,
        "note": LONG_TEXT,
        "late": SENTENCE,
        "reports": Listing(_REPORT, fewest=1, unique=True),
    },
    needed=(
        "schema", "id", "version", "name", "jurisdiction", "authority", "state", "instrument",
        "reports",
    ),
)  # fmt: skip
CALENDAR_FILE: Final = Record(
    {
        "schema": choice(CALENDAR_SCHEMA),
        "id": CLOCK,
        "name": TEXT,
        "week": WEEKDAYS,
        "years": Keyed(
            Value(_year),
            Record(
                {
                    "status": choice(YearStatus.PUBLISHED, YearStatus.PROVISIONAL),
                    "source": LINE,
                    "holidays": Listing(DAY),
                    "workdays": Listing(DAY),
                },
                needed=("status", "source", "holidays"),
            ),
        ),
    },
    needed=("schema", "id", "name", "years"),
)
