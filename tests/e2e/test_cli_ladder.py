"""Looking at the ladder, telephoning, and what an incident shows of calls, as typed at a shell."""

from pathlib import Path

import pytest

from firm import Firm


@pytest.fixture
def firm(tmp_path: Path) -> Firm:
    return Firm(tmp_path)


def test_the_ladder_shows_what_was_called_what_arrived_and_what_is_next(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.undelivered("tom")
    shown = firm.here("ladder", "1").out
    assert "1.1 line" in shown
    assert "escalated by hand, wang" in shown
    assert "李娜 by chat: being sent" in shown
    assert "Tom Reed by mail: not delivered" in shown
    assert "4 attempts" in shown
    assert "nobody yet in escalation 1" in shown
    assert "level 2 is called" in shown
    assert "mobile +86 138 0000 0001" in shown
    assert "netfin-incident escalate" in shown
    chinese = firm.here("ladder", "1", "--lang", "zh-Hans").out
    assert "第 1 次升级：策略“支付”（pay）" in chinese
    assert "人工升级，wang" in chinese


def test_the_ladder_is_there_for_programs_too(firm: Firm) -> None:
    firm.declared()
    firm.escalated(3)
    firm.asked("call", "1", "boss", "busy")
    found = firm.here("ladder", "1", "--json").json
    assert (found["fires"], found["standing"], found["generation"]) == (3, "used_up", 1)
    states = [(one["state"], one["level"]) for one in found["escalations"][0]["levels"]]
    assert states == [("called", 1), ("called", 2), ("called", None), ("next", None)]
    called = found["escalations"][0]["levels"][1]["called"]
    assert [(one["to"], one["channel"]) for one in called] == [("hsu", False), ("ops", True)]
    assert called[0]["notices"][0]["state"] == "pending"
    assert [(one["person"], one["outcome"]) for one in found["calls"]] == [("boss", "busy")]
    numbers = {one["person"]: one["numbers"] for one in found["dial"]}
    assert numbers["boss"][0]["number"] == "+86 139 0000 0002"
    assert numbers["hsu"][0]["number"] == ""
    assert (
        firm.here("ladder", "1", "--json", NUMBER_HSU="+886 2 1").json["dial"][2]["numbers"][0][
            "number"
        ]
        == "+886 2 1"
    )


def test_the_ladder_does_not_say_delivered_of_what_only_the_file_of_a_drill_got(
    firm: Firm,
) -> None:
    drill = firm.declared("--drill").answer
    assert firm.asked("escalate", drill).code == 0
    firm.written_down("tom")
    shown = firm.here("ladder", drill).out
    assert "Tom Reed by mail: written to the drill outbox, not sent" in shown
    assert "delivered" not in shown
    called = firm.here("ladder", drill, "--json").json["escalations"][0]["levels"][0]["called"]
    told = {one["to"]: {each["simulated"] for each in one["notices"]} for one in called}
    assert told == {"li-na": {False}, "tom": {True}}


def test_a_ladder_without_an_escalation_says_so(firm: Firm) -> None:
    firm.without_policies()
    firm.declared()
    assert "no escalation; nobody was called by a policy" in firm.here("ladder", "1").out
    assert firm.here("ladder", "1", "--json").json["standing"] == "no_policy"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("answered", "answered"), ("no-answer", "no_answer"), ("busy", "busy"),
        ("接通", "answered"), ("无人接听", "no_answer"), ("占线", "busy"),
    ],
)  # fmt: skip
def test_what_came_of_a_telephone_call_is_one_command(firm: Firm, typed: str, stored: str) -> None:
    firm.declared()
    assert firm.asked("call", "1", "li-na", typed).code == 0
    event = firm.entries()[-1]["event"]
    assert (event["person"], event["outcome"], event["contact"]) == ("li-na", stored, "mobile")


def test_a_call_names_the_contact_only_where_it_is_clear(firm: Firm) -> None:
    firm.declared()
    assert firm.asked("call", "1", "li-na", "busy", "--contact", "sms").code == 0
    assert firm.entries()[-1]["event"]["contact"] == "sms"
    unknown = firm.asked("call", "1", "li-na", "busy", "--contact", "pager")
    assert unknown.code == 4
    assert "pager" in unknown.err


