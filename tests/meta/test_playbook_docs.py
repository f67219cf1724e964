"""What `docs/playbooks.md` tells authors is what the program does."""

import re
from pathlib import Path

import pytest

from meta.sources import ROOT
from netfin_incident.domain.playbook import VariableKind, Verb
from netfin_incident.domain.vocabulary import Milestone, ReportKind, Role
from netfin_incident.library import playbook_fields, step_fields, steps, values
from netfin_incident.library.json_schema import json_schema
from netfin_incident.library.lint import ADVICE_CODES, LOADER_CODE, Gravity, lint_playbook
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.library.shapes import GRADES
from schema_check import names_of

PAGE = (ROOT / "docs" / "playbooks.md").read_text(encoding="utf-8")
EXAMPLES = {
    re.findall(r"^id: (\S+)", example, re.MULTILINE)[0]: example
    for example in re.findall(r"```yaml\n(schema:.*?)```", PAGE, re.DOTALL)
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_lints_clean(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(EXAMPLES[name], encoding="utf-8")
    assert [one for one in lint_playbook(path) if one.severity is not Gravity.INFO] == []


def test_the_examples_show_every_kind_of_step(tmp_path: Path) -> None:
    shown = set()
    for name, example in EXAMPLES.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(example, encoding="utf-8")
        shown |= {step.verb for step in load_playbook(path).steps}
    assert shown == set(Verb)


def test_every_finding_is_listed_with_its_severity() -> None:
    listed = re.findall(
        r"^\| (PB\d{3}) \| (\w+) \|.*?\| (?:`([a-z-]+)`|any rule above) \|$", PAGE, re.MULTILINE
    )
    given = [(code, gravity.value, slug) for slug, (code, gravity) in ADVICE_CODES.items()]
    assert listed == [(LOADER_CODE, "error", ""), *given]


def test_every_word_that_may_be_written_is_listed() -> None:
    closed = (
        playbook_fields.CATEGORIES,
        playbook_fields.STATUSES,
        playbook_fields.ORDERS,
        playbook_fields.TLP,
        playbook_fields.RESOURCE_KINDS,
        step_fields.EVIDENCE_KINDS,
        step_fields.RISKS,
        step_fields.DRILLS,
        step_fields.RATIONALE,
        step_fields.JOINS,
        VariableKind,
        ReportKind,
        Milestone,
        Role,
        Verb,
    )
    for words in closed:
        for word in words:
            assert f"`{word}`" in PAGE, word


def test_every_field_is_described() -> None:
    fields = set(names_of(json_schema())) - {"zh", "en", *GRADES}
    assert {name for name in fields if f"`{name}`" not in PAGE} == set()


def test_every_limit_is_the_one_that_is_told() -> None:
    for limit, told in (
        (values.MAX_SENTENCE, "one\nline of at most 500"),
        (values.MAX_PATTERN, "at most 200 characters; write them in single quotes"),
        (values.MOST_PERCENT, "1% to 500%"),
        (step_fields.MOST_ROUNDS, "whole number, 1 to 100"),
        (step_fields.MOST_APPROVERS, "whole number, 1 to 9"),
        (steps.MOST_STEPS, "at most 300 steps"),
    ):
        assert told in PAGE
        assert str(limit) in told
    assert "up to six levels deep" in PAGE
    assert steps.DEEPEST == 6
