"""Reading `entity.yaml`: what the firm is to the rules, and everything found wrong with it.

The format is `netfin-entity/1`, described in `docs/firm.md`.  Regimes and kinds are those that the
clocks know, so that a misspelt one cannot silently mean that nothing applies.
"""

import os
import re
from collections.abc import Mapping, Sequence
from json import dumps
from pathlib import Path
from typing import Final

from netfin_incident.domain.firm import Entity, Licence
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Reading
from netfin_incident.library.roster_values import ZONE
from netfin_incident.library.shapes import Listing, Record, Value
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.usual_shapes import FLAG, ID, IDS, TEXT, choice
from netfin_incident.library.values import Unfit, line

SCHEMA: Final = "netfin-entity/1"
NEEDED: Final = ("name", "licences", "critical_infrastructure", "domicile", "regimes", "zone")
OPTIONAL: Final = ("calendar", "kinds")
LISTS: Final = ("licences", "regimes", "kinds")
"""Fields that hold several words."""

_BARE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_/-]*")
"""What a file says without quotation marks."""
_DOMICILE: Final = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


def _domicile(text: str) -> str:
    given = line(text)
    if not _DOMICILE.fullmatch(given):
        raise Unfit("entity-domicile", given=given)
    return given


_FILE: Final = Record(
    {
        "schema": choice(SCHEMA),
        "name": TEXT,
        "licences": Listing(choice(*Licence), fewest=1),
        "critical_infrastructure": FLAG,
        "domicile": Value(_domicile, f"^{_DOMICILE.pattern}$"),
        "regimes": IDS,
        "zone": ZONE,
        "calendar": ID,
        "kinds": IDS,
    },
    needed=("schema", *NEEDED),
)


def load_entity(path: Path, shelf: ClockShelf) -> Entity | None:
    """The firm in the file at `path`; None where there is no file.

    Args:
        path: The file.
        shelf: The clocks, which know the regimes, the kinds and the calendars.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    if not os.path.lexists(path):
        return None
    entity, reading = read_entity(read_source(path), shelf)
    reading.require_sound()
    return entity


def check_entity(path: Path, shelf: ClockShelf) -> tuple[DefinitionError, ...]:
    """Everything to mend in the file at `path`, in its order; one that is not there has nothing.

    Raises:
        DefinitionError: the clocks cannot be read.
    """
    if not os.path.lexists(path):
        return ()
    try:
        entity, reading = read_entity(read_source(path), shelf)
    except DefinitionError as error:
        return (error,)
    if not reading.errors and entity.critical_infrastructure is not bool(entity.operator_regimes):
        _refuse_operator(entity, reading, shelf)
    return reading.findings()


def read_entity(source: Source, shelf: ClockShelf) -> tuple[Entity, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema; or the clocks
            cannot be read.
    """
    reading = read_document(source, SCHEMA, _FILE)
    given = reading.root
    _require_known(reading, "regimes", "entity-regime-unknown", shelf.regimes)
    _require_known(reading, "kinds", "entity-kind-unknown", shelf.kinds)
    calendars = sorted(shelf.calendars())
    calendar = given.get("calendar", "")
    if calendar and calendar not in calendars:
        place = reading.place(given.source, "calendar")
        reading.refuse_name("calendar-unknown", place, calendar, calendars)
    entity = Entity(
        name=given.get("name", Text("", "")),
        licences=tuple(Licence(one) for one in given.get("licences", ())),
        critical_infrastructure=given.get("critical_infrastructure", False),
        domicile=given.get("domicile", ""),
        regimes=given.get("regimes", ()),
        zone=given.get("zone", ""),
        calendar=calendar,
        kinds=given.get("kinds", ()),
    )
    return entity, reading


def entity_text(answers: Mapping[str, str | Text | Sequence[str]]) -> str:
    """A file with these `answers` by field, in the order in which they are documented."""
    named = (name for name in (*NEEDED, *OPTIONAL) if name in answers)
    fields = (f"{name}: {_written(answers[name])}\n" for name in named)
    return f"schema: {SCHEMA}\n{''.join(fields)}"


def _written(answer: str | Text | Sequence[str]) -> str:
    match answer:
        case Text():
            return f"{{zh: {_quoted(answer.zh)}, en: {_quoted(answer.en)}}}"
        case str():
            return _quoted(answer)
        case _:
            return f"[{', '.join(map(_quoted, answer))}]"


def _quoted(text: str) -> str:
    return text if _BARE.fullmatch(text) else dumps(text, ensure_ascii=False)


def _require_known(reading: Reading, field: str, slug: str, known: tuple[str, ...]) -> None:
    for given in reading.root.get(field, ()):
        if given not in known:
            reading.refuse_name(slug, reading.word_place(reading.root, field, given), given, known)


def _refuse_operator(entity: Entity, reading: Reading, shelf: ClockShelf) -> None:
    place = reading.place(reading.root.source, "critical_infrastructure")
    if entity.critical_infrastructure:
        known = tuple(one for one in shelf.regimes if one.endswith("-cii"))
        reading.refuse("entity-operator-without-regime", place, choices=known)
    else:
        reading.refuse("entity-operator-denied", place, regimes=entity.operator_regimes)
