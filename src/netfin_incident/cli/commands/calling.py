"""Call the next level, say what came of a telephone call, and see the ladder."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from netfin_incident.app import escalating
from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.climbs import climbs
from netfin_incident.app.dialling import numbers
from netfin_incident.app.responses import responses
from netfin_incident.cli.asked import INCIDENT, REASON
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import chosen, not_among, number
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.ladder_json import dial_in_json, ladder_in_json
from netfin_incident.cli.ladder_page import Ladder, LadderPage
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.roster_page import rosters_of
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.roster import Person, Roster
from netfin_incident.domain.vocabulary import CallOutcome
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.library.choices import choices
from netfin_incident.store.journal import Entry
from netfin_incident.wording import calling_answers as said
from netfin_incident.wording.explain import explain


def escalate(
    call: Call,
    incident: INCIDENT,
    *,
    reason: REASON = "",
    seen: Annotated[str | None, Opt("--seen", said.SEEN, "N")] = None,
) -> None:
    """Call the next level now."""
    looked = None if seen is None else number(seen, "--seen", 0)
    incident_id = call.find(incident)
    act, callers = call.act(incident_id), call.session.late_callers.now
    handled = escalating.escalate(call.desk, callers, incident_id, act, looked, reason)
    call.wrote(handled)
    _tell_numbers(call, handled)


def ladder(call: Call, incident: INCIDENT) -> None:
    """Show who was called when, what reached them, who has it, and what comes next."""
    shown = _ladder(call, incident)
    if call.wants_json:
        call.output.json(ladder_in_json(shown, os.environ))
        return
    for line in LadderPage(call, shown, os.environ).lines():
        call.output.data(line)


def record_call(
    call: Call,
    incident: INCIDENT,
    person: Annotated[str | None, Arg("PERSON", said.CALLED_PERSON)] = None,
    outcome: Annotated[str | None, Arg("OUTCOME", said.OUTCOME)] = None,
    *,
    contact: Annotated[str | None, Opt("--contact", said.DIALLED, "CONTACT")] = None,
) -> None:
    """Say what came of telephoning somebody; without a person, who can be telephoned."""
    if person is None:
        _show_numbers(call, incident)
        return
    if outcome is None:
        raise UsageError("outcome-missing", person=person)
    came, roster = _outcome(outcome), _roster(call)
    dialled = _contact(roster, person.strip(), contact)
    _doubt(call, roster, call.write(incident, c.RecordCall(person, came, dialled)))


def _outcome(given: str) -> CallOutcome:
    try:
        return chosen(CallOutcome, given, "OUTCOME")
    except UsageError:
        typed = (one.value.replace("_", "-") for one in CallOutcome)
        raise not_among(given, "OUTCOME", typed) from None


def _doubt(call: Call, roster: Roster | None, handled: Handled) -> None:
    """Say that a name is not known; anybody may be telephoned, so it is written all the same."""
    incident, people = handled.incident, roster.people if roster else ()
    given = next(
        (one.event.person for one in handled.recorded if isinstance(one.event, e.CallMade)), ""
    )
    if not given or any(one.id == given for one in people):
        return
    own = {*_called(call, incident.id), *incident.holders.values(), *incident.acknowledged}
    if given in own:
        return
    call.tell(said.NOT_KNOWN, person=given)
    near = _near(given, {**{one: one for one in own}, **_by_name(people)})
    if near:
        call.tell(said.DID_YOU_MEAN, people=call.say(said.LIST).join(near))
    call.tell(said.TO_CORRECT, id=incident.id, entry=handled.entry)


def _called(call: Call, incident_id: str) -> Iterator[str]:
    """Everybody who was called for the incident so far."""
    for row in call.desk.rows(incident_id):
        event = Entry(row).recorded.event
        if isinstance(event, e.Escalated | e.FallbackCalled):
            yield from (one.to for one in event.called)


def _by_name(people: Iterable[Person]) -> dict[str, str]:
    """Ids by what somebody may type for the person."""
    return {typed.casefold(): one.id for one in people for typed in (one.id, one.name)}


def _near(given: str, known: Mapping[str, str]) -> list[str]:
    """The ids that may have been meant, the most likely first."""
    from difflib import get_close_matches

    found = get_close_matches(given.casefold(), known)
    return list(dict.fromkeys(known[one] for one in found))


def _contact(roster: Roster | None, person: str, given: str | None) -> str:
    """The contact that was dialled: the one given, or the only one there is."""
    found = roster.person(person) if roster else None
    if found is None:
        return given or ""
    if given is None:
        own = numbers(found, os.environ)
        return own[0].contact if len(own) == 1 else ""
    known = tuple(one.id for one in found.contacts)
    if given not in known:
        listed = choices(given, known)
        raise DefinitionError("contact-unknown", person=person, given=given, choices=listed)
    return given


def _show_numbers(call: Call, incident: str) -> None:
    shown = _ladder(call, incident)
    if call.wants_json:
        people = dial_in_json(shown, os.environ)
        call.output.json({"incident": shown.incident.id, "people": people})
        return
    rows = list(LadderPage(call, shown, os.environ).numbers())
    if not rows:
        call.tell(said.NOBODY_TO_DIAL, id=shown.incident.id)
    for line in aligned(rows):
        call.output.data(line)


def _tell_numbers(call: Call, handled: Handled) -> None:
    """Say which numbers somebody has to dial because the program reaches nobody by them."""
    called = (one.event.called for one in handled.recorded if isinstance(
        one.event, e.Escalated | e.FallbackCalled)
    )  # fmt: skip
    unreached = [one.to for each in called for one in each if not one.is_sent_to]
    roster = _roster(call) if unreached else None
    for person in unreached:
        found = roster.person(person) if roster else None
        own = numbers(found, os.environ) if found else ()
        shown = call.say(said.LIST).join(one.number or one.kept for one in own) or call.say(
            said.NO_NUMBER
        )
        name = found.name if found else person
        call.tell(said.TO_DIAL, person=name, numbers=shown)


def _ladder(call: Call, incident: str) -> Ladder:
    incident_id = call.find(incident)
    with call.desk.store.reading():
        state, rows = call.desk.incident(incident_id), call.desk.rows(incident_id)
    records = [Entry(row).recorded for row in rows]
    return Ladder(state, climbs(state, records), responses(state, records), _roster(call))


def _roster(call: Call) -> Roster | None:
    """The roster that counts now; that it cannot be read is said, and keeps nobody from calling."""
    try:
        return rosters_of(call).counting(call.act().at).roster
    except DefinitionError as error:
        if error.slug != "roster-absent":
            call.tell(said.NO_ROSTER, why=explain(error, call.language).what)
        return None
