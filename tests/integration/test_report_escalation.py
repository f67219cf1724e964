"""The report's section on escalation: what was due, what was done, what arrived, who answered."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from calling_desk import CallingDesk
from netfin_incident.app.desk import Declaration
from netfin_incident.app.watching import Watching, watch_act
from netfin_incident.domain.escalation import NoticeState, Purpose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Basis, CallOutcome, Known, Mode, Origin, Status
from netfin_incident.reports.as_json import report_json
from netfin_incident.reports.facts import read_facts
from netfin_incident.reports.markdown import report_markdown
from netfin_incident.wording.language import Language
from story import T0, minutes


@pytest.fixture
def office(tmp_path: Path) -> CallingDesk:
    return CallingDesk(tmp_path)


def section(
    office: CallingDesk, incident_id: str, language: Language = Language.EN
) -> list[str]:  # fmt: skip
    """The lines of the section, but for empty ones."""
    made = report_markdown(read_facts(office.desk, incident_id), language)
    heads = {Language.EN: "\n## Escalation\n", Language.ZH_HANS: "\n## 呼叫升级\n"}
    body = made.split(heads[language])[1].split("\n## ")[0]
    return [line for line in body.split("\n") if line]


def settle(
    office: CallingDesk, incident_id: str, minute: float, to: str, contact: str, reason: str = ""
) -> None:
    """A notice arrives, or cannot be delivered for that reason."""
    owed = office.incident(incident_id).notices.values()
    key = next(
        one.key for one in owed
        if (one.to, one.contact) == (to, contact) and one.state is NoticeState.PENDING
    )  # fmt: skip
    asked: c.Command = c.RecordFailed(key, 3, reason) if reason else c.RecordSent(key, 1)
    office.desk.handle(incident_id, watch_act(minutes(minute)), asked)


def test_an_incident_without_a_policy_says_that_nobody_was_called(office: CallingDesk) -> None:
    incident_id = office.declare(severity=Severity.S4)
    assert section(office, incident_id) == [
        "No escalation policy was in force; nobody was called by the program."
    ]


def test_what_only_the_file_of_a_drill_got_is_not_said_to_be_delivered(
    office: CallingDesk,
) -> None:
    incident_id = office.declare(mode=Mode.DRILL)
    office.tick(incident_id)
    key = office.notice(incident_id, "li-na", "chat", Purpose.PAGE).key
    office.desk.handle(incident_id, watch_act(minutes(0.1)), c.RecordSent(key, 1, simulated=True))
    settle(office, incident_id, 0.2, "tom", "mail")
    facts = read_facts(office.desk, incident_id)
    said = report_markdown(facts, Language.EN)
    assert (
        "li-na by chat: written to the drill outbox, not sent 2026-11-24 14:00:06 +08:00; " in said
    )
    assert "tom by mail: delivered 2026" in said
    assert "写入演练发件箱，未实际发送" in report_markdown(facts, Language.ZH_HANS)


def test_the_ladder_stands_with_due_and_actual_times_and_what_arrived(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    settle(office, incident_id, 0.1, "li-na", "chat")
    settle(office, incident_id, 0.5, "tom", "mail", "host_unknown")
    office.tick(incident_id, 7)
    lines = section(office, incident_id)
    assert lines[0] == "### Escalation 1: Payments"
    assert lines[1].startswith(
        "By the policy pay as it was then, begun 2026-11-24 14:00:00 +08:00."
    )
    first, second = (line.split(" | ") for line in lines[4:6])
    assert first[:4] == [
        "| 1.1 line",
        "2026-11-24 14:00:00 +08:00",
        "2026-11-24 14:00:00 +08:00",
        "–",
    ]
    assert first[4] == "escalation began"
    assert second[4] == "nobody answered in time"
    assert first[5].startswith("li-na by chat: delivered 2026-11-24 14:00:06 +08:00; ")
    assert "tom by mail: not delivered 2026-11-24 14:00:30 +08:00 after 3 attempts, " in first[5]
    assert "li-na by sms: being sent" in first[5]
    assert second[1:4] == [
        "2026-11-24 14:05:00 +08:00", "2026-11-24 14:07:00 +08:00", "late by 2m",
    ]  # fmt: skip
    assert "ops (channel): being sent" in second[5]
    assert lines[6:] == ["Acknowledged:", "- nobody"]


def test_a_level_that_is_still_to_come_does_not_stand_in_the_report(office: CallingDesk) -> None:
    incident_id = office.declare()
    lines = section(office, incident_id)
    assert "No level was called." in lines
    assert not [line for line in lines if "lead" in line]


def test_the_fallback_and_telephone_calls_stand_with_their_outcome(office: CallingDesk) -> None:
    incident_id = office.declare()
    for minute in (0, 6, 17):
        office.tick(incident_id, minute)
    office.ask(incident_id, c.RecordCall("boss", CallOutcome.NO_ANSWER, "mobile"), minute=18)
    lines = section(office, incident_id)
    fallback = next(line for line in lines if line.startswith("| fallback, time 1 |"))
    assert "hsu by chat: being sent; boss: to be dialled" in fallback
    assert "All levels were used up 2026-11-24 14:17:00 +08:00; the fallback was called." in lines
    [call] = [line for line in lines if "dialled boss" in line]
    assert call.startswith("- 2026-11-24 14:18:00 +08:00: wang dialled boss (mobile): no answer")


def test_acknowledgements_say_whether_by_code_and_what_is_unconfirmed(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    for minute, (person, by_code) in enumerate([("tom", True), ("li-na", False)], 1):
        act = Act(minutes(minute), "wang", on_behalf_of=person, basis=Basis.PHONE)
        office.desk.handle(incident_id, act, c.Acknowledge(by_code=by_code))
    owed = next(iter(office.incident(incident_id).owed))
    office.ask(incident_id, c.Confirm(owed), by="tom", minute=3)
    with_code, without = section(office, incident_id)[-2:]
    assert with_code.startswith("- tom, ")
    assert "escalation 1; by the code of the page" in with_code
    assert "not confirmed yet" not in with_code
    assert without.startswith("- li-na, ")
    assert "escalation 1; without a code" in without
    assert "not confirmed yet" in without


def test_an_acknowledgement_that_became_void_stands_with_the_level_that_followed(
    office: CallingDesk,
) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    office.ask(incident_id, c.Acknowledge(), by="tom", minute=1)
    office.tick(incident_id, 31)
    office.tick(incident_id, 41)
    lines = section(office, incident_id)
    assert any("the acknowledgement is void" in line for line in lines if line.startswith("| 1.2"))
    [void] = [line for line in lines if line.startswith("- VOID 2026-11-24 14:41:00 +08:00")]
    assert void.endswith("nothing was recorded after the acknowledgement of tom")
    [told] = [line for line in lines if "reminder" in line]
    assert "due 2026-11-24 14:31:00 +08:00" in told
    assert "tom by mail: " in told


def test_each_escalation_has_a_part_of_its_own(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    office.ask(incident_id, c.Acknowledge(), by="tom", minute=1)
    office.ask(incident_id, c.ChangeSeverity(Severity.S1), minute=2)
    office.tick(incident_id, 2)
    lines = section(office, incident_id)
    assert [line for line in lines if line.startswith("###")] == [
        "### Escalation 1: Payments", "### Escalation 2: Payments",
    ]  # fmt: skip
    second = lines[lines.index("### Escalation 2: Payments") :]
    assert second[1].endswith("Not called again, because they knew: tom.")
    assert "li-na by chat" in "".join(second)
    assert "tom by mail" not in "".join(second)


def test_times_without_a_watcher_stand_where_they_touch_the_response(office: CallingDesk) -> None:
    watching = Watching(office.desk.store)
    for start, end in ((-60, -30), (-5, 2), (10, 12.5), (100, 200)):
        watching.gap(minutes(max(end, 0)), minutes(start), minutes(end))
    incident_id = office.declare()
    office.ask(incident_id, c.Acknowledge(), by="tom", minute=20)
    lines = section(office, incident_id)
    assert lines[-3:] == [
        "**NOTHING WATCHED** in these times; what became due in them was called later:",
        "- from 2026-11-24 13:55:00 +08:00 to 2026-11-24 14:02:00 +08:00: 7m",
        "- from 2026-11-24 14:10:00 +08:00 to 2026-11-24 14:12:30 +08:00: 2m 30s",
    ]
    office.ask(
        incident_id, c.ChangeStatus(Status.RESPONDING), c.ChangeStatus(Status.CONTAINED),
        c.ChangeStatus(Status.RECOVERED), c.StateFunds(touched=False),
        c.ChangeStatus(Status.RESOLVED), minute=90,
    )  # fmt: skip
    office.ask(incident_id, c.Note("much later"), minute=150)
    assert section(office, incident_id)[-3:] == lines[-3:]


def test_the_section_is_there_in_chinese(office: CallingDesk) -> None:
    incident_id = office.declare()
    for minute in (0, 6, 17):
        office.tick(incident_id, minute)
    lines = section(office, incident_id, Language.ZH_HANS)
    assert lines[0] == "### 第 1 次升级：支付"
    assert any("（渠道）：发送中" in line for line in lines)
    assert any("迟 1分" in line for line in lines)
    assert lines[-2:] == ["确认接报：", "- 无人"]


def test_a_program_reads_the_same_facts(office: CallingDesk) -> None:
    incident_id = office.declare(mode=Mode.DRILL)
    office.tick(incident_id)
    office.tick(incident_id, 6)
    office.ask(incident_id, c.RecordCall("hsu", CallOutcome.ANSWERED), minute=7)
    found = json.loads(report_json(read_facts(office.desk, incident_id)))
    assert found["record"]["known"]["program"] == 2
    escalation = found["escalation"]
    levels = escalation["escalations"][0]["levels"]
    assert [(one["level"], one["late_seconds"]) for one in levels] == [(1, 0), (2, 60)]
    assert [one["to"] for one in levels[1]["called"]] == ["hsu", "ops"]
    assert escalation["calls"][0]["outcome"] == "answered"
    assert escalation["not_watched"] == []


def test_a_written_log_has_no_such_section(office: CallingDesk) -> None:
    asked = Declaration("x", Severity.S2, "Asia/Shanghai", origin=Origin.IMPORTED)
    incident_id = office.desk.declare(asked, Act(T0, "wang")).incident.id
    made = report_markdown(read_facts(office.desk, incident_id), Language.EN)
    assert "## Escalation" not in made


def test_entries_of_the_program_do_not_make_names_look_asserted_by_some_only(
    office: CallingDesk,
) -> None:
    asked = Declaration("x", Severity.S2, "Asia/Shanghai")
    incident_id = office.desk.declare(asked, Act(T0, "wang", Known.ASSERTED)).incident.id
    office.tick(incident_id)
    made = report_markdown(read_facts(office.desk, incident_id), Language.EN)
    assert "| name as asserted |" not in made
    assert "1 by the program itself" in made
    at = T0 + timedelta(minutes=1)
    office.desk.handle(incident_id, Act(at, "li-na"), c.Note("by an account"))
    made = report_markdown(read_facts(office.desk, incident_id), Language.EN)
    assert "| name as asserted |" in made
