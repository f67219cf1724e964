"""Which playbooks to reach for, by the words of a report and the service it concerns.

Every playbook gets points, and the three with the most are suggested, if they have at least a
quarter of what the first one has:

- 10 for each of its trigger keywords that the words hold, and 1 more for each further English word
  or Chinese character of it, so that a more exact keyword counts more;
- 12 where it is a playbook of the service, or the service is one of its triggers; 6 where the
  words name such a service;
- 2 for each English word and each pair of Chinese characters that its name or a keyword has in
  common with the words, up to 8; not for what more than a quarter of all playbooks have;
- 3 for each of its resources that the words name, up to 6.

Equal points go by id.  Retired playbooks are not suggested.  Where there are words but nothing
fits, the general playbook is the one suggestion.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from netfin_incident.domain.phrases import (
    Lexicon,
    Phrase,
    Typed,
    folded,
    pairs_of,
    phrase,
    words_of,
)
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.services import Service
from netfin_incident.domain.text import Text

GENERAL: Final = "general-emergency"
"""Id of the playbook for when only the symptom is known."""
MOST: Final = 3
"""How many are suggested."""

_KEYWORD, _SERVICE, _SERVICE_NAMED, _PIECE, _RESOURCE = 10, 12, 6, 2, 3
_MOST_OF_PIECES: Final = 8
_MOST_OF_RESOURCES: Final = 6
_TOO_COMMON: Final = 4
"""A word of more than one playbook in so many tells nothing."""
_LONGEST: Final = 1_000
"""How much of the words is looked at."""
_LITTLE: Final = frozenset({
    "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is",
    "it", "its", "no", "not", "of", "on", "or", "out", "that", "the", "this", "to", "was", "were",
    "with",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A playbook that may fit."""

    id: str
    name: Text
    why: tuple[str, ...] = ()
    """The keywords, services, words and resources that speak for it; none for the general one."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is looked for to find one plan."""

    plan: Plan
    keywords: tuple[Phrase, ...]
    services: frozenset[str]
    """Ids of those it is for."""
    resources: tuple[tuple[Phrase, ...], ...]
    """Each by its names."""
    words: frozenset[str]
    """Words of its name and keywords that few other plans have."""
    pairs: frozenset[str]
    """Pairs of Chinese characters of the same kind."""
    all_pairs: frozenset[str]
    """With the common ones, so that a reason is not cut within a word."""


class Suggester:
    """The playbooks and services there are, made ready to be asked at every key."""

    def __init__(self, plans: Iterable[Plan], services: Iterable[Service] = ()) -> None:
        """Index `plans` once."""
        usable = [plan for plan in plans if plan.status != "retired"]
        known = tuple(services)
        common = _common(usable)
        self._entries = tuple(_entry(plan, known, common) for plan in usable)
        self._general = next((plan for plan in usable if plan.id == GENERAL), None)
        self._services = {
            one.id: (_phrases(one.id, one.name.zh, one.name.en), frozenset(_called(one)))
            for one in known
        }
        self._lexicon = Lexicon(self._words())

    def suggest(self, words: str, service: str = "") -> tuple[Suggestion, ...]:
        """Up to three playbooks for what was typed, the likeliest first.

        Args:
            words: The title, as far as it is typed.
            service: Id or name of the service concerned; empty where it is not known.
        """
        typed = self._lexicon.read(words[:_LONGEST])
        weights = self._weights(typed, service)
        found = [_scored(entry, typed, weights) for entry in self._entries]
        found.sort(key=lambda scored: (-scored[0], scored[1].id))
        best = found[0][0] if found else 0
        if best:
            return tuple(one for points, one in found[:MOST] if points and points * 4 >= best)
        if self._general is not None and words.strip():
            return (Suggestion(self._general.id, self._general.name),)
        return ()

    def _words(self) -> Iterator[str]:
        """Every word that is looked for."""
        for entry in self._entries:
            yield from entry.words
            for one in (*entry.keywords, *(one for names in entry.resources for one in names)):
                yield from one.words
        for names, _ in self._services.values():
            for one in names:
                yield from one.words

    def _weights(self, typed: Typed, service: str) -> dict[str, int]:
        """What each service counts: the one that was given, and those that the words name."""
        given = folded(service).strip()
        weights = {
            service_id: _SERVICE if given in called else _SERVICE_NAMED
            for service_id, (names, called) in self._services.items()
            if given in called or any(map(typed.holds, names))
        }
        return weights | ({service.strip(): _SERVICE} if given else {})


def suggest(
    plans: Iterable[Plan], services: Iterable[Service], words: str, service: str = ""
) -> tuple[Suggestion, ...]:
    """Up to three playbooks for what was typed; to ask again and again, keep a `Suggester`."""
    return Suggester(plans, services).suggest(words, service)


def _entry(plan: Plan, services: tuple[Service, ...], common: frozenset[str]) -> _Entry:
    own = (one.id for one in services if plan.id in one.playbooks)
    texts = list(_texts(plan))
    pairs = frozenset(pair for text in texts for pair in pairs_of(text))
    return _Entry(
        plan,
        keywords=_phrases(*plan.triggers.keywords),
        services=frozenset({*plan.triggers.services, *own}),
        resources=tuple(_phrases(one.name.zh, one.name.en) for one in plan.resources),
        words=frozenset(word for text in texts for word in words_of(text)) - common,
        pairs=pairs - common,
        all_pairs=pairs,
    )


def _scored(entry: _Entry, typed: Typed, weights: dict[str, int]) -> tuple[int, Suggestion]:
    keywords = [one for one in entry.keywords if typed.holds(one)]
    points = sum(_KEYWORD + one.size - 1 for one in keywords)
    services = sorted(entry.services & weights.keys())
    points += sum(weights[one] for one in services)
    words, pairs = sorted(entry.words & typed.words), entry.pairs & typed.pairs
    points += min(_MOST_OF_PIECES, _PIECE * (len(words) + len(pairs)))
    resources = [
        held[0] for names in entry.resources if (held := [*filter(typed.holds, names)])
    ]  # fmt: skip
    points += min(_MOST_OF_RESOURCES, _RESOURCE * len(resources))
    why = [*(one.text for one in keywords), *services, *(one.text for one in resources)]
    said = folded(" ".join(why))
    stretches = typed.stretches(entry.all_pairs) if pairs else ()
    pieces = (*words, *(one for one in stretches if pairs.intersection(pairs_of(one))))
    why += [one for one in pieces if one not in said]
    return points, Suggestion(entry.plan.id, entry.plan.name, tuple(dict.fromkeys(why)))


def _common(plans: list[Plan]) -> frozenset[str]:
    """Words and pairs of characters that do not tell one plan from another."""
    counts: Counter[str] = Counter()
    for plan in plans:
        texts = list(_texts(plan))
        counts.update({piece for text in texts for piece in (*words_of(text), *pairs_of(text))})
    most = max(2, len(plans) // _TOO_COMMON)
    return _LITTLE.union(piece for piece, count in counts.items() if count > most)


def _texts(plan: Plan) -> Iterator[str]:
    """The texts that tell what a plan is for, folded."""
    return map(folded, (plan.name.en, plan.name.zh, *plan.triggers.keywords))


def _called(service: Service) -> Iterator[str]:
    return map(folded, (service.id, service.name.en, service.name.zh))


def _phrases(*texts: str) -> tuple[Phrase, ...]:
    """What to look for; a text without a word of either language would be found everywhere."""
    return tuple(one for one in map(phrase, texts) if one.size)
