"""Escalation policies as the command line shows them: ladders, and who is called now."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.roster_page import person_said
from netfin_incident.domain.days import Days
from netfin_incident.domain.escalation import (
    BySeverity,
    Called,
    EscalationPolicy,
    Level,
    OnCallNow,
    PolicyRule,
    Target,
    When,
)
from netfin_incident.domain.roster import Roster
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.wording import escalation_answers as said
from netfin_incident.wording import roster_answers
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import exact_span

_INDENT: Final = "  "


def policy_lines(
    call: Call,
    policy: EscalationPolicy,
    rules: tuple[PolicyRule, ...],
    roster: Roster,
    present: OnCallNow,
) -> Iterator[str]:
    """A policy: its ladder with who would be called now, its times, what it is used for."""
    calendar = f" {policy.calendar}" if policy.calendar else ""
    yield f"{policy.id}  {call.name(policy.name)}  {policy.zone}{calendar}"
    heads = (said.LEVEL_HEAD, said.CALLS_HEAD, said.NOW_HEAD, said.WAIT_HEAD)
    rows = [tuple(call.say(head) for head in heads)]
    for number, level in enumerate(policy.levels, 1):
        now = _level_now(call, policy, level, roster, present)
        targets = _targets(call, level.targets)
        rows.append((f"{number} {level.id}", targets, now, _limits(call, level)))
    again = call.say(said.AGAIN, span=exact_span(policy.again, call.language))
    fallback = _now(call, roster, present.called(policy.fallback, {}))
    rows.append((call.say(said.FALLBACK), _targets(call, policy.fallback), fallback, again))
    yield from aligned(rows, _INDENT)
    yield from aligned(list(_times(call, policy)), _INDENT)
    uses = [rule_said(call, rule) for rule in rules if rule.policy == policy.id]
    heads_of_uses = [call.say(said.USED_FOR), *("" for _ in uses[1:])]
    yield from aligned(list(zip(heads_of_uses, uses, strict=False)), _INDENT)


def rule_said(call: Call, rule: PolicyRule) -> str:
    """For which incidents a rule is."""
    parts: list[str] = []
    if rule.services:
        parts.append(call.say(said.SERVICES, names=", ".join(rule.services)))
    parts += _bounds(call, rule.severities, rule.modes)
    return "; ".join(parts) or call.say(said.EVERYTHING)


def counts_now(policy: EscalationPolicy, level: Level, present: OnCallNow) -> bool:
    """Whether the hours and days of a level let it be called now."""
    when = replace(level.when, severities=(), modes=())
    return when.holds(Severity.S1, Mode.LIVE, present.at, policy.zone, workday=present.workday)


def policy_in_json(policy: EscalationPolicy, present: OnCallNow) -> dict[str, object]:
    """A policy, for other programs."""
    return {
        "id": policy.id,
        "name": {"en": policy.name.en, "zh": policy.name.zh},
        "zone": policy.zone,
        "calendar": policy.calendar or None,
        "start_seconds": _graded(policy.start),
        "levels": [
            {
                "id": level.id,
                "targets": _targets_in_json(level.targets),
                "wait_seconds": level.wait,
                "acknowledgements": level.acknowledgements,
                "when": _when_in_json(level.when),
                "counts_now": counts_now(policy, level, present),
                "called_now": _called_in_json(present.called(level.targets, {})),
            }
            for level in policy.levels
        ],
        "rounds": policy.rounds,
        "fallback": {
            "targets": _targets_in_json(policy.fallback),
            "called_now": _called_in_json(present.called(policy.fallback, {})),
        },
        "again_seconds": policy.again,
        "acknowledged_for_seconds": _graded(policy.acknowledged_for),
        "grace_seconds": _graded(policy.grace),
        "unassigned_seconds": policy.unassigned,
    }


def rule_in_json(rule: PolicyRule) -> dict[str, object]:
    """A rule, for other programs; without a policy nobody is called."""
    return {
        "policy": rule.policy or None,
        "services": list(rule.services),
        "severities": list(map(int, rule.severities)),
        "modes": list(map(str, rule.modes)),
    }


def _targets(call: Call, targets: tuple[Target, ...]) -> str:
    return ", ".join(f"{call.say(said.TARGETS[one.kind])} {one.id}" for one in targets)


def _level_now(
    call: Call, policy: EscalationPolicy, level: Level, roster: Roster, present: OnCallNow
) -> str:
    if not counts_now(policy, level, present):
        return call.say(said.NOT_NOW)
    return _now(call, roster, present.called(level.targets, {}))


def _now(call: Call, roster: Roster, called: tuple[Called, ...]) -> str:
    shown = [one.to if one.channel else _person(call, roster, one) for one in called]
    return ", ".join(shown) or call.say(said.NOBODY)


def _person(call: Call, roster: Roster, one: Called) -> str:
    who = person_said(call, roster, one.to)
    if one.is_sent_to:
        return who
    if one.dial:
        return call.say(said.NO_WAY, person=who)
    return f"{who} ({call.say(roster_answers.NO_CONTACT)})"


def _limits(call: Call, level: Level) -> str:
    shown = exact_span(level.wait, call.language)
    if level.acknowledgements > 1:
        shown = call.say(said.ANSWERS, span=shown, count=level.acknowledgements)
    when = level.when
    limits = _bounds(call, when.severities, when.modes)
    limits += [str(when.hours)] if when.hours else []
    limits += [call.say(label(when.days))] if when.days is not Days.EVERY else []
    return f"{shown}; {call.say(said.ONLY, limits='; '.join(limits))}" if limits else shown


def _bounds(call: Call, severities: tuple[Severity, ...], modes: tuple[Mode, ...]) -> list[str]:
    grades = ", ".join(one.roman for one in severities)
    found = [call.say(said.SEVERITIES, grades=grades)] if grades else []
    return found + [call.say(label(one)) for one in modes]


def _times(call: Call, policy: EscalationPolicy) -> Iterator[tuple[str, str]]:
    unassigned = BySeverity(*(policy.unassigned for _ in Severity))
    yield call.say(said.ROUNDS), str(policy.rounds)
    yield call.say(said.START), _spans(call, policy.start)
    yield call.say(said.HOLDS), _spans(call, policy.acknowledged_for, ever=True)
    yield call.say(said.GRACE), _spans(call, policy.grace)
    yield call.say(said.UNASSIGNED), _spans(call, unassigned, ever=True)


def _spans(call: Call, times: BySeverity, *, ever: bool = False) -> str:
    shown = {
        grade: call.say(said.FOR_EVER)
        if ever and not times.at(grade)
        else exact_span(times.at(grade), call.language)
        for grade in Severity
    }
    if len(set(shown.values())) == 1:
        return shown[Severity.S1]
    return ", ".join(f"{grade.roman} {text}" for grade, text in shown.items())


def _graded(times: BySeverity) -> dict[str, int]:
    return {str(int(grade)): times.at(grade) for grade in Severity}


def _targets_in_json(targets: tuple[Target, ...]) -> list[dict[str, str]]:
    return [{"kind": str(one.kind), "id": one.id} for one in targets]


def _called_in_json(called: tuple[Called, ...]) -> list[dict[str, object]]:
    return [
        {"to": one.to, "channel": one.channel, "contacts": list(one.contacts),
         "dial": list(one.dial)} for one in called
    ]  # fmt: skip


def _when_in_json(when: When) -> dict[str, object]:
    return {
        "severities": list(map(int, when.severities)),
        "modes": list(map(str, when.modes)),
        "hours": str(when.hours) if when.hours else None,
        "days": str(when.days),
    }
