"""Reading calendars of working days, year by year, each year with its source.

The format is `netfin-calendar/1`, described in `docs/clocks.md`.
"""

from pathlib import Path

from netfin_incident.domain.clocks import CalendarYear, DayCalendar, YearStatus
from netfin_incident.domain.roster.openings import USUAL_WEEK, WorkCalendar
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.clock_fields import CALENDAR_FILE, CALENDAR_SCHEMA
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.source import Source, read_source


def load_calendar(path: Path) -> DayCalendar:
    """The calendar in the file at `path`.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    calendar, reading = read_calendar(read_source(path))
    reading.require_sound()
    if path.stem != calendar.id:
        place = Place(str(path))
        raise DefinitionError("calendar-misnamed", place=place, expected=f"{calendar.id}.yaml")
    return calendar


def read_calendar(source: Source) -> tuple[DayCalendar, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, CALENDAR_SCHEMA, CALENDAR_FILE)
    given = reading.root
    years: dict[str, Given] = given.get("years", {})
    for year, one in years.items():
        _check_year(year, one, reading)
    days = WorkCalendar(
        given.get("id", ""),
        given.get("week", USUAL_WEEK.weekdays),
        frozenset(day for one in years.values() for day in one.get("holidays", ())),
        frozenset(day for one in years.values() for day in one.get("workdays", ())),
    )
    made = tuple(
        CalendarYear(int(year), YearStatus(one["status"]), one.get("source", ""))
        for year, one in years.items()
        if year.isdecimal() and "status" in one
    )
    return DayCalendar(days.id, given.get("name", Text("", "")), days, made), reading


def _check_year(year: str, given: Given, reading: Reading) -> None:
    holidays = given.get("holidays", ())
    for key in ("holidays", "workdays"):
        for day in given.get(key, ()):
            if year.isdecimal() and day.year != int(year):
                place = reading.word_place(given, key, day.isoformat())
                reading.refuse("calendar-day-elsewhere", place, day=day.isoformat(), year=year)
    for day in given.get("workdays", ()):
        if day in holidays:
            place = reading.word_place(given, "workdays", day.isoformat())
            reading.refuse("calendar-day-both", place, day=day.isoformat())
