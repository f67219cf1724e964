"""Writing a golden journal of this version: its lines, and what they come to."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from netfin_incident import __version__
from netfin_incident.domain.record import Act, Event
from netfin_incident.store.export import export_lines, import_rows
from netfin_incident.store.journal import Journal
from netfin_incident.store.store import Store, create_store


def exported(*written: tuple[str, Sequence[tuple[Act, Event]]]) -> list[str]:
    """The export of a journal with these entries in their streams, its salts always the same."""
    salts = (sha256(f"salt {number}".encode()).hexdigest()[:32] for number in count())
    with TemporaryDirectory() as folder:
        store = create_store(Path(folder) / "netfin.db")
        with store.writing():
            journal = Journal(store.connection, lambda: next(salts))
            for stream, entries in written:
                journal.append(stream, entries)
            store.connection.execute("UPDATE meta SET value = ? WHERE name = 'uuid'", ("0" * 32,))
        lines = list(export_lines(store))
        store.close()
    return lines


def write_golden(folder: Path, lines: list[str], summary: Callable[[Store], object]) -> None:
    """Write `lines` into `folder` under this version's name, and their summary beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{__version__}.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with TemporaryDirectory() as scratch:
        store = create_store(Path(scratch) / "netfin.db")
        import_rows(store, lines, file.name)
        said = json.dumps(summary(store), ensure_ascii=False, indent=1, sort_keys=True)
    file.with_suffix(".json").write_text(said + "\n", encoding="utf-8")
