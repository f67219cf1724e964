"""What lint says of a playbook as a whole: its order, people, work, words and upkeep."""

from datetime import date
from pathlib import Path

import pytest

from netfin_incident.library.lint import ADVICE_CODES, Around, Finding, lint_playbook
from netfin_incident.wording.whole_playbook_sayings import WHOLE_PLAYBOOK_SAYINGS
from playbook_text import BACK, LOOK, SMALL, assert_said, changed, place_marked, write

LOOKING = f"{LOOK}\n        role: technical"
FIX = "- id: fix\n            name: {zh: 修复, en: Fix}"
LEAVE = "- id: leave\n            name: {zh: 等待, en: Wait}"
DEPUTY = "deputy: {}"
TECHNICAL = "technical: {}"
BACKED = "technical: {backup: deputy}"
SEPARATION = "  - [commander, technical]\n"
REVIEWED = "category: operations"
VARIABLES = "category: operations\nvariables:\n  "
PHASES = "phases:\n  - id: first"
WHEN = f"{LOOKING}\n        when"

MORE = """\
phases:
  - id: early
    name: {zh: 先做, en: First}
    steps:
      - id: both
        parallel: {zh: 两路, en: Two arms}
        role: technical
        join: any
        arms:
          - {id: one, name: {zh: 一, en: One}, steps: [{id: a, do: {zh: 甲, en: A}, role: technical}]}
          - {id: two, name: {zh: 二, en: Two}, steps: [{id: b, do: {zh: 乙, en: B}, role: technical}]}
      - id: rounds
        repeat: {zh: 反复查看, en: Look again}
        role: technical
        max: 9
        every: 5m
        steps: [{id: again, do: {zh: 查看, en: Look}, role: technical}]
      - id: check
        approve: {zh: 复核, en: Check}
        role: commander
        by: [commander, deputy]
        apart_from: [run]
      - id: run
        do: {zh: 执行, en: Run}
        role: technical
        command: {run: [ls], risk: read}
      - id: tell
        report: {zh: 报送, en: Report}
        role: commander
        recipient: {zh: 监管, en: Regulator}
        kind: initial
        clock: cn-clock
        due: 8m
  - id: first"""
"""A phase before the first, with a step of every kind that lint has something to say of."""

KNOWN = Around(
    clocks={"cn-clock": 540},
    today=date(2026, 11, 24),
    calls={"small": ["other"], "other": ["third"], "third": ["small"], "quiet": []},
)

