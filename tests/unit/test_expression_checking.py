from enum import Enum

import pytest

from condition_variables import VARIABLES
from netfin_incident.domain.expression import Problem, Reserved, check, parse
from netfin_incident.domain.playbook import VariableKind
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

K = VariableKind


def problems(condition: str) -> list[Problem]:
    return list(check(parse(condition), VARIABLES))


@pytest.mark.parametrize(
    "condition",
    [
        "backup",
        "not backup and frozen == true",
        "rate < 95% or count + 1 > count - 5",
        "loss >= CNY 100万 and loss > limit",
        "eta > 15m and eta + 5m < rto",
        "partner == 'bank' or partner != cause",
        "cause in ['upstream', 'network'] and cause != 'change'",
        "'change' == cause",
        "'core' in systems and partner not in systems and cause in systems",
        "systems is set and loss is not set and severity is set",
        "severity <= S2 and level == S1 and severity < level",
        "severity in [S1, S2]",
        "mode == drill and mode != live and mode in [drill]",
        "service == 'pay' and service in ['pay', 'card']",
        "(loss > limit) == backup",
        "true",
    ],
)
def test_a_condition_that_fits_its_variables_has_no_problem(condition: str) -> None:
    assert problems(condition) == []


@pytest.mark.parametrize(
    ("condition", "slug", "column", "kinds"),
    [
        ("loss > 15m", "condition-kinds-differ", 6, {K.MONEY, K.DURATION}),
        ("loss > 1000000", "condition-kinds-differ", 6, {K.MONEY, K.NUMBER}),
        ("eta > 15", "condition-kinds-differ", 5, {K.DURATION, K.NUMBER}),
        ("severity <= 2", "condition-kinds-differ", 10, {Reserved.SEVERITY, K.NUMBER}),
        ("mode == 'drill'", "condition-kinds-differ", 6, {Reserved.MODE, K.TEXT}),
        ("backup == 'yes'", "condition-kinds-differ", 8, {K.FLAG, K.TEXT}),
        ("rate in [1, 'a']", "condition-kinds-differ", 13, {K.NUMBER, K.TEXT}),
        ("loss + 5 > limit", "condition-kinds-differ", 1, {K.MONEY, K.NUMBER}),
        ("rate in systems", "condition-kinds-differ", 6, {K.NUMBER, K.TEXT}),
        ("systems == 'a'", "condition-kinds-differ", 9, {K.LIST, K.TEXT}),
        ("partner > 'a'", "condition-operator-unfit", 9, {K.TEXT}),
        ("backup < frozen", "condition-operator-unfit", 8, {K.FLAG}),
        ("mode > drill", "condition-operator-unfit", 6, {Reserved.MODE}),
        ("systems == systems", "condition-operator-unfit", 9, {K.LIST}),
        ("partner + partner == 'x'", "condition-operator-unfit", 1, {K.TEXT}),
        ("rate", "condition-not-yes-or-no", 1, {K.NUMBER}),
        ("not (backup or loss)", "condition-not-yes-or-no", 16, {K.MONEY}),
        ("severity", "condition-not-yes-or-no", 1, {Reserved.SEVERITY}),
        ("level or backup", "condition-not-yes-or-no", 1, {Reserved.SEVERITY}),
        ("'text'", "condition-not-yes-or-no", 1, {K.TEXT}),
        ("count + 1", "condition-not-yes-or-no", 1, {K.NUMBER}),
        ("'a' in partner", "condition-in-no-list", 8, {K.TEXT}),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(
    condition: str, slug: str, column: int, kinds: set[Enum]
) -> None:
    (problem, *more) = problems(condition)

    assert (problem.slug, problem.column) == (slug, column)
    assert {value for value in problem.values.values() if isinstance(value, Enum)} == kinds
    assert {one.column for one in more} <= {column}


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    (problem,) = problems("backop or eta > 5m")

    assert (problem.slug, problem.column) == ("condition-name-unknown", 1)
    assert (problem.values["name"], problem.values["nearest"]) == ("backop", "backup")


def test_a_misspelt_reserved_name_is_answered_with_the_nearest() -> None:
    (problem,) = problems("severty <= S2")

    assert problem.values["nearest"] == "severity"


def test_an_unknown_name_brings_no_further_problem() -> None:
    slugs = {
        problem.slug for problem in problems("lost > 15m and x in ['a'] and 'b' in y and z + 1")
    }

    assert slugs == {"condition-name-unknown"}


@pytest.mark.parametrize("condition", ["cause == 'upstrem'", "cause in ['network', 'upstrem']"])
def test_a_word_that_is_no_choice_is_answered_with_the_nearest(condition: str) -> None:
    (problem,) = problems(condition)

    assert problem.slug == "condition-choice-unknown"
    assert problem.column == condition.index("'upstrem'") + 1
    assert problem.values["nearest"] == "upstream"


def test_problems_come_in_the_order_of_the_text() -> None:
    found = problems("loss > 5 and (nope or cause == 'x') and rate")

    assert [problem.slug for problem in found] == [
        "condition-kinds-differ",
        "condition-name-unknown",
        "condition-choice-unknown",
        "condition-not-yes-or-no",
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "condition",
    ["loss > 5", "nope", "cause == 'x'", "rate", "partner > 'a'", "'a' in rate", "mode > drill"],
)
def test_every_problem_can_be_explained(condition: str, language: Language) -> None:
    (problem,) = problems(condition)
    place = Place("a.yaml", 3, 4)

    explained = explain(problem.as_error(place), language)

    assert explained.what.startswith("a.yaml:3:4 ")
    assert "VariableKind" not in explained.line
    assert "{" not in explained.line


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "condition",
    ["", "a b", "a = b", "a > 5x", "a == '", "A", "a%", "not " * 30 + "a", "a" * 501],
)
def test_every_refusal_to_read_can_be_explained(condition: str, language: Language) -> None:
    with pytest.raises(DefinitionError) as caught:
        parse(condition)

    assert "{" not in explain(caught.value, language).line
