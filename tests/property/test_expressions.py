"""Laws of conditions, whatever is written and whatever is known."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import event as seen
from hypothesis import strategies as st

from condition_variables import CAUSES, VARIABLES
from netfin_incident.domain.expression import (
    Expression,
    Money,
    Value,
    check,
    evaluate,
    parse,
    read_value,
    unknowns,
    value_of,
    values_of,
    variables_of,
)
from netfin_incident.domain.expression.cases import case_for
from netfin_incident.domain.expression.nodes import IsSet, Items, Not, children
from netfin_incident.domain.playbook import Variable
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import clean_line
from netfin_incident.errors import CommandRefused, DefinitionError
from netfin_incident.wording.conditions import because, condition, said_value
from netfin_incident.wording.language import Language, say

LAW = settings(max_examples=200)

EQUAL = st.sampled_from(["==", "!="])
ORDER = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
PIECES = [
    "a", "severity", "S2", "(", ")", "[", "]", ",", "not", "and", "or", "in", "is", "set", "==",
    "=", "<", ">=", "+", "-", "5", "15m", "95%", "CNY", "'x'", "true", "drill", "（", "＞", "'",
    "__import__", "万", "元", "\u202e", "\x00",
]  # fmt: skip


def compared(*sides: str) -> st.SearchStrategy[str]:
    side = st.sampled_from(sides)
    total = st.one_of(side, st.builds("{} {} {}".format, side, st.sampled_from("+-"), side))
    return st.builds("{} {} {}".format, total, ORDER, total)


WORDS = st.sampled_from(["partner", "'bank'", "service", "'pay'"])
LEAVES = st.one_of(
    st.sampled_from(["backup", "frozen", "true", "false", "cause is set", "loss is not set"]),
    compared("rate", "count", "95%", "5", "0"),
    compared("loss", "limit", "CNY 100万", "5元", "USD 5"),
    compared("eta", "rto", "15m", "1h30m"),
    st.builds("{} {} {}".format, st.sampled_from(["severity", "level", "S2", "S3"]), ORDER,
              st.sampled_from(["severity", "level", "S1", "S4"])),
    st.builds("mode {} {}".format, EQUAL, st.sampled_from(["live", "drill"])),
    st.builds("{} {} {}".format, WORDS, EQUAL, WORDS),
    st.builds("cause {} '{}'".format, EQUAL, st.sampled_from([one.id for one in CAUSES])),
    st.builds("cause {} ['upstream', 'network']".format, st.sampled_from(["in", "not in"])),
    st.builds("{} {} systems".format, WORDS, st.sampled_from(["in", "not in"])),
)  # fmt: skip
WRITTEN = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("not ({})".format, inner),
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
    ),
    max_leaves=6,
)
CONDITIONS = WRITTEN.filter(lambda text: len(text) <= 500).map(parse)

NUMBERS = st.decimals(-1000, 1000, places=2)
MONEY = st.builds(Money, NUMBERS, st.sampled_from(["CNY", "USD"]))
LENGTHS = st.integers(0, 10_000).map(lambda seconds: timedelta(seconds=seconds))
SPOKEN = st.sampled_from(["bank", "pay", "某银行"])
BY_NAME: dict[str, st.SearchStrategy[Value]] = {
    "severity": st.sampled_from(Severity), "level": st.sampled_from(Severity),
    "mode": st.sampled_from(["live", "drill"]), "service": SPOKEN,
    "backup": st.booleans(), "frozen": st.booleans(), "typed": st.booleans(),
    "rate": NUMBERS, "count": NUMBERS, "loss": MONEY, "limit": MONEY,
    "eta": LENGTHS, "rto": LENGTHS, "partner": SPOKEN,
    "cause": st.sampled_from([one.id for one in CAUSES]),
    "systems": st.lists(SPOKEN, min_size=1, max_size=3).map(tuple),
}  # fmt: skip
KNOWN = st.fixed_dictionaries({}, optional=BY_NAME)
ANY_VALUE: st.SearchStrategy[Value] = st.one_of(
    st.booleans(), NUMBERS, MONEY, st.timedeltas(), st.text(), st.sampled_from(Severity),
    st.lists(st.text()).map(tuple),
)  # fmt: skip
ANY_KNOWN = st.dictionaries(st.sampled_from(list(BY_NAME)), ANY_VALUE)


def asks_what_is_set(node: Expression | Items) -> bool:
    if isinstance(node, IsSet):
        return True
    return any(asks_what_is_set(child) for child in children(node))


@settings(max_examples=500)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map(" ".join)))
@example("(" * 499)
@example("-" * 499 + "1")
@example("not " * 124 + "a")
@example("𝐚 > 5")
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        parsed = parse(text)
    except DefinitionError as refused:
        column = refused.values["column"]
        assert isinstance(column, int)
        assert 1 <= column <= len(text) + 1
        return
    assert evaluate(parsed, {}) in (True, False, None)
    check(parsed, VARIABLES)
    assert condition(parsed, VARIABLES).en.strip()


@LAW
@given(CONDITIONS)
def test_what_is_generated_fits_its_variables(expression: Expression) -> None:
    assert check(expression, VARIABLES) == ()


@LAW
@given(CONDITIONS, ANY_KNOWN)
def test_asking_never_fails_whatever_the_values_are(
    expression: Expression, values: dict[str, Value]
) -> None:
    held = evaluate(expression, values)
    asked = unknowns(expression, values)

    assert held in (True, False, None)
    assert set(asked) <= variables_of(expression) - {name for name in values if values[name] != ""}
    assert because(expression, VARIABLES, values).en


@LAW
@given(CONDITIONS, KNOWN)
def test_nothing_is_asked_once_it_is_decided(
    expression: Expression, values: dict[str, Value]
) -> None:
    if evaluate(expression, values) is not None:
        assert unknowns(expression, values) == ()


@LAW
@given(CONDITIONS, KNOWN, KNOWN)
def test_more_knowledge_never_overturns_an_answer(
    expression: Expression, known: dict[str, Value], more: dict[str, Value]
) -> None:
    assume(not asks_what_is_set(expression))
    held = evaluate(expression, known)
    seen(f"held: {held}")
    if held is not None:
        assert evaluate(expression, {**more, **known}) is held


@LAW
@given(CONDITIONS, KNOWN, st.data())
def test_what_is_not_asked_for_does_not_matter(
    expression: Expression, known: dict[str, Value], data: st.DataObject
) -> None:
    assume(not asks_what_is_set(expression))
    asked = set(unknowns(expression, known))
    others = {name: values for name, values in BY_NAME.items() if name not in asked}
    mode = ("severity", "level", "mode", "service")
    more = {name: data.draw(values) for name, values in others.items() if name not in mode}

    assert evaluate(expression, {**more, **known}) is evaluate(expression, known)


@LAW
@given(CONDITIONS, KNOWN)
def test_the_opposite_is_the_opposite(expression: Expression, known: dict[str, Value]) -> None:
    held = evaluate(expression, known)

    assert evaluate(Not(expression, 1), known) is (None if held is None else not held)


@LAW
@given(CONDITIONS, KNOWN)
def test_a_condition_is_said_in_both_languages(
    expression: Expression, values: dict[str, Value]
) -> None:
    for said in (condition(expression, VARIABLES), because(expression, VARIABLES, values)):
        assert said.en != said.zh
        assert "{}" not in said.en + said.zh
        assert said.en == " ".join(said.en.split())
        for language in Language:
            assert say(said, language)
        assert not set("，。：（）") & set(said.en)


@LAW
@given(CONDITIONS, st.booleans())
def test_a_case_that_is_found_comes_out_as_wanted(expression: Expression, wanted: bool) -> None:
    case = case_for(expression, VARIABLES, wanted=wanted)
    seen(f"found: {case is not None}")
    if case is not None:
        assert evaluate(expression, values_of(VARIABLES, case)) is wanted
        own = {name: text for name, text in case.items() if name in VARIABLES}
        assert all(read_value(VARIABLES[name], text) == text for name, text in own.items())


@LAW
@given(LEAVES.filter(lambda text: " + " not in text and " - " not in text), KNOWN)
def test_a_case_of_a_plain_comparison_is_found_where_there_is_one(
    leaf: str, values: dict[str, Value]
) -> None:
    expression = parse(leaf)
    held = evaluate(expression, values)
    assume(held is not None)
    assume("set" not in leaf)

    assert case_for(expression, VARIABLES, wanted=bool(held)) is not None


TYPED = st.one_of(
    st.text(max_size=40),
    st.text("0123456789.,-+ %万亿元¥CNYhmds小时分钟", max_size=12),
    st.sampled_from(["yes", "否", "1,200", "95%", "120万元", "1小时30分", "USD 5", "上游故障"]),
    st.lists(st.text("ab,、\n ", max_size=5)).map("\n".join),
)


@settings(max_examples=1000)
@given(st.sampled_from(list(VARIABLES.values())), TYPED)
@example(VARIABLES["loss"], "1.10亿")
@example(VARIABLES["systems"], "a,b\n")
def test_what_is_kept_reads_to_itself_and_stands_for_a_value(
    variable: Variable, typed: str
) -> None:
    try:
        kept = read_value(variable, typed)
    except CommandRefused:
        return
    assert kept
    assert all(clean_line(line) == line for line in kept.split("\n"))
    assert read_value(variable, kept) == kept
    assert value_of(variable, kept) is not None
    assert said_value(variable, kept).en


@LAW
@given(st.decimals(0, Decimal("1e14"), places=8), st.sampled_from(["", "CNY ", "USD "]))
def test_an_amount_keeps_its_worth(amount: Decimal, currency: str) -> None:
    kept = read_value(VARIABLES["loss"], f"{currency}{amount:f}")

    assert value_of(VARIABLES["loss"], kept) == Money(amount, currency.strip() or "CNY")


@LAW
@given(st.integers(0, 10 * 366 * 86400))
def test_a_length_of_time_keeps_its_length(seconds: int) -> None:
    kept = read_value(VARIABLES["eta"], f"{seconds}s")

    assert value_of(VARIABLES["eta"], kept) == timedelta(seconds=seconds)
    assert parse(f"eta == {kept}") == parse(f"eta == {seconds}s")
