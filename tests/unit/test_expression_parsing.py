from datetime import timedelta
from decimal import Decimal

import pytest

from netfin_incident.domain.expression import (
    RESERVED_WORDS,
    Money,
    Value,
    parse,
    reads,
    variables_of,
)
from netfin_incident.domain.expression.nodes import (
    And,
    Compare,
    Expression,
    IsSet,
    Literal,
    Member,
    Name,
    Not,
    Or,
    Total,
    literals_in,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError


def name(text: str) -> Name:
    return Name(text, 0)


def refused(text: str) -> tuple[str, object]:
    """The slug, and where in the text it went wrong."""
    with pytest.raises(DefinitionError) as caught:
        parse(text)
    assert caught.value.values["given"] == text
    return caught.value.slug, caught.value.values["column"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("12", Decimal(12)),
        ("0.5", Decimal("0.5")),
        ("95%", Decimal("0.95")),
        ("-5", Decimal(-5)),
        ("100万", Decimal(1_000_000)),
        ("3亿", Decimal(300_000_000)),
        ("１２．５％", Decimal("0.125")),
        ("15m", timedelta(minutes=15)),
        ("1h30m", timedelta(minutes=90)),
        ("2d", timedelta(days=2)),
        ("0s", timedelta(0)),
        ("-45s", timedelta(seconds=-45)),
        ("CNY 1000000", Money(Decimal(1_000_000), "CNY")),
        ("1000000 CNY", Money(Decimal(1_000_000), "CNY")),
        ("CNY 100万", Money(Decimal(1_000_000), "CNY")),
        ("RMB 5", Money(Decimal(5), "CNY")),
        ("¥5", Money(Decimal(5), "CNY")),
        ("￥5", Money(Decimal(5), "CNY")),
        ("5元", Money(Decimal(5), "CNY")),
        ("120万元", Money(Decimal(1_200_000), "CNY")),
        ("- USD 5", Money(Decimal(-5), "USD")),
        ("S2", Severity.S2),
        ("drill", Mode.DRILL),
        ("live", Mode.LIVE),
        ("'a b'", "a b"),
        ('"it\'s"', "it's"),
        ("“上游”", "上游"),
        ("‘上游’", "上游"),
    ],
)
def test_a_value_is_read_as_it_is_written(text: str, value: Value) -> None:
    parsed = parse(text)

    assert isinstance(parsed, Literal)
    assert parsed.value == value
    assert type(parsed.value) is type(value)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("a or b and c", Or((name("a"), And((name("b"), name("c")), 0)), 0)),
        ("(a or b) and c", And((Or((name("a"), name("b")), 0), name("c")), 0)),
        ("not a and b", And((Not(name("a"), 0), name("b")), 0)),
        ("not a == b", Not(Compare("==", name("a"), name("b"), 0), 0)),
        ("not not a", Not(Not(name("a"), 0), 0)),
        ("a or b or c", Or((name("a"), name("b"), name("c")), 0)),
        ("a < b + c", Compare("<", name("a"), Total(name("b"), (("+", name("c")),), 0), 0)),
        (
            "a - b - c > d",
            Compare(">", Total(name("a"), (("-", name("b")), ("-", name("c"))), 0), name("d"), 0),
        ),
        ("a is set", IsSet(name("a"), negated=False, column=0)),
        ("a is not set", IsSet(name("a"), negated=True, column=0)),
        ("a in b", Member(name("a"), name("b"), negated=False, column=0)),
        ("not a in b", Not(Member(name("a"), name("b"), negated=False, column=0), 0)),
        ("a not in b", Member(name("a"), name("b"), negated=True, column=0)),
    ],
)
def test_words_bind_as_people_expect(text: str, parsed: Expression) -> None:
    assert parse(text) == parsed


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("（a ＞ 5） or b", "(a > 5) or b"),
        ("a ＝＝ 5", "a == 5"),
        ("a ！＝ 5", "a != 5"),
        ("a ＜＝ 5", "a <= 5"),
        ("a ≥ 5", "a >= 5"),
        ("a ≤ 5", "a <= 5"),
        ("a ≠ 5", "a != 5"),
        ("a in ['x'，'y'、'z']", "a in ['x', 'y', 'z']"),
        ("a in ［'x'］", "a in ['x']"),
        ("a　＋　b － c > 0", "a + b - c > 0"),
        ("a\n  or\tb", "a or b"),
    ],
)
def test_signs_of_a_chinese_keyboard_are_read_as_their_twins(typed: str, plain: str) -> None:
    assert parse(typed) == parse(plain)


def test_inside_quotes_nothing_is_turned_into_anything_else() -> None:
    (literal,) = literals_in(parse("a == '（甲，＞乙）'"))

    assert literal.value == "（甲，＞乙）"


def test_a_quoted_word_is_cleaned() -> None:
    (literal,) = literals_in(parse("a == ' x\u202ey \x07 z'"))

    assert literal.value == "x⟨U+202E⟩y z"


