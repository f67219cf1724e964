"""How the words of a page become those of a message: nothing acts, nothing is cut unsaid.

A drill says so first and last, also where the text had to be cut.
"""

import re
import unicodedata
from typing import Final

from netfin_incident.domain.text import clean, clean_line
from netfin_incident.notify.channel import Page
from netfin_incident.wording.notify_sayings import CUT_MARK, DRILL_MARK

_LONGEST_SUBJECT: Final = 450
"""Bytes; 150 Chinese characters."""
_MENTION: Final = re.compile(r"@(?=\S)(?!(?<=[A-Za-z0-9_.+-]@)[A-Za-z0-9-]+\.[A-Za-z])")
"""A sign that mentions: every one but that of a mail address."""
_TAG: Final = re.compile(r"<(?=[@!#/a-zA-Z])")
_LINK: Final = re.compile(r"\](?=[(\[:])")
_CODE: Final = re.compile(r"\[(?=\s*(?:at\b|cq:))", re.IGNORECASE)
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f")


def subject(page: Page) -> str:
    """The subject on one line; a drill's begins with the marker."""
    line = cut(_unmarked(clean_line(page.subject)), _LONGEST_SUBJECT)
    return f"{DRILL_MARK} {line}".rstrip() if page.drill else line


def plain_text(page: Page, most: int) -> str:
    """The text in at most `most` bytes of UTF-8, with the marker of a drill first and last."""
    return _marked(page, cut(_unmarked(clean(page.text)), most - _size(_marked(page, ""))))


def chat_text(page: Page, most: int, mention: str = "") -> str:
    """Subject and text as one chat message that mentions nobody but whom it is for.

    Args:
        page: What is to be said.
        most: Bytes of UTF-8 the channel takes.
        mention: The channel's own sign for the receiver, on a line by itself.
    """
    words = inert(f"{_unmarked(clean_line(page.subject))}\n{_unmarked(clean(page.text))}".strip())
    around = _size(_marked(page, "")) + _size(mention) + 1
    body = cut(words, most - around)
    return _marked(page, f"{mention}\n{body}" if mention else body)


def inert(text: str) -> str:
    """`text` in which nothing is a mention, a tag or a link with a false name.

    Character for character, so that its length in characters stays: the signs that act become their
    full-width twins.  Addresses of mail, and web addresses as they are, stay as they are.
    """
    text = _MENTION.sub("＠", text)
    text = _TAG.sub("＜", text)
    text = _LINK.sub("］", text)
    return _CODE.sub("［", text)


def cut(text: str, most: int) -> str:
    """`text` in at most `most` bytes of UTF-8, cut between two characters, and saying so."""
    data = text.encode()
    if len(data) <= most:
        return text
    room = max(0, most - _size(CUT_MARK))
    kept = data[:room].decode("utf-8", "ignore")
    while kept and _belongs_to_the_one_before(text[len(kept)]):
        kept = kept[:-1]
    while kept and kept[-1] in _JOINERS:
        kept = kept[:-1]
    return kept + CUT_MARK


def _belongs_to_the_one_before(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character)[0] == "M"


def _marked(page: Page, text: str) -> str:
    return f"{DRILL_MARK}\n{text}\n{DRILL_MARK}" if page.drill else text


def _unmarked(text: str) -> str:
    return text.removeprefix(DRILL_MARK).removesuffix(DRILL_MARK).strip()


def _size(text: str) -> int:
    return len(text.encode())
