"""A rehearsal plays a script by the real rules, and says what it came to."""

from datetime import UTC, datetime

import pytest

from netfin_incident.app.rehearsing import Rehearsal, read_script
from netfin_incident.app.unplayed import Why, unplayed
from netfin_incident.app.walking import Script
from netfin_incident.cli.rehearsal_page import ActLines, clock, premises, summary_lines
from netfin_incident.cli.rehearsal_unplayed import unplayed_lines
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone, Mode
from netfin_incident.errors import CommandRefused, UsageError
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import Source
from netfin_incident.wording.language import Language
from netfin_incident.wording.plan_words import PlanWords
from playbook_text import SMALL, changed

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MORE = """\
      - id: ask-eta
        ask: {zh: 填报, en: State it}
        into: [eta, cause]
        role: technical
      - id: tell
        notify: {zh: 告知客户, en: Tell customers}
        role: commander
        audience: {zh: 客户, en: customers}
        channel: sms
        template: {zh: "预计 {eta}，{cause}", en: "Back in {eta}, {cause}"}
      - id: report
        report: {zh: 报送, en: Report}
        role: commander
        recipient: {zh: 监管机构, en: the regulator}
        kind: initial
        clock: cn.first
      - id: restart
        do: {zh: 重启, en: Restart}
        role: technical
        when: eta > 5m
        command: {run: [systemctl, restart, "{cause}"], risk: change, undo: {zh: 再启, en: start it again}}
        on_fail: {escalate: commander}
      - id: check
        approve: {zh: 复核, en: Check it}
        role: commander
        by: [deputy, commander]
        apart_from: [restart]
      - id: rest
        wait: {zh: 等待, en: Wait}
        role: technical
        for: 1h
"""
VARIABLES = """\
variables:
  eta: {kind: duration, name: {zh: 预计, en: the estimate}, role: technical}
  cause: {kind: text, name: {zh: 原因, en: the cause}, role: technical}
roles:
"""
BACK = "        needs: [look]\n"
WHOLE = changed((BACK, BACK + MORE), ("roles:\n", VARIABLES))


def plan(text: str = WHOLE) -> Plan:
    found, reading = read_playbook(Source("small.yaml", text, "0" * 64))
    assert reading.errors == []
    return found


def rehearsal(script: Script, text: str = WHOLE) -> Rehearsal:
    return Rehearsal(plan(text), script, START, lambda _: None)


def script(
    *choose: str, known: tuple[str, ...] = (), fail: tuple[str, ...] = (), **more: bool
) -> Script:
    return read_script(plan(), Severity.S2, choose, known, fail, **more)


def told(played: Rehearsal, language: Language = Language.EN) -> list[str]:
    lines = ActLines(played, PlanWords(played.plan, language))
    acts = [line for taken in played.played() for line in lines.lines(taken)]
    return [*acts, *summary_lines(PlanWords(played.plan, language), played)]


def test_an_option_that_is_chosen_brings_its_steps() -> None:
    chosen = rehearsal(script("choose=fix"))
    assert "[technical] Step repair (Repair the service) done" in "\n".join(told(chosen))
    other = rehearsal(script("choose=leave"))
    text = "\n".join(told(other))
    assert "repair" not in text.partition("Summary")[0]
    assert other.summary().not_applicable == ("repair",)


def test_what_would_leave_the_house_is_said_and_filled() -> None:
    text = "\n".join(told(rehearsal(script(known=("eta=20分钟", "cause=gateway")))))
    assert "would tell customers (channel: sms)" in text
    assert "| Back in 20 minutes, gateway" in text
    assert "would send to the regulator: initial report (clock cn.first)" in text
    assert "would run: systemctl restart gateway (not run)" in text
    assert "risk: it changes something" in text
    assert "to take it back: start it again" in text


def test_what_nobody_said_is_left_open_and_assumed_values_are_named() -> None:
    played = rehearsal(script())
    text = "\n".join(told(played))
    assert "| Back in 10 minutes, ‹the cause›" in text
    assert "systemctl restart '‹the cause›'" in text
    assert "facts: the estimate: 10 minutes (assumed); the cause: to be said" in text


def test_it_is_said_in_chinese() -> None:
    text = "\n".join(told(rehearsal(script(known=("eta=20m", "cause=网关"))), Language.ZH_HANS))
    assert "[技术处置] 完成步骤 look（核实）" in text
    assert "将告知客户（渠道：sms）" in text
    assert "| 预计 20分钟，网关" in text
    assert "要素：预计：20分钟；原因：网关" in text
    assert "rehearsed" not in text


