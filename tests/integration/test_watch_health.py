"""What `watch --check` holds open of the notices that reached nobody, and what makes them good."""

from pathlib import Path

import pytest

from netfin_incident.app.watch_parts import health_of
from netfin_incident.app.watching import watch_act
from netfin_incident.domain.escalation import Escalation, Notice, NoticeState, Purpose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import CallOutcome, CancelKind, Role
from netfin_incident.errors import NetfinError
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from watch_office import WatchOffice


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


def one_dead(office: WatchOffice, incident_id: str, to: str) -> Notice:
    """The newest notice to that person is given up."""
    notice = [
        one for one in office.incident(incident_id).notices.values() if one.to == to and one.is_open
    ][-1]
    failed = c.RecordFailed(notice.key, 4, "host_unknown", "")
    office.wall.let_pass(seconds=1)
    office.desk.handle(incident_id, watch_act(office.wall.now()), failed)
    return office.incident(incident_id).notices[notice.key]


def called(office: WatchOffice) -> str:
    """An incident whose first level was called, by pages that are still to be sent."""
    incident_id = office.declare()
    office.watch()._ticker.turn(office.wall.now())
    return incident_id


def told(office: WatchOffice) -> str:
    """An incident that bo has, in which ann is told that she holds a role, and is not yet."""
    incident_id = called(office)
    office.ask(incident_id, c.Acknowledge(), by="bo")
    office.ask(incident_id, c.AssignRole(Role.SCRIBE, "ann"), by="bo")
    office.watch()._ticker.turn(office.wall.now())
    return incident_id


def ladder(office: WatchOffice, incident_id: str) -> Escalation:
    found = office.incident(incident_id).escalation
    assert found is not None
    return found


def escalate(office: WatchOffice, incident_id: str) -> None:
    """The next level is called by hand."""
    known = office.on_call(ladder(office, incident_id).policy)
    office.ask(incident_id, c.Escalate(known), by="bo")


def open_ones(office: WatchOffice) -> list[NetfinError]:
    return [one for one in office.findings() if one.slug in ("notice-dead", "notice-untold")]


def slugs(office: WatchOffice) -> list[str]:
    return [one.slug for one in open_ones(office)]


def test_a_call_is_made_good_by_an_acknowledgement_that_is_void_by_now(
    office: WatchOffice,
) -> None:
    one = called(office)
    one_dead(office, one, "ann")
    assert slugs(office) == ["notice-dead"]
    office.ask(one, c.Acknowledge(), by="bo")
    assert slugs(office) == []
    escalate(office, one)
    assert not ladder(office, one).is_answered
    assert slugs(office) == []


def test_an_acknowledgement_before_does_not_make_a_later_failure_good(office: WatchOffice) -> None:
    one = called(office)
    office.ask(one, c.Acknowledge(), by="bo")
    escalate(office, one)
    one_dead(office, one, "cy")
    assert slugs(office) == ["notice-dead"]


def test_what_is_no_call_is_not_made_good_by_an_acknowledgement_and_says_what_does(
    office: WatchOffice,
) -> None:
    one = told(office)
    dead = one_dead(office, one, "ann")
    assert dead.purpose is Purpose.ROLE_ASSIGNED
    office.ask(one, c.Acknowledge(), by="cy")
    (error,) = open_ones(office)
    assert error.slug == "notice-untold"
    line = explain(error, Language.EN).line
    assert "acknowledged" not in line
    assert f"netfin-incident notify retry {dead.key[:8]}" in line
    assert f"netfin-incident call {one} ann answered" in line
    office.ask(one, c.RecordCall("ann", CallOutcome.NO_ANSWER), by="cy")
    assert slugs(office) == ["notice-untold"]
    office.ask(one, c.RecordCall("ann", CallOutcome.ANSWERED), by="cy")
    assert slugs(office) == []


@pytest.mark.parametrize("to", ["ann", "cy"])
def test_a_later_notice_makes_good_what_the_same_person_was_owed(
    office: WatchOffice, to: str
) -> None:
    one = told(office)
    one_dead(office, one, "ann")
    office.ask(one, c.AssignRole(Role.TECHNICAL, to), by="bo")
    office.watch().once()
    assert len(office.pages(to)) == 1
    assert slugs(office) == ([] if to == "ann" else ["notice-untold"])


def test_one_that_is_tried_again_held_back_or_over_does_not_stand_open(
    office: WatchOffice,
) -> None:
    first, second, third = told(office), told(office), told(office)
    keys = [one_dead(office, one, "ann").key for one in (first, second, third)]
    assert slugs(office) == ["notice-untold"] * 3
    office.ask(first, c.RetryNotice(keys[0]))
    office.ask(
        second, c.RetryNotice(keys[1]), c.QuarantineNotice(keys[1], "she sits here")
    )  # fmt: skip
    office.ask(third, c.Cancel(CancelKind.FALSE_ALARM, "a test"))
    assert slugs(office) == []
    health = health_of(office.open())
    assert [(one, notice.key) for one, notice in health.held()] == [(second, keys[1])]
    again = one_dead(office, first, "ann")
    assert again.state is NoticeState.DEAD
    assert slugs(office) == ["notice-untold"]
