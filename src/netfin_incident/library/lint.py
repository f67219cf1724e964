"""What a reviewer should know of a playbook file before it is used: errors, then advice.

Every finding has a number that stays; `docs/playbooks.md` lists them.  Errors are those of the
loader, all under one number, because each of them alone keeps the file from being used.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Final

from netfin_incident.domain.playbook import DueBySeverity, FlagBySeverity, Plan, Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.fields import Reading, position
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.references import step_place
from netfin_incident.library.shelf import require_own_name
from netfin_incident.library.source import read_source

TITLE_COLUMNS: Final = 60
"""Widest title that fits its cell on an 80-column terminal."""
FIRST_PHASE_STEPS: Final = 5
FIRST_PHASE_SECONDS: Final = 10 * 60
MANY_STEPS: Final = 35

_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME)\b|\bx{3,}\b|待补充|待完善|待填写|此处填写|lorem ipsum", re.IGNORECASE
)


class Gravity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a playbook file."""

    code: str
    """`PB` and three digits; stable once released."""
    place: Place
    severity: Gravity
    slug: str
    """Names the sentences in `wording.definitions`."""
    values: Mapping[str, object] = field(default_factory=dict)

    def as_error(self) -> DefinitionError:
        """The finding in the form that `wording.explain` puts into words."""
        return DefinitionError(self.slug, place=self.place, **self.values)


ADVICE_CODES: Final[Mapping[str, tuple[str, Gravity]]] = {
    "translation-missing": ("PB002", Gravity.WARNING),
    "first-phase-long": ("PB003", Gravity.WARNING),
    "first-phase-slow": ("PB004", Gravity.WARNING),
    "step-role-missing": ("PB005", Gravity.WARNING),
    "role-backup-missing": ("PB006", Gravity.WARNING),
    "role-unused": ("PB007", Gravity.WARNING),
    "milestones-missing": ("PB008", Gravity.WARNING),
    "placeholder-text": ("PB009", Gravity.WARNING),
    "title-wide": ("PB010", Gravity.WARNING),
    "due-longer-when-worse": ("PB011", Gravity.WARNING),
    "needs-later-phase": ("PB012", Gravity.WARNING),
    "playbook-misnamed": ("PB013", Gravity.WARNING),
    "playbook-long": ("PB014", Gravity.INFO),
}
LOADER_CODE: Final = "PB001"


def lint_playbook(path: Path) -> tuple[Finding, ...]:
    """Everything to say of the playbook file at `path`, in the order of the file."""
    try:
        plan, reading = read_playbook(read_source(path))
    except DefinitionError as error:
        return (_error(error, path),)
    findings = [_error(error, path) for error in reading.errors]
    findings += _in_texts(reading)
    if not reading.errors:
        for check in (_in_name, _in_phases, _in_steps, _in_roles):
            findings += check(plan, reading, path)
    return tuple(sorted(findings, key=lambda found: position(found.as_error())))


def _error(error: DefinitionError, path: Path) -> Finding:
    place = error.place or Place(str(path))
    return Finding(LOADER_CODE, place, Gravity.ERROR, error.slug, error.values)


def _found(slug: str, place: Place, **values: object) -> Finding:
    code, gravity = ADVICE_CODES[slug]
    return Finding(code, place, gravity, slug, values)


def _in_texts(reading: Reading) -> Iterator[Finding]:
    for place in reading.untranslated:
        yield _found("translation-missing", place)
    for place, words in reading.texts:
        placeholder = _PLACEHOLDER.search(words)
        if placeholder is not None:
            yield _found("placeholder-text", place, words=placeholder[0])


def _in_name(plan: Plan, _reading: Reading, path: Path) -> Iterator[Finding]:
    try:
        require_own_name(path, plan.id)
    except DefinitionError as error:
        yield _found(error.slug, error.place or Place(str(path)), **error.values)


def _in_phases(plan: Plan, reading: Reading, path: Path) -> Iterator[Finding]:
    first = plan.phases[0]
    top = [step for step in plan.steps if step.phase == first.id and step.under is None]
    if len(top) > FIRST_PHASE_STEPS:
        place = step_place(reading, top[FIRST_PHASE_STEPS].id)
        yield _found("first-phase-long", place, count=len(top), limit=FIRST_PHASE_STEPS)
    for step in top:
        longest = max((limit for limit in _limits(step.due) if limit is not None), default=0)
        if longest > FIRST_PHASE_SECONDS:
            minutes = FIRST_PHASE_SECONDS // 60
            place = step_place(reading, step.id)
            yield _found("first-phase-slow", place, step=step.id, minutes=minutes)
    if not any(step.verb is Verb.MILESTONE for step in plan.steps):
        yield _found("milestones-missing", Place(str(path)))
    if len(plan.steps) > MANY_STEPS:
        yield _found("playbook-long", Place(str(path)), count=len(plan.steps), limit=MANY_STEPS)


def _in_steps(plan: Plan, reading: Reading, _path: Path) -> Iterator[Finding]:
    phase_order = {phase.id: index for index, phase in enumerate(plan.phases)}
    steps = {step.id: step for step in plan.steps}
    for step in plan.steps:
        place = step_place(reading, step.id)
        if not step.role and step.verb is not Verb.NOTE:
            yield _found("step-role-missing", place, step=step.id)
        for worse, milder in pairwise(Severity):
            if _is_slower(step.due.at(worse), step.due.at(milder)):
                yield _found(
                    "due-longer-when-worse",
                    place,
                    step=step.id,
                    worse=worse.name,
                    milder=milder.name,
                )
        for need in step.needs:
            if phase_order[steps[need].phase] > phase_order[step.phase]:
                yield _found("needs-later-phase", place, step=step.id, need=need)
        for title in _titles(step):
            widest = max(columns(title.en), columns(title.zh))
            if widest > TITLE_COLUMNS:
                yield _found("title-wide", place, step=step.id, columns=widest, limit=TITLE_COLUMNS)


def _titles(step: Step) -> Iterator[Text]:
    yield step.title
    yield from (option.name for option in step.options)


def _in_roles(plan: Plan, reading: Reading, _path: Path) -> Iterator[Finding]:
    used = {step.role for step in plan.steps} | {role.backup for role in plan.roles}
    for role in plan.roles:
        place = reading.place_of("role", role.id)
        needed = _ever(role.required)
        if needed and not role.backup:
            yield _found("role-backup-missing", place, role=role.id)
        if not needed and role.id not in used:
            yield _found("role-unused", place, role=role.id)


def _limits(due: DueBySeverity) -> tuple[int | None, ...]:
    return tuple(due.at(severity) for severity in Severity)


def _ever(flag: FlagBySeverity) -> bool:
    return any(flag.at(severity) for severity in Severity)


def _is_slower(worse: int | None, milder: int | None) -> bool:
    """Whether a worse grade leaves more time than a milder one; no limit is the most time."""
    if milder is None:
        return False
    return worse is None or worse > milder


def columns(text: str) -> int:
    """How many terminal columns a line of `text` takes."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if not unicodedata.combining(character)
    )
