"""A selected row in full: what its preview and the head of its menu say."""

from typing import TYPE_CHECKING

from netfin_incident.errors import RecordError
from netfin_incident.tui.here import program
from netfin_incident.tui.outline import AwayRow, PhaseRow, QuestionRow, StepRow
from netfin_incident.tui.step_told import step_told
from netfin_incident.tui.step_words import StepWords
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.domain.incident.questions import Question
    from netfin_incident.tui.outline import Row
    from netfin_incident.tui.screens.incident_panes import IncidentPanes
    from netfin_incident.tui.widgets.timeline import TimelineRow


def row_told(place: "IncidentPanes", row: "Row | None") -> Told:
    """A row of the step pane."""
    said, shown = program(place).words, place.shown
    match row:
        case StepRow():
            return step_told(place, shown, row)
        case PhaseRow(run, phase):
            approval = said(s.APPROVED if run.approved else w.UNAPPROVED)
            plan = run.plan
            line = said(s.PLAYBOOK_LINE, id=plan.id, revision=plan.revision, approval=approval)
            return Told(said(phase.name), f"{said(plan.name)}  {line}\n{said(plan.goal)}")
        case QuestionRow(question):
            return _question_told(place, question)
        case AwayRow():
            titles = zip(row.numbers, row.views, strict=True)
            lines = [f"{number}. {said(view.step.title)}" for number, view in titles]
            heading = f"{said(s.AWAY_PHASE, count=len(lines))}  {said(s.UNFOLDS)}"
            return Told(heading, "\n".join(lines))
        case _:
            return Told("")


def _question_told(place: "IncidentPanes", question: "Question") -> Told:
    said, shown, variable = program(place).words, place.shown, question.variable
    about = StepWords(place, shown, shown.views[question.playbook, question.steps[0]])
    lines = [
        said(s.ASKED_OF, role=about.held(question.role)) if question.role else said(s.ASKED_OF_ANY),
        said(s.BLOCKS, steps=about.steps(question.steps)),
    ]
    return Told(f"? {said(variable.question or variable.name)}", "\n".join(lines))


def entry_told(place: "IncidentPanes", row: "TimelineRow") -> Told:
    """An entry: number, times and person; then what it says, and what it first said."""
    here, timeline = program(place), place.lists.timeline
    told = timeline.told(row)
    zone = place.shown.incident.zone
    try:
        happened = stamp(told.happened, zone)
        detail = timeline.said(told)
        first = timeline.first_said(told)
        written = stamp(told.recorded.act.at, zone)
    except RecordError as error:
        return Told(f"#{told.entry}", here.words.explain(error).line)
    words = w.ENTRY_BY if happened == written else w.LATE_ENTRY_BY
    person = here.name_of(told.row.actor)
    heading = here.words(words, entry=told.entry, happened=happened, written=written, person=person)
    if told.correction is not None:
        note = here.words(w.CORRECTED_BY, entry=told.correction.version, said=first)
        detail = f"{detail}\n{note}"
    return Told(heading, detail)
