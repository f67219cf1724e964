from pathlib import Path

import pytest

from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import read_source
from netfin_incident.wording.field_sayings import FIELD_SAYINGS
from netfin_incident.wording.playbook_sayings import PLAYBOOK_SAYINGS
from playbook_text import BACK, DUE, LOOK, SMALL, assert_said, changed, place_marked, refused, write

OPTION = SMALL[SMALL.index("          - id: leave") : SMALL.index("  - id: second")]
OPTIONS = SMALL[SMALL.index("        options:") : SMALL.index("  - id: second")]
NOTE = "note: {zh: 等待十分钟, en: Wait ten minutes}"
NAME = "name: {zh: 小预案, en: Small}"
CATEGORY = "category: operations"
OF_LOOK = "role: technical\n        due"
OF_CHOICE = "role: commander\n        options"
PAIR = "[commander, technical]"

# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_PLAYBOOKS: dict[str, tuple[str, str, str]] = {
    "Y3 two steps of one id": ("id: repair", "id: ¦look", "id-twice"),
    "Y3 ids that differ in capitals": ("id: repair", "id: ¦Look", "id-twice"),
    "Y3 two phases of one id": ("id: second", "id: ¦first", "id-twice"),
    "Y3 two options of one id": ("id: leave", "id: ¦fix", "id-twice"),
    "Y3 roles that differ in capitals": ("technical: {}", "technical: {}\n  ¦Technical: {}", "id-twice"),
    "Y3 a nested step with its decision's id": ("id: repair", "id: ¦choose", "id-twice"),
    "Y4 no for true or false": ("required: true", "required: ¦no", "field-not-a-flag"),
    "Y4 a time of day as limit": (DUE, "¦12:30", "limit-unreadable"),
    "Y4 a version as revision": ("revision: 3", "revision: ¦1.10", "field-not-a-number"),
    "Y11 5,000 digits": ("revision: 3", f"revision: ¦{'9' * 5_000}", "field-too-long"),
    "Y11 100 digits": ("revision: 3", f"revision: ¦{'9' * 100}", "field-not-a-number"),
    "Y11 infinity": (DUE, "¦.inf", "limit-unreadable"),
    "Y11 no number": (DUE, "¦.nan", "limit-unreadable"),
    "Y15 an unknown field": (CATEGORY, f"{CATEGORY}\n¦ownr: x", "field-unknown"),
    "Y15 an unknown field of a step": (BACK, "¦neds: [look]", "field-unknown"),
    "Y15 a text with a bare comma": (LOOK, "do: {zh: 核实, en: Look, ¦then act}", "field-unknown"),
    "Y15 a phase without steps": ("id: second\n    name: {zh: 恢复, en: Recover}\n    steps:", "¦id: second\n    name: {zh: 恢复, en: Recover}\n    stps:", "field-missing"),
    "Y15 an option without name": ("- id: leave\n            name: {zh: 等待, en: Wait}", "- ¦id: leave", "field-missing"),
    "Y15 an empty list of steps": (OPTION, OPTION[: OPTION.index("steps:")] + "steps: ¦[]\n", "field-empty"),
    "Y15 steps that are no list": ("steps:\n      - id: back", "steps:\n        ¦id: back", "field-not-list"),
    "Y15 a step that waits for itself": (BACK, "needs: [¦back]", "needs-cycle"),
    "Y15 a step that waits for nothing": (BACK, "needs: [¦lok]", "needs-unknown"),
    "Y15 a step of another option": (NOTE, f"{NOTE}\n                needs: [¦repair]", "needs-other-option"),
    "Y15 a decision that waits for its own step": (OF_CHOICE, "role: commander\n        needs: [¦repair]\n        options", "needs-cycle"),
    "Y16 markup as role": (OF_LOOK, 'role: ¦"[@click=app.quit]"\n        due', "id-unreadable"),
    "Y17 a negative limit": (DUE, "¦-1m", "limit-out-of-range"),
    "Y17 a limit of nothing": (DUE, "¦0s", "limit-out-of-range"),
    "Y17 a limit of nothing, bare": (DUE, "¦0", "limit-unreadable"),
    "Y17 a limit without end": (DUE, "¦1000000000000m", "limit-out-of-range"),
    "Y17 367 days": (DUE, "{S1: 5m, default: ¦367d}", "limit-out-of-range"),
    "Y17 a misspelt limit": (DUE, "¦5 minuets", "limit-unreadable"),
    "Y17 full-width digits": (DUE, "¦５m", "limit-unreadable"),
    "Y19 a Cyrillic letter": ("id: repair", "id: ¦repаir", "id-unreadable"),
    "Y19 a Cyrillic letter in a role": ("technical: {}", "technical: {}\n  ¦dеputy: {}", "id-unreadable"),
    "Y19 a decomposed letter": ("id: repair", "id: ¦re\u0301pair", "id-unreadable"),
    "Y19 a full-width letter": ("id: repair", "id: ¦ｒepair", "id-unreadable"),
    "an id like an option": ("id: repair", "id: ¦--force", "id-unreadable"),
    "a later field": (BACK, "¦remind: 50%", "field-later"),
    "a template of another kind": (BACK, "¦template: x", "field-later"),
    "a later field of a role": ("technical: {}", "technical: {¦min: 2}", "field-later"),
    "a step without verb": (f"- id: look\n        {LOOK}\n", "- ¦id: look\n", "verb-missing"),
    "a misspelt verb": (LOOK, "¦doo: {zh: 核实, en: Look}", "field-unknown"),
    "two verbs": (LOOK, f"{LOOK}\n        ¦note: x", "verb-twice"),
    "options of another verb": (BACK, f"{BACK}\n        ¦options: []", "field-unknown"),
    "one option": (OPTION, "", "options-too-few"),
    "no options": (OPTIONS, "", "field-missing"),
    "an unknown milestone": ("milestone: recovered", "milestone: ¦recoverd", "choice-unknown"),
    "an undeclared role": (OF_LOOK, "role: ¦legal\n        due", "role-undeclared"),
    "separation of an undeclared role": (PAIR, "[commander, ¦legal]", "role-undeclared"),
    "separation of three": (PAIR, "¦[commander, technical, deputy]", "separation-not-pair"),
    "separation from oneself": (PAIR, "¦[deputy, deputy]", "separation-not-pair"),
    "an unknown backup": ("backup: deputy", "backup: ¦deputi", "role-undeclared"),
    "a backup of itself": ("backup: deputy", "backup: ¦commander", "backup-of-itself"),
    "an own role without name": ("technical: {}", "technical: {}\n  ¦channel: {}", "role-name-missing"),
    "a standard role with a name": ("technical: {}", "technical: {name: ¦{zh: 甲, en: A}}", "role-name-fixed"),
    "roles that are a list": ("deputy: {}\n", "deputy: ¦[a]\n", "field-not-mapping"),
    "another schema": ("netfin-playbook/1", "¦netfin-playbook/2", "schema-unknown"),
    "an unknown category": (CATEGORY, "category: ¦operation", "choice-unknown"),
    "an empty name": (NAME, "name: ¦{}", "field-empty"),
    "an empty text": (LOOK, "do: {zh: 核实, en: ¦''}", "field-empty"),
    "a list as name": (NAME, "name: {zh: ¦[a], en: b}", "field-not-text"),
    "a title too long": (LOOK, f"do: ¦{'x' * 201}", "field-too-long"),
    "an id too long": ("id: repair", f"id: ¦{'x' * 65}", "field-too-long"),
    "a body too long": (BACK, f"body: ¦{'x' * 20_001}", "field-too-long"),
    "a period in words": (CATEGORY, f"{CATEGORY}\nreview: {{every: ¦monthly}}", "field-not-a-period"),
    "a date that cannot be": (CATEGORY, f"{CATEGORY}\nreview: {{last: ¦2026-02-30}}", "field-not-a-date"),
    "an unknown severity": (DUE, "{¦S5: 2m}", "field-unknown"),
    "no value for any severity": (DUE, "¦{}", "field-empty"),
    "a list as limit": (DUE, "¦[5m]", "field-not-text"),
    "an unknown kind of evidence": (BACK, "evidence: [{id: a, kind: ¦photo}]", "choice-unknown"),
    "two pieces of evidence of one id": (BACK, "evidence: [{id: a, kind: log}, {kind: log, id: ¦a}]", "id-twice"),
    "a step that is a word": ("      - id: back\n", "      - ¦later\n      - id: back\n", "field-not-mapping"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "slug"), BAD_PLAYBOOKS.values(), ids=BAD_PLAYBOOKS)
