"""Carrying out a playbook."""

from typing import Annotated

from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import only_one
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.wording import command_parameters as words


def attach(
    call: Call,
    incident: INCIDENT,
    playbook: Annotated[str, Arg("PLAYBOOK", words.PLAYBOOK)],
) -> None:
    """Pin the plan of a playbook to the incident."""
    call.write(incident, c.AttachPlaybook(call.session.shelf.get(playbook)))


def step(
    call: Call,
    incident: INCIDENT,
    step_id: Annotated[str, Arg("STEP", words.STEP)],
    *,
    option: Annotated[str | None, Opt("--option", words.STEP_OPTION, "OPTION")] = None,
    note: Annotated[str, Opt("--note", words.STEP_NOTE, "TEXT", prose=True)] = "",
    objection: Annotated[str, Opt("--objection", words.OBJECTION, "TEXT", prose=True)] = "",
    start: Annotated[bool, Opt("--start", words.START)] = False,
    skip: Annotated[str | None, Opt("--skip", words.SKIP, "REASON", prose=True)] = None,
    second: Annotated[str, Opt("--second", words.SECOND, "PERSON")] = "",
    reopen: Annotated[str | None, Opt("--reopen", words.STEP_REOPEN, "REASON", prose=True)] = None,
    playbook: Annotated[str, Opt("--playbook", words.STEP_PLAYBOOK, "ID")] = "",
) -> None:
    """Do a step, or start, skip or reopen it."""
    acts = {"--option": option, "--start": start or None, "--skip": skip, "--reopen": reopen}
    match only_one(acts, step_id, optional=True):
        case "--start":
            asked: c.Command = c.StartStep(step_id, playbook)
        case "--skip":
            asked = c.SkipStep(step_id, skip or "", playbook, second)
        case "--reopen":
            asked = c.ReopenStep(step_id, reopen or "", playbook)
        case _:
            asked = c.CompleteStep(step_id, playbook, note, option or "", objection)
    call.write(incident, asked)
