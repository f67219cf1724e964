"""Writing a golden journal of this version: its lines, and what they come to."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from netfin_incident import __version__
from netfin_incident.store.export import import_rows
from netfin_incident.store.store import Store, create_store


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
