import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from netfin_incident.app.evidence_files import evidence_folder, keep
from netfin_incident.errors import UsageError
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_the_folder_is_beside_the_database() -> None:
    assert evidence_folder(Path("/srv/netfin/netfin.db")) == Path("/srv/netfin/evidence")


def test_an_output_is_kept_byte_for_byte_for_its_owner_alone(tmp_path: Path) -> None:
    output = bytes(range(256))
    kept = keep(output, tmp_path / "evidence", "INC-2026-0042-restart.log")
    assert kept.path == tmp_path / "evidence" / "INC-2026-0042-restart.log"
    assert kept.path.read_bytes() == output
    assert (kept.sha256, kept.size) == (sha256(output).hexdigest(), 256)
    assert (mode(kept.path), mode(kept.path.parent)) == (0o600, 0o700)


def test_nothing_is_ever_replaced(tmp_path: Path) -> None:
    names = [keep(text, tmp_path, "step.log").path.name for text in (b"one", b"two", b"three")]
    assert names == ["step.log", "step-2.log", "step-3.log"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"one", b"two", b"three"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "step.log").symlink_to(outside)
    assert keep(b"x", folder, "step.log").path.name == "step-2.log"
    assert not outside.exists()


@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_is_no_folder_of_its_own_is_refused(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "evidence"
    if kind == "link":
        (tmp_path / "elsewhere").mkdir()
        folder.symlink_to(tmp_path / "elsewhere")
    else:
        folder.write_bytes(b"")
    with pytest.raises(UsageError) as raised:
        keep(b"x", folder, "step.log")
    assert raised.value.slug == "evidence-folder-unusable"
    for language in (Language.EN, Language.ZH_HANS):
        assert str(folder) in explain(raised.value, language).line
    assert not list((tmp_path / "elsewhere").glob("*"))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("a b\nc\x1b[2J", "a-b-c-2J"),
        ("核对", "output"),
        ("", "output"),
        ("..", "output"),
        ("x" * 300 + ".log", "x" * 96 + ".log"),
    ],
)
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str, kept: str) -> None:
    folder = tmp_path / "evidence"
    assert keep(b"x", folder, name).path == folder / kept
    assert [path.name for path in tmp_path.iterdir()] == ["evidence"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError) as raised:
        keep(b"x", tmp_path / "evidence", "step.log")
    assert raised.value.slug == "out-unwritable"


def test_a_folder_whose_parent_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        keep(b"x", tmp_path / "gone" / "evidence", "step.log")
    assert raised.value.slug == "out-unwritable"
