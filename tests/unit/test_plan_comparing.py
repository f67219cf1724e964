"""What differs between two plans is found field by field, and said in words."""

import re
from dataclasses import fields

import pytest

from full_playbook import FULL
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.playbook.comparing import Change, What, compare
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import Source
from netfin_incident.wording.language import Language
from netfin_incident.wording.plan_changes import ChangeWords
from playbook_text import BACK, DUE, LOOK, SMALL, changed

ROLE = "role: technical\n        due"


def plan(text: str = SMALL) -> Plan:
    found, reading = read_playbook(Source("small.yaml", text, "0" * 64))
    assert reading.errors == []
    return found


def differences(*changes: tuple[str, str], text: str = SMALL) -> tuple[Change, ...]:
    return compare(plan(text), plan(changed(*changes, text=text)))


def told(
    *changes: tuple[str, str], language: Language = Language.EN, text: str = SMALL
) -> list[str]:
    before, after = plan(text), plan(changed(*changes, text=text))
    words = ChangeWords(before, after, language)
    return [words.told(one) or words.thing(one) for one in compare(before, after)]


def test_a_plan_differs_in_nothing_from_itself() -> None:
    assert compare(plan(), plan()) == ()
    assert compare(plan(FULL), plan(FULL)) == ()


@pytest.mark.parametrize(
    ("change", "english", "chinese"),
    [
        ((DUE, "{S1: 3m, default: 5m}"), "due at I: 2m → 3m", "Ⅰ级的时限：2分 → 3分"),
        ((DUE, "10m"), "due at I: 2m → 10m", "Ⅰ级的时限：2分 → 10分"),
        ((ROLE, "role: commander\n        due"), "role: technical → commander", "角色：技术处置 → 现场指挥"),
        ((BACK, "needs: [look]\n        required: true"), "now required", "改为必须"),
        ((BACK, "required: {S1: true, S2: true, default: false}\n        needs: [look]"), "now required at I, II", "Ⅰ级、Ⅱ级改为必须"),
        ((BACK, "drill: skip"), "needs removed: look (Look)", "取消前置步骤：look（核实）"),
        ((BACK, "needs: [look]\n        when: severity <= S2"), "condition added: the severity is II or worse", "新增适用条件：事件等级为Ⅱ级及以上"),
        ((LOOK, "do: {zh: 核实, en: Check}"), "title: Look → Check (English)", "标题：文字有改动（英文）"),
        ((LOOK, "do: {zh: 核对, en: Look}"), "title: wording changed (Chinese)", "标题：核实 → 核对（中文）"),
        ((LOOK, f"{LOOK}\n        evidence: [{{id: shot, kind: screenshot, required: true}}]"), "evidence of shot added: shot (screenshot)", "新增shot 的证据：shot（截图）"),
        (("revision: 3", "revision: 4"), "revision: 3 → 4", "版次：3 → 4"),
        (("status: draft", "status: approved"), "status: draft → approved", "状态：草稿 → 已审批"),
        (("backup: deputy}", "backup: technical}"), "backup: deputy → technical", "备岗：副指挥 → 技术处置"),
        (("  - [commander, technical]", "  - [commander, deputy]"), "roles held apart added: commander / deputy; roles held apart removed: commander / technical", "新增不得兼任：现场指挥 / 副指挥；取消不得兼任：现场指挥 / 技术处置"),
        (("          - id: leave", "          - id: third\n            name: {zh: 三, en: Third}\n          - id: leave"), "option of third added: third (Third)", "新增third 的方案：third（三）"),
        (("id: fix\n", "id: fix\n            suggest: severity == S1\n"), "suggestion of fix added: the severity is I", "新增fix 的建议条件：事件等级为Ⅰ级"),
    ],
)  # fmt: skip
def test_each_change_is_said(change: tuple[str, str], english: str, chinese: str) -> None:
    assert english in told(change)
    assert chinese in told(change, language=Language.ZH_HANS)


def test_steps_are_added_removed_and_moved() -> None:
    back = "      - id: back\n        milestone: recovered\n        role: commander\n        needs: [look]\n"
    more = back + "      - id: more\n        do: {zh: 再做, en: More}\n"
    added, *rest = differences((back, more))
    assert (added.thing, added.what, rest) == ("more", What.ADDED, [])
    assert told((back, more)) == ["added: more (More), in Recover"]
    assert told((more, back), text=changed((back, more))) == ["removed: more (More), in Recover"]
    repair = "              - id: repair\n                do: {zh: 修复服务, en: Repair the service}\n                role: technical\n"
    moved = (
        (f"            steps:\n{repair}", ""),
        (back, f"{back}{re.sub('(?m)^ {8}', '', repair)}"),
    )
    assert "place: Immediate response, under choose/fix → Recover" in told(*moved)


def test_the_order_of_steps_is_compared() -> None:
    look = "      - id: look\n        do: {zh: 核实, en: Look}\n        role: technical\n        due: {S1: 2m, default: 5m}\n"
    swapped = (look, ""), ("  - id: second\n", f"{look}  - id: second\n")
    assert told(*swapped) == ["order: look, choose, repair, sit → choose, repair, sit, look"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("quorum: 2", "quorum: 1", "number of approvers: 2 → 1"),
        ("channel: sms, app-notice", "channel: sms", "channel: sms, app-notice → sms"),
        ("{zh: 监管机构, en: The regulator}", "{zh: 监管机构, en: Regulators}", "recipient: The regulator → Regulators (English)"),
        ("for: 10m", "for: 20m", "waiting time: 10m → 20m"),
        ("join: any", "join: all", "one arm is enough: yes → no"),
        ("max: 8", "max: 9", "most rounds: 8 → 9"),
        ("until: lag < 5", "until: lag < 6", "until: the lag is less than 5 → the lag is less than 6"),
        ("risk: change", "risk: destroy", "risk: it changes something → it destroys something"),
        ("timeout: 45s", "timeout: 30s", "stopped after: 45s → 30s"),
        ("on_fail: {escalate: leader}", "on_fail: {escalate: desk}", "on failure, tell: leader → channel desk"),
        ("{at: 80%, to: leader}", "{at: 90%, to: leader}", "escalation added: 90% leader; escalation removed: 80% leader"),
        ("drill: simulate", "drill: skip", "in a drill: only played → left out"),
        ("alongside: true", "alongside: false", "alongside the phase before: yes → no"),
        ("rto: 30m", "rto: 1h", "recovery time objective: 30m → 1h"),
        ("target: 1h", "target: 2h", "target: 1h → 2h"),
        ("kind: funds", "kind: site", "kind: funds → site"),
        ("value: 15 min", "value: 20 min", "value at first: 15 minutes → 20 minutes"),
        ("services: [pay-core]", "services: [ledger]", "services added: ledger; services removed: pay-core"),
        ("expect: [look, why]", "expect: [look]", "expected removed: why (Cause and time)"),
        ("revisit_after: 15m", "revisit_after: 30m", "looked at again after: 15m → 30m"),
    ],
)  # fmt: skip
def test_the_fields_of_every_kind_are_said(old: str, new: str, said: str) -> None:
    assert told((old, new), text=FULL) == [said]


def test_everything_in_a_plan_is_compared() -> None:
    """A field of a plan that nobody compares would change without a word."""
    elsewhere = {"source_sha256", "phases", "steps", "roles", "variables", "clocks", "resources", "metrics", "injects"}  # fmt: skip
    assert {one.name for one in fields(Plan)} - elsewhere == {
        "id", "revision", "status", "name", "goal", "category", "separation", "triggers",
    }  # fmt: skip
