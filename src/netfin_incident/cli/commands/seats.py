"""Who holds which role: assign, hand over, take, release."""

from typing import Annotated

from netfin_incident.cli.asked import INCIDENT, REASON, ROLE
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import only_one, role_id
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Role
from netfin_incident.wording import command_parameters as words


def assign(
    call: Call,
    incident: INCIDENT,
    role: ROLE,
    person: Annotated[str, Arg("PERSON", words.PERSON)],
) -> None:
    """Give a vacant role to a person."""
    call.write(incident, c.AssignRole(role_id(role), person))


def release(call: Call, incident: INCIDENT, role: ROLE, *, reason: REASON = "") -> None:
    """Leave a role vacant."""
    call.write(incident, c.ReleaseRole(role_id(role), reason))


def handover(
    call: Call,
    incident: INCIDENT,
    role: ROLE,
    *,
    to: Annotated[str | None, Opt("--to", words.HANDOVER_TO, "PERSON")] = None,
    brief: Annotated[str, Opt("--brief", words.BRIEF, "TEXT", prose=True)] = "",
    accept: Annotated[bool, Opt("--accept", words.ACCEPT)] = False,
    decline: Annotated[str | None, Opt("--decline", words.DECLINE, "REASON", prose=True)] = None,
    withdraw: Annotated[str | None, Opt("--withdraw", words.WITHDRAW, "REASON", prose=True)] = None,
) -> None:
    """Offer a role to another person, or answer or withdraw the offer."""
    acts = {"--to": to, "--accept": accept or None, "--decline": decline, "--withdraw": withdraw}
    held = role_id(role)
    match only_one(acts, held):
        case "--to":
            asked: c.Command = c.OfferHandover(held, to or "", brief)
        case "--accept":
            asked = c.AcceptHandover(held)
        case _:
            asked = c.EndHandover(held, decline if decline is not None else withdraw or "")
    call.write(incident, asked)


def take_command(
    call: Call,
    incident: INCIDENT,
    *,
    reason: REASON = "",
    role: Annotated[str, Opt("--role", words.TAKE_ROLE, "ROLE")] = Role.COMMANDER.value,
) -> None:
    """Take a role from whoever holds it."""
    call.write(incident, c.TakeRole(reason, role_id(role)))
