"""What the screens look like.  Looks only: every rule has its test in `tests/tui`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from importlib.metadata import version
from typing import Any

import pytest
from textual.pilot import Pilot

from called_place import furnished, settled, ticked
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CallOutcome, Mode, NoteKind
from plans import every_kind, outage
from responder import INC, Place, Responder, opened

DRAWN_WITH = "8.2.8"
pytestmark = pytest.mark.skipif(
    version("textual") != DRAWN_WITH, reason=f"the pictures were drawn with Textual {DRAWN_WITH}"
)

NARROW, WIDE = (80, 24), (200, 50)
Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]

SAID = {
    "en": ("Quick-pay success rate down to 62 %", "Only channel A; issuer X times out", "restart"),
    "zh-Hans": ("快捷支付成功率跌至62%", "仅A通道；X发卡行超时", "重启网关"),
}


def scene(place: Place, language: str, mode: Mode = Mode.LIVE) -> Place:
    """An outage twelve minutes old, a smaller thing beside it."""
    place.language = language
    title, note, task = SAID[language]
    place.declared(title, c.AttachPlaybook(outage()), mode=mode)
    incident_id = INC if mode is Mode.LIVE else "DRL-2026-0001"
    place.clock.forward(minutes=2)
    place.handled(
        c.AssignRole("commander", "wang.min"), c.AssignRole("technical", "li.na"),
        by="wang.min", incident_id=incident_id,
    )  # fmt: skip
    place.clock.forward(minutes=2)
    place.handled(
        c.Note(note, NoteKind.FINDING), c.GiveTask(task, "li.na", 900), incident_id=incident_id
    )
    place.clock.forward(minutes=8)
    place.declared(title[::-1], severity=Severity.S4, by="li.na")
    place.clock.at += timedelta(seconds=5)
    return place


def pressing(place: Place, *keys: str) -> Before:
    """Open the terminal and press keys."""

    async def before(pilot: Pilot[Any]) -> None:
        responder = Responder(pilot.app, pilot)  # type: ignore[arg-type]
        await opened(responder)
        await responder.press(*keys)
        place.clock.at += timedelta()
        pilot.app.screen.refresh()
        await responder.settle()

    return before


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "200x50"])
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize(
    ("screen", "keys"), [("home", ()), ("incident", ("enter",))], ids=["home", "incident"]
)
def test_the_screens(
    snap_compare: Compare, place: Place, screen: str, keys: tuple[str, ...], language: str,
    size: tuple[int, int],
) -> None:  # fmt: skip
    del screen
    app = scene(place, language).app()
    assert snap_compare(app, terminal_size=size, run_before=pressing(place, *keys))


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize(
    "keys",
    [("D",), ("enter", "question_mark"), ("enter", "2")],
    ids=["declare", "help", "timeline"],
)
def test_what_opens_over_them(
    snap_compare: Compare, place: Place, keys: tuple[str, ...], language: str
) -> None:
    app = scene(place, language).app()
    assert snap_compare(app, terminal_size=NARROW, run_before=pressing(place, *keys))


def test_a_drill(snap_compare: Compare, place: Place) -> None:
    app = scene(place, "en", Mode.DRILL).app()
    assert snap_compare(app, terminal_size=NARROW, run_before=pressing(place, "enter"))


def test_nothing_to_do(snap_compare: Compare, place: Place) -> None:
    place.language = "zh-Hans"
    place.made()
    assert snap_compare(place.app(), terminal_size=NARROW, run_before=pressing(place))


def test_without_colour(
    snap_compare: Compare, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    app_place = scene(place, "en")
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_place.app()
    assert snap_compare(app, terminal_size=NARROW, run_before=pressing(place, "enter"))


def calling(place: Place, language: str) -> Place:
    """Level 1 could not be reached, level 2 is nobody's, of level 3 one did not answer."""
    furnished(place).language = language
    title, note, task = SAID[language]
    place.declared(title, c.AttachPlaybook(outage()), by="li.na")
    place.clock.forward(seconds=3)
    ticked(place)
    settled(place, "chat")
    place.clock.forward(seconds=3)
    ticked(place)
    settled(place, "mail")
    place.handled(
        c.RecordCall("cen-li", CallOutcome.NO_ANSWER, "desk"), c.Note(note, NoteKind.FINDING),
        c.GiveTask(task, "bo-wen", 900), c.RecordDecision("A?", "B", rationale="C"),
        c.TakeMeasure(task, temporary=True), by="li.na",
    )  # fmt: skip
    place.clock.forward(seconds=100)
    return place


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "200x50"])
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize(
    "keys",
    [(), ("enter", "5"), ("O",), ("enter", "H")],
    ids=["nobody-watches", "ladder", "on-call", "card"],
)
def test_who_is_called(
    snap_compare: Compare, place: Place, keys: tuple[str, ...], language: str,
    size: tuple[int, int],
) -> None:  # fmt: skip
    app = calling(place, language).app()
    assert snap_compare(app, terminal_size=size, run_before=pressing(place, *keys))


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize(
    "keys", [("enter", "e"), ("enter", "b"), ("D",)], ids=["escalate", "phone", "declare"]
)
def test_asking_about_calls(
    snap_compare: Compare, place: Place, keys: tuple[str, ...], language: str
) -> None:
    app = calling(place, language).app()
    assert snap_compare(app, terminal_size=NARROW, run_before=pressing(place, *keys))


def working(place: Place) -> Place:
    """All twelve kinds of steps, some done, one failed, one waiting."""
    place.language = "zh-Hans"
    place.declared(SAID["zh-Hans"][0], c.AttachPlaybook(every_kind()))
    place.handled(
        c.AssignRole("commander", "wang.min"), c.AssignRole("technical", "li.na"),
        c.CompleteStep("learn", answers=(("eta", "40m"), ("backup", "是"))), by="wang.min",
    )  # fmt: skip
    place.clock.forward(minutes=3, seconds=5)
    return place


@pytest.mark.parametrize(
    "keys",
    [(), ("G",), ("space",), ("down", "down", "full_stop")],
    ids=["first", "rest", "decide", "menu"],
)
def test_every_kind_of_step(snap_compare: Compare, place: Place, keys: tuple[str, ...]) -> None:
    app = working(place).app()
    before = pressing(place, "enter", *keys)
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_every_kind_of_step_where_there_is_room(snap_compare: Compare, place: Place) -> None:
    app = working(place).app()
    assert snap_compare(app, terminal_size=WIDE, run_before=pressing(place, "enter"))


@pytest.mark.parametrize("playbook", ["payment-channel-outage", "ransomware"])
def test_the_first_phase_of_what_is_shipped(
    snap_compare: Compare, place: Place, playbook: str
) -> None:
    place.language = "zh-Hans"
    plan = place.made().shelf.get(playbook)
    place.declared(SAID["zh-Hans"][0], c.AttachPlaybook(plan))
    assert snap_compare(place.app(), terminal_size=NARROW, run_before=pressing(place, "enter"))
