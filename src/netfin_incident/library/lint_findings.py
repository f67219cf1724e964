"""What lint may find: every finding with its number, which stays, and how much it matters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from netfin_incident.domain.playbook import Plan
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.reading import Reading


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


@dataclass(frozen=True, slots=True)
class Around:
    """What lint is told of the world around the file."""

    clocks: Mapping[str, int] = field(default_factory=dict)
    """The regulatory clocks that are known, by id, each with its seconds."""
    today: date | None = None
    """None to look at no date."""
    calls: Mapping[str, Collection[str]] | None = None
    """The playbooks there are, by id, each with those that it calls; None to look at none."""


@dataclass(frozen=True, slots=True)
class Look:
    """One playbook file that is looked at."""

    path: Path
    plan: Plan
    reading: Reading
    around: Around

    @property
    def file(self) -> Place:
        """The file as a whole."""
        return Place(str(self.path))

    def part(self, name: str) -> Place:
        """Where a part of the playbook stands; the file as a whole where it is not there."""
        root = self.reading.root.source
        return self.reading.key_place(root, name) if name in root else self.file

    def step(self, step_id: str) -> Place:
        """Where a step stands."""
        return self.reading.step_place(step_id)


LOADER_CODE: Final = "PB001"
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
    "phases-deadlocked": ("PB015", Gravity.ERROR),
    "condition-never-holds": ("PB016", Gravity.WARNING),
    "options-all-barred": ("PB017", Gravity.WARNING),
    "needs-may-fall-away": ("PB018", Gravity.WARNING),
    "needs-inside-arm": ("PB019", Gravity.INFO),
    "rounds-many": ("PB020", Gravity.INFO),
    "rounds-unended": ("PB021", Gravity.WARNING),
    "required-may-fall-away": ("PB022", Gravity.WARNING),
    "evidence-may-be-skipped": ("PB023", Gravity.INFO),
    "role-work-unbacked": ("PB024", Gravity.WARNING),
    "backup-circle": ("PB025", Gravity.WARNING),
    "backup-separated": ("PB026", Gravity.WARNING),
    "approver-is-doer": ("PB027", Gravity.WARNING),
    "quorum-beyond-roles": ("PB028", Gravity.WARNING),
    "quorum-unexplained": ("PB029", Gravity.INFO),
    "due-after-clock": ("PB030", Gravity.WARNING),
    "clocks-unknown": ("PB031", Gravity.INFO),
    "report-without-clock": ("PB032", Gravity.WARNING),
    "clock-without-report": ("PB033", Gravity.WARNING),
    "text-in-other-language": ("PB034", Gravity.WARNING),
    "undo-missing": ("PB035", Gravity.WARNING),
    "destroy-unapproved": ("PB036", Gravity.WARNING),
    "secret-literal": ("PB037", Gravity.WARNING),
    "review-overdue": ("PB038", Gravity.WARNING),
    "parts-missing": ("PB039", Gravity.INFO),
    "variable-unused": ("PB040", Gravity.WARNING),
    "variable-unasked": ("PB041", Gravity.INFO),
    "escalation-late": ("PB042", Gravity.INFO),
    "called-not-there": ("PB043", Gravity.WARNING),
    "call-circle": ("PB044", Gravity.WARNING),
}


def found(slug: str, place: Place, **values: object) -> Finding:
    """A finding that is no error of the loader."""
    code, gravity = ADVICE_CODES[slug]
    return Finding(code, place, gravity, slug, values)
