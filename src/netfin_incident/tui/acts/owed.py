"""Acts on what is owed: tasks, reports, messages, measures, reviews."""

from typing import TYPE_CHECKING

from netfin_incident.app.views import OwedKind
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import MessageState, TaskState
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.acts.probes import SOMETHING
from netfin_incident.tui.dialogs.record import ConfirmEntryForm
from netfin_incident.tui.dialogs.telling import ReportForm, ReportSentForm
from netfin_incident.tui.dialogs.work import FailTaskForm

if TYPE_CHECKING:
    from netfin_incident.app.views import OwedView
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.screens.incident_room import IncidentRoom


def owed_items(place: "IncidentRoom", row: "OwedView | None") -> "list[Item]":
    """The menu of something owed; without one, what could be added."""
    make = Maker(place)
    probed = c.TakeMeasure(SOMETHING)
    another = make.form("report_new", lambda: ReportForm(place), probed)
    return [*(_of_row(place, make, row) if row else []), another]


def _of_row(place: "IncidentRoom", make: Maker, row: "OwedView") -> "list[Item]":
    match row.kind:
        case OwedKind.STEP:
            return [make.entry("go_step", lambda: place.go_to_step(row.id))]
        case OwedKind.TASK:
            return _task(place, make, row.id)
        case OwedKind.REPORT:
            report = make.incident.reports[row.id]
            sent = c.RecordUpwardReport(
                SOMETHING, report.kind, id=row.id, sent_at=make.act.at, channel=SOMETHING
            )
            return [make.form("report_sent", lambda: ReportSentForm(place, row.id), sent)]
        case OwedKind.MESSAGE:
            return [
                make.direct(name, c.MoveMessage(row.id, state))
                for name, state in (
                    ("message_approved", MessageState.APPROVED),
                    ("message_sent", MessageState.SENT),
                    ("message_failed", MessageState.FAILED),
                )
            ]
        case OwedKind.MEASURE:
            return [make.direct("lift", c.LiftMeasure(row.id))]
        case OwedKind.REVIEW | OwedKind.CONFIRMATION:
            entry = int(row.id)
            return [make.form("confirm", lambda: ConfirmEntryForm(place, entry), c.Confirm(entry))]


def _task(place: "IncidentRoom", make: Maker, task: str) -> "list[Item]":
    failed = c.MoveTask(task, TaskState.FAILED, SOMETHING)
    return [
        make.direct("task_ack", c.MoveTask(task, TaskState.ACKNOWLEDGED)),
        make.direct("task_done", c.MoveTask(task, TaskState.DONE)),
        make.form("task_failed", lambda: FailTaskForm(place, task), failed),
        make.direct("task_cancelled", c.MoveTask(task, TaskState.CANCELLED)),
    ]
