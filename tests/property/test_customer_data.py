import random
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from netfin_incident.domain.customer_data import Kind, found, masked
from netfin_incident.domain.text import clean

WORDS = ["客户", "，扣款失败。", " paid with ", "\n- ", "（", "卡", " at 14:05 ", "；"]
GAPS = ["", " ", "-", "\u3000", " - "]


def check_digit(digits: str) -> str:
    """By trying, unlike the program: the one digit that makes the sum a multiple of ten."""
    for last in "0123456789":
        total = 0
        for place, digit in enumerate(reversed(digits + last)):
            value = int(digit) * (2 if place % 2 else 1)
            total += value if value < 10 else value - 9
        if total % 10 == 0:
            return last
    raise AssertionError(digits)


def check_character(digits: str) -> str:
    """By ISO 7064's recursion, unlike the program: MOD 11-2."""
    rest = 0
    for digit in digits:
        rest = (rest + int(digit)) * 2 % 11
    value = (12 - rest) % 11
    return "X" if value == 10 else str(value)


@st.composite
def cards(draw: st.DrawFn) -> str:
    prefix, length = draw(
        st.sampled_from([("4", 16), ("51", 16), ("37", 15), ("62", 19), ("62", 16)])
    )
    body = prefix + "".join(
        draw(st.lists(st.sampled_from("0123456789"), min_size=length, max_size=length))
    )
    body = body[: length - 1]
    return body + check_digit(body)


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    born = date(1930, 1, 1) + timedelta(days=draw(st.integers(0, 34_000)))
    place = draw(st.sampled_from(["110105", "310115", "440305", "650102"]))
    body = f"{place}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + check_character(body)


def in_fours(digits: str, gap: str) -> str:
    return gap.join(digits[at : at + 4] for at in range(0, len(digits), 4))


@given(cards(), st.sampled_from(GAPS), st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_a_card_number_is_found_wherever_it_stands(
    card: str, gap: str, before: str, after: str
) -> None:
    written = in_fours(card, gap)
    text = before + written + after
    assert [(one.kind, text[one.start : one.end]) for one in found(text)] == [(Kind.CARD, written)]
    assert card[-4:] in masked(text).replace(gap, "")
    assert card[:-4] not in masked(text).replace(gap, "")


@given(cards(), st.integers(1, 9))
def test_a_card_number_with_another_check_digit_is_none(card: str, other: int) -> None:
    wrong = card[:-1] + str((int(card[-1]) + other) % 10)
    assert Kind.CARD not in {one.kind for one in found(f"x {wrong} y")}


@given(identity_numbers(), st.sampled_from(WORDS), st.sampled_from(WORDS), st.booleans())
def test_an_identity_number_is_found_wherever_it_stands(
    number: str,
    before: str,
    after: str,
    wide: bool,
) -> None:
    written = number.translate({48 + n: 0xFF10 + n for n in range(10)}) if wide else number
    text = before + written + after
    assert [(one.kind, text[one.start : one.end]) for one in found(text)] == [
        (Kind.IDENTITY, written)
    ]


@given(identity_numbers(), st.sampled_from("0123456789X"))
def test_only_one_check_character_makes_an_identity_number(number: str, last: str) -> None:
    found_one = Kind.IDENTITY in {one.kind for one in found(f"no. {number[:-1]}{last} here")}
    assert found_one == (last == number[-1])


PIECES = st.sampled_from(
    ["4111111111111111", "13800138000", "11010519491231002X", "6222", " ", "-", "  ", "X", "x", "*",
     "账号", "card ", "86", "+", ",", ".", "元", "0", "9" * 12, "DE89370400440532013000", "\n", "a"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
@example("4111111111111111 4111111111111111 111")
@example("13800138000 13800138000x")
def test_masking_leaves_nothing_to_find_and_changes_nothing_else(text: str) -> None:
    hidden = masked(text)
    assert found(hidden) == ()
    assert len(hidden) == len(text)
    assert all(new in (old, "*") for old, new in zip(text, hidden, strict=True))


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    for one in found(text):
        assert 0 <= one.start < one.end <= len(text)
    assert masked(clean(text)) == masked(masked(clean(text)))


def test_random_numbers_are_seldom_taken_for_customer_data() -> None:
    """A bare number of 9 to 20 digits, standing alone: what identifiers without a name look like."""
    drawn = random.Random(20261124)  # noqa: S311 - a sample, no secret
    hits = 0
    for _ in range(20_000):
        length = drawn.randrange(9, 21)
        hits += bool(found(f"see {drawn.randrange(10 ** (length - 1), 10**length)} there"))
    assert hits / 20_000 < 0.025
