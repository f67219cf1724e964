"""Lint of what keeps a playbook alive: reviews, variables that are used, playbooks it calls."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from netfin_incident.domain.expression import parse, variables_of
from netfin_incident.domain.playbook import PLACE, Plan, Step
from netfin_incident.errors import Place
from netfin_incident.library.lint_findings import Finding, Look, found

_PARTS: Final = ("triggers", "resources", "drills", "review")
_MONTHS_IN: Final = {"month": 1, "year": 12}
_DAYS_IN: Final = {"day": 1, "week": 7}


def _review(look: Look) -> Iterator[Finding]:
    missing = tuple(part for part in _PARTS if not look.reading.root.get(part))
    if missing:
        yield found("parts-missing", look.file, parts=missing)
    review = look.reading.root.get("review", {})
    last, today = review.get("last"), look.around.today
    if last is None or today is None:
        return
    every = review.get("every")
    if every is not None and _after(last, every) < today:
        place = look.reading.place(review.source, "last")
        yield found("review-overdue", place, last=last.isoformat(), every=every)


def _after(day: date, period: str) -> date:
    """The day that is a period such as `6 months` later."""
    number, unit = period.split(" ")
    unit = unit.removesuffix("s")
    if unit in _DAYS_IN:
        return date.fromordinal(day.toordinal() + int(number) * _DAYS_IN[unit])
    months = day.year * 12 + day.month - 1 + int(number) * _MONTHS_IN[unit]
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))


def _variables(look: Look) -> Iterator[Finding]:
    plan = look.plan
    judged = {name for step in plan.steps for name in _judged_by(step)}
    shown = {name for step in plan.steps for name in _shown_by(step)}
    answered = {name for step in plan.steps for name in _answered_by(step)}
    for variable in plan.variables:
        place = _variable_place(look, variable.id)
        if variable.id not in judged | shown | answered:
            yield found("variable-unused", place, variable=variable.id)
        elif variable.id not in judged | answered and not variable.value:
            yield found("variable-unasked", place, variable=variable.id)


def _judged_by(step: Step) -> Iterator[str]:
    """Variables that the step goes by, so that somebody is asked where they are not known."""
    conditions = [step.when, step.until, *(one.when for one in step.options)]
    conditions += [one.suggest for one in step.options]
    if step.round is not None:
        conditions.append(step.round.until)
        yield from (step.round.each,) if step.round.each else ()
    for condition in conditions:
        if condition:
            yield from variables_of(parse(condition))


def _shown_by(step: Step) -> Iterator[str]:
    """Variables whose values stand in a text of the step."""
    texts = [*(step.command.run if step.command else ())]
    if step.notice is not None and step.notice.template is not None:
        texts += [step.notice.template.en, step.notice.template.zh]
    for text in texts:
        yield from PLACE.findall(text)


def _answered_by(step: Step) -> Iterator[str]:
    """Variables that are known once the step is done."""
    yield from step.ask
    yield from (one.variable for one in step.sets)
    yield from (one.variable for one in step.command.capture) if step.command else ()


def _variable_place(look: Look, variable: str) -> Place:
    return look.reading.key_place(look.reading.root["variables"].source, variable)


def _calls(look: Look) -> Iterator[Finding]:
    calls = look.around.calls
    if calls is None:
        return
    for step in look.plan.steps:
        if not step.call:
            continue
        if step.call not in calls:
            yield found("called-not-there", look.step(step.id), step=step.id, playbook=step.call)
            continue
        path = _way_back(look.plan, step.call, calls)
        if path:
            yield found("call-circle", look.step(step.id), path=" → ".join(path))


def _way_back(plan: Plan, called: str, calls: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """How `called` comes to call `plan` again; empty where it does not."""
    ways: list[tuple[str, ...]] = [(plan.id, called)]
    seen = {called}
    while ways:
        way = ways.pop(0)
        for following in calls.get(way[-1], ()):
            if following == plan.id:
                return (*way, following)
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()


CHECKS: Final = (_review, _variables, _calls)
