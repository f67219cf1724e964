"""Severity by criteria: show them, propose by answers, check their file."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from netfin_incident.cli import criteria_page as page
from netfin_incident.cli.asked import INCIDENT
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.criteria import QUESTIONS, Answer, Answers, classify
from netfin_incident.domain.criteria import propose as proposed
from netfin_incident.domain.criteria.answers import answer_text, read_answer
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.impact import impact_answers
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.library.severity import check_criteria
from netfin_incident.store.codec import format_time
from netfin_incident.wording import criteria_answers as said
from netfin_incident.wording.criteria import ANSWERED_LIKE, QUESTION_SAID, amount_said
from netfin_incident.wording.explain import explain
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.proposals import ProposalTeller


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
    if call.wants_json:
        own = call.session.criteria
        proposal = None if own is None else proposed(own, answers)
        call.output.json(
            {
                "proposal": proposal and page.proposal_json(proposal),
                "classifications": [page.classified_json(one) for one in classify(answers)],
            }
        )
        return
    for line in _proposed(call, answers):
        call.output.data(line)


def impact(
    call: Call,
    incident: INCIDENT,
    *,
    known: Annotated[tuple[str, ...], Opt("--set", said.SET, "NAME=VALUE")] = (),
    estimate: Annotated[tuple[str, ...], Opt("--estimate", said.ESTIMATE, "NAME=VALUE")] = (),
    forget: Annotated[tuple[str, ...], Opt("--forget", said.FORGET, "NAME")] = (),
) -> None:
    """Record what is known of the impact, or show it; with what it proposes."""
    given = _answers(known, estimate)
    stated = [
        c.StateImpact(name, answer_text(QUESTIONS[name], one), one.estimate)
        for name, one in given.items()
    ]
    incident_id = call.find(incident)
    if not stated and not forget:
        _show_impact(call, call.desk.incident(incident_id))
        return
    handled = call.write(incident_id, *stated, *(c.StateImpact(name, "") for name in forget))
    try:
        for line in _proposed_for(call, handled.incident):
            call.output.tell(line)
    except DefinitionError as error:
        # What was asked is recorded; a faulty file of criteria must not make it look undone.
        call.output.tell(explain(error, call.language).line)


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


def _show_impact(call: Call, incident: Incident) -> None:
    answers = impact_answers(incident)
    if call.wants_json:
        own = call.session.criteria
        stated = {
            name: {
                "value": one.value,
                "estimate": one.estimate,
                "by": one.by,
                "at": format_time(one.at),
            }
            for name, one in incident.impact.items()
            if one.value
        }
        proposal = None if own is None else page.proposal_json(proposed(own, answers))
        classified = [page.classified_json(one) for one in classify(answers)]
        call.output.json({"impact": stated, "proposal": proposal, "classifications": classified})
        return
    if not answers:
        call.tell(said.NOTHING_STATED, id=incident.id)
        return
    for line in (*_stated_lines(call, incident), *_proposed_for(call, incident)):
        call.output.data(line)


def _stated_lines(call: Call, incident: Incident) -> list[str]:
    name_of, zone = call.session.config.name_of, call.zone_of(incident)
    rows = []
    for name, answer in impact_answers(incident).items():
        stated = incident.impact[name]
        mark = call.say(said.ESTIMATED) if answer.estimate else ""
        value = f"{amount_said(QUESTIONS[name], answer, call.language)} {mark}".rstrip()
        who = call.say(said.STATED_BY, person=name_of(stated.by), time=stamp(stated.at, zone))
        rows.append((name, call.say(QUESTION_SAID[name]), value, who))
    return aligned(rows)


def _proposed_for(call: Call, incident: Incident) -> Iterator[str]:
    """What the impact proposes, and how to follow where that is worse than the incident's grade."""
    answers, own = impact_answers(incident), call.session.criteria
    yield from _proposed(call, answers)
    grade = incident.severity if own is None else proposed(own, answers).severity
    if grade < incident.severity:
        severity = call.say(label(incident.severity))
        yield call.say(said.STANDS_AT, severity=severity, id=incident.id, grade=int(grade))


def _proposed(call: Call, answers: Answers) -> Iterator[str]:
    teller, own = ProposalTeller(call.language), call.session.criteria
    if own is None:
        _tell_missing(call)
    else:
        yield from teller.proposal(proposed(own, answers), answers)
    yield from teller.classified(classify(answers))


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
