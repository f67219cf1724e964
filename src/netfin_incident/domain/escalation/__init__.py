"""Escalation 升级: who is called next when nobody has answered, and what each of them is owed.

All of it is computed from values that are given; nothing is read, and no clock is looked at.
"""

from netfin_incident.domain.escalation.choosing import Escalations, PolicyRule
from netfin_incident.domain.escalation.notices import (
    Notice,
    NoticeState,
    Purpose,
    notice_key,
    notices_to,
)
from netfin_incident.domain.escalation.on_call import Called, OnCallNow
from netfin_incident.domain.escalation.policy import (
    ALWAYS,
    MOST_LEVELS,
    MOST_ROUNDS,
    MOST_TARGETS,
    BySeverity,
    EscalationPolicy,
    Level,
    Target,
    TargetKind,
    When,
)
from netfin_incident.domain.escalation.state import Escalation

__all__ = [
    "ALWAYS",
    "MOST_LEVELS",
    "MOST_ROUNDS",
    "MOST_TARGETS",
    "BySeverity",
    "Called",
    "Escalation",
    "EscalationPolicy",
    "Escalations",
    "Level",
    "Notice",
    "NoticeState",
    "OnCallNow",
    "PolicyRule",
    "Purpose",
    "Target",
    "TargetKind",
    "When",
    "notice_key",
    "notices_to",
]
