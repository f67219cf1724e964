"""A playbook is drafted from what was done, so that it loads and only translations are wanting."""

from pathlib import Path

import pytest

from hostile_text import PAYLOADS
from netfin_incident.domain.playbook import Plan, Verb
from netfin_incident.library.layout import formatted
from netfin_incident.library.lint import lint_playbook
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.library.source import read_source
from shell import Shell

WANTING = {
    "translation-missing", "placeholder-text", "parts-missing", "clocks-unknown", "playbook-long",
    "report-without-clock",
}  # fmt: skip
"""What a draft may lack."""
OWN = """\
schema: netfin-playbook/1
id: small
revision: 1
status: draft
name: {zh: 小预案, en: Small}
goal: {zh: 恢复服务, en: Restore service}
category: operations
roles:
  commander: {backup: deputy}
  technical: {backup: deputy}
  deputy: {}
phases:
  - id: first
    name: {zh: 先期处置, en: Immediate response}
    steps:
      - id: look
        do: {zh: 核实, en: Look}
        role: technical
        warning: {zh: 小心, en: Careful}
        checks: [{zh: 端口通, en: The port answers}]
        body: {zh: 看监控, en: See the monitors}
      - id: choose
        decide: {zh: 怎么办？, en: What now?}
        role: commander
        options:
          - id: fix
            name: {zh: 修复, en: Fix}
            steps:
              - id: repair
                do: {zh: 修复服务, en: Repair the service}
                role: technical
          - id: leave
            name: {zh: 等待, en: Wait}
      - id: tell
        notify: {zh: 告知, en: Tell them}
        role: commander
        audience: {zh: 客户, en: customers}
        channel: sms
        template: {zh: 抱歉, en: Sorry}
      - id: report
        report: {zh: 报送, en: Report}
        role: commander
        recipient: {zh: 监管, en: the regulator}
        kind: initial
        clock: cn.first
      - id: spare
        do: {zh: 备用, en: Spare}
        role: technical
  - id: second
    name: {zh: 恢复, en: Recover}
    steps:
      - id: back
        milestone: recovered
        role: commander
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(OWN, encoding="utf-8")
    shell.environment["NETFIN_PLAYBOOKS"] = str(tmp_path / "own")
    return shell


def did(shell: Shell, *words: str) -> None:
    said = shell.here(*words)
    assert said.code == 0, (words, said)


def drafted(shell: Shell, *words: str) -> tuple[str, Plan]:
    """The draft as a text and as a plan; nothing but a translation is wanting in it."""
    path = shell.home / "from-inc-2026-0001.yaml"
    found = next(iter(shell.here("list", "--all", "--json").json["incidents"]))["id"].lower()
    path = shell.home / f"from-{found}.yaml"
    did(shell, "playbook", "from-incident", "1", "--out", str(path), "--force", *words)
    text = path.read_text(encoding="utf-8")
    assert {one.slug for one in lint_playbook(path)} <= WANTING
    assert formatted(read_source(path)) == text
    return text, load_playbook(path)


def test_steps_that_were_done_keep_their_texts_and_others_do_not_come(shell: Shell) -> None:
    did(shell, "declare", "Channel A", "--sev", "2", "--playbook", "small")
    did(shell, "step", "1", "look")
    did(shell, "step", "1", "spare", "--skip", "there was none")
    did(shell, "step", "1", "choose", "--option", "fix", "--note", "quick")
    did(shell, "step", "1", "repair")
    did(shell, "step", "1", "tell", "--text", "Use {another} card: please")
    did(shell, "step", "1", "report", "--receipt", "r-1")
    did(shell, "step", "1", "back")
    text, plan = drafted(shell)
    steps = plan.steps_by_id
    assert [one.id for one in plan.steps] == ["look", "choose", "repair", "tell", "report", "back"]
    assert (steps["look"].title.zh, steps["look"].title.en) == ("核实", "Look")
    assert steps["look"].body is not None
    assert steps["look"].body.en == "See the monitors"
    assert [one.zh for one in steps["look"].checks] == ["端口通"]
    assert [one.id for one in steps["choose"].options] == ["fix", "leave"]
    assert steps["repair"].under == ("choose", "fix")
    notice, reporting = steps["tell"].notice, steps["report"].reporting
    assert notice is not None
    assert notice.template is not None
    assert notice.template.en == "Use (another) card: please"
    assert reporting is not None
    assert (reporting.clock, plan.clocks[0].step) == ("cn.first", "report")
    assert "# skipped: spare (Spare); reason: there was none" in text
    assert "# then chosen: Fix" in text
    assert [role.id for role in plan.roles] == ["technical", "commander", "deputy"]


def test_what_was_done_without_a_playbook_becomes_steps_too(shell: Shell) -> None:
    did(shell, "declare", "Channel A: slow", "--sev", "2")
    did(shell, "assign", "1", "technical", "li-na")
    did(shell, "assign", "1", "scribe", "zhao-min")
    did(shell, "task", "1", "Ask the operator", "--to", "li-na", "--for", "10m")
    did(shell, "task", "1", "T1", "--done", "--as", "li-na")
    did(shell, "task", "1", "Call the bank", "--to", "li-na", "--for", "10m")
    did(
        shell,
        "decide",
        "1",
        "--question",
        "Switch?",
        "--choice",
        "yes",
        "--option",
        "no",
        "--rationale",
        "slow",
    )
    did(shell, "decide", "1", "--question", "Who tells?", "--choice", "we do")
    did(shell, "measure", "1", "Retries are off", "--temporary")
    did(shell, "measure", "1", "X1", "--lift")
    did(
        shell,
        "message",
        "1",
        "Sorry: #1\n\nplease wait",
        "--to",
        "customers",
        "--channel",
        "app",
        "--sent",
    )
    did(shell, "message", "1", "never sent", "--to", "staff", "--channel", "app")
    did(shell, "message", "1", "M2", "--failed", "down")
    did(
        shell,
        "reported",
        "1",
        "--to",
        "PBoC",
        "--kind",
        "initial",
        "--sent",
        "now",
        "--channel",
        "phone",
    )
    did(shell, "milestone", "1", "recovered")
    text, plan = drafted(shell)
    verbs = {step.id: step.verb for step in plan.steps}
    assert verbs == {
        "ask-the-operator": Verb.DO, "switch": Verb.DECIDE, "who-tells": Verb.DO,
        "retries-are-off": Verb.DO, "lift-retries-are-off": Verb.DO, "tell-customers": Verb.NOTIFY,
        "send-initial-report-to-pboc": Verb.REPORT, "recovered": Verb.MILESTONE,
    }  # fmt: skip
    assert plan.steps_by_id["ask-the-operator"].role == "technical"
    assert [one.id for one in plan.steps_by_id["switch"].options] == ["no", "yes"]
    notice = plan.steps_by_id["tell-customers"].notice
    assert notice is not None
    assert notice.template is not None
    assert notice.template.en == "Sorry: #1\n\nplease wait"
    assert "never sent" not in text
    assert "# not done: Call the bank" in text
    assert "li-na" not in text
    assert "held, but nothing here is theirs: scribe" in text
    assert plan.name.en == "Channel A: slow"


def test_limits_are_the_times_it_took_rounded_up(shell: Shell) -> None:
    did(shell, "declare", "Channel A", "--sev", "2", "--at", "-3h")
    for text, ago in (("at once", "-176m"), ("later", "-108m"), ("at last", "-2m")):
        did(shell, "measure", "1", text, "--at", ago)
    _, plan = drafted(shell)
    assert [step.due.s1 for step in plan.steps] == [300, 75 * 60, 3 * 3600, None]
    assert plan.steps[-1].milestone == "resolved"
    assert [phase.id for phase in plan.phases] == ["immediate", "contain"]


def test_phases_end_with_the_milestones(shell: Shell) -> None:
    did(shell, "declare", "Channel A", "--sev", "2", "--at", "-3h")
    for text, ago in (("one", "-179m"), ("two", "-150m"), ("three", "-90m"), ("four", "-20m")):
        did(shell, "measure", "1", text, "--at", ago)
    did(shell, "milestone", "1", "contained", "--at", "-2h")
    did(shell, "milestone", "1", "recovered", "--at", "-1h")
    _, plan = drafted(shell)
    assert [(phase.id, phase.steps) for phase in plan.phases] == [
        ("immediate", ("one",)),
        ("contain", ("two", "contained")),
        ("recover", ("three", "recovered")),
        ("close-out", ("four",)),
    ]


def test_text_that_people_typed_is_written_safely(shell: Shell) -> None:
    odd = ["- a: b # c", "'\"{x}\"'", "中文标题，没有英文", "&a *b !c %d", "k: |", *PAYLOADS]
    did(shell, "declare", "x: {y} # z", "--sev", "2")
    for text in odd:
        assert shell.here("measure", "1", "--", text).code in (0, 2, 3)
        shell.here("message", "1", "--to", "a", "--channel", "b", "--sent", "--", text)
    _, plan = drafted(shell, "--lang", "zh")
    assert len(plan.steps) >= 2 * 5
    assert plan.name.zh == "x: {y} # z"


def test_an_incident_in_which_nothing_was_done_gives_no_draft(shell: Shell) -> None:
    did(shell, "declare", "Channel A", "--sev", "2")
    did(shell, "note", "1", "seen")
    said = shell.here("playbook", "from-incident", "1")
    assert (said.code, "NF-2353" in said.err) == (4, True)
