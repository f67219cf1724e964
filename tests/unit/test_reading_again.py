"""A file that people change while the program runs."""

from pathlib import Path

import pytest

from netfin_incident.app.reading_again import ReadAgain
from netfin_incident.errors import DefinitionError


def number(path: Path) -> int:
    try:
        return int(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise DefinitionError("roster-absent", path=path) from None


def test_a_file_that_breaks_is_told_of_once_and_what_it_said_still_counts(tmp_path: Path) -> None:
    path, told = tmp_path / "file", list[DefinitionError]()
    path.write_text("1", encoding="utf-8")
    file = ReadAgain(path, number, told.append)
    assert (file.now(), file.problem) == (1, None)
    path.write_text("nothing", encoding="utf-8")
    assert (file.now(), file.now()) == (1, 1)
    assert told == [file.problem]
    path.unlink()
    assert file.now() == 1
    assert len(told) == 2
    path.write_text("22", encoding="utf-8")
    assert (file.now(), file.problem, len(told)) == (22, None, 2)


def test_a_file_that_never_could_be_used_is_not_used(tmp_path: Path) -> None:
    told: list[DefinitionError] = []
    file = ReadAgain(tmp_path / "file", number, told.append)
    for _ in range(2):
        with pytest.raises(DefinitionError):
            file.now()
    assert told == []


def test_where_nobody_is_told_a_file_that_breaks_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("1", encoding="utf-8")
    file = ReadAgain(path, number)
    assert file.now() == 1
    path.write_text("nothing", encoding="utf-8")
    with pytest.raises(DefinitionError):
        file.now()
