"""Rules of the incident as a whole: declaring, grading, moving on, ending."""

from collections.abc import Mapping
from typing import Final, assert_never

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.incident.rules.calling import acknowledge
from netfin_incident.domain.incident.rules.typed import line, prose, reason
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import CancelKind, Field, Milestone, Reasoned, Status
from netfin_incident.errors import CommandRefused

NEXT: Final[Mapping[Status, tuple[Status, ...]]] = {
    Status.DECLARED: (Status.RESPONDING, Status.CONTAINED, Status.RECOVERED),
    Status.RESPONDING: (Status.CONTAINED, Status.RECOVERED),
    Status.CONTAINED: (Status.RECOVERED, Status.RESPONDING),
    Status.RECOVERED: (Status.RESOLVED, Status.RESPONDING),
    Status.RESOLVED: (Status.IN_REVIEW, Status.CLOSED),
    Status.IN_REVIEW: (Status.CLOSED,),
    Status.CLOSED: (),
    Status.CANCELLED: (),
}
"""Where a status may go by `ChangeStatus`; cancelling and reopening are acts of their own."""

CANCELLABLE: Final = (Status.DECLARED, Status.RESPONDING, Status.CONTAINED, Status.RECOVERED)
REOPENABLE: Final = (Status.RESOLVED, Status.IN_REVIEW, Status.CANCELLED)
BACKWARD: Final = (
    (Status.CONTAINED, Status.RESPONDING),
    (Status.RECOVERED, Status.RESPONDING),
)

_MILESTONE_OF: Final = {
    Status.CONTAINED: Milestone.CONTAINED,
    Status.RECOVERED: Milestone.RECOVERED,
    Status.RESOLVED: Milestone.RESOLVED,
}

_Asked = (
    c.Acknowledge | c.Activate | c.ChangeStatus | c.Cancel | c.Reopen | c.ChangeSeverity
    | c.SetMilestone | c.StateFunds | c.Link
)  # fmt: skip


def declare(incident: Incident | None, asked: c.Declare) -> list[e.Event]:
    """A new incident, or nothing when this very one is open and was declared by the same key.

    Raises:
        CommandRefused: the id is taken, or the title is empty or too long.
    """
    key = line(Field.KEY, asked.key, optional=True)
    if incident is not None:
        if key and key == incident.key and incident.is_open:
            return []
        raise CommandRefused("id-taken", id=asked.id)
    declared = e.Declared(
        id=asked.id, title=line(Field.TITLE, asked.title), severity=asked.severity, zone=asked.zone,
        mode=asked.mode, origin=asked.origin, key=key,
        service=line(Field.SERVICE, asked.service, optional=True),
    )  # fmt: skip
    return [declared]


def decide(incident: Incident, act: Act, asked: _Asked) -> list[e.Event]:
    """Answer a command about the incident as a whole.

    Raises:
        CommandRefused: see each rule.
    """
    match asked:
        case c.Acknowledge():
            said, ladder = acknowledge(incident, act, asked), incident.escalation
            met = ladder is None or ladder.is_met_by(act.person)
            return [*said, *reached(incident, Milestone.ACKNOWLEDGED)] if said and met else said
        case c.Activate():
            return _activate(incident, asked)
        case c.ChangeStatus():
            return _change_status(incident, asked)
        case c.Cancel():
            return _cancel(incident, asked)
        case c.Reopen():
            if incident.status not in REOPENABLE:
                raise CommandRefused("not-reopenable", status=incident.status)
            return [e.Reopened(incident.status, reason(asked.reason, Reasoned.REOPENING))]
        case c.ChangeSeverity():
            return _change_severity(incident, asked)
        case c.SetMilestone():
            return [e.MilestoneReached(asked.milestone, prose(Field.HOW, asked.how, optional=True))]
        case c.StateFunds():
            return _state_funds(incident, asked)
        case c.Link():
            return _link(incident, asked)
        case _:
            assert_never(asked)


def reached(incident: Incident, milestone: Milestone) -> list[e.Event]:
    """The milestone, unless it has been reached before."""
    return [] if incident.milestones.get(milestone) else [e.MilestoneReached(milestone)]


