"""What was done in an incident, one step of a playbook for each thing that could be done again.

Names of people stay out: a step belongs to the role in which somebody did it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from netfin_incident.app.timeline import Line
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import ENOUGH, Plan, Step, Verb
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import MessageState, Milestone, TaskState
from netfin_incident.wording import drafting as w
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say, say_with

Words = Text | str
"""Text in both languages, or in the one in which somebody typed it."""

_ENDS: Final = (Milestone.CONTAINED, Milestone.RECOVERED, Milestone.RECONCILED, Milestone.RESOLVED)
_LEADER: Final = "commander"
"""Whose it is where whoever did it held no role."""
_NOT_AGAIN: Final = (Verb.PARALLEL, Verb.REPEAT, Verb.NOTE, Verb.CALL)
"""Kinds that hold or show other things; what they hold is told by itself."""
_UNSAFE: Final = re.compile("[^a-z0-9]+")


@dataclass(slots=True)
class DraftStep:
    """One step of the draft."""

    verb: Verb
    title: Words
    role: str
    at: datetime
    """When it was done."""
    id: str = ""
    began: datetime | None = None
    """When its time began, where that is known."""
    plan: Plan | None = None
    step: Step | None = None
    """The playbook and the step that were carried out, where it was one."""
    body: list[str] = field(default_factory=list)
    options: tuple[str, ...] = ()
    option: str = ""
    audience: str = ""
    channel: str = ""
    template: str = ""
    recipient: str = ""
    report: str = ""
    milestone: str = ""
    evidence: list[tuple[str, str]] = field(default_factory=list)
    """Name and kind of each."""
    remarks: list[str] = field(default_factory=list)
    """What else was so, for a comment above it."""
    nested: list["DraftStep"] = field(default_factory=list)
    """What was done in the option that was chosen."""


@dataclass(slots=True)
class Gathered:
    """Everything that was done, in the order in which it happened."""

    steps: list[DraftStep]
    roles: tuple[str, ...]
    """Every role that somebody held."""
    plans: tuple[Plan, ...]
    remarks: list[str]
    """What was left out after the last step."""


def gather(lines: Iterable[Line], language: Language) -> Gathered:
    """What the `lines` of a timeline, in the order of the journal, say was done."""
    gatherer = _Gatherer(language)
    for line in lines:
        gatherer.take(line)
    return gatherer.gathered()


class _Gatherer:
    def __init__(self, language: Language) -> None:
        self._language = language
        self._state: Incident | None = None
        self._steps: list[DraftStep] = []
        self._remarks: list[str] = []
        self._roles: dict[str, None] = {}
        self._tasks: dict[str, DraftStep] = {}
        self._measures: dict[str, str] = {}
        self._messages: dict[str, DraftStep] = {}
        self._act: tuple[datetime, str] | None = None
        """By when and by whom the act at hand was; what a step leaves is of the same act."""
        self._proofs: list[e.EvidenceAdded] = []

    def take(self, line: Line) -> None:
        recorded = line.recorded
        act, event = recorded.act, recorded.event
        for draft in self._drafts(line, event):
            draft.remarks, self._remarks = [*self._remarks, *draft.remarks], []
            self._steps.append(draft)
        self._state = fold.apply(self._state, act, event)
        self._roles |= dict.fromkeys(self._state.seats)

    def gathered(self) -> Gathered:
        kept = sorted(filter(self._kept, self._steps), key=lambda one: one.at)
        for task in self._tasks.values():
            if task not in kept:
                self._remarks.append(self._say(w.NOT_DONE, task=task.title))
        by_id = {one.step.id: one for one in kept if one.step}
        for proof in self._proofs:
            if proof.step in by_id:
                _proved(by_id[proof.step], proof)
        runs = self._state.runs.values() if self._state else ()
        if kept and not any(one.milestone for one in kept):
            kept.append(self._milestone(Milestone.RESOLVED, kept[-1].at, ""))
        return Gathered(
            list(_nested(kept)), tuple(self._roles), tuple(run.plan for run in runs), self._remarks
        )

    def _kept(self, draft: DraftStep) -> bool:
        """Whether it was really done: a message that never left was not."""
        return draft not in self._messages.values() or bool(draft.template)

    def _drafts(self, line: Line, event: e.Event) -> Iterator[DraftStep]:
        at, person = line.happened, line.recorded.act.person
        is_own = self._act == (line.recorded.act.at, person)
        match event:
            case e.StepCompleted():
                self._act = (line.recorded.act.at, person)
                yield from self._completed(event, at, person)
            case e.StepReopened(playbook=playbook, step=step):
                self._drop(playbook, step)
            case e.StepSkipped(reason=reason) | e.StepFailed(reason=reason):
                text = w.SKIPPED if isinstance(event, e.StepSkipped) else w.FAILED
                title = self._title(event.playbook, event.step)
                self._remarks.append(self._say(text, step=title, reason=reason))
            case e.MessageRecorded() if is_own and self._steps:
                self._steps[-1].template = event.text
            case e.UpwardReportRecorded() if is_own and self._steps:
                pass
            case e.MilestoneReached(milestone=milestone):
                own = any(one.milestone == milestone for one in self._steps)
                if milestone in _ENDS and not own:
                    yield self._milestone(milestone, at, person)
            case e.EvidenceAdded():
                self._prove(event)
            case _:
                yield from self._work(event, at, person)

    def _work(self, event: e.Event, at: datetime, person: str) -> Iterator[DraftStep]:
        role = self._role(person)
        match event:
            case e.DecisionRecorded():
                yield self._decided(event, at, role)
            case e.TaskGiven(id=key, text=text, to=to):
                task = DraftStep(Verb.DO, text, self._role(to), at, began=at)
                self._tasks[key] = task
            case e.TaskMoved(id=key, state=TaskState.DONE) if key in self._tasks:
                self._tasks[key].at = at
                yield self._tasks[key]
            case e.MeasureTaken(id=key, text=text):
                self._measures[key] = text
                yield DraftStep(Verb.DO, text, role, at)
            case e.MeasureLifted(id=key):
                title = self._say(w.LIFT, measure=self._measures.get(key, key))
                yield DraftStep(Verb.DO, title, role, at)
            case e.MessageRecorded():
                title = self._say(w.TELL, audience=event.audience)
                told = DraftStep(
                    Verb.NOTIFY, title, role, at, audience=event.audience, channel=event.channel
                )
                self._messages[event.id] = told
                told.template = event.text if event.state is not MessageState.FAILED else ""
                yield told
            case e.MessageMoved(id=key, state=MessageState.FAILED) if key in self._messages:
                self._messages[key].template = ""
            case e.UpwardReportRecorded() if event.sent_at is not None:
                kind = self._say(label(event.kind))
                title = self._say(w.SEND, kind=kind, recipient=event.recipient)
                yield DraftStep(
                    Verb.REPORT, title, role, event.sent_at, recipient=event.recipient,
                    report=event.kind.value,
                )  # fmt: skip

    def _completed(self, event: e.StepCompleted, at: datetime, person: str) -> Iterator[DraftStep]:
        plan, step = self._step(event.playbook, event.step)
        if plan is None or step is None or step.verb in _NOT_AGAIN or event.option == ENOUGH:
            return
        self._drop(event.playbook, event.step)
        severity = self._state.severity if self._state else None
        own = step.role_at(severity) if severity else step.role
        draft = DraftStep(
            step.verb, step.title, own or self._role(person), at, step.id, plan=plan, step=step,
            option=event.option, milestone=step.milestone,
            evidence=[(need.id, need.kind) for need in step.evidence],
        )  # fmt: skip
        yield draft

    def _decided(self, event: e.DecisionRecorded, at: datetime, role: str) -> DraftStep:
        body = [
            self._say(text, **{name: said})
            for text, name, said in (
                (w.WHY, "rationale", event.rationale),
                (w.AGAINST, "objections", event.objections),
            )
            if said
        ]
        options = tuple(dict.fromkeys((*event.options, event.choice)))
        if len(options) == 1:
            body.insert(0, self._say(w.DECIDED, choice=event.choice))
            return DraftStep(Verb.DO, event.question, role, at, body=body)
        return DraftStep(
            Verb.DECIDE, event.question, role, at, body=body, options=options, option=event.choice
        )

    def _milestone(self, milestone: Milestone, at: datetime, person: str) -> DraftStep:
        role, title = self._role(person), label(milestone)
        return DraftStep(Verb.MILESTONE, title, role, at, milestone.value, milestone=milestone)

    def _prove(self, event: e.EvidenceAdded) -> None:
        """Evidence belongs to the step it was given for, else to what was done last."""
        if event.step:
            self._proofs.append(event)
        elif self._steps:
            _proved(self._steps[-1], event)

    def _drop(self, playbook: str, step: str) -> None:
        """Leave out what was done before a step was taken up again."""
        self._steps = [
            one
            for one in self._steps
            if one.step is None or (one.plan and one.plan.id, one.step.id) != (playbook, step)
        ]

    def _role(self, person: str) -> str:
        seats = self._state.seats if self._state else {}
        return next((role for role, seat in seats.items() if seat.person == person), _LEADER)

    def _step(self, playbook: str, step: str) -> tuple[Plan | None, Step | None]:
        run = self._state.runs.get(playbook) if self._state else None
        return (run.plan, run.plan.step(step)) if run else (None, None)

    def _title(self, playbook: str, step: str) -> str:
        found = self._step(playbook, step)[1]
        return f"{step} ({say(found.title, self._language)})" if found else step

    def _say(self, text: Text, **values: object) -> str:
        return clean_line(say_with(text, self._language, values))


def _proved(draft: DraftStep, event: e.EvidenceAdded) -> None:
    """One piece of each kind is enough for a playbook to ask for."""
    if event.kind not in {kind for _, kind in draft.evidence}:
        draft.evidence.append((event.name, event.kind))


def _nested(steps: Sequence[DraftStep]) -> Iterator[DraftStep]:
    """The steps, those of a chosen option inside its decision."""
    decided = {
        (one.plan.id, one.step.id): one
        for one in steps
        if one.plan and one.step and one.step.verb is Verb.DECIDE
    }
    for one in steps:
        under = one.step.under if one.step else None
        holder = decided.get((one.plan.id, under[0])) if one.plan and under else None
        if holder is not None and under is not None and holder.option == under[1]:
            holder.nested.append(one)
        else:
            yield one


def slug(text: Words, fallback: str) -> str:
    """An id made of the English words in `text`; `fallback` where there are none."""
    words = text.en if isinstance(text, Text) else text
    return _UNSAFE.sub("-", words.lower()).strip("-")[:40].rstrip("-") or fallback
