"""The reader's language, and how product text is said in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from netfin_incident.domain.text import Text
from netfin_incident.errors import UsageError

if TYPE_CHECKING:
    from opencc import OpenCC


class Language(StrEnum):
    """A language that every screen, message and report is written in."""

    EN = "en"
    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"


_BY_TAG: Final = {
    "en": Language.EN,
    "c": Language.EN,
    "posix": Language.EN,
    "zh": Language.ZH_HANS,
    "zh-hans": Language.ZH_HANS,
    "zh-cn": Language.ZH_HANS,
    "zh-sg": Language.ZH_HANS,
    "zh-hant": Language.ZH_HANT,
    "zh-tw": Language.ZH_HANT,
    "zh-hk": Language.ZH_HANT,
    "zh-mo": Language.ZH_HANT,
}


def find_language(tag: str) -> Language | None:
    """The language that a tag or a locale name (`zh_CN.UTF-8`) asks for, or None."""
    folded = tag.partition(".")[0].partition("@")[0].strip().replace("_", "-").lower()
    return _BY_TAG.get(folded) or _BY_TAG.get(folded.partition("-")[0])


def parse_language(tag: str) -> Language:
    """The language that a person asked for.

    Raises:
        UsageError: the program does not speak it.
    """
    found = find_language(tag)
    if found is None:
        raise UsageError("language-unknown", given=tag)
    return found


@dataclass(frozen=True, slots=True)
class Phrase(Text):
    """Words put together of several; what somebody typed among them is still known as typed."""

    parts: tuple[Text, ...] = ()


def joined(joint: Text, parts: Iterable[Text]) -> Text:
    """`parts` in a row with `joint` between them."""
    row: list[Text] = []
    for part in parts:
        row += [joint, part] if row else [part]
    return Phrase("".join(part.en for part in row), "".join(part.zh for part in row), tuple(row))


def filled(template: Text, *parts: Text) -> Text:
    """`template` with one of `parts`, in this order, in place of each `{}`."""
    row: list[Text] = []
    pieces = zip(template.en.split("{}"), template.zh.split("{}"), strict=True)
    for (en, zh), part in zip(pieces, (*parts, Text("", "")), strict=True):
        row += [Text(en, zh), part]
    return joined(Text("", ""), row)


def say(text: Text, language: Language) -> str:
    """`text` in `language`; what is the same in both languages was typed and is never converted."""
    match language:
        case Language.EN:
            return text.en
        case Language.ZH_HANS:
            return text.zh
        case Language.ZH_HANT if isinstance(text, Phrase):
            return "".join(say(part, language) for part in text.parts)
        case Language.ZH_HANT:
            return text.zh if text.zh == text.en else traditional(text.zh)


def say_with(text: Text, language: Language, values: Mapping[str, object]) -> str:
    """`text` in `language` with `values` in their places, product text among them said likewise."""
    said = {
        name: say(value, language) if isinstance(value, Text) else value
        for name, value in values.items()
    }
    return say(text, language).format(**said)


@lru_cache(maxsize=4096)
def traditional(simplified: str) -> str:
    """Mainland wording in traditional script (OpenCC `s2t`)."""
    converted: str = _converter().convert(simplified)
    return converted


@lru_cache(maxsize=1)
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("s2t")
