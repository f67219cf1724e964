"""A playbook as a page of plain text: header, roles, the outline of its steps, and its lists."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from netfin_incident.cli.columns import aligned, pad, terminal_width, width, wrapped
from netfin_incident.cli.plan_kind import in_brief
from netfin_incident.domain.playbook import Option, Phase, RolePlan, Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.wording import plan_pages as p
from netfin_incident.wording.labels import label
from netfin_incident.wording.plan_words import PlanWords
from netfin_incident.wording.sentences.work import EVIDENCE_KINDS

_PART: Final = " · "
_DEEPER: Final = "   "


def header(words: PlanWords, owner: str) -> Iterator[str]:
    """Which playbook it is, and what for."""
    plan = words.plan
    yield f"{plan.id} r{plan.revision} ({words(p.STATUSES[plan.status])})  {words(plan.name)}"
    rows = [
        (p.GOAL, words(plan.goal)),
        (p.STATUS, words(p.STATUSES[plan.status])),
        (p.CATEGORY, words(p.CATEGORIES[plan.category])),
        (p.OWNER, owner),
    ]
    widest = max(width(words(name)) for name, _ in rows)
    for name, value in rows:
        if value:
            hang = " " * (widest + 4)
            first, *rest = wrapped(value, terminal_width(), hang)
            yield f"  {pad(words(name), widest)}  {first.strip()}"
            yield from rest


def roles(words: PlanWords, severity: Severity | None) -> Iterator[str]:
    """Who is needed, and for what."""
    yield words(p.ROLES)
    shown = [_role(words, role, severity) for role in words.plan.roles]
    for line, role in zip(aligned(shown, "  "), words.plan.roles, strict=True):
        yield line
        if role.duty is not None:
            yield from wrapped(words(role.duty), terminal_width(), "      ")
    if words.plan.separation:
        pairs = (
            words(p.PAIR, one=words.role(one), other=words.role(other))
            for one, other in words.plan.separation
        )
        yield f"  {words(p.APART, pairs=words.joined(pairs))}"


def outline(words: PlanWords, severity: Severity | None) -> Iterator[str]:
    """Every phase with its steps, those nested in others below them."""
    numbers = {step.id: number for number, step in enumerate(words.plan.steps, 1)}
    for phase in words.plan.phases:
        yield ""
        yield phase_title(words, phase)
        for step_id in phase.steps:
            step = words.plan.steps_by_id[step_id]
            if step.under is None:
                yield from _branch(words, step, severity, numbers, "  ")


def phase_title(words: PlanWords, phase: Phase) -> str:
    """A phase by its name, and whether it runs beside the one before."""
    name = words(phase.name)
    return words(p.ALONGSIDE, phase=name) if phase.alongside else name


def facts_of(words: PlanWords, step: Step, severity: Severity | None) -> Iterator[str]:
    """What belongs to a step in few words: kind, whose, how soon, whether it must be."""
    yield words(label(step.verb))
    grades = tuple(Severity) if severity is None else (severity,)
    whose = {grade: step.role_at(grade) for grade in grades}
    if any(whose.values()):
        yield words.by_grade({grade: words.role(role) for grade, role in whose.items()})
    limits = {grade: step.due.at(grade) for grade in grades}
    if any(limits.values()):
        spans = {grade: words.span(limit) for grade, limit in limits.items()}
        yield words(p.DUE, span=words.by_grade(spans))
    yield from required(words, step.required.at, severity, (p.MUST, p.MUST_AT))


def required(
    words: PlanWords,
    at: Callable[[Severity], bool],
    severity: Severity | None,
    said: tuple[Text, Text],
) -> Iterator[str]:
    """That something must be: always, or at some severities."""
    held = [one for one in Severity if at(one)]
    if severity is not None:
        held = [severity] * (severity in held)
    if len(held) == len(Severity) or (held and severity is not None):
        yield words(said[0])
    elif held:
        yield words(said[1], grades=words.grades(held))


def evidence(words: PlanWords, step: Step) -> str:
    """What must prove the step; empty where nothing need."""
    kinds = words.listed(
        words(
            p.EVIDENCE_MUST if need.required else p.EVIDENCE_ONE,
            id=need.id,
            kind=words(EVIDENCE_KINDS[need.kind]),
        )
        for need in step.evidence
    )
    return words(p.EVIDENCE, kinds=kinds) if kinds else ""


def _role(words: PlanWords, role: RolePlan, severity: Severity | None) -> tuple[str, ...]:
    said = (p.REQUIRED, p.REQUIRED_AT)
    must = next(required(words, role.required.at, severity, said), "")
    backup = words(p.BACKUP, role=words.role(role.backup)) if role.backup else ""
    return role.id, words.role(role.id), must, backup


def _branch(
    words: PlanWords, step: Step, severity: Severity | None, numbers: dict[str, int], indent: str
) -> Iterator[str]:
    number = f"{numbers[step.id]}."
    hang = f"{indent}{' ' * 4}"
    first, *rest = wrapped(words(step.title), terminal_width(), hang)
    yield f"{indent}{number:<4}{first.strip()}"
    yield from rest
    yield from _flowing([step.id, *facts_of(words, step, severity)], hang)
    yield from _flowing(_waits(words, step), hang)
    yield from _flowing(in_brief(words, step), hang)
    for option in step.options:
        inner = hang
        if step.verb is not Verb.REPEAT:
            yield from _flowing(_option(words, option), hang)
            inner = f"{hang}{_DEEPER}"
        for step_id in option.steps:
            nested = words.plan.steps_by_id[step_id]
            yield from _branch(words, nested, severity, numbers, inner)


def _option(words: PlanWords, option: Option) -> list[str]:
    parts = [words(p.BRANCH, name=words(option.name), id=option.id)]
    if option.when:
        parts.append(words(p.WHEN, condition=words.condition(option.when)))
    if option.suggest:
        parts.append(words(p.SUGGESTED_WHEN, condition=words.condition(option.suggest)))
    return parts


def _waits(words: PlanWords, step: Step) -> list[str]:
    parts = []
    if step.when:
        parts.append(words(p.WHEN, condition=words.condition(step.when)))
    if step.needs:
        parts.append(words(p.NEEDS, steps=words.listed(step.needs)))
    if step.ask:
        parts.append(words(p.INTO, facts=words.listed(map(words.fact, step.ask))))
    return [*parts, *filter(None, [evidence(words, step)])]


def _flowing(parts: Sequence[str], hang: str) -> list[str]:
    return wrapped(_PART.join(parts), terminal_width(), hang) if parts else []
