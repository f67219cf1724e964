"""The one door to overrides and swaps: who is on call is resolved in the transaction that decides."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from netfin_incident.app.rosters import Rosters, find_rotation
from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.roster import Rotation, Stint, Swap, spell, timeline
from netfin_incident.domain.rota import commands as c
from netfin_incident.domain.rota import events as e
from netfin_incident.domain.rota.rules import decide
from netfin_incident.domain.rota.state import Rota, apply
from netfin_incident.errors import CommandRefused
from netfin_incident.store.rotas import fold_rota, rota_stream
from netfin_incident.store.store import Store


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a request: the rotation's changes now, and the entries it left."""

    rota: Rota
    recorded: tuple[Recorded[e.Event], ...] = ()


class Rotas:
    """Handles what is asked about rotations.  Safe to use from several threads."""

    def __init__(self, store: Store, rosters: Rosters) -> None:
        """Work on `store`, with the rosters of the same database."""
        self._store = store
        self._rosters = rosters

    def override(
        self, rotation_id: str, act: Act, person: str, span: tuple[datetime, datetime],
        reason: str, instead_of: str = "",
    ) -> Changed:  # fmt: skip
        """Let a person stand in from a moment to another.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            DefinitionError: there is no roster that can be used, or no such rotation in it.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """

        def asked(_rota: Rota) -> c.Command:
            roster = self._rosters.counting(max(span[0], act.at)).roster
            find_rotation(roster, rotation_id)
            people = tuple(one.id for one in roster.people)
            return c.SetOverride(person, *span, reason, people, instead_of)

        return self._handle(rotation_id, act, asked)

    def offer(
        self, rotation_id: str, act: Act, to: str, gives_at: datetime,
        takes_at: datetime | None = None, note: str = "",
    ) -> Changed:  # fmt: skip
        """Offer the shift that runs at a moment, for the one of the other person at another.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            DefinitionError: there is no roster that can be used, or no such rotation in it.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """

        def asked(_rota: Rota) -> c.Command:
            roster = self._rosters.counting(max(gives_at, act.at)).roster
            rotation = find_rotation(roster, rotation_id)
            gives = self._shift(rotation, gives_at, act)
            takes = None if takes_at is None else self._shift(rotation, takes_at, act)
            people = tuple(one.id for one in roster.people)
            return c.OfferSwap(to, gives, takes, people, note)

        return self._handle(rotation_id, act, asked)

    def accept(self, rotation_id: str, act: Act, swap_id: str) -> Changed:
        """Accept a swap.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            DefinitionError: there is no roster that can be used.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """

        def asked(rota: Rota) -> c.Command:
            offer = rota.offer(swap_id)
            if offer is None:
                return c.AcceptSwap(swap_id, "")
            return c.AcceptSwap(swap_id, *self._holders(offer.swap, act))

        return self._handle(rotation_id, act, asked)

    def handle(
        self, rotation_id: str, act: Act, command: c.CancelOverride | c.DeclineSwap | c.WithdrawSwap
    ) -> Changed:
        """Do what needs nothing from the roster.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        return self._handle(rotation_id, act, lambda _rota: command)

    def _handle(self, rotation_id: str, act: Act, asked: Callable[[Rota], c.Command]) -> Changed:
        stream = rota_stream(rotation_id)
        with self._store.writing() as journal:
            rota = fold_rota(journal.stream(stream)) or Rota(rotation_id)
            events = decide(rota, act, asked(rota))
            for event in events:
                rota = apply(rota, act, event)
            recorded = journal.append(stream, [(act, event) for event in events])
        return Changed(rota, tuple(recorded))

    def _shift(self, rotation: Rotation, at: datetime, act: Act) -> Stint:
        """The shift that runs at a moment: as long as one person is on call without a break."""
        found = spell(rotation, at, self._rosters.changes())
        person = found.duty.person
        if found.until is None:
            raise CommandRefused(
                "swap-shift-endless", start=at, person=person or "-", rotation=rotation.id
            )
        return Stint(person, found.since or act.at, found.until)

    def _holders(self, swap: Swap, act: Act) -> tuple[str, str]:
        """Who is on call for each side of a swap, as far as it is still ahead."""
        sides = [swap.gives, *([swap.takes] if swap.takes else [])]
        given, taken = (*(self._holder(swap.rotation, side, act) for side in sides), "")[:2]
        return given, taken

    def _holder(self, rotation_id: str, side: tuple[datetime, datetime], act: Act) -> str:
        start, end = max(side[0], act.at), side[1]
        rotation = self._rosters.counting(start).roster.rotation(rotation_id)
        if rotation is None or end <= start:
            return ""
        stretches = timeline(rotation, start, end, self._rosters.changes())
        people = {one.duty.person for one in stretches}
        return people.pop() if len(people) == 1 else ""
