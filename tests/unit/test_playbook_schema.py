"""The schema for editors says the same as the loader, as far as a schema can."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from full_playbook import FULL
from meta.sources import ROOT
from netfin_incident.library.json_schema import DRAFT, json_schema
from netfin_incident.library.paths import shipped_folder
from netfin_incident.library.source import Source
from netfin_incident.library.yaml_reader import read_yaml
from playbook_text import BACK, DUE, LOOK, SMALL, changed
from schema_check import fits, names_of

SCHEMA = json_schema()
PAGE = (ROOT / "docs" / "playbooks.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(schema:.*?)```", PAGE, re.DOTALL)
GOOD: dict[str, str] = {
    "small": SMALL,
    "full": FULL,
    **{path.stem: path.read_text("utf-8") for path in shipped_folder("playbooks").glob("*.yaml")},
    **{f"example {number}": text for number, text in enumerate(EXAMPLES)},
}


class CoreLoader(yaml.CSafeLoader):
    """Gives values the types that editors see: whole numbers, flags and nothing."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _looks, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[0-9]+$", "0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_looks), list(_first))


def as_the_loader_sees(text: str) -> Any:
    return read_yaml(Source("a.yaml", text, "")).tree


def as_editors_see(text: str) -> Any:
    return yaml.load(text, Loader=CoreLoader)  # noqa: S506 - a safe loader


@pytest.mark.parametrize("name", GOOD)
def test_a_good_playbook_fits(name: str) -> None:
    for tree in (as_the_loader_sees(GOOD[name]), as_editors_see(GOOD[name])):
        assert fits(tree, SCHEMA, SCHEMA)


def misspelt(tree: Any, names: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """The tree with one key misspelt, every key in its turn."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in names:
                yield key, {f"{one}s" if one == key else one: of for one, of in tree.items()}
            for found, inner in misspelt(value, names):
                yield found, {**tree, key: inner}
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            for found, inner in misspelt(value, names):
                yield found, [*tree[:index], inner, *tree[index + 1 :]]


def test_no_misspelt_key_fits() -> None:
    names = frozenset(names_of(SCHEMA))
    tried = {key: fits(tree, SCHEMA, SCHEMA) for key, tree in misspelt(as_editors_see(FULL), names)}
    assert len(tried) > 80
    assert [key for key, fitting in tried.items() if fitting] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BACK, "remind: 50%"),
        (BACK, "options: []"),
        (BACK, "drill: pretend"),
        (BACK, "evidence: [{id: a}]"),
        (BACK, "due: soon"),
        (BACK, "due: {S5: 5m}"),
        (BACK, "due: {}"),
        (BACK, "needs: look"),
        (BACK, "name: {fr: a}"),
        (DUE, "[5m]"),
        (LOOK, "doo: {zh: 核实, en: Look}"),
        (LOOK, f"{LOOK}\n        note: x"),
        (f"        {LOOK}\n", ""),
        ("[commander, technical]", "[commander]"),
        ("revision: 3", "revision: -3"),
        ("status: draft", "status: new"),
        ("- id: repair", "- id: ре"),
        ("phases:", "phases: []\nrest:"),
    ],
)
def test_a_bad_playbook_does_not_fit(old: str, new: str) -> None:
    text = changed((old, new))
    for tree in (as_the_loader_sees(text), as_editors_see(text)):
        assert not fits(tree, SCHEMA, SCHEMA)


def test_the_schema_is_plain_json_of_a_known_draft() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == DRAFT
