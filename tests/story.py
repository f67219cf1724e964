"""Stories about one incident: given what happened, when this is asked, then that follows.

    given(declared()).when(c.Acknowledge(), by=WANG).then(e.Acknowledged(), ...)

People are at the keyboard at `T0` unless a story says otherwise.  What is given may be events, or
commands that the rules must accept, each alone or as `(act, it)`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, cast, get_args

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.fold import apply
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import (
    DueBySeverity,
    EvidenceNeed,
    FlagBySeverity,
    Option,
    Phase,
    Plan,
    RolePlan,
    Step,
    Verb,
)
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Basis
from netfin_incident.errors import CommandRefused

T0 = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
LI, WANG, ZHAO = "li", "wang", "zhao"

Happening: TypeAlias = e.Event | c.Command
Entry: TypeAlias = tuple[Act, e.Event]


def minutes(count: float) -> datetime:
    """So many minutes after `T0`."""
    return T0 + timedelta(minutes=count)


def act(by: str = LI, at: datetime = T0, **more: Any) -> Act:
    """Somebody at the keyboard."""
    return Act(at, by, **more)


def for_wang(at: datetime = T0, **more: Any) -> Act:
    """Li at the keyboard for Wang, who agreed by phone."""
    return Act(at, LI, on_behalf_of=WANG, basis=Basis.PHONE, **more)


def declared(severity: Severity = Severity.S2, **more: Any) -> e.Declared:
    """The first entry of a payment-channel outage."""
    return e.Declared(
        "INC-2026-0001", "支付通道中断", severity, "Asia/Shanghai", service="payment", **more
    )


@dataclass(frozen=True)
class Story:
    """What happened so far."""

    history: tuple[Entry, ...] = ()
    state: Incident | None = None

    @property
    def incident(self) -> Incident:
        """The incident as it is now."""
        assert self.state is not None
        return self.state

    def when(self, command: c.Command, by: str = LI, at: datetime = T0, **more: Any) -> "Answer":
        """Ask for something."""
        return self.when_acting(Act(at, by, **more), command)

    def when_acting(self, acting: Act, command: c.Command) -> "Answer":
        """Ask for something by a given act."""
        try:
            return Answer(self, acting, decide(self.state, acting, command), None)
        except CommandRefused as refused:
            return Answer(self, acting, [], refused)

    def goes_on(self, acting: Act, event: e.Event) -> "Story":
        """The story with one more entry."""
        return Story((*self.history, (acting, event)), apply(self.state, acting, event))

    def step(self, step_id: str) -> StepView:
        """A step as it stands."""
        return next(view for view in board(self.incident) if view.step.id == step_id)


@dataclass(frozen=True)
class Answer:
    """What the rules said."""

    before: Story
    acting: Act
    events: list[e.Event]
    refusal: CommandRefused | None

    def accepted(self) -> Story:
        """The story after what was asked, which must not be refused."""
        assert self.refusal is None, str(self.refusal)
        story = self.before
        for event in self.events:
            story = story.goes_on(self.acting, event)
        return story

    def then(self, *events: e.Event) -> Story:
        """Exactly these events follow."""
        story = self.accepted()
        assert self.events == list(events)
        assert events, "say nothing() where nothing follows"
        return story

    def nothing(self) -> Story:
        """It is so already: no event follows, and nothing is refused."""
        story = self.accepted()
        assert self.events == []
        return story

    def refused(self, slug: str, **values: object) -> None:
        """The rules say no, for this reason and with these values among theirs."""
        if self.refusal is None:
            pytest.fail(f"not refused; {self.events}")
        assert self.refusal.slug == slug
        assert values.items() <= self.refusal.values.items()


def given(*happenings: Happening | tuple[Act, Happening]) -> Story:
    """A story in which all this happened; commands among it must be accepted."""
    story = Story()
    for happening in happenings:
        acting, it = happening if isinstance(happening, tuple) else (act(), happening)
        if isinstance(it, get_args(e.Event)):
            story = story.goes_on(acting, it)
        else:
            story = story.when_acting(acting, cast("c.Command", it)).accepted()
    return story


def _text(words: str) -> Text:
    return Text(words, words)


def _step(phase: str, step_id: str, verb: Verb = Verb.DO, **more: Any) -> Step:
    return Step(step_id, verb, _text(step_id), phase, **more)


ALWAYS = FlagBySeverity(s1=True, s2=True, s3=True, s4=True)
MAJOR = FlagBySeverity(s1=True, s2=True)

TRIAGE = (
    _step(
        "triage", "confirm", role="channel_ops", due=DueBySeverity(180, 300, 600, 600),
        evidence=(EvidenceNeed("dashboard", "screenshot", required=True),),
    ),
    _step("triage", "changes", Verb.NOTE),
)  # fmt: skip
CONTAIN = (
    _step(
        "contain", "throttle", role="channel_ops", due=DueBySeverity(300, 300, 600),
        required=ALWAYS,
    ),
    _step("contain", "call-upstream", role="channel_ops", needs=("throttle",)),
    _step(
        "contain", "switch", Verb.DECIDE, role="commander", rationale_required=True,
        options=(
            Option("now", _text("Switch"), ("do-switch", "verify")),
            Option("wait", _text("Wait"), ("watch",)),
        ),
    ),
    _step(
        "contain", "do-switch", under=("switch", "now"), role="channel_ops", required=ALWAYS,
        due=DueBySeverity(300, 600, 600, 600),
    ),
    _step(
        "contain", "verify", Verb.DECIDE, under=("switch", "now"), needs=("do-switch",),
        options=(
            Option("good", _text("Good")),
            Option("bad", _text("Bad"), ("roll-back",)),
        ),
    ),
    _step("contain", "roll-back", under=("verify", "bad")),
    _step("contain", "watch", under=("switch", "wait")),
)  # fmt: skip
RECOVER = (
    _step(
        "recover", "reconcile", role="settlement", needs=("do-switch",), required=MAJOR,
        due=DueBySeverity(600, 1200),
    ),
    _step("recover", "recovered", Verb.MILESTONE, milestone="recovered"),
    _step("recover", "announce"),
)  # fmt: skip

PLAN = Plan(
    id="channel-outage",
    revision=1,
    status="draft",
    name=_text("Payment channel outage"),
    goal=_text("A working channel in thirty minutes"),
    category="third-party",
    phases=tuple(
        Phase(steps[0].phase, _text(steps[0].phase), tuple(step.id for step in steps))
        for steps in (TRIAGE, CONTAIN, RECOVER)
    ),
    steps=(*TRIAGE, *CONTAIN, *RECOVER),
    roles=(RolePlan("commander"), RolePlan("channel_ops"), RolePlan("settlement")),
    separation=(("commander", "channel_ops"), ("channel_ops", "settlement")),
)
"""Three phases; a decision with nested steps and a nested decision; needs, gates and a milestone."""


def running(*happenings: Happening | tuple[Act, Happening]) -> Story:
    """A story with the sample plan attached at `T0`."""
    return given(declared(), c.AttachPlaybook(PLAN), *happenings)
