"""The answer to a command that writes: what it concerns on standard output, what was written beside.

The answer is the id of what was made or changed (`INC-2026-0042`, `T1`), or the entry's number.
"""

from typing import TYPE_CHECKING

from netfin_incident.app.carrying_out import Handled
from netfin_incident.domain.incident import events
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.codec import format_time
from netfin_incident.wording import command_answers as said
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.sentences import sentence

if TYPE_CHECKING:
    from netfin_incident.cli.call import Call


def answer(call: "Call", handled: Handled, concerns: str = "") -> None:
    """Answer with what `handled` concerns, and say each entry that was written."""
    incident = handled.incident
    if handled.recorded and not concerns:
        concerns = _concerns(handled.recorded[0])
    for recorded in handled.recorded:
        call.output.tell(_line(call, incident, recorded))
        _tell_what_follows(call, incident, recorded)
    if handled.masked:
        from netfin_incident.wording.customer_data import MASKED, masked_said

        call.tell(MASKED, what=masked_said(handled.masked, call.language))
    if call.wants_json:
        call.output.json(_in_json(handled, concerns))
    elif concerns:
        call.output.data(concerns)
    else:
        call.tell(said.NOTHING_TO_RECORD, id=incident.id)


def _line(call: "Call", incident: Incident, recorded: Recorded[events.Event]) -> str:
    act = recorded.act
    mark = f"[{call.say(label(incident.mode))}] " if incident.mode is Mode.DRILL else ""
    when = stamp(act.happened, call.zone_of(incident))
    words = sentence(recorded.event, act, call.language, incident)
    return f"{mark}{incident.id} #{recorded.version} {when} {words}"


def _tell_what_follows(call: "Call", incident: Incident, recorded: Recorded[events.Event]) -> None:
    owed = incident.owed.get(recorded.version)
    if owed is None:
        return
    if owed.break_glass:
        call.tell(said.REVIEW_OWED, id=incident.id, entry=owed.entry)
    else:
        call.tell(said.TO_BE_CONFIRMED, id=incident.id, entry=owed.entry, person=owed.person)


def _concerns(recorded: Recorded[events.Event]) -> str:
    return str(getattr(recorded.event, "id", "") or recorded.version)


def _in_json(handled: Handled, concerns: str) -> dict[str, object]:
    incident = handled.incident
    return {
        "incident": incident.id,
        "mode": incident.mode.value,
        "status": incident.status.value,
        "severity": int(incident.severity),
        "id": concerns or None,
        "masked": {kind.value: count for kind, count in handled.masked.items()},
        "entries": [
            {
                "seq": recorded.seq,
                "entry": recorded.version,
                "kind": recorded.event.KIND,
                "occurred_at": format_time(recorded.act.happened),
                "recorded_at": format_time(recorded.act.at),
                "by": recorded.act.by,
            }
            for recorded in handled.recorded
        ],
    }
