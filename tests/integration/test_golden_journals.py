"""A journal written by any released version opens in every later one, and means the same."""

import json
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import adoption_golden
import journal_golden
import rota_golden
import warning_golden
import watch_golden
from netfin_incident import __version__
from netfin_incident.domain.definition import events as d
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.rota import events as r
from netfin_incident.domain.warning import events as g
from netfin_incident.domain.watch import events as w
from netfin_incident.store.export import import_rows, verify_export
from netfin_incident.store.store import create_store
from netfin_incident.store.verify import verify_store

EVENTS = {
    journal_golden: e.Event, adoption_golden: d.Event, rota_golden: r.Event, watch_golden: w.Event,
    warning_golden: g.Event,
}  # fmt: skip
"""What writes each golden journal, and the events that are in it."""
JOURNALS = [(golden, file) for golden in EVENTS for file in sorted(golden.FOLDER.glob("*.jsonl"))]


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("golden", "file"), JOURNALS, ids=[f"{file.parent.name}-{file.stem}" for _, file in JOURNALS]
)
def test_a_journal_of_a_released_version_is_imported_and_means_the_same(
    golden: ModuleType, file: Path, tmp_path: Path
) -> None:
    lines = lines_of(file)
    assert verify_export(lines, file.name)[1].is_good
    store = create_store(tmp_path / "netfin.db")
    assert import_rows(store, lines, file.name) == len(lines) - 1
    assert verify_store(store).is_good
    said = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(golden.summary(store))) == said


@pytest.mark.parametrize("golden", EVENTS, ids=lambda golden: golden.__name__)
def test_this_version_has_its_journal_and_still_writes_it_so(golden: ModuleType) -> None:
    """Where this fails after a release, entries are stored differently: see docs/record.md."""
    file = golden.FOLDER / f"{__version__}.jsonl"
    assert (golden, file) in JOURNALS
    written = f"before a release: python tests/{golden.__name__}.py"
    assert golden.golden_lines() == lines_of(file), written


@pytest.mark.parametrize("golden", EVENTS, ids=lambda golden: golden.__name__)
def test_the_golden_journal_has_every_kind_of_entry(golden: ModuleType) -> None:
    newest = [file for one, file in JOURNALS if one is golden][-1]
    kinds = {json.loads(line).get("kind") for line in lines_of(newest)}
    assert {event.KIND for event in get_args(EVENTS[golden])} <= kinds
