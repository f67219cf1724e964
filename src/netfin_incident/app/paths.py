"""Whether a playbook can be walked whichever way it goes: each option, arm and condition, once.

Branch coverage, not every combination: one walk per way that no walk before it went, up to a cap
that is said.  A way counts as gone only by a walk that really went it, to its end.  A walk must come
to its end, reach a milestone of the playbook, and find a holder for every role that it needed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from netfin_incident.app.walking import Script, Taken, Walker
from netfin_incident.app.ways import FAILED, NO, STRAIGHT, YES, Fork, Way, script_for, ways
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.reading import Reading
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import AGAIN, ENOUGH, Plan, Step, Verb
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.errors import CommandRefused

_ON_STEP: Final = (c.CompleteStep, c.FailStep, c.SkipStep)
MOST_WALKS: Final = 400
"""Most walks through one playbook; ways left over are said to be unwalked."""


@dataclass(frozen=True, slots=True)
class Walked:
    """How one walk went."""

    way: Way
    """What it was walked for."""
    acts: tuple[Taken, ...]
    milestones: tuple[Milestone, ...]
    """Those that its steps reached, in order."""
    unstaffed: tuple[str, ...]
    """Roles that were required, or had something to do, and that nobody held."""
    stuck: StepView | None
    """The step at which it went no further; None where it came to its end."""
    refused: CommandRefused | None
    """Why that step could not be taken, where the rules did not allow it."""
    gone: frozenset[Way]
    """The ways it went; none where it did not come to its end."""
    end: Incident

    @property
    def is_sound(self) -> bool:
        """Whether it came to its end, reached a milestone and found its people."""
        return self.stuck is None and bool(self.milestones) and not self.unstaffed


@dataclass(frozen=True, slots=True)
class Paths:
    """All walks through one playbook."""

    walks: tuple[Walked, ...]
    ways: tuple[Way, ...]
    """Every way that the playbook offers."""
    unwalked: tuple[Way, ...]
    """Those that no walk went."""
    left_out: int = 0
    """How many of those were not tried, because there are too many ways."""

    @property
    def is_sound(self) -> bool:
        """Whether every way was walked, and every walk is sound."""
        return not self.unwalked and all(walk.is_sound for walk in self.walks)


Find = Callable[[str], Plan | None]


def paths(plan: Plan, start: datetime, find: Find, *, alone: bool = False) -> Paths:
    """Walk `plan` each way once, from `start`; `find` gives the playbooks that are called."""
    wanted = ways(plan)
    gone: set[Way] = set()
    walks: list[Walked] = []
    left_out = 0
    for way in wanted:
        if way in gone:
            continue
        if len(walks) == MOST_WALKS:
            left_out += 1
            continue
        walk = walk_for(plan, way, replace(script_for(plan, way), alone=alone), start, find)
        walks.append(walk)
        gone |= walk.gone
    unwalked = tuple(way for way in wanted if way not in gone)
    return Paths(tuple(walks), wanted, unwalked, left_out)


def walk_for(plan: Plan, way: Way, script: Script, start: datetime, find: Find) -> Walked:
    """Walk one script, and say how it went."""
    walker = Walker(plan, script, start, find)
    acts = tuple(walker.walk())
    own = [one for one in acts if one.view is not None and one.view.playbook == plan.id]
    gone = {*_in_acts(own), *_at_end(plan, walker.incident, own)} if not walker.stuck else ()
    return Walked(
        way,
        acts,
        tuple(_milestones(own)),
        () if script.alone else tuple(_unstaffed(plan, acts)),
        walker.stuck,
        walker.refused,
        frozenset(gone),
        walker.incident,
    )


def _milestones(acts: list[Taken]) -> Iterator[Milestone]:
    for one in acts:
        milestone = one.view.step.milestone if one.view else ""
        if milestone and isinstance(one.command, c.CompleteStep):
            yield Milestone(milestone)


def _unstaffed(plan: Plan, acts: tuple[Taken, ...]) -> Iterator[str]:
    if not acts:
        return
    first, last = acts[0].before, acts[-1].after
    needed = [role.id for role in plan.roles if role.required.at(first.severity)]
    needed += [one.view.role for one in acts if one.view is not None and one.view.role]
    yield from (role for role in dict.fromkeys(needed) if not last.holder(role))


def _in_acts(acts: list[Taken]) -> Iterator[Way]:
    """The ways that can be told from what was done."""
    for one in acts:
        if one.view is None or not one.events:
            continue
        step = one.view.step
        match one.command:
            case c.CompleteStep(option=option) if step.verb is Verb.DECIDE and _was_free(one):
                yield Way(Fork.OPTION, step.id, option)
            case c.FailStep():
                yield Way(Fork.FAILURE, step.id, FAILED)
        for event in one.events:
            if isinstance(event, e.RoundBegun) and event.playbook == one.view.playbook:
                yield Way(Fork.ROUND, event.step, AGAIN)


def _was_free(one: Taken) -> bool:
    """Whether the option that was chosen is known to have been one that could be chosen."""
    if one.view is None or not isinstance(one.command, c.CompleteStep):
        return False
    conditions = Reading(one.before, one.before.runs[one.view.playbook]).conditions
    chosen = (each for each in one.view.step.options if each.id == one.command.option)
    return all(conditions.judge(each.when).holds for each in chosen)


def _at_end(plan: Plan, incident: Incident, acts: list[Taken]) -> Iterator[Way]:
    """The ways that can be told from how everything stands at the end."""
    yield STRAIGHT
    reading = Reading(incident, incident.runs[plan.id])
    touched = {one.command.step for one in acts if isinstance(one.command, _ON_STEP)}
    for step in plan.steps:
        inner = {one.id for one in plan.inside(*step.options)}
        if step.when and touched & {step.id, *inner}:
            yield Way(Fork.CONDITION, step.id, YES)
        elif step.when and _is_left_out(reading, step):
            yield Way(Fork.CONDITION, step.id, NO)
        if not reading.reach(step).open:
            continue
        if step.round is not None and reading.settled_at(step) is not None:
            yield Way(Fork.ROUND, step.id, ENOUGH)
        for arm in step.options if step.verb is Verb.PARALLEL else ():
            always = {one for one in arm.steps if not reading.steps[one].when}
            if always <= touched and touched & {one.id for one in plan.inside(arm)}:
                yield Way(Fork.ARM, step.id, arm.id)


def _is_left_out(reading: Reading, step: Step) -> bool:
    """Whether nothing but its own condition kept the step from coming up."""
    if reading.conditions.judge(step.when).holds is not False:
        return False
    if step.under is None:
        return True
    holder, branch = reading.steps[step.under[0]], step.under[1]
    mark = reading.mark(holder)
    chosen = holder.verb is not Verb.DECIDE or (mark is not None and mark.option == branch)
    return chosen and bool(reading.reach(holder).open)
