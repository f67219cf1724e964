"""What completing a step needs from outside the incident: the reader's words, the plan of a call."""

from collections.abc import Callable
from dataclasses import replace

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.conditions import known_values
from netfin_incident.domain.incident.rules.finding import find_step
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.wording.notices import Filler


def completion(
    incident: Incident,
    asked: c.CompleteStep,
    say: Callable[[Text], str],
    attaching: Callable[[str], c.AttachPlaybook],
) -> c.CompleteStep:
    """`asked` with whom a notice or report goes to, a notice's words, and the plan that a call begins.

    Raises:
        CommandRefused: there is no such step.
        DefinitionError: the playbook that is called cannot be used.
    """
    run, view = find_step(incident, asked.step, asked.playbook)
    step = view.step
    if step.notice is not None:
        words, template = asked.text, step.notice.template
        if not words and template is not None and not view.is_settled:
            values = known_values(incident, run)
            words = Filler(say, run.plan.variables_by_id).notice(template, values)
        return replace(asked, to=asked.to or say(step.notice.audience), text=words)
    if step.reporting is not None and not asked.to:
        return replace(asked, to=say(step.reporting.recipient))
    begun = view.state is StepState.ACTIVE or view.is_settled
    if not step.call or begun or step.call in incident.runs:
        return asked
    called = attaching(step.call)
    return replace(asked, playbook=run.plan.id, called=called.plan, called_approved=called.approved)
