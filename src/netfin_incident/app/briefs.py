"""Texts filled in from the record for a person to correct: a handover brief, a situation update."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from netfin_incident.app.views import role_views, vacant_roles
from netfin_incident.domain.customer_data import masked
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.deadlines import deadlines
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.wording import briefs as b
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import clock, span

_MOST: Final = 4
"""Most of each kind that a brief lists."""


def handover_brief(incident: Incident, now: datetime, language: Language) -> str:
    """What the next holder of a role must know: where it stands, what is open, what is due."""
    brief = _Brief(incident, now, language)
    lines = [
        brief.stands(),
        brief.listed(b.STEPS_OPEN, "steps", brief.steps(StepState.ACTIVE, StepState.READY)),
        brief.listed(b.TASKS_OPEN, "tasks", brief.tasks()),
        brief.listed(b.DUE_NEXT, "deadlines", brief.due()),
        brief.listed(b.MEASURES, "measures", brief.measures()),
        brief.listed(b.ROLES, "roles", brief.roles()),
        brief.listed(b.VACANT, "roles", brief.vacant()),
        brief.say(b.DECISIONS, count=incident.decisions),
    ]
    return "\n".join(line for line in lines if line)


def situation_update(incident: Incident, now: datetime, language: Language) -> str:
    """Conditions, actions, needs; without customer data, because others read it."""
    brief = _Brief(incident, now, language)
    actions = [
        brief.listed(b.STEPS_DONE, "steps", brief.steps(StepState.DONE)[-_MOST:]),
        brief.listed(b.TASKS_OPEN, "tasks", brief.tasks()),
        brief.listed(b.MEASURES, "measures", brief.measures()),
    ]
    needs = [
        brief.listed(b.STEPS_OPEN, "steps", brief.steps(StepState.ACTIVE, StepState.READY)),
        brief.listed(b.VACANT, "roles", brief.vacant()),
    ]
    lines = (
        brief.say(b.CONDITIONS, text=brief.stands()),
        brief.say(b.ACTIONS, text=brief.joined(actions)),
        brief.say(b.NEEDS, text=brief.joined(needs)),
    )
    return masked("\n".join(lines))


class _Brief:
    """Says parts of an incident in one language."""

    def __init__(self, incident: Incident, now: datetime, language: Language) -> None:
        self._incident = incident
        self._now = now
        self._language = language

    def say(self, words: Text, **values: object) -> str:
        return say(words, self._language).format(**values)

    def joined(self, parts: Iterable[str]) -> str:
        kept = [part for part in parts if part]
        return say(b.JOINT, self._language).join(kept) or say(b.NOTHING, self._language)

    def listed(self, words: Text, name: str, parts: Iterable[str]) -> str:
        """`words` with the first few of `parts`; empty where there are none."""
        kept = list(parts)
        shown = say(b.LIST, self._language).join(kept[:_MOST])
        if len(kept) > _MOST:
            shown += f" +{len(kept) - _MOST}"
        return self.say(words, **{name: shown}) if kept else ""

    def stands(self) -> str:
        incident = self._incident
        return self.say(
            b.STANDS,
            id=incident.id, title=incident.title,
            severity=say(label(incident.severity), self._language),
            status=say(label(incident.status), self._language),
            span=span(int((self._now - incident.declared_at).total_seconds()), self._language),
        )  # fmt: skip

    def steps(self, *states: StepState) -> list[str]:
        views = [view for view in board(self._incident) if view.state in states]
        return [say(_chosen(view) or view.step.title, self._language) for view in views]

    def tasks(self) -> list[str]:
        tasks = [task for task in self._incident.tasks.values() if task.is_open]
        zone = self._incident.zone
        return [
            self.say(b.TASK, who=one.to, what=clean_line(one.text), due=clock(one.due_at, zone))
            for one in tasks
        ]

    def due(self) -> list[str]:
        zone = self._incident.zone
        return [
            self.say(b.DUE, what=self._what(one.what), due=clock(one.due_at, zone))
            for one in deadlines(self._incident)
        ]

    def measures(self) -> list[str]:
        measures = self._incident.measures.values()
        return [clean_line(one.text) for one in measures if one.temporary and not one.lifted]

    def roles(self) -> list[str]:
        return [
            self.say(b.ROLE, role=say(role_label(view.id, view.name), self._language), person=view.holder)
            for view in role_views(self._incident)
            if view.holder
        ]  # fmt: skip

    def vacant(self) -> list[str]:
        views = vacant_roles(self._incident)
        return [say(role_label(view.id, view.name), self._language) for view in views]

    def _what(self, what: Text) -> str:
        return clean_line(what.en) if what.en == what.zh else say(what, self._language)


def _chosen(view: StepView) -> Text | None:
    """The option that was chosen in a decision; None for any other step."""
    option = view.mark.option if view.mark else ""
    return next((one.name for one in view.step.options if one.id == option), None)
