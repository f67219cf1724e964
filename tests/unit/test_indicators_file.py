import re
from pathlib import Path

import pytest

from meta.sources import ROOT
from netfin_incident.domain.indicators import IndicatorGroup
from netfin_incident.domain.warning.levels import Unit
from netfin_incident.errors import DefinitionError
from netfin_incident.library.indicators import check_indicators, find_indicator, load_indicators
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from watched import BLUE, ORANGE, RED, YELLOW

GOOD = """\
schema: netfin-indicators/1
indicators:
  failures:
    name: {zh: 失败率, en: Failures}
    group: transactions
    unit: percent
    operator: at_least
    levels: {red: 20%, yellow: 5%}
    ends: {red: 15%}
    owner: technical
"""


def found(folder: Path, text: str) -> list[tuple[str, int, int]]:
    """What is wrong with a file: the slug, the line, the column."""
    path = folder / "indicators.yaml"
    path.write_text(text, encoding="utf-8")
    errors = check_indicators(path, ["payment-channel-outage"])
    for error in errors:
        for language in Language:
            explain(error, language)
    return [
        (error.slug, error.place.line, error.place.column) for error in errors if error.place
    ]  # fmt: skip


def test_the_example_is_good_and_covers_every_group_and_unit() -> None:
    path = ROOT / "templates" / "indicators.yaml"
    indicators = load_indicators(path)
    assert check_indicators(path, ["payment-channel-outage"]) == ()
    assert {one.group for one in indicators} == set(IndicatorGroup)
    assert {one.unit for one in indicators} == set(Unit)
    levels = {level for one in indicators for level in one.thresholds}
    assert levels == {RED, ORANGE, YELLOW, BLUE}


def test_the_example_in_the_docs_is_good(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found(tmp_path, example) == []


def test_no_file_means_no_indicators(tmp_path: Path) -> None:
    missing = tmp_path / "indicators.yaml"
    assert load_indicators(missing) == ()
    assert check_indicators(missing, []) == ()
    with pytest.raises(DefinitionError) as unknown:
        find_indicator("failures", ())
    assert unknown.value.slug == "indicators-missing"


def test_an_unknown_indicator_is_answered_with_the_nearest(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []
    with pytest.raises(DefinitionError) as unknown:
        find_indicator("failure", load_indicators(tmp_path / "indicators.yaml"))
    assert unknown.value.slug == "indicator-unknown"
    assert "failures" in explain(unknown.value, Language.EN).line


@pytest.mark.parametrize(
    ("change", "slug", "line", "column"),
    [
        (("red: 20%", "red: many"), "indicator-value-unread", 8, 19),
        (("red: 15%", "red: 1h"), "indicator-value-unread", 9, 17),
        (("yellow: 5%", "yellow: 20%"), "indicator-levels-disordered", 8, 32),
        (("at_least", "below"), "indicator-levels-disordered", 8, 32),
        (("{red: 20%, yellow: 5%}", "{}"), "indicator-levels-missing", 8, 13),
        (("ends: {red: 15%}", "ends: {blue: 1%}"), "indicator-end-without-level", 9, 18),
        (("red: 15%", "red: 21%"), "indicator-end-beyond", 9, 17),
        (("unit: percent", "unit: percent\n    currency: CNY"), "indicator-currency-unfit", 7, 15),
        (("owner: technical", "owner: technic"), "choice-unknown", 10, 12),
        (("group: transactions", "group: trades"), "choice-unknown", 5, 12),
        (("    unit: percent\n", ""), "field-missing", 4, 5),
        (("levels:", "level:"), "field-unknown", 8, 5),
        (("red: 20%", "crimson: 20%"), "field-unknown", 8, 14),
        (
            ("owner: technical", "owner: technical\n    playbook: outage"),
            "indicator-playbook-unknown", 11, 15,
        ),
        (("{zh: 失败率, en: Failures}", "Failures"), "translation-missing", 4, 11),
        (("indicators/1", "indicators/2"), "schema-unknown", 1, 9),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line_and_column(
    tmp_path: Path, change: tuple[str, str], slug: str, line: int, column: int
) -> None:
    assert (slug, line, column) in found(tmp_path, GOOD.replace(*change))


def test_a_file_with_an_error_is_not_used(tmp_path: Path) -> None:
    found(tmp_path, GOOD.replace("red: 20%", "red: many"))
    with pytest.raises(DefinitionError) as wrong:
        load_indicators(tmp_path / "indicators.yaml")
    assert wrong.value.slug == "indicator-value-unread"


@pytest.mark.parametrize("currency", ["cny", "RMBX"])
def test_a_currency_is_three_capital_letters(tmp_path: Path, currency: str) -> None:
    text = GOOD.replace("unit: percent", f"unit: money\n    currency: {currency}")
    assert ("indicator-currency-unfit", 7, 15) in found(tmp_path, text)
