import subprocess
import sys
from pathlib import Path

from responder import Place

HEAVY = ("alembic", "jinja2", "opencc", "pendulum", "sqlalchemy", "sqlmodel", "typer", "yaml")

TO_THE_FIRST_LIST = """
import asyncio, sys
from netfin_incident.bootstrap import Session
from netfin_incident.config import Given
from netfin_incident.tui import app as _
from netfin_incident.tui.program import NetfinApp

before = set(sys.modules)
session = Session(Given(database=sys.argv[1], language="en", zone="Asia/Shanghai"))
app = NetfinApp(session)

async def main():
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(200):
            await pilot.pause(0.01)
            if app.screen.grid.rows:
                break
        assert app.screen.grid.rows, "no list"

asyncio.run(main())
print(*{name.partition(".")[0] for name in sys.modules})
"""
TO_THE_FIRST_FRAME = """
import sys
import netfin_incident.tui.program
print(*sys.modules)
"""


def run(code: str, *arguments: str | Path) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    return set(said.stdout.split())


def test_nothing_heavy_is_loaded_on_the_way_to_the_first_list(place: Place) -> None:
    place.declared()
    assert run(TO_THE_FIRST_LIST, place.database) & set(HEAVY) == set()


def test_no_dialog_and_no_incident_screen_is_loaded_before_the_first_frame() -> None:
    loaded = run(TO_THE_FIRST_FRAME)
    late = {
        name
        for name in loaded
        if name.startswith(("netfin_incident.tui.dialogs.", "netfin_incident.tui.acts"))
        or name in ("netfin_incident.tui.screens.incident", "netfin_incident.app.views")
    }
    assert late == set()
