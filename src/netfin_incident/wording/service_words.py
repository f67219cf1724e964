"""The names of what is said of a service, in English and in Chinese."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.services import Criticality
from netfin_incident.domain.text import Text

_CRITICALITIES: Final[Mapping[Criticality, Text]] = {
    Criticality.VITAL: Text("vital", "核心"),
    Criticality.IMPORTANT: Text("important", "重要"),
    Criticality.NORMAL: Text("normal", "一般"),
}


def criticality_label(criticality: Criticality) -> Text:
    """How much a service matters, in words."""
    return _CRITICALITIES[criticality]
