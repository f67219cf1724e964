import pytest

from condition_variables import VARIABLES
from netfin_incident.domain.expression import evaluate, parse, values_of
from netfin_incident.domain.expression.cases import case_for

BOTH_WAYS = [
    "severity <= S2",
    "level == S4",
    "mode == drill",
    "service == 'pay'",
    "service in ['pay', 'card']",
    "backup",
    "not backup",
    "rate < 95%",
    "rate > 0.5 and rate < 0.501",
    "count + 3 == 10",
    "count - 5 > 10",
    "loss >= CNY 100万",
    "loss > limit",
    "loss == limit",
    "loss > USD 5",
    "loss + limit - CNY 5 > CNY 3",
    "eta > 15m",
    "eta > 15m and eta < 16m",
    "eta + 5m < rto",
    "15m == rto - 15m",
    "eta < 1s",
    "partner == 'bank'",
    "partner != 'bank' and partner != 'other-bank'",
    "cause in ['upstream', 'network']",
    "cause == partner",
    "'core' in systems",
    "'core' in systems and not 'card' in systems",
    "'a' in systems and 'b' in systems and 'c' not in systems",
    "partner in systems",
    "partner is set",
    "partner is not set and backup",
    "(backup or loss > CNY 5) and not (severity == S2 or partner is set)",
    "(loss > limit) == backup",
    " and ".join(["(eta > 15m or backup)"] * 19),
]


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("condition", BOTH_WAYS)
def test_a_case_is_found_both_ways(condition: str, wanted: bool) -> None:
    expression = parse(condition)

    case = case_for(expression, VARIABLES, wanted=wanted)

    assert case is not None
    assert evaluate(expression, values_of(VARIABLES, case)) is wanted


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("backup and not backup", True),
        ("true", False),
        ("cause in ['upstream', 'network', 'change']", False),
        ("severity is not set", True),
        ("undeclared > 5", True),
        ("loss > CNY 5 and loss < USD 5", True),
        (" and ".join(f"count > {n}" for n in range(30)) + " and count < 1", True),
    ],
)
def test_where_there_is_no_case_none_is_made_up(condition: str, wanted: bool) -> None:
    assert case_for(parse(condition), VARIABLES, wanted=wanted) is None


def test_what_is_always_so_needs_nothing() -> None:
    assert case_for(parse("true"), VARIABLES, wanted=True) == {}


def test_a_case_says_only_what_matters() -> None:
    expression = parse("severity <= S2 or eta > 15m")

    assert case_for(expression, VARIABLES, wanted=True) == {"severity": "S1"}
    assert case_for(expression, VARIABLES, wanted=False) == {"severity": "S3", "eta": "15m"}


def test_what_is_given_stays() -> None:
    expression = parse("eta > 15m and backup")

    case = case_for(expression, VARIABLES, wanted=True, given={"eta": "2h", "cause": "network"})

    assert case == {"eta": "2h", "cause": "network", "backup": "true"}
    assert case_for(expression, VARIABLES, wanted=True, given={"eta": "5m"}) is None
