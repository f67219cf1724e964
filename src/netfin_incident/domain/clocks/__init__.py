"""Clocks 时限: duties to report as data, and the one engine that counts all of them.

Everything is computed from values that are given; nothing is read, and no clock is looked at.
"""

from netfin_incident.domain.clocks.calendars import (
    NO_CALENDAR,
    CalendarYear,
    DayCalendar,
    YearStatus,
)
from netfin_incident.domain.clocks.counting import Terms
from netfin_incident.domain.clocks.definition import (
    LATEST,
    SUBMITTED,
    Anchor,
    Clock,
    Instrument,
    Level,
    Limit,
    Repeat,
    Report,
    Roll,
    Start,
    Trigger,
    Unit,
    Unless,
    Use,
    Verification,
    Within,
)
from netfin_incident.domain.clocks.due import Due, Ground, GroundKind, due
from netfin_incident.domain.clocks.facts import (
    AnchorSet,
    AnchorWithdrawn,
    Excuse,
    Excused,
    Fact,
    Reclassified,
    Reinstated,
    Reopened,
    Said,
    Submitted,
)
from netfin_incident.domain.clocks.standing import Moved, Round, Standing, State, standings

__all__ = [
    "LATEST",
    "NO_CALENDAR",
    "SUBMITTED",
    "Anchor",
    "AnchorSet",
    "AnchorWithdrawn",
    "CalendarYear",
    "Clock",
    "DayCalendar",
    "Due",
    "Excuse",
    "Excused",
    "Fact",
    "Ground",
    "GroundKind",
    "Instrument",
    "Level",
    "Limit",
    "Moved",
    "Reclassified",
    "Reinstated",
    "Reopened",
    "Repeat",
    "Report",
    "Roll",
    "Round",
    "Said",
    "Standing",
    "Start",
    "State",
    "Submitted",
    "Terms",
    "Trigger",
    "Unit",
    "Unless",
    "Use",
    "Verification",
    "Within",
    "YearStatus",
    "due",
    "standings",
]
