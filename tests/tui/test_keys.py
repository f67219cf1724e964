import re
from collections import Counter
from pathlib import Path

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Status
from netfin_incident.tui.keys import KEYS, Key, Scope, bindings, of
from netfin_incident.tui.screens.home import HomeScreen
from netfin_incident.tui.screens.incident import IncidentScreen
from netfin_incident.tui.screens.record_error import RecordErrorScreen
from netfin_incident.wording.screen_keys import KEY_WORDS
from plans import outage
from responder import INC, Place, terminal

PAGE = Path(__file__).parents[2] / "docs" / "terminal.md"
LEGACY_TWINS = {"ctrl+m", "ctrl+j", "ctrl+i", "ctrl+h"}
TOGETHER = ((Scope.HOME, Scope.EVERYWHERE), (Scope.INCIDENT, Scope.EVERYWHERE), (Scope.NOTICE,))


def row(key: Key) -> str:
    """The key's line in the page."""
    shown = " ".join(f"`{part}`" for part in key.shown.split()) or f"`:` {key.words.label.en}"
    return f"| {shown} | {key.scope} | {key.words.about.en} |"


def test_the_page_lists_exactly_the_keys_there_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    listed = re.search(r"<!-- keys -->\n\n(.*?)\n<!-- /keys -->", page, re.DOTALL)
    assert listed is not None
    head = ["| key | where | what it does |", "|---|---|---|"]
    rows = [row(key) for key in KEYS if key.scope is not Scope.NOTICE]
    assert listed[1].splitlines() == [*head, *rows]


def test_every_key_has_its_words_and_no_words_are_left_over() -> None:
    assert {key.id for key in KEYS} == set(KEY_WORDS)
    assert [name for name, count in Counter(key.id for key in KEYS).items() if count > 1] == []


@pytest.mark.parametrize("scopes", TOGETHER)
def test_no_key_is_bound_twice_where_it_works(scopes: tuple[Scope, ...]) -> None:
    pressed = Counter(one for binding in bindings(*scopes) for one in binding.key.split(","))
    assert [key for key, count in pressed.items() if count > 1] == []
    assert set(pressed) & LEGACY_TWINS == set()


@pytest.mark.parametrize(
    ("screen", "scopes"),
    zip((HomeScreen, IncidentScreen, RecordErrorScreen), TOGETHER, strict=True),
)
def test_every_key_does_something_where_it_works(screen: type, scopes: tuple[Scope, ...]) -> None:
    silent = [key.id for key in of(*scopes) if not hasattr(screen, f"do_{key.id}")]
    assert silent == ["quit"] * (Scope.NOTICE not in scopes)  # Ctrl+Q is the program's own


@pytest.mark.parametrize("scopes", TOGETHER[:2])
def test_nothing_that_ends_an_incident_is_on_a_bare_key(scopes: tuple[Scope, ...]) -> None:
    assert {"close", "cancel", "reopen", "resolve"} & {key.id for key in of(*scopes)} == set()


async def test_a_greyed_key_says_why_and_writes_nothing(place: Place) -> None:
    place.declared("Over", c.ChangeStatus(Status.RECOVERED), c.StateFunds(touched=False))
    place.handled(c.ChangeStatus(Status.RESOLVED), c.ChangeStatus(Status.CLOSED))
    before = len(place.events())
    async with terminal(place.app(), (120, 30)) as responder:
        await responder.open()
        for key in "ndasxturvmiNAbe":
            responder.app.shell.say("")
            await responder.press(key)
            assert responder.shows(IncidentScreen), key
            assert "closed" in responder.status, key
            assert "NF-1" in responder.status, key
    assert len(place.events()) == before


async def test_every_acting_key_opens_something_on_an_open_incident(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        for key in "nNdasxturvmibeHO":
            await responder.press(key)
            assert not responder.shows(IncidentScreen), key
            await responder.press("escape")
            assert responder.shows(IncidentScreen), key
    assert len(place.events(INC)) == 2


async def test_the_hint_line_greys_what_would_be_refused(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert isinstance(room, IncidentScreen)
        assert room.why_not("step") is not None
        assert room.why_not("note") is None
        place.handled(c.AttachPlaybook(outage()))
        await responder.settle()
        assert room.why_not("step") is None
