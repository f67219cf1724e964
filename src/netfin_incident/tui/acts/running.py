"""Running the command of a step beside everything else: no key and no note waits for it."""

import asyncio
from typing import TYPE_CHECKING

from netfin_incident.app.command_flow import Prepared, carry_out
from netfin_incident.domain.incident import commands as c
from netfin_incident.errors import NetfinError, StoreBusy
from netfin_incident.tui.acts.probes import Refusal, probe
from netfin_incident.tui.command_queue import Request
from netfin_incident.tui.dialogs.running import RunForm
from netfin_incident.tui.here import program
from netfin_incident.wording import command_run
from netfin_incident.wording import screen_step_dialogs as f

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.domain.incident.board import StepView
    from netfin_incident.domain.incident.commands import RecordCommand
    from netfin_incident.tui.acts.items import Maker
    from netfin_incident.tui.outline import StepRow
    from netfin_incident.tui.program import NetfinApp
    from netfin_incident.tui.screens.incident_room import IncidentRoom


def run_refused(make: "Maker", view: "StepView") -> Refusal:
    """Why the command cannot run now, whoever agrees to it: it runs where the step can begin."""
    return probe(make.incident, make.act, c.StartStep(view.step.id, view.playbook))


def open_run(place: "IncidentRoom", row: "StepRow") -> None:
    """Show the command of a step, and run it once somebody agreed."""
    form = RunForm(place, row)

    def agreed(handled: "Handled | None") -> None:
        if handled is not None and form.prepared is not None:
            here = program(place)
            here.shell.say(here.words(f.RUNNING, step=form.number))
            here.beside(_run(here, form.prepared))

    place.app.push_screen(form, agreed)


async def _run(here: "NetfinApp", prepared: Prepared) -> None:
    """Run it in a thread, then record it."""
    try:
        ran = await asyncio.to_thread(carry_out, prepared, here.session.database)
    except NetfinError as error:
        here.refuse(error)
        return
    _record(here, prepared.incident, ran)


def _record(here: "NetfinApp", incident_id: str, ran: "RecordCommand") -> None:
    """Record it; again where the database is held by somebody else: it did run."""
    act, desk = here.act(), here.desk

    def answered(outcome: "Handled | NetfinError") -> None:
        if isinstance(outcome, StoreBusy):
            _record(here, incident_id, ran)
        elif isinstance(outcome, NetfinError):
            here.refuse(outcome)
        else:
            here.saved(outcome)
            if not ran.expected:
                here.shell.say(here.words(command_run.UNEXPECTED), "alarm")

    here.ask(Request(lambda: desk.handle(incident_id, act, ran), answered))