def test_a_bad_playbook_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    marked = changed((old, new))
    path = write(tmp_path, marked.replace("¦", ""))
    error = refused(path)
    assert error.slug == slug
    if "¦" in marked:
        assert error.place == place_marked(marked, path)


def test_every_sentence_about_playbooks_is_tried() -> None:
    of_the_shelf = {"playbook-unknown", "playbook-misnamed", "folder-unreadable", "folder-too-full"}
    tried = {slug for *_, slug in BAD_PLAYBOOKS.values()} | of_the_shelf
    assert tried == {*FIELD_SAYINGS, *PLAYBOOK_SAYINGS}


def test_a_cycle_is_named_by_its_path(tmp_path: Path) -> None:
    text = changed(
        (DUE, f"{DUE}\n        needs: [repair]"),
        ("role: technical\n          - id", "role: technical\n                needs: [back]\n          - id"),
    )  # fmt: skip
    error = refused(write(tmp_path, text))
    assert error.slug == "needs-cycle"
    assert error.values["path"] == "look → repair → back → look"


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ((BACK, "needs: [lok]"), ("look",)),
        ((BACK, "neds: [look]"), ("needs",)),
        ((OF_LOOK, OF_LOOK.replace("technical", "tecnical")), ("technical",)),
        (("milestone: recovered", "milestone: recoverd"), ("recovered",)),
        ((LOOK, "decied: {zh: 核实, en: Look}"), ("decide",)),
        ((LOOK, "DO: {zh: 核实, en: Look}"), ("do",)),
        ((BACK, "needs: [zzz]"), ("look", "choose", "repair", "sit")),
    ],
)
def test_a_misspelt_name_is_answered_with_what_was_meant(
    change: tuple[str, str], meant: tuple[str, ...], tmp_path: Path
) -> None:
    assert refused(write(tmp_path, changed(change))).values["choices"] == meant


def test_one_look_names_every_error_of_a_file(tmp_path: Path) -> None:
    text = changed(("id: small", "id: s!"), (DUE, "soon"), (BACK, "needs: [nowhere]"))
    _, reading = read_playbook(read_source(write(tmp_path, text)))
    assert [error.slug for error in reading.errors] == [
        "id-unreadable",
        "limit-unreadable",
        "needs-unknown",
    ]
    assert refused(write(tmp_path, text)).slug == "id-unreadable"


def test_a_flood_of_errors_is_cut_off(tmp_path: Path) -> None:
    needs = ", ".join(f"nowhere{index}" for index in range(5_000))
    text = changed((BACK, f"needs: [{needs}]"))
    _, reading = read_playbook(read_source(write(tmp_path, text)))
    assert len(reading.errors) == 100


def test_a_list_of_playbooks_is_refused(tmp_path: Path) -> None:
    assert refused(write(tmp_path, "- a\n- b\n")).slug == "field-not-mapping"


def test_values_typed_by_people_cannot_break_a_sentence(tmp_path: Path) -> None:
    error = refused(write(tmp_path, changed((BACK, 'needs: ["{path} [/] %s"]'))))
    assert error.slug == "id-unreadable"
    assert_said(error)
