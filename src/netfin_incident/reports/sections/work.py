"""Tasks, measures, upward reports, messages, evidence and links."""

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import Known, TaskState
from netfin_incident.reports.said import Row, Said, Speaker
from netfin_incident.reports.work import MeasureFact, MessageFact, Move, TaskFact, UpwardReportFact
from netfin_incident.wording.sentences.work import EVIDENCE_KINDS


def tasks(speaker: Speaker) -> list[Said]:
    """Time-boxed tasks."""
    return [_task(fact, speaker) for fact in speaker.facts.work.tasks]


def _task(fact: TaskFact, speaker: Speaker) -> Said:
    marks: list[str] = []
    if fact.margin_seconds is not None and fact.margin_seconds < 0:
        marks.append(speaker.mark("late_by", span=speaker.span(-fact.margin_seconds)))
    elif fact.state is TaskState.DONE:
        marks.append(speaker.mark("in_time"))
    return {
        "id": fact.id,
        "text": fact.text,
        "to": speaker.person(fact.to),
        "by": speaker.person(fact.by),
        "at": speaker.happened(fact.entry),
        "entry": fact.entry,
        "due": speaker.at(fact.due_at),
        "state": speaker.label(fact.state),
        "moves": [_move(move, speaker) for move in fact.moves],
        "marks": speaker.marks(fact.entry, *marks),
    }


def _move(move: Move, speaker: Speaker) -> Row:
    return {
        "state": speaker.label(move.state) if move.state else "",
        "at": speaker.happened(move.entry),
        "by": speaker.person(move.by),
        "entry": move.entry,
        "note": move.note,
        "marks": speaker.marks(move.entry),
    }


def measures(speaker: Speaker) -> list[Said]:
    """Measures taken, and when temporary ones were lifted."""
    return [_measure(fact, speaker) for fact in speaker.facts.work.measures]


def _measure(fact: MeasureFact, speaker: Speaker) -> Said:
    return {
        "id": fact.id,
        "text": fact.text,
        "temporary": fact.temporary,
        "at": speaker.happened(fact.entry),
        "by": speaker.person(fact.by),
        "entry": fact.entry,
        "lifted": [_move(fact.lifted, speaker)] if fact.lifted else [],
        "marks": speaker.marks(fact.entry),
    }


def upward_reports(speaker: Speaker) -> list[Said]:
    """Reports owed upward, with their margins."""
    return [_upward(fact, speaker) for fact in speaker.facts.work.upward_reports]


def _upward(fact: UpwardReportFact, speaker: Speaker) -> Said:
    marks: list[str] = []
    margin = fact.margin_seconds
    if margin is not None and margin < 0:
        marks.append(speaker.mark("late_by", span=speaker.span(-margin)))
    elif margin is not None and fact.sent_at is not None:
        marks.append(speaker.mark("early", span=speaker.span(margin)))
    if fact.withdrawn:
        marks.append(speaker.mark("withdrawn", reason=fact.withdrawn))
    if fact.first_due_at is not None:
        marks.append(speaker.mark("first_due", at=speaker.at(fact.first_due_at)))
    return {
        "id": fact.id,
        "recipient": fact.recipient,
        "kind": speaker.label(fact.kind),
        "due": speaker.at(fact.due_at),
        "sent": speaker.at(fact.sent_at),
        "by": speaker.person(fact.by),
        "is_one": len(fact.entries) == 1,
        "entries": speaker.listed(str(entry) for entry in fact.entries),
        "channel": fact.channel,
        "receipt": fact.receipt,
        "sha256": fact.text_sha256,
        "marks": speaker.marks(fact.entries[-1], *marks),
    }


def messages(speaker: Speaker) -> list[Said]:
    """Messages as they were written, and all that was done with them."""
    return [_message(fact, speaker) for fact in speaker.facts.work.messages]


def _message(fact: MessageFact, speaker: Speaker) -> Said:
    by_log = speaker.facts.entries[fact.entry].recorded.act.known is Known.IMPORTED
    unapproved = fact.lacks_approval and not by_log
    marks = [speaker.mark("lacks_approval")] if unapproved else []
    return {
        "id": fact.id,
        "audience": fact.audience,
        "channel": fact.channel,
        "text": fact.text,
        "state": speaker.label(fact.state),
        "first": speaker.label(fact.first),
        "at": speaker.happened(fact.entry),
        "by": speaker.person(fact.by),
        "entry": fact.entry,
        "moves": [_move(move, speaker) for move in fact.moves],
        "marks": speaker.marks(fact.entry, *marks),
    }


def evidence(speaker: Speaker) -> list[Said]:
    """The evidence register."""
    said: list[Said] = []
    for line in speaker.facts.of(e.EvidenceAdded):
        event = line.recorded.event
        if isinstance(event, e.EvidenceAdded):
            kind = EVIDENCE_KINDS.get(event.kind)
            size = "" if event.size is None else speaker.mark("size", size=event.size)
            said.append(speaker.line(line) | {
                "id": event.id, "name": event.name,
                "kind": speaker.text(kind) if kind else event.kind,
                "reference": event.reference, "step": event.step, "sha256": event.sha256,
                "size": size, "by": speaker.person(line.recorded.act.person),
            })  # fmt: skip
    return said


def links(speaker: Speaker) -> list[Said]:
    """Relations to other incidents."""
    said: list[Said] = []
    for line in speaker.facts.of(e.Linked):
        event = line.recorded.event
        if isinstance(event, e.Linked):
            said.append(speaker.line(line) | {
                "relation": speaker.label(event.relation), "other": event.other,
                "note": event.note,
            })  # fmt: skip
    return said
