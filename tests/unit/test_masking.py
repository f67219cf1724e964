"""Every value of every command is either masked or named here as one that is not."""

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from netfin_incident.domain.customer_data import Kind
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.masking import (
    MASKED_ANSWERS,
    MASKED_LINES,
    MASKED_PAIRS,
    MASKED_PROSE,
    Masking,
)
from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.vocabulary import NoteKind
from small_plans import plan, step, variable
from story import declared, given

CARD, COVERED = "4111 1111 1111 1111", "**** **** **** 1111"
MOBILE = "13800138000"

STAYS = {
    "id", "zone", "key", "service", "duplicate_of", "other", "role", "person", "to", "step",
    "playbook", "option", "channel", "receipt", "second", "variable", "approved_by", "authorised_by",
    "output", "sha256", "text_sha256", "reference", "kind", "hours", "verdict", "reading", "slug",
    "amount", "suspense", "arguments", "value", "contact", "detail",
}  # fmt: skip
"""Ids, people, references, amounts, and words of closed lists.  `value` depends on its variable."""


def has_text(hint: object) -> bool:
    return hint is str or any(map(has_text, get_args(hint)))


def test_every_value_of_a_command_that_holds_text_is_masked_or_said_to_stay() -> None:
    decided = MASKED_PROSE | MASKED_LINES | MASKED_PAIRS | MASKED_ANSWERS | STAYS
    open_ones = {
        f"{kind.__name__}.{field.name}"
        for kind in get_args(c.Command)
        for field in fields(kind)
        if has_text(get_type_hints(kind)[field.name]) and field.name not in decided
    }
    assert open_ones == set()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (c.Note(f"客户 {CARD}"), c.Note(f"客户 {COVERED}")),
        (c.Note(f"客户 {MOBILE}", NoteKind.FINDING), c.Note("客户 138****8000", NoteKind.FINDING)),
        (
            c.RecordDecision(f"Pay {CARD}?", CARD, (CARD, "wait"), CARD, CARD),
            c.RecordDecision(
                f"Pay {COVERED}?", COVERED, (COVERED, "wait"), COVERED, COVERED
            ),
        ),
        (c.GiveTask(f"call {MOBILE}", MOBILE, 60), c.GiveTask("call 138****8000", MOBILE, 60)),
        (
            c.AddEvidence(f"{CARD}.png", f"/evidence/{MOBILE}", "file"),
            c.AddEvidence(f"{COVERED}.png", f"/evidence/{MOBILE}", "file"),
        ),
        (c.SkipStep("s", f"for {CARD}"), c.SkipStep("s", f"for {COVERED}")),
        (
            c.NoteDoubt("x", 1, (("written", CARD),)),
            c.NoteDoubt("x", 1, (("written", COVERED),)),
        ),
    ],
)  # fmt: skip
def test_texts_are_masked_and_ids_are_not(typed: c.Command, kept: c.Command) -> None:
    assert Masking().command(None, typed) == kept


def test_a_command_without_customer_data_is_left_as_it_was_typed() -> None:
    typed = c.Note("  62 %\r\n\x1b[31m still falling ")
    assert Masking().command(None, typed) is typed


@pytest.mark.parametrize(
    "hidden", ["4111\x1b[m 1111 1111 1111", "4111\x00 1111 1111 1111", "４１１１ 1111 1111 1111"]
)
def test_nothing_hides_in_what_is_cleaned_away(hidden: str) -> None:
    masking = Masking()
    masking.command(None, c.Note(hidden))
    assert masking.counts == {Kind.CARD: 1}


def test_a_line_is_masked_as_the_one_line_that_it_becomes() -> None:
    title = c.Declare("INC-2026-0001", "4111 1111\n1111 1111", declared().severity, "UTC")
    masked = Masking().command(None, title)
    assert isinstance(masked, c.Declare)
    assert masked.title == COVERED


def test_what_is_masked_is_counted_over_all_commands() -> None:
    masking = Masking()
    masking.command(None, c.Note(f"{CARD}; {CARD}"))
    masking.command(None, c.Note(f"{MOBILE}; {CARD}"))
    assert masking.counts == {Kind.CARD: 3, Kind.MOBILE: 1}


def test_what_is_kept_on_purpose_still_never_goes_out() -> None:
    keeping = Masking(keep_raw=True)
    assert keeping.command(None, c.Note(CARD)) == c.Note(CARD)
    message = keeping.command(None, c.RecordMessage(f"owner of {CARD}", "sms", f"Dear {CARD}"))
    assert message == c.RecordMessage(f"owner of {CARD}", "sms", f"Dear {COVERED}")
    step = keeping.command(None, c.CompleteStep("tell", note=CARD, text=CARD))
    assert step == c.CompleteStep("tell", note=CARD, text=COVERED)
    assert keeping.counts == {Kind.CARD: 2}


def test_answers_in_words_are_masked_and_figures_are_not() -> None:
    variables = (
        variable("who", VariableKind.TEXT),
        variable("which", VariableKind.LIST),
        variable("count", VariableKind.NUMBER),
    )
    asking = plan(step("ask"), variables=variables)
    incident = given(declared(), c.AttachPlaybook(asking)).incident

    def kept(name: str, value: str) -> str:
        answer = Masking().command(incident, c.SetVariable(name, value))
        assert isinstance(answer, c.SetVariable)
        return answer.value

    assert kept("who", MOBILE) == "138****8000"
    assert kept("which", f"{MOBILE}\n{CARD}") == f"138****8000\n{COVERED}"
    assert kept("count", MOBILE) == MOBILE
    asked = c.CompleteStep("ask", answers=(("who", MOBILE), ("count", MOBILE)))
    answered = Masking().command(incident, asked)
    assert answered == c.CompleteStep("ask", answers=(("who", "138****8000"), ("count", MOBILE)))
