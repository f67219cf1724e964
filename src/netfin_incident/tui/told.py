"""A selected row in full: what its preview and the head of its menu say."""

from typing import TYPE_CHECKING

from netfin_incident.errors import RecordError
from netfin_incident.tui.here import program
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_panes import IncidentPanes
    from netfin_incident.tui.widgets.steps import StepRow
    from netfin_incident.tui.widgets.timeline import TimelineRow


def step_told(place: "IncidentPanes", row: "StepRow") -> tuple[str, str]:
    """A step: number and title; how it stands, then its guidance."""
    said, view = program(place).words, row.view
    if view is None:
        return "", ""
    stands = [said.label(view.state)]
    if view.required:
        stands.append(said(w.REQUIRED))
    if view.due_at is not None:
        zone = place.shown.incident.zone
        stands.append(said(w.DUE, time=stamp(view.due_at, zone)))
    if view.waiting_for:
        titles = {one.step.id: said(one.step.title) for one in place.shown.steps}
        names = ", ".join(titles.get(one, one) for one in view.waiting_for)
        stands.append(said(w.WAITS, steps=names))
    body = said(view.step.body) if view.step.body else ""
    heading = f"{row.number}. {said(view.step.title)}"
    return heading, "\n".join(part for part in ("  ".join(stands), body.strip()) if part)


def entry_told(place: "IncidentPanes", row: "TimelineRow") -> tuple[str, str]:
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
        return f"#{told.entry}", here.words.explain(error).line
    words = w.ENTRY_BY if happened == written else w.LATE_ENTRY_BY
    person = here.name_of(told.row.actor)
    heading = here.words(words, entry=told.entry, happened=happened, written=written, person=person)
    if told.correction is not None:
        note = here.words(w.CORRECTED_BY, entry=told.correction.version, said=first)
        detail = f"{detail}\n{note}"
    return heading, detail
