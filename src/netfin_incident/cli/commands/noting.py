"""Writing down what happened, what was found, and what was decided."""

from typing import Annotated

from netfin_incident.cli.asked import INCIDENT, TEXT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import chosen
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import NoteKind
from netfin_incident.wording import command_parameters as words


def note(
    call: Call,
    incident: INCIDENT,
    text: TEXT,
    *,
    kind: Annotated[str, Opt("--kind", words.NOTE_KIND, "KIND")] = NoteKind.NOTE.value,
) -> None:
    """Write a line on the timeline."""
    call.write(incident, c.Note(text, chosen(NoteKind, kind, "--kind")))


def finding(call: Call, incident: INCIDENT, text: TEXT) -> None:
    """Write down what was found."""
    call.write(incident, c.Note(text, NoteKind.FINDING))


def decide(
    call: Call,
    incident: INCIDENT,
    *,
    question: Annotated[str, Opt("--question", words.QUESTION, "TEXT", prose=True)],
    choice: Annotated[str, Opt("--choice", words.CHOICE, "TEXT", prose=True)],
    option: Annotated[tuple[str, ...], Opt("--option", words.OPTION, "TEXT")] = (),
    rationale: Annotated[str, Opt("--rationale", words.RATIONALE, "TEXT", prose=True)] = "",
    objection: Annotated[str, Opt("--objection", words.OBJECTION, "TEXT", prose=True)] = "",
) -> None:
    """Record a decision that no playbook asks for."""
    call.write(incident, c.RecordDecision(question, choice, option, rationale, objection))
