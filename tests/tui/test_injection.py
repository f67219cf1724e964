"""Nothing that a person typed acts on the terminal: every screen, every payload."""

import re
import sqlite3
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import Step, Variable, VariableKind, Verb
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import MessageState, ReportKind
from netfin_incident.tui import text
from netfin_incident.tui.widgets.grid import LineGrid
from plans import every_kind, outage
from responder import Place, Responder, terminal

PAYLOADS = {
    "styled": "[red]x[/red]",
    "button": "[@click=app.quit]x[/]",
    "link": "[link=https://evil.example]x",
    "closing": "[/]",
    "closing named": "[/b]",
    "opening": "[bold",
    "half": "[/",
    "level": "[ERR] db",
    "variable": "[$error] $primary",
    "index": "x[i] [0]",
    "chinese": "[支付]",
    "clear": "a\x1b[2Jb",
    "title": "a\x1b]0;PWNED\x07b",
    "clipboard": "a\x1b]52;c;UFdORUQ=\x1b\\b",
    "query": "a\x1b[6n\x1b[cb",
    "device": "a\x1bPq\x1b\\b\x1b_x\x1b\\c",
    "eight bit": "a\x9b2Jb\x9d0;x\x9cc\x85d",
    "control": "a\rb\x08c\x00d\x7fe",
    "unterminated": "a\x1b]",
    "backwards": "a\u202eb\u2066c",
    "unseen": "a\u200bb\ufeffc\u2028d",
    "stacked": "e" + "\u0301" * 40,
    "braces": "{0} {title} %s",
}
ALLOWED = re.compile(r"\x1b\[[0-9;]*[mH]|\x1b\[[0-9;]*[A-HJKf]|\n|\r\n")
"""Colours and cursor moves, as Textual writes them."""
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\u2028]")


def assert_harmless(responder: Responder) -> None:
    """Nothing foreign in what is sent to the terminal, and nothing to click."""
    assert ACTING.search(ALLOWED.sub("", responder.raw)) is None
    for strips in responder._rendered().strips:
        for strip in strips:
            for segment in strip:
                if segment.style is not None:
                    assert segment.style.link is None
                    assert "@click" not in (segment.style.meta or {})


def shown(payload: str) -> str:
    """What is read of it: verbatim, but for what would act."""
    return text.cell(clean_line(payload))


def everywhere(place: Place, payload: str) -> None:
    """An incident with the payload in every field that people fill in."""
    person = clean_line(payload)
    place.declared(payload, c.AttachPlaybook(outage()))
    place.handled(
        c.AssignRole("commander", person),
        c.OfferHandover("commander", f"to {payload}", payload),
        c.Note(payload),
        c.RecordDecision(payload, payload, (payload,), payload, payload),
        c.GiveTask(payload, payload, 600),
        c.TakeMeasure(payload, temporary=True),
        c.RecordMessage(payload, payload, payload, MessageState.DRAFT),
        c.RecordUpwardReport(payload, ReportKind.INITIAL, due_at=place.clock()),
        c.AddEvidence(payload, payload, "file", step="isolate"),
        c.CompleteStep("isolate", note=payload),
        c.ReopenStep("isolate", payload),
        by=person,
    )


def assert_shown(responder: Responder) -> None:
    """Every payload stands on the screen as it reads."""
    screen = responder.screen
    assert [name for name, payload in PAYLOADS.items() if shown(payload) not in screen] == []


async def test_every_payload_is_shown_and_harmless_in_the_list(place: Place) -> None:
    for payload in PAYLOADS.values():
        place.declared(payload)
    async with terminal(place.app(), (200, 50)) as responder:
        assert_shown(responder)
        assert_harmless(responder)


async def test_every_payload_is_shown_and_harmless_in_an_incident(place: Place) -> None:
    place.declared()
    notes = [c.Note(payload) for payload in PAYLOADS.values()]
    tasks = [c.GiveTask(payload, payload, 600) for payload in PAYLOADS.values()]
    place.handled(*tasks)
    place.handled(*notes)
    async with terminal(place.app(), (200, 60)) as responder:
        room = await responder.open()
        assert_shown(responder)
        assert_harmless(responder)
        for _ in PAYLOADS:
            await responder.press("up")
            assert_harmless(responder)
        await responder.press("4")
        assert len(room.lists.owed.rows) == len(PAYLOADS)
        assert_harmless(responder)


@pytest.mark.parametrize("payload", [" ".join(list(PAYLOADS.values())[n::3]) for n in range(3)])
async def test_no_payload_acts_on_any_other_screen(place: Place, payload: str) -> None:
    everywhere(place, payload)
    async with terminal(place.app(), (160, 40)) as responder:
        assert_harmless(responder)
        await responder.open()
        assert_harmless(responder)
        for keys in (
            ("n",), ("a",), ("s",), ("t",), ("x",), ("i",), ("r",), ("u",), ("v",), ("m",),
            ("question_mark",), ("colon",), ("1", "full_stop"), ("3", "full_stop"),
            ("4", "full_stop"), ("slash",), ("i", "3", "enter"),
        ):  # fmt: skip
            await responder.press(*keys)
            assert_harmless(responder)
            await responder.press("escape")


