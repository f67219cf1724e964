"""The demonstration on a database of its own: in flight for the screens, or whole into a folder."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from netfin_incident.app.demo import IN_FLIGHT, PLAYBOOK, WHOLE, Demo
from netfin_incident.app.desk import Desk
from netfin_incident.app.named_files import write_whole
from netfin_incident.domain.playbook import Plan
from netfin_incident.errors import NetfinError, UsageError
from netfin_incident.library.paths import shipped_folder
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.reports.as_json import report_json
from netfin_incident.reports.facts import IncidentFacts, read_facts
from netfin_incident.reports.markdown import report_markdown
from netfin_incident.store.export import export_lines
from netfin_incident.store.journal import Head
from netfin_incident.store.store import create_store, open_store
from netfin_incident.wording.language import Language

PURPOSE: Final = "demo"
DATABASE: Final = "demo.db"
JOURNAL: Final = "journal.jsonl"
REPORT_JSON: Final = "report.json"


@dataclass(frozen=True, slots=True)
class Scratch:
    """An outage in flight on a database that nobody will look for again."""

    database: Path
    """In a folder of its own, which only this user can read."""
    incident_id: str
    names: Mapping[str, str]
    """Person ids with the names to show."""


@dataclass(frozen=True, slots=True)
class Played:
    """What playing the whole emergency left behind."""

    incident_id: str
    entries: int
    head: Head
    files: tuple[Path, ...]
    """The database, the export of the journal, and the reports."""


def report_name(language: Language) -> str:
    """The name of the report file in `language`."""
    return f"report.{language}.md"


def in_flight(language: Language, now: datetime, zone: str) -> Scratch:
    """Make a scratch database on which an outage is some minutes old.

    Raises:
        RecordError: the database cannot be made.
        DefinitionError: the shipped playbook cannot be used.
    """
    database = Path(tempfile.mkdtemp(prefix="netfin-incident-demo-")) / DATABASE
    store = create_store(database, PURPOSE)
    demo = Demo(Desk(store), _plan(), language, now - IN_FLIGHT, zone)
    incident_id = demo.in_flight()
    store.close()
    return Scratch(database, incident_id, demo.names())


def headless(
    out: Path, language: Language, now: datetime, zone: str, *, force: bool = False
) -> Played:
    """Play the whole emergency, ending now, and leave its record and reports in the folder `out`.

    With `force`, what an earlier run left there is replaced; a database of any other purpose is not.

    Raises:
        UsageError: one of the files is there already, or the folder cannot be written.
        RecordError: the database cannot be made.
        DefinitionError: the shipped playbook or template cannot be used.
    """
    names = [DATABASE, JOURNAL, *(report_name(one) for one in Language), REPORT_JSON]
    _make_room(out, names, force=force)
    with tempfile.TemporaryDirectory(prefix=".demo-", dir=out) as folder:
        made = Path(folder) / DATABASE
        store = create_store(made, PURPOSE)
        desk = Desk(store)
        demo = Demo(desk, _plan(), language, now - WHOLE, zone)
        incident_id = demo.whole()
        facts = read_facts(desk, incident_id)
        for name, text in _texts(facts, demo.names()):
            write_whole(out / name, [text.encode()], force=force)
        lines = (f"{line}\n".encode() for line in export_lines(store))
        write_whole(out / JOURNAL, lines, force=force)
        store.close()
        write_whole(out / DATABASE, [made.read_bytes()], force=force)
    return Played(incident_id, len(facts.entries), facts.head, tuple(out / name for name in names))


def _texts(facts: IncidentFacts, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for language in Language:
        yield report_name(language), report_markdown(facts, language, names)
    yield REPORT_JSON, report_json(facts)


def _make_room(out: Path, names: list[str], *, force: bool) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True, mode=0o700)
        there = {one.name for one in out.iterdir()}
    except OSError as failed:
        reason = failed.strerror or str(failed)
        raise UsageError("out-unwritable", path=str(out), reason=reason) from None
    taken = [name for name in names if name in there]
    if taken and not force:
        raise UsageError("out-exists", path=str(out / taken[0]))
    if DATABASE in there and not _is_demonstration(out / DATABASE):
        raise UsageError("out-not-a-demo", path=str(out / DATABASE))


def _is_demonstration(database: Path) -> bool:
    """Whether this is what an earlier run left, and nobody is using it."""
    try:
        store = open_store(database)
    except NetfinError:
        return False
    purpose = store.meta("purpose")
    store.close()
    beside = (Path(f"{database}{end}") for end in ("-journal", "-wal"))
    return purpose == PURPOSE and not any(os.path.lexists(path) for path in beside)


def _plan() -> Plan:
    return load_playbook(shipped_folder("playbooks") / f"{PLAYBOOK}.yaml")
