"""The handover card 交接卡: what whoever takes over must know, in sections, filled from the record.

The same facts wherever it is shown: on its own, before a role is offered, and before it is taken.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netfin_incident.app.having import Having, standing
from netfin_incident.app.views import role_views
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.wording import handover_card as w
from netfin_incident.wording.labels import label, level_label, role_label
from netfin_incident.wording.language import Language, say, say_with
from netfin_incident.wording.moments import clock, span, stamp

DECISION_KINDS: Final = frozenset((e.DecisionRecorded.KIND, e.StepCompleted.KIND))
"""The kinds of entries that decisions are; others need not be decoded for a card."""
MOST_DECISIONS: Final = 3
_OPEN: Final = (StepState.ACTIVE, StepState.READY, StepState.FAILED, StepState.WAITING)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a card."""

    heading: str
    lines: tuple[str, ...]
    is_alarming: bool = False
    """Whether it must not be overlooked."""


def handover_card(
    incident: Incident,
    entries: Iterable[Recorded[e.Event]],
    now: datetime,
    language: Language,
    name_of: Callable[[str], str],
) -> tuple[Section, ...]:
    """The card of an incident as it stands.

    Args:
        incident: As it is now.
        entries: Its entries in their order; those that are not of `DECISION_KINDS` count for nothing.
        now: For spans of time.
        language: Whose words.
        name_of: The name of a person, by id.
    """
    writer = _Writer(incident, now, language, name_of)
    parts = (
        (w.HEAD, writer.head(), False),
        (w.ESCALATION, writer.escalation(), writer.is_unanswered),
        (w.ROLES, writer.roles(), False),
        (w.VACANT, writer.vacant(), True),
        (w.MEASURES, writer.measures(), False),
        (w.STEPS, writer.steps(), False),
        (w.TASKS, writer.tasks(), False),
        (w.REPORTS, writer.reports(), False),
        (w.DECISIONS, writer.decisions(entries), False),
    )
    made = ((say(words, language), tuple(lines), alarm) for words, lines, alarm in parts)
    none = (say(w.NONE, language),)
    shown = (
        Section(heading, lines or none, alarm and bool(lines))
        for heading, lines, alarm in made
        if lines or heading != say(w.VACANT, language)
    )
    return tuple(shown)


class _Writer:
    """Says parts of an incident in one language."""

    def __init__(
        self, incident: Incident, now: datetime, language: Language, name_of: Callable[[str], str]
    ) -> None:
        self._incident = incident
        self._now = now
        self._language = language
        self._name_of = name_of

    @property
    def is_unanswered(self) -> bool:
        return standing(self._incident).having.is_open

    def head(self) -> Iterator[str]:
        incident = self._incident
        yield f"{incident.id}  {clean_line(incident.title)}"
        yield self._say(
            w.STANDS, severity=label(incident.severity), status=label(incident.status),
            span=span(int((self._now - incident.declared_at).total_seconds()), self._language),
        )  # fmt: skip
        if incident.level is not None:
            yield self._say(w.LEVEL, level=level_label(incident.level))
        declared = stamp(incident.declared_at, incident.zone)
        yield self._say(w.DECLARED, at=declared, person=self._name_of(incident.declared_by))

    def escalation(self) -> Iterator[str]:
        stands = standing(self._incident)
        people = self._names(stands.people)
        yield self._say(
            w.HAVING[stands.having], people=people, count=stands.count, needed=stands.needed
        )
        if stands.next_at is None:
            return
        at = stamp(stands.next_at, self._incident.zone)
        if stands.having is Having.SOMEBODY:
            yield self._say(w.VOID if stands.is_reminded else w.REMINDER, at=at)
        elif stands.next_level:
            yield self._say(w.NEXT_LEVEL, level=stands.next_level, at=at)
        else:
            yield self._say(w.NEXT_FALLBACK, at=at)

    def roles(self) -> Iterator[str]:
        for view in role_views(self._incident):
            role = say(role_label(view.id, view.name), self._language)
            if view.holder and view.since is not None:
                since, person = clock(view.since, self._incident.zone), self._name_of(view.holder)
                yield self._say(w.ROLE, role=role, person=person, since=since)
            if view.offer is not None:
                yield self._say(w.OFFERED, role=role, person=self._name_of(view.offer.to))

    def vacant(self) -> Iterator[str]:
        for view in role_views(self._incident):
            if view.required and not view.holder and self._incident.is_open:
                yield say(role_label(view.id, view.name), self._language)

    def measures(self) -> Iterator[str]:
        for one in self._incident.measures.values():
            if not one.lifted:
                words = w.TEMPORARY if one.temporary else w.MEASURE
                yield self._say(words, text=clean_line(one.text))

    def steps(self) -> Iterator[str]:
        if not self._incident.is_open:
            return
        views = [
            one for one in board(self._incident) if one.state in _OPEN and not one.step.options
        ]
        for view in sorted(views, key=_by_due):
            who = self._incident.holder(view.role)
            owner = self._name_of(who) if who else self._role(view.role)
            state, title = label(view.state), say(view.step.title, self._language)
            yield self._due(view.due_at, w.STEP, what=title, state=state, owner=owner)

    def tasks(self) -> Iterator[str]:
        for one in self._incident.tasks.values():
            if one.is_open:
                what, owner = clean_line(one.text), self._name_of(one.to)
                yield self._due(one.due_at, w.TASK, what=what, owner=owner)

    def reports(self) -> Iterator[str]:
        for one in self._incident.reports.values():
            if one.is_owed:
                to = clean_line(one.recipient)
                yield self._due(one.due_at, w.REPORT, kind=label(one.kind), recipient=to)

    def decisions(self, entries: Iterable[Recorded[e.Event]]) -> Iterator[str]:
        found = [line for one in entries if (line := self._decision(one))]
        yield from found[-MOST_DECISIONS:]

    def _decision(self, one: Recorded[e.Event]) -> str:
        match one.event:
            case e.DecisionRecorded(question=question, choice=choice):
                what, chosen = clean_line(question), clean_line(choice)
            case e.StepCompleted(option=option, playbook=playbook, step=step_id) if option:
                step = self._incident.runs[playbook].plan.steps_by_id[step_id]
                if step.verb is not Verb.DECIDE:
                    return ""
                names = {branch.id: branch.name for branch in step.options}
                what, chosen = say(step.title, self._language), say(names[option], self._language)
            case _:
                return ""
        return self._say(
            w.DECISION, at=clock(one.act.happened, self._incident.zone), what=what, choice=chosen,
            person=self._name_of(one.act.person),
        )  # fmt: skip

    def _due(self, due_at: datetime | None, words: Text, **values: object) -> str:
        said = self._say(words, **values)
        if due_at is None:
            return said
        left = int((due_at - self._now).total_seconds())
        over = w.OVER if left < 0 else w.DUE
        due = self._say(
            over, at=stamp(due_at, self._incident.zone), span=span(abs(left), self._language)
        )
        return f"{said}  {due}"

    def _role(self, role: str) -> str:
        names = {view.id: view.name for view in role_views(self._incident)}
        return say(role_label(role, names.get(role)), self._language) if role else ""

    def _names(self, people: Iterable[str]) -> str:
        return say(w.JOINT, self._language).join(map(self._name_of, people))

    def _say(self, words: Text, **values: object) -> str:
        return say_with(words, self._language, values)


def _by_due(view: StepView) -> float:
    return view.due_at.timestamp() if view.due_at else math.inf
