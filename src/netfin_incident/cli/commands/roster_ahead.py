"""Looking a roster through: what needs seeing to, what is to come, and how it is shared out."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from netfin_incident.app.roster_checks import check_between
from netfin_incident.app.rosters import Counting, Rosters, find_rotation
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.roster_page import (
    day_count,
    person_said,
    require_few,
    rosters_of,
    stretch_in_json,
    stretch_row,
    tell_of_file,
)
from netfin_incident.domain.roster import DAYS_AHEAD, Load, Roster, Stretch, joined, timeline
from netfin_incident.domain.roster import balance as share
from netfin_incident.domain.roster.clocks import wall_at
from netfin_incident.errors import CommandRefused, DefinitionError
from netfin_incident.library.roster import check_roster_file
from netfin_incident.store.codec import format_time
from netfin_incident.wording import roster_answers as said
from netfin_incident.wording.moments import exact_span

_PREVIEW_DAYS: Final = "14"


def check(call: Call) -> int:
    """Look for faults in the file and for gaps in the days ahead; for a timer that reports them."""
    rosters = rosters_of(call)
    path = call.session.config.roster.value
    present = now()
    found = list(check_roster_file(path))
    roster = _counting(rosters, present)
    if roster is not None:
        found += _ahead(rosters, present)
        tell_of_file(call, rosters)
    code = answer_findings(call, path, found)
    if roster is None and not found:
        call.tell(said.NO_ROSTER, path=path)
    elif roster is not None and not found:
        counts = {"people": len(roster.people), "rotations": len(roster.rotations)}
        call.tell(said.CHECKED, **counts, days=DAYS_AHEAD)
    return code


def preview(
    call: Call,
    rotation: Annotated[str, Arg("ROTATION", said.ROTATION)],
    *,
    days: Annotated[str, Opt("--days", said.PREVIEW_DAYS, "N")] = _PREVIEW_DAYS,
) -> None:
    """Show who would be on call by the file as it is, overrides and swaps included."""
    count = day_count(days)
    rosters, present = rosters_of(call), now()
    written = call.session.roster
    roster = rosters.counting(present).roster if written is None else written
    seat = find_rotation(roster, rotation)
    zone = call.zone_or(seat.zone)
    end = present + timedelta(days=count)
    coming = list(timeline(seat, present, end, rosters.changes()))
    if call.wants_json:
        listed = [stretch_in_json(one) for one in coming]
        call.output.json({"rotation": seat.id, "zone": seat.zone, "coming": listed})
        return
    rows = [
        (*stretch_row(call, roster, one, zone), _clock_change(call, one, seat.zone))
        for one in coming
    ]
    for line in aligned(rows):
        call.output.data(line)
    tell_of_file(call, rosters)


def balance(
    call: Call,
    rotation: Annotated[str | None, Arg("ROTATION", said.ROTATION_ONLY)] = None,
    *,
    start: Annotated[str | None, Opt("--from", said.FROM, "TIME")] = None,
    end: Annotated[str | None, Opt("--to", said.UNTIL, "TIME")] = None,
) -> None:
    """Show how time on call is shared out; the next 30 days, unless said otherwise."""
    begins = now() if start is None else call.start(start).at
    ends = begins + timedelta(days=DAYS_AHEAD) if end is None else call.start(end).at
    if ends <= begins:
        raise CommandRefused("rota-span-backwards", start=begins, end=ends)
    require_few((ends - begins).days)
    rosters = rosters_of(call)
    changes = rosters.changes()
    parts: list[tuple[Load, ...]] = []
    for period in rosters.periods(begins, ends):
        roster = period.counting.roster
        seats = roster.rotations if rotation is None else (find_rotation(roster, rotation),)
        parts.append(share(roster, seats, period.start, period.end, changes))
    loads = joined(parts)
    if call.wants_json:
        listed = [_load_in_json(one) for one in loads]
        answer = {"from": format_time(begins), "until": format_time(ends), "people": listed}
        call.output.json(answer)
        return
    for line in aligned(list(_load_rows(call, rosters.counting(begins), loads))):
        call.output.data(line)


def _counting(rosters: Rosters, present: datetime) -> Roster | None:
    """The roster that counts; None where there is none, or its file cannot be used."""
    try:
        return rosters.counting(present).roster
    except DefinitionError:
        return None


def _ahead(rosters: Rosters, present: datetime) -> list[DefinitionError]:
    """What needs seeing to in the days ahead, each finding once however many rosters have it."""
    changes = rosters.changes()
    found = [
        error
        for one in rosters.periods(present, present + timedelta(days=DAYS_AHEAD))
        for error in check_between(one.counting.roster, one.start, one.end, changes)
    ]
    return list({str(error): error for error in found}.values())


def _clock_change(call: Call, one: Stretch, zone: str) -> str:
    """How long it is by the wall clock, where that is not the time that really passes."""
    place = ZoneInfo(zone)
    written = wall_at(one.end, place) - wall_at(one.start, place)
    if written == one.end - one.start:
        return ""
    hours = exact_span(round(written.total_seconds()), call.language, in_hours=True)
    return call.say(said.CLOCK_CHANGE, hours=hours)


def _load_rows(
    call: Call, counting: Counting, loads: tuple[Load, ...]
) -> Iterator[tuple[str, ...]]:  # fmt: skip
    heads = (
        said.PERSON_HEAD, said.SHIFTS_HEAD, said.TOTAL_HEAD, said.NIGHTS_HEAD, said.REST_DAYS_HEAD,
    )  # fmt: skip
    yield tuple(call.say(head) for head in heads)
    for one in loads:
        hours = (
            exact_span(round(length.total_seconds()), call.language, in_hours=True)
            for length in (one.total, one.nights, one.rest_days)
        )
        yield person_said(call, counting.roster, one.person), str(one.shifts), *hours


def _load_in_json(one: Load) -> dict[str, object]:
    return {
        "person": one.person, "times": one.shifts,
        "seconds": round(one.total.total_seconds()),
        "night_seconds": round(one.nights.total_seconds()),
        "rest_day_seconds": round(one.rest_days.total_seconds()),
    }  # fmt: skip
