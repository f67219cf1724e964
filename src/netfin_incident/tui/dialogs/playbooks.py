"""Choosing a playbook, and giving one up.

The suggested ones come first, with what speaks for them; one that cannot be used says why.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual import work as in_background

from netfin_incident.domain.incident import commands as c
from netfin_incident.errors import NetfinError
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import ChoiceField, Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.dialogs.steps import alone
from netfin_incident.tui.here import program
from netfin_incident.tui.picking import Picks, read_picks
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class AttachForm(IncidentForm):
    """Pins a playbook to the incident, beside those that it has."""

    def __init__(self, place: "IncidentRoom") -> None:
        """Nothing was read yet."""
        super().__init__(place)
        self._picks: Picks | None = None

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.ATTACH)

    def fields(self) -> list[Field]:
        """The playbook."""
        return [self.choice("playbook", [Option("", program(self).words(d.LOADING))], rows=10)]

    def ready(self) -> None:
        """The playbooks are read meanwhile."""
        self._offer()

    def changed(self) -> None:
        """Say what the playbook is for, and why it is suggested."""
        if self._picks is not None:
            said = self._picks.told(program(self).words, self.field("playbook").value)
            self.echo(said, "dim")

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Read the playbook and attach it."""
        here, incident_id = program(self), self.place.incident_id
        session, desk, act = here.session, here.desk, here.act()
        playbook = values["playbook"]
        return lambda: desk.handle(incident_id, act, session.attaching(playbook))

    @in_background(exclusive=True, group="playbooks")
    async def _offer(self) -> None:
        here, incident = program(self), self.incident
        try:
            picks = await asyncio.to_thread(read_picks, here.session)
            found = await asyncio.to_thread(picks.suggest, incident.title, incident.service)
        except NetfinError as error:
            self.tell(here.words.explain(error).line, "")
            return
        self._picks = picks.suggesting(found)
        field = self.field("playbook")
        if isinstance(field, ChoiceField):
            attached = [name for name, run in incident.runs.items() if run.given_up_at is None]
            field.offer(self._picks.options(here.words, attached), rows=10)
            self.changed()


class GiveUpForm(IncidentForm):
    """Carries out no more of a playbook; with required steps open, somebody must agree."""

    DRAFT = "give-up"

    def __init__(self, place: "IncidentRoom", playbook: str = "") -> None:
        """Of this playbook; of one of those that run, where none is named."""
        super().__init__(place)
        runs = self.incident.runs.values()
        running = [run.plan.id for run in runs if run.given_up_at is None]
        self.playbooks = [playbook] if playbook else running or [*self.incident.runs]

    def heading(self) -> str:
        """What it is."""
        return program(self).words(f.GIVE_UP)

    def told(self) -> Told:
        """The required steps that are open, of the only playbook or of all of them."""
        said, shown = program(self).words, self.place.shown
        gates = [view for view in shown.steps if view.is_gate and view.playbook in self.playbooks]
        names = [
            f"{shown.numbers[view.playbook, view.step.id]} {said(view.step.title)}"
            for view in gates
        ]
        return Told(
            "", "", said(f.GIVE_UP_GATES, steps=said(s.LISTED).join(names)) if names else ""
        )

    def fields(self) -> list[Field]:
        """Which, why, and who agrees."""
        said, runs = program(self).words, self.incident.runs
        options = [Option(one, f"{said(runs[one].plan.name)}  ({one})") for one in self.playbooks]
        hint = said(d.HINT_BREAK_GLASS)
        several = [self.choice("playbook", options)] if len(options) > 1 else []
        return [
            *several,
            self.prose("reason", required=True),
            self.line("second"),
            self.line("break_glass", hint=hint),
        ]

    def changed(self) -> None:
        """Who must agree depends on what is open; a break-glass is said aloud."""
        playbook, views = self._chosen(self.values), self.place.shown.steps
        has_gates = any(view.is_gate and view.playbook == playbook for view in views)
        self.show_fields({"second": has_gates, "break_glass": has_gates})
        is_alone = has_gates and bool(self.field("break_glass").value.strip())
        self.echo(program(self).words(d.BREAK_GLASS_RED) if is_alone else "", "bold reverse")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The rest of it is not carried out."""
        second = values.get("second", "").strip()
        return [c.GiveUpPlaybook(self._chosen(values), values["reason"], second)]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """Break-glass, where that was said and nobody agreed."""
        return alone(values)

    def question(self, values: Values) -> Question | None:
        """It is confirmed."""
        return Question(program(self).words(f.CONFIRM_GIVE_UP, playbook=self._chosen(values)))

    def _chosen(self, values: Values) -> str:
        """The one that was chosen, or the only one; empty where there is none."""
        return values.get("playbook") or next(iter(self.playbooks), "")
