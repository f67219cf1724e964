from pathlib import Path

import pytest

from netfin_incident.errors import Place
from netfin_incident.library.lint import Finding, Gravity, columns
from netfin_incident.library.lint import lint_playbook as lint
from netfin_incident.wording.lint_sayings import LINT_SAYINGS
from netfin_incident.wording.whole_playbook_sayings import WHOLE_PLAYBOOK_SAYINGS
from playbook_text import BACK, DUE, LOOK, REPAIR, SMALL, assert_said, changed, write

STEPS = "".join(
    f"      - {{id: s{number}, do: {{zh: 做, en: Do}}, role: technical}}\n" for number in range(40)
)
SECOND = "  - id: second\n"
OF_LOOK = "role: technical\n        due"

# What is changed into what, with ¦ before the place that the finding names; its number and slug.
ADVICE: dict[str, tuple[str, str, str, str]] = {
    "a plain text": (LOOK, "do: ¦Look", "PB002", "translation-missing"),
    "half a text": (LOOK, "do: ¦{zh: 核实}", "PB002", "translation-missing"),
    "six steps at first": (SECOND, STEPS[: 4 * len(STEPS.split("\n")[0]) + 4].replace("s3", "¦s3") + SECOND, "PB003", "first-phase-long"),
    "a slow step at first": ("id: look", "id: ¦look", "PB004", "first-phase-slow"),
    "a step of nobody": (f"- id: look\n        {LOOK}\n        role: technical", f"- id: ¦look\n        {LOOK}", "PB005", "step-role-missing"),
    "a required role alone": ("commander: {required: true, backup: deputy}", "¦commander: {required: {S1: true}}", "PB006", "role-backup-missing"),
    "a role without use": ("technical: {}", "technical: {}\n  ¦legal: {}", "PB007", "role-unused"),
    "no milestone": ("milestone: recovered", "do: {zh: 恢复, en: Back}", "PB008", "milestones-missing"),
    "a placeholder": (REPAIR, "do: ¦{zh: 修复服务, en: Repair xxx}", "PB009", "placeholder-text"),
    "a Chinese placeholder": (BACK, "body: ¦{zh: 步骤待补充, en: Steps}", "PB009", "placeholder-text"),
    "a wide title": (f"- id: look\n        {LOOK}", f"- id: ¦look\n        do: {{zh: {'核' * 31}, en: Look}}", "PB010", "title-wide"),
    "a wide option": ("- id: choose", "- id: ¦choose", "PB010", "title-wide"),
    "more time when worse": ("id: look", "id: ¦look", "PB011", "due-longer-when-worse"),
    "no limit when worse": ("id: look", "id: ¦look", "PB011", "due-longer-when-worse"),
    "waiting for a later phase": ("id: look", "id: ¦look", "PB012", "needs-later-phase"),
    "very many steps": ("        needs: [look]\n", "        needs: [look]\n" + STEPS, "PB014", "playbook-long"),
}  # fmt: skip
ALSO = {
    "a required role alone": ("technical: {}", "technical: {backup: deputy}"),
    "a slow step at first": (DUE, "11m"),
    "a wide option": ("en: Fix}", f"en: Fix{'x' * 58}}}"),
    "more time when worse": (DUE, "{S1: 2m, S2: 3m, S3: 5m, S4: 4m}"),
    "no limit when worse": (DUE, "{S4: 4m}"),
    "waiting for a later phase": (BACK, "due: 5m"),
}
BESIDES = {
    "waiting for a later phase": (OF_LOOK, "needs: [back]\n        role: technical\n        due")
}


def lint_playbook(path: Path) -> tuple[Finding, ...]:
    """What lint says, but for the parts that a small playbook goes without."""
    return tuple(one for one in lint(path) if one.slug != "parts-missing")


@pytest.mark.parametrize("case", ADVICE)
def test_advice_names_its_place(case: str, tmp_path: Path) -> None:
    old, new, code, slug = ADVICE[case]
    extra = [table[case] for table in (ALSO, BESIDES) if case in table]
    marked = changed((old, new), *extra)
    path = write(tmp_path, marked.replace("¦", ""))
    (found,) = lint_playbook(path)
    assert (found.code, found.slug) == (code, slug)
    assert found.severity is (Gravity.INFO if slug == "playbook-long" else Gravity.WARNING)
    before = marked.partition("¦")[0].split("\n") if "¦" in marked else None
    where = (len(before), len(before[-1]) + 1) if before else (0, 0)
    assert found.place == Place(str(path), *where)
    assert_said(found.as_error())


def test_every_piece_of_advice_is_tried() -> None:
    tried = {slug for *_, slug in ADVICE.values()}
    assert tried == set(LINT_SAYINGS) - set(WHOLE_PLAYBOOK_SAYINGS)


def test_a_good_playbook_needs_no_advice(tmp_path: Path) -> None:
    assert lint_playbook(write(tmp_path, SMALL)) == ()


def test_a_file_called_otherwise_is_advised_to_be_renamed(tmp_path: Path) -> None:
    (found,) = lint_playbook(write(tmp_path, SMALL, "draft.yaml"))
    assert (found.code, found.severity) == ("PB013", Gravity.WARNING)
    assert found.values["expected"] == "small.yaml"
    assert_said(found.as_error())


def test_errors_come_in_the_order_of_the_file_with_advice_between(tmp_path: Path) -> None:
    text = changed((DUE, "soon"), (LOOK, "do: TODO"), (BACK, "needs: [nowhere]"))
    found = lint_playbook(write(tmp_path, text))
    assert [(one.code, one.severity, one.slug) for one in found] == [
        ("PB002", "warning", "translation-missing"),
        ("PB009", "warning", "placeholder-text"),
        ("PB001", "error", "limit-unreadable"),
        ("PB001", "error", "needs-unknown"),
    ]


def test_a_file_that_cannot_be_read_at_all_is_one_error(tmp_path: Path) -> None:
    path = write(tmp_path, "a: [b\n")
    assert [(one.code, one.slug) for one in lint_playbook(path)] == [("PB001", "yaml-malformed")]
    missing = tmp_path / "missing.yaml"
    assert lint_playbook(missing) == (
        Finding("PB001", Place(str(missing)), Gravity.ERROR, "definition-missing"),
    )


@pytest.mark.parametrize("words", ["methodology", "TODOs are none", "maxxx", "待补", "XX 银行"])
def test_words_that_only_look_like_placeholders_pass(words: str, tmp_path: Path) -> None:
    text = changed((REPAIR, f"do: {{zh: 修复 {words}, en: Repair it}}"))
    assert lint_playbook(write(tmp_path, text)) == ()


def test_columns_count_as_a_terminal_does() -> None:
    assert columns("支付 pay，") == 10
    assert columns("cafe\u0301") == 4
