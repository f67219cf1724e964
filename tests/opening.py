"""Trying to open what should not be opened."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from netfin_incident.errors import NetfinError, RecordError, StoreBusy
from netfin_incident.store.store import open_store
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language


def refused(path: Path, opening: Callable[[Path], object] = open_store) -> NetfinError:
    """Why it is not opened; the words for it exist in each language."""
    with pytest.raises((RecordError, StoreBusy)) as refusal:
        opening(path)
    for language in Language:
        assert explain(refusal.value, language).hint
    return refusal.value


def run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for sql in statements:
        connection.execute(sql)
    connection.close()
