"""Places the times of a log on the calendar of a zone: key events first, then the timeline."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from netfin_incident.domain.vocabulary import Precision
from netfin_incident.exchange.incident_log.days import Days, certain, days_of, ranks_of
from netfin_incident.exchange.incident_log.model import Doubt, Reading, WrittenMoment
from netfin_incident.exchange.incident_log.raw import DayMark, Found, RawEntry, RawKey
from netfin_incident.exchange.incident_log.suspects import Suspect, most_common, suspects
from netfin_incident.exchange.incident_log.written import WrittenTime
from netfin_incident.exchange.incident_log.zones import SHARED, instants, place_of, zone_named


@dataclass(slots=True)
class Dated:
    """The found things with their moments, in the order written."""

    days: Days
    zone_written: str
    keys: list[tuple[RawKey, WrittenMoment]] = field(default_factory=list)
    entries: list[tuple[RawEntry, WrittenMoment]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)
    """The lines of times for which no day is known at all."""


def date_all(found: Found, zone: str) -> Dated:
    """Every time of the log as a moment; times that state no zone are read in `zone`."""
    stated = list(
        dict.fromkeys(named for written, _ in found.zones if (named := zone_named(written)))
    )
    dated = Dated(days_of(found), stated[0] if len(stated) == 1 else "")
    if len(stated) > 1:
        line = found.zones[1][1]
        dated.doubts.append(Doubt("zones-differ", line, {"zones": ", ".join(stated), "zone": zone}))
    zone = dated.zone_written or zone
    _date_keys(dated, found.keys, zone)
    _date_stream(dated, found.stream, zone)
    dated.doubts += dated.days.doubts
    return dated


def _date_keys(dated: Dated, keys: Sequence[RawKey], zone: str) -> None:
    walls: list[date | None] = []
    before: datetime | None = None
    for key in keys:
        day = dated.days.read(key.time, key.line)
        if key.time.day is None:
            day = dated.days.following(key.time, key.line, before, None)
        before = _wall(day, key.time) or before
        walls.append(day)
    found = _suspects(dated, walls, ranks_of(keys))
    for index, key in enumerate(keys):
        moment = _moment(dated, key.time, walls[index], key.line, zone)
        dated.keys.append((key, _doubted(dated, moment, found.get(index), key.line)))


def _date_stream(dated: Dated, stream: Sequence[RawEntry | DayMark], zone: str) -> None:
    first = _first_key(dated)
    entries = [each for each in stream if isinstance(each, RawEntry)]
    read = [dated.days.read(entry.time, entry.line) for entry in entries]
    found = _suspects(dated, read, range(len(read)))
    before: datetime | None = None
    under: date | None = None
    index = -1
    for each in stream:
        if isinstance(each, DayMark):
            under = certain(each.day) or under
            continue
        index += 1
        day = read[index]
        if each.time.day is None and (under or before):
            day = dated.days.following(each.time, each.line, before, under)
        elif each.time.day is None:
            day = dated.days.nearest(each.time, each.line, first)
        under = None
        suspect = found.get(index)
        before = _wall(suspect.likely if suspect else day, each.time) or before
        moment = _moment(dated, each.time, day, each.line, zone)
        dated.entries.append((each, _doubted(dated, moment, suspect, each.line)))


def _first_key(dated: Dated) -> datetime | None:
    """The wall-clock time of the first key event."""
    times = [
        moment.best.astimezone(place_of(moment.zone)).replace(tzinfo=None)
        for _, moment in dated.keys
        if moment.best
    ]
    return min(times, default=None)


def _suspects(
    dated: Dated, days: Sequence[date | None], ranks: Sequence[int]
) -> dict[int, Suspect]:
    reference = dated.days.reference or most_common(day for day in days if day)
    return suspects(days, ranks, reference) if reference else {}


def _wall(day: date | None, time: WrittenTime) -> datetime | None:
    if day is None or time.clock is None:
        return None
    wall = datetime.combine(day, time.clock)
    return wall + timedelta(days=1) if time.next_day else wall


def _moment(
    dated: Dated, time: WrittenTime, day: date | None, line: int, zone: str
) -> WrittenMoment:
    own = zone_named(time.zone) if time.zone else ""
    if time.zone in SHARED:
        dated.doubts.append(Doubt("zone-shared", line, {"written": time.zone, "zone": zone}))
    if time.impossible:
        dated.doubts.append(Doubt("time-impossible", line, {"written": time.text}))
    elif day is None and time.day is None:
        dated.undated.append(line)
    used = own or zone
    wall = _wall(day, time)
    precision = Precision.EXACT if time.to_the_second else Precision.MINUTE
    return WrittenMoment(
        time.text,
        _instant(dated, wall, used, line) if wall else None,
        used,
        Precision.APPROXIMATE if time.rough else precision,
        zone_written=bool(own or dated.zone_written),
        day_written=time.day is not None,
    )


def _instant(dated: Dated, wall: datetime, zone: str, line: int) -> datetime:
    found = instants(wall, zone)
    if len(found) == 1:
        return found[0]
    shown = wall.isoformat(" ", "minutes")
    if found:
        second = found[1].astimezone(place_of(zone)).isoformat(" ", "minutes")
        readings = (Reading("read-as", {"value": second}),)
        doubt = Doubt("time-twice", line, {"written": shown, "zone": zone}, readings)
    else:
        doubt = Doubt("time-skipped", line, {"written": shown, "zone": zone})
    dated.doubts.append(doubt)
    return found[0] if found else wall.replace(tzinfo=place_of(zone)).astimezone(UTC)


def _doubted(
    dated: Dated,
    moment: WrittenMoment,
    suspect: Suspect | None,
    line: int,
) -> WrittenMoment:
    """`moment` with what was probably meant, and the doubt listed."""
    if suspect is None or moment.at is None:
        return moment
    place = place_of(moment.zone)
    wall = datetime.combine(suspect.likely, moment.at.astimezone(place).time())
    likely = wall.replace(tzinfo=place).astimezone(UTC)
    readings = (Reading("read-as", {"value": wall.isoformat(" ", "minutes")}),)
    dated.doubts.append(Doubt(suspect.slug, line, {"written": moment.written}, readings))
    return replace(moment, likely=likely)