def test_a_step_that_fails_goes_on_as_the_playbook_says() -> None:
    played = rehearsal(script(known=("eta=20m",), fail=("restart",)))
    text = "\n".join(told(played))
    assert "[technical] Step restart (Restart) did not succeed" in text
    assert "[commander] Step restart (Restart) done" in text


def test_time_goes_by_and_milestones_are_measured() -> None:
    played = rehearsal(script())
    acts = list(played.played())
    assert played.seconds(acts[0].act.happened) == 60
    assert played.seconds(acts[-1].act.happened) > 3600
    [(milestone, seconds)] = played.summary().milestones
    assert (milestone, seconds) == (Milestone.RECOVERED, 240)
    assert clock(3720) == "T+1:02"


def test_one_person_alone_holds_no_role() -> None:
    played = rehearsal(script(alone=True))
    assert "[" not in "\n".join(told(played)).partition("Summary")[0]
    assert played.stuck is None
    assert played.summary().busy["technical"] == 5


def test_the_premises_are_said_first() -> None:
    words = PlanWords(plan(), Language.EN)
    said = list(premises(words, script(alone=True, drill=True)))
    assert said[0] == "Rehearsal of small r3: Small"
    assert said[1].startswith("severity II, one person alone, as in a drill; nothing is recorded")
    assert script(drill=True).mode is Mode.DRILL


@pytest.mark.parametrize(
    ("choose", "known", "fail", "slug"),
    [
        (("chose=fix",), (), (), "plan-step-unknown"),
        (("choose=fax",), (), (), "plan-option-unknown"),
        (("look=fix",), (), (), "plan-option-unknown"),
        (("choose",), (), (), "pair-not-read"),
        (("choose=",), (), (), "pair-not-read"),
        ((), ("etta=5m",), (), "plan-variable-unknown"),
        ((), ("eta",), (), "pair-not-read"),
        ((), (), ("nowhere",), "plan-step-unknown"),
        ((), (), ("choose",), "step-cannot-be-failed"),
        ((), (), ("back",), "step-cannot-be-failed"),
    ],
)
def test_a_script_names_what_is_there(
    choose: tuple[str, ...], known: tuple[str, ...], fail: tuple[str, ...], slug: str
) -> None:
    with pytest.raises(UsageError, match=slug):
        read_script(plan(), Severity.S2, choose, known, fail)


def test_a_fact_must_be_of_its_kind() -> None:
    with pytest.raises(CommandRefused, match="answer-not-a-duration"):
        script(known=("eta=soon",))


def test_an_act_that_the_rules_refuse_changes_nothing() -> None:
    played = rehearsal(script())
    [look, *_] = played.open_views()
    before = played.incident
    with pytest.raises(CommandRefused, match="reason-missing"):
        played.take(look, c.SkipStep("look", "", "small"))
    assert played.incident == before
    assert played.summary().done == ()
    played.take(look, c.SkipStep("look", "seen already", "small"))
    assert played.summary().skipped == ("look",)


def test_a_playbook_that_cannot_be_walked_to_its_end_is_stuck() -> None:
    text = changed(("by: [deputy, commander]", "by: [deputy]\n        quorum: 2"), text=WHOLE)
    played = rehearsal(Script(), text)
    list(played.played())
    assert played.stuck is not None
    assert played.stuck.step.id == "check"
    assert "check" in played.summary().open


def test_small_playbooks_need_no_facts() -> None:
    played = rehearsal(Script(), SMALL)
    assert "facts: none" in "\n".join(told(played))


def test_what_was_asked_for_and_not_played_is_told_with_the_reason() -> None:
    asked = script("choose=leave", known=("eta=2m",), fail=("restart", "repair"))
    played = rehearsal(asked)
    told(played)
    assert [(one.option, one.given, one.why) for one in unplayed(played)] == [
        ("--fail", "repair", Why.AWAY),
        ("--fail", "restart", Why.AWAY),
    ]
    lines = " ".join(" ".join(unplayed_lines(PlanWords(plan(), Language.EN), played)).split())
    assert "--fail restart: the step does not apply on this way: does not apply because" in lines
    chinese = "".join(unplayed_lines(PlanWords(plan(), Language.ZH_HANS), played))
    assert "--fail restart：按此走法，该步骤不适用" in chinese


def test_nothing_is_told_of_a_script_that_was_played() -> None:
    played = rehearsal(script("choose=fix", known=("eta=20m",), fail=("restart",)))
    told(played)
    assert unplayed(played) == ()
    assert list(unplayed_lines(PlanWords(plan(), Language.EN), played)) == []