# What is changed into what in the larger playbook, with ¦ before the place that the finding names.
Change = tuple[str, str]
CASES: dict[str, tuple[str, tuple[Change, ...]]] = {
    "a deadlock of phases": ("phases-deadlocked", (("id: look", "id: ¦look"), (LOOKING, f"{LOOKING}\n        required: true\n        needs: [back]"), (BACK, "due: 1h"), (TECHNICAL, BACKED))),
    "a deadlock through an approval": ("phases-deadlocked", (("id: look", "id: ¦look"), ("do: {zh: 核实, en: Look}", "approve: {zh: 批准, en: Approve}\n        by: [deputy]\n        apart_from: [back]\n        required: true"), (BACK, "due: 1h"), (TECHNICAL, BACKED))),
    "a deadlock through another step": ("phases-deadlocked", (("id: choose", "id: ¦choose"), ("role: commander\n        options", "role: commander\n        needs: [back]\n        options"), (BACK, "due: 1h"), ("en: Repair the service}\n", "en: Repair the service}\n                required: true\n"), (TECHNICAL, BACKED))),
    "a condition without a case": ("condition-never-holds", (("id: look", "id: ¦look"), (LOOKING, f"{WHEN}: severity < S1"))),
    "an option without a case": ("condition-never-holds", (("id: choose", "id: ¦choose"), (FIX, f"{FIX}\n            when: severity > S4"))),
    "a condition against the option it is in": ("condition-never-holds", (("id: repair", "id: ¦repair"), (FIX, f"{FIX}\n            when: severity == S1"), ("en: Repair the service}\n", "en: Repair the service}\n                when: severity == S2\n"))),
    "a suggestion without a case": ("condition-never-holds", (("id: choose", "id: ¦choose"), (FIX, f"{FIX}\n            suggest: severity > S4"))),
    "an end without a case": ("condition-never-holds", (("id: rounds", "id: ¦rounds"), ("every: 5m", "until: mode != mode"))),
    "options that may all be barred": ("options-all-barred", (("id: choose", "id: ¦choose"), (FIX, f"{FIX}\n            when: severity == S1"), (LEAVE, f"{LEAVE}\n            when: severity == S2"))),
    "a need that may fall away": ("needs-may-fall-away", (("id: look", "id: ¦look"), (LOOKING, f"{LOOKING}\n        needs: [a]"))),
    "a need inside an arm": ("needs-inside-arm", (("id: look", "id: ¦look"), (LOOKING, f"{LOOKING}\n        needs: [a]"), ("join: any", "join: all"))),
    "very many rounds": ("rounds-many", (("id: rounds", "id: ¦rounds"), ("max: 9", "max: 49"))),
    "rounds without end": ("rounds-unended", (("id: rounds", "id: ¦rounds"), ("        every: 5m\n", ""))),
    "a required step in an arm": ("required-may-fall-away", (("{id: a, do: {zh: 甲, en: A}, role: technical}", "{id: ¦a, do: {zh: 甲, en: A}, role: technical, required: true}"), (TECHNICAL, BACKED))),
    "evidence in an arm": ("evidence-may-be-skipped", (("{id: a, do: {zh: 甲, en: A}, role: technical}", "{id: ¦a, do: {zh: 甲, en: A}, role: technical, evidence: [{id: e, kind: log, required: true}]}"),)),
    "evidence that a drill leaves out": ("evidence-may-be-skipped", (("id: look", "id: ¦look"), (LOOKING, f"{LOOKING}\n        drill: skip\n        evidence: [{{id: e, kind: log, required: true}}]"))),
    "required work of a role without backup": ("role-work-unbacked", ((TECHNICAL, "¦technical: {}"), (LOOKING, f"{LOOKING}\n        required: true"))),
    "backups in a circle": ("backup-circle", (("  commander: {", "  ¦commander: {"), (DEPUTY, "deputy: {backup: technical}"), (TECHNICAL, "technical: {backup: commander}"), ("separation:\n" + SEPARATION, ""))),
    "a backup kept apart": ("backup-separated", ((DEPUTY, "¦deputy: {backup: technical}"), (SEPARATION, "  - [deputy, technical]\n"))),
    "an approver who did it": ("approver-is-doer", (("id: check", "id: ¦check"), ("by: [commander, deputy]", "by: [technical]"))),
    "a command approved by who runs it": ("approver-is-doer", (("id: run", "id: ¦run"), ("risk: read}", "risk: read, approve: technical}"))),
    "more approvers than roles": ("quorum-beyond-roles", (("id: check", "id: ¦check"), ("apart_from", "quorum: 3\n        apart_from"))),
    "two approvers and no word of it": ("quorum-unexplained", (("id: check", "id: ¦check"), ("apart_from", "quorum: 2\n        apart_from"))),
    "a report later than its clock": ("due-after-clock", (("id: tell", "id: ¦tell"), ("due: 8m", "due: 10m"))),
    "a report without limit": ("due-after-clock", (("id: tell", "id: ¦tell"), ("        due: 8m\n", ""))),
    "a clock that is not known": ("clocks-unknown", (("clock: cn-clock", "clock: xx-clock"),)),
    "a report without clock": ("report-without-clock", (("id: tell", "id: ¦tell"), ("        clock: cn-clock\n", ""))),
    "a clock without report": ("clock-without-report", ((REVIEWED, "category: operations\n¦clocks: [{id: cn-clock}]"), ("kind: initial\n        clock: cn-clock\n", "kind: final\n"))),
    "Chinese in English": ("text-in-other-language", ((LOOK, "do: ¦{zh: 核实, en: Look at 支付}"),)),
    "English for Chinese": ("text-in-other-language", ((LOOK, "do: ¦{zh: Look at it, en: Look at it}"),)),
    "a change without undo": ("undo-missing", (("id: run", "id: ¦run"), ("risk: read", "risk: change"))),
    "a destruction without approval": ("destroy-unapproved", (("id: run", "id: ¦run"), ("risk: read", "risk: destroy, undo: {zh: 无法撤销, en: There is none}"))),
    "a password": ("secret-literal", (("run: [ls]", "run: [mysql, --¦password=hunter2]"),)),
    "an overdue review": ("review-overdue", ((REVIEWED, "category: operations\nreview: {every: 1 year, last: ¦2025-11-23}"),)),
    "no triggers, resources, drills or review": ("parts-missing", ()),
    "a variable without use": ("variable-unused", ((REVIEWED, f"{VARIABLES}¦spare: {{kind: flag, name: {{zh: 备用, en: spare}}}}"),)),
    "a variable that nobody is asked for": ("variable-unasked", ((REVIEWED, f"{VARIABLES}¦unit: {{kind: text, name: {{zh: 服务, en: unit}}}}"), ("run: [ls]", 'run: [ls, "{unit}"]'))),
    "an escalation that comes too late": ("escalation-late", (("id: tell", "id: ¦tell"), ("due: 8m", "due: 8m\n        escalate: [{at: 101%, to: deputy}]"))),
    "a call of nothing": ("called-not-there", (("id: look", "id: ¦look"), (LOOK, "call: {zh: 启动, en: Start it}\n        playbook: nowhere"))),
    "a call that comes back": ("call-circle", (("id: look", "id: ¦look"), (LOOK, "call: {zh: 启动, en: Start it}\n        playbook: other"))),
}  # fmt: skip


