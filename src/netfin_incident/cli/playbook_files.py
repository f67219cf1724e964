"""Playbooks as people name them on the command line: by id, or by a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netfin_incident.cli.call import Call
from netfin_incident.domain.playbook import Plan
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import Source, read_source

_ENDINGS: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Named:
    """A playbook that was named: its plan, and what the file says beside it."""

    source: Source
    plan: Plan
    owner: str = ""


def is_file(given: str) -> bool:
    """Whether `given` is written as a file, not as an id."""
    return "/" in given or given.endswith(_ENDINGS)


def source_of(call: Call, given: str) -> Source:
    """The text of the playbook that `given` names.

    Raises:
        DefinitionError: there is none, or its file cannot be read.
    """
    return read_source(Path(given) if is_file(given) else call.session.shelf.path(given))


def named(source: Source) -> Named:
    """The playbook in `source`.

    Raises:
        DefinitionError: it cannot be used; of several errors, the one that stands first.
    """
    plan, reading = read_playbook(source)
    reading.require_sound()
    return Named(source, plan, str(reading.root.get("owner", "")))


def find_playbook(call: Call, given: str) -> Named:
    """The playbook that `given` names.

    Raises:
        DefinitionError: there is none, or its file cannot be used.
    """
    if not is_file(given):
        call.session.shelf.get(given)
    return named(source_of(call, given))
