"""A proposed severity and the classifications by law, as lines for one reader."""

from collections.abc import Iterable, Iterator
from typing import Final

from netfin_incident.domain.criteria import (
    QUESTIONS,
    Answers,
    Classified,
    Predicate,
    Proposal,
    Threshold,
    thresholds_of,
)
from netfin_incident.domain.text import Text
from netfin_incident.wording import criteria_answers as said
from netfin_incident.wording.criteria import CLASSIFICATION_SAID, amount_said, threshold_said
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say

_MOST_OPEN: Final = 4
"""How many open thresholds a line names."""


class ProposalTeller:
    """Tells what answers propose, in one language."""

    def __init__(self, language: Language) -> None:
        """Speak `language`."""
        self._language = language

    def proposal(self, proposal: Proposal, answers: Answers) -> Iterator[str]:
        """What is proposed, which criteria decide it, and what could still change it."""
        yield self._say(said.PROPOSED, severity=self._say(label(proposal.severity)))
        for one in proposal.decided_by:
            tests = self._answered(one.grades[proposal.severity], answers)
            yield "  " + self._say(said.DECIDED_BY, name=self._name(one.name), tests=tests)
        if not proposal.decided_by:
            yield f"  {self._say(said.NONE_REACHED)}"
        if proposal.estimated:
            yield f"  {self._say(said.ON_ESTIMATES)}"
        if proposal.worst < proposal.severity:
            worst = self._say(label(proposal.worst))
            yield "  " + self._say(
                said.COULD_BECOME, severity=worst, tests=self._several(proposal.open)
            )

    def classified(self, classified: Iterable[Classified]) -> Iterator[str]:
        """What each law makes of the answers."""
        yield self._say(said.BY_LAW)
        for one in classified:
            name = self._say(CLASSIFICATION_SAID[one.classification.id])
            yield "  " + self._say(said.VERDICT, name=name, verdict=self._verdict(one))

    def _answered(self, predicate: Predicate, answers: Answers) -> str:
        parts = []
        for one in thresholds_of(predicate):
            answer = answers.get(one.question)
            if answer is None or not one.holds(answers):
                continue
            mark = f" {self._say(said.ESTIMATED)}" if answer.estimate else ""
            given = amount_said(QUESTIONS[one.question], answer, self._language)
            parts.append(f"{threshold_said(one, self._language)}: {given}{mark}")
        return self._say(said.AND).join(parts)

    def _verdict(self, one: Classified) -> str:
        if one.holds is None:
            return self._say(said.OPEN, tests=self._several(one.open))
        if not one.holds:
            return self._say(said.HOLDS_NOT)
        floor = one.classification.floor
        more = [self._say(said.ARTICLE, name=name) for name in one.parts]
        if floor is not None:
            more.append(self._say(said.FLOOR, severity=self._say(label(floor))))
        return self._say(said.AND).join([self._say(said.HOLDS), ", ".join(more)])

    def _several(self, open_ones: tuple[Threshold, ...]) -> str:
        named = (threshold_said(one, self._language) for one in open_ones[:_MOST_OPEN])
        more = len(open_ones) - _MOST_OPEN
        return self._say(said.AND).join(named) + (f" (+{more})" if more > 0 else "")

    def _say(self, text: Text, **values: object) -> str:
        return say(text, self._language).format(**values)

    def _name(self, text: Text) -> str:
        return text.en if text.en == text.zh else say(text, self._language)
