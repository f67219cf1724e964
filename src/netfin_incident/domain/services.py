"""Services 业务服务 of the firm: who answers for each, how much it matters, what it stands on."""

from collections.abc import Iterable
from enum import StrEnum

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text


class Criticality(StrEnum):
    """How much a service matters to the firm and its customers."""

    VITAL = "vital"
    IMPORTANT = "important"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Service:
    """One service that customers or other services rely on."""

    id: str
    name: Text
    owner: str
    """Who answers for it (A角): a person id, or the name of a team."""
    deputy: str
    """Who stands in (B角); never the owner."""
    criticality: Criticality
    rto: int | None = None
    """Recovery time objective in seconds; 0 where it may not stop at all."""
    rpo: int | None = None
    """Recovery point objective in seconds; 0 where nothing may be lost."""
    depends_on: tuple[str, ...] = ()
    """Ids of the services that it cannot do without."""
    channels: tuple[str, ...] = ()
    """Where customers meet it."""
    playbooks: tuple[str, ...] = ()
    """Ids of the playbooks written for it."""


def affected_by(service_id: str, services: Iterable[Service]) -> tuple[Service, ...]:
    """The services that cannot do without `service_id`, directly or through others."""
    known = tuple(services)
    failing = {service_id}
    grew = True
    while grew:
        further = {one.id for one in known if failing.intersection(one.depends_on)} - failing
        failing |= further
        grew = bool(further)
    return tuple(one for one in known if one.id in failing and one.id != service_id)
