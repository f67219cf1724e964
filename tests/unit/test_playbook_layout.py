"""A playbook file is put in order without a change to what it says or to what is remarked in it."""

from pathlib import Path

import pytest

from full_playbook import FULL
from netfin_incident.errors import DefinitionError
from netfin_incident.library.layout import Entry, Laid, block, flow, formatted, leaf, write
from netfin_incident.library.layout.writing import STEP_ORDER
from netfin_incident.library.paths import shipped_folder
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.step_fields import STEP
from playbook_text import BACK, LOOK, SMALL, changed

SHIPPED = [
    *sorted(shipped_folder("playbooks").glob("*.yaml")),
    shipped_folder("templates") / "playbook.yaml",
]


def source(text: str) -> Source:
    return Source("small.yaml", text, "0" * 64)


def laid(text: str) -> str:
    """`text` in order; putting it in order again changes nothing."""
    once = formatted(source(text))
    assert formatted(source(once)) == once
    return once


def remarked(*changes: tuple[str, str]) -> str:
    return laid(changed(*changes))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_is_in_order(path: Path) -> None:
    found = read_source(path)
    assert formatted(found) == found.text


def test_a_playbook_with_every_field_says_the_same_in_order() -> None:
    before, _ = read_playbook(source(FULL))
    after, _ = read_playbook(source(laid(FULL)))
    assert after == before


def test_every_key_of_a_step_has_its_place() -> None:
    keys = {key for kind in STEP.kinds.values() for key in kind.fields}
    assert set(STEP_ORDER) == keys
    assert len(STEP_ORDER) == len(set(STEP_ORDER))


def test_text_for_people_stands_in_blocks_and_short_lists_stay_on_their_line() -> None:
    text = laid(SMALL)
    assert "      - id: look\n        do:\n          zh: 核实\n          en: Look\n" in text
    assert "due: {S1: 2m, default: 5m}" in text
    assert "needs: [look]" in text
    assert "{zh:" not in text


def test_keys_come_in_the_order_of_the_format() -> None:
    text = remarked((f"- id: look\n        {LOOK}", f"- {LOOK}\n        id: look"))
    assert "- id: look\n        do:" in text
    moved = changed(
        ("status: draft\n", ""), ("category: operations\n", "category: operations\nstatus: draft\n")
    )
    assert laid(moved) == laid(SMALL)


def test_one_empty_line_stands_between_steps_and_phases() -> None:
    lines = laid(SMALL).split("\n")
    assert lines[lines.index("      - id: choose") - 1] == ""
    assert lines[lines.index("  - id: second") - 1] == ""
    assert "\n\n\n" not in laid(SMALL.replace("roles:", "\n\n\n\nroles:"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((BACK, "needs: [look]   # why"), "needs: [look]  # why\n"),
        ((BACK, "# above\n        needs: [look]"), "        # above\n        needs: [look]\n"),
        (("goal: {zh: 恢复服务, en: Restore service}", "goal: {zh: 恢复服务, en: Restore service}  # g"), "goal:  # g\n  zh: 恢复服务\n"),
        (("      - id: back", "  # of the step\n      - id: back"), "      # of the step\n      - id: back\n"),
        (("      - id: back", "      - # dash\n        id: back"), "# dash"),
        (("[commander, technical]", "[commander, # one\n     technical] # two"), "# one"),
        (("phases:", "phases: # p"), "phases:  # p\n  - id: first\n"),
        (("schema: ", "# head\n\n# more\nschema: "), "# head\n\n# more\n\nschema: "),
        (("needs: [look]\n", "needs: [look]\n# end\n"), "needs: [look]\n\n# end\n"),
        (("revision: 3", "revision: 3 #r"), "revision: 3  #r\n"),
        (("do: {zh: 修复服务, en: Repair the service}", "do:\n                  zh: | # block\n                    修复服务\n                  en: Repair the service"), "zh: 修复服务  # block\n"),
    ],
)  # fmt: skip
def test_a_remark_stays_with_what_it_is_about(change: tuple[str, str], expected: str) -> None:
    assert expected in remarked(change)


@pytest.mark.parametrize(
    "words",
    ["a # b", "a: b", "- a", "'a'", '"a"', "it's “so”", 'say "it\'s"', "[a]", "{a}", "a, b", "%a", "@a",
     "no", "12:30", "null", "!a", "&a", "*a", "?", "a\\b", "#a", "~", "0x1f", "=", "<<", "# " * 60 + "a"],
)  # fmt: skip
def test_text_reads_back_the_same_however_it_must_be_quoted(words: str) -> None:
    quoted = "'" + words.replace("'", "''") + "'"
    plan, reading = read_playbook(source(remarked((LOOK, f"do: {quoted}"))))
    assert reading.errors == []
    assert plan.steps_by_id["look"].title.en == " ".join(words.split())


def test_several_paragraphs_stand_as_they_are_and_long_lines_are_broken() -> None:
    long = " ".join(f"word{number}" for number in range(40))
    text = remarked((LOOK, f'{LOOK}\n        body: {{zh: "一\\n\\n二  二", en: "{long}"}}'))
    assert "          zh: |\n            一\n\n            二  二\n          en: >-\n" in text
    assert max(map(len, text.split("\n"))) <= 100
    plan, _ = read_playbook(source(text))
    body = plan.steps_by_id["look"].body
    assert body is not None
    assert (body.zh, body.en) == ("一\n\n二  二", long)


def test_a_file_that_cannot_be_used_is_left_alone() -> None:
    with pytest.raises(DefinitionError, match="verb-missing"):
        formatted(source(changed((LOOK, "needs: []"))))


def test_a_role_that_was_left_empty_is_written_as_an_empty_one() -> None:
    assert "  technical: {}\n" in remarked(("technical: {}", "technical:"))


def test_a_tree_that_a_program_made_is_written_the_same_way() -> None:
    step = {"needs": flow(["a"]), "do": leaf("Two\nlines"), "id": leaf("b"), "due": leaf("5m")}
    phase = block({"id": leaf("p"), "steps": block([block(step, "# remark")])})
    text = write(Laid(Entry({"phases": block([phase])}), ["# head"], ["# foot"]))
    assert text == (
        "# head\n\nphases:\n  - id: p\n    steps:\n      # remark\n      - id: b\n"
        "        do: Two lines\n        due: 5m\n        needs: [a]\n\n# foot\n"
    )
