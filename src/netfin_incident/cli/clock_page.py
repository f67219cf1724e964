"""Clocks as the command line shows them: what they say, and what a trial of one came to."""

from collections.abc import Iterator
from datetime import date, datetime

from netfin_incident.app.firm_clocks import FirmClock
from netfin_incident.cli.call import Call
from netfin_incident.domain.clocks import Clock, Ground, Report, Roll, Standing, Within
from netfin_incident.domain.text import Text
from netfin_incident.store.codec import format_time
from netfin_incident.wording import clock_answers as said
from netfin_incident.wording.clock_labels import clock_label
from netfin_incident.wording.clock_words import (
    ground_said,
    limit_said,
    start_said,
    trigger_said,
    within_said,
)
from netfin_incident.wording.moments import exact_span, stamp


def limits_said(call: Call, clock: Clock) -> str:
    """All limits of a clock in a row."""
    return "; ".join(
        limit_said(limit, call.language) for one in clock.reports for limit in one.limits
    )


def clock_rows(call: Call, clock: Clock) -> Iterator[tuple[str, str]]:
    """What a clock says, as lines of a head and a value; its reports left out."""
    text, proof = clock.instrument, clock.verification
    yield call.say(said.AUTHORITY), call.name(clock.authority)
    yield call.say(said.INSTRUMENT), " ".join(filter(None, (text.title, text.article, text.url)))
    if text.effective_from or text.effective_to:
        span = {"begins": _day(call, text.effective_from), "ends": _day(call, text.effective_to)}
        yield call.say(said.IN_FORCE), call.say(said.IN_FORCE_SPAN, **span)
    if proof is not None:
        level = call.say(clock_label(proof.level))
        days = {"day": proof.checked_on or "–", "review": proof.review_by or "–"}
        yield call.say(said.VERIFIED), call.say(said.CHECKED_ON, level=level, **days)
        if proof.quote:
            yield call.say(said.QUOTE), proof.quote
    for head, words in (
        (said.REGIMES, ", ".join(clock.regimes)),
        (said.TRIGGER, "; ".join(trigger_said(clock.trigger, call.language))),
        (said.ZONE, clock.zone),
        (said.CALENDAR_OWN, clock.calendar),
        (said.REPLACES, clock.replaces),
        (said.NOTE, call.name(clock.note) if clock.note else ""),
        (said.LATE, call.name(clock.late) if clock.late else ""),
    ):
        if words:
            yield call.say(head), words


def report_rows(call: Call, one: Report) -> Iterator[tuple[str, str]]:
    """What a clock says of one report."""
    language = call.language
    for limit in one.limits:
        yield call.say(said.LIMIT), limit_said(limit, language)
    for head, words in (
        (said.AUTHORITY, call.name(one.to) if one.to else ""),
        (said.ARTICLE, one.article),
        (said.QUOTE, one.quote),
        (said.CONDITION, call.name(one.condition) if one.condition else ""),
        (said.ROLL, _roll(call, one.roll) if one.roll else ""),
        (said.AGAIN, ", ".join(start_said(a.value, language) for a in one.again_on)),
        (said.REPEAT, _repeat(call, one)),
        (said.TARGET, exact_span(one.internal_target, language) if one.internal_target else ""),
        (said.CONTENT, ", ".join(one.content)),
    ):
        if words:
            yield call.say(head), words


def standing_row(call: Call, one: Standing, zone: str) -> tuple[str, ...]:
    """Where one report stands: its id, its state, when it is due, what was sent."""
    state = call.say(clock_label(one.state))
    return one.report.id, state, "; ".join(_times(call, one, zone)) or "–"


def standing_lines(call: Call, one: Standing, zone: str) -> list[str]:
    """The grounds of everything that is or was due, in their order."""
    return [ground_said(each, zone, call.language) for each in _grounds(one)]


def clock_in_json(clock: Clock) -> dict[str, object]:
    """A clock, whole."""
    text, proof = clock.instrument, clock.verification
    return {
        "id": clock.id, "version": clock.version, "name": _text(clock.name),
        "state": clock.use.value, "jurisdiction": clock.jurisdiction,
        "authority": _text(clock.authority),
        "instrument": {
            "title": text.title, "article": text.article or None, "url": text.url or None,
            "effective_from": _iso(text.effective_from), "effective_to": _iso(text.effective_to),
        },
        "verification": proof and {
            "level": proof.level.value, "checked_on": _iso(proof.checked_on),
            "review_by": _iso(proof.review_by), "quote": proof.quote or None,
        },
        "regimes": list(clock.regimes),
        "trigger": {
            "severity_at_least": clock.trigger.severity_at_least,
            "classification": clock.trigger.classification or None,
            "fact": clock.trigger.fact or None,
        },
        "zone": clock.zone or None, "calendar": clock.calendar or None,
        "replaces": clock.replaces or None, "note": _text(clock.note), "late": _text(clock.late),
        "reports": [_report_in_json(clock, one) for one in clock.reports],
    }  # fmt: skip


