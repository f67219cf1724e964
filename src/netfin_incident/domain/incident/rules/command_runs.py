"""Rules of commands that were run for a step: what is kept of them."""

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.rules.answers import answered
from netfin_incident.domain.incident.rules.lifecycle import moved_to_responding
from netfin_incident.domain.incident.rules.openness import check_open, check_turn
from netfin_incident.domain.incident.rules.typed import line
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import CommandPlan
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import MAX_LINE
from netfin_incident.domain.vocabulary import Field, Mode
from netfin_incident.errors import CommandRefused


def check_may_run(incident: Incident, act: Act, view: StepView, approved_by: str) -> CommandPlan:
    """The step's command, which may be run now by whoever `act` says.

    Raises:
        CommandRefused: the step has none, is not open, waits for something, or the approval that
            the playbook asks for is missing.
    """
    command = view.step.command
    if command is None:
        raise CommandRefused("step-has-no-command", step=view.step.id)
    check_open(view)
    check_turn(view)
    if incident.mode is Mode.DRILL or not command.approve or act.break_glass:
        return command
    holder = incident.holder(command.approve)
    if not approved_by or approved_by != holder:
        raise CommandRefused(
            "command-not-approved", step=view.step.id, role=command.approve, holder=holder or "-"
        )
    return command


def record(incident: Incident, run: Run, view: StepView, asked: c.RecordCommand) -> list[e.Event]:
    """Record a command that was run: it is history, so nothing but its place is judged.

    Raises:
        CommandRefused: the step has no command, or a captured value cannot be read.
    """
    step = view.step
    if step.command is None:
        raise CommandRefused("step-has-no-command", step=step.id)
    evidence = f"E{len(incident.evidence) + 1}" if asked.output else ""
    name = line(Field.NAME, f"{step.id}: {asked.arguments[0]}"[:MAX_LINE])
    kept = e.EvidenceAdded(
        evidence, name, asked.output, "log", asked.sha256, asked.size, step.id, run.plan.id
    )
    ran = e.CommandRun(
        run.plan.id, step.id, asked.arguments, step.command.risk, asked.simulated,
        asked.exit_code, asked.timed_out, asked.took_ms, asked.expected,
        line(Field.PERSON, asked.approved_by, optional=True), evidence,
    )  # fmt: skip
    found = answered(incident, run, asked.captured, step.id)
    return [*([kept] if evidence else []), ran, *found, *moved_to_responding(incident)]
