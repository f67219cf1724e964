"""Speaking about a plan at rest: roles, steps, facts and conditions by their names.

For a playbook that is read, compared or rehearsed; what is said of a running one is in `sentences`.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from netfin_incident.domain.expression import parse
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.wording.condition_words import name_said, value_said
from netfin_incident.wording.conditions import condition, said_value
from netfin_incident.wording.labels import role_label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import exact_span

_LISTED: Final = Text(", ", "、")
_JOINT: Final = Text("; ", "；")
_NAMED: Final = Text("{id} ({name})", "{id}（{name}）")
_AT_GRADES: Final = Text("{value} at {grades}", "{grades} {value}")
_NO_LIMIT: Final = Text("no limit", "不限时")
_NOBODY: Final = Text("nobody in particular", "不限角色")
_YES: Final = Text("yes", "是")
_NO: Final = Text("no", "否")


class PlanWords:
    """Speaks about one plan to a reader of one language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        """About `plan`, in `language`."""
        self.plan, self.language = plan, language
        self._names = {role.id: role.name for role in plan.roles}

    def __call__(self, text: Text, **values: object) -> str:
        """A sentence, filled with `values`; without any, as it stands."""
        said = say(text, self.language)
        return said.format(**values) if values else said

    def listed(self, parts: Iterable[str]) -> str:
        """Several things in a row."""
        return self(_LISTED).join(parts)

    def joined(self, parts: Iterable[str]) -> str:
        """Several statements in a row."""
        return self(_JOINT).join(parts)

    def role(self, role: str) -> str:
        """A role by its name."""
        return self(role_label(role, self._names.get(role))) if role else self(_NOBODY)

    def step(self, step_id: str) -> str:
        """A step by its id and its title; by its id alone where the plan has none such."""
        step = self.plan.step(step_id)
        return step_id if step is None else self.named(step_id, step.title)

    def named(self, thing: str, name: Text) -> str:
        """A thing by its id and its name."""
        return self(_NAMED, id=thing, name=self(name))

    def fact(self, variable: str) -> str:
        """What a variable is called."""
        return self(name_said(variable, self.plan.variables_by_id.get(variable)))

    def value(self, variable: str, kept: str) -> str:
        """The value of a variable, as words."""
        found = self.plan.variables_by_id.get(variable)
        return kept if found is None else self(said_value(found, kept))

    def condition(self, written: str) -> str:
        """A condition as a sentence."""
        return self(condition(parse(written), self.plan.variables_by_id))

    def span(self, seconds: int | None) -> str:
        """A length of time; that there is no limit, where there is none."""
        return self(_NO_LIMIT) if seconds is None else exact_span(seconds, self.language)

    def flag(self, value: object) -> str:
        """Yes or no."""
        return self(_YES if value else _NO)

    def grades(self, severities: Iterable[Severity]) -> str:
        """Several severities."""
        return self.listed(self(value_said(one)) for one in severities)

    def by_grade(self, said: Mapping[Severity, str]) -> str:
        """What holds at each severity: once where it is the same at all of them."""
        groups: dict[str, list[Severity]] = {}
        for severity, value in said.items():
            groups.setdefault(value, []).append(severity)
        if len(groups) == 1:
            return next(iter(groups))
        return self.joined(
            self(_AT_GRADES, value=value, grades=self.grades(found))
            for value, found in groups.items()
        )
