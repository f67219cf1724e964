"""What may happen next: every command is answered with events, or refused with a reason.

`decide` is also how a screen asks "may I?": it writes nothing.
"""

from typing import Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules import imports, lifecycle, seats, steps, work
from netfin_incident.domain.incident.rules.typed import check_happened, line, prose
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Field, Status
from netfin_incident.errors import CommandRefused

_AFTER_CLOSING: Final = (c.Link, c.Confirm, c.Correct)
_AFTER_CANCELLING: Final = (*_AFTER_CLOSING, c.Note, c.Reopen, c.AddEvidence, c.FinishImport)


def decide(incident: Incident | None, act: Act, command: c.Command) -> list[e.Event]:
    """Answer `command` with the events that follow from it; none when nothing changes.

    Raises:
        CommandRefused: the incident's rules do not allow the command now.
    """
    _check_act(act)
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
            return lifecycle.decide(incident, act, command)
        case (
            c.AssignRole() | c.ReleaseRole() | c.OfferHandover() | c.AcceptHandover()
            | c.EndHandover() | c.TakeRole()
        ):  # fmt: skip
            return seats.decide(incident, act, command)
        case c.AttachPlaybook() | c.StartStep() | c.CompleteStep() | c.SkipStep() | c.ReopenStep():
            return steps.decide(incident, act, command)
        case c.RecordImport() | c.StateDuration() | c.NoteDoubt() | c.FinishImport():
            return imports.decide(incident, command)
        case _:
            return work.decide(incident, act, command)


def _check_act(act: Act) -> None:
    if act.break_glass:
        prose(Field.REASON, act.break_glass)
    if act.on_behalf_of:
        line(Field.PERSON, act.on_behalf_of)
    check_happened(act.occurred_at, act)
    if act.on_behalf_of and act.basis is None:
        raise CommandRefused("basis-missing", person=act.on_behalf_of)
    if act.on_behalf_of and act.on_behalf_of == act.by:
        raise CommandRefused("on-behalf-of-oneself", person=act.by)


def _check_status(incident: Incident, command: c.Command) -> None:
    if incident.status is Status.CLOSED and not isinstance(command, _AFTER_CLOSING):
        raise CommandRefused("incident-closed", id=incident.id)
    if incident.status is Status.CANCELLED and not isinstance(command, _AFTER_CANCELLING):
        raise CommandRefused("incident-cancelled", id=incident.id)
