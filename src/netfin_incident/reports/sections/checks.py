"""What an auditor asks: late and corrected entries, the written log, what is open, the record."""

from collections.abc import Iterator

from netfin_incident.app.timeline import Line
from netfin_incident.app.views import vacant_roles
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.checklist import Obstacle, obstacles
from netfin_incident.domain.incident.deadlines import Deadline, DeadlineKind, deadlines
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.vocabulary import Known, NoteKind, Role, Status
from netfin_incident.reports.said import Row, Said, Speaker
from netfin_incident.wording.doubts import DOUBTS, say_doubt, say_reading
from netfin_incident.wording.readings import READINGS, VERDICTS
from netfin_incident.wording.report import INTEGRITY


def late(speaker: Speaker) -> list[Said]:
    """Entries written down well after they happened; those of a written log are not listed."""
    return [
        speaker.line(line)
        | {"delay": speaker.span(whole_seconds(line.happened, line.recorded.act.at))}
        for line in speaker.facts.entries.values()
        if line.is_late and line.recorded.act.known is not Known.IMPORTED
    ]


def corrections(speaker: Speaker) -> list[Said]:
    """Every correction: what stood there, and what is right."""
    said: list[Said] = []
    for line in speaker.facts.of(e.Corrected):
        event = line.recorded.event
        if isinstance(event, e.Corrected):
            wrong = speaker.facts.entries[event.entry]
            said.append(speaker.line(line) | {
                "corrects": event.entry,
                "before": speaker.sentence(wrong),
                "before_at": speaker.at(wrong.recorded.act.happened) if event.occurred_at else "",
                "right": event.text,
                "right_at": speaker.at(event.occurred_at),
                "reason": event.reason,
            })  # fmt: skip
    return said


def imported(speaker: Speaker) -> dict[str, list[Said]]:
    """The written log, what it stated, and what was doubted; empty for a native incident."""
    logs: list[Said] = []
    durations: list[Said] = []
    doubts: list[Said] = []
    for line in speaker.facts.of(e.LogImported, e.DurationStated, e.DoubtNoted):
        match line.recorded.event:
            case e.LogImported() as event:
                logs.append({
                    "name": event.name, "sha256": event.sha256, "zone": event.zone,
                    "hours": event.hours,
                })  # fmt: skip
            case e.DurationStated() as event:
                verdict = VERDICTS.get(event.verdict)
                durations.append({
                    "label": event.label, "stated": event.text, "wall": speaker.span(event.wall),
                    "business": speaker.hours(event.business), "entry": line.entry,
                    "verdict": speaker.text(verdict) if verdict else event.verdict,
                    "reading": _reading(event, speaker),
                })  # fmt: skip
            case e.DoubtNoted() as event:
                doubts.append({
                    "text": _doubt(line, event, speaker), "line": event.line,
                    "entry": line.entry, "reading": _reading(event, speaker),
                })  # fmt: skip
            case _:
                pass
    return {"logs": logs, "durations": durations, "doubts": doubts}


def _doubt(line: Line, event: e.DoubtNoted, speaker: Speaker) -> str:
    """The doubt in words; as the record has it where this program has none for it."""
    if event.slug not in DOUBTS:
        return speaker.sentence(line)
    return say_doubt(event.slug, event.values, speaker.language)


def _reading(event: e.DurationStated | e.DoubtNoted, speaker: Speaker) -> str:
    """What would explain it; empty where nothing was found."""
    if event.reading not in READINGS:
        return event.reading
    return say_reading(event.reading, event.reading_values, speaker.language)


def open_items(speaker: Speaker) -> dict[str, list[Said]]:
    """What is still owed, as of the report; empty lists where nothing is."""
    incident = speaker.facts.incident
    standing = obstacles(incident, Status.CLOSED) if incident.is_open else ()
    due = deadlines(incident)
    listed = {(one.kind, one.id) for one in due}
    return {
        "due": [_due(one, speaker) for one in due],
        "standing": [
            _standing(one, speaker) for one in standing
            if (_DUE_KIND.get(one.kind.value), one.id) not in listed
        ],
        "confirmations": [
            {"entry": owed.entry, "who": speaker.person(person)}
            for owed in incident.owed.values() for person in owed.confirmers
        ],
        "vacant": [speaker.role(view.id) for view in vacant_roles(incident)],
        "todos": [*_todos(speaker)],
    }  # fmt: skip


_DUE_KIND = {
    "required_step_open": DeadlineKind.STEP,
    "task_open": DeadlineKind.TASK,
    "report_unsent": DeadlineKind.UPWARD_REPORT,
    "review_owed": DeadlineKind.BREAK_GLASS_REVIEW,
}
"""What stands in the way and also has a limit is listed once, with its limit."""


def _due(one: Deadline, speaker: Speaker) -> Said:
    left = whole_seconds(speaker.facts.as_of, one.due_at)
    is_review = one.kind is DeadlineKind.BREAK_GLASS_REVIEW
    return {
        "kind": speaker.label(one.kind),
        "id": "" if is_review else one.id,
        "what": speaker.mark("entry", entry=one.id) if is_review else _what(one, speaker),
        "who": _who(one.who, speaker),
        "due": speaker.at(one.due_at),
        "left": speaker.mark("overdue_by" if left < 0 else "due_in", span=speaker.span(abs(left))),
        "is_overdue": left < 0,
    }


def _what(one: Deadline, speaker: Speaker) -> str:
    """A step's title is the definition's; anything else was typed, and stays as it is."""
    return speaker.text(one.what) if one.kind is DeadlineKind.STEP else one.what.en


def _who(who: str, speaker: Speaker) -> str:
    """A person, or the role where nobody holds it."""
    plans = (run.plan for run in speaker.facts.incident.runs.values())
    roles = {*map(str, Role), *(role.id for plan in plans for role in plan.roles)}
    return speaker.role(who) if who in roles else speaker.person(who)


def _standing(one: Obstacle, speaker: Speaker) -> Said:
    return {"what": speaker.label(one.kind), "id": one.id}


def _todos(speaker: Speaker) -> Iterator[Row]:
    if speaker.facts.incident.is_open:
        for line in speaker.facts.of(e.Noted):
            event = line.recorded.event
            if isinstance(event, e.Noted) and event.kind is NoteKind.TODO:
                yield speaker.line(line) | {"text": event.text}


def record(speaker: Speaker) -> Row:
    """Where the record stands, and what it proves."""
    facts = speaker.facts
    last = facts.entries[max(facts.entries)]
    return {
        "entries": len(facts.entries),
        "asserted": facts.known[Known.ASSERTED],
        "os_user": facts.known[Known.OS_USER],
        "imported": facts.known[Known.IMPORTED],
        "program": facts.known[Known.PROGRAM],
        "last_entry": last.entry,
        "digest": last.row.digest,
        "seq": facts.head.seq,
        "anchor": facts.head.anchor,
        "head": str(facts.head),
        "integrity": speaker.text(INTEGRITY),
        "as_of": speaker.at(facts.as_of),
    }
