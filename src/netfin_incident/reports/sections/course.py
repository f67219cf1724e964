"""What happened as a whole: the facts on top, milestones, metrics, grades, statuses and funds."""

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Status
from netfin_incident.reports.course import ENDED, StatusPass
from netfin_incident.reports.said import Row, Said, Speaker
from netfin_incident.wording.labels import level_label
from netfin_incident.wording.report import METRIC_NAMES


def head(speaker: Speaker) -> Row:
    """What the incident is, in a word each."""
    facts, incident = speaker.facts, speaker.facts.incident
    acknowledged = [
        speaker.mark(
            "person_at",
            person=speaker.person(line.recorded.act.person),
            at=speaker.happened(line.entry),
        )
        for line in facts.of(e.Acknowledged)
    ]
    activated = [
        speaker.mark(
            "person_at",
            person=_activation(speaker, grade.level, grade.authorised_by),
            at=speaker.happened(grade.entry),
        )
        for grade in facts.grades
        if grade.level is not None
    ]
    return {
        "id": incident.id,
        "title": incident.title,
        "mode": speaker.label(incident.mode),
        "origin": speaker.label(incident.origin),
        "severity": speaker.label(incident.severity),
        "level": speaker.joined(activated),
        "status": speaker.label(incident.status),
        "status_at": speaker.happened(facts.passes[-1].entry),
        "service": incident.service,
        "key": incident.key,
        "zone": incident.zone,
        "declared_by": speaker.person(incident.declared_by),
        "declared_at": speaker.happened(1),
        "acknowledged": speaker.joined(acknowledged),
    }


def _activation(speaker: Speaker, level: Severity, authorised_by: str) -> str:
    said = speaker.text(level_label(level))
    return speaker.mark("activated", level=said, person=speaker.person(authorised_by))


def cautions(speaker: Speaker) -> Row:
    """What a reader must know before the first line; empty values where there is nothing."""
    facts, incident = speaker.facts, speaker.facts.incident
    unapproved = [speaker.text(run.plan.name) for run in incident.runs.values() if not run.approved]
    cancelled = [line.recorded.event for line in facts.of(e.Cancelled)]
    last = cancelled[-1] if cancelled and incident.cancelled_as else None
    return {
        "is_scratch": facts.purpose in ("demo", "test"),
        "unapproved": speaker.listed(unapproved),
        "is_open": incident.status not in ENDED,
        "cancelled_as": speaker.label(last.kind) if isinstance(last, e.Cancelled) else "",
        "cancelled_because": last.reason if isinstance(last, e.Cancelled) else "",
        "duplicate_of": last.duplicate_of if isinstance(last, e.Cancelled) else "",
        "unconfirmed": len([look for look in facts.second_looks if look.owed]),
    }


def milestones(speaker: Speaker) -> list[Said]:
    """Every time a milestone was reached, in the order of the clock."""
    return [
        {
            "name": speaker.label(fact.milestone),
            "at": speaker.happened(fact.entry, fact.at),
            "entry": fact.entry,
            "how": fact.how or _implied(speaker, fact.entry),
            "marks": speaker.marks(
                fact.entry, *([speaker.mark("passing", count=fact.passing)] if fact.passing > 1 else [])
            ),
        }
        for fact in speaker.facts.milestones
    ]  # fmt: skip


def _implied(speaker: Speaker, entry: int) -> str:
    """What other entry than a milestone's own set it."""
    event = speaker.facts.entries[entry].recorded.event
    if isinstance(event, e.UpwardReportRecorded):
        return speaker.mark("report_sent", id=event.id)
    return ""


def metrics(speaker: Speaker) -> dict[str, list[Said]]:
    """The metrics, and those that cannot be computed; out of order ones are marked, not dropped."""
    known: list[Said] = []
    unknown: list[Said] = []
    for fact in speaker.facts.metrics:
        measured = fact.measured
        name = speaker.text(METRIC_NAMES[measured.metric.id])
        if measured.start is None or measured.seconds is None:
            missing = speaker.listed(speaker.label(one) for one in measured.missing)
            unknown.append({"name": name, "missing": missing})
            continue
        known.append({
            "name": name,
            "from": speaker.label(measured.start),
            "to": speaker.label(measured.metric.end),
            "wall": speaker.span(measured.seconds),
            "business": speaker.hours(fact.business_seconds),
            "marks": speaker.mark("out_of_order") if measured.seconds < 0 else "",
        })  # fmt: skip
    return {"known": known, "unknown": unknown}


def grades(speaker: Speaker) -> list[Said]:
    """The severity, every change of it, and every activation of the response."""
    said: list[Said] = []
    for grade in speaker.facts.grades:
        if grade.level is not None:
            what = _activation(speaker, grade.level, grade.authorised_by)
        else:
            what = speaker.sentence(speaker.facts.entries[grade.entry])
            if grade.before is None and grade.severity is not None:
                what = speaker.mark("was_at", severity=speaker.label(grade.severity))
        said.append({
            "at": speaker.happened(grade.entry),
            "entry": grade.entry,
            "what": what,
            "person": speaker.person(grade.by),
            "marks": speaker.marks(grade.entry),
        })  # fmt: skip
    return said


def passes(speaker: Speaker) -> list[Said]:
    """Every stay in a status."""
    return [
        {
            "status": speaker.label(one.status),
            "since": speaker.happened(one.entry),
            "lasted": speaker.span(one.seconds) or _so_far(speaker, one),
            "entry": one.entry,
            "person": speaker.person(one.by),
            "reason": one.reason,
            "marks": speaker.marks(one.entry, *_disorder(speaker, one.seconds)),
        }
        for one in speaker.facts.passes
    ]


def _so_far(speaker: Speaker, one: StatusPass) -> str:
    """How long the last stay has lasted; empty for an end, and where a log does not say."""
    is_last = one is speaker.facts.passes[-1]
    if not is_last or one.status in (Status.CLOSED, Status.CANCELLED):
        return ""
    return speaker.mark("so_far", span=speaker.span(whole_seconds(one.since, speaker.facts.as_of)))


def _disorder(speaker: Speaker, seconds: int | None) -> list[str]:
    return [speaker.mark("out_of_order")] if seconds is not None and seconds < 0 else []


def funds(speaker: Speaker) -> list[Said]:
    """Everything that was stated about funds and books, the last statement last."""
    said: list[Said] = []
    for line in speaker.facts.of(e.FundsStated):
        event = line.recorded.event
        if isinstance(event, e.FundsStated):
            books = speaker.mark("yes" if event.reconciled else "no") if event.touched else ""
            said.append({
                "touched": speaker.mark("yes" if event.touched else "no"),
                "reconciled": books,
                "count": "" if event.count is None else event.count,
                "amount": event.amount,
                "suspense": event.suspense,
                "reason": event.reason,
            } | speaker.line(line))  # fmt: skip
    return said
