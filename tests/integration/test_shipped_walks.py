"""Every shipped playbook, walked every way it can go until the incident is closed.

Once by a full team, once by one person alone whose two-person acts another reviews the next day.
"""

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from netfin_incident.app.paths import paths
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.incident.fold import apply
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import MessageState, Status, StepState
from netfin_incident.errors import DefinitionError
from netfin_incident.library.paths import definition_folders, shipped_folder
from netfin_incident.library.shelf import Shelf

START = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
NAMES = sorted(path.stem for path in shipped_folder("playbooks").glob("*.yaml"))
TO_THE_END = (Status.CONTAINED, Status.RECOVERED, Status.RESOLVED, Status.IN_REVIEW, Status.CLOSED)


@cache
def find(playbook: str) -> Plan | None:
    try:
        return Shelf(definition_folders("playbooks")).get(playbook)
    except DefinitionError:
        return None


class Closing:
    """What is done after the last step, so that nothing stands in the way of closing."""

    def __init__(self, incident: Incident, by: str) -> None:
        self.incident, self.by = incident, by
        self.at = (incident.last_at or START) + timedelta(minutes=1)

    def ask(self, command: c.Command, by: str = "") -> None:
        acting = Act(self.at, by or self.by)
        for event in decide(self.incident, acting, command):
            self.incident = apply(self.incident, acting, event)

    def close(self) -> Incident:
        self.prove()
        self.send()
        self.ask(c.StateFunds(touched=True, reconciled=True, count=1))
        self.at += timedelta(days=1)
        self.review()
        for status in TO_THE_END:
            assert obstacles(self.incident, status) == (), status
            self.ask(c.ChangeStatus(status))
        return self.incident

    def prove(self) -> None:
        for view in board(self.incident):
            wanted = [need for need in view.step.evidence if need.required]
            if view.state is StepState.DONE and not view.done_in:
                for need in wanted:
                    self.ask(
                        c.AddEvidence(need.id, "-", need.kind, step=view.step.id, playbook=view.playbook)
                    )  # fmt: skip

    def send(self) -> None:
        for message in self.incident.messages.values():
            if message.state in (MessageState.DRAFT, MessageState.APPROVED):
                self.ask(c.MoveMessage(message.id, MessageState.SENT))
        for report in self.incident.reports.values():
            if report.is_owed:
                self.ask(
                    c.RecordUpwardReport(
                        report.recipient, report.kind, id=report.id, sent_at=self.at
                    )
                )
        for measure in self.incident.measures.values():
            self.ask(c.LiftMeasure(measure.id))

    def review(self) -> None:
        for entry, owed in list(self.incident.owed.items()):
            for person in (*owed.confirmers, owed.second):
                if person:
                    self.ask(c.Confirm(entry), by=person)
            if owed.break_glass:
                self.ask(c.Confirm(entry), by="reviewer")


@pytest.mark.parametrize("alone", [False, True], ids=["team", "alone"])
@pytest.mark.parametrize("name", NAMES)
def test_every_way_leads_to_a_closed_incident(name: str, *, alone: bool) -> None:
    plan = find(name)
    assert plan is not None
    found = paths(plan, START, find, alone=alone)
    assert found.unwalked == ()
    assert len(found.ways) > len(found.walks) > 1
    for walk in found.walks:
        assert walk.is_sound, (walk.way, walk.stuck, walk.refused, walk.unstaffed)
        closed = Closing(walk.end, "alone" if alone else "commander").close()
        assert closed.status is Status.CLOSED
        assert {view.step.id for view in board(closed) if not view.is_settled} == set()
        assert all(closed.first(milestone) for milestone in walk.milestones)


def test_walks_by_one_person_leave_what_another_must_review() -> None:
    plan = find("ransomware")
    assert plan is not None
    walk = paths(plan, START, find, alone=True).walks[0]
    assert {one.act.by for one in walk.acts} == {"alone"}
    assert any(owed.break_glass for owed in walk.end.owed.values())
    assert obstacles(walk.end, Status.CLOSED) != ()
