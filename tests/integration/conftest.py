import shutil
from pathlib import Path

import pytest

from exports import STREAM
from netfin_incident.store.export import export_lines
from netfin_incident.store.store import Store, create_store, open_store
from record_book import Book, written


@pytest.fixture(scope="session")
def book_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database of three interleaved incidents; copy it, never write to it."""
    path = tmp_path_factory.mktemp("book") / "netfin.db"
    written(path).store.close()
    return path


@pytest.fixture(scope="session")
def book(book_path: Path) -> Book:
    return Book(book_path)


@pytest.fixture
def path(tmp_path: Path, book_path: Path) -> Path:
    """A database with a history, of one's own."""
    return Path(shutil.copy(book_path, tmp_path / "netfin.db"))


@pytest.fixture
def lines(path: Path) -> list[str]:
    return list(export_lines(open_store(path)))


@pytest.fixture
def own_lines(path: Path) -> list[str]:
    """The export of one incident."""
    return list(export_lines(open_store(path), STREAM))


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return create_store(tmp_path / "restored.db")
