"""A rehearsal with a person at the terminal: each step is shown, and a key says what becomes of it."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from netfin_incident.app.rehearsing import Rehearsal, choices_at
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import terminal_width, wrapped
from netfin_incident.cli.plan_page import facts_of, phase_title
from netfin_incident.cli.plan_step import first_lines
from netfin_incident.cli.rehearsal_page import ActLines
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.playbook import VariableKind, Verb
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.errors import CommandRefused
from netfin_incident.wording import rehearsing as w
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.labels import label
from netfin_incident.wording.plan_words import PlanWords

_BODY_LINES: Final = 4
_SECOND: Final = "reviewer"
"""Who agrees to leaving a required step out."""


class _Left(Exception):
    """The person has seen enough."""


class Prompt:
    """Asks what becomes of each step."""

    def __init__(self, call: Call, rehearsal: Rehearsal) -> None:
        """Ask at the terminal of `call`."""
        self._call, self._rehearsal = call, rehearsal
        self._lines = ActLines(rehearsal, PlanWords(rehearsal.plan, call.language))
        self._words = self._lines.words
        self._focus: tuple[str, str] | None = None

    def play(self) -> None:
        """Ask until nothing is left to do, or the person leaves."""
        try:
            while views := self._rehearsal.open_views():
                self._one(views)
        except _Left:
            self._say(w.QUIT)
        else:
            self._say(w.ENDED)

    def _one(self, views: tuple[StepView, ...]) -> None:
        reach = self._rehearsal.within_reach()
        focused = (one for one in reach if (one.playbook, one.step.id) == self._focus)
        view = next(focused, views[0])
        run = self._rehearsal.incident.runs[view.playbook]
        self._words = PlanWords(run.plan, self._call.language)
        for line in self._page(view):
            self._call.output.data(line)
        try:
            command = self._command(view, reach, self._read(w.KEYS))
            if command is None:
                return
            taken = self._rehearsal.take(view, command)
        except CommandRefused as refused:
            self._call.output.refuse(refused)
            return
        self._focus = None
        for line in self._lines.lines(taken):
            self._call.output.data(f"  {line}")

    def _page(self, view: StepView) -> Iterator[str]:
        words, step = self._words, view.step
        phase = next(one for one in words.plan.phases if one.id == step.phase)
        yield ""
        yield f"== {phase_title(words, phase)} · {step.id}"
        yield from wrapped(words(step.title), terminal_width(), "  ")
        facts = facts_of(words, step, self._rehearsal.incident.severity)
        yield from wrapped(" · ".join(facts), terminal_width(), "  ")
        if step.warning is not None:
            yield from wrapped(words(s.WARNING, said=words(step.warning)), terminal_width(), "  ")
        if step.body is not None:
            yield from first_lines(step.body, words, _BODY_LINES)
        for check in step.checks:
            yield from wrapped(words(s.CHECK, said=words(check)), terminal_width(), "  ")
        if view.suggested:
            name = next(one.name for one in step.options if one.id == view.suggested)
            yield f"  {words(w.SUGGESTED, option=words.named(view.suggested, name))}"
        if view.asks:
            yield f"  {words(w.ASKED_FIRST, names=words.listed(map(words.fact, view.asks)))}"

    def _command(self, view: StepView, reach: tuple[StepView, ...], key: str) -> c.Command | None:
        step, playbook = view.step, view.playbook
        match key.lower():
            case "":
                return self._done(view, chosen=view.suggested)
            case "o":
                return self._done(view, chosen="")
            case "s":
                second = _SECOND if view.required else ""
                return c.SkipStep(step.id, self._read(w.WHY), playbook, second)
            case "f":
                return c.FailStep(step.id, self._read(w.WHY), playbook)
            case "j":
                self._jump(reach)
            case "q":
                raise _Left
            case _:
                self._say(w.NOT_A_KEY)
        return None

    def _done(self, view: StepView, chosen: str) -> c.Command:
        """What finishes the step, or says what must be known before it can be."""
        if view.asks:
            return self._missing(view)
        usual = self._rehearsal.usual(view)
        if not isinstance(usual, c.CompleteStep):
            return usual
        if view.step.verb is Verb.ASK:
            answers = tuple((name, self._answer(name)) for name in view.step.ask)
            return replace(usual, answers=answers)
        known = choices_at(view.step)
        if known:
            option = chosen or self._read(w.CHOOSE_ONE, options=", ".join(known))
            note = self._read(w.WHY) if view.step.rationale_required else ""
            return replace(usual, option=option, note=note)
        return usual

    def _missing(self, view: StepView) -> c.Command:
        name = view.asks[0]
        if name not in self._words.plan.variables_by_id:
            severity = self._rehearsal.incident.severity
            return c.Activate(severity, self._rehearsal.incident.declared_by)
        return c.SetVariable(name, self._answer(name), view.playbook)

    def _answer(self, name: str) -> str:
        words = self._words
        variable = words.plan.variables_by_id[name]
        asked = words(variable.question) if variable.question else words.fact(name)
        if variable.kind is VariableKind.CHOICE:
            choices = words.listed(words.named(one.id, one.name) for one in variable.choices)
            return self._read(w.ANSWER_OF, name=asked, choices=choices)
        return self._read(w.ANSWER, name=asked, kind=words(label(variable.kind)))

    def _jump(self, reach: tuple[StepView, ...]) -> None:
        open_ones = {view.step.id: (view.playbook, view.step.id) for view in reach}
        given = self._read(w.JUMP_TO, steps=", ".join(open_ones))
        self._focus = open_ones.get(given)
        if self._focus is None:
            self._say(w.NOT_OPEN)

    def _read(self, asked: Text, **values: object) -> str:
        """What is typed in answer; the end of the input means leaving."""
        self._say(asked, **values)
        self._call.output.finish()
        typed = sys.stdin.readline()
        if not typed:
            raise _Left
        return clean_line(typed)

    def _say(self, text: Text, **values: object) -> None:
        self._call.output.data(self._words(text, **values))
