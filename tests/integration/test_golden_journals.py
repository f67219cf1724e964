"""A journal written by any released version opens in every later one, and means the same."""

import json
from pathlib import Path
from typing import get_args

import pytest

from journal_golden import FOLDER, golden_lines, summary
from netfin_incident import __version__
from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import events as e
from netfin_incident.store.export import import_rows, verify_export
from netfin_incident.store.store import create_store
from netfin_incident.store.verify import verify_store

JOURNALS = sorted(FOLDER.glob("*.jsonl"))


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("file", JOURNALS, ids=lambda file: file.stem)
def test_a_journal_of_a_released_version_is_imported_and_means_the_same(
    file: Path, tmp_path: Path
) -> None:
    lines = lines_of(file)
    assert verify_export(lines, file.name)[1].is_good
    store = create_store(tmp_path / "netfin.db")
    assert import_rows(store, lines, file.name) == len(lines) - 1
    assert verify_store(store).is_good
    said = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(summary(Desk(store)))) == said


def test_this_version_has_its_journal_and_still_writes_it_so() -> None:
    """Where this fails after a release, entries are stored differently: see docs/record.md."""
    file = FOLDER / f"{__version__}.jsonl"
    assert file in JOURNALS
    assert golden_lines() == lines_of(file), "before a release: python tests/journal_golden.py"


def test_the_golden_journal_has_every_kind_of_entry() -> None:
    kinds = {json.loads(line).get("kind") for line in lines_of(JOURNALS[-1])}
    assert {event.KIND for event in get_args(e.Event)} <= kinds
