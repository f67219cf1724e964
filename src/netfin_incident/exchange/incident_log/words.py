"""What a label or a sentence of a log names: a section, a milestone, a duration, a role."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from netfin_incident.domain.vocabulary import Milestone, Role
from netfin_incident.exchange.incident_log.model import Measures
from netfin_incident.wording.log_words import (
    AND_WORDS,
    LOOSE_WORDS,
    MEASURE_WORDS,
    MILESTONE_WORDS,
    ROLE_WORDS,
    SECTION_WORDS,
    SENTENCE_WORDS,
)


class Part(StrEnum):
    """What a part of a log holds."""

    PREAMBLE = "preamble"
    KEY_EVENTS = "key_events"
    IDENTIFIED = "identified"
    IMPACT = "impact"
    CONTEXT = "context"
    RESOLUTION = "resolution"
    REVIEW = "review"
    STATUS = "status"
    DATE = "date"
    TITLE = "title"
    ZONE = "zone"
    OTHER = "other"


SECTIONS: Final = frozenset({
    Part.KEY_EVENTS, Part.IDENTIFIED, Part.IMPACT, Part.CONTEXT, Part.RESOLUTION, Part.REVIEW,
})  # fmt: skip
"""The parts that lines stand in; the others are single fields."""

_LONGEST_LABEL: Final = 80
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_NUMBERED: Final = re.compile(r"^(?:[0-9]+ )+(?=\D)")


def fold_label(text: str) -> str:
    """`text` in lower case, without punctuation, asides in brackets, and numbering."""
    if len(text) > _LONGEST_LABEL * 2:
        return ""
    bare = _ASIDE.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    words = " ".join("".join(c if c.isalnum() else " " for c in bare).split())
    return _NUMBERED.sub("", words) if len(words) <= _LONGEST_LABEL else ""


def _compiled(words: Mapping[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    return [(value, re.compile(pattern, re.IGNORECASE)) for value, pattern in words.items()]


_SECTIONS: Final = _compiled(SECTION_WORDS)
_MILESTONES: Final = _compiled(MILESTONE_WORDS)
_LOOSE: Final = _compiled(LOOSE_WORDS)
_SENTENCES: Final = _compiled(SENTENCE_WORDS)
_MEASURES: Final = _compiled(MEASURE_WORDS)
_ROLES: Final = _compiled(ROLE_WORDS)


@lru_cache(maxsize=1024)
def part_named(label: str) -> Part | None:
    """The section or field that `label` names, or None."""
    folded = fold_label(label)
    found = next((value for value, words in _SECTIONS if words.fullmatch(folded)), None)
    if found:
        return Part(found)
    return Part.CONTEXT if "timeline" in folded.split() else None


@lru_cache(maxsize=1024)
def milestone_named(label: str) -> Milestone | None:
    """The milestone that the whole of `label` names, or None."""
    folded = fold_label(label)
    found = next((value for value, words in _MILESTONES if words.fullmatch(folded)), None)
    return Milestone(found) if found and folded else None


def milestone_within(label: str) -> Milestone | None:
    """The milestone that a word of `label` suggests, or None."""
    found = next((value for value, words in _LOOSE if words.search(label)), None)
    return Milestone(found) if found else None


def milestone_stated(sentence: str) -> Milestone | None:
    """The milestone of the whole incident that `sentence` states, or None."""
    found = next((value for value, words in _SENTENCES if words.search(sentence)), None)
    return Milestone(found) if found else None


@lru_cache(maxsize=1024)
def measure_named(label: str) -> Measures | None:
    """What the duration called `label` measures, or None where it names no duration."""
    folded = fold_label(label).removeprefix("mean ").removeprefix("total ")
    found = next((value for value, words in _MEASURES if words.fullmatch(folded)), None)
    return Measures(found) if found else None


def roles_named(text: str) -> tuple[Role, ...]:
    """The roles that `text` lists (“incident lead and scribe”); empty if any word is another."""
    found: list[Role] = []
    for name in re.split(rf"[,/&+]|{AND_WORDS}", text):
        folded = fold_label(name)
        named = next((value for value, words in _ROLES if words.fullmatch(folded)), None)
        if named is None:
            return ()
        found.append(Role(named))
    return tuple(dict.fromkeys(found))
