"""How warnings are shown: a line in the list, one in full, what was written, and all of it as JSON."""

from collections.abc import Iterable, Iterator

from netfin_incident.app.warnings import Changed, Warnings
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.state import WarningCase
from netfin_incident.domain.zones import local
from netfin_incident.store.codec import format_time
from netfin_incident.wording import command_answers as answers
from netfin_incident.wording import warning_answers as said
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.sentences import authority
from netfin_incident.wording.sentences.warnings import warning_sentence


def find_warning(call: Call, given: str, warnings: Warnings | None = None) -> str:
    """The id of the warning that `given` means.

    Raises:
        UsageError: there is no such warning.
        RecordError: the database cannot be read.
    """
    year = local(now(), call.session.zone).year
    return (warnings or Warnings(call.desk)).find(given, year)


def answer(call: Call, changed: Changed) -> None:
    """Answer with the warning's id, and say each entry that was written."""
    warning = changed.warning
    tell_entries(call, ((warning, one) for one in changed.recorded))
    if changed.masked:
        from netfin_incident.wording.customer_data import MASKED, masked_said

        call.tell(MASKED, what=masked_said(changed.masked, call.language))
    if not changed.recorded:
        call.tell(answers.NOTHING_TO_RECORD, id=warning.id)
    if call.wants_json:
        entries = [entry_in_json(one) for one in changed.recorded]
        call.output.json({**in_json(warning), "entries": entries})
    else:
        call.output.data(warning.id)
    call.remember()


def tell_entries(call: Call, entries: Iterable[tuple[WarningCase, Recorded[e.Event]]]) -> None:
    """Say each entry that was written, beside the answer."""
    for warning, one in entries:
        zone = call.zone_or(warning.raised.zone)
        words = warning_sentence(one.event, one.act, call.language, zone)
        told_for = authority(one.act, call.language)
        words = f"[{told_for}] {words}" if told_for else words
        when = stamp(one.act.happened, zone)
        call.output.tell(f"{_mark(call, warning)}{warning.id} #{one.version} {when} {words}")


def row(call: Call, one: WarningCase) -> tuple[str, ...]:
    """A warning in the list."""
    raised = one.raised
    return (
        f"{_mark(call, one)}{one.id}",
        call.say(label(one.level or one.worst_level)),
        call.say(label(one.standing(now()))),
        f"{one.value} ×{one.times}",
        one.owner or (call.say(role_label(raised.owner_role)) if raised.owner_role else "-"),
        stamp(raised.observed_at, call.zone_or(raised.zone)),
        call.name(raised.name),
    )


def facts(call: Call, one: WarningCase) -> Iterator[tuple[str, str]]:
    """What there is to know of a warning, with headings."""
    raised, zone = one.raised, call.zone_or(one.raised.zone)
    level = one.level or one.worst_level
    worst = call.say(label(one.worst_level))
    until = one.accepted_until
    shown: list[tuple[Text, str]] = [
        (said.FACT_LEVEL, call.say(said.WORST_LEVEL, level=call.say(label(level)), worst=worst)),
        (
            said.FACT_VALUE,
            call.say(said.WORST, value=one.value, worst=one.worst, threshold=one.threshold),
        ),
        (said.FACT_TIMES, str(one.times)),
        (said.FACT_OBSERVED, stamp(raised.observed_at, zone)),
        (said.FACT_KEY, raised.key),
        (said.FACT_SOURCE, raised.source),
        (said.FACT_ROLE, call.say(role_label(raised.owner_role)) if raised.owner_role else ""),
        (said.FACT_OWNER, one.owner and call.session.config.name_of(one.owner)),
        (said.FACT_ASSESSMENT, one.assessment),
        (
            said.FACT_ACCEPTED,
            "" if until is None else f"{stamp(until, zone)} {one.accepted_because}",
        ),
        (said.FACT_OUTCOME, one.outcome),
        (said.FACT_INCIDENT, one.incident),
        (said.FACT_PLAYBOOK, raised.playbook),
    ]
    yield from ((call.say(name), value) for name, value in shown if value)


def head(call: Call, one: WarningCase) -> str:
    """The first line about a warning."""
    standing = call.say(label(one.standing(now())))
    return f"{_mark(call, one)}{one.id}  {call.name(one.raised.name)}  {standing}"


def in_json(one: WarningCase) -> dict[str, object]:
    """All of a warning, for other programs."""
    raised, until = one.raised, one.accepted_until
    return {
        "id": one.id, "mode": raised.mode.value, "indicator": raised.indicator,
        "standing": one.standing(now()).value,
        "level": one.level and one.level.value, "worst_level": one.worst_level.value,
        "unit": raised.unit.value, "value": one.value, "worst": one.worst,
        "threshold": one.threshold, "times": one.times, "key": raised.key,
        "source": raised.source, "observed_at": format_time(raised.observed_at),
        "last_observed_at": format_time(one.observed_at),
        "raised_at": format_time(one.raised_at), "raised_by": one.raised_by,
        "owner_role": raised.owner_role, "owner": one.owner, "assessment": one.assessment,
        "notes": [
            {"at": format_time(note.at), "by": note.by, "text": note.text} for note in one.notes
        ],
        "accepted_until": None if until is None else format_time(until),
        "accepted_because": one.accepted_because,
        "settled_at": None if one.settled_at is None else format_time(one.settled_at),
        "outcome": one.outcome, "incident": one.incident or None, "playbook": raised.playbook,
    }  # fmt: skip


def entry_in_json(one: Recorded[e.Event]) -> dict[str, object]:
    """One entry that was written, for other programs."""
    return {"seq": one.seq, "entry": one.version, "kind": one.event.KIND}


def _mark(call: Call, one: WarningCase) -> str:
    return f"[{call.say(label(Mode.DRILL))}] " if one.raised.mode is Mode.DRILL else ""
