"""Reading `commands.yaml`: the commands that steps may run on this machine.

The format is `netfin-commands/1`, described in `docs/commands.md`.  No file means that nothing may
run.  A file that somebody else could have changed is refused: it decides what is run.
"""

import os
from pathlib import Path
from typing import Final

from netfin_incident.domain.command_line import REST, RISKS, AllowedCommand
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.shapes import Listing, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.trust import is_foreign, is_open
from netfin_incident.library.usual_shapes import LINE, TEXT, choice

SCHEMA: Final = "netfin-commands/1"

_COMMAND: Final = Record(
    {"run": Listing(LINE, fewest=1), "risk": choice(*RISKS), "note": TEXT}, needed=("run", "risk")
)
_FILE: Final = Record(
    {"schema": choice(SCHEMA), "allow": Listing(_COMMAND)}, needed=("schema", "allow")
)
_WILDCARDS: Final = frozenset("*?[")


def load_allowed(path: Path) -> tuple[AllowedCommand, ...]:
    """The commands that the file at `path` allows; none where there is no file.

    Raises:
        DefinitionError: the file cannot be trusted or used; of several errors, the first.
    """
    if not os.path.lexists(path):
        return ()
    source = read_source(path, trust=lambda found: _require_ours(found, path))
    allowed, reading = read_allowed(source)
    reading.require_sound()
    return allowed


def read_allowed(source: Source) -> tuple[tuple[AllowedCommand, ...], Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    given = reading.root
    return tuple(_command(one, reading) for one in given.get("allow", ())), reading


def _command(given: Given, reading: Reading) -> AllowedCommand:
    run: tuple[str, ...] = given.get("run", ())
    if run and (not run[0].startswith("/") or _WILDCARDS.intersection(run[0])):
        reading.refuse("allowed-program", reading.word_place(given, "run", run[0]), given=run[0])
    for pattern in run[1:-1]:
        if pattern == REST:
            reading.refuse("allowed-rest", reading.word_place(given, "run", REST))
    return AllowedCommand(run, given.get("risk", ""), given.get("note"))


def _require_ours(found: os.stat_result, path: Path) -> None:
    place = Place(str(path))
    if is_foreign(found):
        raise DefinitionError("allowed-foreign-owner", place=place, uid=found.st_uid)
    if is_open(found):
        raise DefinitionError("allowed-open", place=place, file=str(path))