@pytest.mark.parametrize(
    ("text", "slug", "column"),
    [
        ("", "condition-unfinished", 1),
        ("   ", "condition-unfinished", 4),
        ("a or", "condition-unfinished", 5),
        ("(a", "condition-unfinished", 3),
        ("a >", "condition-unfinished", 4),
        ("a is", "condition-unfinished", 5),
        ("a not", "condition-unfinished", 6),
        ("a in [", "condition-unfinished", 7),
        ("a b", "condition-unreadable", 3),
        ("a)", "condition-unreadable", 2),
        ("()", "condition-unreadable", 2),
        ("or a", "condition-unreadable", 1),
        ("a == b == c", "condition-unreadable", 8),
        ("a < b < c", "condition-unreadable", 7),
        ("a in []", "condition-unreadable", 7),
        ("a in [b]", "condition-unreadable", 7),
        ("a in 'b'", "condition-unreadable", 6),
        ("5 is set", "condition-unreadable", 3),
        ("-'a' == b", "condition-unreadable", 1),
        ("-a > 5", "condition-unreadable", 2),
        ("a > CNY", "condition-unfinished", 8),
        ("a > CNY 5%", "condition-unreadable", 9),
        ("a > CNY CNY 5", "condition-unreadable", 9),
        ("a > 5% CNY", "condition-unreadable", 8),
        ("f(x)", "condition-unreadable", 2),
        ("a = 5", "condition-equals", 3),
        ("a ＝ 5", "condition-equals", 3),
        ("a == 'b", "condition-quote-open", 6),
        ("a == “b'", "condition-quote-open", 6),
        ("a > 15min", "condition-number", 5),
        ("a > 30m1h", "condition-number", 5),
        ("a > 1m1m", "condition-number", 5),
        ("a > 1e9", "condition-number", 5),
        ("a > 1.", "condition-number", 5),
        ("a > 1_000", "condition-number", 5),
        ("a > 4000d", "condition-number", 5),
        ("a > 1234567890123456", "condition-number", 5),
        ("a > 0.123456789", "condition-number", 5),
        ("a > " + "9" * 400, "condition-number", 5),
        ("A > 5", "condition-word", 1),
        ("a AND b", "condition-word", 3),
        ("NOT a", "condition-word", 1),
        ("True", "condition-word", 1),
        ("severity <= S5", "condition-word", 13),
        ("__import__('os')", "condition-word", 1),
        ("a.b", "condition-character", 2),
        ("a; b", "condition-character", 2),
        ("a | b", "condition-character", 3),
        ("a && b", "condition-character", 3),
        ("!a", "condition-character", 1),
        ("a * 2 > 3", "condition-character", 3),
        ("{a}", "condition-character", 1),
        ("а > 5", "condition-character", 1),
        ("ａ > 5", "condition-character", 1),
        ("损失 > 5", "condition-character", 1),
        ("a\u200b > 5", "condition-character", 2),
        ("a \u202e> 5", "condition-character", 3),
        ("a\x00", "condition-character", 2),
        ("a \x1b[2J", "condition-character", 3),
        ("a > ٣", "condition-character", 5),
        ("a\ud800", "condition-character", 2),
    ],
)
def test_what_is_no_condition_is_refused_where_it_goes_wrong(
    text: str, slug: str, column: int
) -> None:
    assert refused(text) == (slug, column)


def test_a_condition_has_an_end() -> None:
    longest = "a" + " " * 499

    assert parse(longest) == name("a")
    assert refused(longest + " ") == ("condition-long", 1)
    assert refused("(" * 5000) == ("condition-long", 1)


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("not ", "")])
def test_nesting_has_a_limit(opening: str, closing: str) -> None:
    assert parse(opening * 20 + "a" + closing * 20)
    slug, column = refused(opening * 21 + "a" + closing * 21)

    assert slug == "condition-deep"
    assert column == 20 * len(opening) + 1


def test_brackets_beside_each_other_are_not_nested() -> None:
    assert parse(" or ".join(["(a)"] * 60))


def test_a_long_row_is_flat() -> None:
    parsed = parse("+".join(["1"] * 249) + "> 1")

    assert isinstance(parsed, Compare)
    assert isinstance(parsed.left, Total)
    assert len(parsed.left.rest) == 248


def test_what_a_condition_reads_is_told() -> None:
    parsed = parse("severity <= S2 and (eta > 15m or mode == drill) and a in b and c is set")

    assert variables_of(parsed) == {"eta", "a", "b", "c"}
    assert reads(parsed) == {"severity", "mode", "eta", "a", "b", "c"}


def test_the_words_of_conditions_are_reserved() -> None:
    assert {"severity", "level", "mode", "service", "and", "set", "live"} <= RESERVED_WORDS


def test_a_condition_is_read_once() -> None:
    assert parse("a or b") is parse("a or b")
