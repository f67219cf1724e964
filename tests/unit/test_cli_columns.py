import pytest

from netfin_incident.cli.columns import aligned, cut, width, wrapped


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("中文", 4), ("ａ", 2), ("é", 1), ("e\u0301", 1), ("·", 1), ("", 0)],
)
def test_a_wide_character_takes_two_cells_and_a_combining_one_none(text: str, cells: int) -> None:
    assert width(text) == cells


def test_columns_stand_below_each_other_whatever_their_characters() -> None:
    lines = aligned([("中文", "one"), ("abc", "two"), ("abcde", "three")])
    assert {
        width(line[: line.index(word)])
        for line, word in zip(lines, ("one", "two", "three"), strict=True)
    } == {7}


def test_a_row_may_be_shorter_than_others_and_no_line_ends_in_blanks() -> None:
    assert aligned([("a", "", ""), ("bb", "x", "y"), ("c",)], "  ") == ["  a", "  bb  x  y", "  c"]


def test_a_line_break_in_a_cell_does_not_break_the_row() -> None:
    assert aligned([("a\nb", "c")]) == ["a b  c"]


def test_a_text_is_cut_to_cells_not_characters() -> None:
    assert cut("中文字", 5) == "中文…"
    assert cut("中文字", 6) == "中文字"
    assert width(cut("中文字", 4)) <= 4


@pytest.mark.parametrize(
    "text",
    [
        "one two three four five six",
        "被代理人；事后由其补认，再由他人复核。",
        "混合 mixed 文字 text",
    ],
)
def test_wrapped_lines_fit_and_lose_nothing(text: str) -> None:
    lines = wrapped(text, 14, "  ")
    assert all(width(line) <= 16 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line.startswith("  ") for line in lines)
    assert not any(line.strip()[0] in "，。；" for line in lines)
