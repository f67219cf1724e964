"""Escalation: the ladder as it was climbed, what arrived, who answered, and what was not watched."""

from netfin_incident.app.climbs import Climb, Reached, Rung, RungState
from netfin_incident.app.responses import Acknowledgement, Lapse, Telephoned, Telling
from netfin_incident.domain.escalation import Notice
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CalledBecause
from netfin_incident.domain.watch.state import Gap
from netfin_incident.reports.said import Row, Said, Speaker
from netfin_incident.wording import report_calling as words
from netfin_incident.wording.calling_labels import because_label, notice_label, reason_label


def escalation(speaker: Speaker) -> Row:
    """All of it; empty lists where nothing of a kind happened."""
    calling, found = speaker.facts.calling, speaker.facts.calling.responses
    answers: list[Said] = [_answer(speaker, one) for one in found.acknowledgements]
    return {
        "climbs": [_climb(speaker, one) for one in calling.climbs],
        "acknowledged": answers if calling.climbs else [],
        "expired": [_lapse(speaker, one) for one in found.lapses],
        "told": [_told(speaker, one) for one in found.told],
        "calls": [_call(speaker, one) for one in found.telephoned],
        "gaps": [_gap(speaker, one) for one in calling.gaps],
    }


def _lapse(speaker: Speaker, one: Lapse) -> Row:
    return {
        "at": speaker.at(one.at),
        "people": speaker.listed(map(speaker.person, one.people)),
        "entry": one.entry,
    }


def _told(speaker: Speaker, one: Telling) -> Row:
    people = speaker.listed(speaker.person(who.to) for who in one.called)
    ways = speaker.joined(_notice(speaker, notice) for notice in one.notices)
    return {
        "at": speaker.at(one.at),
        "what": speaker.label(one.purpose),
        "about": one.about,
        "due": speaker.at(one.due_at),
        "whom": ways or people or speaker.text(words.NOBODY),
        "entry": one.entry,
    }


def _call(speaker: Speaker, one: Telephoned) -> Row:
    return {
        "at": speaker.happened(one.entry),
        "by": speaker.person(one.by),
        "person": speaker.person(one.person),
        "contact": one.contact,
        "outcome": speaker.label(one.outcome),
        "entry": one.entry,
        "marks": speaker.marks(one.entry),
    }


def _gap(speaker: Speaker, one: Gap) -> Row:
    return {
        "from": speaker.at(one.start),
        "to": speaker.at(one.end),
        "span": speaker.span(whole_seconds(one.start, one.end)),
    }


def _climb(speaker: Speaker, climb: Climb) -> Row:
    used_up = next((one for one in climb.rungs if not one.level), None)
    return {
        "number": climb.generation,
        "name": speaker.text(climb.policy.name),
        "policy": climb.policy.id,
        "at": speaker.at(climb.started_at),
        "knowing": speaker.listed(map(speaker.person, climb.knowing)),
        "rungs": [_rung(speaker, one) for one in climb.rungs],
        "used_up": speaker.at(used_up.at) if used_up else "",
    }


def _rung(speaker: Speaker, rung: Rung) -> Row:
    level = speaker.text(words.FALLBACK).format(time=rung.round)
    if rung.level:
        level = speaker.text(words.LEVEL).format(
            round=rung.round, level=rung.level, id=rung.level_id
        )
    why = speaker.text(because_label(rung.because, begins=rung.begins)) if rung.because else ""
    if rung.state is RungState.PASSED:
        why = speaker.text(words.PASSED_OVER).format(why=why)
    elif rung.because is CalledBecause.BY_HAND:
        why = speaker.text(words.BY_HAND).format(why=why, person=speaker.person(rung.by))
    late = rung.late_seconds
    ways = [way for one in rung.people for way in _ways(speaker, one)]
    nobody = "" if rung.state is RungState.PASSED else speaker.text(words.NOBODY)
    return {
        "level": level,
        "due": speaker.at(rung.due_at),
        "called": speaker.at(rung.at),
        "late": speaker.text(words.LATE_BY).format(span=speaker.span(late)) if late else "",
        "why": speaker.joined((why, rung.reason)),
        "whom": speaker.joined(ways) or nobody,
        "entry": rung.entry,
    }


def _ways(speaker: Speaker, one: Reached) -> list[str]:
    if one.notices:
        return [_notice(speaker, notice) for notice in one.notices]
    how = speaker.text(words.DIAL_ONLY if one.dial else words.NO_WAY)
    return [speaker.text(words.NOT_SENT).format(to=speaker.person(one.to), how=how)]


def _notice(speaker: Speaker, notice: Notice) -> str:
    state = speaker.text(notice_label(notice))
    if notice.settled_at is not None and not notice.is_open:
        state = f"{state} {speaker.at(notice.settled_at)}"
    if notice.attempts > 1:
        state = speaker.text(words.TRIES).format(state=state, count=notice.attempts)
    if notice.reason:
        meaning = reason_label(notice.reason)
        why = speaker.text(meaning) if isinstance(meaning, Text) else meaning
        state = speaker.text(words.BECAUSE).format(state=state, why=why)
    if not notice.contact:
        return speaker.text(words.NOTICE_TO_CHANNEL).format(to=notice.to, state=state)
    to = speaker.person(notice.to)
    return speaker.text(words.NOTICE).format(to=to, contact=notice.contact, state=state)


def _answer(speaker: Speaker, one: Acknowledgement) -> Row:
    how = speaker.text(words.NO_GENERATION)
    if one.generation:
        how = speaker.text(words.IN_GENERATION).format(number=one.generation)
    code = words.BY_CODE if one.by_code else words.WITHOUT_CODE
    by_code = speaker.text(code) if one.by_code or one.is_for_another else ""
    return {
        "at": speaker.happened(one.entry),
        "person": speaker.person(one.person),
        "how": speaker.joined((how, by_code)),
        "entry": one.entry,
        "marks": speaker.marks(one.entry),
    }
