"""What is wrong with steps, variables and the other parts of a full playbook."""

import time
from pathlib import Path

import pytest

from full_playbook import FULL
from netfin_incident.library.playbooks import load_playbook, read_playbook
from netfin_incident.library.source import read_source
from netfin_incident.wording.step_sayings import STEP_SAYINGS
from playbook_text import BACK, assert_said, changed, place_marked, refused, write

WHEN = "when: severity <= S2 or eta > 15m"
SETS = "sets: {told: 是, loss: 100万}"
ON_FAIL = "on_fail: {goto: why}"
CAPTURE = "capture: {lag: 'lag=(\\d+)'}"
EXPECT = "expect: active \\(running\\)"
RUN = 'run: [systemctl, restart, "{unit}", ""]'
ARMS = FULL[FULL.index("          - id: authorities") : FULL.index("      - id: hosts-done")]
WAIT = "        for: 10m\n        until: told and lag is set\n"
CHOICE = "      - {id: network, name: {zh: 网络, en: network}}\n"
ONE_HOST = "do: {zh: 恢复一台, en: Restore one}"
NOTE = "note: {zh: 记得还原, en: Remember to undo}"

# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_STEPS: dict[str, tuple[str, str, str]] = {
    "an ask that fills nothing": ("        into: [cause, eta]\n", "", "field-missing"),
    "an ask that fills an empty list": ("into: [cause, eta]", "into: ¦[]", "field-empty"),
    "an ask that fills a stranger": ("into: [cause, eta]", "into: [cause, ¦etta]", "variable-undeclared"),
    "an approval by nobody": ("                by: [leader, deputy]\n", "", "field-missing"),
    "an approval by a stranger": ("by: [leader, deputy]", "by: [leader, ¦legal]", "role-undeclared"),
    "an approval by none at all": ("quorum: 2", "quorum: ¦0", "field-not-a-number"),
    "an approval by a crowd": ("quorum: 2", "quorum: ¦10", "field-not-a-number"),
    "apart from a stranger": ("apart_from: [look]", "apart_from: [¦loook]", "step-not-there"),
    "a notice to nobody": ("                audience: {zh: 受影响客户, en: Customers affected}\n", "", "field-missing"),
    "a notice with an unknown word": ("{eta} ({service})", "{etta}", "placeholder-unknown"),
    "a notice with a bare pair of braces": ("{eta} ({service})", "{}", "placeholder-unknown"),
    "a report to nobody": ("                recipient: {zh: 监管机构, en: The regulator}\n", "", "field-missing"),
    "a report of no kind": ("                kind: initial\n", "", "field-missing"),
    "a report of another kind": ("kind: initial", "kind: ¦first", "choice-unknown"),
    "a clock in capitals": ("clock: cn.first-report", "clock: ¦CN.First", "clock-unreadable"),
    "a clock by a path": ("clock: cn.first-report", "clock: ¦../cn", "clock-unreadable"),
    "a clock of a step that is none": ("{id: cn.follow-up}", "{id: cn.follow-up, step: ¦tell-me}", "step-not-there"),
    "a clock of another kind of step": ("{id: cn.follow-up}", "{id: cn.follow-up, step: ¦tell}", "clock-not-report"),
    "a clock twice": ("{id: cn.follow-up}", "{id: ¦cn.first-report}", "id-twice"),
    "a wait for nothing": (WAIT, "", "wait-endless"),
    "a wait of no time": ("for: 10m", "for: ¦0m", "limit-out-of-range"),
    "a parallel with one arm": (ARMS, "", "items-too-few"),
    "a parallel with two arms of one id": ("id: authorities", "id: ¦customers", "id-twice"),
    "an arm without steps": (ARMS, "          - ¦{id: b, name: x}\n", "field-missing"),
    "an arm with a condition": ("id: authorities", "id: authorities\n            ¦when: told", "field-unknown"),
    "a join of another kind": ("join: any", "join: ¦some", "choice-unknown"),
    "a repeat without end": ("        max: 8\n", "", "field-missing"),
    "a repeat for ever": ("max: 8", "max: ¦101", "field-not-a-number"),
    "a repeat of nothing": (f"        steps:\n          - id: one-host\n            {ONE_HOST}\n", "", "field-missing"),
    "a repeat over a stranger": ("each: hosts", "each: ¦host", "variable-undeclared"),
    "a repeat over what is no list": ("each: hosts", "each: ¦unit", "each-not-list"),
    "a call without playbook": ("        playbook: ledger-mismatch\n", "", "field-missing"),
    "a call of itself": ("playbook: ledger-mismatch", "playbook: ¦full", "call-itself"),
    "a note that may fail": (NOTE, f"{NOTE}\n        ¦{ON_FAIL}", "field-unknown"),
    "a holder that may fail": ("join: any", "¦on_fail: {abort: true}", "field-unknown"),
    "a decision that sets": ("rationale: required", "¦sets: {told: true}", "field-unknown"),
    "an option that sets": ("suggest: eta > 15m", "¦sets: {told: true}", "field-unknown"),
    "a command of another kind": (NOTE, f"{NOTE}\n        ¦command: {{run: [ls], risk: read}}", "field-unknown"),
    "a command of nothing": (RUN, "run: ¦[]", "field-empty"),
    "a command without risk": ("          risk: change\n", "", "field-missing"),
    "a command of another risk": ("risk: change", "risk: ¦low", "choice-unknown"),
    "a command that is one line": (RUN, "run: ¦systemctl restart x", "field-not-list"),
    "a command with a line break": (RUN, 'run: [sh, ¦"a\\nb"]', "argument-broken"),
    "a command with a long argument": (RUN, f"run: [sh, ¦{'x' * 1_001}]", "field-too-long"),
    "a command with an unknown word": (RUN, 'run: [kill, "{pid}"]', "placeholder-unknown"),
    "a command approved by a stranger": ("approve: leader", "approve: ¦leeder", "role-undeclared"),
    "a command that never stops": ("timeout: 45s", "timeout: ¦soon", "limit-unreadable"),
    "a capture into a stranger": (CAPTURE, "capture: {¦lagg: 'lag=(\\d+)'}", "variable-undeclared"),
    "a capture of nothing": (CAPTURE, "capture: {lag: ¦'lag'}", "pattern-groups"),
    "a capture of two": (CAPTURE, "capture: {lag: ¦'(l)(a)'}", "pattern-groups"),
    "a pattern that is none": (EXPECT, "expect: ¦'active ('", "pattern-unreadable"),
    "a pattern nested deeply": (EXPECT, f"expect: ¦'{'(' * 200}'", "pattern-unreadable"),
    "a pattern that counts too far": (EXPECT, "expect: ¦'a{99999999999}'", "pattern-unreadable"),
    "a long pattern": (EXPECT, f"expect: ¦{'a' * 201}", "field-too-long"),
    "an empty pattern": (EXPECT, "expect: ¦''", "field-empty"),
    "a failure that leads nowhere": (ON_FAIL, "on_fail: {goto: ¦whi}", "step-not-there"),
    "a failure that leads to itself": (ON_FAIL, "on_fail: {goto: ¦look}", "goto-itself"),
    "a failure that leads into an option": (ON_FAIL, "on_fail: {goto: ¦agree}", "goto-elsewhere"),
    "a failure that leads into a round": (ON_FAIL, "on_fail: {goto: ¦one-host}", "goto-elsewhere"),
    "a failure that leads two ways": (ON_FAIL, "¦on_fail: {goto: why, abort: true}", "on-fail-not-one"),
    "a failure that leads no way": (ON_FAIL, "¦on_fail: {}", "on-fail-not-one"),
    "a failure that ends nothing": (ON_FAIL, "on_fail: {abort: ¦false}", "choice-unknown"),
    "a failure for a stranger": (ON_FAIL, "on_fail: {escalate: ¦legal}", "role-undeclared"),
    "an escalation to a stranger": ("{at: 200%, to: deputy}", "{at: 200%, to: ¦legal}", "role-undeclared"),
    "an escalation at a time": ("{at: 80%,", "{at: ¦5m,", "percent-unreadable"),
    "an escalation at once": ("{at: 80%,", "{at: ¦0%,", "percent-unreadable"),
    "an escalation much later": ("{at: 80%,", "{at: ¦501%,", "percent-unreadable"),
    "a role of a severity that is a stranger": ("role: {S1: leader,", "role: {S1: ¦leeder,", "role-undeclared"),
    "a drill that does otherwise": ("drill: simulate", "drill: ¦pretend", "choice-unknown"),
    "a name of shared work with a blank": ("shared: restart-gateway", "shared: ¦restart gateway", "id-unreadable"),
    "a variable set to another kind": (SETS, "sets: {told: ¦maybe}", "value-unfit"),
    "a stranger set": (SETS, "sets: {¦tolt: true}", "variable-undeclared"),
    "a variable set to nothing": (SETS, "sets: {told: ¦''}", "field-empty"),
    "a variable set to a list": (SETS, "sets: {told: ¦[true]}", "field-not-text"),
    "a variable named in capitals": ("  loss: {kind: money,", "  ¦Loss: {kind: money,", "variable-unreadable"),
    "a variable named with a dash": ("  loss: {kind: money,", "  ¦lo-ss: {kind: money,", "variable-unreadable"),
    "a variable named in Chinese": ("  loss: {kind: money,", "  ¦损失: {kind: money,", "variable-unreadable"),
    "a variable named like a word": ("  loss: {kind: money,", "  ¦service: {kind: money,", "variable-reserved"),
    "a variable of no kind": ("{kind: money,", "{kind: ¦currency,", "choice-unknown"),
    "a variable without name": ("name: {zh: 损失, en: the loss}}", "role: leader}", "field-missing"),
    "a variable asked of a stranger": ("en: the loss}}", "en: the loss}, role: ¦legal}", "role-undeclared"),
    "a variable that begins as another kind": ("value: 15 min", "value: ¦soon", "value-unfit"),
    "a choice of one": (CHOICE, "", "items-too-few"),
    "a choice of two of one id": ("{id: network, name", "{id: ¦Upstream, name", "id-twice"),
    "a choice of none": ("  lag: {kind: number,", "  ¦lag: {kind: choice,", "field-missing"),
    "choices of another kind": ("kind: choice", "kind: text", "choices-misplaced"),
    "a condition that is none": (WHEN, "when: severity <=¦", "condition-unfinished"),
    "a condition that asks for a stranger": (WHEN, "when: severity <= S2 or ¦etta > 15m", "condition-name-unknown"),
    "a condition in quotes": (WHEN, 'when: "severity <= S2 or ¦etta > 15m"', "condition-name-unknown"),
    "a condition of two kinds": ("until: lag < 5", "until: lag ¦< 5m", "condition-kinds-differ"),
    "a condition of an option": ("suggest: eta > 15m", "suggest: ¦eta", "condition-not-yes-or-no"),
    "a condition of an option, of a stranger": ("when: cause in ['upstream',", "when: cause in [¦'uptsream',", "condition-choice-unknown"),
    "a condition on several lines": (WHEN, "when: ¦>-\n          severity <= S2\n          or etta > 15m", "condition-name-unknown"),
    "a condition too long": (WHEN, f"when: ¦{'told or ' * 70}told", "field-too-long"),
    "a condition nested deeply": (WHEN, f"when: {'(' * 200}told{')' * 200}", "condition-deep"),
    "a first phase alongside": ("alongside: true", "alongside: true\n    order: ¦none", "choice-unknown"),
    "a resource of a stranger": ("owner: desk", "owner: ¦dusk", "role-undeclared"),
    "a resource of another kind": ("kind: funds}", "kind: ¦money}", "choice-unknown"),
    "two resources of one id": ("{id: cash,", "{id: ¦Standby,", "id-twice"),
    "a metric from nowhere": ("from: detected", "from: ¦noticed", "choice-unknown"),
    "an inject for a stranger": ("at: 0m, to: technical", "at: 0m, to: ¦legal", "role-undeclared"),
    "an inject that expects a stranger": ("expect: [look, why]", "expect: [look, ¦whi]", "step-not-there"),
    "an inject before the drill": ("at: 0m, to", "at: ¦-5m, to", "limit-out-of-range"),
    "a service by a name": ("services: [pay-core]", "services: [¦支付核心]", "id-unreadable"),
    "a tag of two words": ("tags: [T1498.001,", "tags: [¦T1498 001,", "word-broken"),
    "a colour of sharing that is none": ("tlp: amber", "tlp: ¦pink", "choice-unknown"),
    "guidance for a severity that is none": ("  S4: {zh: 个别受影响", "  ¦S5: {zh: 个别受影响", "field-unknown"),
    "a later field of a role": ("technical: {backup", "technical: {¦skills: x, backup", "field-later"),
    "a step that waits for a round": (NOTE, f"{NOTE}\n        needs: [¦one-host]", "needs-round"),
    "a step that waits for its own holder": (ONE_HOST, f"{ONE_HOST}\n            needs: [¦hosts-done]", "needs-cycle"),
    "a holder that waits for a step in it": ("        max: 8\n", "        max: 8\n        needs: [¦one-host]\n", "needs-round"),
    "a circle through a holder": (WAIT, f"{WAIT}        needs: [both]\n", "needs-cycle"),
}  # fmt: skip
WITHOUT_CLOCK = ("{id: cn.first-report, step: tell-regulator}", "{id: cn.first-report}")
ALSO = {
    "a parallel with one arm": WITHOUT_CLOCK,
    "an arm without steps": WITHOUT_CLOCK,
    "a circle through a holder": ("channel: sms", "needs: [¦settle]\n                channel: sms"),
    "choices of another kind": ("value: 15 min", "value: 15m"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_STEPS)
def test_a_bad_part_is_refused_where_it_is_wrong(case: str, tmp_path: Path) -> None:
    old, new, slug = BAD_STEPS[case]
    extra = [ALSO[case]] if case in ALSO else []
    marked = changed((old, new), *extra, text=FULL)
    path = write(tmp_path, marked.replace("¦", ""), "full.yaml")
    error = refused(path)
    assert error.slug == slug
    if "¦" in marked:
        assert error.place == place_marked(marked, path)
    _, reading = read_playbook(read_source(path))
    for one in reading.errors:
        assert_said(one)


def test_every_sentence_about_steps_is_tried() -> None:
    of_the_size = {"steps-too-many", "steps-too-deep", "alongside-first"}
    tried = {slug for *_, slug in BAD_STEPS.values()} | of_the_size
    assert set(STEP_SAYINGS) <= tried


def nested(levels: int) -> str:
    """Steps in options, one within the other."""
    inner = "{id: s1, do: x}"
    for level in range(2, levels + 1):
        inner = (
            f"{{id: s{level}, decide: x, options: [{{id: a, name: x, steps: [{inner}]}}, "
            "{id: b, name: x}]}"
        )
    return f"- {inner}\n      - id: back\n"


def test_steps_nest_six_levels_deep_and_no_deeper(tmp_path: Path) -> None:
    six, seven = (changed(("- id: back\n", nested(levels))) for levels in (6, 7))
    load_playbook(write(tmp_path, six))
    path = write(tmp_path, seven)
    error = refused(path)
    assert error.slug == "steps-too-deep"
    assert error.place == place_marked(seven.replace("s1", "¦s1"), path)


def many(count: int) -> str:
    """So many steps on one line each, and the next begun."""
    steps = "".join(f"- {{id: s{number}, do: x}}\n      " for number in range(count))
    return f"{steps}- id: back\n"


def test_a_playbook_has_300_steps_and_no_more(tmp_path: Path) -> None:
    load_playbook(write(tmp_path, changed(("- id: back\n", many(295)))))
    text = changed(("- id: back\n", many(296)))
    path = write(tmp_path, text)
    error = refused(path)
    assert (error.slug, error.values["count"]) == ("steps-too-many", 301)
    assert error.place == place_marked(text.replace("id: back", "id: ¦back"), path)


@pytest.mark.parametrize(
    ("old", "new", "slug"),
    [
        ("- id: back\n", many(8_000), "steps-too-many"),
        (BACK, f"needs: [{'look, ' * 40_000}¦lok]", "needs-unknown"),
        (BACK, f"needs: [{'lok, ' * 40_000}look]", "needs-unknown"),
        (BACK, f"checks: [{'x, ' * 60_000}¦'']", "field-empty"),
        (BACK, f"escalate: [{'{at: 1%, to: x}, ' * 15_000}]", "role-undeclared"),
    ],
    ids=["steps", "needs", "wrong needs", "checks", "escalations"],
)
def test_as_much_as_a_file_can_hold_is_refused_at_once(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    marked = changed(("en: Recover}", "en: Recover}\n    order: strict"), (old, new))
    path = write(tmp_path, marked.replace("¦", ""))
    begun = time.perf_counter()
    error = refused(path)
    assert time.perf_counter() - begun < 10
    assert error.slug == slug
    if "¦" in marked:
        assert error.place == place_marked(marked, path)


def test_the_first_phase_goes_alongside_none(tmp_path: Path) -> None:
    text = changed(("en: Immediate response}", "en: Immediate response}\n    ¦alongside: true"))
    path = write(tmp_path, text.replace("¦", ""))
    error = refused(path)
    assert (error.slug, error.place) == ("alongside-first", place_marked(text, path))


def test_errors_of_every_part_are_named_at_one_look(tmp_path: Path) -> None:
    text = changed(
        (ON_FAIL, "on_fail: {goto: whi}"),
        (WHEN, "when: etta > 15m"),
        (SETS, "sets: {told: maybe}"),
        ("by: [leader, deputy]", "by: [legal]"),
        (NOTE, f"{NOTE}\n        needs: [one-host]"),
        (CAPTURE, "capture: {lag: lag}"),
        text=FULL,
    )
    _, reading = read_playbook(read_source(write(tmp_path, text)))
    assert sorted(error.slug for error in reading.errors) == [
        "condition-name-unknown",
        "needs-round",
        "pattern-groups",
        "role-undeclared",
        "step-not-there",
        "value-unfit",
    ]


def test_a_pattern_that_python_warns_of_warns_nobody(tmp_path: Path) -> None:
    load_playbook(write(tmp_path, changed((EXPECT, "expect: '[[a]'"), text=FULL), "full.yaml"))
