"""Facts as JSON, for programs: the same figures as the report, in stored values and seconds.

Times are ISO 8601 in UTC.  A field may be added at any time; one that is there keeps its meaning
under the same `format`.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from netfin_incident.app.timeline import Line
from netfin_incident.app.views import vacant_roles
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.incident.deadlines import deadlines
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Plan, Step
from netfin_incident.domain.text import escaped
from netfin_incident.domain.vocabulary import Status
from netfin_incident.reports.calling import CallingFacts, climb_object
from netfin_incident.reports.facts import IncidentFacts, MetricFact

FORMAT: Final = "netfin-incident-report/1"


def report_json(facts: IncidentFacts) -> str:
    """The facts as one JSON document; the same facts give the same bytes."""
    return escaped(json.dumps(report_object(facts), ensure_ascii=False, indent=2)) + "\n"


def report_object(facts: IncidentFacts) -> dict[str, object]:
    """The facts as JSON can hold them."""
    return {
        "format": FORMAT,
        "purpose": facts.purpose,
        "as_of": plain(facts.as_of),
        "incident": _incident(facts.incident),
        "status_passes": plain(facts.passes),
        "grades": plain(facts.grades),
        "milestones": plain(facts.milestones),
        "metrics": [_metric(one) for one in facts.metrics],
        "business_hours": str(facts.hours) if facts.hours else "",
        "funds": _entries(facts, e.FundsStated),
        "tenures": plain(facts.tenures),
        "without_commander": plain(facts.without_commander),
        "never_held": plain(facts.never_held),
        "handovers": plain(facts.handovers),
        "playbooks": _entries(facts, e.PlaybookAttached),
        "steps": plain(facts.steps),
        "decisions": _decisions(facts),
        "tasks": plain(facts.work.tasks),
        "measures": plain(facts.work.measures),
        "upward_reports": plain(facts.work.upward_reports),
        "messages": plain(facts.work.messages),
        "evidence": _entries(facts, e.EvidenceAdded),
        "links": _entries(facts, e.Linked),
        "second_looks": plain(facts.second_looks),
        "escalation": _calling(facts.calling),
        "written_log": _entries(facts, e.LogImported, e.DurationStated, e.DoubtNoted),
        "timeline": [_line(line) for line in facts.timeline],
        "open": _open(facts.incident),
        "record": _record(facts),
    }


def _calling(calling: CallingFacts) -> dict[str, object]:
    found = calling.responses
    return {
        "escalations": plain([climb_object(one) for one in calling.climbs]),
        "acknowledgements": plain(found.acknowledgements),
        "expired": plain(found.lapses),
        "calls": plain(found.telephoned),
        "told": plain(found.told),
        "not_watched": plain(calling.gaps),
    }


def _metric(fact: MetricFact) -> dict[str, object]:
    measured = fact.measured
    return {
        "id": measured.metric.id,
        "from": plain(measured.start),
        "to": plain(measured.metric.end),
        "seconds": measured.seconds,
        "business_seconds": fact.business_seconds,
        "missing": plain(measured.missing),
    }


def _open(incident: Incident) -> dict[str, object]:
    return {
        "deadlines": plain(deadlines(incident)),
        "before_closing": plain(obstacles(incident, Status.CLOSED) if incident.is_open else ()),
        "confirmations": plain(tuple(incident.owed.values())),
        "vacant": [view.id for view in vacant_roles(incident)],
    }


def _record(facts: IncidentFacts) -> dict[str, object]:
    return {
        "entries": len(facts.entries),
        "known": plain(facts.known),
        "digest": facts.entries[max(facts.entries)].row.digest,
        "seq": facts.head.seq,
        "anchor": facts.head.anchor,
    }


def _incident(incident: Incident) -> dict[str, object]:
    named = (
        "id", "title", "mode", "origin", "zone", "key", "service", "declared_by", "declared_at",
        "severity", "level", "status", "status_at", "cancelled_as", "acknowledged",
    )  # fmt: skip
    return {name: plain(getattr(incident, name)) for name in named}


def _entries(facts: IncidentFacts, *kinds: type[e.Event]) -> list[dict[str, object]]:
    return [_line(line) for line in facts.of(*kinds)]


def _decisions(facts: IncidentFacts) -> list[dict[str, object]]:
    return [
        _line(line)
        for line in facts.of(e.DecisionRecorded, e.StepCompleted)
        if not isinstance(line.recorded.event, e.StepCompleted) or line.recorded.event.option
    ]


def _line(line: Line) -> dict[str, object]:
    recorded = line.recorded
    return {
        "entry": line.entry,
        "seq": recorded.seq,
        "kind": line.row.kind,
        "happened": plain(line.happened),
        "late": line.is_late,
        "corrected_by": line.correction.version if line.correction else None,
        "act": plain(recorded.act),
        "event": plain(recorded.event),
    }


_DERIVED: Final = ("seconds", "state", "is_late", "lacks_approval")


def _derived(kind: type) -> list[str]:
    """Names of what a fact computes from its own fields."""
    return [name for name in _DERIVED if isinstance(getattr(kind, name, None), property)]


def plain(value: object) -> object:
    """`value` as JSON can hold it: enums by value, times in UTC, records as objects."""
    match value:
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case Enum():
            return plain(value.value)
        case str() | bool() | int() | None:
            return value
        case Mapping():
            return {str(plain(key)): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case Plan():
            return {
                "id": value.id, "revision": value.revision, "name": plain(value.name),
                "source_sha256": value.source_sha256,
            }  # fmt: skip
        case Step():
            return {
                "id": value.id, "verb": plain(value.verb), "title": plain(value.title),
                "phase": value.phase, "role": value.role,
            }  # fmt: skip
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = [*(one.name for one in fields(value)), *_derived(type(value))]
            return {name: plain(getattr(value, name)) for name in names}
        case _:
            message = f"not a fact: {value!r}"
            raise TypeError(message)
