"""Reading `channels.yaml`: the channels by which pages leave the house, and what they may reach.

The format is `netfin-channels/1`, described in `docs/channels.md`.  What a channel of some kind may
have is known where it is made; here its fields are kept as they stand, with their places.  A file
that somebody else could have changed is refused: it decides who is told.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from netfin_incident.domain.roster import ContactChannel
from netfin_incident.domain.roster.ways import CARRIED
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Key, Reading
from netfin_incident.library.shapes import Keyed, Listing, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.trust import is_foreign, is_open
from netfin_incident.library.usual_shapes import FLAG, ID, IDS, LINE, WORD, choice
from netfin_incident.library.yaml_reader import Holder, Tree, YamlMap

SCHEMA: Final = "netfin-channels/1"

_SET_UP: Final = tuple(channel for channel, carriage in CARRIED.items() if not carriage.own)
"""Channels of the roster that need one of the file to carry them."""

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"


class _Channel:
    """A mapping of which only what all kinds have is read."""

    _head: Final = Record({"kind": WORD, "drill": FLAG}).fields

    def read(self, reading: Reading, holder: Holder, key: Key) -> Given | None:
        """Kind and drill, or None where there is no mapping."""
        node = holder[key]
        if not isinstance(node, YamlMap):
            reading.refuse("field-not-mapping", reading.place(holder, key), field=str(key))
            return None
        if "kind" not in node:
            reading.refuse("field-missing", reading.place(holder, key), field="kind")
        given = Given(node)
        for name, shape in self._head.items():
            value = shape.read(reading, node, name) if name in node else None
            if value is not None:
                given[name] = value
        return given


_FILE: Final = Record(
    {
        "schema": choice(SCHEMA),
        "channels": Keyed(ID, _Channel()),
        "ways": Record(dict.fromkeys(map(str, _SET_UP), ID)),
        "allow": Listing(LINE),
        "authorities": LINE,
        "drill": Record({"participants": IDS}),
    },
    needed=("schema",),
)


@dataclass(frozen=True, slots=True)
class NamedChannel:
    """One channel as the file has it."""

    name: str
    kind: str
    fields: Mapping[str, Raw] = field(repr=False)
    """All but its kind and whether drills may use it; texts, and tables of texts."""
    drill: bool
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where the value of each field stands."""


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """All that the file says."""

    channels: tuple[NamedChannel, ...] = ()
    ways: Mapping[ContactChannel, str] = field(default_factory=dict)
    """Channel of a contact → name of the channel that carries it."""
    allowed: tuple[tuple[str, Place], ...] = ()
    """Hosts, addresses and networks that are reached though they are not public."""
    authorities: Path | None = None
    """Certificates of the firm's own authorities."""
    authorities_at: Place | None = None
    participants: Mapping[str, Place] = field(default_factory=dict)
    """People whom drills may really reach."""

    def channel(self, name: str) -> NamedChannel | None:
        """The channel called `name`."""
        return next((one for one in self.channels if one.name == name), None)


NO_CHANNELS: Final = ChannelSettings()


def load_channels(path: Path) -> ChannelSettings:
    """What the file at `path` says; nothing where there is no file.

    Raises:
        DefinitionError: it cannot be trusted or used; of several errors, the first.
    """
    if not os.path.lexists(path):
        return NO_CHANNELS
    settings, reading = read_channels(_source(path))
    reading.require_sound()
    return settings


def check_channels_file(path: Path) -> tuple[ChannelSettings, tuple[DefinitionError, ...]]:
    """What the file at `path` says as far as it can be read, and everything wrong with it."""
    if not os.path.lexists(path):
        return NO_CHANNELS, ()
    try:
        settings, reading = read_channels(_source(path))
    except DefinitionError as error:
        return NO_CHANNELS, (error,)
    return settings, reading.findings()


def read_channels(source: Source) -> tuple[ChannelSettings, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    root = reading.root
    channels = tuple(_channels(reading, root))
    drill: Given = root.get("drill", Given(YamlMap()))
    authorities = root.get("authorities")
    settings = ChannelSettings(
        channels,
        _ways(reading, root, channels),
        tuple((one, reading.word_place(root, "allow", one)) for one in root.get("allow", ())),
        Path(source.file).parent / authorities if authorities else None,
        reading.place(root.source, "authorities") if authorities else None,
        {
            person: reading.word_place(drill, "participants", person)
            for person in drill.get("participants", ())
        },
    )
    return settings, reading


def _channels(reading: Reading, root: Given) -> Iterator[NamedChannel]:
    listed: Given = root.get("channels", Given(YamlMap()))
    for name, given in listed.items():
        if "kind" not in given:
            continue
        node: YamlMap = given.source
        rest = [key for key in node if key not in {"kind", "drill"}]
        yield NamedChannel(
            name,
            given["kind"],
            {key: _raw(node[key]) for key in rest},
            given.get("drill", False),
            reading.key_place(listed.source, name),
            {key: reading.place(node, key) for key in node},
        )


def _raw(node: Tree) -> Raw:
    if isinstance(node, YamlMap):
        return {key: _raw(value) for key, value in node.items()}
    return node if isinstance(node, str) else [_raw(value) for value in node]


def _ways(
    reading: Reading, root: Given, channels: tuple[NamedChannel, ...]
) -> Mapping[ContactChannel, str]:
    """Which channel carries what: the one that is named, else the only one of the usual kind."""
    named: Given = root.get("ways", Given(YamlMap()))
    kinds = {one.name: one.kind for one in channels}
    found: dict[ContactChannel, str] = {}
    for channel in _SET_UP:
        fitting = CARRIED[channel].kinds
        name = named.get(channel.value)
        usual = [one for one, kind in kinds.items() if kind == fitting[0]]
        if name is None:
            if len(usual) == 1 and channel.value not in named.source:
                found[channel] = usual[0]
        elif name not in kinds:
            place = reading.place(named.source, channel.value)
            reading.refuse_name("way-channel-unknown", place, name, kinds, channel=channel)
        elif kinds[name] not in fitting:
            place = reading.place(named.source, channel.value)
            reading.refuse(
                "way-kind-unfit",
                place,
                given=name,
                kind=kinds[name],
                channel=channel,
                kinds=fitting,
            )
        else:
            found[channel] = name
    return found


def _source(path: Path) -> Source:
    return read_source(path, trust=lambda found: _require_ours(found, path))


def _require_ours(found: os.stat_result, path: Path) -> None:
    place = Place(str(path))
    if is_foreign(found):
        raise DefinitionError("channels-foreign-owner", place=place, uid=found.st_uid)
    if is_open(found):
        raise DefinitionError("channels-open", place=place, file=str(path))
