"""However a playbook is written, in order it says the same, and stays as it is from then on."""

import re
from collections import Counter
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from full_playbook import FULL
from netfin_incident.errors import DefinitionError
from netfin_incident.library.layout import formatted
from netfin_incident.library.layout.reading import read_laid
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import Source, unwelcome
from netfin_incident.library.yaml_reader import read_yaml
from playbook_text import SMALL

LINES = FULL.splitlines()
WORDS = st.text(min_size=1, max_size=120).filter(lambda text: unwelcome(text) is None)
REMARK = re.compile("^ *# remark \\d+$")


def source(text: str) -> Source:
    return Source("any.yaml", text, "0" * 64)


def plain(tree: Any) -> Any:
    """What was read, as a YAML writer takes it."""
    match tree:
        case dict():
            return {key: plain(value) for key, value in tree.items()}
        case list():
            return [plain(value) for value in tree]
        case _:
            return tree


def check(text: str) -> str:
    """`text` in order: the same plan, the same remarks, and in order already."""
    once = formatted(source(text))
    assert read_playbook(source(once))[0] == read_playbook(source(text))[0]
    assert formatted(source(once)) == once
    return once


@given(places=st.lists(st.integers(0, len(LINES)), max_size=8), beside=st.booleans())
def test_remarks_anywhere_are_kept(places: list[int], beside: bool) -> None:
    lines = list(LINES)
    for number, place in enumerate(sorted(places, reverse=True)):
        if beside and place < len(lines):
            lines[place] += f"  # remark {number}"
        else:
            lines.insert(place, f"# remark {number}")
    text = "\n".join(lines) + "\n"
    once = check(text)
    found = Counter(re.findall(r"# remark \d+", once))
    assert found == Counter(f"# remark {number}" for number in range(len(places)))


@given(
    texts=st.lists(WORDS, min_size=4, max_size=4),
    flow=st.sampled_from([None, True, False]),
    width=st.integers(20, 200),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
)
def test_any_text_written_any_way_says_the_same(
    texts: list[str], flow: bool | None, width: int, style: str | None
) -> None:
    tree = plain(read_yaml(source(SMALL)).tree)
    title, goal, body, channel = texts
    tree["goal"] = {"en": goal, "zh": title}
    step = tree["phases"][0]["steps"][0]
    step["body"], step["warning"] = {"zh": body}, channel
    text = yaml.dump(
        tree, default_flow_style=flow, width=width, default_style=style, allow_unicode=True
    )
    text = text.replace("!!str ", "")
    try:
        errors = read_playbook(source(text))[1].errors
    except DefinitionError:
        errors = [DefinitionError("unusable")]
    assume(not errors)
    check(text)


def test_the_remarks_of_a_file_are_those_that_stand_in_it() -> None:
    text = f"# a\n{SMALL}  # not '#' in\n"
    assert read_laid(text).remarks() == ["# a", "# not '#' in"]
