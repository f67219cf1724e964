"""Carrying out a playbook."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import only_one
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.errors import UsageError
from netfin_incident.wording import command_parameters as words


def attach(
    call: Call,
    incident: INCIDENT,
    playbook: Annotated[str, Arg("PLAYBOOK", words.PLAYBOOK)],
    *,
    give_up: Annotated[str | None, Opt("--give-up", words.GIVE_UP, "REASON", prose=True)] = None,
    second: Annotated[str, Opt("--second", words.SECOND_GIVE_UP, "PERSON")] = "",
) -> None:
    """Pin the plan of a playbook to the incident, or carry out no more of it."""
    if give_up is None:
        call.write(incident, call.session.attaching(playbook))
    else:
        call.write(incident, c.GiveUpPlaybook(playbook, give_up, second))


def step(
    call: Call,
    incident: INCIDENT,
    step_id: Annotated[str, Arg("STEP", words.STEP)],
    *,
    option: Annotated[str | None, Opt("--option", words.STEP_OPTION, "OPTION")] = None,
    answer: Annotated[tuple[str, ...], Opt("--answer", words.ANSWER, "NAME=VALUE")] = (),
    note: Annotated[str, Opt("--note", words.STEP_NOTE, "TEXT", prose=True)] = "",
    text: Annotated[str, Opt("--text", words.STEP_TEXT, "TEXT", prose=True)] = "",
    channel: Annotated[str, Opt("--channel", words.CHANNEL, "CHANNEL")] = "",
    receipt: Annotated[str, Opt("--receipt", words.RECEIPT, "TEXT")] = "",
    objection: Annotated[str, Opt("--objection", words.OBJECTION, "TEXT", prose=True)] = "",
    start: Annotated[bool, Opt("--start", words.START)] = False,
    skip: Annotated[str | None, Opt("--skip", words.SKIP, "REASON", prose=True)] = None,
    second: Annotated[str, Opt("--second", words.SECOND, "PERSON")] = "",
    fail: Annotated[str | None, Opt("--fail", words.STEP_FAIL, "REASON", prose=True)] = None,
    reopen: Annotated[str | None, Opt("--reopen", words.STEP_REOPEN, "REASON", prose=True)] = None,
    playbook: Annotated[str, Opt("--playbook", words.STEP_PLAYBOOK, "ID")] = "",
) -> None:
    """Do a step, or start, skip, fail or reopen it."""
    acts = {
        "--option": option, "--start": start or None, "--skip": skip, "--fail": fail,
        "--reopen": reopen,
    }  # fmt: skip
    match only_one(acts, step_id, optional=True):
        case "--start":
            call.write(incident, c.StartStep(step_id, playbook))
        case "--skip":
            call.write(incident, c.SkipStep(step_id, skip or "", playbook, second))
        case "--fail":
            call.write(incident, c.FailStep(step_id, fail or "", playbook, second))
        case "--reopen":
            call.write(incident, c.ReopenStep(step_id, reopen or "", playbook))
        case _:
            asked = c.CompleteStep(step_id, playbook, note, option or "", objection)
            said = replace(
                asked, answers=tuple(_pairs(answer)), text=text, channel=channel, receipt=receipt
            )
            _complete(call, incident, said)


def answer(
    call: Call,
    incident: INCIDENT,
    name: Annotated[str, Arg("NAME", words.ANSWER_NAME)],
    value: Annotated[str, Arg("VALUE", words.ANSWER_VALUE)],
    *,
    playbook: Annotated[str, Opt("--playbook", words.STEP_PLAYBOOK, "ID")] = "",
) -> None:
    """Say what a fact is that the playbooks ask for."""
    call.write(incident, c.SetVariable(name, value, playbook))


def _complete(call: Call, incident: str, asked: c.CompleteStep) -> None:
    from netfin_incident.app.steps import completion

    found = call.desk.incident(call.find(incident))
    call.write(incident, completion(found, asked, call.name, call.session.attaching))


def _pairs(given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise UsageError("answer-without-value", given=one)
        yield name.strip(), value
