"""What the rules say about overrides and swaps."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from netfin_incident.domain.record import Act
from netfin_incident.domain.roster import (
    Changes,
    Layer,
    Roster,
    Stint,
    Unit,
    Why,
    on_call,
    spell,
)
from netfin_incident.domain.rota import commands as c
from netfin_incident.domain.rota import events as e
from netfin_incident.domain.rota.rules import LONGEST, decide
from netfin_incident.domain.rota.state import Rota, SwapState, apply, replay
from netfin_incident.domain.vocabulary import Basis
from netfin_incident.errors import CommandRefused
from rosters import at, rotation, turns

NOW = at("2026-11-24 06:00")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PEOPLE = ("ann", "bo", "cy")
ROTATION = rotation("UTC", Layer("d", turns("2026-11-01 00:00", Unit.DAY)))
"""ann has the odd days of November, bo the even ones."""
ANNS, BOS = NOW + DAY, NOW + 2 * DAY


@dataclass(frozen=True)
class Story:
    """What happened to one rotation so far."""

    rota: Rota = field(default_factory=lambda: Rota("seat"))
    happened: tuple[tuple[Act, e.Event], ...] = ()

    def when(
        self, command: c.Command, by: str = "lead", now: datetime = NOW, **more: Any
    ) -> "Story":
        act, rota, happened = Act(now, by, **more), self.rota, self.happened
        for event in decide(rota, act, command):
            rota = apply(rota, act, event)
            happened = (*happened, (act, event))
        return Story(rota, happened)

    def refuses(self, command: c.Command, *acting: Any, **more: Any) -> str:
        with pytest.raises(CommandRefused) as refused:
            self.when(command, *acting, **more)
        return refused.value.slug

    def on_call(self, moment: datetime) -> tuple[str, Why]:
        (duty,) = on_call(Roster(()), ROTATION, moment, Changes(self.rota.counted)).duties
        return duty.person, duty.why


def override(
    person: str = "cy", start: datetime = ANNS, end: datetime = ANNS + HOUR, **more: Any
) -> c.SetOverride:
    return replace(c.SetOverride(person, start, end, "ill", PEOPLE), **more)


def shift(story: Story, moment: datetime) -> Stint:
    found = spell(ROTATION, moment, Changes(story.rota.counted))
    assert found.since is not None
    assert found.until is not None
    return Stint(found.duty.person, found.since, found.until)


def offer(gives: datetime = ANNS, takes: datetime | None = BOS, to: str = "bo") -> c.OfferSwap:
    story = Story()
    taken = None if takes is None else shift(story, takes)
    return c.OfferSwap(to, shift(story, gives), taken, PEOPLE, "家事")


def accept(swap_id: str = "S1", one: str = "ann", other: str = "bo") -> c.AcceptSwap:
    return c.AcceptSwap(swap_id, one, other)


OFFERED = Story().when(offer(), "ann")
ACCEPTED = OFFERED.when(accept(), "bo")


def test_an_override_puts_somebody_in_and_ends_by_itself() -> None:
    story = Story().when(override(instead_of="ann"))
    assert story.on_call(ANNS) == ("cy", Why.OVERRIDE)
    assert story.on_call(ANNS + HOUR) == ("ann", Why.LAYER)
    assert story.happened[-1][1] == e.OverrideSet(
        "seat", "O1", "cy", ANNS, ANNS + HOUR, "ill", "ann"
    )


def test_overrides_are_numbered_one_after_another() -> None:
    story = Story().when(override()).when(override("bo")).when(c.CancelOverride("O1", "well again"))
    story = story.when(override("cy", ANNS + DAY, ANNS + 2 * DAY))
    assert [one.id for one in story.rota.overrides] == ["O1", "O2", "O3"]


def test_of_a_time_that_has_begun_only_what_lies_ahead_is_changed() -> None:
    story = Story().when(override("cy", NOW - 3 * HOUR, NOW + HOUR))
    assert story.on_call(NOW - HOUR) == ("bo", Why.LAYER)
    assert story.on_call(NOW) == ("cy", Why.OVERRIDE)
    event = story.happened[-1][1]
    assert isinstance(event, e.OverrideSet)
    assert event.start == NOW


@pytest.mark.parametrize(
    ("start", "end", "slug"),
    [
        (ANNS, ANNS, "rota-span-backwards"),
        (ANNS, ANNS - HOUR, "rota-span-backwards"),
        (NOW - DAY, NOW, "rota-span-past"),
        (ANNS, ANNS + LONGEST + HOUR, "rota-span-too-long"),
    ],
)
def test_a_time_that_cannot_be_overridden_is_refused(
    start: datetime, end: datetime, slug: str
) -> None:
    assert Story().refuses(override("cy", start, end)) == slug


def test_people_whom_the_roster_does_not_know_are_refused() -> None:
    for asked in (override("dee"), override(instead_of="dee")):
        assert Story().refuses(asked) == "rota-person-unknown"
    assert Story().refuses(replace(offer(), to="dee"), "ann") == "rota-person-unknown"
    assert Story().refuses(offer(), "dee") == "rota-person-unknown"


def test_an_override_needs_a_reason_and_two_people() -> None:
    assert Story().refuses(override(reason=" ")) == "reason-missing"
    assert Story().refuses(override("ann", instead_of="ann")) == "override-by-oneself"


def test_asking_again_for_what_is_so_records_nothing() -> None:
    story = Story().when(override())
    assert story.when(override()).happened == story.happened
    withdrawn = story.when(c.CancelOverride("O1", "well again"))
    assert withdrawn.when(c.CancelOverride("O1", "well again")).happened == withdrawn.happened
    assert len(withdrawn.when(override()).rota.overrides) == 2


def test_a_withdrawn_override_leaves_what_it_changed_before() -> None:
    story = Story().when(override("cy", NOW, NOW + 6 * HOUR))
    story = story.when(c.CancelOverride("O1", "well again"), now=NOW + HOUR)
    assert story.on_call(NOW + HOUR / 2) == ("cy", Why.OVERRIDE)
    assert story.on_call(NOW + HOUR) == ("bo", Why.LAYER)


def test_only_an_override_that_is_not_over_is_withdrawn() -> None:
    story = Story().when(override())
    assert story.refuses(c.CancelOverride("O2", "why")) == "override-unknown"
    assert story.refuses(c.CancelOverride("O1", "")) == "reason-missing"
    late = ANNS + HOUR
    assert story.refuses(c.CancelOverride("O1", "why"), now=late) == "override-over"
    assert ACCEPTED.refuses(c.CancelOverride("S1", "why")) == "override-unknown"


def test_an_offered_swap_changes_nothing_until_the_other_accepts() -> None:
    assert OFFERED.on_call(ANNS) == ("ann", Why.LAYER)
    assert ACCEPTED.on_call(ANNS) == ("bo", Why.OVERRIDE)
    assert ACCEPTED.on_call(BOS) == ("ann", Why.OVERRIDE)
    assert ACCEPTED.on_call(BOS + DAY) == ("ann", Why.LAYER)


def test_only_the_other_accepts_or_declines() -> None:
    for command in (accept(), c.DeclineSwap("S1")):
        for person in ("ann", "cy"):
            assert OFFERED.refuses(command, person) == "swap-for-another"
    assert OFFERED.refuses(c.WithdrawSwap("S1"), "bo") == "swap-of-another"


def test_on_behalf_of_the_other_needs_a_basis() -> None:
    assert OFFERED.refuses(accept(), "lead", on_behalf_of="bo") == "basis-missing"
    story = OFFERED.when(accept(), "lead", on_behalf_of="bo", basis=Basis.PHONE)
    assert story.on_call(ANNS) == ("bo", Why.OVERRIDE)


def test_nobody_gives_or_takes_a_shift_that_is_not_theirs() -> None:
    assert Story().refuses(offer(gives=BOS), "ann") == "swap-not-theirs"
    assert Story().refuses(offer(takes=ANNS), "ann") == "swap-not-theirs"
    assert Story().refuses(offer(takes=BOS, to="cy"), "ann") == "swap-not-theirs"
    assert Story().refuses(offer(takes=None, to="ann"), "ann") == "swap-with-oneself"


def test_a_shift_may_be_given_for_nothing() -> None:
    story = Story().when(offer(takes=None, to="cy"), "ann").when(accept(other=""), "cy")
    assert story.on_call(ANNS) == ("cy", Why.OVERRIDE)
    assert story.on_call(BOS) == ("bo", Why.LAYER)


def test_a_shift_that_is_over_is_not_swapped() -> None:
    assert Story().refuses(offer(gives=ANNS - 2 * DAY), "ann") == "rota-span-past"
    assert OFFERED.refuses(accept(), "bo", now=ANNS + DAY) == "swap-too-late"


def test_of_a_shift_that_runs_when_it_is_accepted_the_rest_is_swapped() -> None:
    story = OFFERED.when(accept(), "bo", now=ANNS)
    assert story.on_call(ANNS - HOUR) == ("ann", Why.LAYER)
    assert story.on_call(ANNS) == ("bo", Why.OVERRIDE)


def test_a_swap_whose_shifts_changed_hands_meanwhile_is_not_accepted() -> None:
    for holders in (("cy", "bo"), ("ann", "cy"), ("ann", "")):
        assert OFFERED.refuses(accept("S1", *holders), "bo") == "swap-changed"


def test_one_shift_is_offered_to_one_person_at_a_time() -> None:
    assert OFFERED.when(offer(), "ann").happened == OFFERED.happened
    assert OFFERED.refuses(offer(takes=None, to="cy"), "ann") == "swap-open"
    withdrawn = OFFERED.when(c.WithdrawSwap("S1", "settled by phone"), "ann")
    again = withdrawn.when(offer(takes=None, to="cy"), "ann")
    assert [one.state for one in again.rota.offers] == [SwapState.WITHDRAWN, SwapState.OFFERED]


def test_a_swap_is_settled_once() -> None:
    declined = OFFERED.when(c.DeclineSwap("S1", "away"), "bo")
    assert declined.on_call(ANNS) == ("ann", Why.LAYER)
    assert declined.when(c.DeclineSwap("S1"), "bo").happened == declined.happened
    assert ACCEPTED.when(accept(), "bo").happened == ACCEPTED.happened
    assert declined.refuses(accept(), "bo") == "swap-settled"
    assert ACCEPTED.refuses(c.DeclineSwap("S1"), "bo") == "swap-settled"
    assert ACCEPTED.refuses(c.WithdrawSwap("S1"), "ann") == "swap-settled"
    assert OFFERED.refuses(accept("S2"), "bo") == "swap-unknown"


def test_replay_comes_to_the_same_state() -> None:
    story = ACCEPTED.when(override()).when(c.CancelOverride("O1", "well again"))
    assert replay(story.happened) == story.rota
    assert replay(()) is None


@pytest.mark.parametrize(
    "event",
    [
        e.OverrideSet("seat", "O1", "cy", ANNS, ANNS + HOUR, "twice"),
        e.OverrideSet("seat", "O2", "cy", ANNS, ANNS, "lasts nothing"),
        e.OverrideSet("other", "O2", "cy", ANNS, ANNS + HOUR, "elsewhere"),
        e.OverrideCancelled("seat", "O2", "unheard of"),
        e.SwapOffered("seat", "S1", "ann", "bo", ANNS, ANNS + HOUR),
        e.SwapOffered("seat", "S2", "ann", "bo", ANNS, ANNS + HOUR, takes_from=BOS),
        e.SwapAccepted("seat", "S1"),
        e.SwapDeclined("seat", "S2"),
        e.SwapWithdrawn("seat", "S2"),
    ],
)
def test_an_entry_that_cannot_have_happened_is_not_folded(event: e.Event) -> None:
    rota = ACCEPTED.when(override()).rota
    with pytest.raises(ValueError, match=r"."):
        apply(rota, Act(NOW, "lead"), event)
