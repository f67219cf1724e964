from datetime import timedelta

import pytest

from called_place import climbed, furnished, settled, ticked
from netfin_incident.app.codes import Codes
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Basis, CalledBecause, CallOutcome, Status
from netfin_incident.tui.dialogs.calling import AcknowledgeForForm, EscalateForm
from netfin_incident.tui.screens.incident import IncidentScreen
from netfin_incident.tui.screens.incident_panes import CALLS
from netfin_incident.tui.widgets.called import CallLine
from responder import INC, Place, Responder, terminal

LANGUAGES = ["en", "zh-Hans"]
NOBODY = {"en": "nobody has acknowledged", "zh-Hans": "尚无人确认接报"}
HAS_IT = {"en": "acknowledged: wang.min", "zh-Hans": "已确认接报：wang.min"}


@pytest.fixture
def paged(place: Place) -> Place:
    """Level 1 was called three seconds late; its page could not be delivered."""
    furnished(place).declared("Gateway down", by="li.na")
    place.clock.forward(seconds=3)
    ticked(place)
    settled(place, "chat")
    return place


def line(responder: Responder) -> str:
    """What stands under the head."""
    bar = responder.app.shell.query_one(CallLine)
    return " ".join("".join(piece.text for piece in pieces) for pieces in bar.lines(80))


async def on_person(responder: Responder, name: str) -> None:
    """The calls, with the cursor on a person."""
    await responder.press("5")
    calls = responder.app.shell.query_one("LadderList")
    assert calls.select(lambda row: row.said.strip().startswith(name))  # type: ignore[attr-defined]
    await responder.settle()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_head_says_that_nobody_has_it_and_counts_down_to_the_next_level(
    place: Place, language: str
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    async with terminal(place.app()) as responder:
        await responder.open()
        assert NOBODY[language] in line(responder)
        assert "05:00" in line(responder)
        place.clock.forward(seconds=61)
        responder.app.tick()
        assert "03:59" in line(responder)
        assert all(len(drawn) <= 80 for drawn in [line(responder)])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "escalated by hand, waits for another answer"),
        ("zh-Hans", "此后人工升级，等待再次确认接报"),
    ],
)
async def test_the_head_says_that_more_people_were_asked_for_by_hand(
    place: Place, language: str, words: str
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("A")
        assert HAS_IT[language] in line(responder)
        await responder.press("e", "enter")
        assert words in line(responder)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "not acknowledged"), ("zh-Hans", "未确认接报")]
)
async def test_the_list_says_what_nobody_has_acknowledged(
    place: Place, language: str, words: str
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    async with terminal(place.app()) as responder:
        assert words in responder.screen
        await responder.open()
        await responder.press("A", "escape")
        assert words not in responder.screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_key_acknowledges(place: Place, language: str) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("A")
        assert HAS_IT[language] in line(responder)
        assert NOBODY[language] not in line(responder)
    assert e.Acknowledged(1) in place.events()
    assert place.acts()[-1].by == "wang.min"


async def test_an_incident_without_a_policy_says_who_has_it_and_that_nobody_is_called(
    place: Place,
) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert line(responder) == ""
        await responder.press("A")
        assert "acknowledged: wang.min" in line(responder)
        assert "no policy" in line(responder)
        await responder.press("5")
        assert room.pane == CALLS
        assert "Nobody is called for this incident" in responder.screen


async def test_a_level_that_is_called_while_one_looks_changes_the_line_and_is_said(
    place: Place,
) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    settled(place)
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "level 2" in line(responder)
        climbed(place)
        await responder.settle()
        assert "Level 3 was called: 博文, 岑立, ops" in responder.status
        assert "the fallback in 10:00" in line(responder)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("Level 3 (lead) calls", "博文: text message, mail, to be dialled +86 10 8888 0000"),
        ),
        ("zh-Hans", ("将呼叫第 3 级（lead）", "博文：短信、邮件、须人工拨打 +86 10 8888 0000")),
    ],
)
async def test_escalating_shows_whom_it_calls_and_how_before_it_does(
    place: Place, language: str, said: tuple[str, ...]
) -> None:
    place.language = language
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("e")
        assert responder.shows(EscalateForm)
        for part in (*said, "+86 10 8888 0001", "third", "ops"):
            assert part in responder.screen
        before = len(place.events())
        await responder.press("escape")
        assert len(place.events()) == before
        await responder.press("e")
        await responder.write("no word from the first line")
        await responder.press("enter")
        assert responder.shows(IncidentScreen)
    called = place.events()[-1]
    assert isinstance(called, e.Escalated)
    assert (called.level, called.because) == (3, CalledBecause.BY_HAND)
    assert called.reason == "no word from the first line"


