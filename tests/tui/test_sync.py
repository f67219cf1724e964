import sqlite3
from collections.abc import Callable
from datetime import timedelta

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.errors import NetfinError, StoreBusy
from netfin_incident.tui.screens.home import HomeScreen
from netfin_incident.tui.screens.record_error import RecordErrorScreen
from netfin_incident.tui.sync import Sync
from plans import outage
from responder import INC, Place, Responder, terminal

PAUSE = 0.05


async def sees(responder: Responder, said: str) -> bool:
    """Whether the program sees something by itself, looking twice a second as it does.

    A second is enough; a busy machine is given another one.
    """
    for _ in range(int(2 / PAUSE)):
        if said in responder.screen:
            return True
        await responder.pilot.pause(PAUSE)
    return False


async def test_two_terminals_see_each_other_within_a_second(place: Place) -> None:
    place.declared()
    async with terminal(place.app("wang.min")) as wang, terminal(place.app("li.na")) as li:
        await wang.open()
        await li.open()
        await wang.press("n")
        await wang.write("rate back to 99 %")
        await wang.press("enter")
        assert await sees(li, "rate back to 99 %")
        await li.press("s", "1", "enter")
        assert await sees(wang, "I critical ####")


async def test_a_change_from_elsewhere_is_marked_for_a_moment_and_moves_nothing(
    place: Place,
) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.press("down")
        selected = room.lists.steps.step
        place.handled(c.CompleteStep("isolate"))
        await responder.settle()
        assert "*[x]" in responder.screen
        after = room.lists.steps.step
        assert selected is not None
        assert after is not None
        assert after.number == selected.number == 2
        place.clock.forward(seconds=6)
        responder.app.tick()
        assert "*[x]" not in responder.screen


async def test_the_timeline_follows_at_its_end_and_counts_what_is_new_elsewhere(
    place: Place,
) -> None:
    place.declared("Gateway down", *(c.Note(f"note {n}") for n in range(40)))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert room.lists.timeline.is_following
        place.handled(c.Note("the newest"))
        await responder.settle()
        assert "the newest" in responder.screen
        await responder.press("g")
        place.handled(c.Note("one more"), c.Note("and another"))
        await responder.settle()
        assert "one more" not in responder.screen
        assert "v 2 new (G)" in responder.screen
        await responder.press("G")
        assert "and another" in responder.screen
        assert "new (G)" not in responder.screen


async def test_the_list_at_home_sees_what_others_declare(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        assert "Open incidents 1" in responder.screen
        place.declared("Second thing", severity=Severity.S1)
        assert await sees(responder, "Open incidents 2")
        await responder.settle()
        assert "*I   critical" in responder.screen


async def test_data_that_could_not_be_read_looks_stale(place: Place) -> None:
    place.declared()
    app = place.app()
    async with terminal(app) as responder:
        await responder.open()
        assert "STALE" not in responder.screen
        place.clock.forward(seconds=12)
        app.look_failed(StoreBusy("store-busy", path=str(place.database)))
        await responder.pilot.pause()
        assert "STALE 12s" in responder.screen
        await responder.press("R")
        app.tick()
        await responder.pilot.pause()
        assert "STALE" not in responder.screen


async def test_a_database_that_was_replaced_takes_the_screen(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        place.database.rename(place.folder / "moved.db")
        await responder.settle()
        assert responder.shows(RecordErrorScreen)
        assert "NF-3" in responder.screen


async def test_an_entry_that_cannot_be_read_takes_the_screen(place: Place) -> None:
    place.declared("Gateway down", c.GiveTask("restart", "wang", 600))
    connection = sqlite3.connect(place.database)
    connection.execute("DROP TRIGGER body_is_append_only_update")
    connection.execute("UPDATE body SET body = '{\"broken' WHERE seq = 2")
    connection.execute(_TRIGGER)
    connection.commit()
    connection.close()
    async with terminal(place.app()) as responder:
        assert responder.shows(RecordErrorScreen)
        await responder.press("q")
    assert responder.app.return_code == 5


async def test_the_age_of_an_incident_counts_on(place: Place) -> None:
    place.declared("Gateway down", c.GiveTask("restart", "wang", 600))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "00:10:00" in responder.screen
        place.clock.forward(minutes=7, seconds=1)
        responder.app.tick()
        assert "00:02:59 !" in responder.screen
        assert "elapsed 7m 1s" in responder.screen
        place.clock.at += timedelta(minutes=6)
        responder.app.tick()
        assert "OVERDUE +03:01" in responder.screen
        assert INC in responder.screen


_TRIGGER = (
    "CREATE TRIGGER body_is_append_only_update BEFORE UPDATE ON body "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
)


async def test_an_incident_that_cannot_be_read_leaves_the_list_in_reach(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        responder.app.open_incident("INC-2026-0099")
        await responder.settle()
        assert responder.shows(RecordErrorScreen)
        await responder.press("escape")
        assert responder.shows(HomeScreen)
        assert "Open incidents 1" in responder.screen


async def test_an_incident_that_cannot_be_read_is_not_read_again_while_it_closes(
    place: Place,
) -> None:
    place.declared()
    app = place.app()
    async with terminal(app) as responder:
        app.open_incident("INC-2026-0099")
        await responder.settle()
        was_stale = app.age is not None
        app.go_home()
        await app.look_now()
        assert was_stale
        assert app.age is None
        await responder.settle()
        assert responder.shows(HomeScreen)


async def test_what_could_not_be_read_for_somebody_who_left_meanwhile_is_no_failure(
    place: Place,
) -> None:
    failures: list[NetfinError] = []
    sync = Sync(place.made().desk.store, lambda: None, failures.append)
    leaver = Leaver(sync)
    sync.add(leaver)
    await sync.look()
    sync.wake()
    await sync.look()
    assert leaver.reads == 1
    assert failures == []


class Leaver:
    """Leaves while something is read for it, which then fails."""

    def __init__(self, sync: Sync) -> None:
        self.sync = sync
        self.reads = 0

    def read(self) -> Callable[[], None]:
        """Leave."""
        self.reads += 1
        self.sync.remove(self)
        raise StoreBusy("store-busy", path="netfin.db")


async def test_what_was_read_for_an_incident_that_was_left_meanwhile_is_not_shown(
    place: Place,
) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        room = await responder.open()
        place.handled(c.Note("written elsewhere"))
        show = room.read()
        await responder.press("escape")
        show()
        assert responder.shows(HomeScreen)
