"""From the phases and steps that were read to those of the plan, in the order they are shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from netfin_incident.domain.playbook import (
    NEVER,
    NO_LIMIT,
    Escalation,
    EvidenceNeed,
    OnFail,
    Option,
    Phase,
    RoleBySeverity,
    Step,
    Variable,
    Verb,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.shapes import require_unique
from netfin_incident.library.step_kinds import of_kind
from netfin_incident.library.variables import assignments
from netfin_incident.wording.labels import label

MOST_STEPS: Final = 300
DEEPEST: Final = 6
"""Most levels of steps."""
ROUND: Final = "round"
"""Id of the one branch of a repeat."""

_NO_TEXT: Final = Text("", "")


def compile_phases(
    phases: Iterable[Given], variables: Mapping[str, Variable], reading: Reading
) -> tuple[tuple[Phase, ...], tuple[Step, ...]]:
    """All phases, and all their steps."""
    reading.steps.clear()
    compiler = _Compiler(reading, variables)
    found: list[Phase] = []
    steps: list[Step] = []
    for given in phases:
        phase_id = given.get("id", "")
        here = compiler.family(given, phase_id)
        if given.get("order") == "strict" and len(here) <= MOST_STEPS:
            here = _one_after_another(here)
        ids = tuple(step.id for step in here)
        name, alongside = given.get("name", _NO_TEXT), given.get("alongside", False)
        found.append(Phase(phase_id, name, ids, alongside))
        steps += here
    require_unique(reading, reading.steps)
    if len(steps) > MOST_STEPS:
        place = reading.id_place(reading.steps[MOST_STEPS])
        reading.refuse("steps-too-many", place, count=len(steps), limit=MOST_STEPS)
    return tuple(found), tuple(steps)


@dataclass(slots=True)
class _Compiler:
    """Compiles steps, and tells the reading what each was read from."""

    reading: Reading
    variables: Mapping[str, Variable]

    def family(
        self, parent: Given, phase: str, under: tuple[str, str] | None = None, level: int = 1
    ) -> list[Step]:
        """The steps listed in `parent`, each followed by those nested in it."""
        steps: list[Step] = []
        for given in parent.get("steps", ()):
            self.reading.steps.append(given)
            step_id = given.get("id", "")
            if level == DEEPEST + 1:
                self.reading.refuse("steps-too-deep", self.reading.id_place(given), limit=DEEPEST)
            options: list[Option] = []
            nested: list[Step] = []
            for option, branch in _branches(given):
                inner = self.family(branch, phase, (step_id, option.id), level + 1)
                direct = tuple(step.id for step in inner if step.under == (step_id, option.id))
                options.append(replace(option, steps=direct))
                nested += inner
            steps += [self.step(given, phase, under, tuple(options)), *nested]
        return steps

    def step(
        self,
        given: Given,
        phase: str,
        under: tuple[str, str] | None,
        options: tuple[Option, ...],
    ) -> Step:
        """One step, without those nested in it."""
        roles = given.get("role", RoleBySeverity())
        return Step(
            id=given.get("id", ""),
            verb=Verb(given.kind or Verb.NOTE),
            title=_title(given),
            phase=phase,
            under=under,
            options=options,
            role=roles.s4,
            roles=None if roles.s1 == roles.s2 == roles.s3 == roles.s4 else roles,
            due=given.get("due", NO_LIMIT),
            needs=tuple(dict.fromkeys(given.get("needs", ()))),
            required=given.get("required", NEVER),
            when=given.get("when", ""),
            warning=given.get("warning"),
            body=given.get("body"),
            checks=given.get("checks", ()),
            evidence=tuple(_evidence(one) for one in given.get("evidence", ())),
            sets=assignments(given, self.variables, self.reading),
            on_fail=_on_fail(given, self.reading),
            escalate=tuple(_escalation(one) for one in given.get("escalate", ())),
            shared=given.get("shared", ""),
            drill=given.get("drill", "do"),
            links=given.get("links", ()),
            **of_kind(given, self.reading),
        )


def _branches(given: Given) -> Iterator[tuple[Option, Given]]:
    """The branches of a step, each with what lists its steps."""
    if given.kind == Verb.REPEAT:
        yield Option(ROUND, _title(given)), given
    for branch in (*given.get("options", ()), *given.get("arms", ())):
        name, branch_id = branch.get("name", _NO_TEXT), branch.get("id", "")
        when, suggest = branch.get("when", ""), branch.get("suggest", "")
        yield Option(branch_id, name, when=when, suggest=suggest), branch


def _title(given: Given) -> Text:
    if given.kind == Verb.MILESTONE:
        reached = given.get(given.kind)
        own: Text | None = given.get("name")
        return own or (label(Milestone(reached)) if reached else _NO_TEXT)
    title: Text = given.get(given.kind, _NO_TEXT)
    return title


def _evidence(given: Given) -> EvidenceNeed:
    return EvidenceNeed(
        given.get("id", ""), given.get("kind", ""), required=given.get("required", False)
    )


def _escalation(given: Given) -> Escalation:
    return Escalation(given.get("at", 0), given.get("to", ""))


def _on_fail(given: Given, reading: Reading) -> OnFail | None:
    found: Given | None = given.get("on_fail")
    if found is None:
        return None
    if len(found.source) != 1:
        reading.refuse("on-fail-not-one", reading.key_place(given.source, "on_fail"))
    return OnFail(found.get("goto", ""), found.get("escalate", ""), abort="abort" in found)


def _one_after_another(steps: list[Step]) -> list[Step]:
    """Each step made to wait for all those before it beside it: in the phase, or in its branch."""
    before: dict[tuple[str, str] | None, list[str]] = {}
    chained: list[Step] = []
    for step in steps:
        earlier = before.setdefault(step.under, [])
        needs = tuple(dict.fromkeys((*step.needs, *earlier)))
        chained.append(replace(step, needs=needs))
        earlier.append(step.id)
    return chained
