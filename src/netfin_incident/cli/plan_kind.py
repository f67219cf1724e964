"""What the kind of a planned step asks for, line by line: who approves, who is told, how often."""

import shlex
from collections.abc import Iterator
from typing import Final

from netfin_incident.domain.playbook import Approval, Round, Step, Verb
from netfin_incident.wording import plan_pages as p
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.labels import label
from netfin_incident.wording.plan_words import PlanWords

_IN_BRIEF: Final = (
    Verb.APPROVE, Verb.NOTIFY, Verb.REPORT, Verb.WAIT, Verb.REPEAT, Verb.CALL,
)  # fmt: skip
"""Kinds of which the outline says all; the others have their options or facts there anyhow."""


def kind_lines(words: PlanWords, step: Step) -> Iterator[str]:
    """What the kind of the step asks for."""
    match step.verb:
        case Verb.ASK:
            yield words(p.INTO, facts=words.listed(map(words.fact, step.ask)))
        case Verb.DECIDE:
            yield from _decision(words, step)
        case Verb.APPROVE if step.approval is not None:
            yield from _approval(words, step.approval)
        case Verb.NOTIFY if step.notice is not None:
            yield words(s.AUDIENCE, audience=words(step.notice.audience))
            yield words(s.CHANNEL, channel=step.notice.channel) if step.notice.channel else ""
        case Verb.REPORT if step.reporting is not None:
            kind, recipient = words(label(step.reporting.kind)), words(step.reporting.recipient)
            yield words(s.REPORT_TO, kind=kind, recipient=recipient)
            yield words(s.CLOCK, clock=step.reporting.clock) if step.reporting.clock else ""
        case Verb.WAIT:
            yield words(s.WAIT_FOR, span=words.span(step.wait)) if step.wait is not None else ""
            yield _until(words, step.until)
        case Verb.PARALLEL:
            yield words(s.ANY_ARM if step.any_arm else s.ALL_ARMS)
            yield from (words(p.BRANCH, name=words(one.name), id=one.id) for one in step.options)
        case Verb.REPEAT if step.round is not None:
            yield from _rounds(words, step.round)
        case Verb.CALL:
            yield words(s.CALLS, playbook=step.call)


def in_brief(words: PlanWords, step: Step) -> list[str]:
    """The same for a row of the outline, with the command that the step runs."""
    parts = [*filter(None, kind_lines(words, step))] if step.verb in _IN_BRIEF else []
    if step.command is not None:
        parts.append(words(s.COMMAND, line=shlex.join(step.command.run)))
    return parts


def _decision(words: PlanWords, step: Step) -> Iterator[str]:
    for option in step.options:
        parts = [words(p.BRANCH, name=words(option.name), id=option.id)]
        for written, said in ((option.when, p.WHEN), (option.suggest, p.SUGGESTED_WHEN)):
            if written:
                parts.append(words(said, condition=words.condition(written)))
        yield " · ".join(parts)
    if step.rationale_required:
        yield words(p.RATIONALE)
    if step.revisit_after is not None:
        yield words(s.REVISIT, span=words.span(step.revisit_after))


def _approval(words: PlanWords, approval: Approval) -> Iterator[str]:
    yield words(s.APPROVED_BY, roles=words.listed(map(words.role, approval.by)))
    if approval.quorum > 1:
        yield words(p.QUORUM, quorum=approval.quorum)
    if approval.apart_from:
        yield words(s.APART_FROM, steps=words.listed(map(words.step, approval.apart_from)))


def _rounds(words: PlanWords, rounds: Round) -> Iterator[str]:
    yield words(p.ROUNDS, most=rounds.most)
    yield words(s.EACH, name=words.fact(rounds.each)) if rounds.each else ""
    yield _until(words, rounds.until)
    yield words(s.EVERY, span=words.span(rounds.every)) if rounds.every is not None else ""


def _until(words: PlanWords, written: str) -> str:
    return words(s.UNTIL, condition=words.condition(written)) if written else ""
