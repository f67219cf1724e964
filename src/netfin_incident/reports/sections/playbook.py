"""The playbooks that were followed, phase by phase, and what was decided."""

from typing import Final

from netfin_incident.app.timeline import Line
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.playbook import Step
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.reports.said import Row, Said, Speaker
from netfin_incident.reports.steps import StepFact


def playbooks(speaker: Speaker) -> list[Said]:
    """Each attached playbook with its steps."""
    facts = speaker.facts
    return [
        _playbook(line, facts.incident.runs[line.recorded.event.plan.id], speaker)
        for line in facts.of(e.PlaybookAttached)
        if isinstance(line.recorded.event, e.PlaybookAttached)
    ]


def _playbook(line: Line, run: Run, speaker: Speaker) -> Said:
    steps = [fact for fact in speaker.facts.steps if fact.playbook == run.plan.id]
    states = [fact.state for fact in steps]
    phases: list[Said] = []
    for phase in run.plan.phases:
        of_phase = [fact for fact in steps if fact.step.phase == phase.id]
        phases.append({
            "name": speaker.text(phase.name),
            "steps": [
                _step(fact, speaker) for fact in of_phase
                if fact.entry or fact.earlier or fact.state in (StepState.READY, StepState.ACTIVE)
            ],
            "dormant": _untouched(of_phase, StepState.DORMANT, speaker),
            "not_applicable": _untouched(of_phase, StepState.NOT_APPLICABLE, speaker),
        })  # fmt: skip
    return speaker.line(line) | {
        "id": run.plan.id,
        "name": speaker.text(run.plan.name),
        "revision": run.plan.revision,
        "sha256": run.plan.source_sha256,
        "approval": speaker.mark("approved" if run.approved else "unapproved"),
        "count": len(steps),
        "done": states.count(StepState.DONE),
        "skipped": states.count(StepState.SKIPPED),
        "not_applicable": states.count(StepState.NOT_APPLICABLE),
        "open": sum(fact.state in _OPEN for fact in steps),
        "late": sum(fact.is_late for fact in steps),
        "phases": phases,
    }


_OPEN: Final = (StepState.READY, StepState.ACTIVE, StepState.DORMANT)


def _untouched(steps: list[StepFact], state: StepState, speaker: Speaker) -> str:
    names = (
        speaker.mark("named", name=speaker.text(fact.step.title), id=fact.step.id)
        for fact in steps
        if fact.state is state and not fact.entry and not fact.earlier
    )
    return speaker.joined(names)


def _step(fact: StepFact, speaker: Speaker) -> Said:
    marks = [speaker.mark("required")] if fact.required else []
    if fact.ahead:
        marks.append(speaker.mark("ahead"))
    if fact.is_late and fact.margin_seconds is not None:
        marks.append(speaker.mark("late_by", span=speaker.span(-fact.margin_seconds)))
    if fact.second:
        marks.append(speaker.mark("second", person=speaker.person(fact.second)))
    if fact.evidence:
        marks.append(speaker.mark("evidence", ids=speaker.listed(fact.evidence)))
    if fact.lacks_evidence:
        marks.append(speaker.mark("lacks_evidence"))
    entries = speaker.facts.entries
    return {
        "id": fact.step.id,
        "title": speaker.text(fact.step.title),
        "role": speaker.role(fact.step.role),
        "state": speaker.label(fact.state),
        "at": speaker.happened(fact.entry) if fact.entry else "",
        "person": speaker.person(fact.by),
        "entry": fact.entry,
        "due": speaker.at(fact.due_at),
        "option": _option(fact.step, fact.option, speaker),
        "is_skipped": fact.state is StepState.SKIPPED,
        "note": fact.note,
        "objections": fact.objections,
        "marks": speaker.joined(marks),
        "remarks": speaker.marks(fact.entry) if fact.entry else "",
        "earlier": [speaker.line(entries[entry]) for entry in fact.earlier],
    }


def _option(step: Step, option: str, speaker: Speaker) -> str:
    names = {one.id: one.name for one in step.options}
    return speaker.text(names[option]) if option in names else option


def decisions(speaker: Speaker) -> list[Said]:
    """Free decisions, and those that a playbook asked for."""
    said: list[Said] = []
    for line in speaker.facts.of(e.DecisionRecorded, e.StepCompleted):
        match line.recorded.event:
            case e.DecisionRecorded() as event:
                said.append(speaker.line(line) | {
                    "id": event.id, "question": event.question, "choice": event.choice,
                    "options": [*event.options], "rationale": event.rationale,
                    "objections": event.objections,
                })  # fmt: skip
            case e.StepCompleted(option=option) as event if option:
                said.append(speaker.line(line) | _decided_step(event, speaker))
            case _:
                pass
    return said


def _decided_step(event: e.StepCompleted, speaker: Speaker) -> Row:
    step = speaker.facts.incident.runs[event.playbook].plan.step(event.step)
    options = step.options if step else ()
    return {
        "id": event.step,
        "question": speaker.text(step.title) if step else event.step,
        "choice": _option(step, event.option, speaker) if step else event.option,
        "options": [speaker.text(one.name) for one in options],
        "rationale": event.note,
        "objections": event.objections,
    }