def firm_clock_in_json(ours: FirmClock) -> dict[str, object]:
    """A clock, whole, and how it stands for the firm."""
    found = clock_in_json(ours.clock)
    return {**found, "applies": ours.applies.value, "counts_as": ours.use.value}


def standing_in_json(call: Call, clock: Clock, one: Standing, zone: str) -> dict[str, object]:
    """Where one report stands, with the grounds of it."""
    running = one.due if one.runs else None
    return {
        "id": one.report.id, "name": clock.name_of(one.report), "state": one.state.value,
        "due": _instant(running.raw if running else None), "legally_until": _instant(running.outer if running else None),
        "counted_from": str(running.binding.start) if running and running.binding else None,
        "percent": one.percent,
        "sent": [
            {"at": format_time(each.submitted.at), "due": _instant(each.due.raw if each.due else None),
             "late": each.is_late} for each in one.rounds
        ],
        "grounds": [
            {**_ground_in_json(each), "text": ground_said(each, zone, call.language)}
            for each in _grounds(one)
        ],
    }  # fmt: skip


def _grounds(one: Standing) -> Iterator[Ground]:
    for due in (*(each.due for each in one.rounds), one.due):
        yield from due.grounds if due is not None else ()


def _times(call: Call, one: Standing, zone: str) -> Iterator[str]:
    for each in one.rounds:
        text = said.SENT_LATE if each.is_late else said.SENT
        yield call.say(text, moment=stamp(each.submitted.at, zone))
    due = one.due
    if not one.runs or due is None or due.raw is None or due.outer is None:
        return
    number = due.within is not None and due.within.count
    yield call.say(said.DUE if number else said.NOW, moment=stamp(due.raw, zone))
    if due.outer != due.raw:
        yield call.say(said.LEGALLY, moment=stamp(due.outer, zone))


def _roll(call: Call, roll: Roll) -> str:
    time = f"{roll.until // 60:02}:{roll.until % 60:02}"
    kinds = ", ".join(roll.unless_entity)
    if kinds:
        return call.say(said.ROLL_EXEMPT, time=time, kinds=kinds)
    return call.say(said.ROLL_UNTIL, time=time)


def _repeat(call: Call, one: Report) -> str:
    if one.repeat is None:
        return ""
    length = within_said(one.repeat.every, call.language)
    anchor = call.say(clock_label(one.repeat.until))
    return call.say(said.REPEAT_EVERY, length=length, anchor=anchor)


def _report_in_json(clock: Clock, one: Report) -> dict[str, object]:
    roll, repeat = one.roll, one.repeat
    return {
        "id": one.id, "name": clock.name_of(one), "title": _text(one.name), "to": _text(one.to),
        "article": one.article or None, "quote": one.quote or None,
        "limits": [
            {"from": str(each.start), "within": _within(each.within),
             "unless": each.unless and {
                 "anchor": each.unless.later.value, "after": each.unless.than.value,
                 "by": _within(each.unless.by)}}
            for each in one.limits
        ],
        "roll": roll and {"until_minutes": roll.until, "unless_entity": list(roll.unless_entity)},
        "again_on": [anchor.value for anchor in one.again_on],
        "repeat": repeat and {"every": _within(repeat.every), "until": repeat.until.value},
        "internal_target_seconds": one.internal_target, "condition": _text(one.condition),
        "content": list(one.content),
    }  # fmt: skip


def _ground_in_json(one: Ground) -> dict[str, object]:
    values: dict[str, object] = {
        "kind": one.kind.value, "start": one.start, "at": _instant(one.at),
        "due": _instant(one.due), "within": one.within and _within(one.within),
        "name": one.name, "other": one.other, "year": one.year, "day": _iso(one.day),
        "status": one.status and one.status.value,
    }  # fmt: skip
    return {key: value for key, value in values.items() if value}


def _within(within: Within) -> dict[str, object]:
    count = within.count or None
    return {"unit": within.unit.value, "count": count, "end_of_day": within.end_of_day}


def _text(text: Text | None) -> dict[str, str] | None:
    return {"en": text.en, "zh": text.zh} if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _instant(at: datetime | None) -> str | None:
    return format_time(at) if at else None


def _day(call: Call, day: date | None) -> str:
    return day.isoformat() if day else call.say(said.OPEN)
