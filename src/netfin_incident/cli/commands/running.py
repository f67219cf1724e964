"""Running the command of a step from the shell: shown, confirmed, run, recorded."""

import shlex
import sys
from typing import Annotated, Final

from netfin_incident.app.command_flow import Prepared, carry_out, prepare
from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.errors import UsageError
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording import command_run as said

_UNEXPECTED: Final = 1
"""Exit code where the command did not go as the playbook expects."""


def run(
    call: Call,
    incident: INCIDENT,
    step_id: Annotated[str, Arg("STEP", words.STEP)],
    *,
    approved_by: Annotated[str, Opt("--approved-by", words.STEP_APPROVED_BY, "PERSON")] = "",
    yes: Annotated[bool, Opt("--yes", words.STEP_YES)] = False,
    playbook: Annotated[str, Opt("--playbook", words.STEP_PLAYBOOK, "ID")] = "",
) -> int | None:
    """Run the command of a step once a person agreed to the filled argument list."""
    incident_id = call.find(incident)
    act = call.act(incident_id)
    prepared = prepare(
        call.desk.incident(incident_id),
        act,
        step_id,
        playbook,
        call.session.allowed_commands,
        approved_by,
    )
    _show(call, prepared)
    if not prepared.simulated and not yes and not _agreed(call):
        call.tell(said.NOT_RUN)
        return None
    if prepared.start:
        call.desk.handle(incident_id, act, *prepared.start)
    recorded = carry_out(prepared, call.session.database)
    call.wrote(call.handle(incident_id, call.act(incident_id), recorded))
    if recorded.expected:
        return None
    call.tell(said.UNEXPECTED)
    return _UNEXPECTED


def _show(call: Call, prepared: Prepared) -> None:
    line = shlex.join(prepared.arguments)
    call.tell(said.SIMULATED if prepared.simulated else said.WILL_RUN, line=line)
    call.tell(said.RISK, risk=call.say(said.RISKS[prepared.plan.risk]))
    if prepared.plan.undo is not None:
        call.tell(said.UNDO, undo=call.say(prepared.plan.undo))


def _agreed(call: Call) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("command-not-confirmed")
    call.tell(said.CONFIRM)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")
