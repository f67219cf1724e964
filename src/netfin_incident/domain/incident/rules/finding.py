"""Finding what a command names: a playbook that is attached, a step in it."""

from netfin_incident.domain.incident.board import StepView, step_view
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.errors import CommandRefused


def find_run(incident: Incident, playbook: str) -> Run:
    """The run of `playbook`.

    Raises:
        CommandRefused: no playbook is attached, or not this one.
    """
    if not incident.runs:
        raise CommandRefused("no-playbook", id=incident.id)
    if playbook not in incident.runs:
        raise CommandRefused("playbook-not-attached", playbook=playbook, known=tuple(incident.runs))
    return incident.runs[playbook]


def find_step(incident: Incident, step: str, playbook: str) -> tuple[Run, StepView]:
    """The run that has `step`, and the step as it stands.

    Raises:
        CommandRefused: no playbook is attached, none has such a step, or several have.
    """
    if not incident.runs:
        raise CommandRefused("no-playbook", id=incident.id)
    runs = [find_run(incident, playbook)] if playbook else list(incident.runs.values())
    having = [run for run in runs if run.plan.step(step) is not None]
    if not having:
        known = [one.id for run in runs for one in run.plan.steps]
        raise CommandRefused("step-unknown", step=step, nearest=nearest(step, known))
    if len(having) > 1:
        names = tuple(run.plan.id for run in having)
        raise CommandRefused("step-ambiguous", step=step, playbooks=names)
    run = having[0]
    return run, step_view(incident, run, run.plan.steps_by_id[step])
