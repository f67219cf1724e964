from decimal import Decimal
from pathlib import Path

import pytest

from meta.sources import ROOT
from netfin_incident.domain.criteria import QUESTIONS, Operator, thresholds_of
from netfin_incident.domain.severity import Severity
from netfin_incident.errors import DefinitionError
from netfin_incident.library.severity import check_criteria, load_criteria
from playbook_text import assert_said

EXAMPLE = ROOT / "templates" / "severity.yaml"
SMALL = """\
schema: netfin-severity/1
otherwise: S4
criteria:
  customers:
    name: {zh: 客户, en: Customers}
    tests:
      - measure: customers
        operator: above
        S1: 100万
        S2: 100,000
    source: {document: Plan, article: annex 2, quote: 超过10万, level: firm, checked_on: 2026-11-01}
  outage:
    name: {zh: 中断, en: Outage}
    combine: all
    tests:
      - {measure: duration, S1: 2h, S2: 30m}
      - {measure: peak, S1: yes, S2: yes}
    source: {document: Plan}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "severity.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_with_its_operators_thresholds_and_sources(tmp_path: Path) -> None:
    read = load_criteria(write(tmp_path, SMALL))
    assert read is not None
    customers, outage = read.criteria
    (worst,) = thresholds_of(customers.grades[Severity.S1])
    assert (worst.operator, worst.limit) == (Operator.ABOVE, Decimal(1_000_000))
    assert (customers.source.quote, customers.source.article) == ("超过10万", "annex 2")
    assert str(customers.source.checked_on) == "2026-11-01"
    assert [one.limit for one in thresholds_of(outage.grades[Severity.S2])] == [1800, 1]
    assert outage.together
    assert (read.otherwise, outage.source.level) == (Severity.S4, "firm")


def test_no_file_means_no_criteria(tmp_path: Path) -> None:
    assert load_criteria(tmp_path / "severity.yaml") is None
    assert check_criteria(tmp_path / "severity.yaml") == ()


@pytest.mark.parametrize(
    ("old", "new", "slug", "line", "values"),
    [
        ("S2: 100,000", "S2: many", "severity-threshold-unread", 10, {"given": "many"}),
        ("S2: 100,000", "S2: 1.5", "severity-threshold-unread", 10, {"measure": "customers"}),
        ("S1: 2h, S2: 30m", "S1: 30, S2: 30m", "severity-threshold-unread", 16, {"given": "30"}),
        ("S2: 100,000", "S2: 200万", "severity-grades-disordered", 9, {"grade": "S1", "other": "S2"}),
        ("S1: 2h, S2: 30m", "operator: at_least", "severity-grades-missing", 16, {"measure": "duration"}),
        ("measure: peak, S1: yes, S2: yes", "measure: duration, S1: 2h, S2: 1h", "severity-measure-twice", 17, {}),
        ("S1: yes, S2: yes", "S1: yes", "severity-grades-partial", 17, {"criterion": "outage", "grades": "S1, S2"}),
        ("{measure: peak, ", "{measure: peak, operator: above, ", "severity-operator-needless", 17, {}),
        ("measure: customers", "measure: customer", "choice-unknown", 7, {"choices": ("customers",)}),
        ("operator: above", "operator: more", "choice-unknown", 8, {}),
        ("    source: {document: Plan}", "", "field-missing", 13, {"field": "source"}),
        ("{document: Plan}", "{article: 2}", "field-missing", 18, {"field": "document"}),
        ("level: firm", "level: hearsay", "choice-unknown", 11, {}),
        ("otherwise: S4", "otherwise: low", "choice-unknown", 2, {}),
        ("S2: 100,000", "S5: 1", "field-unknown", 10, {"given": "S5"}),
        ("netfin-severity/1", "netfin-severity/2", "schema-unknown", 1, {}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, slug: str, line: int, values: dict[str, object]
) -> None:
    assert SMALL.count(old) == 1, old
    path = write(tmp_path, SMALL.replace(old, new))
    found = check_criteria(path)
    error = next((one for one in found if one.slug == slug), None)
    assert error is not None, [one.slug for one in found]
    assert error.place is not None
    assert error.place.line == line
    assert values.items() <= error.values.items()
    assert_said(error)
    with pytest.raises(DefinitionError):
        load_criteria(path)


def test_amounts_of_one_test_are_in_one_currency(tmp_path: Path) -> None:
    text = SMALL.replace("duration, S1: 2h, S2: 30m", "funds, S1: EUR 2000, S2: 1000")
    (error,) = check_criteria(write(tmp_path, text))
    assert (error.slug, error.values["grade"]) == ("severity-currencies-differ", "S1")


def test_a_name_in_one_language_is_a_finding_and_no_hindrance(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL.replace("{zh: 中断, en: Outage}", "{zh: 中断}"))
    assert [one.slug for one in check_criteria(path)] == ["translation-missing"]
    assert load_criteria(path) is not None


def test_the_shipped_example_is_sound_and_asks_for_what_it_names() -> None:
    assert check_criteria(EXAMPLE) == ()
    read = load_criteria(EXAMPLE)
    assert read is not None
    asked = {
        test.question
        for one in read.criteria
        for predicate in one.grades.values()
        for test in thresholds_of(predicate)
    }
    assert asked <= set(QUESTIONS)
    assert {
        "customers",
        "transactions",
        "value",
        "funds",
        "data",
        "duration",
        "peak",
        "regions",
        "opinion",
    } == asked
