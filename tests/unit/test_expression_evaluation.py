from datetime import timedelta
from decimal import Decimal

import pytest

from netfin_incident.domain.expression import Money, Value, evaluate, parse, unknowns
from netfin_incident.domain.severity import Severity

TRUTH = {"t": True, "f": False, "u": None}


def values_for(*states: str) -> dict[str, Value]:
    """`a`, `b` … as true, false or not known."""
    named = zip("abc", (TRUTH[state] for state in states), strict=False)
    return {name: state for name, state in named if state is not None}


def cny(amount: int) -> Money:
    return Money(Decimal(amount), "CNY")


VALUES: dict[str, Value] = {
    "severity": Severity.S2,
    "level": Severity.S3,
    "mode": "drill",
    "service": "pay",
    "flag": True,
    "rate": Decimal("0.95"),
    "loss": cny(100),
    "dollars": Money(Decimal(100), "USD"),
    "eta": timedelta(minutes=15),
    "partner": "bank",
    "systems": ("core", "card"),
    "nothing": "",
}


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        ("t", "t", True, True),
        ("t", "f", False, True),
        ("t", "u", None, True),
        ("f", "t", False, True),
        ("f", "f", False, False),
        ("f", "u", False, None),
        ("u", "t", None, True),
        ("u", "f", False, None),
        ("u", "u", None, None),
    ],
)
def test_and_and_or_know_as_much_as_can_be_known(
    a: str, b: str, both: bool | None, either: bool | None
) -> None:
    assert evaluate(parse("a and b"), values_for(a, b)) is both
    assert evaluate(parse("a or b"), values_for(a, b)) is either


@pytest.mark.parametrize(("a", "opposite"), [("t", False), ("f", True), ("u", None)])
def test_not_leaves_the_unknown_unknown(a: str, opposite: bool | None) -> None:
    assert evaluate(parse("not a"), values_for(a)) is opposite


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        ("severity <= S2", True),
        ("severity <= S1", False),
        ("severity == S2", True),
        ("severity > S1", True),
        ("severity in [S1, S2]", True),
        ("severity < level", True),
        ("level >= S3", True),
        ("mode == drill", True),
        ("mode != live", True),
        ("service == 'pay'", True),
        ("service in ['card', 'loan']", False),
        ("flag", True),
        ("flag == false", False),
        ("flag != false", True),
        ("rate >= 95%", True),
        ("rate < 0.95", False),
        ("rate == 0.950", True),
        ("rate != 1", True),
        ("loss >= CNY 100", True),
        ("loss > 100元", False),
        ("loss + CNY 1 > CNY 100", True),
        ("loss - CNY 1 <= CNY 99", True),
        ("eta > 15m", False),
        ("eta >= 900s", True),
        ("eta + 1m > 15m", True),
        ("eta - 20m < 0s", True),
        ("1 + 2 - 4 == -1", True),
        ("partner == 'bank'", True),
        ("partner == 'Bank'", False),
        ("partner not in ['bank']", False),
        ("'core' in systems", True),
        ("'loan' in systems", False),
        ("'loan' not in systems", True),
        ("partner in systems", False),
        ("flag is set", True),
        ("missing is set", False),
        ("missing is not set", True),
        ("nothing is set", False),
        ("(loss > CNY 1) == true", True),
        ("true", True),
        ("false", False),
    ],
)
def test_a_condition_over_known_values_is_decided(condition: str, held: bool) -> None:
    assert evaluate(parse(condition), VALUES) is held


@pytest.mark.parametrize(
    "condition",
    [
        "missing",
        "missing > 5",
        "missing == missing",
        "missing in ['a']",
        "'a' in missing",
        "'a' not in missing",
        "missing + 1 > 0",
        "nothing == 'x'",
        "loss > dollars",
        "loss == dollars",
        "loss != USD 5",
        "loss + dollars > CNY 1",
    ],
)
def test_what_cannot_be_told_is_unknown(condition: str) -> None:
    assert evaluate(parse(condition), VALUES) is None


@pytest.mark.parametrize(
    "condition",
    [
        "rate",
        "loss > 5",
        "eta > 5",
        "severity <= 2",
        "flag > false",
        "partner > 'a'",
        "systems == systems",
        "rate in systems",
        "'a' in partner",
        "partner + partner == 'x'",
        "flag + flag > 1",
        "not rate",
        "5",
    ],
)
def test_values_that_do_not_fit_are_unknown_not_a_crash(condition: str) -> None:
    assert evaluate(parse(condition), VALUES) is None


def test_one_fitting_item_of_a_list_is_enough() -> None:
    assert evaluate(parse("partner in [5, 'bank']"), VALUES) is True
    assert evaluate(parse("partner in [5, 'x']"), VALUES) is None


def test_a_sum_that_is_too_long_is_unknown() -> None:
    values: dict[str, Value] = {"eta": timedelta.max}

    assert evaluate(parse("eta + 1d > 1d"), values) is None


@pytest.mark.parametrize(
    ("condition", "known", "asked"),
    [
        ("a or b", {"b": False}, ("a",)),
        ("a or b", {"b": True}, ()),
        ("a and b", {"b": True}, ("a",)),
        ("a and b", {"b": False}, ()),
        ("b and a", {}, ("b", "a")),
        ("a and b or c", {"a": False}, ("c",)),
        ("not (a or b)", {"a": False}, ("b",)),
        ("a > b", {"a": Decimal(1)}, ("b",)),
        ("a + b > a", {}, ("a", "b")),
        ("a in b", {"a": "x"}, ("b",)),
        ("a is set", {}, ()),
        ("a is set and b", {}, ()),
        ("a or a", {}, ("a",)),
        ("severity <= S2 or a", {}, ("a",)),
        ("loss > CNY 5", {"loss": Money(Decimal(1), "USD")}, ()),
    ],
)
def test_only_what_may_still_decide_is_asked_for(
    condition: str, known: dict[str, Value], asked: tuple[str, ...]
) -> None:
    assert unknowns(parse(condition), known) == asked
