"""One whole emergency, by several people at real shells."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from shell import Said, Shell

PLAYBOOK = "payment-channel-outage"


class Team:
    """Several people who work on one incident from shells of their own."""

    def __init__(self, shell: Shell, incident: str) -> None:
        self.shell = shell
        self.incident = incident
        self._proved: set[str] = set()

    def does(self, person: str, command: str, *words: str) -> str:
        """`person` carries out `command` on the incident, at first as a process; the answer."""
        words = (command, self.incident, *words, "--as", person)
        if command not in self._proved:
            self._proved.add(command)
            return self.shell.done(*words)
        said = self.shell.here(*words)
        assert said.code == 0, (words, said)
        return said.answer

    def fails(self, person: str, command: str, *words: str) -> Said:
        """`person` tries `command` in vain."""
        said = self.shell.here(command, self.incident, *words, "--as", person)
        assert said.code != 0
        return said

    def entries(self) -> list[dict[str, object]]:
        return self.shell.entries(self.incident)


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Team:
    shell = Shell(tmp_path_factory.mktemp("home"))
    incident = shell.done(
        "declare", "快捷支付A通道大量超时", "--sev", "3", "--key", "monitor:4711", "--as", "zhao-min",
        "--playbook", PLAYBOOK,
    )  # fmt: skip
    team = Team(shell, incident)
    _first_minutes(team)
    _decide(team)
    _tell(team)
    _hand_over(team)
    _correct(team)
    _end(team)
    return team


def _first_minutes(team: Team) -> None:
    team.does("zhao-min", "ack")
    team.does("zhao-min", "assign", "commander", "zhao-min")
    team.does("zhao-min", "assign", "技术处置", "li-na")
    team.does("zhao-min", "milestone", "detected", "--at", "-10m", "--how", "监控告警")
    team.does("zhao-min", "activate", "2", "--authorised-by", "liu-gang")
    shot = team.shell.home / "shot.png"
    shot.write_bytes(b"a picture")
    team.does(
        "li-na", "evidence", "dashboard", "--file", str(shot), "--kind", "screenshot",
        "--step", "confirm-outage",
    )  # fmt: skip
    team.does("li-na", "step", "confirm-outage", "--note", "40 % of calls fail")
    team.does("li-na", "evidence", "switch", "--ref", "console, page 3", "--step", "stop-retries")
    team.does("li-na", "step", "stop-retries")
    team.does("zhao-min", "severity", "2", "--reason", "two banks concerned")


def _decide(team: Team) -> None:
    team.does(
        "zhao-min", "step", "choose-route", "--option", "wait", "--note", "the operator says 20 min",
        "--objection", "li-na would rather switch",
    )  # fmt: skip
    team.does(
        "zhao-min", "decide", "--question", "Call the bank at night?", "--choice", "yes",
        "--option", "yes", "--option", "no", "--rationale", "the books close at 06:00",
    )  # fmt: skip
    assert team.does("zhao-min", "task", "Ask for codes", "--to", "li-na", "--for", "10m") == "T1"
    team.does("li-na", "task", "T1", "--ack")
    team.does("li-na", "task", "T1", "--done", "--note", "91: issuer out of service")
    assert team.does("li-na", "measure", "Refunds are held", "--temporary") == "X1"


def _tell(team: Team) -> None:
    assert team.does(
        "he-jing", "message", "Payments are slow.", "--to", "customers", "--channel", "app"
    ) == "M1"  # fmt: skip
    team.does("zhao-min", "message", "M1", "--approve")
    team.does("he-jing", "message", "M1", "--sent")
    assert team.does(
        "sun-yu", "reported", "--to", "PBoC Hangzhou", "--kind", "初报", "--due", "1h"
    ) == "R1"  # fmt: skip
    text = team.shell.home / "initial.txt"
    text.write_text("初报……", encoding="utf-8")
    team.does(
        "sun-yu", "reported", "R1", "--sent", "now", "--channel", "phone", "--receipt", "No. 12",
        "--text-file", str(text),
    )  # fmt: skip


def _hand_over(team: Team) -> None:
    team.does(
        "zhao-min", "handover", "commander", "--to", "qian-wei", "--brief", "wait until 03:20"
    )
    assert "NF-1047" in team.fails("li-na", "handover", "commander", "--accept").err
    team.does("qian-wei", "handover", "commander", "--accept")
    team.does("qian-wei", "handover", "technical", "--to", "xu-fang", "--brief", "logs are copied")
    team.does("xu-fang", "handover", "technical", "--decline", "not trained for it")


def _correct(team: Team) -> None:
    number = team.does("li-na", "note", "Traffic is back at 05:03")
    team.does("li-na", "correct", number, "--text", "Traffic is back at 03:05", "--reason", "typo")
    team.does("li-na", "finding", "A certificate of the operator ran out", "--at", "-30m")
    late = team.does(
        "qian-wei", "note", "The director agrees", "--behalf-of", "liu-gang", "--basis", "phone"
    )  # fmt: skip
    team.does("liu-gang", "confirm", late)


def _end(team: Team) -> None:
    assert "NF-1021" in team.fails("qian-wei", "close").err
    team.does("qian-wei", "status", "contained")
    team.does("qian-wei", "status", "recovered")
    refused = team.fails("qian-wei", "status", "resolved", "--funds", "none")
    assert "step compare-files" in refused.err
    skipped = [
        team.does("qian-wei", "step", step, "--skip", "no batch ran", "--second", "chen-jie")
        for step in ("compare-files", "approve-postings", "balance-funds")
    ]
    team.does(
        "qian-wei", "status", "resolved", "--funds", "touched", "--reconciled-count", "3",
        "--amount", "1250.00 CNY",
    )  # fmt: skip
    team.does("qian-wei", "status", "in_review")
    assert "measure X1" in team.fails("qian-wei", "close").err
    team.does("li-na", "measure", "X1", "--lift")
    assert "second person" in team.fails("qian-wei", "close").err
    for entry in skipped:
        team.does("chen-jie", "confirm", entry)
    team.does("qian-wei", "close")


def test_the_incident_ends_closed_with_every_act_on_its_timeline(team: Team) -> None:
    shown = team.shell.here("show", team.incident, "--json").json
    assert (shown["status"], shown["severity"], shown["level"]) == ("closed", 2, 2)
    kinds = {str(entry["kind"]) for entry in team.entries()}
    assert kinds >= {
        "incident-declared", "acknowledged", "activated", "role-assigned", "handover-offered",
        "handover-accepted", "handover-ended", "step-completed", "step-skipped", "status-changed",
        "severity-changed", "milestone-reached", "noted", "decision-recorded", "task-given",
        "task-moved", "measure-taken", "measure-lifted", "message-recorded", "message-moved",
        "upward-report-recorded", "evidence-added", "corrected", "entry-confirmed", "funds-stated",
    }  # fmt: skip


def test_the_roles_are_held_by_those_who_accepted(team: Team) -> None:
    seats = team.shell.here("show", team.incident, "--json").json["seats"]
    assert {role: seat["person"] for role, seat in seats.items()} == {
        "commander": "qian-wei", "technical": "li-na",
    }  # fmt: skip


def test_a_file_is_registered_by_its_hash(team: Team) -> None:
    added = [entry["event"] for entry in team.entries() if entry["kind"] == "evidence-added"]
    found = json.loads(json.dumps(added[0]))
    assert found["sha256"] == hashlib.sha256(b"a picture").hexdigest()
    assert (found["size"], Path(found["reference"]).name) == (9, "shot.png")


def test_a_decision_step_keeps_its_reasons_and_objections(team: Team) -> None:
    done = [json.loads(json.dumps(entry["event"])) for entry in team.entries()]
    chosen = next(event for event in done if event.get("step") == "choose-route")
    assert (chosen["option"], chosen["note"], chosen["objections"]) == (
        "wait", "the operator says 20 min", "li-na would rather switch",
    )  # fmt: skip


def test_a_report_that_was_sent_keeps_what_was_said_when_it_was_owed(team: Team) -> None:
    report = team.shell.here("show", team.incident, "--json").json["reports"]["R1"]
    assert report["kind"] == "initial"
    assert report["due_at"]
    assert report["sent_at"]
    assert report["receipt"] == "No. 12"


def test_the_timeline_shows_the_corrected_text_and_says_what_came_late(team: Team) -> None:
    lines = team.shell.here("timeline", team.incident).out.splitlines()
    corrected = next(line for line in lines if "corrected by" in line)
    assert "03:05" in corrected
    assert "05:03" not in corrected
    assert any("[late]" in line and "certificate" in line for line in lines)


def test_the_timeline_can_be_read_in_the_order_things_happened(team: Team) -> None:
    entries = team.shell.here("timeline", team.incident, "--by-time", "--json").json["entries"]
    moments = [entry["occurred_at"] for entry in entries]
    assert moments == sorted(moments)
    assert entries[0]["kind"] == "noted"  # the finding of half an hour before


def test_the_timeline_can_be_narrowed_to_some_kinds_and_to_the_last_entries(team: Team) -> None:
    said = team.shell.here("timeline", team.incident, "--kind", "note,决策", "--json")
    assert {entry["category"] for entry in said.json["entries"]} == {"note", "decision"}
    two = team.shell.here("timeline", team.incident, "--limit", "2", "--json").json["entries"]
    assert [entry["entry"] for entry in two] == [
        team.entries()[-2]["entry"],
        team.entries()[-1]["entry"],
    ]


def test_a_closed_incident_is_listed_only_when_asked_for(team: Team) -> None:
    assert team.shell.here("list").out == ""
    listed = team.shell.here("list", "--all").out
    assert team.incident in listed
    assert "qian-wei" in listed


def test_times_are_shown_in_the_incidents_zone_with_their_offset(team: Team) -> None:
    shown = team.shell.here("show", team.incident, NETFIN_ZONE="Europe/London").out
    assert "+08:00" in shown
    other = team.shell.here("show", team.incident, "--zone", "Europe/London").out
    assert "+08:00" not in other


def test_the_record_of_it_all_verifies_exports_and_comes_back(team: Team) -> None:
    shell = team.shell
    entries = len(team.entries())
    assert f"{entries} entries" in shell.done("journal", "verify")
    out = shell.home / "journal.jsonl"
    shell.done("journal", "export", "--out", str(out))
    shell.done("journal", "verify", str(out))
    shell.done("journal", "import", str(out), "--db", str(shell.home / "other.db"))
    head = shell.done("journal", "head")
    assert shell.done("journal", "head", "--db", str(shell.home / "other.db")) == head
    assert re.fullmatch(rf"{entries}:[0-9a-f]{{64}}", head)


def test_an_alarm_that_comes_again_declares_nothing_new(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    words = ("declare", "Channel A", "--sev", "2", "--key", "monitor:1")
    first = shell.done(*words)
    again = shell(*words)
    assert (again.code, again.answer) == (0, first)
    assert [one["kind"] for one in shell.entries()] == ["incident-declared", "duplicate-suppressed"]
    assert "it was recorded that the alarm came again" in again.err
