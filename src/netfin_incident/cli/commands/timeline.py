"""The timeline of an incident, entry by entry."""

from collections.abc import Sequence
from typing import Annotated, Final

from netfin_incident.app.timeline import Line, by_occurrence
from netfin_incident.app.timeline import timeline as told
from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import not_among, number
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.vocabulary import Mode, NoteKind
from netfin_incident.store.codec import format_time
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.sentences import KINDS, kind_label
from netfin_incident.wording.sentences.authority import authority


def timeline(
    call: Call,
    incident: INCIDENT,
    *,
    by_time: Annotated[bool, Opt("--by-time", words.BY_TIME)] = False,
    kind: Annotated[str | None, Opt("--kind", words.KINDS, "KINDS")] = None,
    limit: Annotated[str | None, Opt("--limit", words.LIMIT, "N")] = None,
) -> None:
    """Show what happened."""
    most = None if limit is None else number(limit, "--limit")
    wanted = None if kind is None else _categories(kind)
    incident_id = call.find(incident)
    state = call.desk.incident(incident_id)
    lines = told(call.desk.rows(incident_id))
    if wanted is not None:
        lines = [line for line in lines if _category(line) in wanted]
    if by_time:
        lines = by_occurrence(lines)
    if most is not None:
        lines = lines[-most:]
    if call.wants_json:
        entries = [_in_json(call, state, line) for line in lines]
        call.output.json({"incident": incident_id, "mode": state.mode.value, "entries": entries})
        return
    for shown in aligned([_row(call, state, line) for line in lines]):
        call.output.data(shown)


def _row(call: Call, state: Incident, line: Line) -> Sequence[str]:
    marks = [call.say(label(state.mode))] if state.mode is Mode.DRILL else []
    marks += [call.say(said.LATE)] if line.is_late else []
    if line.correction is not None:
        marks.append(call.say(said.CORRECTED, entry=line.correction.version))
    told_for = authority(line.recorded.act, call.language)
    marks += [told_for] if told_for else []
    if line.entry in state.owed:
        marks.append(call.say(said.UNCONFIRMED))
    return [
        f"#{line.entry}", stamp(line.happened, call.zone_of(state)),
        call.session.config.name_of(line.recorded.act.by),
        call.say(kind_label(line.row.kind)),
        " ".join([*(f"[{mark}]" for mark in marks), line.said(call.language, state)]),
    ]  # fmt: skip


def _in_json(call: Call, state: Incident, line: Line) -> dict[str, object]:
    from netfin_incident.reports.as_json import plain

    act = line.recorded.act
    return {
        "seq": line.row.seq,
        "entry": line.entry,
        "kind": line.row.kind,
        "category": _category(line),
        "occurred_at": format_time(line.happened),
        "recorded_at": line.row.recorded_at,
        "late": line.is_late,
        "by": act.by,
        "known": act.known.value,
        "on_behalf_of": act.on_behalf_of,
        "basis": act.basis.value if act.basis else None,
        "break_glass": act.break_glass,
        "confirmed": line.entry not in state.owed,
        "corrected_by": line.correction.version if line.correction else None,
        "text": line.said(call.language, state),
        "event": plain(line.recorded.event),
    }


_NOTES: Final = tuple(str(kind) for kind in NoteKind)
_CATEGORIES: Final = tuple(
    dict.fromkeys([*(said_as.en for said_as in KINDS.values()), *_NOTES])
)  # fmt: skip


def _category(line: Line) -> str:
    """The category as it is typed; notes by what kind of note they are."""
    if line.row.kind != e.Noted.KIND:
        return kind_label(line.row.kind).en
    event = line.recorded.event
    return str(event.kind) if isinstance(event, e.Noted) else ""


def _categories(given: str) -> frozenset[str]:
    spoken = {words.zh: words.en for words in KINDS.values()}
    spoken |= {label(kind).zh: str(kind) for kind in NoteKind}
    wanted: set[str] = set()
    for word in given.replace("，", ",").replace("、", ",").split(","):
        name = word.strip().lower()
        name = spoken.get(name, name)
        if name not in _CATEGORIES:
            raise not_among(word, "--kind", _CATEGORIES)
        wanted.add(name)
    return frozenset(wanted)
