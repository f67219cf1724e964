"""A step on one line: how it stands, what kind it is, what is to be done, whose it is, and when."""

from typing import TYPE_CHECKING, Final

from netfin_incident.domain.playbook import HOLDERS, Verb
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.outline import DEEPEST
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.tui.widgets.times import due_piece
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import clock, countdown

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from netfin_incident.domain.incident.board import StepView
    from netfin_incident.tui.model import Shown
    from netfin_incident.tui.outline import StepRow

OWNER_CELLS: Final = 11
WHEN_CELLS: Final = 15
WORD_CELLS: Final = 9
ROOM_FOR_WORDS: Final = 98
"""Cells from which the kind is a word."""
LEAST_TITLE: Final = 6

_LOOK: Final = {
    StepState.DONE: "ok", StepState.SKIPPED: "dim", StepState.NOT_APPLICABLE: "dim",
    StepState.DORMANT: "dim", StepState.ACTIVE: "bold", StepState.FAILED: "alarm",
    StepState.BLOCKED: "soon",
}  # fmt: skip


def step_line(node: "DOMNode", shown: "Shown", row: "StepRow", width: int) -> Line:
    """The whole line."""
    view = row.view
    look = (
        "dim" if view.state is StepState.FAILED and view.is_settled else _LOOK.get(view.state, "")
    )
    must = "!" if view.required and not view.is_settled else " "
    start = f"{indent(view.depth)}{w.STEP_BOX[view.state]}{must}{row.number:>2} "
    kind = _kind(node, view.step.verb, width)
    room = width - sum(map(text.width, (start, kind))) - OWNER_CELLS - WHEN_CELLS - 2
    title = title_of(node, shown, view)
    if not row.is_open:
        title = f"+ {title}"
    owner = owner_of(node, shown, view)
    when = when_of(node, shown, view)
    return [
        Piece(start, look), Piece(kind, "mark"), Piece(text.fit(title, max(room, LEAST_TITLE)), look),
        Piece(f" {text.fit(owner, OWNER_CELLS)} ", "dim"),
        Piece(text.fit(when.text, WHEN_CELLS), when.look),
    ]  # fmt: skip


def indent(depth: int) -> str:
    """The blanks in front of what is nested so deep."""
    return "  " * min(depth, DEEPEST)


def _kind(node: "DOMNode", verb: Verb, width: int) -> str:
    said = program(node).words
    if width >= ROOM_FOR_WORDS:
        return f"{text.fit(said(s.KIND_WORD[verb]), WORD_CELLS)} "
    return f"{said(s.KIND_SIGN[verb])} "


def title_of(node: "DOMNode", shown: "Shown", view: "StepView") -> str:
    """What is to be done; with the round, the choice, or that it is only played."""
    said, step = program(node).words, view.step
    title = said(step.title)
    if view.mark is not None and view.mark.option and step.verb is Verb.DECIDE:
        chosen = next((one for one in step.options if one.id == view.mark.option), None)
        title = f"{title} = {said(chosen.name)}" if chosen else title
    if step.verb is Verb.REPEAT and not view.is_settled:
        most = shown.readings[view.playbook].most_rounds(step)
        if most:
            title = said(s.ROUND, round=view.round, most=most, title=title)
    if view.simulated and not view.is_settled:
        title = said(s.SIMULATED, title=title)
    return title


def owner_of(node: "DOMNode", shown: "Shown", view: "StepView") -> str:
    """Who did it, or whose it is."""
    here = program(node)
    if view.mark is not None and (view.is_settled or view.state is not StepState.FAILED):
        return here.name_of(view.mark.by)
    role = view.role or (view.step.approval.by[0] if view.step.approval else "")
    if not role:
        return "" if view.step.verb in HOLDERS else here.words(w.STEP_OWNER_NONE)
    return role_holder(node, shown, role)


def role_holder(node: "DOMNode", shown: "Shown", role: str) -> str:
    """Who holds a role, or its name where it is vacant."""
    here = program(node)
    holder = shown.incident.holder(role)
    return here.name_of(holder) if holder else role_name(node, shown, role)


def role_name(node: "DOMNode", shown: "Shown", role: str) -> str:
    """The role's name, also where a playbook brought it."""
    name = next((view.name for view in shown.roles if view.id == role), None)
    return program(node).words.role(role, name)


def when_of(node: "DOMNode", shown: "Shown", view: "StepView") -> Piece:
    """The time that matters, or why it is not ready."""
    if view.is_settled:
        return Piece(_settled(node, shown, view), "dim")
    if view.state is StepState.WAITING:
        return _waiting(node, view)
    if view.due_at is not None:
        return due_piece(node, view.due_at)
    return _open(node, shown, view)


def _settled(node: "DOMNode", shown: "Shown", view: "StepView") -> str:
    said = program(node).words
    if view.mark is None or view.settled_at is None:
        return said.label(view.state)
    at = clock(view.settled_at, shown.incident.zone)
    if view.kept:
        return said(s.KEPT, time=at)
    if view.done_in:
        return said(s.ELSEWHERE, time=at)
    if view.state is StepState.FAILED and view.mark.option:
        return said(s.FAILED_TO, step=shown.numbers.get((view.playbook, view.mark.option), ""))
    return f"{at} {said.label(view.state)}"


def _waiting(node: "DOMNode", view: "StepView") -> Piece:
    here = program(node)
    if view.waits_until is None:
        return Piece(here.words.label(view.state), "dim")
    left = int((view.waits_until - here.now()).total_seconds())
    if left > 0:
        return Piece(countdown(left, here.words.language), "dim")
    return Piece(here.words(s.WAIT_OVER), "soon")


def _open(node: "DOMNode", shown: "Shown", view: "StepView") -> Piece:
    """Why a step without a time of its own is open; the first reason that there is."""
    said = program(node).words
    if view.waiting_for:
        numbers = [shown.numbers.get((view.playbook, one), 0) for one in view.waiting_for]
        return Piece(said(w.WAITS, steps=",".join(str(n) for n in numbers if n)), "dim")
    if view.state is StepState.FAILED:
        count = shown.incident.runs[view.playbook].failures.get(view.step.id, 1)
        return Piece(said(s.FAILED_TIMES, count=count), "alarm")
    if view.asks:
        return Piece(said(s.ASKS_SHORT, name=fact_name(node, shown, view.asks[0])), "soon")
    if view.state is StepState.DORMANT or view.ahead:
        return Piece(said(w.BEFORE_ITS_TURN), "dim")
    if view.round_over:
        return Piece(said(s.AGAIN_SHORT), "soon")
    quorum = view.step.approval.quorum if view.step.approval else 1
    if quorum > 1:
        run = shown.incident.runs[view.playbook]
        count = len(run.approvals.get(view.step.id, ()))
        return Piece(said(s.APPROVED_SO_FAR, count=count, quorum=quorum), "dim")
    return Piece("" if view.state is StepState.READY else said.label(view.state), "dim")


def fact_name(node: "DOMNode", shown: "Shown", variable: str) -> str:
    """What a variable is called."""
    from netfin_incident.wording.condition_words import name_said

    known = shown.variables.get(variable)
    return program(node).words(name_said(variable, known[1] if known else None))
