"""Reading `roster.yaml`: people and how they are reached, teams, rotations and roles.

The format is `netfin-roster/1`, described in `docs/roster.md`.  No file means no roster; a file is
used only when nothing at all is wrong with it.  It holds no secrets: an address that is one stands
in a variable or in a file of its own.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.roster import (
    USUAL_WEEK,
    Contact,
    ContactChannel,
    Person,
    RoleCover,
    Roster,
    Rotation,
    Team,
    WorkCalendar,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Role
from netfin_incident.errors import DefinitionError
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Key, Reading
from netfin_incident.library.roster_layers import (
    LAYER,
    OPENINGS,
    LayerReader,
    check_overlaps,
    openings,
)
from netfin_incident.library.roster_values import WEEKDAYS, ZONE, address, same_address
from netfin_incident.library.shapes import Keyed, Listing, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.usual_shapes import DAY, ID, IDS, LINE, TEXT, choice, whole_number
from netfin_incident.library.values import Unfit, folded
from netfin_incident.library.yaml_reader import Holder
from netfin_incident.wording.language import Language

SCHEMA: Final = "netfin-roster/1"
_LAST_PRIORITY: Final = 99
_PAIR: Final = 2


class _RolePair:
    """A list of two different roles."""

    def read(self, reading: Reading, holder: Holder, key: Key) -> tuple[str, str] | None:
        """The two, or None."""
        found = IDS.read(reading, holder, key)
        if found is None or len(found) < len(holder[key]):
            return None
        if len(found) != _PAIR or found[0] == found[1]:
            reading.refuse("roster-pair", reading.place(holder, key))
            return None
        return found[0], found[1]


_CONTACT: Final = Record(
    {
        "id": ID,
        "channel": choice(*ContactChannel),
        "address": LINE,
        "priority": whole_number(_LAST_PRIORITY),
    },
    needed=("id", "channel"),
)
_PERSON: Final = Record(
    {
        "name": LINE,
        "zone": ZONE,
        "language": choice(*Language),
        "teams": IDS,
        "skills": IDS,
        "contacts": Listing(_CONTACT, unique=True),
    },
    needed=("name",),
)
_ROTATION: Final = Record(
    {
        "name": TEXT,
        "zone": ZONE,
        "calendar": ID,
        "needed": OPENINGS,
        "layers": Listing(LAYER, fewest=1, unique=True),
    },
    needed=("name", "layers"),
)
_FILE: Final = Record(
    {
        "schema": choice(SCHEMA),
        "zone": ZONE,
        "language": choice(*Language),
        "people": Keyed(ID, _PERSON),
        "teams": Keyed(ID, Record({"name": TEXT, "rotations": IDS}, needed=("name",))),
        "calendars": Keyed(
            ID, Record({"week": WEEKDAYS, "holidays": Listing(DAY), "workdays": Listing(DAY)})
        ),
        "rotations": Keyed(ID, _ROTATION),
        "roles": Keyed(ID, Record({"by": ID, "backup": ID}, needed=("by",))),
        "incompatible": Listing(_RolePair()),
    },
    needed=("schema", "zone", "people"),
)


def load_roster(path: Path) -> Roster | None:
    """The roster in the file at `path`; None where there is no file.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    return compile_roster(read_source(path)) if os.path.lexists(path) else None


def compile_roster(source: Source) -> Roster:
    """The roster that a text makes.

    Raises:
        DefinitionError: it cannot be used; of several errors, the one that stands first.
    """
    roster, reading = read_roster(source)
    reading.require_sound()
    return roster


def check_roster_file(path: Path) -> tuple[DefinitionError, ...]:
    """Everything that is wrong with the file at `path`, in its order; one not there has nothing."""
    if not os.path.lexists(path):
        return ()
    try:
        _, reading = read_roster(read_source(path))
    except DefinitionError as error:
        return (error,)
    return reading.findings()


