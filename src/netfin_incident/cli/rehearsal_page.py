"""The acts of a rehearsal as lines: what would happen, be said, be sent and be run, and when."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from netfin_incident.app.rehearsing import NOTHING_SAID, Rehearsal, role_of
from netfin_incident.app.walking import ALONE, Script, Taken
from netfin_incident.cli.columns import terminal_width, wrapped
from netfin_incident.domain.expression import Value
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.conditions import known_texts, known_values
from netfin_incident.domain.playbook import CommandPlan, Notice, Plan, Reporting, Step
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.wording import rehearsing as w
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.command_run import RISKS
from netfin_incident.wording.condition_words import value_said
from netfin_incident.wording.labels import label
from netfin_incident.wording.notices import Filler
from netfin_incident.wording.plan_words import PlanWords
from netfin_incident.wording.sentences import sentence

_FILLERS: Final = frozenset({"rehearsed", "not on the shelf", "reviewer"})
"""What the walker fills in because the rules want something there."""
_SAY_NOTHING: Final = (NOTHING_SAID, (NOTHING_SAID,))
_BAR: Final = "  | "
"""Before words that would be sent."""
_MOMENT: Final = 8
"""Columns of a moment."""


def premises(words: PlanWords, script: Script) -> Iterator[str]:
    """What is rehearsed, and under which premises."""
    plan = words.plan
    yield words(w.HEADING, id=plan.id, revision=plan.revision, name=words(plan.name))
    yield words(
        w.PREMISES,
        severity=words(value_said(script.severity)),
        players=words(w.ONE_PERSON if script.alone else w.A_TEAM),
        mode=words(w.AS_DRILL if script.mode is Mode.DRILL else w.AS_LIVE),
    )


def clock(seconds: int) -> str:
    """A moment of a rehearsal: hours and minutes since its start."""
    return f"T+{seconds // 3600}:{seconds % 3600 // 60:02}"


class ActLines:
    """Says the acts of one rehearsal."""

    def __init__(self, rehearsal: Rehearsal, words: PlanWords) -> None:
        """In `words`."""
        self._rehearsal, self.words = rehearsal, words

    def lines(self, taken: Taken) -> Iterator[str]:
        """The lines of one act."""
        at = clock(self._rehearsal.seconds(taken.act.happened))
        said = self.happened(taken)
        for line in (*said, *self.left_the_house(taken)):
            yield from _beside(at, line)
            at = ""

    def happened(self, taken: Taken) -> list[str]:
        """What the timeline would say; messages and reports are told by themselves."""
        role = self.role(taken)
        told = (self._told(taken, event) for event in taken.events)
        return [
            self.words(w.BY_ROLE, role=role, said=line) if role else line for line in told if line
        ]

    def role(self, taken: Taken) -> str:
        """Who would do it; empty for nobody in particular."""
        if taken.view is None or taken.act.person == ALONE:
            return ""
        role = role_of(taken.view, taken)
        return self._plan_words(taken).role(role) if role else ""

    def left_the_house(self, taken: Taken) -> Iterator[str]:
        """What would be said, sent or run."""
        step = _finished(taken)
        if step is None:
            return
        words = self._plan_words(taken)
        if step.notice is not None:
            yield from _notice(words, step.notice, _values(taken))
        if step.reporting is not None:
            yield _report(words, step.reporting)
        if step.command is not None:
            yield from _command(words, step.command, _texts(taken))

    def _told(self, taken: Taken, event: e.Event) -> str:
        match event:
            case e.MessageRecorded() | e.UpwardReportRecorded() | e.StatusChanged():
                return ""
            case e.VariableSet(variable=name, value=value) if value == NOTHING_SAID:
                return self.words(w.ASKED, name=self._plan_words(taken).fact(name))
            case e.RoundBegun(step=step, round=number):
                return self.words(
                    w.ROUND_BEGINS, step=self._plan_words(taken).step(step), round=number
                )
            case e.StepSkipped() if event.reason in _FILLERS:
                called = taken.view.step.call if taken.view else ""
                why = self.words(w.NOT_ON_SHELF, playbook=called) if called else ""
                event = replace(event, reason=why, second="")
            case _:
                event = _without_fillers(event)
        return sentence(event, taken.act, self.words.language, taken.after)

    def _plan_words(self, taken: Taken) -> PlanWords:
        plan = _plan(taken)
        same = plan is None or plan.id == self.words.plan.id
        return self.words if plan is None or same else PlanWords(plan, self.words.language)


def summary_lines(words: PlanWords, rehearsal: Rehearsal) -> Iterator[str]:
    """What it came to."""
    yield ""
    yield words(w.SUMMARY)
    for name, value in _summed(words, rehearsal):
        line = words(s.FACT, name=name, value=value or words(w.NONE))
        first, *rest = wrapped(line, terminal_width(), "    ")
        yield f"  {first.strip()}"
        yield from rest


def _summed(words: PlanWords, rehearsal: Rehearsal) -> Iterator[tuple[str, str]]:
    summary = rehearsal.summary()
    plans = [run.plan for run in rehearsal.incident.runs.values()]
    speakers = [PlanWords(plan, words.language) for plan in plans]
    for text, steps in (
        (w.DONE, summary.done),
        (w.SKIPPED, summary.skipped),
        (w.FAILED, summary.failed),
        (w.AWAY, summary.not_applicable),
        (w.OPEN, summary.open),
    ):
        if steps or text is w.DONE:
            yield words(text, count=len(steps)), ", ".join(steps)
    reached = (f"{words(label(one))} {clock(at)}" for one, at in summary.milestones)
    yield words(w.MILESTONES), words.listed(reached)
    facts = (
        _fact(_knowing(name, speakers), name, value, assumed=name in summary.assumed)
        for name, value in summary.facts.items()
    )
    yield words(w.FACTS), words.joined(facts)
    busy = (
        words(w.COUNT, role=_naming(role, speakers), count=count)
        for role, count in summary.busy.items()
    )
    yield words(w.BUSY), words.listed(busy)


def _knowing(variable: str, speakers: Sequence[PlanWords]) -> PlanWords:
    """Who speaks about the plan that declares a variable."""
    having = (one for one in speakers if variable in one.plan.variables_by_id)
    return next(having, speakers[0])


def _naming(role: str, speakers: Sequence[PlanWords]) -> str:
    """A role by its name in the plan that has it."""
    having = (one for one in speakers if any(role == own.id for own in one.plan.roles))
    return next(having, speakers[0]).role(role)


def _fact(words: PlanWords, name: str, value: str, *, assumed: bool) -> str:
    called = words.fact(name)
    if value == NOTHING_SAID:
        return words(w.ASKED, name=called)
    return words(w.ASSUMED if assumed else w.FACT, name=called, value=words.value(name, value))


def _beside(at: str, line: str) -> Iterator[str]:
    """A line beside its moment; what stands behind a bar stays there where it is broken."""
    bar = _BAR if line.startswith(_BAR) else ""
    hang = " " * _MOMENT + (bar or "  ")
    first, *rest = wrapped(line.removeprefix(bar), terminal_width() - 2, hang) or [hang]
    yield f"{at:<{_MOMENT}}{bar}{first[len(hang) :]}"
    yield from rest


def _without_fillers(event: e.Event) -> e.Event:
    said = {one.name: getattr(event, one.name) for one in fields(event)}
    changed: dict[str, Any] = {
        name: "" for name, value in said.items() if isinstance(value, str) and value in _FILLERS
    }
    return replace(event, **changed) if changed else event


def _finished(taken: Taken) -> Step | None:
    """The step that the act finished; None where it finished none."""
    if taken.view is None:
        return None
    done = any(
        isinstance(event, e.StepCompleted) and event.step == taken.view.step.id
        for event in taken.events
    )
    return taken.view.step if done else None


def _plan(taken: Taken) -> Plan | None:
    run = taken.after.runs.get(taken.view.playbook) if taken.view else None
    return run.plan if run else None


def _values(taken: Taken) -> Mapping[str, Value]:
    run = taken.after.runs[taken.view.playbook] if taken.view else None
    known = known_values(taken.after, run) if run else {}
    return {name: value for name, value in known.items() if value not in _SAY_NOTHING}


def _texts(taken: Taken) -> Mapping[str, str]:
    run = taken.after.runs[taken.view.playbook] if taken.view else None
    own = {"severity": taken.after.severity.name, "mode": taken.after.mode.value}
    known = {
        **own,
        "service": taken.after.service,
        **(known_texts(taken.after, run) if run else {}),
    }
    return {name: text for name, text in known.items() if text != NOTHING_SAID}


def _notice(words: PlanWords, notice: Notice, values: Mapping[str, Value]) -> Iterator[str]:
    audience = words(notice.audience)
    if notice.channel:
        yield words(w.WOULD_TELL_BY, audience=audience, channel=notice.channel)
    else:
        yield words(w.WOULD_TELL, audience=audience)
    if notice.template is not None:
        for line in _filler(words).notice(notice.template, values).split("\n"):
            yield f"{_BAR}{line}"


def _report(words: PlanWords, reporting: Reporting) -> str:
    values = {"recipient": words(reporting.recipient), "kind": words(label(reporting.kind))}
    if not reporting.clock:
        return words(w.WOULD_REPORT, **values)
    return words(w.WOULD_REPORT_CLOCK, clock=reporting.clock, **values)


def _command(words: PlanWords, command: CommandPlan, texts: Mapping[str, str]) -> Iterator[str]:
    line = shlex.join(_filler(words).argument(one, texts) for one in command.run)
    yield words(w.WOULD_RUN, line=line)
    yield words(w.RUN_RISK, risk=words(RISKS[command.risk]))
    if command.undo is not None:
        yield words(w.RUN_UNDO, undo=words(command.undo))


def _filler(words: PlanWords) -> Filler:
    return Filler(words, words.plan.variables_by_id)
