"""Where the incident stands: severity, status, milestones, funds, closing."""

from typing import Annotated, Final, TypeAlias

from netfin_incident.cli.asked import INCIDENT, REASON
from netfin_incident.cli.call import Call
from netfin_incident.cli.calls_to_come import tell_calls_of_raising
from netfin_incident.cli.choosing import chosen, number, one_of
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.severity import parse_severity
from netfin_incident.domain.vocabulary import Milestone, Status
from netfin_incident.errors import CommandRefused, UsageError
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words

AMOUNT: TypeAlias = Annotated[str, Opt("--amount", words.AMOUNT, "AMOUNT")]
SUSPENSE: TypeAlias = Annotated[str, Opt("--suspense", words.SUSPENSE, "AMOUNT")]

_FUNDS: Final = ("none", "touched")


def severity(
    call: Call,
    incident: INCIDENT,
    to: Annotated[str, Arg("SEVERITY", words.SEVERITY)],
    *,
    reason: REASON = "",
) -> None:
    """Raise the severity, or lower it with a reason."""
    changed = c.ChangeSeverity(parse_severity(to), reason)
    tell_calls_of_raising(call, call.write(incident, changed))


def status(
    call: Call,
    incident: INCIDENT,
    to: Annotated[str, Arg("STATUS", words.STATUS)],
    *,
    reason: REASON = "",
    funds: Annotated[str | None, Opt("--funds", words.STATUS_FUNDS, "WORD")] = None,
    reconciled_count: Annotated[
        str | None, Opt("--reconciled-count", words.RECONCILED_COUNT, "N")
    ] = None,
    amount: AMOUNT = "",
    suspense: SUSPENSE = "",
    unreconciled_reason: Annotated[
        str, Opt("--unreconciled-reason", words.UNRECONCILED, "TEXT", prose=True)
    ] = "",
) -> None:
    """Move the status, saying of the funds what ending asks for."""
    change = c.ChangeStatus(chosen(Status, to, "STATUS"), reason)
    if funds is None:
        details = {
            "--reconciled-count": reconciled_count, "--amount": amount, "--suspense": suspense,
            "--unreconciled-reason": unreconciled_reason,
        }  # fmt: skip
        for option, given in details.items():
            if given:
                raise UsageError("option-needs-other", option=option, other="--funds touched")
        call.write(incident, change)
        return
    count = None if reconciled_count is None else number(reconciled_count, "--reconciled-count", 0)
    stated = c.StateFunds(
        one_of(_FUNDS, funds, "--funds") == "touched", count is not None, count, amount, suspense,
        unreconciled_reason,
    )  # fmt: skip
    call.write(incident, stated, change)


def milestone(
    call: Call,
    incident: INCIDENT,
    name: Annotated[str, Arg("MILESTONE", words.MILESTONE)],
    *,
    how: Annotated[str, Opt("--how", words.HOW, "TEXT", prose=True)] = "",
) -> None:
    """Record that a milestone was reached."""
    call.write(incident, c.SetMilestone(chosen(Milestone, name, "MILESTONE"), how))


def funds(
    call: Call,
    incident: INCIDENT,
    touched: Annotated[str, Arg("FUNDS", words.FUNDS)],
    *,
    reconciled: Annotated[bool, Opt("--reconciled", words.RECONCILED)] = False,
    count: Annotated[str | None, Opt("--count", words.COUNT, "N")] = None,
    amount: AMOUNT = "",
    suspense: SUSPENSE = "",
    reason: REASON = "",
) -> None:
    """Say whether funds were touched, and whether the books agree."""
    stated = c.StateFunds(
        one_of(_FUNDS, touched, "FUNDS") == "touched", reconciled,
        None if count is None else number(count, "--count", 0), amount, suspense, reason,
    )  # fmt: skip
    call.write(incident, stated)


def close(call: Call, incident: INCIDENT, *, reason: REASON = "") -> None:
    """Close the incident; where that cannot be yet, say all that stands in the way."""
    incident_id = call.find(incident)
    try:
        call.write(incident_id, c.ChangeStatus(Status.CLOSED, reason))
    except CommandRefused as refused:
        standing = obstacles(call.desk.incident(incident_id), Status.CLOSED)
        if standing and "obstacles" not in refused.values:
            call.tell(said.IN_THE_WAY, id=incident_id, count=len(standing))
            call.output.obstacles(standing)
        raise
