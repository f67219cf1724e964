"""What people read on their telephones: every purpose, in their language, on their clocks."""

from datetime import timedelta
from pathlib import Path

import pytest

from calling_desk import PEOPLE, POLICIES, CallingDesk
from netfin_incident.domain.escalation import Purpose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import DueBySeverity, Step, Verb
from netfin_incident.domain.playbook.steps import Escalation as LateStep
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Milestone, Mode, Role
from netfin_incident.notify.channel import Page
from netfin_incident.notify.message import chat_text, subject
from netfin_incident.wording.letters import ASKS
from plans import one_phase
from story import T0, minutes

PAGE, FALLBACK = Purpose.PAGE, Purpose.FALLBACK


@pytest.fixture
def office(tmp_path: Path) -> CallingDesk:
    return CallingDesk(tmp_path)


@pytest.fixture
def paged(office: CallingDesk) -> str:
    incident_id = office.declare()
    office.tick(incident_id)
    return incident_id


def test_a_page_says_why_what_and_what_to_do(office: CallingDesk, paged: str) -> None:
    office.ask(paged, c.SetMilestone(Milestone.ONSET, "alarm"), minute=0)
    subject, text = office.letter(paged, "li-na", "chat", PAGE, minutes(2))
    assert subject == "[Ⅱ级 重大] INC-2026-0001 支付通道中断 — 请确认"
    code, head = office.codes.code(office.incident(paged), "li-na"), office.desk.head()
    assert text.split("\n") == [
        "现呼叫您：第 1 级（共 2 级），第 1 轮。",
        "",
        "事件：支付通道中断",
        "等级：Ⅱ级 重大 · 状态：已接报·研判中",
        "业务服务：payment",
        "发生时间：2026-11-24 14:00:00 +08:00",
        "接报登记：2026-11-24 14:00:00 +08:00，wang",
        "现场指挥：无人",
        "",
        "请执行：netfin-incident ack INC-2026-0001",
        f"或将此确认码念给终端前的同事：{code}",
        f"同事输入：netfin-incident ack INC-2026-0001 --code {code}",
        "同时呼叫：Tom Reed",
        "如无人确认，2026-11-24 14:05:00 +08:00 继续升级呼叫。",
        f"14:02 (Asia/Shanghai) 之后情况可能已有变化。处置日志：#{head.seq} {head.anchor[:16]}",
    ]


def test_a_page_is_in_the_receivers_language_and_on_their_clocks(
    office: CallingDesk, paged: str
) -> None:
    subject, text = office.letter(paged, "tom", "mail", PAGE, minutes(2))
    assert subject == "[II (major)] INC-2026-0001 支付通道中断 — please acknowledge"
    assert "You are called: level 1 of 2, round 1." in text
    assert "Declared: 2026-11-24 06:00:00 +00:00 by wang" in text
    assert "Also called: 李娜" in text
    assert "06:02 (Europe/London)" in text
    office.tick(paged, 6)
    subject, text = office.letter(paged, "hsu", "chat", PAGE, minutes(6))
    assert subject == "[Ⅱ級 重大] INC-2026-0001 支付通道中断 — 請確認"
    assert "現呼叫您：第 2 級（共 2 級），第 1 輪。" in text
    assert "原因：限時內無人確認。" in text
    assert "事件：支付通道中断" in text


def test_a_channel_is_told_without_a_code(office: CallingDesk, paged: str) -> None:
    office.tick(paged, 6)
    subject, text = office.letter(paged, "ops", "", PAGE, minutes(6))
    assert "please acknowledge" in subject
    assert "Level 2 of 2 is called, round 1." in text
    assert "code" not in text
    assert "Also called: 許文" in text


