"""The playbooks of an incident in plain lines: each step as it stands, and what must be known."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned, terminal_width, wrapped
from netfin_incident.domain.expression import Value, parse
from netfin_incident.domain.incident.board import StepView, board, run_board
from netfin_incident.domain.incident.conditions import known_values
from netfin_incident.domain.incident.questions import questions
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.wording import command_answers as said
from netfin_incident.wording.conditions import because, said_value
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.screen_steps import SUGGESTED


class ShownSteps:
    """The lines that show the steps of an incident to one reader."""

    def __init__(self, call: Call, incident: Incident) -> None:
        """Show the steps of `incident` in the language and zone of `call`."""
        self._call, self._incident = call, incident
        self._zone = call.zone_of(incident)
        self._views = board(incident)
        self._known_to: dict[str, Mapping[str, Value]] = {}

    def lines(self) -> Iterator[str]:
        """What must be known, what is known, then every playbook with its steps."""
        if not self._incident.runs:
            return
        yield from self._section(said.SECTION_QUESTIONS, list(self._questions()))
        yield from self._section(said.SECTION_KNOWN, list(self._known()))
        for run in self._incident.runs.values():
            yield from self._run(run)

    def _section(self, heading: Text, rows: list[tuple[str, ...]]) -> Iterator[str]:
        if rows:
            yield ""
            yield f"{self._call.say(heading)}:"
            yield from aligned(rows, "  ")

    def _questions(self) -> Iterator[tuple[str, ...]]:
        say = self._call.say
        for one in questions(self._incident, self._views):
            words = one.variable.question or one.variable.name
            yield one.variable.id, self._role(one.playbook, one.role), say(words)

    def _known(self) -> Iterator[tuple[str, ...]]:
        declared = self._incident.variables
        for name, answer in self._incident.answers.items():
            variable = declared.get(name)
            if variable is not None and answer.value:
                value = self._call.say(said_value(variable, answer.value))
                yield name, value, self._call.say(variable.name)

    def _role(self, playbook: str, role: str) -> str:
        if not role:
            return "–"
        plan = self._incident.runs[playbook].plan
        own = next((one.name for one in plan.roles if one.id == role), None)
        return self._call.say(role_label(role, own))

    def _run(self, run: Run) -> Iterator[str]:
        say, plan = self._call.say, run.plan
        approval = "" if run.approved else f" · {say(said.UNAPPROVED)}"
        ended = f" · {say(said.GIVEN_UP)}" if run.given_up_at else ""
        yield ""
        yield f"{plan.id} r{plan.revision} {say(plan.name)}{approval}{ended}:"
        views = {view.step.id: view for view in self._views if view.playbook == plan.id}
        for phase in plan.phases:
            yield f"  {say(phase.name)}"
            shown = [views[step] for step in phase.steps]
            for line, view in zip(
                aligned(list(map(self._step, shown)), "    "), shown, strict=True
            ):
                yield line
                yield from wrapped(self._why(run, view, views), terminal_width(), "        ")

    def _why(self, run: Run, view: StepView, views: Mapping[str, StepView]) -> str:
        """Why it cannot be done or does not apply, or why an option is suggested; else nothing."""
        step, say = view.step, self._call.say
        if view.suggested and not view.is_settled:
            suggest = next(one.suggest for one in step.options if one.id == view.suggested)
            name = next(one.name for one in step.options if one.id == view.suggested)
            reason = self._because(run, suggest)
            option = f"{view.suggested} ({say(name)})"
            return say(SUGGESTED, option=option, because=reason)
        if view.state not in (StepState.NOT_APPLICABLE, StepState.BLOCKED):
            return ""
        if step.under is not None and view.state is StepState.NOT_APPLICABLE:
            holder, branch = step.under
            chosen = views[holder].mark
            if views[holder].state is StepState.NOT_APPLICABLE:
                return ""
            if chosen is not None and chosen.option not in ("", branch):
                return say(said.CHOSEN_OTHERWISE, step=holder, option=chosen.option)
        return self._because(run, step.when) if step.when else ""

    def _because(self, run: Run, written: str) -> str:
        reason = because(parse(written), run.plan.variables_by_id, self._values(run))
        return self._call.say(reason)

    def _values(self, run: Run) -> Mapping[str, Value]:
        if run.plan.id not in self._known_to:
            self._known_to[run.plan.id] = known_values(self._incident, run)
        return self._known_to[run.plan.id]

    def _step(self, view: StepView) -> tuple[str, ...]:
        say = self._call.say
        nested = "↳ " * view.depth
        kept = f" ({say(said.KEPT)})" if view.kept else ""
        is_early = view.ahead and not view.is_settled and view.state is not StepState.DORMANT
        early = f" ({say(said.BEFORE_ITS_TURN)})" if is_early else ""
        state = say(label(view.state)) + kept + early
        return state, nested + view.step.id, self._when(view).strip(), say(view.step.title)

    def _when(self, view: StepView) -> str:
        say = self._call.say
        if view.done_in:
            return say(said.DONE_IN, playbook=view.done_in)
        if view.mark is not None and view.state is not StepState.ACTIVE:
            who = self._call.session.config.name_of(view.mark.by)
            sign = "→" if view.state is StepState.FAILED else "="
            option = f" {sign} {view.mark.option}" if view.mark.option else ""
            return f"{self._at(view.mark.at)} {who}{option}"
        if view.waiting_for:
            return say(said.WAITS_FOR, steps=", ".join(view.waiting_for))
        if view.asks:
            return say(said.ASKS, variables=", ".join(view.asks))
        if view.due_at is not None:
            return say(said.DUE_BY, moment=self._at(view.due_at))
        return say(said.REQUIRED) if view.required and not view.is_settled else ""

    def _at(self, at: datetime) -> str:
        return stamp(at, self._zone)


def run_as_json(run: Run, incident: Incident) -> dict[str, object]:
    """A run as plain values: its steps as they stand, not its plan."""
    from netfin_incident.reports.as_json import plain

    steps = [
        {
            "id": view.step.id, "phase": view.step.phase, "verb": plain(view.step.verb),
            "title": plain(view.step.title), "role": view.role, "state": plain(view.state),
            "required": view.required, "due_at": plain(view.due_at), "mark": plain(view.mark),
            "waiting_for": list(view.waiting_for), "asks": list(view.asks),
            "waits_until": plain(view.waits_until), "settled_at": plain(view.settled_at),
            "suggested": view.suggested, "unavailable": list(view.unavailable),
            "round": view.round, "depth": view.depth, "kept": view.kept, "done_in": view.done_in,
        }
        for view in run_board(incident, run)
    ]  # fmt: skip
    return {
        "id": run.plan.id, "revision": run.plan.revision, "approved": run.approved,
        "attached_at": plain(run.attached_at), "given_up_at": plain(run.given_up_at),
        "steps": steps,
    }  # fmt: skip
