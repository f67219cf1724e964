"""Failpoints: the program dies exactly where it is told to, and only in a test database."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from netfin_incident.app.failpoints import POINTS, Failpoints, armed_failpoints
from netfin_incident.errors import UsageError
from netfin_incident.store.store import create_store, open_store
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

RUN = """
import sys
from pathlib import Path
from netfin_incident.app.failpoints import armed_failpoints
from netfin_incident.store.store import open_store
points = armed_failpoints(sys.argv[2], open_store(Path(sys.argv[1])))
for number in range(1, 7):
    for name in ("send.before", "send.after"):
        print(f"{name}:{number}", flush=True)
        points.hit(name)
"""


def run(path: Path, asked: str) -> tuple[int, list[str]]:
    ended = subprocess.run(
        [sys.executable, "-c", RUN, path, asked], capture_output=True, text=True, check=False
    )
    return ended.returncode, ended.stdout.split()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_store(tmp_path / "netfin.db", "test").close()
    return tmp_path / "netfin.db"


@pytest.mark.parametrize("asked", ["send.after:1", "send.after:2", "send.before:5"])
def test_the_program_is_killed_at_that_hit_and_not_before(path: Path, asked: str) -> None:
    assert run(path, asked)[0] == -signal.SIGKILL
    assert run(path, asked)[1][-1] == asked


def test_of_several_the_first_that_is_reached_kills(path: Path) -> None:
    code, said = run(path, "send.after:4, send.before:2")
    assert (code, said[-1]) == (-signal.SIGKILL, "send.before:2")


def test_nothing_happens_where_none_is_armed_or_reached(path: Path) -> None:
    for asked in ("", "send.after:7", "beat.after:1"):
        code, said = run(path, asked)
        assert (code, len(said)) == (0, 12)


def test_every_point_can_be_passed_and_no_other_name() -> None:
    points = Failpoints()
    for name in POINTS:
        points.hit(name)
    with pytest.raises(KeyError):
        points.hit("send.aftr")


@pytest.mark.parametrize("purpose", ["", "demo"])
def test_where_the_database_is_not_for_tests_it_is_refused(tmp_path: Path, purpose: str) -> None:
    store = create_store(tmp_path / "netfin.db", purpose)
    assert armed_failpoints("", store)
    with pytest.raises(UsageError) as refused:
        armed_failpoints("send.after:1", store)
    assert refused.value.slug == "failpoint-refused"
    said = explain(refused.value, Language.EN)
    assert "NETFIN_FAILPOINT is set" in said.what
    assert str(store.path) in said.what


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("send.aftr:1", "failpoint-unknown"),
        (":1", "failpoint-unknown"),
        ("send.after", "failpoint-unreadable"),
        ("send.after:0", "failpoint-unreadable"),
        ("send.after:-1", "failpoint-unreadable"),
        ("send.after:²", "failpoint-unreadable"),
        ("send.after:1,", "failpoint-unreadable"),
        ("send.after:" + "9" * 5000, "failpoint-unreadable"),
        (" ", "failpoint-unreadable"),
    ],
)
def test_what_cannot_be_armed_is_refused(path: Path, asked: str, slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        armed_failpoints(asked, open_store(path))
    assert refused.value.slug == slug
    for language in Language:
        assert "{" not in explain(refused.value, language).what
