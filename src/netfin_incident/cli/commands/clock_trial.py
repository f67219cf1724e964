"""A clock tried out on the shell: what would be due when, and why, with nothing recorded."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, TypeAlias

from netfin_incident.app.clock_trial import Trial, check_start, tried
from netfin_incident.app.firm_clocks import FirmClock, firm_clock
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.clock_page import standing_in_json, standing_lines, standing_row
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.firm_profile import home_zone, known_entity
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.clocks import Clock, Report, Standing, Use
from netfin_incident.domain.firm import Applies
from netfin_incident.domain.severity import parse_severity
from netfin_incident.domain.text import clean_line
from netfin_incident.domain.zones import local
from netfin_incident.errors import UsageError
from netfin_incident.store.codec import format_time
from netfin_incident.wording import clock_answers as said
from netfin_incident.wording.clock_labels import clock_label
from netfin_incident.wording.clock_words import trigger_said

_CLOCK: TypeAlias = Annotated[str, Arg("CLOCK", said.CLOCK)]
_ANCHORS: TypeAlias = Annotated[tuple[str, ...], Opt("--anchor", said.ANCHOR, "NAME=TIME")]
_CALENDAR: TypeAlias = Annotated[str | None, Opt("--calendar", said.CALENDAR, "ID")]
_SEVERITY: TypeAlias = Annotated[str | None, Opt("--severity", said.SEVERITY, "SEV")]
_ENTITY: TypeAlias = Annotated[tuple[str, ...], Opt("--entity", said.ENTITY, "KIND")]
_AT: TypeAlias = Annotated[str | None, Opt("--at", said.AT, "TIME")]


def simulate(
    call: Call,
    clock: _CLOCK,
    *,
    anchor: _ANCHORS = (),
    calendar: _CALENDAR = None,
    severity: _SEVERITY = None,
    entity: _ENTITY = (),
    when: _AT = None,
) -> None:
    """Work out when each report would be due, and how it would stand."""
    found, report = call.session.clocks.find(clock)
    trial, moment, ours = _trial(call, found, anchor, calendar, severity, entity, when)
    shown = _shown(trial, report)
    if call.wants_json:
        call.output.json(_in_json(call, trial, moment, shown, ours))
        return
    _head(call, trial, ours)
    for line in aligned([standing_row(call, one, trial.terms.zone) for one in shown], "  "):
        call.output.data(line)


def explain(
    call: Call,
    clock: _CLOCK,
    *,
    anchor: _ANCHORS = (),
    calendar: _CALENDAR = None,
    severity: _SEVERITY = None,
    entity: _ENTITY = (),
    when: _AT = None,
) -> None:
    """Say of each report, step by step, how its due time comes about."""
    found, report = call.session.clocks.find(clock)
    trial, moment, ours = _trial(call, found, anchor, calendar, severity, entity, when)
    shown = _shown(trial, report)
    if call.wants_json:
        call.output.json(_in_json(call, trial, moment, shown, ours))
        return
    _head(call, trial, ours)
    for one in shown:
        name, state, times = standing_row(call, one, trial.terms.zone)
        call.output.data(f"  {name}  {state}  {times}")
        for line in standing_lines(call, one, trial.terms.zone):
            call.output.data(f"    {line}")


def _trial(
    call: Call,
    clock: Clock,
    anchors: tuple[str, ...],
    calendar: str | None,
    severity: str | None,
    entity: tuple[str, ...],
    when: str | None,
) -> tuple[Trial, datetime, FirmClock]:
    grade = None if severity is None else parse_severity(severity)
    firm = known_entity(call)
    home = home_zone(call, firm)
    days = clean_line(calendar or "") or (firm.calendar if firm else "")
    kinds = tuple(map(clean_line, entity)) or (firm.kinds if firm else ())
    terms = call.session.clocks.terms(clock, home, days, kinds)
    zone = clock.zone or home
    moments = list(_moments(call, clock, anchors, zone))
    moment = now() if when is None else call.start(when, zone).at
    ours = firm_clock(call.session.clocks, clock.id, firm, local(moment, zone).date())
    return tried(clock, moments, terms, moment, grade), moment, ours


def _moments(
    call: Call, clock: Clock, anchors: tuple[str, ...], zone: str
) -> Iterator[tuple[str, datetime]]:
    seen: set[str] = set()
    for given in anchors:
        name, equals, time = (part.strip() for part in given.partition("="))
        if not name or not equals or not time:
            raise UsageError("clock-anchor-unreadable", given=given)
        check_start(clock, name, seen)
        seen.add(name)
        yield name, call.start(time, zone).at


def _shown(trial: Trial, report: Report | None) -> tuple[Standing, ...]:
    return tuple(one for one in trial.standings if report is None or one.report.id == report.id)


def _head(call: Call, trial: Trial, ours: FirmClock) -> None:
    clock, terms = trial.clock, trial.terms
    state = call.say(clock_label(ours.use))
    call.output.data(f"{clock.id}  {call.name(clock.name)}  {state}")
    where = {"zone": terms.zone, "calendar": terms.calendar.id}
    call.tell(said.WHERE, **where)
    if ours.applies is Applies.NO:
        call.tell(said.NOT_OURS)
    elif ours.use is not Use.ENABLED:
        call.tell(said.ADVISORY if ours.use is Use.ADVISORY else said.SWITCHED_OFF)
    assumed = trigger_said(clock.trigger, call.language)
    if not trial.starts:
        call.tell(said.BELOW)
    elif assumed:
        call.tell(said.ASSUMED, trigger="; ".join(assumed))


def _in_json(
    call: Call, trial: Trial, moment: datetime, shown: tuple[Standing, ...], ours: FirmClock
) -> dict[str, object]:
    clock, terms = trial.clock, trial.terms
    return {
        "clock": clock.id, "state": clock.use.value, "at": format_time(moment),
        "zone": terms.zone, "calendar": terms.calendar.id, "starts": trial.starts,
        "applies": ours.applies.value, "counts_as": ours.use.value,
        "reports": [standing_in_json(call, clock, one, terms.zone) for one in shown],
    }  # fmt: skip
