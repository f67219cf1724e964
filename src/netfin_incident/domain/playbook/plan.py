"""The plan as a whole."""

from collections.abc import Iterator
from functools import cached_property

from netfin_incident.domain.playbook.by_severity import NEVER, FlagBySeverity
from netfin_incident.domain.playbook.steps import Option, Step
from netfin_incident.domain.playbook.variables import Variable
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text


@dataclass(frozen=True, slots=True)
class Phase:
    """A named part of the response; the first one is 先期处置, the immediate response."""

    id: str
    name: Text
    steps: tuple[str, ...]
    """Ids of all its steps, nested ones included, in the order they are shown."""
    alongside: bool = False
    """Whether its turn comes with that of the phase before it, not after it."""


@dataclass(frozen=True, slots=True)
class RolePlan:
    """A role the playbook needs."""

    id: str
    name: Text | None = None
    """None for a role of the firm's standard set, which has its own label."""
    required: FlagBySeverity = NEVER
    backup: str = ""
    duty: Text | None = None
    """What the role answers for in this emergency."""


@dataclass(frozen=True, slots=True)
class Triggers:
    """What makes somebody reach for the playbook."""

    keywords: tuple[str, ...] = ()
    """Words of an alarm, in any language."""
    services: tuple[str, ...] = ()
    """Ids of services."""
    indicators: tuple[Text, ...] = ()
    """Risk indicators and their thresholds, in words."""


@dataclass(frozen=True, slots=True)
class ClockUse:
    """A regulatory clock that the emergency may start, by id; `step` is what satisfies it."""

    id: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that must be at hand 应急资源."""

    id: str
    name: Text
    kind: str
    """tool, contact, system, funds, document, site or service."""
    where: str = ""
    """Where it is: a reference, never a secret."""
    owner: str = ""
    """The role that keeps it ready."""
    rto: int | None = None
    """Recovery time objective in seconds."""
    rpo: int | None = None
    """Recovery point objective in seconds."""


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured, from one milestone to another, against a target."""

    id: str
    name: Text
    start: str
    end: str
    target: int | None = None
    """Seconds."""


@dataclass(frozen=True, slots=True)
class Inject:
    """A piece of news for a drill 演练情景注入."""

    id: str
    at: int
    """Seconds after the drill began."""
    to: str
    """The role that gets it."""
    text: Text
    expect: tuple[str, ...] = ()
    """Steps that the players are expected to take."""


@dataclass(frozen=True)
class Plan:
    """A compiled playbook, pinned when it is attached to an incident."""

    id: str
    revision: int
    status: str
    """draft, approved or retired, as the file says."""
    name: Text
    goal: Text
    category: str
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    roles: tuple[RolePlan, ...] = ()
    separation: tuple[tuple[str, str], ...] = ()
    """Pairs of roles that one person may not hold together (不相容岗位)."""
    source_sha256: str = ""
    """Hash of the file's bytes, in lower-case hexadecimal."""
    variables: tuple[Variable, ...] = ()
    clocks: tuple[ClockUse, ...] = ()
    resources: tuple[Resource, ...] = ()
    metrics: tuple[Metric, ...] = ()
    injects: tuple[Inject, ...] = ()
    triggers: Triggers = Triggers()

    def step(self, step_id: str) -> Step | None:
        """The step called `step_id`, or None."""
        return self.steps_by_id.get(step_id)

    @cached_property
    def steps_by_id(self) -> dict[str, Step]:
        """Every step by its id."""
        return {step.id: step for step in reversed(self.steps)}

    def inside(self, *branches: Option) -> Iterator[Step]:
        """The steps of `branches` and all that is nested in them, in the order they are shown."""
        for branch in branches:
            for step_id in branch.steps:
                step = self.steps_by_id[step_id]
                yield step
                yield from self.inside(*step.options)

    def lineage(self, step: Step) -> Iterator[Step]:
        """The step and the holders that it is nested in, from the innermost outwards."""
        yield step
        while step.under is not None:
            step = self.steps_by_id[step.under[0]]
            yield step

    @cached_property
    def shared(self) -> tuple[Step, ...]:
        """The steps that another playbook may have done already."""
        return tuple(step for step in self.steps if step.shared)

    @cached_property
    def repeats(self) -> tuple[Step, ...]:
        """The steps that make others come again."""
        return tuple(step for step in self.steps if step.round is not None)

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """Every condition of the playbook, as it is written, each once."""
        written: list[str] = []
        for step in self.steps:
            written += [step.when, step.until, step.round.until if step.round else ""]
            written += [one for option in step.options for one in (option.when, option.suggest)]
        return tuple(dict.fromkeys(one for one in written if one))

    @cached_property
    def variables_by_id(self) -> dict[str, Variable]:
        """Every variable by its id."""
        return {variable.id: variable for variable in self.variables}
