"""Every kind of step and every field of the format, compiled to the plan."""

from pathlib import Path

import pytest

from full_playbook import FULL
from netfin_incident.domain.playbook import (
    Approval,
    Assignment,
    Capture,
    Choice,
    ClockUse,
    CommandPlan,
    Escalation,
    Inject,
    Metric,
    Notice,
    OnFail,
    Option,
    Plan,
    Reporting,
    Resource,
    RoleBySeverity,
    Round,
    Step,
    Triggers,
    Variable,
    VariableKind,
    Verb,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import ReportKind
from netfin_incident.library.playbooks import load_playbook
from playbook_text import BACK, changed, write


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return load_playbook(write(tmp_path, FULL, "full.yaml"))


def step(plan: Plan, step_id: str) -> Step:
    found = plan.step(step_id)
    assert found is not None
    return found


def test_all_kinds_of_steps_are_there_in_the_order_of_the_file(plan: Plan) -> None:
    assert {one.verb for one in plan.steps} == set(Verb)
    assert [one.id for one in plan.steps] == [
        "look", "why", "route", "agree", "both", "tell", "tell-regulator", "hosts-done",
        "one-host", "settle", "books", "over", "remember",
    ]  # fmt: skip


def test_what_every_step_may_have_is_kept(plan: Plan) -> None:
    look = step(plan, "look")
    assert look.when == "severity <= S2 or eta > 15m"
    assert look.warning == Text("Connections drop", "会断开连接")
    assert look.checks == (Text("The port answers", "端口通"), Text("No backlog", "无积压"))
    assert look.on_fail == OnFail(goto="why")
    assert look.escalate == (Escalation(80, "leader"), Escalation(200, "deputy"))
    assert (look.shared, look.drill) == ("restart-gateway", "simulate")
    assert look.links == ("https://wiki.example/gateway",)
    assert step(plan, "why").on_fail == OnFail(escalate="leader")
    assert step(plan, "agree").on_fail == OnFail(abort=True)
    assert (step(plan, "why").drill, step(plan, "over").on_fail) == ("do", None)


def test_a_role_differs_by_severity_only_where_the_file_says_so(plan: Plan) -> None:
    look = step(plan, "look")
    assert look.role == "technical"
    assert look.roles == RoleBySeverity("leader", "technical", "technical", "technical")


def test_a_role_said_the_same_for_every_severity_is_one_role(tmp_path: Path) -> None:
    text = changed(
        ("role: technical\n        due", "role: {S1: technical, default: technical}\n        due")
    )
    look = load_playbook(write(tmp_path, text)).steps[0]
    assert (look.role, look.roles) == ("technical", None)


def test_a_command_is_a_list_of_arguments(plan: Plan) -> None:
    assert step(plan, "look").command == CommandPlan(
        run=("systemctl", "restart", "{unit}", ""),
        risk="change",
        approve="leader",
        undo=Text("Restart it again", "再次重启"),
        timeout=45,
        capture=(Capture("lag", r"lag=(\d+)"),),
        expect=r"active \(running\)",
    )


def test_values_are_kept_in_their_canonical_form(plan: Plan) -> None:
    assert step(plan, "look").sets == (
        Assignment("told", "true"),
        Assignment("loss", "CNY 1000000"),
    )
    assert plan.variables_by_id["eta"].value == "15m"
    assert plan.variables_by_id["unit"].value == "gateway"
    assert step(plan, "over").sets == (Assignment("unit", "none"),)


def test_each_kind_has_what_is_its_own(plan: Plan) -> None:
    assert step(plan, "why").ask == ("cause", "eta")
    route = step(plan, "route")
    assert (route.rationale_required, route.revisit_after) == (True, 900)
    assert step(plan, "agree").approval == Approval(("leader", "deputy"), 2, ("look",))
    assert step(plan, "tell").notice == Notice(
        Text("Customers affected", "受影响客户"),
        "sms, app-notice",
        Text("Back in {eta} ({service})", "预计 {eta} 恢复（{severity}）"),
    )
    assert step(plan, "tell-regulator").reporting == Reporting(
        Text("The regulator", "监管机构"), ReportKind.INITIAL, "cn.first-report"
    )
    assert step(plan, "hosts-done").round == Round(8, "lag < 5", 600, "hosts")
    settle = step(plan, "settle")
    assert (settle.wait, settle.until) == (600, "told and lag is set")
    assert step(plan, "books").call == "ledger-mismatch"
    assert step(plan, "over").milestone == "resolved"
    assert (step(plan, "both").any_arm, step(plan, "both").needs) == (True, ("route",))


def test_branches_hold_the_steps_directly_in_them(plan: Plan) -> None:
    assert step(plan, "route").options == (
        Option(
            "switch", Text("Switch", "切换"), ("agree",),
            "cause in ['upstream', 'network']", "eta > 15m",
        ),
        Option("stay", Text("Stay", "等待")),
    )  # fmt: skip
    assert step(plan, "both").options == (
        Option("customers", Text("Customers", "客户"), ("tell",)),
        Option("authorities", Text("Authorities", "监管"), ("tell-regulator",)),
    )
    assert step(plan, "hosts-done").options == (
        Option("round", Text("Host by host", "逐台恢复"), ("one-host",)),
    )
    assert {one.id: one.under for one in plan.steps if one.under} == {
        "agree": ("route", "switch"),
        "tell": ("both", "customers"),
        "tell-regulator": ("both", "authorities"),
        "one-host": ("hosts-done", "round"),
    }


def test_variables_are_declared_with_their_kind(plan: Plan) -> None:
    assert plan.variables[:2] == (
        Variable(
            "eta", VariableKind.DURATION, Text("the estimate", "预计恢复时间"),
            Text("How long will it take?", "多久恢复？"), "technical", value="15m",
        ),
        Variable(
            "cause", VariableKind.CHOICE, Text("the cause", "原因"),
            choices=(
                Choice("upstream", Text("upstream", "上游")),
                Choice("network", Text("network", "网络")),
            ),
        ),
    )  # fmt: skip
    assert {variable.kind for variable in plan.variables} == set(VariableKind)


def test_the_rest_of_the_playbook_is_kept(plan: Plan) -> None:
    assert [phase.alongside for phase in plan.phases] == [False, True]
    assert plan.roles[0].duty == Text("Answers for all", "总责")
    assert plan.clocks == (ClockUse("cn.first-report", "tell-regulator"), ClockUse("cn.follow-up"))
    assert plan.resources == (
        Resource("standby", Text("Standby", "备用通道"), "system", "见配置库", "desk", 1800, 0),
        Resource("cash", Text("Funds", "头寸"), "funds"),
    )
    assert plan.metrics == (
        Metric("mttr", Text("Time to recover", "恢复用时"), "detected", "recovered", 3600),
    )
    assert plan.injects == (
        Inject("news", 0, "technical", Text("An alarm", "告警"), ("look", "why")),
    )
    assert plan.triggers == Triggers(
        ("通道超时", "channel timeout"),
        ("pay-core",),
        (Text("Success rate under 90%", "成功率低于九成"),),
    )


def test_a_strict_phase_holds_within_arms_and_rounds(tmp_path: Path) -> None:
    steps = """\
      - id: arms
        parallel: x
        arms:
          - {id: one, name: x, steps: [{id: a1, do: x}, {id: a2, do: x}, {id: a3, do: x}]}
          - {id: two, name: x, steps: [{id: b1, do: x}]}
      - id: again
        repeat: x
        max: 2
        steps: [{id: r1, do: x}, {id: r2, do: x}]
      - {id: last, do: x}
  - id: second
"""
    text = changed(
        ("en: Immediate response}", "en: Immediate response}\n    order: strict"),
        ("  - id: second\n", steps),
    )
    needs = {one.id: one.needs for one in load_playbook(write(tmp_path, text)).steps}
    assert needs["arms"] == ("look", "choose")
    assert (needs["a1"], needs["a2"], needs["a3"]) == ((), ("a1",), ("a1", "a2"))
    assert needs["b1"] == ()
    assert (needs["r1"], needs["r2"]) == ((), ("r1",))
    assert needs["last"] == ("look", "choose", "arms", "again")


@pytest.mark.parametrize(
    "needs",
    [
        pytest.param("needs: [b1]", id="a step of another arm"),
        pytest.param("needs: [back]", id="a step outside"),
    ],
)
def test_a_step_in_an_arm_may_need(needs: str, tmp_path: Path) -> None:
    arms = f"""\
{BACK}
      - id: arms
        parallel: x
        arms:
          - id: one
            name: x
            steps:
              - id: a1
                do: x
                {needs}
          - {{id: two, name: x, steps: [{{id: b1, do: x}}]}}
      - {{id: after, do: x, needs: [arms, a1, repair]}}"""
    plan = load_playbook(write(tmp_path, changed((BACK, arms))))
    assert step(plan, "after").needs == ("arms", "a1", "repair")
