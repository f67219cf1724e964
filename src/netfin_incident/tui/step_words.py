"""What is said about one step: roles, steps and facts by their names, conditions as sentences."""

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from shlex import quote
from typing import TYPE_CHECKING, Final

from netfin_incident.domain.expression import parse
from netfin_incident.domain.incident.conditions import known_texts
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.step_row import role_name
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.condition_words import name_said, value_said
from netfin_incident.wording.conditions import because, condition, said_value
from netfin_incident.wording.language import Language
from netfin_incident.wording.moments import exact_span
from netfin_incident.wording.notices import Filler

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from netfin_incident.domain.incident.board import StepView
    from netfin_incident.domain.playbook import Variable
    from netfin_incident.domain.text import Text
    from netfin_incident.tui.model import Shown

_COUNT: Final = re.compile(r"(\d+)")


class StepWords:
    """Speaks about one step to the reader."""

    def __init__(self, node: "DOMNode", shown: "Shown", view: "StepView") -> None:
        """About the step of `view`, as things stand in `shown`."""
        self._node = node
        self.here = program(node)
        self.said = self.here.words
        self.shown, self.view, self.step = shown, view, view.step
        self.run = shown.incident.runs[view.playbook]
        self.variables = self.run.plan.variables_by_id
        self._conditions = shown.readings[view.playbook].conditions
        self._values = self._conditions.values

    def role(self, role: str) -> str:
        """The role's name."""
        return role_name(self._node, self.shown, role)

    def held(self, role: str) -> str:
        """The role with its holder; only its name where it is vacant."""
        holder = self.shown.incident.holder(role)
        if not holder:
            return self.role(role)
        return self.said(s.OF_ROLE, role=self.role(role), holder=self.here.name_of(holder))

    def listed(self, parts: Iterable[str]) -> str:
        """Several things in a row."""
        return self.said(s.LISTED).join(parts)

    def steps(self, ids: Iterable[str]) -> str:
        """Steps by number and title."""
        return self.said(s.STEPS_LISTED).join(map(self.step_named, ids))

    def step_named(self, step: str) -> str:
        """A step of the same playbook by number and title."""
        view = self.shown.views.get((self.view.playbook, step))
        if view is None:
            return step
        return f"{self.shown.numbers[view.playbook, step]} {self.said(view.step.title)}"

    def span(self, seconds: int) -> str:
        """A length of time to the second: `1h 30m`, `1 小时 30 分钟`."""
        if self.said.language is Language.EN:
            return exact_span(seconds, self.said.language)
        told = self.said(value_said(timedelta(seconds=seconds)))
        return _COUNT.sub(r" \1 ", told).strip()

    def evidence_held(self) -> list[str]:
        """What was registered for the step."""
        here = (self.view.playbook, "")
        return [
            one.name
            for one in self.shown.incident.evidence.values()
            if one.step == self.step.id and one.playbook in here
        ]

    def evidence_lacking(self) -> bool:
        """Whether less is registered for the step than must be."""
        needed = sum(need.required for need in self.step.evidence)
        return len(self.evidence_held()) < needed

    def fact(self, variable: str) -> str:
        """What a variable is called."""
        return self.said(name_said(variable, self.variables.get(variable)))

    def value(self, variable: "Variable") -> str:
        """What a variable is known to be."""
        return self.value_of(variable, self.texts.get(variable.id, ""))

    def value_of(self, variable: "Variable", text: str) -> str:
        """What a variable would be by its kept text; empty where it is not known."""
        return self.said(said_value(variable, text)) if text else self.said(s.NOT_KNOWN)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What is known, as it is kept."""
        return known_texts(self.shown.incident, self.run)

    def condition(self, written: str) -> str:
        """A condition as a sentence."""
        return self.said(condition(parse(written), self.variables))

    def because(self, written: str) -> str:
        """Why it holds, or does not, or what must be known first."""
        return self.said(because(parse(written), self.variables, self._values))

    def missing(self, conditions: Iterable[str]) -> list[str]:
        """The variables that must be known before all of `conditions` can be judged."""
        judged = (self._conditions.judge(one) for one in conditions if one)
        return list(dict.fromkeys(name for one in judged for name in one.asks))

    def why(self, written: str) -> str:
        """Why a step applies or does not; when it would, where that is not known yet."""
        if self._conditions.judge(written).holds is None:
            return self.said(s.WHEN, condition=self.condition(written))
        return self.because(written)

    def argument(self, written: str) -> str:
        """An argument of a command with what is known in its places, in quotes where needed."""
        return quote(self._filler.argument(written, self.texts))

    def notice(self, template: "Text") -> str:
        """The words of a notice, with what is known in their places."""
        return self._filler.notice(template, self._values)

    @property
    def _filler(self) -> Filler:
        return Filler(self.said, self.variables)
