"""What is different between two plans: parts added, removed, moved and changed, field by field.

Parts are the same part where they have the same id.  What differs by severity is told severity by
severity; of a list of ids, what joined it and what left it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Final

from netfin_incident.domain.playbook.by_severity import (
    DueBySeverity,
    FlagBySeverity,
    RoleBySeverity,
)
from netfin_incident.domain.playbook.plan import Phase, Plan
from netfin_incident.domain.playbook.steps import Step
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity


class Section(StrEnum):
    """Which list of the plan a part stands in."""

    PLAYBOOK = "playbook"
    ROLES = "roles"
    VARIABLES = "variables"
    PHASES = "phases"
    STEPS = "steps"
    CLOCKS = "clocks"
    RESOURCES = "resources"
    METRICS = "metrics"
    DRILLS = "drills"


class What(StrEnum):
    """What became of a part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    section: Section
    thing: str
    """Id of the part; empty for the playbook itself."""
    what: What
    field: str = ""
    """Of a part that changed: which field, `notice.template` where it is a field of a field."""
    before: Any = None
    after: Any = None
    grades: tuple[Severity, ...] = ()
    """The severities at which it differs; empty where severity does not matter."""
    item: str = ""
    """Of a list in a part: which option, piece of evidence or choice."""


_PLAYBOOK: Final = (
    "id",
    "revision",
    "status",
    "name",
    "goal",
    "category",
    "separation",
    "triggers",
)
_PLACE: Final = ("phase", "under")
_LISTED: Final = ("options", "evidence", "choices")
"""Lists in a part whose items have ids of their own."""
_ELSEWHERE: Final = {"options": ("steps",), "phases": ("steps",)}
"""Fields that say again what the steps say."""


def compare(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every difference, section by section; none where both say the same."""
    found: list[Change] = []
    for name in _PLAYBOOK:
        pair = getattr(before, name), getattr(after, name)
        found += _field(Section.PLAYBOOK, "", name, *pair)
    for section, listed in _SECTIONS.items():
        found += _parts(section, listed(before), listed(after))
        if section is Section.PHASES:
            found += _order(before, after)
    return tuple(found)


_SECTIONS: Final[dict[Section, Callable[[Plan], Sequence[Any]]]] = {
    Section.ROLES: lambda plan: plan.roles,
    Section.VARIABLES: lambda plan: plan.variables,
    Section.PHASES: lambda plan: plan.phases,
    Section.STEPS: lambda plan: plan.steps,
    Section.CLOCKS: lambda plan: plan.clocks,
    Section.RESOURCES: lambda plan: plan.resources,
    Section.METRICS: lambda plan: plan.metrics,
    Section.DRILLS: lambda plan: plan.injects,
}


def _parts(section: Section, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    old, new = ({one.id: one for one in side} for side in (before, after))
    for thing in old:
        if thing not in new:
            yield Change(section, thing, What.REMOVED, before=old[thing])
    for thing, part in new.items():
        if thing not in old:
            yield Change(section, thing, What.ADDED, after=part)
        elif old[thing] != part:
            yield from _fields(section, thing, old[thing], part)


def _fields(section: Section, thing: str, old: Any, new: Any) -> Iterator[Change]:
    if isinstance(new, Step):
        yield from _place_and_role(thing, old, new)
    for name in _names(section, new):
        yield from _field(section, thing, name, getattr(old, name), getattr(new, name))


def _names(section: Section, part: Any) -> Iterator[str]:
    left_out = {"id", *_ELSEWHERE.get(section, ())}
    if isinstance(part, Step):
        left_out |= {*_PLACE, "role", "roles"}
    yield from (one.name for one in fields(part) if one.name not in left_out)


def _field(section: Section, thing: str, name: str, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    kind = type(new if old is None else old)
    if kind in (DueBySeverity, FlagBySeverity, RoleBySeverity):
        yield from _graded(section, thing, name, old.at, new.at)
    elif name in _LISTED:
        yield from _items(section, thing, name, old, new)
    elif is_dataclass(kind) and kind.__name__ in _NESTED and old is not None and new is not None:
        for one in fields(kind):
            inner = f"{name}.{one.name}"
            yield from _field(section, thing, inner, getattr(old, one.name), getattr(new, one.name))
    else:
        yield Change(section, thing, What.CHANGED, name, old, new)


_NESTED: Final = ("Approval", "Notice", "Reporting", "Round", "CommandPlan", "OnFail", "Triggers")
"""Kinds of field that have fields of their own."""


def _graded(
    section: Section,
    thing: str,
    name: str,
    old: Callable[[Severity], Any],
    new: Callable[[Severity], Any],
) -> Iterator[Change]:
    """One change for all severities at which it is the same one."""
    groups: dict[tuple[Any, Any], list[Severity]] = {}
    for severity in Severity:
        pair = old(severity), new(severity)
        if pair[0] != pair[1]:
            groups.setdefault(pair, []).append(severity)
    for (before, after), grades in groups.items():
        everywhere = len(grades) == len(Severity)
        at = () if everywhere else tuple(grades)
        yield Change(section, thing, What.CHANGED, name, before, after, at)


def _items(section: Section, thing: str, name: str, old: Any, new: Any) -> Iterator[Change]:
    before, after = ({one.id: one for one in side} for side in (old, new))
    for item in before.keys() - after.keys():
        yield Change(section, thing, What.CHANGED, name, before[item], None, item=item)
    for item, part in after.items():
        if item not in before:
            yield Change(section, thing, What.CHANGED, name, None, part, item=item)
            continue
        left_out = ("id", *_ELSEWHERE.get(name, ()))
        for one in (one.name for one in fields(part) if one.name not in left_out):
            pair = getattr(before[item], one), getattr(part, one)
            if pair[0] != pair[1]:
                inner = f"{name}.{one}"
                yield Change(section, thing, What.CHANGED, inner, *pair, item=item)


def _place_and_role(thing: str, old: Step, new: Step) -> Iterator[Change]:
    if (old.phase, old.under) != (new.phase, new.under):
        place = (old.phase, old.under), (new.phase, new.under)
        yield Change(Section.STEPS, thing, What.CHANGED, "place", *place)
    yield from _graded(Section.STEPS, thing, "role", old.role_at, new.role_at)


def _order(before: Plan, after: Plan) -> Iterator[Change]:
    """Phases, and steps of a phase, that are the same but come in another order."""
    pair = _shared([one.id for one in before.phases], [one.id for one in after.phases])
    if pair[0] != pair[1]:
        yield Change(Section.PHASES, "", What.CHANGED, "order", *pair)
    old: dict[str, Phase] = {phase.id: phase for phase in before.phases}
    for phase in after.phases:
        if phase.id in old:
            pair = _shared(old[phase.id].steps, phase.steps)
            if pair[0] != pair[1]:
                yield Change(Section.PHASES, phase.id, What.CHANGED, "order", *pair)


def _shared(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that are on both sides, in the order of each."""
    both = set(before) & set(after)
    return tuple(one for one in before if one in both), tuple(one for one in after if one in both)
