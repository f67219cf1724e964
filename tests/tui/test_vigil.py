import asyncio
import threading

import pytest

from called_place import furnished, settled, ticked, watching
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.errors import RecordError
from netfin_incident.tui.program import NetfinApp
from netfin_incident.tui.vigil import WINDOW
from responder import Place, Responder, terminal

NOBODY = {"en": "NOBODY WATCHES", "zh-Hans": "无人值守"}
OWN = {"en": "ONLY THIS WINDOW WATCHES", "zh-Hans": "仅本窗口在值守"}


class Recorder:
    """A watch that only notes that it runs."""

    def __init__(self, error: RecordError | None = None) -> None:
        self.begun = 0
        self.ended = threading.Event()
        self._error = error

    def __call__(self) -> "Recorder":
        self.begun += 1
        return self

    def run(self, stop: threading.Event) -> None:
        if self._error is not None:
            raise self._error
        stop.wait(30)
        self.ended.set()


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
async def test_every_screen_says_in_red_that_nobody_watches(place: Place, language: str) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    async with terminal(place.app()) as responder:
        assert NOBODY[language] in responder.screen
        await responder.open()
        assert NOBODY[language] in responder.screen
        await responder.press("n")
        assert NOBODY[language] in responder.screen


async def test_a_fresh_watcher_is_no_news_and_a_silent_one_is(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watching(place)
    async with terminal(place.app()) as responder:
        assert NOBODY["en"] not in responder.screen
        place.clock.forward(seconds=30)
        await responder.settle()
        assert NOBODY["en"] not in responder.screen
        place.clock.forward(seconds=1)
        await responder.settle()
        assert NOBODY["en"] in responder.screen


async def test_nothing_is_said_where_nobody_has_to_be_called(place: Place) -> None:
    place.declared("No policy is in force")
    async with terminal(place.app()) as responder:
        assert NOBODY["en"] not in responder.screen


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 notice could not be delivered"), (2, "2 notices could not")]
)
async def test_notices_that_were_not_delivered_light_the_line(
    place: Place, count: int, said: str
) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watching(place)
    ticked(place)
    settled(place, "chat")
    if count > 1:
        ticked(place)
        settled(place, "mail")
    async with terminal(place.app()) as responder:
        assert said in responder.screen
        assert "netfin-incident notify queue" in responder.screen
        assert NOBODY["en"] not in responder.screen


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
async def test_this_window_watches_where_nobody_does_and_says_so(
    place: Place, language: str
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    watch = Recorder()
    async with terminal(place.app(watch=watch)) as responder:
        assert watch.begun == 1
        assert OWN[language] in responder.screen
        await responder.settle()
        assert watch.begun == 1


async def test_it_stops_when_a_watcher_appears(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watch = Recorder()
    async with terminal(place.app(watch=watch)) as responder:
        watching(place)
        await responder.settle()
        assert await asyncio.to_thread(watch.ended.wait, 5)
        await responder.settle()
        assert OWN["en"] not in responder.screen
        assert NOBODY["en"] not in responder.screen


async def test_it_stops_when_the_program_is_left(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watch = Recorder()
    async with terminal(place.app(watch=watch)) as responder:
        await left(responder)
    assert watch.ended.is_set()


async def test_beside_a_watcher_it_does_nothing(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watching(place)
    watch = Recorder()
    async with terminal(place.app(watch=watch)):
        assert watch.begun == 0


async def test_where_nothing_can_become_due_it_does_nothing(place: Place) -> None:
    place.declared()
    watch = Recorder()
    async with terminal(place.app(watch=watch)):
        assert watch.begun == 0


async def test_a_second_window_leaves_it_to_the_first(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watching(place, WINDOW)
    watch = Recorder()
    async with terminal(place.app(watch=watch)) as responder:
        assert watch.begun == 0
        assert "ONLY A WINDOW WATCHES (ops-1)" in responder.screen


async def test_a_watch_that_fails_is_begun_again_and_the_line_stays_red(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    watch = Recorder(RecordError("database-replaced", path="x"))
    async with terminal(place.app(watch=watch)) as responder:
        for _ in range(3):
            await responder.settle()
        assert watch.begun > 1
        assert "WATCHES" in responder.screen
        assert responder.app.is_running


async def test_a_fault_of_the_watch_ends_the_program(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")

    class Faulty(Recorder):
        def run(self, stop: threading.Event) -> None:
            raise ZeroDivisionError(stop)

    with pytest.raises(ZeroDivisionError):
        await opened_for_a_while(place.app(watch=Faulty()))


async def test_the_real_watch_calls_and_sends_from_this_window(place: Place) -> None:
    furnished(place).made()
    session = place.session()
    place.clock.at = session.act().at
    place.declared("Gateway down", by="li.na")
    app = place.app(watch=lambda: session.watch(WINDOW))
    async with terminal(app) as responder:
        await responder.open()
        for _ in range(50):
            await asyncio.sleep(0.1)
            place.clock.at = session.act().at
            await responder.settle()
            if any(isinstance(one, e.Escalated) for one in place.events()):
                break
        assert "ONLY THIS WINDOW WATCHES" in responder.screen
        await responder.settle()
        assert "nobody has acknowledged" in responder.screen
        await left(responder)
    called = [one for one in place.events() if isinstance(one, e.Escalated)]
    assert called[0].level == 1


async def test_a_demo_watches_nothing(place: Place) -> None:
    from netfin_incident.store.store import create_store

    create_store(place.database, "demo").close()
    furnished(place).declared("Gateway down", by="li.na")
    watch = Recorder()
    async with terminal(place.app(watch=watch)) as responder:
        assert watch.begun == 0
        assert "WATCHES" not in responder.screen


async def test_keys_are_answered_while_it_watches(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    async with terminal(place.app(watch=Recorder())) as responder:
        await responder.open()
        await responder.press("n")
        await responder.write("seen")
        await responder.press("enter")
    assert any(isinstance(one, e.Noted) for one in place.events())
    place.handled(c.Note("more"))


async def opened_for_a_while(app: NetfinApp) -> None:
    """Open the terminal, and let it look around."""
    async with terminal(app) as responder:
        for _ in range(5):
            await responder.settle()


async def left(responder: Responder) -> None:
    """Leave, and wait for that."""
    responder.app.leave()
    for worker in list(responder.app.workers):
        if worker.group == "default" and worker.name == "leaving":
            await worker.wait()
