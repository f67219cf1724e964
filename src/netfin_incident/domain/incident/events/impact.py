"""What was said about the impact."""

from typing import ClassVar

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class ImpactStated:
    """A question of the severity questionnaire was answered, for certain or as an estimate."""

    KIND: ClassVar[str] = "impact-stated"
    question: str
    value: str
    """In the one form in which answers are kept; empty where it is not known any more."""
    estimate: bool = False
