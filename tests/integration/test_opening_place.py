"""Where a database lies: names, folders, permissions, network file systems, and files that vanish."""

import os
import stat
from pathlib import Path

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import RecordError
from netfin_incident.store.files import Mount, check_place, local_mounts, parse_mount
from netfin_incident.store.store import create_store, open_store
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from opening import refused
from record_book import Book, declare, stored


@pytest.mark.parametrize("name", ["a?mode=memory", "a#b", "a%41", "a b", "库.db", "-db", "a&b=c"])
def test_any_name_is_a_file_name(tmp_path: Path, name: str) -> None:
    store = create_store(tmp_path / name)
    assert (tmp_path / name).is_file()
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_name_that_is_no_text_is_a_file_name_too(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.db"))
    create_store(path).close()
    assert path.is_file()
    bad = refused(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xfe.db")))
    assert "⟨U+DCFE⟩" in explain(bad, Language.EN).what


def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        assert refused(tmp_path / name).slug == "database-unopenable"
        assert refused(tmp_path / name, create_store).slug in (
            "database-unopenable",
            "folder-unusable",
        )


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    unusable = refused(tmp_path / "file" / "netfin.db", create_store)
    assert unusable.slug == "folder-unusable"
    assert "Not a directory" in str(unusable.values["why"]) or "exists" in str(
        unusable.values["why"]
    )


def test_missing_folders_are_made_for_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "netfin.db"
    create_store(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_database_is_private_unless_its_folder_is_a_teams(tmp_path: Path, umask: int) -> None:
    team = tmp_path / "team"
    team.mkdir()
    team.chmod(0o2770)
    before = os.umask(umask)
    try:
        for folder, mode in ((tmp_path, 0o600), (team, 0o660)):
            create_store(folder / "netfin.db").close()
            assert stat.S_IMODE((folder / "netfin.db").stat().st_mode) == mode
    finally:
        os.umask(before)


def test_a_new_database_leaves_nothing_beside_it(tmp_path: Path) -> None:
    create_store(tmp_path / "netfin.db", "demo").close()
    assert [path.name for path in tmp_path.iterdir()] == ["netfin.db"]


def test_an_existing_database_is_opened_as_it_is(path: Path, book: Book) -> None:
    store = create_store(path, "demo")
    assert stored(store) == book.rows
    assert store.meta("purpose") == ""
    assert len(store.meta("uuid")) == 32
    assert store.meta("colour") == ""


MOUNTS = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 0:36 / /data rw,nosuid shared:9 - nfs4 files:/data rw,vers=4.2
41 40 0:37 / /data/li/local rw - xfs /dev/sdb1 rw
42 22 0:38 / /mnt/with\040blank rw - fuse.sshfs li@host:/ rw
43 22 0:39 / /mnt/over rw - ext4 /dev/sdc1 rw
44 43 0:40 / /mnt/over rw - cifs //server/share rw
45 22 0:41 / /mnt/portal rw - fuse.portal portal rw
46 22 0:42 / /srv/a\134b rw master:7 propagate_from:2 - 9p host rw
not a line of it
"""


def mounts() -> list[Mount]:
    return [mount for line in MOUNTS.splitlines() if (mount := parse_mount(line))]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/li/netfin.db", "nfs4"),
        ("/data/netfin.db", "nfs4"),
        ("/mnt/with blank/x/netfin.db", "fuse.sshfs"),
        ("/mnt/over/netfin.db", "cifs"),
        ("/srv/a\\b/netfin.db", "9p"),
    ],
)
def test_a_network_file_system_is_refused(path: str, kind: str) -> None:
    refusal = refused(Path(path), lambda one: check_place(one, mounts()))
    assert (refusal.slug, refusal.values["kind"]) == ("database-on-network", kind)


@pytest.mark.parametrize(
    "path",
    ["/var/netfin.db", "/data/li/local/netfin.db", "/database/netfin.db", "/mnt/portal/netfin.db"],
)
def test_a_local_file_system_is_not_refused(path: str) -> None:
    check_place(Path(path), mounts())
    check_place(Path(path), [])


def test_a_link_on_the_way_does_not_hide_the_network(tmp_path: Path) -> None:
    (tmp_path / "local").symlink_to("/data/li")
    refusal = refused(tmp_path / "local" / "netfin.db", lambda one: check_place(one, mounts()))
    assert refusal.slug == "database-on-network"


def test_the_mounts_of_this_machine_are_read() -> None:
    if not Path("/proc/self/mountinfo").exists():
        pytest.skip("this system has no /proc/self/mountinfo")
    assert any(mount.point == "/" for mount in local_mounts())


def test_a_deleted_database_is_noticed_before_anything_is_lost(path: Path) -> None:
    desk = Desk(open_store(path))
    path.unlink()
    for asked in (desk.head, lambda: desk.incidents(Mode.LIVE), lambda: declare(desk)):
        with pytest.raises(RecordError, match="database-replaced"):
            asked()
    with pytest.raises(RecordError, match="database-replaced"):
        desk.store.change_mark()
    assert not path.exists()


def test_a_database_named_from_here_stays_the_same_elsewhere(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(open_store(Path(path.name)))
    monkeypatch.chdir("/")
    assert declare(desk) == "INC-2026-0004"


def test_a_replaced_database_is_noticed_before_anything_is_lost(path: Path, tmp_path: Path) -> None:
    desk = Desk(open_store(path))
    create_store(tmp_path / "other.db").close()
    (tmp_path / "other.db").replace(path)
    with pytest.raises(RecordError, match="database-replaced"):
        declare(desk)
    with open_store(path).reading() as journal:
        assert journal.head().seq == 0
