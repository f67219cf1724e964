"""Acts about calling people: acknowledge, call the next level, say what came of a telephone call."""

from functools import partial
from typing import TYPE_CHECKING, Final

from netfin_incident.app.carrying_out import Handled
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import CallOutcome
from netfin_incident.errors import NetfinError, UsageError
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.command_queue import Request
from netfin_incident.tui.dialogs.calling import AcknowledgeForForm, EscalateForm
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import BY_ID
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_calling as w

if TYPE_CHECKING:
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.ladder_rows import LadderRow
    from netfin_incident.tui.screens.incident_room import IncidentRoom

OUTCOMES: Final = {
    "answered": CallOutcome.ANSWERED,
    "no_answer": CallOutcome.NO_ANSWER,
    "busy": CallOutcome.BUSY,
}
"""By the key that records it."""


def calling_refused(row: "LadderRow | None") -> NetfinError | None:
    """Why no outcome of a call can be said: no person is selected."""
    return None if row is not None and row.person else UsageError("call-to-nobody")


def record_call(place: "IncidentRoom", row: "LadderRow | None", outcome: CallOutcome) -> None:
    """Record what came of a call; whoever answered may have it acknowledged for them at once."""
    if row is None or not row.person:
        return
    here, person, incident_id = program(place), row.person, place.incident_id
    numbers = here.people.numbers(person)
    contact = row.contact or (numbers[0].contact if len(numbers) == 1 else "")
    act, desk = here.act(), here.desk
    asked = c.RecordCall(person, outcome, contact)

    def answered(came: "Handled | NetfinError") -> None:
        if isinstance(came, NetfinError):
            here.refuse(came)
            return
        here.saved(came)
        ladder = came.incident.escalation
        knows = ladder is not None and person in ladder.acknowledged
        if outcome is CallOutcome.ANSWERED and not knows and here.screen is place:
            place.open_form(AcknowledgeForForm(place, person))

    here.ask(Request(lambda: desk.handle(incident_id, act, asked), answered))


def calling_items(place: "IncidentRoom", row: "LadderRow | None") -> "list[Item]":
    """The menu of a line of the ladder."""
    make, here = Maker(place), program(place)
    items: list[Item] = []
    if row is not None and row.person:
        person = row.person
        items += [
            make.entry(name, partial(record_call, place, row, outcome), key=BY_ID[name].shown)
            for name, outcome in OUTCOMES.items()
        ]
        form = partial(AcknowledgeForForm, place, person)
        items.append(make.form("acknowledge_for", form, key=BY_ID["acknowledge_for"].shown))
    notice = place.shown.incident.notices.get(row.notice) if row is not None else None
    if notice is not None and notice.state in (NoticeState.DEAD, NoticeState.QUARANTINED):
        items.insert(0, make.direct("retry", c.RetryNotice(notice.key)))
    escalate = here.shell.why_not("escalate")
    return [
        *items,
        make.direct("acknowledge", c.Acknowledge(), BY_ID["acknowledge"].shown),
        make.form("escalate", partial(EscalateForm, place), key=BY_ID["escalate"].shown)._replace(
            refused=escalate
        ),
    ]


def open_calling(place: "IncidentRoom", row: "LadderRow | None", said: str) -> None:
    """Open the menu of a line of the ladder."""
    heading = said or program(place).words(w.CALLS)
    place.open_menu(Told(heading), calling_items(place, row))