def larger(*changes: Change) -> str:
    return changed(*changes, text=changed((PHASES, MORE), text=SMALL))


def looked(path: Path, *besides: str) -> tuple[Finding, ...]:
    """What lint says, but for the parts that a small playbook goes without."""
    found = lint_playbook(path, KNOWN)
    return tuple(one for one in found if one.slug != "parts-missing" or one.slug in besides)


@pytest.mark.parametrize("case", CASES)
def test_a_finding_names_its_place(case: str, tmp_path: Path) -> None:
    slug, changes = CASES[case]
    marked = larger(*changes)
    path = write(tmp_path, marked.replace("¦", ""))
    (found,) = looked(path, slug)
    assert found.slug == slug
    assert (found.code, found.severity) == ADVICE_CODES[slug]
    if "¦" in marked:
        assert found.place == place_marked(marked, path)
    assert_said(found.as_error())


def test_every_finding_is_tried() -> None:
    assert {slug for slug, _ in CASES.values()} == set(WHOLE_PLAYBOOK_SAYINGS)


def test_the_larger_playbook_needs_no_advice(tmp_path: Path) -> None:
    assert looked(write(tmp_path, larger())) == ()


FINE: dict[str, tuple[Change, ...]] = {
    "two roles that back each other up": ((DEPUTY, "deputy: {backup: commander}"),),
    "a later phase that is alongside": ((BACK, "due: 1h"), (LOOKING, f"{LOOKING}\n        needs: [back]"), ("- id: second\n", "- id: second\n    alongside: true\n")),
    "options of which one always remains": ((FIX, f"{FIX}\n            when: severity <= S2"), (LEAVE, f"{LEAVE}\n            when: severity > S2")),
    "several approvers who are explained": (("apart_from: [run]", "quorum: 2\n        apart_from: [run]\n        body: {zh: 电话联系副指挥, en: Ring the deputy}"),),
    "a name in both languages": ((LOOK, "do: {zh: SWIFT, en: SWIFT}"),),
    "a review in time": ((REVIEWED, "category: operations\nreview: {every: 1 year, last: 2025-11-24}"),),
    "a review at the end of a short month": ((REVIEWED, "category: operations\nreview: {every: 9 months, last: 2026-02-28}"),),
    "a call that comes to an end": ((LOOK, "call: {zh: 启动, en: Start it}\n        playbook: quiet"),),
    "a step after a join": ((LOOKING, f"{LOOKING}\n        needs: [both]"),),
    "a placeholder for a secret": (("run: [ls]", 'run: [mysql, "--password={word}"]'), (REVIEWED, f"{VARIABLES}word: {{kind: text, name: {{zh: 口令, en: word}}, value: x}}")),
}  # fmt: skip


@pytest.mark.parametrize("case", FINE)
def test_what_only_looks_doubtful_passes(case: str, tmp_path: Path) -> None:
    assert looked(write(tmp_path, larger(*FINE[case]))) == ()


SECRETS = (
    "password=hunter2", "口令：aB3dE6gH9", "api_key: 9f8e7d6c5b", "Bearer abc123def456ghi",
    "https://li:pass@host/x", "-----BEGIN RSA PRIVATE KEY-----", "AKIAABCDEFGHIJKLMNOP",
    "d41d8cd98f00b204e9800998ecf8427e", "Zm9vYmFyMTIzNDU2Nzg5MEFCQ0RFRkdISUpLTE1OT1A",
)  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_found_and_not_repeated(secret: str, tmp_path: Path) -> None:
    text = f'body: {{zh: "登录用 {secret}", en: Log in}}\n        {BACK}'
    found = looked(write(tmp_path, larger((BACK, text))))
    assert {one.slug for one in found} == {"secret-literal"}
    assert len(found) == 1
    assert secret not in str(found[0].values)


@pytest.mark.parametrize(
    "words",
    [
        "Never ask for a password: say so", "口令由双人保管", "the token is kept in the vault",
        "https://host/a/path/that/is/rather/long/and/goes/on/and/on/for/ever", "sha256sum of the file",
        "password={word}", "客户密码：一律不得索要",
    ],
)  # fmt: skip
def test_talk_about_secrets_passes(words: str, tmp_path: Path) -> None:
    text = f'body: {{zh: "提示 {words}", en: "Mind this {words}"}}\n        {BACK}'
    found = looked(write(tmp_path, larger((BACK, text))))
    assert [one for one in found if one.slug == "secret-literal"] == []


def test_nothing_is_said_of_dates_and_shelves_that_are_not_known(tmp_path: Path) -> None:
    text = larger(
        (REVIEWED, "category: operations\nreview: {every: 1 year, last: 2001-01-01}"),
        (LOOK, "call: {zh: 启动, en: Start it}\n        playbook: nowhere"),
    )
    found = lint_playbook(write(tmp_path, text))
    assert {one.slug for one in found} == {"parts-missing", "clocks-unknown"}
