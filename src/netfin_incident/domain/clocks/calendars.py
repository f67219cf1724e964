"""Working days, year by year: some years are published, some are only known in part.

A year that is not published has the days that the law fixes, and not those that are moved; a due
time that depends on it says so.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.openings import USUAL_WEEK, WorkCalendar
from netfin_incident.domain.text import Text

_ONE_DAY: Final = timedelta(days=1)


class YearStatus(StrEnum):
    """How well the working days of a year are known."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    MISSING = "missing"
    """Nothing is known; the usual week is counted."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of a calendar."""

    year: int
    status: YearStatus
    source: str


@dataclass(frozen=True, slots=True)
class DayCalendar:
    """A calendar of working days."""

    id: str
    name: Text
    days: WorkCalendar
    years: tuple[CalendarYear, ...] = ()

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked, as far as is known."""
        return self.days.is_workday(day)

    def status(self, year: int) -> YearStatus:
        """How well the working days of `year` are known."""
        found = (one.status for one in self.years if one.year == year)
        return next(found, YearStatus.MISSING)

    def next_workday(self, day: date) -> date:
        """The first working day after `day`.

        A calendar has at least one working day in its usual week, so there is one.
        """
        following = day + _ONE_DAY
        while not self.is_workday(following):
            following += _ONE_DAY
        return following


NO_CALENDAR: Final = DayCalendar(
    "weekdays",
    Text("Monday to Friday, no holidays known", "周一至周五，节假日不详"),
    USUAL_WEEK,
)
"""What is counted where a firm has named no calendar."""
