"""Acts on a row of the step pane: what Space does, and the menu."""

from functools import partial
from typing import TYPE_CHECKING, Final

from netfin_incident.app.steps import completion
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.tui.acts.facts import answer, facts_item
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.acts.probes import SOMETHING, failed, skipped, step_refused
from netfin_incident.tui.acts.running import open_run, run_refused
from netfin_incident.tui.dialogs.answering import AskForm
from netfin_incident.tui.dialogs.confirm import Confirm, Question
from netfin_incident.tui.dialogs.deciding import ApproveForm, DecideForm, RoundForm
from netfin_incident.tui.dialogs.notices import NotifyForm, ReportStepForm
from netfin_incident.tui.dialogs.record import EvidenceForm
from netfin_incident.tui.dialogs.steps import (
    DoneForm,
    FailForm,
    ReopenStepForm,
    SkipForm,
    StepForm,
    WaitForm,
)
from netfin_incident.tui.here import program
from netfin_incident.tui.outline import QuestionRow, StepRow
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.outline import Row
    from netfin_incident.tui.screens.incident_room import IncidentRoom

_FORMS: Final[dict[Verb, type[StepForm]]] = {
    Verb.ASK: AskForm,
    Verb.DECIDE: DecideForm,
    Verb.APPROVE: ApproveForm,
    Verb.NOTIFY: NotifyForm,
    Verb.REPORT: ReportStepForm,
}
"""Kinds that always ask for something."""
_ITEMS: Final = {
    Verb.ASK: "answer_step", Verb.DECIDE: "decide", Verb.APPROVE: "approve",
    Verb.NOTIFY: "notify", Verb.REPORT: "report_step", Verb.PARALLEL: "inside",
    Verb.REPEAT: "round", Verb.CALL: "call",
}  # fmt: skip
_NEVER: Final = ("step-not-startable", "step-cannot-fail")
"""Refusals of what a kind of step never allows; such entries are left out."""


def do_row(place: "IncidentRoom", row: "Row | None") -> None:
    """What Space does."""
    if isinstance(row, StepRow):
        do_step(place, row)
    elif isinstance(row, QuestionRow):
        answer(place, row.question.playbook, row.question.variable)
    else:
        place.lists.steps.toggle()


def do_step(place: "IncidentRoom", row: "StepRow") -> None:
    """Mark the step done, or ask for what its kind takes."""
    view = row.view
    match view.step.verb:
        case Verb.PARALLEL:
            go_inside(place, row)
        case Verb.REPEAT if not view.round_over:
            go_inside(place, row)
        case Verb.REPEAT:
            place.open_form(RoundForm(place, row))
        case Verb.CALL if view.state is not StepState.ACTIVE:
            begin_call(place, row)
        case Verb.WAIT if view.state is StepState.WAITING and _is_early(place, row):
            place.open_form(WaitForm(place, row))
        case verb if verb in _FORMS:
            place.open_form(_FORMS[verb](place, row))
        case _ if view.step.warning or view.step.checks:
            place.open_form(DoneForm(place, row))
        case _:
            place.ask(c.CompleteStep(view.step.id, view.playbook))


def go_inside(place: "IncidentRoom", row: "StepRow") -> None:
    """To the first open step of those in it."""
    views = place.shown.inside(row.view)
    open_ones = [view for view in views if not view.is_settled and not view.step.options]
    pressing = [view for view in open_ones if view.state is not StepState.DORMANT]
    first = next(iter((*pressing, *open_ones)), None)
    if first is None:
        place.say(program(place).words(s.NOTHING_OPEN))
    else:
        place.lists.steps.go_to_step(first)


def begin_call(place: "IncidentRoom", row: "StepRow") -> None:
    """Carry out another playbook beside this one, once that is confirmed."""
    here, incident_id = program(place), place.incident_id
    step, playbook = row.view.step, row.view.playbook
    session, desk, act = here.session, here.desk, here.act()

    def begin() -> "Handled":
        asked = c.CompleteStep(step.id, playbook)
        called = completion(desk.incident(incident_id), asked, here.words, session.attaching)
        return desk.handle(incident_id, act, called)

    question = Question(here.words(f.CONFIRM_CALL, playbook=step.call))
    if step.call in place.shown.incident.runs:
        place.have_done(begin)
    else:
        place.app.push_screen(
            Confirm(question), lambda yes: place.have_done(begin) if yes else None
        )


def step_items(place: "IncidentRoom", row: "StepRow") -> "list[Item]":
    """The menu of a step."""
    view, make = row.view, Maker(place)
    step, playbook = view.step.id, view.playbook
    reopened = c.ReopenStep(step, SOMETHING, playbook)
    proved = c.AddEvidence(SOMETHING, SOMETHING, "file", step=step, playbook=playbook)
    first = _first_items(place, row, make)
    if view.step.command is not None:
        first.append(make.refusable("run", lambda: open_run(place, row), run_refused(make, view)))
    items = [
        *first,
        make.direct("start", c.StartStep(step, playbook)),
        make.form("skip", lambda: SkipForm(place, row), skipped(view), "x"),
        make.form("fail", lambda: FailForm(place, row), failed(view)),
        make.form("evidence", lambda: EvidenceForm(place, step, playbook), proved, "v"),
        make.form("reopen_step", lambda: ReopenStepForm(place, row), reopened),
        facts_item(place, make),
    ]
    return [one for one in items if one.refused is None or one.refused.slug not in _NEVER]


def _first_items(place: "IncidentRoom", row: "StepRow", make: Maker) -> "list[Item]":
    view, verb = row.view, row.view.step.verb
    refused = step_refused("step", make.incident, make.act, view)
    first = make.refusable(_ITEMS.get(verb, "done"), partial(do_step, place, row), refused, "Space")
    if verb is Verb.REPEAT:
        inside = make.entry("inside", partial(go_inside, place, row))
        enough = make.form("round", lambda: RoundForm(place, row))
        return [inside, enough]
    if verb in (Verb.DO, Verb.MILESTONE, Verb.NOTE):
        noted = make.refusable("done_note", lambda: make.open(DoneForm(place, row)), refused)
        return [first, noted]
    return [first]


def _is_early(place: "IncidentRoom", row: "StepRow") -> bool:
    """Whether a wait would end before its time, or before what it waits for."""
    view = row.view
    over = view.waits_until is not None and program(place).now() >= view.waits_until
    return bool(view.step.until) or not over
