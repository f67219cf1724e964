from dataclasses import replace
from datetime import timedelta

import pytest

from called_place import POLICIES, ROSTER, furnished, settled, ticked
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import CallOutcome
from netfin_incident.tui.dialogs.card import CardDialog
from netfin_incident.tui.dialogs.on_call import OnCallDialog
from netfin_incident.tui.screens.incident import IncidentScreen
from responder import Place, terminal


@pytest.fixture
def paged(place: Place) -> Place:
    """Level 1 was called three seconds late; its page could not be delivered."""
    furnished(place).declared("Gateway down", by="li.na")
    place.clock.forward(seconds=3)
    ticked(place)
    settled(place, "chat")
    return place


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("now   安宁, until 2026-11-30 09:00 +08:00 Asia/Shanghai", "next  博文",
             "GAP   nobody from 2026-11-24 18:00 +08:00 to 2026-11-25 09:00",
             "now   NOBODY is on call", "phone +86 138 0000 0001"),
        ),
        (
            "zh-Hans",
            ("当前  安宁，至 2026-11-30 09:00 +08:00 Asia/Shanghai", "下一班  博文",
             "空档  2026-11-24 18:00 +08:00 至 2026-11-25 09:00", "当前  无人值班"),
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("keys", [("O",), ("enter", "O")], ids=["home", "incident"])
async def test_who_is_on_call_now_and_next_is_one_key_away(
    place: Place, keys: tuple[str, ...], language: str, said: tuple[str, ...]
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    async with terminal(place.app()) as responder:
        await responder.press(*keys)
        assert responder.shows(OnCallDialog)
        for part in said:
            assert part in responder.screen, part
        await responder.press("q")
        assert not responder.shows(OnCallDialog)


async def test_without_a_roster_the_view_says_why(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        await responder.press("O")
        assert "NF-2" in responder.screen


async def test_an_override_without_effect_is_said_in_red(place: Place) -> None:
    session, at = furnished(place).made(), place.clock()
    act, day = replace(session.act(), at=at), (at, at + timedelta(days=1))
    session.rotas.override("first", act, "bo-wen", day, "ill", instead_of="cen-li")
    session.desk.store.close()
    async with terminal(place.app()) as responder:
        await responder.press("O")
        assert "IDLE  override O1 has no effect: 岑立 is not on call" in responder.screen


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Handover card", "nobody has acknowledged", "restart", "yes: do it")),
        ("zh-Hans", ("交接卡", "尚无人确认接报", "restart", "yes：do it")),
    ],
)
async def test_the_handover_card_says_what_whoever_takes_over_must_know(
    paged: Place, language: str, said: tuple[str, ...]
) -> None:
    paged.language = language
    paged.handled(
        c.GiveTask("restart", "bo-wen", 900), c.RecordDecision("yes", "do it"),
        c.TakeMeasure("retries off", temporary=True), by="li.na",
    )  # fmt: skip
    async with terminal(paged.app(), (120, 50)) as responder:
        await responder.open()
        await responder.press("H")
        assert responder.shows(CardDialog)
        for part in (*said, "retries off", "博文", "2026-11-24 14:15:05 +08:00"):
            assert part in responder.screen, part
        await responder.press("escape")
        assert responder.shows(IncidentScreen)


async def test_the_card_scrolls_where_it_is_longer_than_the_screen(paged: Place) -> None:
    async with terminal(paged.app()) as responder:
        await responder.open()
        await responder.press("H")
        assert "Last decisions" not in responder.screen
        await responder.press("G")
        assert "Last decisions" in responder.screen


async def test_leaving_the_card_offers_and_accepts_nothing(place: Place) -> None:
    place.declared("Gateway down", c.AssignRole("commander", "wang.min"))
    place.handled(c.OfferHandover("commander", "li.na", "all of it"), by="wang.min")
    before = len(place.events())
    async with terminal(place.app("li.na")) as responder:
        await responder.open()
        await responder.press("i", "enter")
        assert responder.shows(CardDialog)
        assert "all of it" in responder.screen
        await responder.press("escape")
    assert len(place.events()) == before


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Policy Payments: level 1 calls 安宁 in 1m"),
        ("zh-Hans", "策略 支付：1分 后呼叫第 1 级 安宁"),
    ],
)
async def test_declaring_says_by_which_policy_who_is_called(
    place: Place, language: str, said: str
) -> None:
    place.language = language
    furnished(place).made()
    async with terminal(place.app()) as responder:
        await responder.press("D")
        assert said in responder.screen


async def test_declaring_says_who_is_called_for_the_chosen_severity(place: Place) -> None:
    furnished(place).made()
    async with terminal(place.app()) as responder:
        await responder.press("D", "tab", "1")
        assert "level 1 calls 安宁 at once" in responder.screen
        await responder.press("4")
        assert "Nobody is called: no escalation policy is for it" in responder.screen


@pytest.mark.parametrize(
    ("roster", "policies", "said"),
    [
        (ROSTER, "", "no escalation policy is for it"),
        (ROSTER, "schema: netfin-escalation/1\nzone: 7\n", "Nobody is called: "),
        ("schema: netfin-roster/1\npeople: 7\n", POLICIES, "Nobody is called: "),
    ],
)
async def test_declaring_says_why_nobody_is_called(
    place: Place, roster: str, policies: str, said: str
) -> None:
    furnished(place, roster, policies).made()
    async with terminal(place.app()) as responder:
        await responder.press("D")
        assert said in responder.screen
        await responder.write("It burns")
        await responder.press("ctrl+s")
        assert responder.shows(IncidentScreen)


async def test_who_declares_and_is_on_call_is_told_so(place: Place) -> None:
    furnished(place).made()
    async with terminal(place.app("an-ning")) as responder:
        await responder.press("D")
        assert "you are on call and so have acknowledged" in responder.screen


async def test_the_timeline_shows_calls_alone_and_notices_alone(paged: Place) -> None:
    paged.handled(c.Note("a note"), c.RecordCall("an-ning", CallOutcome.BUSY), by="li.na")
    async with terminal(paged.app()) as responder:
        await responder.open()
        await responder.press("2", "f", "f", "f", "f", "f")
        assert "showing: escalation and telephone" in responder.status
        assert "Telephoned an-ning: busy" in responder.screen
        assert "level 1 (line) called" in responder.screen
        assert "a note" not in responder.screen
        await responder.press("f")
        assert "showing: notices" in responder.status
        assert "could not be delivered" in responder.screen
        assert "Telephoned" not in responder.screen


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "- DingTalk: written to the drill outbox, not sent"),
        ("zh-Hans", "- 钉钉：写入演练发件箱，未实际发送"),
    ],
)
async def test_what_only_the_file_of_a_drill_got_has_no_tick(
    place: Place, language: str, said: str
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    settled(place, simulated=True)
    async with terminal(place.app(), (200, 50)) as responder:
        await responder.open()
        await responder.press("5")
        calls = responder.app.shell.query_one("LadderList")
        shown = " ".join(row.said.strip() for row in calls.rows)  # type: ignore[attr-defined]
        assert said in shown
        assert "✓" not in shown