def read_roster(source: Source) -> tuple[Roster, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    return _RosterReader(reading).roster(), reading


class _RosterReader:
    """Makes the roster, and records where its parts do not fit together."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._root = reading.root
        self._zone: str = reading.root.get("zone", "UTC")
        self._language: str = reading.root.get("language", Language.ZH_HANS)

    def roster(self) -> Roster:
        self._require_apart("people", "teams", "rotations")
        people = tuple(self._person(*one) for one in self._part("people").items())
        teams = tuple(self._team(*one) for one in self._part("teams").items())
        rotations = tuple(self._rotation(*one) for one in self._part("rotations").items())
        roles = tuple(self._role(*one) for one in self._part("roles").items())
        calendars = tuple(self._calendar(one) for one in self._part("calendars"))
        incompatible = self._root.get("incompatible", ())
        self._require_roles(incompatible)
        return Roster(people, teams, rotations, roles, incompatible, calendars)

    def _part(self, key: str) -> dict[str, Given]:
        part: dict[str, Given] = self._root.get(key, {})
        return part

    def _require_apart(self, *parts: str) -> None:
        """Record an id that names two things: `who is on call for …` could mean either."""
        seen: dict[str, str] = {}
        for part in parts:
            for name in self._part(part):
                first = seen.setdefault(folded(name), part)
                if first != part:
                    place = self._reading.key_place(self._root[part].source, name)
                    self._reading.refuse("roster-id-shared", place, given=name, other=first)

    def _known(self, given: Given, key: str, words: Iterable[str], slug: str, *parts: str) -> None:
        known = {name: part for part in parts for name in self._part(part)}
        for word in words:
            if word not in known:
                place = self._reading.word_place(given, key, word)
                self._reading.refuse_name(slug, place, word, known)

    def _person(self, person_id: str, given: Given) -> Person:
        teams = given.get("teams", ())
        self._known(given, "teams", teams, "roster-team-unknown", "teams")
        contacts = [self._contact(*one) for one in enumerate(given.get("contacts", ()), 1)]
        self._require_different(given, contacts)
        found = (contact for contact in contacts if contact is not None)
        return Person(
            id=person_id,
            name=given.get("name", ""),
            zone=given.get("zone", self._zone),
            language=given.get("language", self._language),
            contacts=tuple(sorted(found, key=lambda contact: contact.priority)),
            teams=teams,
            skills=given.get("skills", ()),
        )

    def _contact(self, number: int, given: Given) -> Contact | None:
        if not {"id", "channel"} <= given.keys():
            return None
        channel, priority = ContactChannel(given["channel"]), given.get("priority", number)
        if "address" not in given.source:
            if channel is not ContactChannel.BELL:
                place = self._reading.id_place(given)
                self._reading.refuse("field-missing", place, field="address")
            return Contact(given["id"], channel, None, priority)
        if "address" not in given:
            return None
        try:
            return Contact(given["id"], channel, address(given["address"], channel), priority)
        except Unfit as unfit:
            place = self._reading.place(given.source, "address")
            self._reading.record(unfit.at(place, "address"))
            return None

    def _require_different(self, given: Given, contacts: list[Contact | None]) -> None:
        seen: dict[tuple[ContactChannel, str], str] = {}
        for one, contact in zip(given.get("contacts", ()), contacts, strict=True):
            if contact is None:
                continue
            reached = same_address(contact.address) if contact.address else ""
            first = seen.setdefault((contact.channel, reached), contact.id)
            if first != contact.id:
                place = self._reading.id_place(one)
                self._reading.refuse("contact-twice", place, given=contact.id, first=first)

    def _team(self, team_id: str, given: Given) -> Team:
        rotations = given.get("rotations", ())
        self._known(given, "rotations", rotations, "roster-rotation-unknown", "rotations")
        return Team(team_id, given.get("name", Text("", "")), rotations)

    def _rotation(self, rotation_id: str, given: Given) -> Rotation:
        named = [given["calendar"]] if "calendar" in given else []
        self._known(given, "calendar", named, "roster-calendar-unknown", "calendars")
        zone: str = given.get("zone", self._zone)
        reader = LayerReader(self._reading, self._part("people"), ZoneInfo(zone))
        layers: tuple[Given, ...] = given.get("layers", ())
        made = (reader.layer(layer) for layer in layers)
        rotation = Rotation(
            id=rotation_id,
            name=given.get("name", Text("", "")),
            zone=zone,
            layers=tuple(layer for layer in made if layer is not None),
            calendar=self._calendar(given.get("calendar", "")),
            needed=openings(given, "needed"),
        )
        check_overlaps(rotation, layers, self._reading)
        return rotation

    def _calendar(self, calendar_id: str) -> WorkCalendar:
        given = self._part("calendars").get(calendar_id)
        if given is None:
            return USUAL_WEEK
        return WorkCalendar(
            calendar_id,
            given.get("week", USUAL_WEEK.weekdays),
            frozenset(given.get("holidays", ())),
            frozenset(given.get("workdays", ())),
        )

    def _role(self, role: str, given: Given) -> RoleCover:
        by, backup = given.get("by", ""), given.get("backup", "")
        for key, name in (("by", by), ("backup", backup)):
            self._known(
                given, key, filter(None, [name]), "roster-cover-unknown",
                "people", "teams", "rotations",
            )  # fmt: skip
        if by and by == backup:
            place = self._reading.place(given.source, "backup")
            self._reading.refuse("role-backs-itself", place, role=role, by=by)
        return RoleCover(role, by, backup)

    def _require_roles(self, pairs: tuple[tuple[str, str], ...]) -> None:
        known = {*map(str, Role), *self._part("roles")}
        for role in (role for pair in pairs for role in pair if role not in known):
            place = self._reading.word_place(self._root, "incompatible", role)
            self._reading.refuse_name("roster-role-unknown", place, role, sorted(known))
