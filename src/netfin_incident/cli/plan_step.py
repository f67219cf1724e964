"""One step of a playbook as a page of plain text: everything that its file says of it."""

import shlex
from collections.abc import Iterator

from netfin_incident.cli.columns import terminal_width, wrapped
from netfin_incident.cli.plan_kind import kind_lines
from netfin_incident.cli.plan_page import evidence, facts_of
from netfin_incident.domain.playbook import CommandPlan, OnFail, Step
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.wording import plan_pages as p
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.command_run import RISK, RISKS, UNDO
from netfin_incident.wording.plan_words import PlanWords


def step_page(words: PlanWords, step: Step, severity: Severity | None) -> Iterator[str]:
    """Every line on one step."""
    yield f"{step.id}  {words(step.title)}"
    yield from _wrapped(" · ".join(facts_of(words, step, severity)))
    for line in (*_where(words, step), *kind_lines(words, step), *_what_follows(words, step)):
        yield from _wrapped(line)
    if step.warning is not None:
        yield ""
        yield from _wrapped(words(s.WARNING, said=words(step.warning)))
    if step.body is not None:
        yield ""
        yield from _passage(words(step.body))
    if step.checks:
        yield ""
        yield from _wrapped(words(s.CHECKS))
        for check in step.checks:
            yield from _wrapped(words(s.CHECK, said=words(check)))
    if step.notice is not None and step.notice.template is not None:
        yield ""
        yield from _wrapped(words(p.TEMPLATE))
        yield from _passage(words(step.notice.template))
    if step.command is not None:
        yield ""
        for line in command_lines(words, step.command):
            yield from _wrapped(line)


def command_lines(words: PlanWords, command: CommandPlan) -> Iterator[str]:
    """A command: what runs, what it may do, and how it is taken back."""
    yield words(s.COMMAND, line=shlex.join(command.run))
    yield words(RISK, risk=words(RISKS[command.risk]))
    if command.approve:
        yield words(s.COMMAND_APPROVE, role=words.role(command.approve))
    if command.undo is not None:
        yield words(UNDO, undo=words(command.undo))
    yield words(p.TIMEOUT, span=words.span(command.timeout))
    for capture in command.capture:
        yield words(p.CAPTURES, name=words.fact(capture.variable), pattern=capture.pattern)
    if command.expect:
        yield words(p.EXPECTS, pattern=command.expect)


def on_fail_line(words: PlanWords, on_fail: OnFail) -> str:
    """What follows when the step does not succeed."""
    if on_fail.goto:
        return words(s.ON_FAIL_GOTO, step=words.step(on_fail.goto))
    if on_fail.escalate:
        return words(s.ON_FAIL_ESCALATE, role=words.role(on_fail.escalate))
    return words(s.ON_FAIL_ABORT)


def _where(words: PlanWords, step: Step) -> Iterator[str]:
    if step.under is not None:
        holder = words.plan.steps_by_id[step.under[0]]
        branch = next(one.name for one in holder.options if one.id == step.under[1])
        if len(holder.options) > 1:
            yield words(p.UNDER, branch=words(branch), step=holder.id)
    if step.when:
        yield words(p.WHEN, condition=words.condition(step.when))
    if step.needs:
        yield words(p.NEEDS, steps=words.listed(map(words.step, step.needs)))
    yield evidence(words, step)


def _what_follows(words: PlanWords, step: Step) -> Iterator[str]:
    for one in step.sets:
        fact = words(
            s.FACT, name=words.fact(one.variable), value=words.value(one.variable, one.value)
        )
        yield words(s.SETS, fact=fact)
    if step.on_fail is not None:
        yield on_fail_line(words, step.on_fail)
    for late in step.escalate:
        yield words(s.ESCALATE, percent=late.percent, role=words.role(late.to))
    if step.shared:
        yield words(p.SHARED, name=step.shared)
    if step.drill in p.IN_DRILL:
        yield words(p.IN_DRILL[step.drill])
    if step.links:
        yield words(s.LINKS, links="  ".join(step.links))


def _passage(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from _wrapped(line) if line.strip() else [""]


def _wrapped(line: str) -> list[str]:
    return wrapped(line, terminal_width(), "  ") if line else []


def first_lines(text: Text, words: PlanWords, most: int) -> list[str]:
    """The beginning of a passage, on at most `most` lines."""
    lines = [line for line in _passage(words(text)) if line.strip()]
    return lines if len(lines) <= most else [*lines[: most - 1], "  …"]
