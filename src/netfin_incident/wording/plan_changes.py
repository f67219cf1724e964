"""The differences between two plans, in words."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, Final

from netfin_incident.domain.playbook import (
    Approval,
    Choice,
    CommandPlan,
    EvidenceNeed,
    Notice,
    OnFail,
    Option,
    Plan,
    Reporting,
    Round,
    Step,
)
from netfin_incident.domain.playbook.comparing import Change, Section, What
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.wording import plan_change_words as w
from netfin_incident.wording import plan_pages as p
from netfin_incident.wording.command_run import RISKS
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language
from netfin_incident.wording.plan_words import PlanWords
from netfin_incident.wording.sentences.work import EVIDENCE_KINDS


class ChangeWords:
    """Says the differences between two plans to a reader of one language."""

    def __init__(self, before: Plan, after: Plan, language: Language) -> None:
        """Old names are said by the plan `before`, new ones by `after`."""
        self.old, self.new = PlanWords(before, language), PlanWords(after, language)

    def heading(self, section: Section) -> str:
        """What a section is called."""
        return self.new(w.SECTIONS[section])

    def thing(self, change: Change) -> str:
        """The part that a change concerns, by its id and its name."""
        if change.what is not What.CHANGED:
            words = self.new if change.what is What.ADDED else self.old
            part = change.after if change.what is What.ADDED else change.before
            name = _name(part)
            said = words.named(change.thing, name) if name else change.thing
            text = w.ADDED if change.what is What.ADDED else w.REMOVED
            return self.new(text, thing=said) + self._where(part, words)
        match change.section:
            case Section.STEPS:
                return self.new.step(change.thing)
            case Section.ROLES:
                return self.new.role(change.thing)
            case Section.VARIABLES:
                return self.new.named(
                    change.thing, self.new.plan.variables_by_id[change.thing].name
                )
            case _:
                return change.thing

    def told(self, change: Change) -> str:
        """What changed in the part; empty where it is all there or all gone."""
        if change.what is not What.CHANGED:
            return ""
        name = self._field(change)
        tail = change.field.rpartition(".")[2]
        if isinstance(change.before, Text) and isinstance(change.after, Text):
            return self._words_changed(name, tail, change.before, change.after)
        if change.field == "required":
            return self._required(change)
        if tail in _LISTS and isinstance(change.before or change.after, tuple):
            return self._list(name, tail, change)
        before = self._value(self.old, change, change.before)
        after = self._value(self.new, change, change.after)
        if change.before in _NOTHING and change.after not in _NOTHING:
            return self.new(w.GAINED, name=name, value=after)
        if change.after in _NOTHING and change.before not in _NOTHING:
            return self.new(w.LOST, name=name, value=before)
        return self.new(w.BECAME, name=name, before=before, after=after)

    def _field(self, change: Change) -> str:
        known = w.FIELDS.get(change.field) or w.FIELDS.get(change.field.rpartition(".")[2])
        name = self.new(known) if known else change.field
        if change.item:
            name = self.new(w.OF_ITEM, name=name, item=change.item)
        if change.grades:
            name = self.new(w.AT_GRADES, name=name, grades=self.new.grades(change.grades))
        return name

    def _words_changed(self, name: str, field: str, before: Text, after: Text) -> str:
        differ = [
            self.new(text)
            for text, one, other in (
                (w.ENGLISH, before.en, after.en),
                (w.CHINESE, before.zh, after.zh),
            )
            if one != other
        ]
        languages = self.new.listed(differ)
        if field in _SHORT and self.old(before) != self.new(after):
            return self.new(
                w.RENAMED, name=name, before=self.old(before), after=self.new(after),
                languages=languages,
            )  # fmt: skip
        return self.new(w.REWORDED, name=name, languages=languages)

    def _required(self, change: Change) -> str:
        if not change.grades:
            return self.new(w.NOW_REQUIRED if change.after else w.NOT_REQUIRED)
        grades = self.new.grades(change.grades)
        text = w.NOW_REQUIRED_AT if change.after else w.NOT_REQUIRED_AT
        return self.new(text, grades=grades)

    def _list(self, name: str, field: str, change: Change) -> str:
        """What joined a list and what left it."""
        said = _LISTS[field]
        before, after = change.before or (), change.after or ()
        gone = [said(self.old, one) for one in before if one not in after]
        come = [said(self.new, one) for one in after if one not in before]
        joined = self.new.joined if field in _SENTENCES else self.new.listed
        parts = [
            self.new(text, name=name, items=joined(items))
            for text, items in ((w.JOINED, come), (w.LEFT, gone))
            if items
        ]
        return self.new.joined(parts) or self.new(w.REORDERED, name=name)

    def _where(self, part: Any, words: PlanWords) -> str:
        if not isinstance(part, Step):
            return ""
        return words(w.IN_PLACE, place=_place(words, (part.phase, part.under)))

    def _value(self, words: PlanWords, change: Change, value: Any) -> str:
        if value in _NOTHING:
            return self.new(w.NOTHING)
        tail = change.field.rpartition(".")[2]
        if change.field == "value":
            return words.value(change.thing, value)
        if tail in _BY_FIELD:
            return _BY_FIELD[tail](words, value)
        match value:
            case bool():
                return words.flag(value)
            case Text():
                return words(value)
            case int() if tail in w.SPANS:
                return words.span(value)
            case Enum():
                return words(label(value))
            case _:
                return _whole(words, value)


_NOTHING: Final[tuple[Any, ...]] = (None, "", ())
_SENTENCES: Final = ("checks", "indicators", "sets")
_SHORT: Final = ("title", "name", "audience", "recipient", "goal")
"""Texts that are short enough to be said whole."""


def _name(part: Any) -> Text | None:
    found = getattr(part, "title", None) or getattr(part, "name", None)
    return found if isinstance(found, Text) else None


def _place(words: PlanWords, place: tuple[str, tuple[str, str] | None]) -> str:
    phase_id, under = place
    phase = next((one.name for one in words.plan.phases if one.id == phase_id), None)
    said = words(phase) if phase else phase_id
    return said if under is None else words(w.UNDER, phase=said, holder=under[0], branch=under[1])


def _whole(words: PlanWords, value: Any) -> str:
    """A part of a part, where it came or went as a whole."""
    match value:
        case Option() | Choice():
            return words.named(value.id, value.name)
        case EvidenceNeed():
            return words.named(value.id, EVIDENCE_KINDS[value.kind])
        case Approval():
            return words.listed(map(words.role, value.by))
        case Notice(audience=text) | Reporting(recipient=text):
            return words(text)
        case CommandPlan(run=run):
            return " ".join(run)
        case OnFail(goto=goto, escalate=role):
            return goto or (words.role(role) if role else words(w.GIVE_UP))
        case Round(most=most):
            return str(most)
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


_BY_FIELD: Final[Mapping[str, Callable[[PlanWords, Any], str]]] = {
    "when": lambda words, value: words.condition(value),
    "until": lambda words, value: words.condition(value),
    "suggest": lambda words, value: words.condition(value),
    "place": _place,
    "role": lambda words, value: words.role(value),
    "backup": lambda words, value: words.role(value),
    "owner": lambda words, value: words.role(value),
    "to": lambda words, value: words.role(value),
    "step": lambda words, value: words.step(value),
    "due": lambda words, value: words.span(value),
    "each": lambda words, value: words.fact(value),
    "escalate": lambda words, value: words.role(value),
    "approve": lambda words, value: words.role(value),
    "status": lambda words, value: words(p.STATUSES[value]),
    "category": lambda words, value: words(p.CATEGORIES[value]),
    "milestone": lambda words, value: words(label(Milestone(value))),
    "start": lambda words, value: words(label(Milestone(value))),
    "end": lambda words, value: words(label(Milestone(value))),
    "risk": lambda words, value: words(RISKS[value]),
    "drill": lambda words, value: words(w.IN_DRILL[value]),
    "kind": lambda words, value: words(_kind(value)),
}


def _kind(value: Any) -> Text:
    if isinstance(value, Enum):
        return label(value)
    return {**EVIDENCE_KINDS, **p.RESOURCE_KINDS}.get(value, Text(value, value))


def _pairs(words: PlanWords, value: Iterable[str]) -> str:
    return " / ".join(words.role(one) for one in value)


_LISTS: Final[Mapping[str, Callable[[PlanWords, Any], str]]] = {
    "needs": lambda words, value: words.step(value),
    "apart_from": lambda words, value: words.step(value),
    "expect": lambda words, value: words.step(value),
    "by": lambda words, value: words.role(value),
    "ask": lambda words, value: words.fact(value),
    "separation": _pairs,
    "keywords": lambda _words, value: str(value),
    "services": lambda _words, value: str(value),
    "indicators": lambda words, value: words(value),
    "checks": lambda words, value: words(value),
    "sets": lambda words, value: (
        f"{words.fact(value.variable)} = {words.value(value.variable, value.value)}"
    ),
    "escalate": lambda words, value: f"{value.percent}% {words.role(value.to)}",
    "capture": lambda words, value: words.fact(value.variable),
    "links": lambda _words, value: str(value),
}
"""How the items of each list are said."""
