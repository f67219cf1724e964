"""Changing a roster from day to day, and adopting the next version of it."""

from datetime import datetime
from typing import Annotated

from netfin_incident.app.roster_checks import idle_overrides
from netfin_incident.app.rotas import Changed
from netfin_incident.bootstrap import now
from netfin_incident.cli.asked import NOTE, REASON
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import needed, only_one
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.rota import commands as c
from netfin_incident.domain.rota import events as e
from netfin_incident.errors import UsageError
from netfin_incident.library.source import read_source
from netfin_incident.store.codec import format_time
from netfin_incident.wording import command_answers as answers
from netfin_incident.wording import roster_answers as said
from netfin_incident.wording.explain import explain
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.sentences import authority
from netfin_incident.wording.sentences.definitions import definition_sentence
from netfin_incident.wording.sentences.rota import rota_sentence

_TIME = '"2026-12-01 09:00"'


def override(
    call: Call,
    rotation: Annotated[str, Arg("ROTATION", said.ROTATION)],
    person: Annotated[str | None, Arg("PERSON", said.STAND_IN)] = None,
    *,
    start: Annotated[str | None, Opt("--from", said.FROM, "TIME")] = None,
    end: Annotated[str | None, Opt("--to", said.UNTIL, "TIME")] = None,
    instead_of: Annotated[str, Opt("--instead-of", said.INSTEAD_OF, "PERSON")] = "",
    cancel: Annotated[str | None, Opt("--cancel", said.CANCEL, "O1")] = None,
    reason: REASON = "",
) -> None:
    """Let a person stand in for a time, or withdraw that."""
    only_one({"PERSON": person, "--cancel": cancel}, rotation)
    if person is None:
        asked = c.CancelOverride(_id(cancel), reason)
        act = call.act()
        call.created_desk()
        _answer(call, rotation, call.session.rotas.handle(rotation, act, asked), asked.id)
        return
    zone = _zone(call, rotation)
    begins = call.start(needed(start, "--from", _TIME), zone, next_one=True).at
    ends = call.start(needed(end, "--to", _TIME), zone, next_one=True).at
    act = call.act()
    call.created_desk()
    changed = call.session.rotas.override(
        rotation, act, person.strip(), (begins, ends), reason, instead_of.strip()
    )
    _answer(call, rotation, changed)
    _tell_where_idle(call, changed)


def swap(
    call: Call,
    rotation: Annotated[str, Arg("ROTATION", said.ROTATION)],
    *,
    offer: Annotated[str | None, Opt("--offer", said.OFFER, "TIME")] = None,
    to: Annotated[str | None, Opt("--to", said.TO, "PERSON")] = None,
    takes: Annotated[str | None, Opt("--for", said.TAKES, "TIME")] = None,
    accept: Annotated[str | None, Opt("--accept", said.ACCEPT, "S1")] = None,
    decline: Annotated[str | None, Opt("--decline", said.DECLINE, "S1")] = None,
    withdraw: Annotated[str | None, Opt("--withdraw", said.WITHDRAW, "S1")] = None,
    note: NOTE = "",
) -> None:
    """Offer a shift of yours to another person, or answer such an offer."""
    acts = {"--offer": offer, "--accept": accept, "--decline": decline, "--withdraw": withdraw}
    asked = only_one(acts, rotation)
    if offer is not None:
        _offer(call, rotation, offer, needed(to, "--to", "li-na"), takes, note)
        return
    for option, given in (("--to", to), ("--for", takes)):
        if given is not None:
            raise UsageError("option-needs-other", option=option, other="--offer")
    act = call.act()
    call.created_desk()
    rotas, swap_id = call.session.rotas, _id(acts[asked])
    if accept is not None:
        changed = rotas.accept(rotation, act, swap_id)
    elif decline is not None:
        changed = rotas.handle(rotation, act, c.DeclineSwap(swap_id, note))
    else:
        changed = rotas.handle(rotation, act, c.WithdrawSwap(swap_id, note))
    _answer(call, rotation, changed, swap_id)