def test_a_telephone_gets_one_line_and_the_code(office: CallingDesk, paged: str) -> None:
    for person, ask in (("li-na", "请确认"), ("tom", "please ack")):
        subject, text = office.letter(paged, person, "sms", PAGE)
        code = office.codes.code(office.incident(paged), person)
        assert subject.startswith("INC-2026-0001 ")
        assert subject.endswith(f"支付通道中断 {ask}")
        assert text.endswith(f" {code}")
        assert len(f"{subject}\n{text}") <= 70


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    "title", ["支付通道中断" * 20, "Payment channel is down again " * 6, "渠", "a" * 200]
)
def test_what_a_telephone_gets_fits_one_message_whatever_the_title(
    office: CallingDesk, title: str, mode: Mode
) -> None:
    incident_id = office.declare(title, mode=mode)
    office.tick(incident_id)
    for person in ("li-na", "tom"):
        notice = office.notice(incident_id, person, "sms", PAGE)
        incident = office.incident(incident_id)
        letter = office.letters.letter(incident, notice, office.person(person), T0)
        page = Page(
            person, "", letter.subject, letter.text, letter.key, drill=mode is Mode.DRILL
        )  # fmt: skip
        sent = chat_text(page, 20_000)
        assert len(sent) <= (160 if sent.isascii() else 70), sent
        assert office.codes.code(incident, person) in sent
        assert incident_id in sent


def test_the_fallback_is_told_that_nobody_answered(office: CallingDesk, paged: str) -> None:
    office.tick(paged, 6)
    office.tick(paged, 17)
    subject, text = office.letter(paged, "hsu", "chat", FALLBACK, minutes(17))
    assert subject.endswith("已呼叫兜底，請確認")
    assert "各級均已呼叫，限時內未得到所需的確認接報。\n現第 1 次呼叫兜底聯繫人。" in text
    assert "同時呼叫：赵总" in text
    assert office.codes.code(office.incident(paged), "hsu") in text


def test_an_escalation_by_hand_passes_on_what_was_said(office: CallingDesk, paged: str) -> None:
    ladder = office.incident(paged).escalation
    assert ladder is not None
    known = office.callers.on_call(ladder.policy, T0)
    office.ask(paged, c.Escalate(known, reason="数据库\n也停了"), minute=1)
    _, text = office.letter(paged, "hsu", "chat", PAGE)
    assert "wang 要求增派人員：数据库 也停了" in text


def test_the_fallback_by_hand_is_not_told_that_nobody_has_acknowledged(
    office: CallingDesk, paged: str
) -> None:
    office.ask(paged, c.Acknowledge(), by="tom", minute=1)
    ladder = office.incident(paged).escalation
    assert ladder is not None
    known = office.callers.on_call(ladder.policy, T0)
    office.ask(paged, c.Escalate(known), minute=2)
    office.ask(paged, c.Escalate(known, reason="两地都停了"), by="tom", minute=3)
    _, text = office.letter(paged, "hsu", "chat", FALLBACK)
    assert text.startswith("Tom Reed 要求增派人員：两地都停了\n現第 1 次呼叫兜底聯繫人。")
    assert "各級均已呼叫" not in text


def test_whose_acknowledgement_is_void_is_said(office: CallingDesk, paged: str) -> None:
    office.ask(paged, c.Acknowledge(), by="tom", minute=1)
    office.tick(paged, 32)
    office.tick(paged, 42)
    _, text = office.letter(paged, "hsu", "chat", PAGE)
    assert "Tom Reed 的確認接報已失效：此後沒有任何登記。" in text


def test_the_first_call_after_a_level_was_passed_over_is_not_explained_by_silence(
    tmp_path: Path,
) -> None:
    gap = POLICIES.replace(
        "- {id: line,",
        "- {id: drill, call: [{person: boss}], when: {mode: drill}}\n      - {id: line,",
    )
    office = CallingDesk(tmp_path, policies=gap)
    incident_id = office.declare()
    office.tick(incident_id)
    _, text = office.letter(incident_id, "tom", "mail", PAGE)
    assert "level 2 of 3" in text
    assert "nobody answered" not in text


def test_once_somebody_has_it_a_page_says_nothing_of_the_next_call(
    office: CallingDesk, paged: str
) -> None:
    office.ask(paged, c.Acknowledge(), by="tom", minute=1)
    _, text = office.letter(paged, "li-na", "chat", PAGE, minutes(2))
    assert "继续升级呼叫" not in text


