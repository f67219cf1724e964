"""Lint of what is written: translations, placeholders, and secrets that must not be written."""

import re
from collections.abc import Iterator
from typing import Final

from netfin_incident.library.lint_findings import Finding, Look, found
from netfin_incident.library.source import place_of
from netfin_incident.library.yaml_reader import YamlMap

_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME)\b|\bx{3,}\b|待补充|待完善|待填写|此处填写|lorem ipsum", re.IGNORECASE
)
_CHINESE: Final = re.compile("[\u3400-\u9fff]+")
_ENGLISH: Final = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")
"""Three words in a row: more than a name."""
_NAMES: Final = (
    "password", "passwd", "pwd", "secret", "token", "api", "access", "密码", "口令", "密钥",
)  # fmt: skip
_NAMED: Final = r"(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|密码|口令|密钥)"
_VALUE: Final = r"(?![{<*$])[\x21-\x7e]"
_SECRETS: Final = tuple(
    (hints, re.compile(pattern, re.IGNORECASE))
    for hints, pattern in (
        (_NAMES, rf"{_NAMED}[\"']?\s*=\s*[\"']?{_VALUE}{{3}}"),
        (_NAMES, rf"{_NAMED}[\"']?[:：]\s*[\"']?(?=\S{{0,64}}\d){_VALUE}{{8}}"),
        (_NAMES, rf"--{_NAMED}[\"']?[,\s]\s*[\"']?(?![\"'\]{{<$-]){_VALUE}{{3}}"),
        (("bearer",), r"\bbearer\s+(?=\S{0,64}\d)[\w.~+/-]{12}"),
        (("://",), r"\b[a-z][a-z0-9+.-]{0,20}://[^\s/:@{]{1,64}:[^\s/@{]{1,64}@"),
        (("private key",), r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY"),
        (("akia", "asia"), r"\b(?-i:AKIA|ASIA)[0-9A-Z]{16}\b"),
        (("gh", "xox", "sk-"), r"\b(?-i:gh[opsu]_|xox[bp]-|sk-)[\w-]{16}"),
    )
)
"""Each searched for only where one of its hints is in the text, which is much quicker."""
_LONG: Final = re.compile(r"(?<![\w/+-])[A-Za-z0-9+]{32,}={0,2}")
_HEXADECIMAL: Final = re.compile(r"[0-9a-f]{32,}|[0-9A-F]{32,}")
_LONGEST_NAME: Final = 40
_SHOWN: Final = 6
"""Of a secret, so many characters are said; the rest is nobody's business."""


def _translations(look: Look) -> Iterator[Finding]:
    for place in look.reading.untranslated:
        yield found("translation-missing", place)
    for holder, key, text in look.reading.texts:
        if not {"en", "zh"} <= set(holder[key] if isinstance(holder[key], YamlMap) else ()):
            continue
        strange = _chinese_in(text.en) or _english_alone_in(text.zh)
        if strange:
            place = look.reading.place(holder, key)
            yield found("text-in-other-language", place, words=strange)


def _chinese_in(english: str) -> str:
    chinese = None if english.isascii() else _CHINESE.search(english)
    return chinese[0] if chinese else ""


def _english_alone_in(chinese: str) -> str:
    english = None if _CHINESE.search(chinese) else _ENGLISH.search(chinese)
    return english[0] if english else ""


def _placeholders(look: Look) -> Iterator[Finding]:
    for holder, key, text in look.reading.texts:
        for words in dict.fromkeys((text.en, text.zh)):
            placeholder = _PLACEHOLDER.search(words)
            if placeholder is not None:
                place = look.reading.place(holder, key)
                yield found("placeholder-text", place, words=placeholder[0])


def _secrets(look: Look) -> Iterator[Finding]:
    source = look.reading.document.source
    for start in sorted(set(_secrets_in(source.text))):
        place, words = place_of(source.text, start, source.file), source.text[start:]
        yield found("secret-literal", place, words=f"{words[:_SHOWN]}…")


def _secrets_in(text: str) -> Iterator[int]:
    folded = text.casefold()
    for hints, pattern in _SECRETS:
        if any(hint in folded for hint in hints):
            yield from (secret.start() for secret in pattern.finditer(text))
    yield from (long.start() for long in _LONG.finditer(text) if _is_random(long[0]))


def _is_random(word: str) -> bool:
    """Whether a long word is a hash or a key rather than a name."""
    if _HEXADECIMAL.fullmatch(word):
        return True
    mixed = any(map(str.isdigit, word)) and any(map(str.islower, word))
    return len(word) >= _LONGEST_NAME and mixed and any(map(str.isupper, word))


CHECKS: Final = (_translations, _placeholders, _secrets)
