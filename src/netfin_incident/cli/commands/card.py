"""The handover card 交接卡: what whoever takes over must know, on one screen."""

from typing import Final

from netfin_incident.app.handover_card import handover_card
from netfin_incident.app.to_know import to_know
from netfin_incident.bootstrap import now
from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import wrapped
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.codec import format_time
from netfin_incident.store.journal import Entry
from netfin_incident.wording import handover_card as words
from netfin_incident.wording import to_know as said
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp

WIDTH: Final = 80
_HEAD_DIGITS: Final = 16


def card(call: Call, incident: INCIDENT) -> None:
    """Show the card."""
    incident_id, at = call.find(incident), now()
    with call.desk.store.reading():
        state, rows = call.desk.incident(incident_id), call.desk.rows(incident_id)
        head = call.desk.head()
    records = [Entry(row).recorded for row in rows]
    name_of = call.session.config.name_of
    rest = to_know(state, records, call.language, name_of)
    sections = handover_card(state, records, at, call.language, name_of)
    sections = (*sections, rest) if rest else sections
    if call.wants_json:
        call.output.json(
            {
                "incident": state.id, "mode": state.mode.value, "at": format_time(at),
                "seq": head.seq, "anchor": head.anchor,
                "sections": [
                    {"heading": one.heading, "lines": list(one.lines), "alarming": one.is_alarming}
                    for one in sections
                ],
            }
        )  # fmt: skip
        return
    mark = f"[{call.say(label(state.mode))}] " if state.mode is Mode.DRILL else ""
    call.output.data(f"{mark}{call.say(words.CARD)}")
    for one in sections:
        call.output.data(f"{'!' if one.is_alarming else ' '}{one.heading}:")
        for line in one.lines:
            for piece in wrapped(line, WIDTH, "   "):
                call.output.data(piece)
    foot = call.say(
        said.FOOT,
        at=stamp(at, call.zone_of(state)),
        seq=head.seq,
        anchor=head.anchor[:_HEAD_DIGITS],
    )
    call.output.data(foot)
