"""How quickly the program starts, beside a Python that does nothing."""

import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Measured, Task, side_by_side
from netfin_incident.app.desk import Desk
from netfin_incident.store.store import create_store
from record_book import declare

ASKED = (
    ("--version : python -c pass", ["--version"], 1.5),
    ("--help : python -c pass", ["--help"], 10),
    ("note : python -c pass", ["note", "INC-2026-0001", "62 % again"], 20),
)


def measures(*, quick: bool) -> list[Measured]:
    """Every figure of starting."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk(create_store(folder / "netfin.db"))
        declare(desk)
        desk.store.close()
        environment = surroundings(folder)
        launcher = program(folder)
        baseline = running([sys.executable, "-c", "pass"], environment)
        return [
            Measured(
                label, *side_by_side(running([*launcher, *words], environment), baseline,
                                     2 if quick else 25), goal,
            )
            for label, words, goal in ASKED
        ]  # fmt: skip


def program(folder: Path) -> list[str]:
    """The command as uv, and pip from 25.0 on, install it; older ones make it import `re` first."""
    launcher = folder / "netfin-incident"
    launcher.write_text(
        "import sys\n"
        "from netfin_incident.__main__ import main\n"
        "if __name__ == '__main__':\n"
        "    sys.exit(main())\n",
        encoding="utf-8",
    )
    return [sys.executable, str(launcher)]


def surroundings(folder: Path) -> dict[str, str]:
    """A user whose files all lie in `folder`, with compiled files as an installation has them."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "TERM")}
    database = str(folder / "netfin.db")
    return kept | {"HOME": str(folder), "NETFIN_DB": database, "NETFIN_LANG": "en", "TZ": "UTC"}


def running(command: list[str], environment: dict[str, str]) -> Task:
    """Run a command to its good end."""
    calls = count()

    def once() -> None:
        done = subprocess.run(
            command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
        assert done.returncode == 0, (next(calls), done.stderr)

    return once
