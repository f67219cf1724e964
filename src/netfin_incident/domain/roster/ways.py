"""By what a contact is reached: which kinds of channel carry it, or a person who dials.

The one table that joins the channels of a roster to the kinds of `channels.yaml`.
"""

import re
from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.reached import Ways
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.people import ContactChannel, Person

_FILLING: Final = re.compile(r"[ ()-]")


@dataclass(frozen=True, slots=True)
class Carriage:
    """How contacts of one channel are carried."""

    kinds: tuple[str, ...]
    """Kinds of channel that can; the first is taken without being told to where there is one."""
    own: str = ""
    """The field of such a channel that the address itself is; empty where the address is a
    receiver's, for which a channel has to be set up."""


CARRIED: Final[Mapping[ContactChannel, Carriage]] = {
    ContactChannel.SMS: Carriage(("http", "apprise", "webhook")),
    ContactChannel.GATEWAY: Carriage(("http", "apprise", "webhook")),
    ContactChannel.MAIL: Carriage(("smtp", "http", "apprise", "webhook")),
    ContactChannel.DINGTALK: Carriage(("dingtalk",), "url"),
    ContactChannel.FEISHU: Carriage(("feishu",), "url"),
    ContactChannel.WECOM: Carriage(("wecom",), "url"),
    ContactChannel.WEBHOOK: Carriage(("webhook",), "url"),
    ContactChannel.APPRISE: Carriage(("apprise",), "url"),
    ContactChannel.FILE: Carriage(("file",), "path"),
    ContactChannel.BELL: Carriage(("console",), "path"),
}
"""A channel that is not here is a number that a person dials."""
NEAR_BY: Final = frozenset({ContactChannel.BELL, ContactChannel.FILE})
"""Channels that reach nobody who is elsewhere."""
NUMBERED: Final = frozenset({ContactChannel.SMS, ContactChannel.GATEWAY})
"""Channels whose addresses are telephone numbers for a program."""


def ways(person: Person) -> Ways:
    """How `person` can be reached."""
    sent = tuple(one.id for one in person.contacts if one.channel in CARRIED)
    return Ways(sent, tuple(one.id for one in person.contacts if one.channel not in CARRIED))


def bare_number(number: str) -> str:
    """A telephone number without the signs that only make it readable."""
    return _FILLING.sub("", number)
