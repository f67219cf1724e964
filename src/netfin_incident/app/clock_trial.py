"""A clock tried out: what somebody says happened when, as the facts that the engine counts from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from netfin_incident.domain.clocks import (
    SUBMITTED,
    Anchor,
    AnchorSet,
    Clock,
    Fact,
    Said,
    Standing,
    Submitted,
    Terms,
    standings,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.errors import UsageError

_NOBODY = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A clock with what it came to."""

    clock: Clock
    terms: Terms
    standings: tuple[Standing, ...]
    starts: bool
    """Whether the severity starts it."""


def check_start(clock: Clock, name: str, given: Iterable[str]) -> None:
    """Hold that `clock` is moved by `name`, and that it was not `given` already.

    Raises:
        UsageError: it is not, or it was.
    """
    if name not in clock.starts:
        raise UsageError(
            "clock-anchor-unneeded", given=name, clock=clock.id, choices=clock.starts
        )  # fmt: skip
    if name in given and not name.startswith(SUBMITTED):
        raise UsageError("clock-anchor-twice", given=name)


def tried(
    clock: Clock,
    moments: Iterable[tuple[str, datetime]],
    terms: Terms,
    now: datetime,
    severity: Severity | None = None,
) -> Trial:
    """Where the reports of `clock` would stand at `now`, had everything been at these `moments`."""
    said = Said(now, _NOBODY)
    anchors: list[Fact] = []
    submitted: list[Submitted] = []
    for name, at in moments:
        if name.startswith(SUBMITTED):
            submitted.append(Submitted(said, name.removeprefix(SUBMITTED), at))
        else:
            anchors.append(AnchorSet(said, Anchor(name), at))
    facts = (*anchors, *sorted(submitted, key=lambda one: one.at))
    starts = clock.trigger.allows(severity)
    return Trial(clock, terms, standings(clock, facts, terms, now, holds=starts), starts)
