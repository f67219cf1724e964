"""Lint of a playbook's form: names, lengths, widths, and what a small screen can hold."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from netfin_incident.domain.playbook import Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.lint_findings import Finding, Look, found
from netfin_incident.library.shelf import require_own_name

TITLE_COLUMNS: Final = 60
"""Widest title that fits its cell on an 80-column terminal."""
FIRST_PHASE_STEPS: Final = 5
FIRST_PHASE_SECONDS: Final = 10 * 60
MANY_STEPS: Final = 35


def _name(look: Look) -> Iterator[Finding]:
    try:
        require_own_name(look.path, look.plan.id)
    except DefinitionError as error:
        yield found(error.slug, error.place or look.file, **error.values)


def _phases(look: Look) -> Iterator[Finding]:
    plan = look.plan
    first = plan.phases[0]
    top = [step for step in plan.steps if step.phase == first.id and step.under is None]
    if len(top) > FIRST_PHASE_STEPS:
        place = look.step(top[FIRST_PHASE_STEPS].id)
        yield found("first-phase-long", place, count=len(top), limit=FIRST_PHASE_STEPS)
    for step in top:
        limits = (step.due.at(severity) or 0 for severity in Severity)
        if max(limits) > FIRST_PHASE_SECONDS:
            minutes = FIRST_PHASE_SECONDS // 60
            yield found("first-phase-slow", look.step(step.id), step=step.id, minutes=minutes)
    if not any(step.verb is Verb.MILESTONE for step in plan.steps):
        yield found("milestones-missing", look.file)
    if len(plan.steps) > MANY_STEPS:
        yield found("playbook-long", look.file, count=len(plan.steps), limit=MANY_STEPS)


def _steps(look: Look) -> Iterator[Finding]:
    for step in look.plan.steps:
        if not step.role and step.verb is not Verb.NOTE:
            yield found("step-role-missing", look.step(step.id), step=step.id)
        for worse, milder in pairwise(Severity):
            if _is_slower(step.due.at(worse), step.due.at(milder)):
                place, names = look.step(step.id), (worse.name, milder.name)
                yield found(
                    "due-longer-when-worse", place, step=step.id, worse=names[0], milder=names[1]
                )
        for title in _titles(step):
            widest = max(columns(title.en), columns(title.zh))
            if widest > TITLE_COLUMNS:
                place = look.step(step.id)
                yield found("title-wide", place, step=step.id, columns=widest, limit=TITLE_COLUMNS)


def _titles(step: Step) -> Iterator[Text]:
    yield step.title
    yield from (option.name for option in step.options if step.round is None)


def _is_slower(worse: int | None, milder: int | None) -> bool:
    """Whether a worse grade leaves more time than a milder one; no limit is the most time."""
    if milder is None:
        return False
    return worse is None or worse > milder


def columns(text: str) -> int:
    """How many terminal columns a line of `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if not unicodedata.combining(character)
    )


CHECKS: Final = (_name, _phases, _steps)
