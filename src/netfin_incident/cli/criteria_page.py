"""Severity criteria and proposals on the command line: lines for people, and the same as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from netfin_incident.cli.columns import aligned
from netfin_incident.domain.criteria import (
    CLASSIFICATIONS,
    QUESTIONS,
    Citation,
    Classified,
    Predicate,
    Proposal,
    SeverityCriteria,
    Threshold,
    thresholds_of,
)
from netfin_incident.domain.expression import plain
from netfin_incident.domain.severity import Severity
from netfin_incident.wording import criteria_answers as said
from netfin_incident.wording.criteria import (
    ANSWERED_LIKE,
    CHOICE_SAID,
    CLASSIFICATION_SAID,
    CLASSIFICATION_SOURCE,
    QUESTION_SAID,
    threshold_said,
)
from netfin_incident.wording.labels import label

if TYPE_CHECKING:
    from netfin_incident.cli.call import Call


def criteria_lines(call: "Call", criteria: SeverityCriteria) -> Iterator[str]:
    """The firm's criteria, grade by grade, each with its source."""
    yield call.say(said.FIRM)
    for one in criteria.criteria:
        yield f"  {one.id}  {call.name(one.name)}"
        for grade in sorted(one.grades):
            yield f"    {grade.roman:<4}{predicate_said(call, one.grades[grade])}"
        yield f"    {call.say(said.SOURCE, source=source_said(call, one.source))}"
    yield f"  {call.say(said.OTHERWISE, severity=call.say(label(criteria.otherwise)))}"


def law_lines(call: "Call") -> Iterator[str]:
    """The classifications by law, as trees of conditions."""
    yield call.say(said.BY_LAW)
    for one in CLASSIFICATIONS:
        yield f"  {one.id}  {call.say(CLASSIFICATION_SAID[one.id])}"
        if one.floor is not None:
            yield f"    {call.say(said.FLOOR, severity=call.say(label(one.floor)))}"
        yield from _tree(call, one.condition, "    ")
        read = call.say(said.CHECKED_ON, day=one.read_on.isoformat())
        source = f"{call.say(CLASSIFICATION_SOURCE[one.id])} ({read})"
        yield f"    {call.say(said.SOURCE, source=source)}"


def question_lines(call: "Call") -> Iterator[str]:
    """Every question, with what answers it."""
    yield call.say(said.QUESTIONS)
    rows = [
        (
            one.id,
            call.say(QUESTION_SAID[one.id]),
            call.say(ANSWERED_LIKE[one.kind]).format(choices=", ".join(one.choices)),
        )
        for one in QUESTIONS.values()
    ]
    yield from aligned(rows, "  ")


def source_said(call: "Call", source: Citation) -> str:
    """Document, article, quote, how far it was read and when."""
    day = source.checked_on
    checked = [call.say(said.CHECKED_ON, day=day.isoformat())] if day else []
    parts = [
        source.document,
        source.article,
        f"“{source.quote}”" if source.quote else "",
        source.url,
    ]
    how = ", ".join([call.say(said.LEVEL[source.level]), *checked])
    return f"{' '.join(part for part in parts if part)} ({how})"


def predicate_said(call: "Call", predicate: Predicate) -> str:
    """A criterion's tests of one grade, in one line."""
    tests = [threshold_said(one, call.language) for one in thresholds_of(predicate)]
    if isinstance(predicate, Threshold) or len(tests) == 1:
        return tests[0]
    head = said.ALL_OF if predicate.fewest == len(predicate.parts) else said.ANY_OF
    return f"{call.say(head)} {call.say(said.AND).join(tests)}"


def _tree(call: "Call", predicate: Predicate, indent: str) -> Iterator[str]:
    if isinstance(predicate, Threshold):
        yield indent + threshold_said(predicate, call.language)
        return
    name = call.say(said.ARTICLE, name=predicate.name) + "  " if predicate.name else ""
    if len(predicate.parts) == 1:
        yield indent + name + predicate_said(call, predicate)
        return
    if predicate.fewest == 1:
        head = call.say(said.ANY_OF)
    elif predicate.fewest == len(predicate.parts):
        head = call.say(said.ALL_OF)
    else:
        head = call.say(said.SOME_OF, count=predicate.fewest)
    yield f"{indent}{name}{head}"
    for part in predicate.parts:
        yield from _tree(call, part, indent + "  ")


def proposal_json(proposal: Proposal) -> dict[str, object]:
    """A proposal, with stored names."""
    return {
        "severity": int(proposal.severity),
        "decided_by": [one.id for one in proposal.decided_by],
        "estimated": proposal.estimated,
        "worst": int(proposal.worst),
        "open": [_test_json(one) for one in proposal.open],
    }


def classified_json(one: Classified) -> dict[str, object]:
    """What a law makes of the answers, with stored names."""
    floor: Severity | None = one.classification.floor
    return {
        "id": one.classification.id,
        "holds": one.holds,
        "parts": list(one.parts),
        "floor": None if floor is None else int(floor),
        "open": [_test_json(test) for test in one.open],
    }


def criteria_json(criteria: SeverityCriteria) -> dict[str, object]:
    """The firm's criteria, with stored names."""
    return {
        "otherwise": int(criteria.otherwise),
        "criteria": [
            {
                "id": one.id,
                "name": {"en": one.name.en, "zh": one.name.zh},
                "combine": "all" if one.together else "any",
                "grades": {
                    grade.name: [_test_json(test) for test in thresholds_of(predicate)]
                    for grade, predicate in sorted(one.grades.items())
                },
                "source": {
                    "document": one.source.document, "article": one.source.article,
                    "quote": one.source.quote, "url": one.source.url, "level": one.source.level,
                    "checked_on": one.source.checked_on and one.source.checked_on.isoformat(),
                },
            }
            for one in criteria.criteria
        ],
    }  # fmt: skip


def question_json() -> list[dict[str, object]]:
    """Every question, with its kind and choices."""
    return [
        {"id": one.id, "kind": one.kind.value, "choices": list(one.choices)}
        for one in QUESTIONS.values()
    ]


def choice_named(question: str, typed: str) -> str:
    """The stored name of a choice that was typed by its label."""
    for name, words in CHOICE_SAID.get(question, {}).items():
        if typed.strip().casefold() in (words.en.casefold(), words.zh):
            return name
    return typed


def _test_json(test: Threshold) -> dict[str, object]:
    currency = {"currency": test.currency} if test.currency else {}
    return {
        "question": test.question, "operator": test.operator.value,
        "threshold": plain(test.limit), **currency,
    }  # fmt: skip
