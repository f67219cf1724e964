"""Whether a step may be acted on: still open, and waiting for nothing."""

from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.errors import CommandRefused


def check_open(view: StepView) -> None:
    """Hold that the step is neither settled nor fallen away.

    Raises:
        CommandRefused: it is.
    """
    if view.state in (StepState.DONE, StepState.SKIPPED):
        raise CommandRefused("step-settled", step=view.step.id, state=view.state)
    if view.state is StepState.FAILED and view.is_settled:
        raise CommandRefused("step-settled", step=view.step.id, state=view.state)
    if view.state is StepState.NOT_APPLICABLE:
        raise CommandRefused("step-not-applicable", step=view.step.id)


def check_turn(view: StepView) -> None:
    """Hold that nothing must be settled before the step.

    Raises:
        CommandRefused: something must.
    """
    if view.waiting_for:
        raise CommandRefused("step-blocked", step=view.step.id, waiting_for=view.waiting_for)
