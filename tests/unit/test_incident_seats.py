from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.seats import conflicts, known_roles
from netfin_incident.domain.incident.state import Seat
from netfin_incident.domain.vocabulary import Field, Reasoned, Role
from story import LI, T0, WANG, ZHAO, Story, act, for_wang, given, minutes, running

OFFER = c.OfferHandover(Role.COMMANDER, WANG, "upstream answers at 15:00")


def commanded(by: str = LI) -> Story:
    return running(c.AssignRole(Role.COMMANDER, by))


def test_a_vacant_role_is_given_to_a_person() -> None:
    story = (
        running()
        .when(c.AssignRole(Role.SCRIBE, " 赵一 "))
        .then(e.RoleAssigned(Role.SCRIBE, "赵一"))
    )
    assert story.incident.seats[Role.SCRIBE] == Seat("赵一", T0)


def test_assigning_the_holder_again_changes_nothing() -> None:
    commanded().when(c.AssignRole(Role.COMMANDER, LI)).nothing()


def test_a_role_that_is_held_is_not_assigned_over_its_holder() -> None:
    commanded().when(c.AssignRole(Role.COMMANDER, WANG)).refused("role-held", holder=LI)


def test_an_unknown_role_is_refused_with_the_nearest_name() -> None:
    running().when(c.AssignRole("comander", LI)).refused("role-unknown", nearest="commander")


def test_a_playbook_adds_its_own_roles() -> None:
    assert "channel_ops" in known_roles(running().incident)
    running().when(c.AssignRole("channel_ops", LI)).then(e.RoleAssigned("channel_ops", LI))


def test_the_old_holder_holds_until_the_handover_is_accepted() -> None:
    offered = commanded().when(OFFER).accepted()
    assert offered.incident.holder(Role.COMMANDER) == LI
    accepted = offered.when(c.AcceptHandover(Role.COMMANDER), by=WANG, at=minutes(5)).then(
        e.HandoverAccepted(Role.COMMANDER, WANG, LI)
    )
    assert accepted.incident.seats[Role.COMMANDER] == Seat(WANG, minutes(5))
    assert accepted.incident.offers == {}


def test_a_handover_comes_with_a_brief() -> None:
    commanded().when(c.OfferHandover(Role.COMMANDER, WANG, " ")).refused(
        "text-missing", field=Field.BRIEF
    )


def test_only_the_receiver_accepts() -> None:
    offered = commanded().when(OFFER).accepted()
    offered.when(c.AcceptHandover(Role.COMMANDER), by=ZHAO).refused(
        "handover-for-another", to=WANG, person=ZHAO
    )


def test_somebody_may_accept_in_the_receivers_name_and_the_receiver_then_owes_a_word() -> None:
    offered = commanded().when(OFFER).accepted()
    accepted = offered.when_acting(for_wang(), c.AcceptHandover(Role.COMMANDER)).accepted()
    assert accepted.incident.holder(Role.COMMANDER) == WANG
    assert [owed.person for owed in accepted.incident.owed.values()] == [WANG]


def test_a_handover_that_nobody_offered_is_not_accepted() -> None:
    commanded().when(c.AcceptHandover(Role.COMMANDER), by=WANG).refused("handover-none")


def test_the_holder_and_the_commander_offer_a_role() -> None:
    staffed = commanded().when(c.AssignRole(Role.SCRIBE, ZHAO)).accepted()
    offer = c.OfferHandover(Role.SCRIBE, WANG, "notes are current")
    staffed.when(offer, by=ZHAO).accepted()
    staffed.when(offer, by=LI).accepted()
    staffed.when(offer, by=WANG).refused("handover-not-yours", holder=ZHAO, person=WANG)
    staffed.when_acting(for_wang(), offer).refused("handover-not-yours", person=WANG)


def test_a_role_is_not_handed_to_its_holder() -> None:
    commanded().when(c.OfferHandover(Role.COMMANDER, LI, "x")).refused("handover-to-holder")


def test_offering_the_same_again_changes_nothing() -> None:
    offered = commanded().when(OFFER).accepted()
    offered.when(OFFER).nothing()
    newer = c.OfferHandover(Role.COMMANDER, WANG, "upstream is back")
    offered.when(newer).then(e.HandoverOffered(Role.COMMANDER, WANG, "upstream is back"))


def test_who_offered_a_role_may_withdraw_the_offer() -> None:
    staffed = commanded().when(c.AssignRole(Role.SCRIBE, ZHAO)).accepted()
    offered = staffed.when(c.OfferHandover(Role.SCRIBE, WANG, "brief")).accepted()
    end = c.EndHandover(Role.SCRIBE, "not now")
    for person in (LI, ZHAO, WANG):
        offered.when(end, by=person).accepted()


def test_the_receiver_may_decline_and_the_holder_withdraw_with_a_reason() -> None:
    offered = commanded().when(OFFER).accepted()
    end = c.EndHandover(Role.COMMANDER, "on a train")
    for person in (WANG, LI):
        ended = offered.when(end, by=person).then(
            e.HandoverEnded(Role.COMMANDER, WANG, "on a train")
        )
        assert ended.incident.holder(Role.COMMANDER) == LI
    offered.when(c.EndHandover(Role.COMMANDER, ""), by=WANG).refused("reason-missing")
    offered.when(end, by=ZHAO).refused("handover-for-another")


def test_an_offer_that_is_not_there_is_not_ended() -> None:
    commanded().when(c.EndHandover(Role.COMMANDER, "x")).refused("handover-none")


