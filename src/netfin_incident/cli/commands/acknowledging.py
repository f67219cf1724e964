"""Say that you have it, or that somebody has it who reads you the code of their page."""

from dataclasses import replace
from typing import Annotated

from netfin_incident.app.codes import Codes, read_code
from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Basis
from netfin_incident.errors import CommandRefused
from netfin_incident.wording import calling_answers as said


def ack(
    call: Call,
    incident: INCIDENT,
    *,
    code: Annotated[str | None, Opt("--code", said.CODE, "CODE")] = None,
) -> None:
    """Acknowledge."""
    if code is None:
        call.write(incident, c.Acknowledge())
        return
    incident_id, given = call.find(incident), read_code(code)
    act = call.act(incident_id)
    state = call.desk.incident(incident_id)
    person = Codes.of(call.desk.store).person(state, given)
    if not person:
        raise CommandRefused("code-of-nobody", id=incident_id, code=given)
    if act.on_behalf_of not in ("", person):
        raise CommandRefused(
            "code-of-another", id=incident_id, code=given, person=act.on_behalf_of
        )  # fmt: skip
    if act.by != person:
        act = replace(act, on_behalf_of=person, basis=act.basis or Basis.PHONE)
    call.wrote(call.desk.handle(incident_id, act, c.Acknowledge(by_code=True)))
