"""What a rehearsal did not play of its script: a choice, a fact or a failure that never came up."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from netfin_incident.app.rehearsing import Rehearsal
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.playbook import AGAIN
from netfin_incident.domain.vocabulary import StepState


class Why(StrEnum):
    """Why something was not played."""

    AWAY = "not_applicable"
    """The step does not apply."""
    CLOSED = "not_available"
    """The option could not be chosen."""
    NOT_REACHED = "not_reached"
    """The step never came up."""
    CHANGED = "changed"
    """The fact was said otherwise on the way."""
    OTHERWISE = "otherwise"
    """The step was finished in another way."""


@dataclass(frozen=True, slots=True)
class Unplayed:
    """One option of the command that came to nothing."""

    option: str
    """`--choose`, `--set` or `--fail`."""
    given: str
    """What was given with it; a value in its canonical form."""
    name: str
    """The step or the fact."""
    why: Why
    view: StepView | None = None


def unplayed(rehearsal: Rehearsal) -> tuple[Unplayed, ...]:
    """What was not played, the choices first."""
    views = {view.step.id: view for view in board(rehearsal.incident) if _is_own(rehearsal, view)}
    happened = [event for taken in rehearsal.acts for event in taken.events]
    return (*_choices(rehearsal, views, happened), *_facts(rehearsal),
            *_failures(rehearsal, views, happened))  # fmt: skip


def _is_own(rehearsal: Rehearsal, view: StepView) -> bool:
    return view.playbook == rehearsal.plan.id


def _choices(
    rehearsal: Rehearsal, views: dict[str, StepView], happened: list[e.Event]
) -> Iterator[Unplayed]:
    chosen = {(one.step, one.option) for one in happened if isinstance(one, e.StepCompleted)}
    chosen |= {
        (one.step, AGAIN) for one in happened if isinstance(one, e.RoundBegun) and one.round > 1
    }
    for step, option in rehearsal.script.options.items():
        if (step, option) not in chosen:
            view = views[step]
            why = Why.CLOSED if option in view.unavailable else _why(view)
            yield Unplayed("--choose", f"{step}={option}", step, why, view)


def _facts(rehearsal: Rehearsal) -> Iterator[Unplayed]:
    known = rehearsal.incident.answers
    for name, value in rehearsal.script.answers.items():
        if name not in known or known[name].value != value:
            yield Unplayed("--set", f"{name}={value}", name, Why.CHANGED)


def _failures(
    rehearsal: Rehearsal, views: dict[str, StepView], happened: list[e.Event]
) -> Iterator[Unplayed]:
    failed = {one.step for one in happened if isinstance(one, e.StepFailed)}
    for step in sorted(rehearsal.script.fails - failed):
        yield Unplayed("--fail", step, step, _why(views[step]), views[step])


_FINISHED: Final = (StepState.DONE, StepState.SKIPPED, StepState.FAILED)


def _why(view: StepView) -> Why:
    if view.state is StepState.NOT_APPLICABLE:
        return Why.AWAY
    return Why.OTHERWISE if view.state in _FINISHED else Why.NOT_REACHED