def test_what_is_done_on_behalf_of_a_person_is_judged_by_that_person() -> None:
    """Li types, Wang acts: Li's own seats and offers neither help nor hinder."""
    offered = commanded().when(OFFER).accepted()
    end = c.EndHandover(Role.COMMANDER, "on a train")
    offered.when_acting(for_wang(), end).accepted()
    to_zhao = commanded(ZHAO).when(c.OfferHandover(Role.COMMANDER, LI, "brief"), by=ZHAO).accepted()
    to_zhao.when_acting(for_wang(), end).refused("handover-for-another", person=WANG)
    accept = c.AcceptHandover(Role.COMMANDER)
    to_zhao.when_acting(for_wang(), accept).refused("handover-for-another", person=WANG)
    take = c.TakeRole("needed", "settlement")
    operating = running(c.AssignRole("channel_ops", LI))
    operating.when_acting(for_wang(), take).then(e.RoleTaken("settlement", WANG, "", "needed"))
    operating = running(c.AssignRole("channel_ops", WANG), c.AssignRole("settlement", LI))
    operating.when_acting(for_wang(), take).refused("duties-conflict", person=WANG)


def test_a_handover_accepted_in_anothers_name_joins_no_incompatible_pair() -> None:
    story = commanded().when(OFFER).accepted()
    story = story.when(c.AssignRole("channel_ops", WANG)).accepted()
    acting = for_wang()
    story.when_acting(acting, c.AcceptHandover(Role.COMMANDER)).refused(
        "duties-conflict", person=WANG
    )


def test_command_can_always_be_taken_with_a_reason() -> None:
    story = commanded().when(OFFER).accepted()
    story.when(c.TakeRole(""), by=ZHAO).refused("reason-missing", act=Reasoned.TAKING_ROLE)
    taken = story.when(c.TakeRole("li cannot be reached"), by=ZHAO).then(
        e.RoleTaken(Role.COMMANDER, ZHAO, LI, "li cannot be reached")
    )
    assert taken.incident.holder(Role.COMMANDER) == ZHAO
    assert taken.incident.offers == {}


def test_command_can_be_taken_even_against_the_pairs_kept_apart() -> None:
    story = running(c.AssignRole("channel_ops", LI))
    taken = story.when(c.TakeRole("nobody else is here")).accepted()
    assert conflicts(taken.incident, "channel_ops", LI) == (Role.COMMANDER,)


def test_taking_command_twice_changes_nothing() -> None:
    commanded().when(c.TakeRole("again")).nothing()


def test_incompatible_pairs_are_refused() -> None:
    commanded().when(c.AssignRole("channel_ops", LI)).refused(
        "duties-conflict", person=LI, held=(Role.COMMANDER,)
    )


def test_a_handover_does_not_join_an_incompatible_pair() -> None:
    story = commanded().when(c.AssignRole("channel_ops", WANG)).accepted()
    story.when(OFFER).refused("duties-conflict", person=WANG)


def test_a_handover_that_became_incompatible_is_not_accepted() -> None:
    story = commanded().when(OFFER).accepted()
    story = story.when(c.AssignRole("channel_ops", WANG)).accepted()
    story.when(c.AcceptHandover(Role.COMMANDER), by=WANG).refused("duties-conflict")


def test_taking_another_role_than_command_does_not_join_an_incompatible_pair() -> None:
    story = running(c.AssignRole("channel_ops", LI), c.AssignRole("settlement", ZHAO))
    story.when(c.TakeRole("gone home", "settlement")).refused("duties-conflict", person=LI)
    story.when(c.TakeRole("gone home", "settlement"), break_glass="alone").accepted()


def test_break_glass_allows_an_incompatible_pair_and_owes_a_review_within_24_hours() -> None:
    alone = commanded().when(c.AssignRole("channel_ops", LI), break_glass="alone at 03:00")
    [owed] = alone.then(e.RoleAssigned("channel_ops", LI)).incident.owed.values()
    assert (owed.break_glass, owed.due_at) == (True, minutes(24 * 60))


def test_without_a_playbook_no_pair_is_kept_apart() -> None:
    bare = given(c.Declare("INC-2026-0002", "x", running().incident.severity, "UTC"))
    story = bare.when(c.AssignRole(Role.COMMANDER, LI)).accepted()
    story.when(c.AssignRole(Role.SETTLEMENT, LI)).accepted()


def test_the_holder_leaves_a_role_and_pending_offers_go_with_it() -> None:
    story = commanded().when(OFFER).accepted()
    left = story.when(c.ReleaseRole(Role.COMMANDER)).then(e.RoleReleased(Role.COMMANDER, LI))
    assert (left.incident.seats, left.incident.offers) == ({}, {})
    left.when(c.ReleaseRole(Role.COMMANDER)).refused("role-vacant")


def test_releasing_anothers_role_needs_a_reason() -> None:
    story = commanded()
    story.when(c.ReleaseRole(Role.COMMANDER), by=ZHAO).refused("reason-missing")
    story.when_acting(for_wang(), c.ReleaseRole(Role.COMMANDER)).refused("reason-missing")
    story.when(c.ReleaseRole(Role.COMMANDER, "off shift"), by=ZHAO).then(
        e.RoleReleased(Role.COMMANDER, LI, "off shift")
    )


def test_a_late_entry_says_since_when_the_role_was_held() -> None:
    late = act(at=minutes(30), occurred_at=minutes(10))
    story = running().when_acting(late, c.AssignRole(Role.COMMANDER, LI)).accepted()
    assert story.incident.seats[Role.COMMANDER].since == minutes(10)
