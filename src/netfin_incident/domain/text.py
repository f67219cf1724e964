"""Text as people write and read it: bilingual product text, and cleaning of what was typed.

`clean` is applied once at every boundary, before a text is judged or stored, so that nothing a
person or a file supplied can steer a terminal, hide its direction, or imitate another text.
"""

import re
import unicodedata
from typing import Final

from netfin_incident.domain.records import dataclass

MAX_LINE: Final = 200
"""Longest title, name or id-like text, in characters."""
MAX_TEXT: Final = 20_000
"""Longest note or other free text, in characters."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in English and in Simplified Chinese."""

    en: str
    zh: str

    def format(self, **values: object) -> "Text":
        """Fill the same values into both languages."""
        return Text(self.en.format(**values), self.zh.format(**values))


# Escape sequences: OSC, DCS, SOS, PM, APC with body and terminator, where both are on one line and
# nothing else begins between; CSI up to its final byte; then any two-character escape.
_ESCAPES: Final = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*+(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?",
)
_DROPPED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNESCAPED: Final = re.compile(r"[\x7f-\x9f]")
"""Control characters that JSON writes as they are."""
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f]",
)
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MOST_MARKS: Final = 30
"""Most combining marks on one character, as in Unicode's stream-safe format."""


def has_lone_surrogate(text: str) -> bool:
    """Whether `text` holds half a character, as undecodable command-line bytes leave behind."""
    return _LONE_SURROGATE.search(text) is not None


def clean(text: str) -> str:
    r"""`text` without anything that could act on a terminal or deceive a reader.

    Composed (NFC); line ends become ``\n``; escape sequences go with their bodies, an unterminated
    one without, so that it hides nothing; other control characters go, except line feed and tab;
    bidirectional, zero-width and tag characters and lone surrogates become visible,
    as ``⟨U+202E⟩``; combining marks stay up to 30 in a row.  Idempotent, and takes time in proportion
    to the length.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _ESCAPES.sub("", text)
    text = _DROPPED.sub("", text)
    text = _UNSEEN.sub(_visible, text)
    text = _LONE_SURROGATE.sub(_visible, text)
    return _thinned(unicodedata.normalize("NFC", _thinned(text)))


def clean_line(text: str) -> str:
    """`clean`, on one line: runs of white space become one blank, the ends are trimmed."""
    return " ".join(clean(text).split())


def escaped(json_text: str) -> str:
    r"""JSON with every character that could act or hide as an escape; it reads back the same.

    For what other programs read, but people may send to a terminal: `\u009b`.
    """
    if json_text.isascii():
        return json_text.replace("\x7f", r"\u007f")
    return _UNSEEN.sub(_escape, _UNESCAPED.sub(_escape, json_text))


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))


def _thinned(text: str) -> str:
    """`text` without towers of marks: composing takes the square of a tower's height."""
    if len(text) <= _MOST_MARKS:
        return text
    kept: list[str] = []
    height = 0
    for character in text:
        height = height + 1 if unicodedata.category(character)[0] == "M" else 0
        if height <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _visible(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
