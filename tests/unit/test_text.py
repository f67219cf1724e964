import json
import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.domain.text import (
    MAX_LINE,
    Text,
    clean,
    clean_line,
    escaped,
    has_lone_surrogate,
)
from strategies import hostile_text

MEGA = 1_000_000
BUILT = settings(max_examples=400)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b\ufeff\ud800-\udfff]")


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "支付通道中断",
        "two\nlines\tand a tab",
        "naïve",
        "👨‍👩‍👧",
        "[/x] {{ 7*7 }} $primary",
        "a‌b",
    ],
)
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x1b[2Jb", "ab"),
        ("a\x1b[1;31mred\x1b[0mb", "aredb"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]52;c;cHduCg==\x07b", "ab"),
        ("a\x1b[6nb\x1b[cb", "abb"),
        ("a\x1bP1;2q#0\x1b\\b", "ab"),
        ("a\x1b_G;AAAA\x1b\\b", "ab"),
        ("a\x1b^pm\x1b\\b\x1bXsos\x1b\\c", "abc"),
        ("a\x9b31mred", "ared"),
        ("a\x9d0;title\x9cb", "ab"),
        ("a\x90q\x9cb", "ab"),
        ("a\x1b(Bb\x1b#8c\x1bc", "abc"),
        ("a\x1b", "a"),
        ("a\x1b中", "a中"),
    ],
)
def test_escape_sequences_go_with_their_bodies(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x1b]0;the rest\nnext line", "a0;the rest\nnext line"),
        ("he said â€\x9dno\x9d and left", "he said â€no and left"),
        ("a\x1b]0;x\x1b[2Jb", "a0;xb"),
        ("a\x1bPq", "aq"),
    ],
)
def test_an_unterminated_sequence_hides_nothing_after_it(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    "text", ["a\x85b", "a\x00b", "a\x08b", "a\x7fb", "a\x07b", "a\x0bb", "a\x0cb", "a\x9fb"]
)
def test_other_control_characters_go(text: str) -> None:
    assert clean(text) == "ab"


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb"])
def test_every_line_end_is_one_line_feed(text: str) -> None:
    assert clean(text) == "a\nb"


@pytest.mark.parametrize(
    "character",
    [
        "\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200e", "\u200f", "\u061c", "\ufeff",
        "\u2028", "\u2029", "\u2060", "\u00ad", "\u034f", "\u3164", "\uffa0", "\u180e",
        "\U000e0001", "\U000e0041", "\U000e007f", "\ufff9",
    ],
)  # fmt: skip
def test_characters_that_deceive_become_visible(character: str) -> None:
    assert clean(f"a{character}b") == f"a⟨U+{ord(character):04X}⟩b"


def test_a_lone_surrogate_becomes_visible() -> None:
    assert has_lone_surrogate("bad\udcff")
    assert not has_lone_surrogate("bad\xff\U0001f600")
    assert clean("bad\udcff") == "bad⟨U+DCFF⟩"
    assert clean("\ud83d\ude00").encode() == "⟨U+D83D⟩⟨U+DE00⟩".encode()


def test_text_is_composed() -> None:
    assert clean("Zu\u0308rich") == "Zürich"
    assert clean("e\x00\u0301") == "é"


def test_a_tower_of_marks_is_cut_to_thirty() -> None:
    cut = clean("q" + "\u0315\u0316" * 40 + "x")
    assert (len(cut), cut[0], cut[-1]) == (32, "q", "x")
    assert clean(cut) == cut


def test_marks_that_decompose_are_counted_too() -> None:
    once = clean("q" + "\u0f73" * 200)
    assert (len(once), clean(once)) == (31, once)


@BUILT
@given(hostile_text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@BUILT
@given(hostile_text())
def test_nothing_that_could_act_on_a_terminal_is_left(text: str) -> None:
    assert FORBIDDEN.search(clean(text)) is None
    assert unicodedata.is_normalized("NFC", clean(text))
    assert "\n" not in clean_line(text)


@BUILT
@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))))
def test_letters_and_signs_are_never_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text).replace("\u3164", "⟨U+3164⟩").replace(
        "\u115f", "⟨U+115F⟩"
    ).replace("\u1160", "⟨U+1160⟩").replace("\uffa0", "⟨U+FFA0⟩")


def test_a_line_is_one_line() -> None:
    assert clean_line("  a \r\n b\t\u3000c\u00a0 ") == "a b c"
    assert clean_line("\x1b[2J \n") == ""


def test_a_line_of_chinese_may_be_as_long_as_one_of_english() -> None:
    assert len(clean_line("支" * MAX_LINE)) == MAX_LINE


@BUILT
@given(hostile_text().filter(lambda text: not has_lone_surrogate(text)))
def test_escaped_json_reads_back_the_same_and_holds_nothing_that_acts(text: str) -> None:
    written = escaped(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(written) == {text: text}
    assert FORBIDDEN.search(written) is None


def test_a_character_beyond_the_first_plane_is_escaped_as_a_pair() -> None:
    assert escaped('"\U000e0041\x9b支\x7f"') == r'"\udb40\udc41\u009b支\u007f"'
    assert escaped('"\x7f"') == r'"\u007f"'


def test_values_go_into_both_languages() -> None:
    said = Text("{n} open", "{n} 项未了").format(n=3)
    assert said == Text("3 open", "3 项未了")


@pytest.mark.parametrize(
    "unit",
    [
        "\x9d", "\x9b", "\x1b", "\x1b]", "\x1b[", "\x1b]a", "\x1b[0", "\x1b ", "\x9d\n", "\x90\x9d",
        "\u0315\u0316", "\u0f73", "e\u0301", "\u202e", "\udcff", "\r", "中", "\u1100\u1161\u11a8",
    ],
)  # fmt: skip
def test_hostile_text_takes_no_more_than_its_share(unit: str) -> None:
    """Work in proportion takes a fraction of a second here; work by the square, minutes."""
    block = unit * (100_000 // len(unit))
    text = "".join(opening + block for opening in ("", "\x1b]", "\x9b", "\x1b[", "\x9d"))
    started = time.process_time()
    clean(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(("opening", "filler"), [("\x1b]", "a"), ("\x1b[", "0"), ("\x1b[", " ")])
def test_one_unterminated_sequence_of_a_megabyte_is_read_once(opening: str, filler: str) -> None:
    started = time.process_time()
    clean(opening + filler * MEGA)
    assert time.process_time() - started < 10
