import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prepared(folder: Path, stamp: str) -> Path:
    """A folder that looks like an environment that was set up."""
    (folder / "bin").mkdir()
    for name in ("python", "netfin-incident"):
        (folder / "bin" / name).touch()
    (folder / "stamp").write_text(stamp, encoding="utf-8")
    return folder / "stamp"


def test_what_is_missing_on_a_bare_debian_is_one_line_to_copy(dev: ModuleType) -> None:
    lines = dev.without_venv().splitlines()
    assert "sudo apt-get update && sudo apt-get install -y python3-venv" in lines


def test_an_old_python_is_told_which_one_is_needed(dev: ModuleType) -> None:
    said = dev.too_old((3, 9, 2))
    assert "needs Python 3.11 or newer" in said
    assert "Python 3.9.2" in said


def test_the_bootstrap_can_be_read_by_an_older_python() -> None:
    code = (
        "import ast, pathlib, sys; ast.parse(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'),"
        " feature_version=(3, 7))"
    )
    subprocess.run([sys.executable, "-c", code, str(ROOT / "dev.py")], check=True)


def test_the_fingerprint_follows_the_project_files_and_the_folder(
    dev: ModuleType, tmp_path: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    seen = set()
    for folder in (one, other):
        folder.mkdir()
        (folder / "pyproject.toml").write_text("a", encoding="utf-8")
        seen.add(dev.fingerprint(folder))
        (folder / "uv.lock").write_text("b", encoding="utf-8")
        seen.add(dev.fingerprint(folder))
        (folder / "pyproject.toml").write_text("c", encoding="utf-8")
        seen.add(dev.fingerprint(folder))
        assert dev.fingerprint(folder) == dev.fingerprint(folder)
    assert len(seen) == 6


@pytest.mark.parametrize(
    ("held", "purpose", "ready"),
    [("run", "run", True), ("test", "test", True), ("test", "run", True), ("run", "test", False)],
)
def test_an_environment_with_the_tests_also_runs(
    dev: ModuleType, tmp_path: Path, held: str, purpose: str, *, ready: bool
) -> None:
    assert dev.is_ready(prepared(tmp_path, f"abc\n{held}\n"), "abc", purpose) is ready


def test_a_changed_or_broken_environment_is_not_ready(dev: ModuleType, tmp_path: Path) -> None:
    stamp = prepared(tmp_path, "abc\nrun\n")
    assert not dev.is_ready(stamp, "changed", "run")
    (tmp_path / "bin" / "python").unlink()
    (tmp_path / "bin" / "python").symlink_to("gone")
    assert not dev.is_ready(stamp, "abc", "run")
    stamp.unlink()
    assert not dev.is_ready(stamp, "abc", "run")


def test_an_empty_stamp_is_not_ready(dev: ModuleType, tmp_path: Path) -> None:
    assert not dev.is_ready(prepared(tmp_path, ""), "abc", "run")


def test_the_programs_started_may_write_bytecode(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "PYTHONDONTWRITEBYTECODE" not in dev.environment()
    assert dev.environment()["TERM"] == "xterm"


def test_pip_is_held_to_the_locked_versions(dev: ModuleType) -> None:
    pins = dev.locked_versions(ROOT / "uv.lock").splitlines()
    assert any(line.startswith("textual==8.") for line in pins)
    assert not any(line.startswith("netfin-incident") for line in pins)


def test_the_lock_names_only_the_public_index() -> None:
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    places = {
        line.split('"')[1] for line in lock.splitlines() if line.startswith("source = { registry")
    }
    assert places == {"https://pypi.org/simple"}
    files = {part.split("/")[0] for part in lock.split('url = "https://')[1:]}
    assert files == {"files.pythonhosted.org"}


def test_without_a_task_the_usage_is_shown() -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "dev.py")], capture_output=True, text=True, check=False
    )
    assert said.returncode == 2
    assert "python3 dev.py run demo" in said.stdout
