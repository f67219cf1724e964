"""Overrides, swaps, adoption and calendars from a shell."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from rosters import SMALL, at, write
from shell import Said, Shell

MONDAY, TUESDAY, SATURDAY = "2040-01-09 10:00", "2040-01-10 10:00", "2040-01-14 10:00"
"""ann has the first line on the one and bo on the other."""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    found = Shell(tmp_path)
    found.environment["NETFIN_ROSTER"] = str(write(tmp_path))
    return found


def edit(shell: Shell, text: str) -> None:
    write(shell.home, text)


def roster(shell: Shell, *words: str, by: str = "lead") -> Said:
    return shell.here("roster", *words, "--as", by)


def on_call(shell: Shell, moment: str) -> Any:
    said = shell.here("roster", "who", "first", "--at", moment, "--json")
    one = said.json["called"][0]
    return one["person"]["id"], one["why"]


def overridden(shell: Shell, *words: str) -> Said:
    return roster(
        shell, "override", "first", "cy", "--from", MONDAY, "--to", TUESDAY, "--reason", "ill",
        *words,
    )  # fmt: skip


def test_an_override_is_set_said_and_withdrawn(shell: Shell) -> None:
    said = overridden(shell, "--instead-of", "ann")
    assert (said.code, said.out) == (0, "O1\n")
    assert "cy stands in for first from 2040-01-09 10:00:00 +08:00" in said.err
    assert on_call(shell, MONDAY) == ("cy", "override")
    shown = shell.here("roster", "who", "first", "--at", MONDAY).out
    assert "override O1, instead of ann" in shown
    assert "O1  2040-01-09 10:00:00 +08:00" in shell.here("roster", "show").out
    again = overridden(shell, "--instead-of", "ann")
    assert (again.code, again.out) == (0, "")
    withdrawn = roster(shell, "override", "first", "--cancel", "o1", "--reason", "well again")
    assert (withdrawn.code, withdrawn.out) == (0, "O1\n")
    assert on_call(shell, MONDAY) == ("ann", "layer")
    assert "O1" not in shell.here("roster", "show").out


def test_an_override_for_somebody_not_on_call_is_pointed_out(shell: Shell) -> None:
    said = overridden(shell, "--instead-of", "bo")
    assert (said.code, said.out) == (0, "O1\n")
    assert "NF-2444" in said.err
    assert on_call(shell, MONDAY) == ("ann", "layer")
    moment = shell.here("roster", "who", "first", "--at", MONDAY)
    assert "override O1 has no effect: bo is not on call" in moment.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("override", "first"), 2),
        (("override", "first", "cy", "--cancel", "O1"), 2),
        (("override", "first", "cy", "--from", MONDAY, "--reason", "ill"), 2),
        (("override", "first", "cy", "--from", MONDAY, "--to", MONDAY, "--reason", "ill"), 3),
        (("override", "first", "cy", "--from", MONDAY, "--to", TUESDAY), 3),
        (("override", "first", "dee", "--from", MONDAY, "--to", TUESDAY, "--reason", "ill"), 3),
        (("override", "frist", "cy", "--from", MONDAY, "--to", TUESDAY, "--reason", "ill"), 4),
        (("override", "first", "--cancel", "O9", "--reason", "why"), 3),
        (("swap", "first"), 2),
        (("swap", "first", "--offer", MONDAY), 2),
        (("swap", "first", "--accept", "S1", "--to", "bo"), 2),
        (("swap", "first", "--accept", "S1"), 3),
    ],
)
def test_what_cannot_be_changed_is_refused_and_leaves_no_entry(
    shell: Shell, words: tuple[str, ...], code: int
) -> None:
    said = roster(shell, *words)
    assert (said.code, said.out) == (code, "")
    assert "NF-" in said.err
    if shell.database.exists():
        assert shell.here("journal", "head").out.startswith("0:")


def test_a_swap_is_offered_and_accepted_by_the_other(shell: Shell) -> None:
    offered = roster(
        shell, "swap", "first", "--offer", MONDAY, "--to", "bo", "--for", SATURDAY, by="ann"
    )
    assert (offered.code, offered.out) == (0, "S1\n")
    assert on_call(shell, MONDAY) == ("ann", "layer")
    refused = roster(shell, "swap", "first", "--accept", "S1", by="ann")
    assert (refused.code, refused.out) == (3, "")
    assert "NF-1172" in refused.err
    accepted = roster(
        shell, "swap", "first", "--accept", "s1", "--behalf-of", "bo", "--basis", "phone"
    )
    assert (accepted.code, accepted.out) == (0, "S1\n")
    assert "for bo" in accepted.err
    assert on_call(shell, MONDAY) == ("bo", "override")
    assert on_call(shell, SATURDAY) == ("ann", "override")
    assert "swap S1, instead of ann" in shell.here("roster", "who", "first", "--at", MONDAY).out
    (change,) = shell.here("roster", "show", "--json").json["changes"]
    assert (change["id"], change["state"]) == ("S1", "accepted")
    assert change["takes"] == {
        "from": "2040-01-13T10:00:00.000000Z", "until": "2040-01-16T01:00:00.000000Z",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "by", "kind"),
    [("--decline", "bo", "swap-declined"), ("--withdraw", "ann", "swap-withdrawn")],
)
def test_a_swap_that_nobody_wants_changes_nothing(
    shell: Shell, answer: str, by: str, kind: str
) -> None:
    roster(shell, "swap", "first", "--offer", MONDAY, "--to", "bo", by="ann")
    said = roster(shell, "swap", "first", answer, "S1", "--note", "no", "--json", by=by)
    assert said.code == 0
    assert said.json["entries"][0]["kind"] == kind
    assert on_call(shell, MONDAY) == ("ann", "layer")


def test_an_adopted_roster_counts_until_the_next_is_adopted(shell: Shell) -> None:
    said = roster(shell, "adopt", "--note", "first version")
    assert said.code == 0
    assert said.out.startswith("r1 ")
    assert "Adopted the roster, version 1" in said.err
    edit(shell, SMALL.replace("people: [ann, bo]", "people: [cy, bo]"))
    assert on_call(shell, MONDAY) == ("ann", "layer")
    assert "netfin-incident roster adopt" in shell.here("roster", "show").err
    assert "cy 岑" in shell.here("roster", "preview", "first").out
    assert roster(shell, "adopt", "--from", "2040-01-01").code == 0
    assert on_call(shell, MONDAY) == ("cy", "layer")
    assert on_call(shell, "2039-12-29 12:00") == ("ann", "layer")
    late = roster(shell, "adopt", "--from", "2020-01-01")
    assert (late.code, late.out) == (3, "")
    assert "NF-1178" in late.err


def test_a_time_before_anything_was_adopted_is_answered_from_the_file_and_said(
    shell: Shell,
) -> None:
    roster(shell, "adopt")
    said = shell.here("roster", "who", "first", "--at", "2026-01-12 10:00")
    assert "ann 安" in said.out
    assert "no roster had been adopted by 2026-01-12 10:00:00 +08:00" in said.err


def test_a_calendar_has_whole_times_on_call_and_the_same_bytes_again(shell: Shell) -> None:
    words = ("roster", "calendar", "first", "--from", MONDAY, "--days", "14", "--out")
    for name in ("one.ics", "two.ics"):
        assert shell.here(*words, str(shell.home / name)).code == 0
    one, two = ((shell.home / name).read_bytes() for name in ("one.ics", "two.ics"))
    assert one == two
    events = Calendar.from_ical(one).walk("VEVENT")
    assert [event["UID"] for event in events] == [
        f"first-{start}@netfin-incident"
        for start in (
            "20400109T010000Z", "20400113T100000Z", "20400116T010000Z", "20400120T100000Z",
            "20400123T010000Z",
        )
    ]  # fmt: skip
    assert events[0].decoded("DTSTART") == at("2040-01-09 01:00")
    assert events[0].decoded("DTEND") == events[1].decoded("DTSTART") == at("2040-01-13 10:00")
    assert events[0].decoded("DTSTAMP") == at("2040-01-09 02:00")
    assert str(events[1]["SUMMARY"]) == "First line: bo 博"


def test_a_calendar_of_a_person_has_their_times_alone(shell: Shell) -> None:
    overridden(shell)
    out = str(shell.home / "cy.ics")
    said = shell.here(
        "roster", "calendar", "cy", "--from", "2040-01-09", "--days", "3", "--out", out, "--json"
    )
    assert said.json == {"path": out, "times": 1}
    (event,) = Calendar.from_ical(Path(out).read_bytes()).walk("VEVENT")
    assert str(event["DESCRIPTION"]) == "override O1, instead of ann"
    assert shell.here("roster", "calendar", "cy", "--out", out).code == 2
    assert shell.here("roster", "calendar", "dee", "--out", out).code == 4
    assert shell.here("roster", "calendar", "cy").code == 2


def test_one_rotation_is_exported_alone(shell: Shell) -> None:
    overridden(shell)
    roster(shell, "adopt")
    file = str(shell.home / "first.jsonl")
    assert shell.here("journal", "export", "--rotation", "first", "--out", file).code == 0
    assert shell.here("journal", "verify", file).out.startswith("1 ")
    assert shell.here("journal", "export", "--rotation", "second").code == 5
