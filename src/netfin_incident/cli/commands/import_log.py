"""Reading a written incident log into an incident, and saying what was doubted in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from netfin_incident.app.named_files import fingerprint
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.config import SourceKind
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import parse_severity
from netfin_incident.errors import UsageError
from netfin_incident.exchange.incident_log.model import DurationCheck
from netfin_incident.exchange.incident_log.parse import Examined, examine
from netfin_incident.exchange.incident_log.source import read_log
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.doubts import say_doubt, say_reading
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import exact_span
from netfin_incident.wording.readings import VERDICTS


def import_log(
    call: Call,
    file: Annotated[str, Arg("FILE", words.LOG_FILE)],
    *,
    hours: Annotated[str | None, Opt("--hours", words.HOURS, "HOURS")] = None,
    sev: Annotated[str, Opt("--sev", words.LOG_SEVERITY, "N")] = "3",
    dry_run: Annotated[bool, Opt("--dry-run", words.DRY_RUN)] = False,
) -> None:
    """Import the log as one closed incident; what cannot be right is recorded as a doubt."""
    zone, severity = _zone(call), parse_severity(sev)
    counted = None if hours is None else parse_business_hours(hours)
    examined = examine(read_log(file), zone, counted)
    incident_id = ""
    if not dry_run:
        from netfin_incident.app.import_log import import_log as record

        source = c.RecordImport(
            Path(file).name, fingerprint(file).sha256, zone, str(counted) if counted else ""
        )
        act = call.session.act()
        handled = record(
            call.created_desk(), examined.log, examined.checks, act, severity, source, call.language
        )
        incident_id = handled.incident.id
        call.remember()
    _answer(call, examined, incident_id)


def _zone(call: Call) -> str:
    zone = call.session.config.zone
    if zone.source.kind is SourceKind.DEFAULT:
        raise UsageError("log-zone-needed")
    call.tell(said.LOG_READ_IN, zone=zone.value)
    return zone.value


def _answer(call: Call, examined: Examined, incident_id: str) -> None:
    if call.wants_json:
        from netfin_incident.reports.as_json import plain

        found = {
            "incident": incident_id or None,
            "title": examined.log.title,
            "milestones": plain(examined.log.key_events),
            "durations": plain(examined.checks),
            "doubts": plain(examined.doubts),
        }
        call.output.json(found)
        return
    if incident_id:
        call.output.data(incident_id)
    else:
        call.tell(said.DRY_RUN)
    for line in _lines(call, examined):
        call.output.data(line)


def _lines(call: Call, examined: Examined) -> Iterator[str]:
    log = examined.log
    yield f"{log.title}  ({call.say(said.LOG_ENTRIES)}: {len(log.entries)})"
    yield ""
    yield f"{call.say(said.LOG_EVENTS)}:"
    events = [(call.say(label(e.milestone)), e.moment.written, e.label) for e in log.key_events]
    yield from aligned(events, "  ")
    yield ""
    yield f"{call.say(said.LOG_DURATIONS)}:"
    columns = (said.LOG_STATED, said.LOG_WALL, said.LOG_BUSINESS)
    head = ("", *(call.say(column) for column in columns), "")
    yield from aligned([head, *(_duration(call, one) for one in examined.checks)], "  ")
    yield ""
    yield f"{call.say(said.LOG_DOUBTS, count=len(examined.doubts))}:"
    for doubt in examined.doubts:
        where = f" ({call.say(said.LOG_LINE, line=doubt.line)})" if doubt.line else ""
        yield f"  {doubt.number}. {say_doubt(doubt.slug, doubt.values, call.language)}{where}"
        for reading in doubt.readings:
            yield f"     → {say_reading(reading.slug, reading.values, call.language)}"


def _duration(call: Call, check: DurationCheck) -> tuple[str, ...]:
    business = check.business if check.hours else check.stated_business
    verdict = call.say(VERDICTS[check.verdict.value])
    if check.readings:
        reading = check.readings[0]
        verdict += f": {say_reading(reading.slug, reading.values, call.language)}"
    stated = check.stated
    return (
        stated.label if stated else call.say(said.LOG_MEASURES[check.measures.value]), stated.text if stated else "–",
        _span(call, check.wall_clock), _span(call, business, in_hours=True), verdict,
    )  # fmt: skip


def _span(call: Call, seconds: int | None, *, in_hours: bool = False) -> str:
    return "–" if seconds is None else exact_span(seconds, call.language, in_hours=in_hours)
