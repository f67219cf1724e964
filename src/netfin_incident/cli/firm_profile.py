"""What the commands know of the firm; a file with a fault in it stops none but its own."""

from datetime import date

from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.domain.firm import Entity
from netfin_incident.domain.zones import local
from netfin_incident.errors import DefinitionError
from netfin_incident.wording.explain import explain


def known_entity(call: Call) -> Entity | None:
    """The firm; None where there is no file, or none that can be used, which is said."""
    try:
        return call.session.entity
    except DefinitionError as error:
        call.output.tell(explain(error, call.language).line)
        return None


def home_zone(call: Call, entity: Entity | None) -> str:
    """The zone in which the firm's days are counted: the one asked for, else its own."""
    return call.session.zone if entity is None else call.zone_or(entity.zone)


def today(call: Call, entity: Entity | None) -> date:
    """The day it is at the firm."""
    return local(now(), home_zone(call, entity)).date()