def adopt(
    call: Call,
    *,
    start: Annotated[str | None, Opt("--from", said.ADOPT_FROM, "TIME")] = None,
    note: NOTE = "",
) -> None:
    """Let the file as it is be the roster that counts."""
    source = read_source(call.session.config.roster.value)
    begins = None if start is None else call.start(start, next_one=True).at
    act = call.act()
    call.created_desk()
    settled = call.session.adopted_rosters.adopt(source, act, begins, note)
    version = settled.definition.newest
    zone = call.session.zone
    for one in settled.recorded:
        words = definition_sentence(one.event, one.act, call.language, zone)
        call.output.tell(f"#{one.version} {stamp(one.act.happened, zone)} {words}")
    if not settled.recorded:
        call.tell(answers.NOTHING_TO_RECORD, id=settled.definition.id)
    if call.wants_json:
        call.output.json(
            {
                "version": version.revision, "sha256": version.sha256,
                "effective_from": format_time(version.effective_from),
                "entries": [_entry(one.seq, one.version, one.event.KIND) for one in settled.recorded],
            }
        )  # fmt: skip
    else:
        call.output.data(f"r{version.revision} {version.sha256[:12]}")
    call.remember()


def _offer(
    call: Call, rotation: str, offer: str, to: str, takes: str | None, note: str
) -> None:  # fmt: skip
    zone = _zone(call, rotation)
    gives_at = call.start(offer, zone, next_one=True).at
    takes_at = None if takes is None else call.start(takes, zone, next_one=True).at
    act = call.act()
    call.created_desk()
    changed = call.session.rotas.offer(rotation, act, to.strip(), gives_at, takes_at, note)
    _answer(call, rotation, changed)


def _zone(call: Call, rotation: str) -> str:
    """The zone in which times for a rotation are read."""
    found = call.session.rosters.counting(now()).roster.rotation(rotation)
    return call.zone_or(found.zone if found else call.session.zone)


def _id(given: str | None) -> str:
    return (given or "").strip().upper()


def _answer(call: Call, rotation: str, changed: Changed, concerns: str = "") -> None:
    """Say what was written, then which override or swap it concerns."""
    zone = _zone(call, rotation)
    for one in changed.recorded:
        when = stamp(one.act.happened, zone)
        call.output.tell(f"{rotation} #{one.version} {when} {_told(call, one, zone)}")
        concerns = one.event.id
    if not changed.recorded:
        call.tell(answers.NOTHING_TO_RECORD, id=concerns or rotation)
    if call.wants_json:
        entries = [_entry(one.seq, one.version, one.event.KIND) for one in changed.recorded]
        call.output.json({"rotation": rotation, "id": concerns or None, "entries": entries})
    elif concerns:
        call.output.data(concerns)
    call.remember()


def _told(call: Call, one: Recorded[e.Event], zone: str) -> str:
    words = rota_sentence(one.event, one.act, call.language, zone)
    told_for = authority(one.act, call.language)
    return f"[{told_for}] {words}" if told_for else words


def _tell_where_idle(call: Call, changed: Changed) -> None:
    """Say it where the person who is replaced is not on call in that time."""
    rosters = call.session.rosters
    for one in changed.recorded:
        if isinstance(one.event, e.OverrideSet):
            span: tuple[datetime, datetime] = (one.event.start, one.event.end)
            roster = rosters.counting(span[0]).roster
            for error in idle_overrides(roster, *span, rosters.changes()):
                named = error.values["override"], error.values["rotation"]
                if named == (one.event.id, one.event.rotation):
                    call.output.tell(explain(error, call.language).line)


def _entry(seq: int, entry: int, kind: str) -> dict[str, object]:
    return {"seq": seq, "entry": entry, "kind": kind}
