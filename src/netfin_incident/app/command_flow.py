"""Running the command of a step: what would run, then running it, then what is recorded of it.

It runs only where the rules of the incident and the list of this machine both allow it, after a
person has seen the filled argument list.  In a drill nothing runs; that it was played is recorded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from netfin_incident.app.evidence_files import evidence_folder, keep
from netfin_incident.domain.command_line import AllowedCommand, allowed_argv, fill
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.conditions import known_texts
from netfin_incident.domain.incident.rules.command_runs import check_may_run
from netfin_incident.domain.incident.rules.finding import find_step
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import CommandPlan
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Mode, StepState


@dataclass(frozen=True, slots=True)
class Prepared:
    """A command that may run now."""

    incident: str
    playbook: str
    step: str
    plan: CommandPlan
    arguments: tuple[str, ...]
    """Program and arguments as they will run."""
    approved_by: str
    simulated: bool
    begins: bool
    """Whether the step is begun with it."""

    @property
    def start(self) -> tuple[c.StartStep, ...]:
        """What to record before it runs, so that a crash leaves a trace."""
        return (c.StartStep(self.step, self.playbook),) if self.begins else ()


def prepare(
    incident: Incident,
    act: Act,
    step: str,
    playbook: str,
    allowed: Iterable[AllowedCommand],
    approved_by: str = "",
) -> Prepared:
    """What would run for `step`.

    Raises:
        CommandRefused: the step has no command or is not open, a value is missing or cannot be an
            argument, nothing allows the command on this machine, or the approval is missing.
    """
    run, view = find_step(incident, step, playbook)
    plan = check_may_run(incident, act, view, approved_by)
    values = {
        "severity": incident.severity.name,
        "mode": incident.mode.value,
        "service": incident.service,
        **known_texts(incident, run),
    }
    arguments = fill(plan, values)
    simulated = incident.mode is Mode.DRILL
    if not simulated:
        arguments = allowed_argv(arguments, plan.risk, allowed)
    return Prepared(
        incident.id, run.plan.id, step, plan, arguments, approved_by, simulated,
        begins=view.state is StepState.READY,
    )  # fmt: skip


def carry_out(prepared: Prepared, database: Path) -> c.RecordCommand:
    """Run it, keep its output as evidence beside `database`, and say what to record.

    Raises:
        UsageError: it could not be started, or its output could not be kept.
    """
    if prepared.simulated:
        return c.RecordCommand(
            prepared.step, prepared.arguments, prepared.playbook, simulated=True,
            approved_by=prepared.approved_by,
        )  # fmt: skip
    from netfin_incident.runner.output import captured, met_expectation
    from netfin_incident.runner.process import run

    ran = run(prepared.arguments, prepared.plan.timeout)
    name = f"{prepared.incident}-{prepared.step}.log"
    output = keep(ran.output, evidence_folder(database), name)
    return c.RecordCommand(
        prepared.step,
        prepared.arguments,
        prepared.playbook,
        exit_code=ran.exit_code,
        timed_out=ran.timed_out,
        took_ms=ran.took_ms,
        expected=met_expectation(ran, prepared.plan.expect),
        approved_by=prepared.approved_by,
        output=str(output.path),
        sha256=output.sha256,
        size=output.size,
        captured=tuple(captured(ran, prepared.plan.capture).items()),
    )
