import subprocess
import sys
from pathlib import Path

from meta.sources import ROOT, SRC

HEAVY = (
    "alembic",
    "icalendar",
    "jinja2",
    "opencc",
    "pendulum",
    "pydantic",
    "rich",
    "sqlalchemy",
    "sqlmodel",
)
SCREENS = ("textual", "typer")


def modules(folder: str) -> list[str]:
    """Every module under `folder` of the program, by its dotted name.

    Not the migrations: Alembic runs them, nobody imports them.
    """
    found = [
        path for path in sorted((SRC / folder).rglob("*.py")) if "migrations" not in path.parts
    ]
    names = [".".join(path.relative_to(SRC.parent).with_suffix("").parts) for path in found]
    return [name.removesuffix(".__init__") for name in names]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What a fresh Python says; the test fails with its words when it does not end well."""
    said = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    return said


def loaded_after(*imported: str) -> set[str]:
    """The top-level packages in memory after a fresh interpreter imported these modules."""
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    return set(run("-c", code, *imported).stdout.split())


def test_every_layer_imports_downwards_only() -> None:
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_domain_loads_nothing_heavy() -> None:
    found = modules("domain")
    assert "netfin_incident.domain.incident" in found
    assert loaded_after(*found) & {*HEAVY, *SCREENS, "yaml", "sqlite3"} == set()


def test_the_words_load_nothing_heavy() -> None:
    assert loaded_after(*modules("wording")) & {*HEAVY, *SCREENS, "yaml", "sqlite3"} == set()


def test_no_layer_below_the_screens_loads_them() -> None:
    below = [
        *modules("app"),
        *modules("reports"),
        *modules("store"),
        *modules("runner"),
        *modules("library"),
        *modules("exchange"),
        *modules("templating"),
        *modules("config"),
        "netfin_incident.bootstrap",
    ]
    assert loaded_after(*below) & set(SCREENS) == set()


def test_asking_for_the_version_loads_no_command_line() -> None:
    said = run("-X", "importtime", "-m", "netfin_incident", "--version")
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in said.stderr.splitlines()
    }
    assert "netfin_incident" in loaded
    assert loaded & {*HEAVY, *SCREENS, "yaml", "sqlite3"} == set()
    assert said.stdout.split()[-1][0].isdigit()


def test_importing_the_program_does_nothing(tmp_path: Path) -> None:
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    said = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *modules(".")],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