async def test_two_who_escalate_at_once_do_it_once_and_the_second_is_told(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    async with terminal(place.app()) as first, terminal(place.app("li.na")) as second:
        for responder in (first, second):
            await responder.open()
            await responder.press("e")
        await first.press("enter")
        await second.press("enter")
        assert second.shows(EscalateForm)
        assert "NF-1183" in second.screen
        assert "was escalated 0 s ago" in second.screen
        assert first.shows(IncidentScreen)
    assert sum(isinstance(one, e.Escalated) for one in place.events()) == 2


async def test_two_who_begin_a_ladder_at_once_begin_it_once(place: Place) -> None:
    furnished(place, policies="").declared("Gateway down", by="li.na")
    furnished(place)
    async with terminal(place.app()) as first, terminal(place.app("li.na")) as second:
        for responder in (first, second):
            await responder.open()
            await responder.press("e")
            assert "Level 1 (line) calls" in responder.screen
        await first.press("enter")
        await second.press("enter")
        assert "NF-1183" in second.screen
    assert [one.KIND for one in place.events()].count("escalated") == 1


async def test_escalating_without_a_policy_says_so_and_calls_nobody(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("e")
        assert "NF-1181" in responder.screen
        await responder.press("enter")
        assert responder.shows(EscalateForm)
    assert len(place.events()) == 1


async def test_a_roster_that_cannot_be_read_passes_nobody_over(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    ticked(place)
    (place.folder / "roster.yaml").write_text("schema: netfin-roster/1\npeople: 7\n")
    before = len(place.events())
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("e")
        assert "NF-2" in responder.screen
        await responder.press("enter")
        assert responder.shows(EscalateForm)
    assert len(place.events()) == before


async def test_escalating_is_greyed_with_its_reason_when_the_emergency_is_over(
    place: Place,
) -> None:
    furnished(place).declared("Gateway down", by="li.na")
    place.handled(c.ChangeStatus(Status.RECOVERED), c.StateFunds(touched=False))
    place.handled(c.ChangeStatus(Status.RESOLVED))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert isinstance(room, IncidentScreen)
        assert room.why_not("escalate") is not None
        await responder.press("e")
        assert responder.shows(IncidentScreen)
        assert "NF-1182" in responder.status
        assert "press t" in responder.status


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_ladder_says_when_whom_and_whether_it_arrived(
    paged: Place, language: str
) -> None:
    paged.language = language
    paged.clock.forward(seconds=3)
    ticked(paged)
    settled(paged, "mail")
    words = {
        "en": (
            "called 14:00:03, planned 14:00:00, 3s late", "DingTalk: not delivered 14:00:05",
            "no answer in time", "passed over 14:00:08: nobody is on call",
            "text message: delivered 14:00:10", "dial +86 138 0000 0001",
            "nobody of the level before was reached", "channel, cannot acknowledge",
            "Fallback  in 10:00, at 14:10:08", "Escalation 1: Payments (pay)",
        ),
        "zh-Hans": (
            "14:00:03 呼叫，应于 14:00:00，迟 3秒", "钉钉：未送达 14:00:05", "超时无应答",
            "14:00:08 跳过：无人值班", "短信：已送达 14:00:10", "拨打 +86 138 0000 0001",
            "上一级无法送达", "渠道，无法确认", "兜底联系人  10:00 后，14:10:08",
            "第 1 次升级：支付 (pay)",
        ),
    }  # fmt: skip
    paged.clock.at -= timedelta(seconds=2)
    async with terminal(paged.app(), (80, 40)) as responder:
        await responder.open()
        await responder.press("5")
        for part in words[language]:
            assert part in responder.screen, part


async def test_nothing_in_the_ladder_is_cut_however_narrow(paged: Place) -> None:
    async with terminal(paged.app(), (200, 50)) as responder:
        await responder.open()
        await responder.press("5")
        calls = responder.app.shell.query_one("LadderList")
        assert calls.size.width < 60
        said = " ".join(row.said.strip() for row in calls.rows)  # type: ignore[attr-defined]
        assert "called 14:00:03, planned 14:00:00, 3s late" in said
        assert ".." not in said.replace(".. ", "")


async def test_a_second_escalation_stands_under_the_first(place: Place) -> None:
    furnished(place).declared("Gateway down", by="li.na", severity=Severity.S3)
    place.clock.forward(seconds=60)
    ticked(place)
    place.handled(c.Acknowledge(), by="an-ning")
    place.handled(c.ChangeSeverity(Severity.S1, "worse"), by="an-ning")
    async with terminal(place.app(), (80, 40)) as responder:
        await responder.open()
        await responder.press("5")
        assert "Escalation 1: Payments" in responder.screen
        assert "Escalation 2: Payments" in responder.screen
        assert "not called again: 安宁" in responder.screen


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("7", CallOutcome.ANSWERED), ("8", CallOutcome.NO_ANSWER), ("9", CallOutcome.BUSY),
        ("７", CallOutcome.ANSWERED), ("８", CallOutcome.NO_ANSWER), ("９", CallOutcome.BUSY),
    ],
)  # fmt: skip
async def test_one_key_says_what_came_of_a_call(
    paged: Place, key: str, outcome: CallOutcome
) -> None:
    async with terminal(paged.app()) as responder:
        await responder.open()
        await on_person(responder, "dial +86 138 0000 0001")
        await responder.press(key)
        assert responder.shows(
            AcknowledgeForForm if outcome is CallOutcome.ANSWERED else IncidentScreen
        )
    assert paged.events()[-1] == e.CallMade("an-ning", outcome, "mobile")


async def test_the_outcome_stands_on_the_row_and_the_only_number_is_meant(paged: Place) -> None:
    async with terminal(paged.app(), (120, 40)) as responder:
        await responder.open()
        await on_person(responder, "安宁")
        await responder.press("8")
        assert "wang.min: no answer" in responder.screen
    assert paged.events()[-1] == e.CallMade("an-ning", CallOutcome.NO_ANSWER, "mobile")


async def test_an_outcome_without_a_person_is_refused_with_what_to_do(paged: Place) -> None:
    before = len(paged.events())
    async with terminal(paged.app()) as responder:
        await responder.open()
        await responder.press("8")
        assert "NF-9241" in responder.status
        assert "Press 5" in responder.status
    assert len(paged.events()) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_answered_has_it_acknowledged_by_the_code_of_the_page(
    paged: Place, language: str
) -> None:
    paged.language = language
    desk = paged.made().desk
    code = Codes.of(desk.store).code(desk.incident(INC), "an-ning")
    desk.store.close()
    async with terminal(paged.app()) as responder:
        await responder.open()
        await on_person(responder, "安宁")
        await responder.press("7")
        assert "安宁" in responder.screen
        await responder.write(code)
        await responder.press("enter")
        assert responder.shows(IncidentScreen)
        assert "安宁" in line(responder)
    assert paged.events()[-2:] != []
    assert e.Acknowledged(1, by_code=True) in paged.events()
    act = next(
        act for act, event in zip(paged.acts(), paged.events(), strict=True)
        if isinstance(event, e.Acknowledged)
    )  # fmt: skip
    assert (act.by, act.on_behalf_of, act.basis) == ("wang.min", "an-ning", Basis.PHONE)


async def test_a_wrong_code_is_refused_and_the_form_stays(paged: Place) -> None:
    async with terminal(paged.app()) as responder:
        await responder.open()
        await responder.press("b")
        await responder.write("12")
        await responder.press("enter")
        assert "NF-9231" in responder.screen
        await responder.write("3456")
        await responder.press("enter")
        assert "NF-1190" in responder.screen
        assert responder.shows(AcknowledgeForForm)
    assert not any(isinstance(one, e.Acknowledged) for one in paged.events())


async def test_a_code_of_another_person_is_refused(paged: Place) -> None:
    desk = paged.made().desk
    code = Codes.of(desk.store).code(desk.incident(INC), "an-ning")
    desk.store.close()
    async with terminal(paged.app()) as responder:
        await responder.open()
        await responder.press("b")
        await responder.write(code)
        await responder.press("tab")
        await responder.write("bo-wen")
        await responder.press("enter")
        assert "NF-1191" in responder.screen


async def test_without_a_code_the_person_and_the_basis_are_kept(paged: Place) -> None:
    async with terminal(paged.app()) as responder:
        await responder.open()
        await responder.press("b", "enter")
        assert "Fill in the code, or else the person" in responder.screen
        await responder.press("tab")
        await responder.write("an-ning")
        await responder.press("tab", "2", "enter")
        assert responder.shows(IncidentScreen)
    act = paged.acts()[-1] if isinstance(paged.events()[-1], e.Acknowledged) else paged.acts()[-2]
    assert (act.on_behalf_of, act.basis) == ("an-ning", Basis.IN_PERSON)
    assert e.Acknowledged(1) in paged.events()


async def test_a_notice_that_was_not_delivered_is_sent_again_from_its_row(paged: Place) -> None:
    async with terminal(paged.app()) as responder:
        await responder.open()
        await on_person(responder, "✗ DingTalk")
        await responder.press("full_stop")
        assert "Send it again" in responder.screen
        await responder.press("1", "enter")
        assert ".. DingTalk: being sent" in responder.screen
    desk = paged.made().desk
    states = [one.state for one in desk.incident(INC).notices.values()]
    desk.store.close()
    assert NoticeState.PENDING in states
