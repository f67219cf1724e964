"""A newcomer drives a whole outage in the terminal; the shell then finds exactly what was keyed."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pseudo_terminal import Responder, seated
from shell import Shell

TITLE = "Card payments time out"
NOTE = "Bank A answers 504 since noon"


class Driven(NamedTuple):
    """What was left when the terminal had ended."""

    shell: Shell
    code: int | None
    told: dict[int, str]
    """What was shown as saved: the number of the entry, and its kind."""


def newcomer(home: Path) -> Shell:
    """A shell of somebody who has set nothing at all."""
    shell = Shell(home)
    for name in [name for name in shell.environment if name.startswith(("NETFIN_", "XDG_"))]:
        del shell.environment[name]
    shell.database = home / ".local" / "share" / "netfin-incident" / "netfin.db"
    return shell


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Driven:
    shell = newcomer(tmp_path_factory.mktemp("home"))
    told: dict[int, str] = {}
    with seated(shell) as person:
        _begin(person)
        _staff(person, told)
        _work(person, told)
        _write(person, told)
        _end(person, told, shell)
        person.press("q")
        person.sees("Open incidents 1", TITLE)
        person.press("q")
        return Driven(shell, person.ended(), told)


def _begin(person: Responder) -> None:
    person.sees("Try the demo", "Start empty", "Open another database")
    person.press("down")
    person.sees("> Start empty")
    person.press("enter")
    person.sees("No open incidents.")
    person.opens("D", "Declare an incident")
    person.writes("Title", TITLE)
    person.press("enter")
    person.chooses("Severity", "3", "III (moderate)")
    person.press("enter")
    person.sees("( ) fits: Payment channel outage")
    person.chooses("Playbook", "3", "fits: Payment channel outage")
    person.press("enter")
    person.sees("INC-", TITLE, "Immediate response")


def _staff(person: Responder, told: dict[int, str]) -> None:
    person.press("i")
    person.sees("commander: vacant", "> Assign to me")
    told[person.saves()] = "role-assigned"
    person.sees("commander root")
    person.press("r")
    person.sees("> technical: vacant")
    person.press("enter")
    person.sees("Accept the handover")
    person.press("2")
    person.sees("> Assign..")
    person.opens("enter", "Assign technical")
    person.writes("Person", "li-na")
    told[person.saves()] = "role-assigned"


def _work(person: Responder, told: dict[int, str]) -> None:
    person.goes_to("Confirm fault and scope")
    told[person.saves("space")] = "status-changed"  # responding, by the first step
    person.goes_to("Check recent changes")
    person.opens("x", "Skip step 2")
    person.writes("Reason", "no release since Friday")
    told[person.saves()] = "step-skipped"
    person.goes_to("Turn off automatic")
    person.press(".")
    person.sees("Done, with a note..")
    person.press("2")
    person.sees("> Done, with a note..")
    person.opens("enter", "Done, step 3")
    person.writes("Note", "switch is off")
    told[person.saves()] = "step-completed"
    person.goes_to("What happens to this")
    person.opens("space", "Decide step 11")
    person.chooses("Option", "2", "Wait for the operator")
    person.press("enter")
    person.sees("Please fill in: Why")
    person.writes("Why", "back in 20 min they say")
    told[person.saves()] = "step-completed"


def _write(person: Responder, told: dict[int, str]) -> None:
    person.opens("n", "Note")
    person.writes("Text", NOTE)
    told[person.saves()] = "noted"
    person.opens("a", "Task with a time-box")
    person.writes("In one line", "@li-na ask for the return codes 10m")
    person.sees("What *        ask for the return codes")
    told[person.saves()] = "task-given"
    person.opens("s", "Severity")
    person.chooses("Severity", "2", "II (major)")
    person.press("tab")
    person.writes("Reason", "two banks concerned")
    told[person.saves()] = "milestone-reached"  # classified, with the new grade
    person.sees("II major")
    person.opens("m", "Milestone")
    person.chooses("Milestone", "2", "detected")
    person.press("tab")
    person.writes("When", "-10m")
    person.sees("= 2026-")
    person.press("tab")
    person.writes("How known", "alarm 4711")
    told[person.saves()] = "milestone-reached"


def _end(person: Responder, told: dict[int, str], shell: Shell) -> None:
    for digit, status in (("1", "contained"), ("1", "recovered")):
        person.opens("t", "Status of the response")
        person.chooses("To", digit, status)
        told[person.saves()] = "milestone-reached"
        person.sees(f"[{status}]")
    for step in ("Compare orders, ledger", "Book differences", "Balance reserves"):
        person.goes_to(step)
        told[person.saves("space")] = "step-completed"
        person.sees_row("[x]", step)
        if step == "Book differences":
            shell.done("step", "1", "approve-postings", "--break-glass", "alone at night")
            person.sees_row("[x]", "Check postings")
    person.opens("t", "Status of the response")
    person.chooses("To", "1", "resolved")
    person.press("tab")
    person.chooses("Funds", "2", "money was touched")
    person.sees("Books", "Payments", "Amount")
    person.press("tab")
    person.chooses("Books", "2", "reconciled: the books agree")
    person.press("tab")
    person.writes("Payments", "37")
    person.press("tab")
    person.writes("Amount", "1250.00 CNY")
    told[person.saves()] = "milestone-reached"
    person.sees("[resolved]")


def test_a_first_start_can_open_another_database(tmp_path: Path) -> None:
    shell = newcomer(tmp_path)
    other = tmp_path / "other.db"
    assert shell.here("declare", TITLE, "--sev", "2", "--db", str(other)).code == 0
    with seated(shell) as person:
        person.sees("> Try the demo")
        person.press("down", "down")
        person.sees("> Open another database")
        person.press("enter")
        person.sees("Path of the database")
        person.type("other.db")
        person.sees("other.db")
        person.press("enter")
        person.sees("Open incidents 1", TITLE)
        person.press("q")
        assert person.ended() == 0
    assert not shell.database.exists()


def test_a_first_start_can_try_the_demo_and_leaves_nothing_behind(tmp_path: Path) -> None:
    shell = newcomer(tmp_path)
    with seated(shell) as person:
        person.sees("> Try the demo")
        person.press("enter")
        person.sees("DEMO", "Esc closes this card")
        person.press("escape")
        person.sees_no_more("Esc closes this card")
        person.press("q")
        assert person.ended() == 0
    assert not shell.database.exists()


def test_the_terminal_ends_well(driven: Driven) -> None:
    assert driven.code == 0


def test_everything_shown_as_saved_is_in_the_record(driven: Driven) -> None:
    kinds = {entry["entry"]: entry["kind"] for entry in driven.shell.entries()}
    assert len(driven.told) == 16
    assert {number: kinds[number] for number in driven.told} == driven.told
    assert sorted(kinds) == list(range(1, max(driven.told) + 1))


def test_the_record_verifies(driven: Driven) -> None:
    assert f"{len(driven.shell.entries())} entries" in driven.shell.done("journal", "verify")


def test_the_incident_stands_as_it_was_keyed(driven: Driven) -> None:
    shown = driven.shell.here("show", "1", "--json").json
    assert (shown["title"], shown["mode"]) == (TITLE, "live")
    assert (shown["severity"], shown["status"]) == (2, "resolved")
    person = shown["declared_by"]
    holders = {role: seat["person"] for role, seat in shown["seats"].items()}
    assert holders == {"commander": person, "technical": "li-na"}
    tasks = [(task["text"], task["to"], task["state"]) for task in shown["tasks"].values()]
    assert tasks == [("ask for the return codes", "li-na", "given")]
    assert shown["funds"] == {"touched": True, "reconciled": True, "reason": ""}
    assert set(shown["milestones"]) == {
        "declared", "detected", "classified", "contained", "recovered", "reconciled", "resolved",
    }  # fmt: skip
    assert shown["milestones"]["detected"][0]["at"] < shown["declared_at"]


def test_each_step_stands_as_it_was_keyed(driven: Driven) -> None:
    [playbook] = driven.shell.here("show", "1", "--json").json["playbooks"]
    assert playbook["id"] == "payment-channel-outage"
    marked = {one["id"]: one["mark"] for one in playbook["steps"] if one["mark"]}
    assert {step: (mark["state"], mark["option"]) for step, mark in marked.items()} == {
        "confirm-outage": ("done", ""), "check-changes": ("skipped", ""),
        "stop-retries": ("done", ""), "choose-route": ("done", "wait"),
        "compare-files": ("done", ""), "clear-suspense": ("done", ""),
        "approve-postings": ("done", ""), "balance-funds": ("done", ""),
    }  # fmt: skip


def test_every_word_that_was_keyed_is_in_its_entry(driven: Driven) -> None:
    events: dict[str, list[dict[str, Any]]] = {}
    for entry in driven.shell.entries():
        events.setdefault(entry["kind"], []).append(entry["event"])
    assert [event["text"] for event in events["noted"]] == [NOTE]
    assert [event["reason"] for event in events["step-skipped"]] == ["no release since Friday"]
    notes = {event["step"]: event["note"] for event in events["step-completed"] if event["note"]}
    assert notes == {"stop-retries": "switch is off", "choose-route": "back in 20 min they say"}
    assert [event["reason"] for event in events["severity-changed"]] == ["two banks concerned"]
    hows = [event["how"] for event in events["milestone-reached"] if event["how"]]
    assert hows == ["alarm 4711"]
    [funds] = events["funds-stated"]
    assert (funds["count"], funds["amount"]) == (37, "1250.00 CNY")


def test_the_report_says_what_was_keyed(driven: Driven) -> None:
    report = driven.shell.done("report", "1", "--format", "md")
    for said in (
        f"**{TITLE}**", "severity III (moderate)", "Severity | II (major)", "two banks concerned",
        "chosen: Wait for the operator", "why: back in 20 min they say", "note: switch is off",
        "reason: no release since Friday", "T1: ask for the return codes", NOTE,
        "| detected |", "how: alarm 4711", "37 | 1250.00 CNY", "technical | li-na",
    ):  # fmt: skip
        assert said in report
    head = driven.shell.done("journal", "head")
    assert f"journal verify --expect {head}" in report
    assert driven.shell("journal", "verify", "--expect", head).code == 0
