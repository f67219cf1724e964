"""Every playbook in the package can be used at 03:00 by one person, in either language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from netfin_incident.domain.playbook import Plan, Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.library.lint import Gravity, lint_playbook
from netfin_incident.library.paths import definition_folders, shipped_folder
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.library.shelf import Shelf

PATHS = sorted(shipped_folder("playbooks").glob("*.yaml"))
CHINESE = re.compile("[\u4e00-\u9fff]")
LEGAL_NUMBER = re.compile(r"第[一二三四五六七八九十百\d]+条|〔\d{4}〕|\bArticle \d", re.IGNORECASE)


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def plan(path: Path) -> Plan:
    return load_playbook(path)


def texts(plan: Plan) -> Iterator[Text]:
    yield from (plan.name, plan.goal)
    yield from (phase.name for phase in plan.phases)
    for step in plan.steps:
        yield step.title
        yield from (option.name for option in step.options)
        if step.body is not None:
            yield step.body


def test_the_payment_channel_outage_is_shipped() -> None:
    shelf = Shelf(definition_folders("playbooks"))
    assert "payment-channel-outage" in {one.id for one in shelf.list()}
    assert shelf.get("payment-channel-outage").category == "third-party"


def test_it_lints_clean(path: Path) -> None:
    assert [one for one in lint_playbook(path) if one.severity is not Gravity.INFO] == []


def test_it_has_18_to_35_steps_and_at_most_seven_at_once(plan: Plan) -> None:
    assert 18 <= len(plan.steps) <= 35
    for phase in plan.phases:
        shown = [step for step in plan.steps if step.phase == phase.id and step.under is None]
        assert len(shown) <= 7, phase.id


def test_its_first_phase_takes_ten_minutes_and_looks_at_recent_changes(plan: Plan) -> None:
    first = [step for step in plan.steps if step.phase == plan.phases[0].id]
    assert plan.phases[0].name.zh == "先期处置"
    assert len(first) <= 5
    assert all(0 < (step.due.at(severity) or 0) <= 600 for step in first for severity in Severity)
    assert any("变更" in step.title.zh for step in first)


def test_it_reaches_contained_recovered_and_resolved(plan: Plan) -> None:
    reached = [step.milestone for step in plan.steps if step.verb is Verb.MILESTONE]
    wanted = [Milestone.CONTAINED, Milestone.RECOVERED, Milestone.RESOLVED]
    assert [milestone for milestone in reached if milestone in wanted] == wanted


def test_every_text_is_in_its_language(plan: Plan) -> None:
    for text in texts(plan):
        assert CHINESE.search(text.zh), text.zh
        assert not CHINESE.search(text.en), text.en


def test_no_legal_number_stands_in_it(plan: Plan) -> None:
    for text in texts(plan):
        assert not LEGAL_NUMBER.search(text.zh + text.en), text.zh


def test_one_person_can_work_it_through(plan: Plan) -> None:
    """No step waits for a step that the file shows later, so doing them in order always works."""
    shown: set[str] = set()
    for step in plan.steps:
        assert set(step.needs) <= shown, step.id
        shown.add(step.id)


def test_every_way_of_deciding_reaches_every_milestone(plan: Plan) -> None:
    for decision in (step for step in plan.steps if step.verb is Verb.DECIDE):
        for option in decision.options:
            left_out = {step.id for step in plan.steps if _goes_without(step, decision, option.id)}
            for step in plan.steps:
                if step.under is None:
                    assert not left_out & set(step.needs), (step.id, option.id)


def _goes_without(step: Step, decision: Step, chosen: str) -> bool:
    return step.under is not None and step.under[0] == decision.id and step.under[1] != chosen
