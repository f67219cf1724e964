from pathlib import Path

import pytest

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.shelf import MAX_FILES, Shelf
from playbook_text import SMALL, assert_said, changed, write


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    write(folder, SMALL)
    write(folder, changed(("id: small", "id: other")), "other.yaml")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def refused(shelf: Shelf, playbook_id: str) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        shelf.get(playbook_id)
    assert_said(raised.value)
    return raised.value


def test_playbooks_are_listed_by_id(shipped: Path) -> None:
    found = Shelf([shipped]).list()
    assert [(one.id, one.path.parent) for one in found] == [("other", shipped), ("small", shipped)]
    assert all(one.plan is not None and one.error is None for one in found)


def test_a_later_folder_wins(shipped: Path, own: Path) -> None:
    write(own, changed(("revision: 3", "revision: 4")))
    assert Shelf([shipped, own]).get("small").revision == 4
    assert Shelf([own, shipped]).get("small").revision == 3
    assert [one.path.parent for one in Shelf([shipped, own]).list()] == [shipped, own]


def test_a_later_file_that_is_wrong_does_not_let_the_earlier_one_through(
    shipped: Path, own: Path
) -> None:
    path = write(own, changed(("revision: 3", "revision: 0")))
    shelf = Shelf([shipped, own])
    error = refused(shelf, "small")
    assert error.place is not None
    assert (error.slug, error.place.file) == ("field-not-a-number", str(path))
    (small,) = (one for one in shelf.list() if one.id == "small")
    assert small.plan is None
    assert str(small.error) == str(error)


def test_a_playbook_that_is_not_there_is_answered_with_the_nearest(shipped: Path) -> None:
    assert refused(Shelf([shipped]), "smal").values["choices"] == ("small",)
    assert refused(Shelf([shipped]), "zzz").values["choices"] == ("other", "small")
    assert refused(Shelf([]), "zzz").values["choices"] == ("-",)


@pytest.mark.parametrize("playbook_id", ["../shipped/small", "small.yaml", "", "SMALL", "/etc/x"])
def test_an_id_is_never_a_path(playbook_id: str, shipped: Path) -> None:
    assert refused(Shelf([shipped]), playbook_id).slug == "playbook-unknown"


@pytest.mark.parametrize("name", ["else.yaml", "small.yml", "Small.yaml"])
def test_a_file_that_is_not_called_by_its_id_is_shown_with_its_name(name: str, own: Path) -> None:
    path = write(own, SMALL, name)
    (found,) = Shelf([own]).list()
    assert found.error is not None
    assert (found.error.slug, found.error.place) == ("playbook-misnamed", Place(str(path)))
    assert_said(found.error)


def test_hidden_files_and_other_kinds_are_left_alone(own: Path) -> None:
    for name in ("..yaml", ".small.yaml.swp", ".yaml", "README.md", "small.yaml~"):
        write(own, SMALL, name)
    (own / "more").mkdir()
    assert Shelf([own]).list() == ()


def test_a_link_and_a_folder_among_the_files_are_shown_as_unusable(
    shipped: Path, own: Path
) -> None:
    (own / "small.yaml").symlink_to(shipped / "small.yaml")
    (own / "folder.yaml").mkdir()
    found = Shelf([own]).list()
    assert [one.error and one.error.slug for one in found] == [
        "definition-not-a-file",
        "definition-symlink",
    ]


def test_a_named_folder_that_is_not_there_is_refused(shipped: Path, tmp_path: Path) -> None:
    missing = tmp_path / "no"
    error = refused(Shelf([shipped, missing]), "small")
    assert (error.slug, error.place) == ("folder-unreadable", Place(str(missing)))
    assert_said(error)
    with pytest.raises(DefinitionError):
        Shelf([shipped, missing]).list()


def test_a_file_in_place_of_a_folder_is_refused(shipped: Path) -> None:
    error = refused(Shelf([shipped / "small.yaml"]), "small")
    assert error.slug == "folder-unreadable"


def test_a_folder_with_too_many_playbooks_is_refused(own: Path) -> None:
    for number in range(MAX_FILES + 1):
        (own / f"{number}.yaml").touch()
    assert refused(Shelf([own]), "small").slug == "folder-too-full"