@pytest.mark.parametrize(
    ("typed", "near"), [("lina", "Did you mean li-na?"), ("tmo", "Did you mean tom?"), ("ICBC", "")]
)
def test_a_call_to_a_name_that_is_not_known_is_written_and_doubted(
    firm: Firm, typed: str, near: str
) -> None:
    firm.declared()
    said = firm.asked("call", "1", typed, "answered")
    assert said.code == 0
    assert firm.entries()[-1]["event"]["person"] == typed
    assert f"The name “{typed}” is not known" in said.err
    assert ("Did you mean" in said.err) == bool(near)
    assert near in said.err
    incident, entry = firm.here("show", "1", "--json").json["id"], said.answer.lstrip("#")
    assert f"netfin-incident correct {incident} {entry} --text" in said.err
    done = firm.asked("correct", "1", entry, "--text", "li-na", "--reason", "mistyped")
    assert done.code == 0


def test_whoever_was_called_or_holds_a_role_is_known_without_a_roster(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.asked("assign", "1", "scribe", "guest")
    del firm.environment["NETFIN_ROSTER"]
    for person in ("tom", "guest"):
        assert "is not known" not in firm.asked("call", "1", person, "busy").err
    assert "The name “boss” is not known" in firm.asked("call", "1", "boss", "busy").err


def test_a_call_needs_an_outcome_that_is_known(firm: Firm) -> None:
    firm.declared()
    assert "NF-9235" in firm.asked("call", "1", "li-na").err
    said = firm.asked("call", "1", "li-na", "perhaps")
    assert "NF-9130" in said.err
    assert "answered, no-answer, busy" in said.err


def test_who_can_be_telephoned_is_listed_with_numbers(firm: Firm) -> None:
    firm.declared()
    assert "nobody was called, and nobody holds a role" in firm.here("call", "1").err
    firm.escalated()
    firm.asked("call", "1", "li-na", "busy")
    firm.asked("assign", "1", "scribe", "boss")
    shown = firm.here("call", "1").out.splitlines()
    assert [line.split()[0] for line in shown] == ["li-na", "tom", "boss"]
    assert "busy" in shown[0]
    assert "mobile +86 138 0000 0001" in shown[0]
    assert "sms +44 7700 900123" in shown[1]
    found = firm.here("call", "1", "--json").json["people"]
    assert [one["person"] for one in found] == ["li-na", "tom", "boss"]


def test_who_has_acknowledged_is_listed_last(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.asked("ack", "1", by="li-na")
    shown = firm.here("call", "1").out.splitlines()
    assert [line.split()[0] for line in shown] == ["tom", "li-na"]
    assert "has acknowledged" in shown[1]


def test_a_roster_that_cannot_be_read_hides_numbers_and_nothing_else(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.roster_file.write_text("schema: [", encoding="utf-8")
    said = firm.here("call", "1")
    assert said.code == 0
    assert "no roster can be read" in said.err
    assert said.out.splitlines()[0].split()[0] == "li-na"
    assert firm.asked("call", "1", "li-na", "answered").code == 0


def test_showing_an_incident_says_who_has_it_and_what_is_next(firm: Firm) -> None:
    firm.declared()
    before = firm.here("show", "1").out
    assert "nobody yet in escalation 1" in before
    assert "level 1 is called" in before
    firm.escalated()
    firm.asked("ack", "1", by="li-na")
    after = firm.here("show", "1").out
    assert "nobody yet" not in after
    assert "a reminder, unless something is recorded before" in after
    firm.asked("severity", "1", "1")
    raised = firm.here("show", "1").out
    assert "nobody yet in escalation 2" in raised
    found = firm.here("show", "1", "--json").json
    assert found["escalation"]["generation"] == 2
    assert len(found["notices"]) == 4
    assert "told" not in found


def test_the_timeline_says_calls_and_their_categories_can_be_asked_for(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.asked("call", "1", "li-na", "busy")
    shown = firm.here("timeline", "1", "--kind", "escalation,phone").out.splitlines()
    assert len(shown) == 3
    assert "Telephoned li-na: busy; contact: mobile" in shown[-1]


def test_every_reading_command_runs_as_a_process(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    for words in (("ladder", "1"), ("card", "1"), ("call", "1"), ("notify", "queue")):
        said = firm(*words)
        assert said.code == 0, said
        assert said.out
