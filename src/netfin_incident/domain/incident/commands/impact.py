"""Asking to record what is known of the impact."""

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True)
class StateImpact:
    """Answer a question of the severity questionnaire, as typed; empty takes the answer back."""

    question: str
    value: str
    estimate: bool = False
