"""What a playbook holds beside its steps: facts, clocks, resources, metrics, drill injects."""

from collections.abc import Iterable, Iterator

from netfin_incident.cli.columns import terminal_width, wrapped
from netfin_incident.domain.playbook import Inject, Metric, Resource, Variable
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.wording import plan_pages as p
from netfin_incident.wording.labels import label
from netfin_incident.wording.plan_words import PlanWords


def lists(words: PlanWords) -> Iterator[str]:
    """Every list that is not empty, each under its heading."""
    plan = words.plan
    yield from _under(words, p.QUESTIONS, (_fact(words, one) for one in plan.variables))
    clocks = (
        [one.id, words(p.CLOCK_STEP, step=words.step(one.step)) if one.step else ""]
        for one in plan.clocks
    )
    yield from _under(words, p.CLOCKS, clocks)
    yield from _under(words, p.RESOURCES, (_resource(words, one) for one in plan.resources))
    yield from _under(words, p.METRICS, (_metric(words, one) for one in plan.metrics))
    yield from _under(words, p.INJECTS, (_inject(words, one) for one in plan.injects))


def _under(words: PlanWords, heading: Text, items: Iterable[list[str]]) -> Iterator[str]:
    first = True
    for parts in items:
        if first:
            yield ""
            yield words(heading)
            first = False
        line, *rest = wrapped(" · ".join(filter(None, parts)), terminal_width(), "    ")
        yield f"  {line.strip()}"
        yield from rest


def _fact(words: PlanWords, variable: Variable) -> list[str]:
    choices = words.listed(words.named(one.id, one.name) for one in variable.choices)
    return [
        variable.id,
        words(label(variable.kind)),
        words(variable.name),
        words(variable.question) if variable.question else "",
        words(p.ASKED_OF, role=words.role(variable.role)) if variable.role else "",
        words(p.CHOICES, choices=choices) if choices else "",
        words(p.AT_FIRST, value=words.value(variable.id, variable.value)) if variable.value else "",
    ]


def _resource(words: PlanWords, resource: Resource) -> list[str]:
    return [
        resource.id,
        words(p.RESOURCE_KINDS[resource.kind]),
        words(resource.name),
        words(p.WHERE, place=resource.where) if resource.where else "",
        words(p.KEPT_BY, role=words.role(resource.owner)) if resource.owner else "",
        words(p.RTO, span=words.span(resource.rto)) if resource.rto is not None else "",
        words(p.RPO, span=words.span(resource.rpo)) if resource.rpo is not None else "",
    ]


def _metric(words: PlanWords, metric: Metric) -> list[str]:
    start, end = (words(label(Milestone(one))) for one in (metric.start, metric.end))
    return [
        metric.id,
        words(metric.name),
        words(p.METRIC, start=start, end=end),
        words(p.TARGET, span=words.span(metric.target)) if metric.target is not None else "",
    ]


def _inject(words: PlanWords, inject: Inject) -> list[str]:
    return [
        inject.id,
        words(p.INJECT, span=words.span(inject.at), role=words.role(inject.to)),
        words(inject.text),
        words(p.EXPECTED, steps=words.listed(inject.expect)) if inject.expect else "",
    ]
