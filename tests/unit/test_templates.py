import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, meta
from markdown_it import MarkdownIt

from netfin_incident.errors import DefinitionError
from netfin_incident.library.paths import shipped_folder
from netfin_incident.reports.markdown import report_data
from netfin_incident.reports.said import Speaker
from netfin_incident.templating.rendering import render
from netfin_incident.wording.language import Language, traditional
from report_cases import Case

TEMPLATES = [shipped_folder("templates") / f"incident-report.{one}.md.j2" for one in ("en", "zh")]
ENGLISH = "incident-report.en.md.j2"
DATA = {"text": "x", "rows": [1, 2, 3], "row": {"name": "n"}}

HOSTILE = {
    "T1": "{{ ''.__class__.__mro__ }}",
    "T1 by item": "{{ text['__class__'] }}",
    "T2": "{{ cycler.__init__.__globals__ }}",
    "T3": "{{ ''|attr('__class__') }}",
    "T4": "{{ '{0.__class__}'.format(text) }}",
    "T4 by a map": "{{ '{x}'.format_map(row) }}",
    "T5": "{{ lipsum.__globals__ }}",
    "T6": "{% set _ = rows.append(1) %}",
    "T7": "{{ row.clear() }}",
    "T8 by a filter": "{{ 'x'|center(10**9) }}",
    "T8 by a format": "{{ '%1000000000s' % 'x' }}",
    "T8 by a method": "{{ 'x'.ljust(1000000000) }}",
    "T8 by a product": "{{ 'A' * 1000000000 }}",
    "T8 by a power": "{{ 9 ** 999999999 }}",
    "T8 with data": "{{ text * 1000000000 }}",
    "T9": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "T9 by filler": "{{ lipsum(n=100000) }}",
    "T10 by nesting": "{{" + "(" * 3000 + "1" + ")" * 3000 + "}}",
    "T10 by a macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "T11": "{% include '/etc/passwd' %}",
    "T11 upwards": "{% include '../../pyproject.toml' %}",
    "T11 by import": "{% import 'os' as os %}",
    "T11 of itself": "{% include 'template' %}",
    "T12": "{{ nothing.of.this }}",
    "a filter that makes text markup": "{{ text|safe }}",
    "a division by nought": "{{ 1 / 0 }}",
    "a sum of unlike things": "{{ text + 1 }}",
    "a syntax error": "{{ text",
}


def template(folder: Path, text: str) -> Path:
    path = folder / ENGLISH
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as caught:
        render(path, DATA)
    return caught.value


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_template_that_reaches_too_far_is_refused(tmp_path: Path, text: str) -> None:
    error = refused(template(tmp_path, text))
    assert error.slug == "template-wrong"
    assert error.place is not None
    assert error.place.file == str(tmp_path / ENGLISH)


def test_an_undefined_name_is_refused_with_file_and_line(tmp_path: Path) -> None:
    path = template(tmp_path, "# Title\n\n{{ text }}\n{{ nobody }}\n")
    error = refused(path)
    assert str(error.place) == f"{path}:4"
    assert "nobody" in str(error.values["problem"])


def test_a_fault_inside_a_macro_is_placed_there(tmp_path: Path) -> None:
    text = "{% macro m(x) %}\n{{ x.missing }}\n{% endmacro %}\n\n{{ m(row) }}"
    error = refused(template(tmp_path, text))
    assert error.place is not None
    assert error.place.line == 2


def test_a_template_that_writes_without_end_is_stopped(tmp_path: Path) -> None:
    loops = "".join("{% for a in rows %}" for _ in range(15))
    text = f"{loops}{'x' * 1000}{'{% endfor %}' * 15}"
    assert refused(template(tmp_path, text)).slug == "template-output-too-long"


def test_data_that_looks_like_a_template_is_printed_as_it_is(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ text }}")
    made = render(path, {"text": "{{ 7*7 }} {% raw %} {# x #}"})
    assert MarkdownIt("commonmark").render(made) == "<p>{{ 7*7 }} {% raw %} {# x #}</p>\n"


def test_there_are_no_empty_lines_in_a_row(tmp_path: Path) -> None:
    assert render(template(tmp_path, "\n\na\n\n\n\nb\n\n\n"), {}) == "a\n\nb\n"


UNREADABLE: dict[str, Callable[[Path], object]] = {
    "missing": lambda _path: None,
    "a folder": lambda path: path.mkdir(),
    "not UTF-8": lambda path: path.write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
def test_a_template_that_is_no_text_file_is_refused(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = tmp_path / ENGLISH
    make(path)
    assert refused(path).slug == "template-unreadable"


def test_both_languages_are_given_and_use_the_same_names() -> None:
    parsed = [Environment(autoescape=True).parse(path.read_text("utf-8")) for path in TEMPLATES]
    english, chinese = (meta.find_undeclared_variables(tree) for tree in parsed)
    assert english == chinese


def test_both_languages_have_the_same_logic() -> None:
    """Every expression and statement, in order, without the words between them."""
    english, chinese = (
        [
            (kind, value)
            for _, kind, value in Environment(autoescape=True).lex(path.read_text("utf-8"))
            if kind in ("name", "operator") and value not in _WORDING_ONLY
        ]
        for path in TEMPLATES
    )
    assert sorted(set(english)) == sorted(set(chinese))


_WORDING_ONLY = {"is_one", "to", "is_many"}
"""Names that one language needs for its grammar alone."""


def test_everything_the_report_is_given_is_used(tmp_path: Path) -> None:
    case = Case(tmp_path)
    given = set(report_data(Speaker(case.facts(), Language.EN)))
    for path in TEMPLATES:
        tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
        assert meta.find_undeclared_variables(tree) == given


def test_traditional_chinese_changes_the_words_and_not_the_logic() -> None:
    source = TEMPLATES[1].read_text("utf-8")
    trees = [Environment(autoescape=True).parse(one) for one in (source, traditional(source))]
    assert meta.find_undeclared_variables(trees[0]) == meta.find_undeclared_variables(trees[1])
    assert traditional(source) != source


def test_the_documentation_explains_every_section() -> None:
    headings = re.findall(
        r"^## \{\{ drill\(\) \}\}(.+)$", TEMPLATES[0].read_text("utf-8"), re.MULTILINE
    )
    page = (Path(__file__).parents[2] / "docs" / "report.md").read_text("utf-8")
    explained = re.findall(r"^\| ([A-Z][a-z ]+) \| ", page.partition("## Metrics")[0], re.MULTILINE)
    assert len(headings) > 15
    assert [one for one in explained if one != "Section"] == headings
