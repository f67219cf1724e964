"""What people typed comes back from a Markdown reader as they typed it, and changes nothing else."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from netfin_incident.domain.text import clean
from netfin_incident.templating.markdown import literal


def linking() -> MarkdownIt:
    """A reader that makes links of addresses, as GitHub does."""
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return reader


TABLES = MarkdownIt("commonmark").enable(["table", "strikethrough"])
READERS = (MarkdownIt("commonmark"), TABLES, linking())

PIECES = st.sampled_from([
    "*", "**", "_", "__", "~~", "`", "```", "|", "||", "\\", "\\\\", "#", "##", ">", "<", "<b>",
    "</td>", "<!--", "-->", "<script>", "&", "&amp;", "&#42;", "[", "]", "[x](", "](http://e)",
    "![", "[^1]", "[a]: /u", "http://e.example", "https://", "www.e.example", "a@b.example", "@all",
    "$", "$$x$$", "{{ 7*7 }}", "{% x %}", "{", "}", "-", "+", "=", "---", "===", "1.", "1)", "12345",
    ":---", "-:", " ", "  ", "\t", "\n", "\n\n", "\r\n", "a", "b c", "字", "，", "。", "“", "”", "（",
    "）", "!", ".", ":", "/", "'", '"', "\u202e", "\u200b", "\x1b[2J", "\x00", "🙂", "é", "0",
])  # fmt: skip
HOSTILE = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=60))


def as_typed(text: str) -> list[str]:
    """The lines of `text` that a report can show: cleaned, and blanks at their ends are no text."""
    lines = clean(text).strip().split("\n")
    return [line.replace("\t", " ").strip() for line in lines]


def as_read(token: Token) -> list[str]:
    """The text a reader sees in an inline token; nothing in it may be more than text and breaks."""
    seen = ""
    for child in token.children or []:
        assert child.type in ("text", "html_inline", "text_special"), child
        assert child.type != "html_inline" or child.content == "<br>", child
        seen += "\n" if child.type == "html_inline" else child.content
    return seen.split("\n")


def shape(tokens: list[Token]) -> list[tuple[str, str]]:
    return [(token.type, token.tag) for token in tokens]


def inlines(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.type == "inline"]


def check(document: str, place: int, text: str, before: str = "") -> None:
    """Put `text` where `document` has `{}`: its characters come back, and nothing else changes.

    It stands in the inline token number `place`, after the words `before`.
    """
    for reader in READERS:
        expected = reader.parse(document.replace("{}", "plain"))
        found = reader.parse(document.replace("{}", str(literal(text))))
        assert shape(found) == shape(expected)
        read = inlines(found)
        assert [one.content for n, one in enumerate(read) if n != place] == [
            one.content for n, one in enumerate(inlines(expected)) if n != place
        ]
        first, *rest = as_typed(text)
        assert as_read(read[place]) == [before + first, *rest]


@given(HOSTILE)
def test_text_in_a_heading_is_literal(text: str) -> None:
    check("before\n\n## Title: {}\n\nafter\n", 1, f"x{text}x", "Title: ")


@given(HOSTILE)
def test_text_alone_in_a_heading_is_literal(text: str) -> None:
    check("before\n\n## {}\n\nafter\n", 1, f"{text}x")


@given(HOSTILE)
def test_text_in_a_list_item_is_literal(text: str) -> None:
    check("before\n\n- one\n- {}\n- three\n\nafter\n", 2, f"{text}x")


@given(HOSTILE)
def test_text_in_a_nested_list_item_is_literal(text: str) -> None:
    check("- one\n  - note: {}\n  - three\n- four\n", 1, f"x{text}", "note: ")


@given(HOSTILE)
def test_text_alone_in_a_paragraph_or_quote_is_literal(text: str) -> None:
    check("before\n\n{}\n\nafter\n", 1, f"{text}x")
    check("> {}\n\nafter\n", 0, f"{text}x")


@given(HOSTILE)
def test_text_in_bold_on_its_own_line_is_literal(text: str) -> None:
    assume(as_typed(text) != [""])
    for reader in READERS:
        (inline,) = inlines(reader.parse(f"**{literal(text)}**\n"))
        opened, *inside, closed = inline.children or []
        inside = [child for child in inside if child.content or child.type != "text"]
        assert (opened.content, closed.content) == ("", "")
        inline.children = [child for child in inside if not child.type.startswith("strong_")]
        assert as_read(inline) == as_typed(text)


@given(HOSTILE, HOSTILE)
def test_text_in_table_cells_is_literal(first: str, second: str) -> None:
    row = f"| {literal(first)} | {literal(second)} | end |"
    document = f"| A | B | C |\n|---|---|---|\n{row}\n| 1 | 2 | 3 |\n\nafter\n"
    tokens = TABLES.parse(document)
    cells = inlines(tokens)
    assert shape(tokens) == shape(TABLES.parse(
        "| A | B | C |\n|---|---|---|\n| x | y | end |\n| 1 | 2 | 3 |\n\nafter\n"
    ))  # fmt: skip
    assert [as_read(cell) for cell in cells[3:9]] == [
        as_typed(first), as_typed(second), ["end"], ["1"], ["2"], ["3"],
    ]  # fmt: skip


@given(HOSTILE)
def test_the_result_is_one_line_without_a_foreign_control_byte(text: str) -> None:
    said = str(literal(text))
    assert "\n" not in said
    assert said.isprintable() or not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u200b]", said)


@given(st.text(alphabet="abc 123", max_size=40))
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    words = text.strip()
    assert str(literal(words)) == words
