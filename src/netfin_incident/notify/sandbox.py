"""What a drill may reach, and the only place where channels are chosen.

A drill gets sandboxes, everything else gets live channels, and neither takes a page of the other:
an outsider cannot be paged by a drill, and a real page cannot end in a drill's file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar, overload

from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.notify.channel import Channel, Outcome, Page, Reason, Result, refused
from netfin_incident.notify.definitions import ChannelDefinition, Surroundings, make_channel
from netfin_incident.notify.outbox_file import OutboxFile

C_co = TypeVar("C_co", covariant=True, bound=Channel)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in the drill, at the address that may be used in it."""

    person: str
    address: str


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A channel of a drill: participants, and for everybody else a file."""

    outbox: OutboxFile
    participants: frozenset[Participant] = frozenset()
    way: Channel | None = None
    """The real channel to participants, where its definition says that drills may use it."""

    def send(self, page: Page) -> Outcome:
        """Hand the page to a participant, or write it down."""
        if not page.drill:
            return refused(Reason.NOT_A_DRILL)
        if self.way is not None and Participant(page.to, page.address) in self.participants:
            return self.way.send(page)
        written = self.outbox.send(page)
        is_there = written.result is Result.DELIVERED
        return replace(written, reason=Reason.WRITTEN_DOWN) if is_there else written


@dataclass(frozen=True, slots=True)
class Live:
    """A channel for what is real."""

    way: Channel

    def send(self, page: Page) -> Outcome:
        """Try once to hand the page over."""
        return refused(Reason.IS_A_DRILL) if page.drill else self.way.send(page)


@dataclass(frozen=True, slots=True)
class Channels(Generic[C_co]):
    """The channels by name; one that cannot be used does not silence the others."""

    found: Mapping[str, C_co]
    unusable: Mapping[str, DefinitionError]

    def named(self, name: str) -> C_co:
        """The channel called `name`.

        Raises:
            UsageError: there is none.
            DefinitionError: its definition cannot be used.
        """
        if name in self.unusable:
            raise self.unusable[name]
        if name not in self.found:
            known = sorted({*self.found, *self.unusable})
            near = nearest(name, known)
            raise UsageError("channel-unknown", given=name, choices=(near,) if near else known)
        return self.found[name]


@overload
def channels_for(
    mode: Literal[Mode.DRILL],
    definitions: Iterable[ChannelDefinition],
    around: Surroundings,
    sandbox: Sandbox,
) -> Channels[Sandbox]: ...


@overload
def channels_for(
    mode: Literal[Mode.LIVE],
    definitions: Iterable[ChannelDefinition],
    around: Surroundings,
    sandbox: Sandbox | None = None,
) -> Channels[Live]: ...


def channels_for(
    mode: Mode,
    definitions: Iterable[ChannelDefinition],
    around: Surroundings,
    sandbox: Sandbox | None = None,
) -> Channels[Sandbox] | Channels[Live]:
    """The channels that an incident of `mode` may use; a drill's are sandboxes, all of them.

    Args:
        mode: Real or drill.
        definitions: All channels of the firm.
        around: What channels need of their surroundings.
        sandbox: The file and the participants of the drill.
    """
    if mode is Mode.LIVE:
        return _made(definitions, lambda each: Live(make_channel(each, around)))
    if sandbox is None:
        raise TypeError(Mode.DRILL)
    return _made(definitions, lambda each: _sandboxed(each, around, sandbox))


def _sandboxed(definition: ChannelDefinition, around: Surroundings, sandbox: Sandbox) -> Sandbox:
    """A sandbox in the place of one channel; a channel that no drill may use is not even made."""
    way = make_channel(definition, around) if definition.drill else None
    return Sandbox(sandbox.outbox, sandbox.participants, way)


def _made(
    definitions: Iterable[ChannelDefinition], make: Callable[[ChannelDefinition], C_co]
) -> Channels[C_co]:
    found: dict[str, C_co] = {}
    unusable: dict[str, DefinitionError] = {}
    for definition in definitions:
        name = definition.name
        if name in found or name in unusable:
            found.pop(name, None)
            unusable[name] = DefinitionError("channel-twice", place=definition.place, given=name)
            continue
        try:
            found[name] = make(definition)
        except DefinitionError as problem:
            unusable[name] = problem
    return Channels(found, unusable)
