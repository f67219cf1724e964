"""Looking: the list of incidents, and one of them as it stands."""

from typing import Annotated

from netfin_incident.app.views import Listed, listed
from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.vocabulary import Mode, Origin
from netfin_incident.errors import UsageError
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.screens import NOT_ACKNOWLEDGED


def list_incidents(
    call: Call,
    *,
    everything: Annotated[bool, Opt("--all", words.ALL)] = False,
    drill: Annotated[bool, Opt("--drill", words.DRILLS)] = False,
    both: Annotated[bool, Opt("--both", words.BOTH)] = False,
) -> None:
    """List real incidents that are open; with options, others."""
    if drill and both:
        raise UsageError("acts-several", options=("--drill", "--both"))
    modes = tuple(Mode) if both else (Mode.DRILL if drill else Mode.LIVE,)
    found = call.desk.incidents(*modes, ended=everything)
    if found.folded_in_memory:
        call.tell(said.FROM_MEMORY)
    if call.wants_json:
        rows = [row._asdict() for row in found.rows]
        call.output.json({"incidents": rows, "folded_in_memory": found.folded_in_memory})
        return
    if not found.rows:
        call.tell(said.NO_INCIDENTS)
        return
    heads = (
        said.HEAD_ID, said.HEAD_SEVERITY, said.HEAD_STATUS, said.HEAD_COMMANDER, said.HEAD_DECLARED,
        said.HEAD_NEXT, said.HEAD_TITLE,
    )  # fmt: skip
    table = [[call.say(head) for head in heads], *(_row(call, listed(row)) for row in found.rows)]
    for line in aligned(table):
        call.output.data(line)


def _row(call: Call, one: Listed) -> list[str]:
    zone = call.zone_of(one)
    marks = [call.say(label(one.mode))] if one.mode is Mode.DRILL else []
    marks += [call.say(NOT_ACKNOWLEDGED)] if one.is_unanswered else []
    marks += [call.say(label(one.origin))] if one.origin is not Origin.NATIVE else []
    due = f"{stamp(one.due_at, zone)} {call.name(one.due_what)}" if one.due_at else "–"
    return [
        one.id, call.say(label(one.severity)), call.say(label(one.status)),
        call.session.config.name_of(one.commander) or "–", stamp(one.declared_at, zone), due,
        " ".join([*(f"[{mark}]" for mark in marks), one.title]),
    ]  # fmt: skip


def show(call: Call, incident: INCIDENT) -> None:
    """Show an incident as it stands."""
    from netfin_incident.cli.showing import Shown, as_json

    state = call.desk.incident(call.find(incident))
    if call.wants_json:
        call.output.json(as_json(state))
        return
    for line in Shown(call, state).lines():
        call.output.data(line)
