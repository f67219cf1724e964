"""What the kind of a step asks for, line by line: who may approve, what is suggested, how long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from netfin_incident.domain.playbook import ENOUGH, Approval, Notice, Reporting, Round, Verb
from netfin_incident.tui.step_words import StepWords
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.domain.playbook import Option


def kind_told(about: StepWords) -> Iterator[str]:
    """The lines."""
    step = about.step
    match step.verb:
        case Verb.ASK:
            yield from (fact_told(about, name) for name in step.ask)
        case Verb.DECIDE:
            yield from _decision(about)
        case Verb.APPROVE if step.approval is not None:
            yield from approval_told(about, step.approval)
        case Verb.NOTIFY if step.notice is not None:
            yield notice_told(about, step.notice)
        case Verb.REPORT if step.reporting is not None:
            yield report_told(about, step.reporting)
        case Verb.WAIT:
            yield from wait_told(about)
        case Verb.PARALLEL:
            yield about.said(s.ANY_ARM if step.any_arm else s.ALL_ARMS)
        case Verb.REPEAT if step.round is not None:
            yield from rounds_told(about, step.round)
        case Verb.CALL:
            called = step.call in about.shown.incident.runs
            yield about.said(s.CALLED if called else s.CALLS, playbook=step.call)


def fact_told(about: StepWords, name: str) -> str:
    """A fact and what it is known to be."""
    variable = about.variables.get(name)
    value = about.value(variable) if variable is not None else about.said(s.NOT_KNOWN)
    return about.said(s.FACT, name=about.fact(name), value=value)


def option_told(about: StepWords, option: "Option") -> str:
    """Why an option is suggested, cannot be chosen, or is not clear yet; empty where none is so."""
    view, name = about.view, about.said(option.name)
    if option.id in view.unavailable:
        return about.said(s.UNAVAILABLE, option=name, because=about.because(option.when))
    missing = about.missing((option.when,))
    if missing:
        return about.said(s.OPTION_OPEN, option=name, names=about.listed(map(about.fact, missing)))
    if option.id == view.suggested:
        return about.said(s.SUGGESTED, option=name, because=about.because(option.suggest))
    return ""


def approval_told(about: StepWords, approval: Approval) -> Iterator[str]:
    """Who may approve, who has, and who may not."""
    yield about.said(s.APPROVED_BY, roles=about.listed(map(about.held, approval.by)))
    people = about.run.approvals.get(about.step.id, ())
    if approval.quorum > 1:
        names = about.listed(map(about.here.name_of, people)) or about.said(s.NOBODY_YET)
        yield about.said(s.QUORUM, quorum=approval.quorum, people=names)
    if approval.apart_from:
        yield about.said(s.APART_FROM, steps=about.steps(approval.apart_from))


def notice_told(about: StepWords, notice: Notice) -> str:
    """Who is told, and how."""
    parts = [about.said(s.AUDIENCE, audience=about.said(notice.audience))]
    if notice.channel:
        parts.append(about.said(s.CHANNEL, channel=notice.channel))
    return "  ".join(parts)


def report_told(about: StepWords, reporting: Reporting) -> str:
    """Which report goes to whom, and the clock that it satisfies."""
    kind, recipient = about.said.label(reporting.kind), about.said(reporting.recipient)
    parts = [about.said(s.REPORT_TO, kind=kind, recipient=recipient)]
    if reporting.clock:
        parts.append(about.said(s.CLOCK, clock=reporting.clock))
    return "  ".join(parts)


def wait_told(about: StepWords) -> Iterator[str]:
    """How long, and for what."""
    step = about.step
    if step.wait is not None:
        yield about.said(s.WAIT_FOR, span=about.span(step.wait))
    if step.until:
        yield _until(about, step.until)


def rounds_told(about: StepWords, rounds: Round) -> Iterator[str]:
    """How often, until when, and how far it has come."""
    most = about.shown.readings[about.view.playbook].most_rounds(about.step)
    mark = about.view.mark
    if mark is None or mark.option != ENOUGH:
        yield about.said(
            s.ROUNDS, most=rounds.most if most is None else most, round=about.view.round
        )
    if rounds.each:
        yield about.said(s.EACH, name=about.fact(rounds.each))
    if rounds.until:
        yield _until(about, rounds.until)
    if rounds.every:
        yield about.said(s.EVERY, span=about.span(rounds.every))


def _decision(about: StepWords) -> Iterator[str]:
    step, view = about.step, about.view
    if not view.is_settled:
        yield from filter(None, (option_told(about, option) for option in step.options))
        missing = [] if view.suggested else about.missing(one.suggest for one in step.options)
        if missing:
            yield about.said(s.NO_SUGGESTION, names=about.listed(map(about.fact, missing)))
    if step.revisit_after and view.settled_at is not None:
        again = view.settled_at + timedelta(seconds=step.revisit_after)
        yield about.said(s.REVISIT_AT, time=stamp(again, about.shown.incident.zone))
    elif step.revisit_after:
        yield about.said(s.REVISIT, span=about.span(step.revisit_after))


def _until(about: StepWords, written: str) -> str:
    return about.said(s.UNTIL, condition=about.condition(written))
