"""What a reviewer should know of a playbook file before it is used: errors, then advice.

Every finding has a number that stays; `docs/playbooks.md` lists them.  Errors are those of the
loader, all under one number, because each of them alone keeps the file from being used; and steps
that would wait for each other for ever.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library import (
    lint_conditions,
    lint_form,
    lint_order,
    lint_people,
    lint_texts,
    lint_upkeep,
    lint_work,
)
from netfin_incident.library.lint_findings import (
    ADVICE_CODES,
    LOADER_CODE,
    Around,
    Finding,
    Gravity,
    Look,
)
from netfin_incident.library.lint_form import columns
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.reading import position
from netfin_incident.library.source import read_source

__all__ = [
    "ADVICE_CODES",
    "LOADER_CODE",
    "Around",
    "Finding",
    "Gravity",
    "Look",
    "columns",
    "lint",
    "lint_playbook",
]

_Check = Callable[[Look], Iterator[Finding]]
_OF_PLANS: Final[tuple[_Check, ...]] = (
    *lint_form.CHECKS,
    *lint_conditions.CHECKS,
    *lint_order.CHECKS,
    *lint_work.CHECKS,
    *lint_people.CHECKS,
    *lint_upkeep.CHECKS,
)
_NOTHING_KNOWN: Final = Around()


def lint_playbook(path: Path, around: Around = _NOTHING_KNOWN) -> tuple[Finding, ...]:
    """Everything to say of the playbook file at `path`, in the order of the file."""
    try:
        plan, reading = read_playbook(read_source(path))
    except DefinitionError as error:
        return (_error(error, path),)
    return lint(Look(path, plan, reading, around))


def lint(look: Look) -> tuple[Finding, ...]:
    """Everything to say of a playbook that was read, in the order of the file."""
    errors = look.reading.errors
    findings = [_error(error, look.path) for error in errors]
    findings += _all(lint_texts.CHECKS, look)
    if not errors:
        findings += _all(_OF_PLANS, look)
    return tuple(sorted(findings, key=lambda one: position(one.as_error())))


def _all(checks: Iterable[_Check], look: Look) -> Iterator[Finding]:
    for check in checks:
        yield from check(look)


def _error(error: DefinitionError, path: Path) -> Finding:
    place = error.place or Place(str(path))
    return Finding(LOADER_CODE, place, Gravity.ERROR, error.slug, error.values)