def test_a_reminder_says_since_when_nothing_was_recorded(office: CallingDesk, paged: str) -> None:
    office.ask(paged, c.Acknowledge(), by="tom", minute=1)
    office.tick(paged, 32)
    subject, text = office.letter(paged, "tom", "mail", Purpose.REMINDER, minutes(32))
    assert subject.endswith("please record progress")
    assert "nothing has been recorded since 2026-11-24 06:01:00 +00:00." in text
    assert "Without an entry the next level is called at 2026-11-24 06:42:00 +00:00." in text
    assert "Do now: netfin-incident note INC-2026-0001 TEXT" in text
    assert "code" not in text


def test_who_is_given_a_role_and_who_lost_it_are_told(office: CallingDesk, paged: str) -> None:
    office.ask(paged, c.AssignRole(Role.COMMANDER, "tom"), minute=1)
    office.tick(paged, 2)
    subject, text = office.letter(paged, "tom", "mail", Purpose.ROLE_ASSIGNED)
    assert subject.endswith("you were given a role")
    assert "You now hold the role commander." in text
    assert "Commander: Tom Reed" in text
    office.ask(paged, c.TakeRole("he is cut off", Role.COMMANDER), by="hsu", minute=3)
    office.tick(paged, 3)
    subject, text = office.letter(paged, "tom", "mail", Purpose.ROLE_TAKEN)
    assert subject.endswith("your role passed on")
    assert "You no longer hold the role commander. It is held by: 許文." in text


def test_an_offer_of_a_role_is_told_and_reminded_of(office: CallingDesk, paged: str) -> None:
    office.ask(paged, c.AssignRole(Role.COMMANDER, "wang"), minute=1)
    offer = c.OfferHandover(Role.COMMANDER, "li-na", "B carries\nall of it")
    office.ask(paged, offer, minute=2)
    office.tick(paged, 2)
    subject, text = office.letter(paged, "li-na", "chat", Purpose.HANDOVER_OFFERED)
    assert subject.endswith("请接任角色")
    assert "wang 请您接任现场指挥。" in text
    assert "交接说明：B carries all of it" in text
    assert "请执行：netfin-incident handover INC-2026-0001 commander --accept" in text
    office.tick(paged, 18)
    subject, text = office.letter(paged, "li-na", "chat", Purpose.HANDOVER_UNANSWERED)
    assert subject.endswith("交接久未答复")
    assert "wang 于 2026-11-24 14:02:00 +08:00 请 李娜 接任现场指挥，尚未答复。" in text
    office.ask(paged, c.AcceptHandover(Role.COMMANDER), by="li-na", minute=19)
    _, text = office.letter(paged, "li-na", "chat", Purpose.HANDOVER_UNANSWERED)
    assert "现场指挥的交接未及时答复。" in text


def test_a_late_step_and_a_vacant_role_are_told(tmp_path: Path) -> None:
    check = Step(
        "check", Verb.DO, Text("Check", "核对"), "only", role="technical",
        due=DueBySeverity(600, 600, 600, 600),
        escalate=(LateStep(50, "commander"), LateStep(100, "commander")),
    )  # fmt: skip
    policies = POLICIES.replace("again: 10m", "again: 10m\n    unassigned: 3m")
    office = CallingDesk(tmp_path, policies=policies)
    incident_id = office.declare()
    office.tick(incident_id)
    office.ask(incident_id, c.Acknowledge(), by="tom")
    office.ask(incident_id, c.AttachPlaybook(one_phase(check)), c.AssignRole(Role.COMMANDER, "tom"))
    office.tick(incident_id, 3)
    subject, text = office.letter(incident_id, "tom", "mail", Purpose.STEP_UNASSIGNED)
    assert subject.endswith("a role is vacant")
    assert "Steps are ready for technical, and nobody holds that role." in text
    assert "Do now: netfin-incident assign INC-2026-0001 technical PERSON" in text
    office.tick(incident_id, 5)
    _, text = office.letter(incident_id, "tom", "mail", Purpose.STEP_LATE)
    assert "Step “Check” has used 50% of its time: it is due at 2026-11-24 06:10:00 +00:00." in text
    assert "It is for technical: nobody." in text
    office.tick(incident_id, 10)
    subject, text = office.letter(incident_id, "tom", "mail", Purpose.STEP_LATE)
    assert subject.endswith("a step is late")
    assert "Step “Check” is late: it was due at 2026-11-24 06:10:00 +00:00." in text


