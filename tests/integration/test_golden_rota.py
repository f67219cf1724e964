"""Who was on call by the record of any released version is the same in every later one."""

import json
from pathlib import Path
from typing import get_args

import pytest

from netfin_incident import __version__
from netfin_incident.domain.rota import events as e
from netfin_incident.store.export import import_rows, verify_export
from netfin_incident.store.store import create_store
from netfin_incident.store.verify import verify_store
from rota_golden import FOLDER, golden_lines, summary

JOURNALS = sorted(FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("file", JOURNALS, ids=lambda file: file.stem)
def test_a_rota_of_a_released_version_is_imported_and_means_the_same(
    file: Path, tmp_path: Path
) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert verify_export(lines, file.name)[1].is_good
    store = create_store(tmp_path / "netfin.db")
    assert import_rows(store, lines, file.name) == len(lines) - 1
    assert verify_store(store).is_good
    assert summary(store) == json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))


def test_this_version_still_writes_a_rota_so() -> None:
    file = FOLDER / f"{__version__}.jsonl"
    assert file in JOURNALS
    written = file.read_text(encoding="utf-8").splitlines()
    assert golden_lines() == written, "before a release: python tests/rota_golden.py"
    kinds = {json.loads(line).get("kind") for line in written}
    assert {event.KIND for event in get_args(e.Event)} <= kinds
