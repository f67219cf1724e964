"""The demonstration: a payment-channel outage played through the same door as any emergency.

Its moments are counted from a start that the caller gives; its database says that it is a demo.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    Basis,
    Known,
    MessageState,
    Milestone,
    NoteKind,
    ReportKind,
    Role,
    Status,
    TaskState,
)
from netfin_incident.wording.demo import DEMO_NAMES, DEMO_WORDS
from netfin_incident.wording.language import Language, say

PLAYBOOK: Final = "payment-channel-outage"
IN_FLIGHT: Final = timedelta(minutes=9)
"""How far an outage in flight has come."""
WHOLE: Final = timedelta(minutes=190)
"""How long the whole emergency takes."""


@dataclass(frozen=True, slots=True)
class Demo:
    """Plays the emergency on a desk, in one language."""

    desk: Desk
    plan: Plan
    language: Language
    start: datetime
    """When the incident is declared; aware UTC."""
    zone: str

    def in_flight(self) -> str:
        """Play the first minutes; the id of the incident."""
        incident_id = self._declared()
        self._first_minutes(_Player(self, incident_id))
        return incident_id

    def whole(self) -> str:
        """Play the emergency to its closing; the id of the incident."""
        incident_id = self.in_flight()
        player = _Player(self, incident_id)
        for part in (_decide_and_switch, _inform, _hand_over_and_recover, _reconcile, _end):
            part(player)
        return incident_id

    def names(self) -> Mapping[str, str]:
        """Person ids with their names."""
        return {person: say(name, self.language) for person, name in DEMO_NAMES.items()}

    def say(self, word: str) -> str:
        """A line of the script."""
        return say(DEMO_WORDS[word], self.language)

    def _declared(self) -> str:
        declaration = Declaration(
            self.say("title"), Severity.S3, self.zone, key="monitor:pay-channel-a",
            service="payment-gateway",
        )  # fmt: skip
        act = Act(self.start, "zhao.min", Known.ASSERTED)
        handled = self.desk.declare(
            declaration, act, c.AttachPlaybook(self.plan), c.Acknowledge(),
            c.AssignRole(Role.COMMANDER, "zhao.min"),
        )  # fmt: skip
        return handled.incident.id

    def _first_minutes(self, play: "_Player") -> None:
        play(0, "zhao.min", c.SetMilestone(Milestone.DETECTED, self.say("alarm")), occurred=-2)
        play(0, "zhao.min", c.SetMilestone(Milestone.AWARE, self.say("alarm")))
        play(1, "zhao.min", c.Activate(Severity.S2, "liu.gang"))
        seats = {
            Role.LEADER: "liu.gang", Role.TECHNICAL: "li.na", Role.BUSINESS: "wang.qiang",
            Role.SETTLEMENT: "chen.jie", Role.COMMUNICATIONS: "he.jing",
            Role.CUSTOMER_SERVICE: "he.jing", Role.SCRIBE: "xu.fang",
        }  # fmt: skip
        play(2, "zhao.min", *(c.AssignRole(role, person) for role, person in seats.items()))
        play.prove(3, "li.na", "confirm-outage", "confirm", ("dashboard", "screenshot"))
        play.prove(4, "wang.qiang", "call-operator", "ticket", ("ticket-name", "text"))
        play.prove(5, "li.na", "stop-retries", "retries", ("retries-name", "log"))
        play(6, "zhao.min", c.ChangeSeverity(Severity.S2, self.say("raise")))
        play(7, "zhao.min", c.GiveTask(self.say("codes"), "li.na", 600))
        play(8, "li.na", c.MoveTask("T1", TaskState.ACKNOWLEDGED))
        play(8, "xu.fang", c.SetMilestone(Milestone.ONSET, self.say("first-failures")), occurred=-6)
        play(8, "li.na", c.Note(self.say("finding"), NoteKind.FINDING))


class _Player:
    """Has one person do something at a minute of the script."""

    def __init__(self, demo: Demo, incident_id: str) -> None:
        self.demo = demo
        self.say: Callable[[str], str] = demo.say
        self.incident_id = incident_id

    def __call__(
        self, minute: int, person: str, *commands: c.Command, occurred: int | None = None,
        on_behalf_of: str = "",
    ) -> Handled:  # fmt: skip
        happened = None if occurred is None else self.demo.start + timedelta(minutes=occurred)
        act = Act(
            self.demo.start + timedelta(minutes=minute), person, Known.ASSERTED,
            occurred_at=happened, zone=self.demo.zone if happened else "",
            on_behalf_of=on_behalf_of, basis=Basis.PHONE if on_behalf_of else None,
        )  # fmt: skip
        return self.demo.desk.handle(self.incident_id, act, *commands)

    def prove(
        self, minute: int, person: str, step: str, word: str, *evidence: tuple[str, str]
    ) -> Handled:
        """Register evidence for a step and complete it."""
        added = [
            self.evidence(step, n, name, kind) for n, (name, kind) in enumerate(evidence, start=1)
        ]
        return self(minute, person, *added, c.CompleteStep(step, note=self.say(word)))

    def evidence(self, step: str, number: int, name: str, kind: str) -> c.AddEvidence:
        """Evidence for a step; there is no file, so its name stands in for the content."""
        said = self.say(name)
        return c.AddEvidence(said, f"evidence/{step}/{number}", kind, _digest(said), step=step)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _channel(say_: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """What is known of the channel after nine minutes."""
    return (
        ("channel_id", "A"),
        ("affected_services", say_("affected")),
        ("workaround", say_("workaround")),
        ("upstream_eta", "4h"),
        ("channel_success_rate", "62%"),
        ("backup_available", "true"),
        ("next_update", "10m"),
    )


def _decide_and_switch(play: _Player) -> None:
    say_ = play.say
    play(9, "wang.qiang", c.CompleteStep("state-channel", answers=_channel(say_)))
    play(9, "li.na", c.CompleteStep("check-changes", note=say_("changes")))
    play(10, "zhao.min", c.CompleteStep("brief-leader", note=say_("leader-told")))
    play(12, "li.na", c.MoveTask("T1", TaskState.DONE, say_("codes-done")))
    wrong = play.prove(13, "chen.jie", "measure-impact", "impact", ("impact-name", "file"))
    play.prove(14, "wang.qiang", "hold-batches", "holds", ("holds-name", "log"))
    choice = c.CompleteStep(
        "choose-route", note=say_("switch"), option="switch", objections=say_("switch-but")
    )
    play(15, "zhao.min", choice)
    play.prove(17, "li.na", "verify-backup", "backup-paid", ("backup-name", "log"))
    right = c.Correct(wrong.entry, say_("impact-why"), text=say_("impact-right"))
    play(18, "xu.fang", right)


def _inform(play: _Player) -> None:
    say_ = play.say
    drafted = c.RecordMessage(say_("notice-audience"), say_("notice-channel"), say_("notice"))
    play(19, "he.jing", drafted)
    play(20, "zhao.min", c.MoveMessage("M1", MessageState.APPROVED))
    play(21, "he.jing", c.MoveMessage("M1", MessageState.SENT))
    play.prove(21, "he.jing", "app-notice", "notice", ("notice-name", "text"))
    play(22, "he.jing", c.CompleteStep("service-script", note=say_("script")))
    play(23, "zhao.min", c.AssignRole(Role.LIAISON, "sun.yu"))
    play(24, "sun.yu", c.CompleteStep("judge-reporting", option="owed", note=say_("owed")))
    due = play.demo.start + timedelta(minutes=60)
    play(25, "sun.yu", c.RecordUpwardReport(say_("recipient"), ReportKind.INITIAL, due_at=due))
    play(28, "zhao.min", c.CompleteStep("brief-inside", note=say_("inside")))
    play.prove(40, "li.na", "shift-traffic", "shifted", ("route-name", "approval"))
    proof = play.evidence("send-report", 1, "report-name", "text")
    sent = c.CompleteStep(
        "send-report", note=say_("report-sent"), to=say_("recipient"),
        channel=say_("report-channel"), receipt="CB-20-1187",
    )  # fmt: skip
    play(42, "sun.yu", proof, sent)


def _hand_over_and_recover(play: _Player) -> None:
    say_ = play.say
    contained = c.CompleteStep("contained", note=say_("contained"))
    play(45, "zhao.min", contained, c.ChangeStatus(Status.CONTAINED))
    play.prove(50, "wang.qiang", "tell-partners", "partners", ("partners-name", "text"))
    play(55, "zhao.min", c.OfferHandover(Role.COMMANDER, "qian.wei", say_("brief")))
    play(58, "qian.wei", c.AcceptHandover(Role.COMMANDER))
    play.prove(75, "li.na", "verify-channel", "channel-back", ("channel-name", "text"))
    play.prove(100, "li.na", "return-traffic", "returned", ("returned-name", "log"))
    query = c.CompleteStep("query-unknown", note=say_("queried"))
    results = play.evidence("query-unknown", 1, "queried-name", "file")
    written = play(105, "xu.fang", results, query, on_behalf_of="chen.jie")
    play(109, "chen.jie", c.Confirm(written.recorded[0].version))
    play(110, "wang.qiang", c.CompleteStep("release-holds", note=say_("released")))
    recovered = c.CompleteStep("recovered", note=say_("returned"))
    play(111, "qian.wei", recovered, c.ChangeStatus(Status.RECOVERED))


def _reconcile(play: _Player) -> None:
    say_ = play.say
    play.prove(130, "chen.jie", "compare-files", "compared", ("compared-name", "file"))
    evidence = (("suspense-name", "file"), ("posting-name", "approval"))
    play.prove(150, "chen.jie", "clear-suspense", "cleared", *evidence)
    play(152, "qian.wei", c.CompleteStep("approve-postings", note=say_("postings")))
    play(155, "wang.qiang", c.SkipStep("return-double-debits", say_("no-doubles")))
    play.prove(165, "chen.jie", "balance-funds", "balanced", ("balance-name", "file"))
    stated = c.StateFunds(
        touched=True, reconciled=True, count=1248, amount="3620000.00 CNY", suspense="0.00 CNY"
    )
    play(170, "chen.jie", c.CompleteStep("reconciled", note=say_("balanced")), stated)


def _end(play: _Player) -> None:
    say_ = play.say
    play(175, "he.jing", c.CompleteStep("stand-down", note=say_("stood-down")))
    play(176, "qian.wei", c.CompleteStep("schedule-review", note=say_("review")))
    over = c.CompleteStep("resolved", note=say_("over"))
    play(180, "qian.wei", over, c.ChangeStatus(Status.RESOLVED))
    play(185, "qian.wei", c.ChangeStatus(Status.IN_REVIEW))
    play(190, "liu.gang", c.ChangeStatus(Status.CLOSED, say_("review-held")))
