"""The roster 值班表: people, how they are reached, and who is on call when.

All of it is computed from values that are given; nothing is read, and no clock is looked at.
"""

from netfin_incident.domain.days import Days
from netfin_incident.domain.roster.balance import Load, balance, joined
from netfin_incident.domain.roster.changes import (
    NO_CHANGES,
    Changes,
    Override,
    Past,
    Stint,
    Swap,
    Temporary,
)
from netfin_incident.domain.roster.duty import (
    DAYS_AHEAD,
    Duty,
    OnCall,
    Spell,
    Stretch,
    Why,
    by_person,
    gaps,
    on_call,
    spell,
    timeline,
)
from netfin_incident.domain.roster.openings import USUAL_WEEK, Opening, WorkCalendar
from netfin_incident.domain.roster.people import (
    Address,
    Contact,
    ContactChannel,
    Kept,
    Person,
    RoleCover,
    Team,
    members,
)
from netfin_incident.domain.roster.rotation import (
    FixedList,
    FixedShift,
    Layer,
    Roster,
    Rotation,
    Turns,
    Unit,
)
from netfin_incident.domain.roster.shifts import Shift, shifts

__all__ = [
    "DAYS_AHEAD",
    "NO_CHANGES",
    "USUAL_WEEK",
    "Address",
    "Changes",
    "Contact",
    "ContactChannel",
    "Days",
    "Duty",
    "FixedList",
    "FixedShift",
    "Kept",
    "Layer",
    "Load",
    "OnCall",
    "Opening",
    "Override",
    "Past",
    "Person",
    "RoleCover",
    "Roster",
    "Rotation",
    "Shift",
    "Spell",
    "Stint",
    "Stretch",
    "Swap",
    "Team",
    "Temporary",
    "Turns",
    "Unit",
    "Why",
    "WorkCalendar",
    "balance",
    "by_person",
    "gaps",
    "joined",
    "members",
    "on_call",
    "shifts",
    "spell",
    "timeline",
]