def moved_to_responding(incident: Incident) -> list[e.Event]:
    """The move to `responding` that the first act of response brings about."""
    if incident.status is not Status.DECLARED:
        return []
    return [e.StatusChanged(Status.DECLARED, Status.RESPONDING)]


def _activate(incident: Incident, asked: c.Activate) -> list[e.Event]:
    if incident.level is asked.level:
        return []
    by = line(Field.AUTHORISED_BY, asked.authorised_by)
    activated = e.Activated(asked.level, by)
    return [
        activated,
        *reached(incident, Milestone.ACTIVATED),
        *moved_to_responding(incident),
    ]


def _change_status(incident: Incident, asked: c.ChangeStatus) -> list[e.Event]:
    before, to = incident.status, asked.to
    if to is before:
        return []
    if to not in NEXT[before]:
        raise CommandRefused("status-unreachable", to=to, before=before, next=NEXT[before])
    why = prose(Field.REASON, asked.reason, optional=True)
    if (before, to) in BACKWARD:
        why = reason(asked.reason, Reasoned.GOING_BACK)
    standing = obstacles(incident, to)
    if standing:
        raise CommandRefused("checklist-open", to=to, count=len(standing), obstacles=standing)
    return [e.StatusChanged(before, to, why), *_passed(incident, to)]


def _passed(incident: Incident, to: Status) -> list[e.Event]:
    """The milestone of a status, unless it was set since the response last went back."""
    milestone = _MILESTONE_OF.get(to)
    if milestone is None:
        return []
    marks = incident.milestones.get(milestone, ())
    if marks and marks[-1].entry > incident.returned_entry:
        return []
    return [e.MilestoneReached(milestone)]


def _cancel(incident: Incident, asked: c.Cancel) -> list[e.Event]:
    if incident.status not in CANCELLABLE:
        raise CommandRefused("not-cancellable", status=incident.status)
    other = line(Field.REFERENCE, asked.duplicate_of, optional=True)
    if asked.kind is CancelKind.DUPLICATE and not other:
        raise CommandRefused("duplicate-of-what")
    if other == incident.id:
        raise CommandRefused("link-to-itself", id=incident.id)
    why = reason(asked.reason, Reasoned.CANCELLING)
    return [e.Cancelled(incident.status, asked.kind, why, other)]


def _change_severity(incident: Incident, asked: c.ChangeSeverity) -> list[e.Event]:
    why = prose(Field.REASON, asked.reason, optional=True)
    first = not incident.milestones.get(Milestone.CLASSIFIED)
    if asked.to == incident.severity:
        return [e.MilestoneReached(Milestone.CLASSIFIED, why)] if first else []
    lowering = asked.to > incident.severity
    if lowering:
        why = reason(asked.reason, Reasoned.LOWERING_SEVERITY)
    changed = e.SeverityChanged(incident.severity, asked.to, why)
    return [changed, *reached(incident, Milestone.CLASSIFIED)]


def _state_funds(incident: Incident, asked: c.StateFunds) -> list[e.Event]:
    if not asked.touched and (asked.reconciled or asked.count or asked.amount):
        raise CommandRefused("funds-contradict")
    if asked.reconciled and (asked.count is None or asked.count < 0):
        raise CommandRefused("reconciled-how-many")
    stated = e.FundsStated(
        asked.touched, asked.reconciled, asked.count, line(Field.AMOUNT, asked.amount, optional=True),
        line(Field.SUSPENSE, asked.suspense, optional=True), prose(Field.REASON, asked.reason, optional=True),
    )  # fmt: skip
    books = reached(incident, Milestone.RECONCILED) if asked.reconciled else []
    return [stated, *books]


def _link(incident: Incident, asked: c.Link) -> list[e.Event]:
    other = line(Field.REFERENCE, asked.other)
    if other == incident.id:
        raise CommandRefused("link-to-itself", id=incident.id)
    if any((one.relation, one.other) == (asked.relation, other) for one in incident.links):
        return []
    return [e.Linked(asked.relation, other, prose(Field.NOTE, asked.note, optional=True))]
