"""People 人员, how each is reached, the teams they are in, and the roles that are covered."""

from collections.abc import Iterable
from enum import StrEnum

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text


class ContactChannel(StrEnum):
    """The way by which a contact is reached."""

    PHONE = "phone"
    """A number that somebody dials; the program shows it."""
    SMS = "sms"
    GATEWAY = "gateway"
    """A number given to the firm's own message or voice gateway."""
    MAIL = "mail"
    DINGTALK = "dingtalk"
    FEISHU = "feishu"
    WECOM = "wecom"
    WEBHOOK = "webhook"
    APPRISE = "apprise"
    FILE = "file"
    BELL = "bell"


class Kept(StrEnum):
    """Where an address is kept."""

    HERE = "here"
    """In the roster itself; never anything secret."""
    ENV = "env"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Address:
    """An address, or the name of the variable or file that holds it."""

    kept: Kept
    value: str

    def __str__(self) -> str:
        """As it is written in the roster."""
        return self.value if self.kept is Kept.HERE else f"{self.kept}:{self.value}"


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a person."""

    id: str
    channel: ContactChannel
    address: Address | None
    """None for a channel that needs none."""
    priority: int
    """Which is listed first; 1 before 2."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be called."""

    id: str
    name: str
    zone: str
    language: str
    """The tag of the language that notices to them are written in."""
    contacts: tuple[Contact, ...] = ()
    """In the order in which they are listed; all that a program can send to are used at once."""
    teams: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """People who answer for the same things, and the rotations by which they do."""

    id: str
    name: Text
    rotations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleCover:
    """Who fills a role in an emergency, and who stands in."""

    role: str
    by: str
    """Id of a person, a team or a rotation."""
    backup: str = ""
    """As above; empty where nobody stands in."""


def members(team: Team, people: Iterable[Person]) -> tuple[Person, ...]:
    """The people in `team`."""
    return tuple(person for person in people if team.id in person.teams)
