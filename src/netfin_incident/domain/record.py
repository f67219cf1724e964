"""What surrounds an event: who did it, how that is known, when it happened, and its place."""

from datetime import datetime
from typing import ClassVar, Generic, Protocol, TypeVar

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Basis, Known, Precision


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something and when: every command comes with one, every entry keeps it."""

    at: datetime
    """When it was written down; aware UTC."""
    by: str
    """Id of the person at the keyboard."""
    known: Known = Known.OS_USER
    """How the program knows that person."""
    occurred_at: datetime | None = None
    """When it happened, aware UTC, where that was said; otherwise it happened `at`."""
    zone: str = ""
    """IANA name of the zone in which `occurred_at` was given."""
    precision: Precision = Precision.EXACT
    on_behalf_of: str = ""
    """Id of the person for whom `by` acts; that person confirms later."""
    basis: Basis | None = None
    """How that person let `by` act."""
    break_glass: str = ""
    """The reason for doing a two-person act alone (紧急授权); empty where none was needed."""
    uid: int | None = None
    """The operating system's user id behind the keyboard."""

    @property
    def happened(self) -> datetime:
        """When it happened."""
        return self.occurred_at or self.at

    @property
    def person(self) -> str:
        """The person whose act it is."""
        return self.on_behalf_of or self.by


class Event(Protocol):
    """What an entry says: a frozen record with the stable name under which it is stored."""

    KIND: ClassVar[str]


E = TypeVar("E", bound=Event)
E_co = TypeVar("E_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Recorded(Generic[E_co]):
    """An event with its act and its place in the journal."""

    seq: int
    """Place among all entries, from 1."""
    version: int
    """Place in its own stream, from 1; the entry number that people see."""
    act: Act
    event: E_co
