"""What may happen next: every command is answered with events, or refused with a reason.

`decide` is also how a screen asks "may I?": it writes nothing.
"""

from typing import Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules import (
    calling,
    imports,
    lifecycle,
    seats,
    steps,
    work,
)
from netfin_incident.domain.incident.rules.rounds import with_rounds
from netfin_incident.domain.incident.rules.typed import check_act
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Status
from netfin_incident.errors import CommandRefused

_AFTER_CLOSING: Final = (c.Link, c.Confirm, c.Correct, c.Tick, c.RecordSent, c.RecordFailed)
_AFTER_CANCELLING: Final = (*_AFTER_CLOSING, c.Note, c.Reopen, c.AddEvidence, c.FinishImport)


def decide(incident: Incident | None, act: Act, command: c.Command) -> list[e.Event]:
    """Answer `command` with the events that follow from it; none when nothing changes.

    Raises:
        CommandRefused: the incident's rules do not allow the command now.
    """
    check_act(act)
    if isinstance(command, c.Declare):
        return lifecycle.declare(incident, command)
    if incident is None:
        raise CommandRefused("incident-undeclared")
    _check_status(incident, command)
    match command:
        case (
            c.Acknowledge() | c.Activate() | c.ChangeStatus() | c.Cancel() | c.Reopen()
            | c.ChangeSeverity() | c.SetMilestone() | c.StateFunds() | c.Link()
        ):  # fmt: skip
            return with_rounds(incident, act, lifecycle.decide(incident, act, command))
        case (
            c.AssignRole() | c.ReleaseRole() | c.OfferHandover() | c.AcceptHandover()
            | c.EndHandover() | c.TakeRole()
        ):  # fmt: skip
            return seats.decide(incident, act, command)
        case (
            c.AttachPlaybook() | c.StartStep() | c.CompleteStep() | c.SkipStep() | c.ReopenStep()
            | c.FailStep() | c.GiveUpPlaybook() | c.SetVariable() | c.RecordCommand()
        ):  # fmt: skip
            return with_rounds(incident, act, steps.decide(incident, act, command))
        case (
            c.StartEscalation() | c.Escalate() | c.Tick() | c.RecordSent() | c.RecordFailed()
            | c.RetryNotice() | c.QuarantineNotice() | c.RecordCall() | c.SuppressDuplicate()
        ):  # fmt: skip
            return calling.decide(incident, act, command)
        case c.RecordImport() | c.StateDuration() | c.NoteDoubt() | c.FinishImport():
            return imports.decide(incident, command)
        case _:
            return work.decide(incident, act, command)


def _check_status(incident: Incident, command: c.Command) -> None:
    if incident.status is Status.CLOSED and not isinstance(command, _AFTER_CLOSING):
        raise CommandRefused("incident-closed", id=incident.id)
    if incident.status is Status.CANCELLED and not isinstance(command, _AFTER_CANCELLING):
        raise CommandRefused("incident-cancelled", id=incident.id)
