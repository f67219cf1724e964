"""By what one person can be reached, as far as a rule has to know."""

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Ways:
    """How one person can be reached, by the ids of the contacts."""

    contacts: tuple[str, ...] = ()
    """Those to which a page is sent, in the order in which they are tried."""
    dial: tuple[str, ...] = ()
    """Numbers that only a person can dial."""
