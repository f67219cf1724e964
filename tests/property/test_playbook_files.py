"""Whatever stands in a playbook file, it is a plan or it is refused with its place."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from full_playbook import FULL
from netfin_incident.domain.playbook import Plan
from netfin_incident.errors import DefinitionError
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.source import Source, unwelcome
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

VALUES = [match.span(1) for match in re.finditer(r"(?<=: )([^{}\[\],\n|>]+)(?=[,}\n])", FULL)]
"""Where the single values of the playbook stand."""
LINES = FULL.splitlines(keepends=True)
ODD = (
    "", "''", "[]", "{}", "~", "no", "0", "-1", "1e309", "9" * 400, "x" * 30_000, "[[a]]", "{a: b}",
    "{zh: [x], en: {}}", "look", "full", "agree", "hosts-done", "S1", "true", "{S1: x, S9: y}",
    "[look, look, [look]]", "'('", "'(a)(b)'", "'{unknown}'", "'{'", "'not not not'", "severity <",
    "'[@click=app.quit]x[/]'", "'а'", "'e\u0301'", "'\\u202e'", '"\\u200b"', '"\\e[2J"', "&a b", "*a",
    "!!binary x", "<<", "12:30", "- x", "? x", "%YAML", "\t",
)  # fmt: skip


def reading_of(text: str) -> tuple[Plan | None, list[DefinitionError]]:
    try:
        plan, reading = read_playbook(Source("full.yaml", text, "0" * 64))
    except DefinitionError as error:
        return None, [error]
    return plan, reading.errors


def test_the_playbook_that_is_changed_is_right_at_first() -> None:
    plan, errors = reading_of(FULL)
    assert plan is not None
    assert errors == []
    assert len(VALUES) > 200


@given(
    changes=st.lists(
        st.tuples(st.sampled_from(VALUES), st.sampled_from(ODD) | st.text(max_size=20)),
        min_size=1,
        max_size=4,
        unique_by=lambda change: change[0],
    )
)
def test_odd_values_are_refused_where_they_stand(
    changes: list[tuple[tuple[int, int], str]],
) -> None:
    text = FULL
    for (start, end), value in sorted(changes, reverse=True):
        text = text[:start] + value + text[end:]
    check(text)


@given(
    places=st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=3),
    act=st.sampled_from(["drop", "double", "indent", "swap"]),
)
def test_lines_out_of_place_are_refused_where_they_stand(places: list[int], act: str) -> None:
    lines = list(LINES)
    for place in places:
        match act:
            case "drop":
                lines[place] = ""
            case "double":
                lines[place] *= 2
            case "indent":
                lines[place] = f"  {lines[place]}"
            case _:
                lines[place], lines[place - 1] = lines[place - 1], lines[place]
    check("".join(lines))


def check(text: str) -> None:
    """Nothing but refusals come of it, each said in both languages, each with its place."""
    assume(unwelcome(text) is None)  # such a file is refused before it is taken to pieces
    plan, errors = reading_of(text)
    for error in errors:
        assert error.place is not None
        assert error.place.line > 0 or text.strip() == ""
        for language in Language:
            assert explain(error, language).line
    if plan is not None and not errors:
        assert {step.id for step in plan.steps} >= set(plan.phases[0].steps)
