from datetime import datetime
from pathlib import Path

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Role, Status
from netfin_incident.reports.handovers import Outcome
from netfin_incident.reports.tenures import Passing
from report_cases import LI, WANG, ZHAO, Case, minute

LEADER, COMMANDER = Role.LEADER, Role.COMMANDER


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def gaps(case: Case, as_of: float = 60) -> list[tuple[datetime, datetime, bool]]:
    """When nobody commanded, and whether that lasts."""
    return [(one.start, one.end, one.lasts) for one in case.facts(as_of).without_commander]


def test_a_tenure_lasts_until_the_role_passes_on(case: Case) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    case(5, c.OfferHandover(COMMANDER, WANG, "quiet"), by=ZHAO)
    case(8, c.AcceptHandover(COMMANDER), by=WANG)
    first, second = case.facts().tenures
    assert (first.person, first.start, first.end) == (ZHAO, minute(1), minute(8))
    assert (first.begun, first.ended, first.seconds) == (
        Passing.ASSIGNED, Passing.HANDED_OVER, 7 * 60,
    )  # fmt: skip
    assert (second.person, second.before, second.end) == (WANG, ZHAO, None)


def test_the_holder_holds_until_the_handover_is_accepted(case: Case) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    case(5, c.OfferHandover(COMMANDER, WANG, "quiet"), by=ZHAO)
    facts = case.facts(30)
    assert [one.person for one in facts.tenures] == [ZHAO]
    assert facts.handovers[0].outcome is Outcome.WAITING


def test_a_forced_takeover_keeps_its_reason_and_who_was_replaced(case: Case) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    case(9, c.TakeRole("no answer for five minutes"), by=WANG)
    before, taken = case.facts().tenures
    assert (taken.begun, taken.before) == (Passing.TAKEN, ZHAO)
    assert taken.reason == "no answer for five minutes"
    assert before.ended is Passing.TAKEN


def test_a_released_role_keeps_the_reason_and_leaves_a_gap(case: Case) -> None:
    case(0, c.AssignRole(COMMANDER, ZHAO))
    case(10, c.ReleaseRole(COMMANDER, "taken ill"), by=ZHAO)
    case(25, c.AssignRole(COMMANDER, WANG))
    assert case.facts().tenures[0].end_reason == "taken ill"
    assert gaps(case) == [(minute(10), minute(25), False)]


def test_without_a_commander_from_the_start_the_gap_begins_with_the_declaration(case: Case) -> None:
    case(7, c.AssignRole(COMMANDER, ZHAO))
    assert gaps(case) == [(minute(0), minute(7), False)]


def test_a_gap_that_lasts_ends_where_the_report_looks(case: Case) -> None:
    assert case.id
    assert gaps(case, as_of=42) == [(minute(0), minute(42), True)]


def test_nobody_need_command_after_the_response_has_ended(case: Case) -> None:
    case(0, c.AssignRole(COMMANDER, ZHAO), c.StateFunds(touched=False))
    case(20, c.ChangeStatus(Status.RECOVERED))
    case(30, c.ChangeStatus(Status.RESOLVED))
    case(40, c.ReleaseRole(COMMANDER, "over"), by=ZHAO)
    assert gaps(case, as_of=500) == []


def test_a_reopened_response_needs_a_commander_again(case: Case) -> None:
    case(0, c.AssignRole(COMMANDER, ZHAO), c.StateFunds(touched=False))
    case(20, c.ChangeStatus(Status.RECOVERED))
    case(30, c.ChangeStatus(Status.RESOLVED), c.ReleaseRole(COMMANDER, "over"))
    case(100, c.Reopen("it is back"))
    case(112, c.AssignRole(COMMANDER, WANG))
    assert gaps(case, as_of=120) == [(minute(100), minute(112), False)]


def test_a_corrected_moment_moves_the_tenure(case: Case) -> None:
    assigned = case(10, c.AssignRole(COMMANDER, ZHAO))
    case(11, c.Correct(assigned.entry, "watch was fast", occurred_at=minute(4)))
    assert case.facts().tenures[0].start == minute(4)
    assert gaps(case) == [(minute(0), minute(4), False)]


def test_a_takeover_that_happened_before_the_tenure_it_ends_is_negative_not_hidden(
    case: Case,
) -> None:
    case(10, c.AssignRole(COMMANDER, ZHAO))
    case(12, c.TakeRole("was mine all along"), by=WANG, occurred=3, zone="Asia/Shanghai")
    assert case.facts().tenures[0].seconds == -7 * 60


@pytest.mark.parametrize(
    ("end", "by", "outcome", "reason"),
    [
        (c.AcceptHandover(COMMANDER), WANG, Outcome.ACCEPTED, ""),
        (c.EndHandover(COMMANDER, "busy"), WANG, Outcome.DECLINED, "busy"),
        (c.EndHandover(COMMANDER, "stays"), ZHAO, Outcome.WITHDRAWN, "stays"),
        (c.TakeRole("fire"), LI, Outcome.OVERTAKEN, ""),
        (c.ReleaseRole(COMMANDER, "left"), ZHAO, Outcome.OVERTAKEN, ""),
        (c.OfferHandover(COMMANDER, LI, "you then"), ZHAO, Outcome.OVERTAKEN, ""),
    ],
)
def test_every_offer_says_what_became_of_it(
    case: Case, end: c.Command, by: str, outcome: Outcome, reason: str
) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    case(5, c.OfferHandover(COMMANDER, WANG, "contained; books are open"), by=ZHAO)
    case(8, end, by=by)
    offer = case.facts().handovers[0]
    assert (offer.holder, offer.to, offer.brief) == (ZHAO, WANG, "contained; books are open")
    assert (offer.outcome, offer.reason, offer.seconds) == (outcome, reason, 3 * 60)


def test_roles_that_must_be_held_and_never_were_are_named(case: Case) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    assert case.facts().never_held == (LEADER,)
    case(2, c.AssignRole(LEADER, LI))
    assert case.facts().never_held == ()
