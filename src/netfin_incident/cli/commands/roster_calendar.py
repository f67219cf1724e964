"""Times on call as a calendar file."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Final

from netfin_incident.app.named_files import write_whole
from netfin_incident.bootstrap import now
from netfin_incident.cli.asked import FORCE, OUT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import needed
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.roster_page import day_count, person_said, rosters_of, why_said
from netfin_incident.domain.moment import parse_start
from netfin_incident.domain.roster import Changes, Roster, Rotation, by_person, spell, timeline
from netfin_incident.errors import DefinitionError
from netfin_incident.exchange.rota_calendar import OnDuty, calendar_bytes
from netfin_incident.library.choices import choices
from netfin_incident.wording import roster_answers as said

_DAYS: Final = "90"


def calendar(
    call: Call,
    name: Annotated[str, Arg("NAME", said.ROTATION_OR_PERSON)],
    *,
    out: OUT = None,
    start: Annotated[str | None, Opt("--from", said.FROM, "TIME")] = None,
    days: Annotated[str, Opt("--days", said.CALENDAR_DAYS, "N")] = _DAYS,
    force: FORCE = False,
) -> None:
    """Write the times on call of a rotation or a person as an iCalendar file."""
    path = needed(out, "--out", "roster.ics")
    count = day_count(days)
    today = parse_start("today", now(), call.session.zone)
    begins = today.at if start is None else call.start(start).at
    rosters = rosters_of(call)
    counting = rosters.counting(begins)
    roster, changes = counting.roster, rosters.changes()
    seats = _seats(roster, name)
    only = "" if roster.rotation(name) else name
    ends = begins + timedelta(days=count)
    times = [
        one for seat in seats for one in _times(call, roster, seat, begins, ends, changes, only)
    ]
    standing = counting.standing
    stamp = standing.version.adopted_at if standing else begins
    write_whole(Path(path), [calendar_bytes(name, stamp, times)], force=force)
    if call.wants_json:
        call.output.json({"path": path, "times": len(times)})
    else:
        call.tell(said.CALENDAR_WRITTEN, count=len(times), path=path)


def _seats(roster: Roster, name: str) -> tuple[Rotation, ...]:
    rotation = roster.rotation(name)
    if rotation is not None:
        return (rotation,)
    if roster.person(name) is None:
        known = (*(one.id for one in roster.rotations), *(one.id for one in roster.people))
        raise DefinitionError("roster-called-unknown", given=name, choices=choices(name, known))
    return roster.rotations


def _times(
    call: Call, roster: Roster, seat: Rotation, begins: datetime, ends: datetime,
    changes: Changes, only: str,
) -> Iterator[OnDuty]:  # fmt: skip
    """Whole times on call that touch the span; one without an end in sight is cut to it."""
    first, last = spell(seat, begins, changes), spell(seat, ends, changes)
    span = first.since or begins, last.until or ends
    for one in by_person(timeline(seat, *span, changes)):
        who = one.duty.person
        if who and only in {"", who} and one.start < ends:
            title = f"{call.name(seat.name)}: {person_said(call, roster, who)}"
            yield OnDuty(seat.id, one.start, one.end, title, why_said(call, one.duty))
