"""From the definition of a channel, as files have it, to the channel itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

from netfin_incident.domain.nearest import nearest
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.notify.apprise_url import read_apprise_url
from netfin_incident.notify.channel import Channel
from netfin_incident.notify.console import read_console
from netfin_incident.notify.dingtalk import read_dingtalk
from netfin_incident.notify.feishu import read_feishu
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.http_channel import Dialect, HttpChannel
from netfin_incident.notify.http_template import read_http_template
from netfin_incident.notify.outbox_file import read_outbox_file
from netfin_incident.notify.reach import Reach
from netfin_incident.notify.smtp import read_smtp
from netfin_incident.notify.webhook import read_webhook
from netfin_incident.notify.wecom import read_wecom


@dataclass(frozen=True, slots=True)
class ChannelDefinition:
    """One channel as a file describes it."""

    name: str
    kind: str
    fields: Mapping[str, object]
    """Texts, and tables of texts."""
    drill: bool = False
    """Whether drills may use it to reach their participants."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What channels need of the world; read once, where the program is put together."""

    reach: Reach
    clock: Callable[[], datetime]
    environ: Mapping[str, str] = field(repr=False)


class Personal(Channel, Protocol):
    """A channel that knows whether the address of a page alone decides who receives it."""

    @property
    def personal(self) -> bool:
        """False where the page reaches a group, a file or a program."""
        ...


_DIALECTS: Final[Mapping[str, Callable[[Fields], Dialect]]] = {
    "dingtalk": read_dingtalk,
    "feishu": read_feishu,
    "http": read_http_template,
    "webhook": read_webhook,
    "wecom": read_wecom,
}
KINDS: Final = tuple(sorted({*_DIALECTS, "apprise", "console", "file", "smtp"}))
"""What `kind` may be."""


def make_channel(definition: ChannelDefinition, around: Surroundings) -> Channel:
    """The channel that `definition` describes, with its secrets read.

    Raises:
        DefinitionError: the definition cannot be used, or a secret is not there.
    """
    fields = Fields(definition.kind, definition.fields, around.environ, definition.place)
    channel = _read(fields, around)
    fields.done()
    if definition.drill and not channel.personal:
        raise DefinitionError("channel-drill-group", place=definition.place, kind=definition.kind)
    return channel


def _read(fields: Fields, around: Surroundings) -> Personal:
    match fields.kind:
        case "apprise":
            return read_apprise_url(fields, around.reach)
        case "console":
            return read_console(fields)
        case "file":
            return read_outbox_file(fields, around.clock)
        case "smtp":
            return read_smtp(fields, around.reach, around.clock)
        case kind if kind in _DIALECTS:
            return HttpChannel(_DIALECTS[kind](fields), around.reach, around.clock)
        case kind:
            near = nearest(kind, KINDS)
            choices = (near,) if near else KINDS
            raise DefinitionError(
                "channel-kind-unknown", place=fields.place, given=kind, choices=choices
            )
