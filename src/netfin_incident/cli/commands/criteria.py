"""Severity by criteria: show them, propose by answers, check their file."""

from collections.abc import Iterable
from typing import Annotated

from netfin_incident.cli import criteria_page as page
from netfin_incident.cli.call import Call
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.criteria import QUESTIONS, Answer, Answers, classify
from netfin_incident.domain.criteria import propose as proposed
from netfin_incident.domain.criteria.answers import read_answer
from netfin_incident.domain.nearest import nearest
from netfin_incident.errors import UsageError
from netfin_incident.library.severity import check_criteria
from netfin_incident.wording import criteria_answers as said
from netfin_incident.wording.criteria import ANSWERED_LIKE, QUESTION_SAID


def criteria(call: Call) -> None:
    """Show the firm's criteria, the classifications by law, and the questions."""
    own = call.session.criteria
    if call.wants_json:
        shown = None if own is None else page.criteria_json(own)
        call.output.json({"firm": shown, "questions": page.question_json()})
        return
    if own is None:
        _tell_missing(call)
    else:
        for line in page.criteria_lines(call, own):
            call.output.data(line)
    for line in (*page.law_lines(call), *page.question_lines(call)):
        call.output.data(line)


def propose(
    call: Call,
    *,
    known: Annotated[tuple[str, ...], Opt("--set", said.SET, "NAME=VALUE")] = (),
    estimate: Annotated[tuple[str, ...], Opt("--estimate", said.ESTIMATE, "NAME=VALUE")] = (),
) -> None:
    """Say what the answers given so far propose; nothing is written."""
    answers = _answers(known, estimate)
    own = call.session.criteria
    proposal = None if own is None else proposed(own, answers)
    classified = classify(answers)
    if call.wants_json:
        call.output.json(
            {
                "proposal": proposal and page.proposal_json(proposal),
                "classifications": [page.classified_json(one) for one in classified],
            }
        )
        return
    if proposal is None:
        _tell_missing(call)
    else:
        for line in page.proposal_lines(call, proposal, answers):
            call.output.data(line)
    for line in page.classified_lines(call, classified):
        call.output.data(line)


def check(call: Call) -> int:
    """Check the file of criteria; the exit code says whether there is something to mend."""
    path = call.session.config.severity.value
    found = check_criteria(path)
    if not found and not call.wants_json:
        own = call.session.criteria
        if own is None:
            _tell_missing(call)
        else:
            call.tell(said.CHECKED, count=len(own.criteria))
    return answer_findings(call, path, found)


def _tell_missing(call: Call) -> None:
    call.tell(said.NO_CRITERIA, path=call.session.config.severity.value)


def _answers(known: Iterable[str], estimated: Iterable[str]) -> Answers:
    answers: dict[str, Answer] = {}
    for option, given, estimate in (("--set", known, False), ("--estimate", estimated, True)):
        for one in given:
            name, answer = _answer(option, one, estimate=estimate)
            if name in answers:
                raise UsageError("severity-answered-twice", name=name)
            answers[name] = answer
    return answers


def _answer(option: str, given: str, *, estimate: bool) -> tuple[str, Answer]:
    name, equals, typed = (part.strip() for part in given.partition("="))
    if not equals or not name or not typed:
        raise UsageError("severity-answer-without-value", given=given, option=option)
    question = QUESTIONS.get(name)
    if question is None:
        raise UsageError("severity-question-unknown", given=name, nearest=nearest(name, QUESTIONS))
    answer = read_answer(question, page.choice_named(name, typed), estimate=estimate)
    if answer is None:
        wanted = ANSWERED_LIKE[question.kind].format(choices=", ".join(question.choices))
        raise UsageError(
            "severity-answer-unread", given=typed, question=QUESTION_SAID[name], wanted=wanted,
            name=name,
        )  # fmt: skip
    return name, answer