@pytest.mark.parametrize("payload", [" ".join(list(PAYLOADS.values())[n::3]) for n in range(3)])
async def test_no_payload_acts_in_a_form_a_draft_or_a_refusal(place: Place, payload: str) -> None:
    place.declared("Gateway down", c.AssignRole("commander", clean_line(payload)))
    async with terminal(place.app(), (160, 40)) as responder:
        await responder.open()
        await responder.press("d")
        for field in ("question", "options", "rationale"):
            responder.form.field(field).fill(payload)
        await responder.settle()
        assert_harmless(responder)
        await responder.press("ctrl+s")
        assert "Please fill in" in responder.screen
        await responder.press("escape", "d")
        assert_harmless(responder)
        await responder.press("escape", "i", "1", "enter")
        assert clean_line(payload)[:20] in responder.status
        assert_harmless(responder)


def said_everywhere(value: Any, payload: str) -> Any:
    """A plan with the payload in place of every text, as somebody with the file could write it."""
    match value:
        case Text():
            return Text(payload, payload)
        case tuple():
            return tuple(said_everywhere(one, payload) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {one.name: getattr(value, one.name) for one in fields(value)}
            return replace(value, **{k: said_everywhere(v, payload) for k, v in parts.items()})
        case _:
            return value


async def test_no_payload_in_a_playbook_or_an_answer_acts(place: Place) -> None:
    payload = " ".join(PAYLOADS.values())
    plan = said_everywhere(every_kind(), payload)
    answered = Variable("said", VariableKind.TEXT, Text(payload, payload))
    asked = Step("held", Verb.DO, Text("Held", "待"), "then", when="loss > CNY 1", links=(payload,))
    plan = replace(
        plan, variables=(*plan.variables, answered), steps=(*plan.steps, asked),
        phases=(replace(plan.phases[0], steps=(*plan.phases[0].steps, "held")), plan.phases[1]),
    )  # fmt: skip
    place.declared("Down", c.AttachPlaybook(plan))
    place.handled(c.SetVariable("said", clean_line(payload)[:200]), c.SetVariable("eta", "40m"))
    async with terminal(place.app(), (160, 40)) as responder:
        room = await responder.open()
        await responder.press("g")
        for _ in room.lists.steps.rows:
            assert_harmless(responder)
            await responder.press("down")
        for keys in (
            ("g", "space"), ("g", "full_stop"), ("g", "down", "space"), ("g", "down", "down", "space"),
            ("G", "full_stop"),
        ):  # fmt: skip
            await responder.press(*keys)
            assert_harmless(responder)
            await responder.press("escape")
        await responder.press("colon")
        await responder.write("what is known")
        await responder.press("enter")
        assert_harmless(responder)
        await responder.press("down", "down", "down", "enter")
        assert_harmless(responder)


async def test_a_row_written_past_the_program_is_harmless_too(place: Place) -> None:
    place.declared("Gateway down", c.Note("MARK"))
    connection = sqlite3.connect(place.database)
    (trigger,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'body_is_append_only_update'"
    ).fetchone()
    connection.execute("DROP TRIGGER body_is_append_only_update")
    evil = r"\u001b]52;c;UFdORUQ=\u0007\u001b[2J\u202e[/] MARK2"
    connection.execute("UPDATE body SET body = replace(body, 'MARK', ?)", (evil,))
    connection.execute(trigger)
    connection.commit()
    connection.close()
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "⟨U+202E⟩[/] MARK2" in responder.screen
        assert_harmless(responder)
        await responder.press("enter")
        assert_harmless(responder)


async def test_an_empty_and_a_huge_text_are_shown(place: Place) -> None:
    place.declared("x" * 200, c.Note("长" * 20_000), c.Note("\n".join("ab" * 3000)))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert_harmless(responder)
        await responder.press("enter", "escape", "up", "enter")
        assert_harmless(responder)


def test_a_cell_is_cut_at_its_width_whatever_is_in_it() -> None:
    for payload in PAYLOADS.values():
        for cells in (0, 1, 2, 3, 5, 8, 13):
            assert text.width(text.fit(payload, cells)) == cells


def test_a_wide_character_is_never_cut_in_half() -> None:
    assert text.fit("支付系统故障", 9) == "支付系.. "
    assert text.fit("支付系统故障", 12) == "支付系统故障"
    assert text.fit("👨‍👩‍👧 family", 4).startswith("👨‍👩‍👧")


def test_a_row_draws_no_more_than_its_width() -> None:
    grid: LineGrid[str] = LineGrid()
    (line,) = grid.draw_row("支" * 500, 20)
    assert sum(text.width(piece.text) for piece in line) == 20