def test_a_drill_says_so_in_words_as_well(office: CallingDesk) -> None:
    incident_id = office.declare(mode=Mode.DRILL)
    office.tick(incident_id)
    notice = office.notice(incident_id, "li-na", "chat", PAGE)
    person = office.person("li-na")
    letter = office.letters.letter(office.incident(incident_id), notice, person, T0)
    assert letter.mode is Mode.DRILL
    assert letter.text.startswith("这是演练，不是真实事件。\n")
    assert letter.subject.startswith("[Ⅱ级 重大] DRL-2026-0001 ")


def test_a_letter_is_the_same_for_every_attempt_but_for_what_has_changed(
    office: CallingDesk, paged: str
) -> None:
    notice = office.notice(paged, "li-na", "chat", PAGE)
    person, incident = office.person("li-na"), office.incident(paged)
    first = office.letters.letter(incident, notice, person, T0)
    assert office.letters.letter(incident, notice, person, T0) == first
    assert (first.to, first.contact) == ("li-na", "chat")
    assert first.code == office.codes.code(incident, "li-na")


def test_several_notices_go_out_as_one_letter_with_every_code(office: CallingDesk) -> None:
    severities = (Severity.S3, Severity.S1, Severity.S2)
    ids = [office.declare(f"事件 {one.value}", one) for one in severities]
    for one in ids:
        office.tick(one)
    owed = [(office.incident(one), office.notice(one, "li-na", "chat", PAGE)) for one in ids]
    letter = office.letters.digest(owed, office.person("li-na"), T0 + timedelta(minutes=1))
    assert letter.subject == "3 条通知，最高等级：[Ⅰ级 特别重大] INC-2026-0002"
    lines = letter.text.split("\n")
    assert lines[0] == "您有 3 条通知："
    assert [line for line in lines if line[:1].isdigit() and ". [" in line] == [
        "1. [Ⅰ级 特别重大] INC-2026-0002 事件 1 — 请确认",
        "2. [Ⅱ级 重大] INC-2026-0003 事件 2 — 请确认",
        "3. [Ⅲ级 较大] INC-2026-0001 事件 3 — 请确认",
    ]
    for incident, _ in owed:
        assert f"确认码（念给同事）：{office.codes.code(incident, 'li-na')}" in letter.text
    assert letter.code == ""
    assert letter.key not in {notice.key for _, notice in owed}
    again = office.letters.digest(owed[::-1], office.person("li-na"), T0)
    assert again.key == letter.key


def test_names_come_from_the_roster_and_else_from_the_settings(tmp_path: Path) -> None:
    office = CallingDesk(tmp_path)
    assert office.letters.name_of("li-na") == "李娜"
    assert office.letters.name_of("wang") == "wang"
    office.roster_file.write_text("nonsense", encoding="utf-8")
    assert office.letters.name_of("li-na") == "li-na"


def test_what_people_typed_does_not_act(tmp_path: Path) -> None:
    people = PEOPLE.replace("name: Tom Reed", 'name: "@all <b>Tom</b>"')
    office = CallingDesk(tmp_path, people=people)
    incident_id = office.declare("{id} 中断 {0} @all")
    office.tick(incident_id)
    subject_line, text = office.letter(incident_id, "li-na", "chat", PAGE)
    assert "{id} 中断 {0} @all" in subject_line
    page = Page("li-na", "", subject_line, text, "k", drill=False)
    assert "@all" not in chat_text(page, 20_000)
    assert subject(page).startswith("[Ⅱ级 重大] INC-2026-0001 {id}")


def test_every_purpose_has_its_few_words() -> None:
    assert set(ASKS) == set(Purpose)
