"""Looking for words of product text in what somebody types, in English and in Chinese.

Chinese is looked for as it stands, blanks left out.  English words are compared whole, whatever
their capitals; an ending of up to three letters may differ where four or more are the same, so
`timeouts` finds `timeout`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from netfin_incident.domain.records import dataclass

_FEWEST_SAME: Final = 4
_MOST_DIFFERENT: Final = 3
_HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"
_RUN: Final = re.compile(f"[{_HAN}]+")
_WORD: Final = re.compile(f"[^\\W_{_HAN}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text to look for: all of its English words and all of its runs of Chinese."""

    text: str
    words: frozenset[str]
    runs: tuple[str, ...]

    @property
    def size(self) -> int:
        """How exact it is: English words and Chinese characters together; 0 finds everything."""
        return len(self.words) + sum(map(len, self.runs))


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, ready to be looked in."""

    text: str
    """Folded, without blanks."""
    words: frozenset[str]
    """The known words that the typed ones stand for."""
    pairs: frozenset[str]
    """Its pairs of Chinese characters."""

    def holds(self, phrase: Phrase) -> bool:
        """Whether all of `phrase` is there."""
        return phrase.words <= self.words and all(run in self.text for run in phrase.runs)

    def stretches(self, pairs: frozenset[str]) -> Iterator[str]:
        """The longest pieces of it that are made of `pairs` alone."""
        for run in _RUN.findall(self.text):
            start = 0
            for at in range(1, len(run) + 1):
                if run[at - 1 : at + 1] not in pairs:
                    if at - start > 1:
                        yield run[start:at]
                    start = at


class Lexicon:
    """The words that are looked for anywhere, so that each typed word is understood once."""

    def __init__(self, words: Iterable[str]) -> None:
        """Know `words`, which are folded already."""
        self._stems: dict[str, set[str]] = {}
        for word in set(words):
            shortest = min(len(word), max(_FEWEST_SAME, len(word) - _MOST_DIFFERENT))
            for length in range(shortest, len(word) + 1):
                self._stems.setdefault(word[:length], set()).add(word)

    def read(self, text: str) -> Typed:
        """What `text`, as somebody typed it, stands for."""
        plain = folded(text)
        words = {known for word in words_of(plain) for known in self._meant_by(word)}
        joined = "".join(plain.split())
        return Typed(joined, frozenset(words), frozenset(pairs_of(joined)))

    def _meant_by(self, word: str) -> Iterator[str]:
        yield from self._stems.get(word, ())
        for length in range(max(_FEWEST_SAME, len(word) - _MOST_DIFFERENT), len(word)):
            stem = word[:length]
            if stem in self._stems.get(stem, ()):
                yield stem


def phrase(text: str) -> Phrase:
    """`text` as something to look for."""
    plain = folded(text)
    return Phrase(text, frozenset(words_of(plain)), tuple(_RUN.findall(plain)))


def folded(text: str) -> str:
    """`text` with differences of width and capitals gone."""
    return unicodedata.normalize("NFKC", text).casefold()


def words_of(plain: str) -> list[str]:
    """The English words of a folded text, two letters or more; numbers are words too."""
    return _WORD.findall(plain)


def pairs_of(plain: str) -> Iterator[str]:
    """Each two Chinese characters of a folded text that stand side by side."""
    for run in _RUN.findall(plain):
        yield from (run[at : at + 2] for at in range(len(run) - 1))
