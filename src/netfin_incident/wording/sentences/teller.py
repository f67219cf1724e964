"""Filling the program's words with what people typed, without touching what they typed."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Plan, Variable
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import stamp

REASON: Final = Text("reason: {}", "原因：{}")
NOTE: Final = Text("note: {}", "备注：{}")
CHANNEL: Final = Text("channel: {}", "渠道：{}")
SHA256: Final = Text("SHA-256 begins {}", "SHA-256 前 12 位 {}")
ALSO: Final = Text("{}", "{}")
"""A tail that needs no words of its own."""
OBJECTIONS: Final = Text("objections: {}", "反对意见：{}")

JOINT: Final = Text("; ", "；")
_NAMED: Final = Text("{id} ({name})", "{id}（{name}）")


@dataclass(frozen=True, slots=True)
class Teller:
    """Says things to a reader of one language."""

    act: Act
    language: Language
    incident: Incident | None = None
    zone: str = ""
    """The zone to say times in, where it is not that of an incident."""

    def tell(self, words: Text, *more: tuple[Text, object], **values: object) -> str:
        """`words` filled with `values`, then each of `more` that has something to say."""
        filled = {name: self.said(value) for name, value in values.items()}
        parts = [say(words, self.language).format_map(filled)]
        for tail, value in more:
            if value not in (None, "", ()):
                parts.append(say(tail, self.language).format(self.said(value)))
        return say(JOINT, self.language).join(parts)

    def said(self, value: object) -> str:
        """One value: labelled, local, or as it was typed."""
        match value:
            case Enum():
                return say(label(value), self.language)
            case Text():
                return say(value, self.language)
            case datetime():
                return stamp(value, self._zone)
            case tuple():
                return " / ".join(self.said(item) for item in value)
            case _:
                return str(value)

    def role(self, role: str) -> str:
        """A role by its name; one without a name by its id, which is ASCII."""
        own = next((one.name for plan in self._plans for one in plan.roles if one.id == role), None)
        return self.said(role_label(role, own))

    def step(self, playbook: str, step: str) -> str:
        """A step by its id, and by its title where the plan is at hand."""
        plan = self._plan(playbook)
        found = plan.step(step) if plan else None
        return self._named(step, found.title if found else None)

    def option(self, playbook: str, step: str, option: str) -> str:
        """An option of a decision, likewise."""
        plan = self._plan(playbook)
        found = plan.step(step) if plan else None
        options = found.options if found else ()
        return self._named(option, next((one.name for one in options if one.id == option), None))

    def variable(self, variable: str) -> str:
        """A variable by its name, where a playbook that declares it is at hand."""
        found = self._variable(variable)
        return self.said(found.name) if found else variable

    def value(self, variable: str, value: str) -> str:
        """What a variable is known to be."""
        found = self._variable(variable)
        if found is None:
            return value
        from netfin_incident.wording.conditions import said_value

        return self.said(said_value(found, value))

    def _variable(self, variable: str) -> Variable | None:
        having = (plan.variables_by_id.get(variable) for plan in self._plans)
        return next((one for one in having if one is not None), None)

    @property
    def _zone(self) -> str:
        own = self.incident.zone if self.incident else self.act.zone
        return self.zone or own or "UTC"

    @property
    def _plans(self) -> tuple[Plan, ...]:
        return tuple(run.plan for run in self.incident.runs.values()) if self.incident else ()

    def _plan(self, playbook: str) -> Plan | None:
        return next((plan for plan in self._plans if plan.id == playbook), None)

    def _named(self, thing: str, name: Text | None) -> str:
        return thing if name is None else self.tell(_NAMED, id=thing, name=name)
