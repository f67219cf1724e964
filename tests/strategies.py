"""What Hypothesis draws from: hostile text, and incidents to which anything was done.

A history is told by a string of bytes: each byte picks who asks, what, and about which of the
things that are there.  So histories are long, shrink well, and reach the far corners of the rules;
what the rules refuse is left out.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeAlias, TypeVar

from hypothesis import strategies as st

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.fold import apply
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.rules.lifecycle import NEXT
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    Basis,
    CancelKind,
    MessageState,
    Milestone,
    NoteKind,
    Origin,
    Relation,
    ReportKind,
    Role,
    Status,
    TaskState,
)
from netfin_incident.errors import CommandRefused
from story import LI, PLAN, T0, WANG, ZHAO, Entry

T = TypeVar("T")

_PEOPLE: Final = (LI, WANG, ZHAO)
_ROLES: Final = (Role.COMMANDER, Role.SCRIBE, "channel_ops", "settlement", "nobody")
_STEPS: Final = (*(step.id for step in PLAN.steps), "?")
_INCIDENTS: Final = ("INC-2026-0001", "INC-2026-0002", " ")
_PIECES: Final = (
    "支付", "a", "\n", "\r\n", "\x1b[2J", "\x1b]0;t\x07", "\x1b]", "\x9b", "\x9d", "\x9c", "\x07",
    "\x1b\\", "\u202e", "\u200b", "\u200d", "\u2028", "e\u0301", "\u0f73", "\u0315\u0316" * 16,
    "\u212a", "\udcff", "\u1100\u1161", "\u0958", "[/x]", "{{ 7*7 }}", " ", "\x85", "\u3164",
)  # fmt: skip


def hostile_text() -> st.SearchStrategy[str]:
    """Text made of what terminals, templates and readers stumble over."""
    pieces = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
    return st.one_of(pieces, st.text(max_size=20))


class Picker:
    """Picks by one byte after another; by zeros when they are used up."""

    def __init__(self, data: bytes) -> None:
        """Pick as `data` says."""
        self._left = list(data)

    @property
    def is_used_up(self) -> bool:
        """Whether every byte was used."""
        return not self._left

    def one_of(self, options: Iterable[T]) -> T:
        """One of `options`."""
        known = list(options)
        return known[(self._left.pop(0) if self._left else 0) % len(known)]

    def one_in(self, count: int) -> bool:
        """Yes once in so many times."""
        return self.one_of(range(count)) == count - 1

    def said(self) -> str:
        """What somebody typed: mostly sensible, at times nothing, at times hostile."""
        if not self.one_in(4):
            return "62 %"
        return "".join(self.one_of(("", *_PIECES)) for _ in range(3))

    def known(self, ids: Iterable[str]) -> str:
        """One of the ids there are, or now and then one that is not."""
        return self.one_of((*ids, *ids, "?"))

    def step(self, state: Incident) -> str:
        """A step, mostly one that waits for nothing."""
        free = [one.step.id for one in board(state) if not one.waiting_for and not one.is_settled]
        return self.one_of((*free, *free, *free, *_STEPS))

    def moment(self) -> datetime:
        """Some time before or after the beginning."""
        return T0 + timedelta(minutes=self.one_of((0, -90, 5, 60, 240)))

    def command(self, state: Incident, makers: Sequence["Maker"] | None = None) -> c.Command:
        """Any command but a declaration, or one made by one of `makers`."""
        return self.one_of(makers or ALL)(self, state)

    def act(self, after: datetime) -> Act:
        """An act of somebody, a little later."""
        at = after + timedelta(seconds=self.one_of((0, 1, 60, 600)))
        for_person = self.one_of((*[""] * 6, WANG, ZHAO))
        ago = self.one_of((None, None, None, 0, 5, 90, -1, -9))
        return Act(
            at,
            self.one_of((LI, *_PEOPLE)),
            occurred_at=None if ago is None else at - timedelta(minutes=ago),
            on_behalf_of=for_person,
            basis=Basis.PHONE if for_person else None,
            break_glass=self.one_of((*[""] * 6, "alone", " ")),
        )


Maker: TypeAlias = Callable[[Picker, Incident], c.Command]

REPEATABLE: Final[tuple[Maker, ...]] = (
    lambda _, __: c.Acknowledge(),
    lambda p, _: c.Activate(p.one_of(Severity), p.said()),
    lambda p, s: c.ChangeStatus(p.one_of((*NEXT[s.status], *NEXT[s.status], *Status)), p.said()),
    lambda p, s: c.ChangeStatus(p.one_of((*NEXT[s.status], s.status)), p.said()),
    lambda p, _: c.ChangeSeverity(p.one_of(Severity), p.said()),
    lambda p, _: c.AssignRole(p.one_of(_ROLES), p.one_of(_PEOPLE)),
    lambda p, _: c.StateImpact(
        p.one_of(("customers", "peak", "?")), p.one_of(("9", "yes", "", p.said())), p.one_in(2)
    ),
    lambda p, _: c.TakeRole(p.said(), p.one_of(_ROLES)),
    lambda p, s: c.OfferHandover(p.known(s.seats), p.one_of(_PEOPLE), p.said()),
    lambda p, s: c.MoveTask(p.known(s.tasks), p.one_of(TaskState), p.said()),
    lambda p, s: c.MoveMessage(p.known(s.messages), p.one_of(MessageState), p.said()),
    lambda p, s: c.LiftMeasure(p.known(s.measures), p.said()),
    lambda p, _: c.Link(p.one_of(Relation), p.one_of(_INCIDENTS), p.said()),
    lambda p, s: c.StartStep(p.step(s), p.one_of(("", PLAN.id, "other"))),
    lambda p, s: c.CompleteStep(p.step(s), note=p.said(), objections=p.said()),
    lambda p, s: c.CompleteStep(p.step(s), note=p.said()),
    lambda p, s: c.CompleteStep(
        p.one_of(("switch", "switch", "verify", p.step(s))),
        note=p.said(),
        option=p.one_of(("now", "wait", "good", "bad", "?")),
    ),
    lambda p, s: c.SkipStep(p.step(s), p.said(), second=p.one_of(("", "", *_PEOPLE, p.said()))),
)
"""Commands that, asked again at once, change nothing."""

ALL: Final[tuple[Maker, ...]] = (
    *REPEATABLE,
    lambda p, _: c.SetMilestone(p.one_of(Milestone), p.said()),
    lambda p, _: c.Cancel(p.one_of(CancelKind), p.said() if p.one_in(4) else "", "INC-2026-0002"),
    lambda p, _: c.Reopen(p.said()),
    lambda p, _: c.Reopen(p.said()),
    lambda p, _: c.StateFunds(p.one_of((False, True)), p.one_in(2), p.one_of((None, -1, 0, 9))),
    lambda p, _: c.StateFunds(touched=p.one_in(9)),
    lambda p, s: c.ReleaseRole(p.known(s.seats), p.said()),
    lambda p, s: c.OfferHandover(p.known(s.seats), p.one_of(_PEOPLE), "brief"),
    lambda p, _: c.OfferHandover(Role.COMMANDER, p.one_of(_PEOPLE), "brief"),
    lambda p, s: c.AcceptHandover(p.known(s.offers)),
    lambda p, s: c.AcceptHandover(p.known(s.offers)),
    lambda p, s: c.EndHandover(p.known(s.offers), p.said()),
    lambda p, _: c.ReopenStep(p.one_of(_STEPS), p.said()),
    lambda p, _: c.Note(p.said(), p.one_of(NoteKind)),
    lambda p, _: c.RecordDecision(p.said(), p.said(), (p.said(),), p.said(), p.said()),
    lambda p, _: c.GiveTask(p.said(), p.one_of(_PEOPLE), p.one_of((60, 4000, 0))),
    lambda p, _: c.TakeMeasure(p.said(), p.one_of((False, True))),
    lambda p, _: c.RecordMessage(p.said(), p.said(), p.said(), p.one_of(MessageState)),
    lambda p, s: c.RecordUpwardReport(
        p.said(), p.one_of(ReportKind), p.one_of(("", *s.reports)), p.moment(), p.moment(), p.said()
    ),
    lambda p, _: c.RecordUpwardReport("PBoC", ReportKind.INITIAL, due_at=p.moment()),
    lambda p, _: c.AddEvidence(p.said(), p.said(), p.said(), p.said(), step=p.one_of(_STEPS)),
    lambda p, s: c.Correct(
        p.one_of(range(s.version + 2)), p.said(), p.said(), p.one_of((None, p.moment()))
    ),
    lambda p, s: c.Confirm(p.one_of((*s.owed, *s.owed, 1)), p.said()),
    lambda p, s: c.Confirm(p.one_of((*s.owed, s.version)), p.said()),
    lambda p, _: c.RecordImport(p.said(), "ab" * 32, "UTC", p.said()),
    lambda p, _: c.NoteDoubt("order", 7, (("given", p.said()),)),
    lambda _, __: c.AttachPlaybook(PLAN),
    lambda p, _: c.Note(p.said()) if p.one_in(2) else c.FinishImport(),
)


def pickers(size: int = 40) -> st.SearchStrategy[Picker]:
    """Pickers for one thing more to happen."""
    return st.binary(min_size=size, max_size=size).map(Picker)


def histories() -> st.SearchStrategy[list[Entry]]:
    """What the rules allowed of all that was asked, the sample playbook mostly attached."""
    return st.binary(min_size=300, max_size=600).map(lambda data: _carried_out(Picker(data)))


def _carried_out(pick: Picker) -> list[Entry]:
    severity, origin = pick.one_of(Severity), pick.one_of((*[Origin.NATIVE] * 7, Origin.IMPORTED))
    history: list[Entry] = [
        (Act(T0, LI), e.Declared("INC-2026-0001", "支付通道中断", severity, "UTC", origin=origin))
    ]
    if not pick.one_in(5):
        history.append((Act(T0, LI), e.PlaybookAttached(PLAN, approved=False)))
    state: Incident | None = None
    for entry in history:
        state = apply(state, *entry)
    while state is not None and not pick.is_used_up:
        acting = pick.act(state.last_at or T0)
        for event in allowed(state, acting, pick.command(state)):
            history.append((acting, event))
            state = apply(state, acting, event)
    return history


def allowed(state: Incident, acting: Act, command: c.Command) -> list[e.Event]:
    """The events that follow; none where the rules say no."""
    try:
        return decide(state, acting, command)
    except CommandRefused:
        return []
