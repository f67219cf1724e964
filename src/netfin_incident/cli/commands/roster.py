"""Who is called, now or at another moment, and the whole roster."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Final

from netfin_incident.app.on_call import called
from netfin_incident.app.rosters import Counting, Rosters
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import role_id
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.roster_coming import changes_in_json, changes_rows
from netfin_incident.cli.roster_page import (
    called_in_json,
    called_rows,
    contact_said,
    head_of,
    person_in_json,
    rosters_of,
    source_in_json,
    stretch_in_json,
    stretch_row,
    tell_of_file,
)
from netfin_incident.domain.roster import Changes, Roster, Stretch, timeline
from netfin_incident.store.codec import format_time
from netfin_incident.wording import roster_answers as said
from netfin_incident.wording.labels import role_label
from netfin_incident.wording.moments import stamp

DAYS_SHOWN: Final = 7


def who(
    call: Call,
    name: Annotated[str, Arg("NAME", said.CALLED)] = "",
    *,
    when: Annotated[str | None, Opt("--at", said.AT, "TIME")] = None,
) -> None:
    """Say who is on call and how they are reached."""
    present = now()
    moment = present if when is None else call.start(when).at
    rosters = rosters_of(call)
    counting = rosters.counting(moment)
    is_past = moment < present
    if is_past and counting.standing is None:
        call.tell(said.FROM_FILE, moment=stamp(moment, call.session.zone))
    changes = rosters.changes(moment if is_past else None)
    roster = counting.roster
    found = called(roster, _meant(roster, name), moment, changes)
    if call.wants_json:
        listed = [called_in_json(roster, one) for one in found]
        answer = {"at": format_time(moment), "roster": source_in_json(counting), "called": listed}
        call.output.json(answer)
        return
    for number, one in enumerate(found):
        if number:
            call.output.data()
        call.output.data(head_of(call, one))
        for line in aligned(called_rows(call, roster, one), "  "):
            call.output.data(line)
        for override in one.idle:
            call.tell(said.IDLE, id=override.id, person=override.instead_of)


def show(call: Call) -> None:
    """Show people, teams, roles, who is on call these days, and what was changed."""
    present = now()
    rosters = rosters_of(call)
    counting = rosters.counting(present)
    changes = rosters.changes()
    if call.wants_json:
        call.output.json(_in_json(counting, rosters, changes))
        return
    roster = counting.roster
    _section(call, call.say(said.PEOPLE), list(_people(call, roster)))
    _section(call, call.say(said.TEAMS), list(_teams(call, roster)))
    _section(call, call.say(said.ROLES), list(_roles(call, roster)))
    for rotation in roster.rotations:
        zone = call.zone_or(rotation.zone)
        coming = timeline(rotation, present, present + timedelta(days=DAYS_SHOWN), changes)
        rows = [stretch_row(call, roster, one, zone) for one in coming]
        head = f"{rotation.id}  {call.name(rotation.name)}  {zone}"
        _section(call, f"{head}  {call.say(said.COMING, days=DAYS_SHOWN)}", rows)
    _section(call, call.say(said.CHANGES), changes_rows(call, roster, rosters.rotas(), present))
    tell_of_file(call, rosters)


def _meant(roster: Roster, name: str) -> str:
    """What a name stands for: an id of the roster, or a role by any of its labels."""
    given = name.strip()
    is_id = roster.rotation(given) or roster.team(given) or roster.person(given)
    return given if is_id else role_id(given)


def _people(call: Call, roster: Roster) -> Iterator[tuple[str, ...]]:
    for person in roster.people:
        contacts = ", ".join(contact_said(call, one) for one in person.contacts)
        yield (
            person.id, person.name, person.zone, ", ".join(person.teams) or "–",
            contacts or call.say(said.NO_CONTACT),
        )  # fmt: skip


def _teams(call: Call, roster: Roster) -> Iterator[tuple[str, ...]]:
    for team in roster.teams:
        yield team.id, call.name(team.name), ", ".join(team.rotations) or "–"


def _roles(call: Call, roster: Roster) -> Iterator[tuple[str, ...]]:
    for cover in roster.roles:
        yield cover.role, call.say(role_label(cover.role)), cover.by, cover.backup or "–"


def _section(call: Call, head: str, rows: list[tuple[str, ...]]) -> None:
    if not rows:
        return
    call.output.data(head)
    for line in aligned(rows, "  "):
        call.output.data(line)


def _in_json(counting: Counting, rosters: Rosters, changes: Changes) -> dict[str, object]:
    roster, present = counting.roster, now()
    end = present + timedelta(days=DAYS_SHOWN)
    coming: dict[str, list[Stretch]] = {
        one.id: list(timeline(one, present, end, changes)) for one in roster.rotations
    }
    return {
        "roster": source_in_json(counting),
        "people": [person_in_json(one) for one in roster.people],
        "teams": [
            {"id": one.id, "name": {"en": one.name.en, "zh": one.name.zh},
             "rotations": list(one.rotations)} for one in roster.teams
        ],
        "roles": [
            {"role": one.role, "by": one.by, "backup": one.backup or None} for one in roster.roles
        ],
        "rotations": [
            {"id": one.id, "name": {"en": one.name.en, "zh": one.name.zh}, "zone": one.zone,
             "coming": [stretch_in_json(each) for each in coming[one.id]]}
            for one in roster.rotations
        ],
        "changes": changes_in_json(rosters.rotas(), present),
    }  # fmt: skip
