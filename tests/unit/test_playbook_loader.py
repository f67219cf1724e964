from pathlib import Path

import pytest

from netfin_incident.domain.playbook import (
    DueBySeverity,
    EvidenceNeed,
    FlagBySeverity,
    Option,
    RolePlan,
    Verb,
)
from netfin_incident.domain.text import Text
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.library.source import read_source
from playbook_text import BACK, DUE, LOOK, REPAIR, SMALL, changed, write


def test_a_plan_has_what_the_file_says(tmp_path: Path) -> None:
    plan = load_playbook(write(tmp_path, SMALL))
    assert (plan.id, plan.revision, plan.status) == ("small", 3, "draft")
    assert (plan.name, plan.category) == (Text("Small", "小预案"), "operations")
    assert plan.separation == (("commander", "technical"),)
    assert plan.roles == (
        RolePlan("commander", None, FlagBySeverity(s1=True, s2=True, s3=True, s4=True), "deputy"),
        RolePlan("technical"),
        RolePlan("deputy"),
    )
    assert [(phase.id, phase.steps) for phase in plan.phases] == [
        ("first", ("look", "choose", "repair", "sit")),
        ("second", ("back",)),
    ]
    assert plan.source_sha256 == read_source(tmp_path / "small.yaml").sha256


def test_nested_steps_are_under_their_option(tmp_path: Path) -> None:
    plan = load_playbook(write(tmp_path, SMALL))
    under = {step.id: step.under for step in plan.steps}
    assert under["repair"] == ("choose", "fix")
    assert under["sit"] == ("choose", "leave")
    assert under["look"] is None
    choose = plan.step("choose")
    assert choose is not None
    assert choose.options == (
        Option("fix", Text("Fix", "修复"), ("repair",)),
        Option("leave", Text("Wait", "等待"), ("sit",)),
    )


def test_limits_differ_by_severity(tmp_path: Path) -> None:
    look = load_playbook(write(tmp_path, SMALL)).steps[0]
    assert look.due == DueBySeverity(120, 300, 300, 300)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("45s", 45), ("5m", 300), ("1h30m", 5_400), ("2h", 7_200), ("2d", 172_800), ("366d", 31_622_400)],
)  # fmt: skip
def test_limits_are_read_in_days_hours_minutes_and_seconds(
    written: str, seconds: int, tmp_path: Path
) -> None:
    look = load_playbook(write(tmp_path, changed((DUE, written)))).steps[0]
    assert look.due == DueBySeverity(seconds, seconds, seconds, seconds)


def test_where_no_limit_is_given_there_is_none(tmp_path: Path) -> None:
    look = load_playbook(write(tmp_path, changed((DUE, "{S1: 2m}")))).steps[0]
    assert look.due == DueBySeverity(120, None, None, None)


def test_a_milestone_is_called_by_its_label_or_its_own_name(tmp_path: Path) -> None:
    plain = load_playbook(write(tmp_path, SMALL)).steps[-1]
    assert (plain.verb, plain.milestone) == (Verb.MILESTONE, "recovered")
    assert plain.title.zh == "业务恢复"
    named = changed((BACK, "name: {zh: 支付恢复, en: Payment is back}"))
    assert load_playbook(write(tmp_path, named)).steps[-1].title == Text(
        "Payment is back", "支付恢复"
    )


def test_evidence_rationale_and_body_are_kept(tmp_path: Path) -> None:
    text = changed(
        (DUE, "5m\n        evidence: [{id: a, kind: log, required: true}, {id: b, kind: link}]"),
        ("role: commander\n        options", "role: commander\n        rationale: required\n        options"),
        (BACK, "body:\n          zh: |\n            一\n            二\n          en: one"),
    )  # fmt: skip
    look, choose, *_, back = load_playbook(write(tmp_path, text)).steps
    assert look.evidence == (EvidenceNeed("a", "log", required=True), EvidenceNeed("b", "link"))
    assert choose.rationale_required
    assert not look.rationale_required
    assert back.body == Text("one", "一\n二")


def test_a_strict_phase_makes_each_step_wait_for_those_before_it(tmp_path: Path) -> None:
    text = changed(
        ("en: Immediate response}", "en: Immediate response}\n    order: strict"),
        ("  - id: second\n", "      - id: after\n        do: x\n        role: technical\n  - id: second\n"),
        ("- id: sit", "- {id: sit-first, note: x}\n              - id: sit"),
    )  # fmt: skip
    plan = load_playbook(write(tmp_path, text))
    assert {step.id: step.needs for step in plan.steps} == {
        "look": (),
        "choose": ("look",),
        "repair": (),
        "sit-first": (),
        "sit": ("sit-first",),
        "after": ("look", "choose"),
        "back": ("look",),
    }


def test_one_language_stands_for_both(tmp_path: Path) -> None:
    plan = load_playbook(write(tmp_path, changed((LOOK, "do: Look"), (REPAIR, "do: {zh: 修}"))))
    assert plan.steps[0].title == Text("Look", "Look")
    assert plan.steps[2].title == Text("修", "修")


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    plan = load_playbook(write(tmp_path, changed((LOOK, 'do: "[@click=app.quit]x[/] {x}"'))))
    assert plan.steps[0].title.en == "[@click=app.quit]x[/] {x}"


def test_paperwork_is_checked_and_an_own_role_has_its_name(tmp_path: Path) -> None:
    text = changed(
        (
            "category: operations",
            """category: operations
owner: 支付运营部
scope: {in: {zh: 内, en: in}}
review: {every: 1 year, drill_every: 6 months, approver: board, last: 2026-03-01}""",
        ),
        ("  deputy: {}", "  deputy:\n  channel_ops: {name: {zh: 通道运维, en: channel desk}}"),
    )
    plan = load_playbook(write(tmp_path, text))
    assert plan.roles[-1] == RolePlan("channel_ops", Text("channel desk", "通道运维"))
    assert plan.roles[-2] == RolePlan("deputy")
