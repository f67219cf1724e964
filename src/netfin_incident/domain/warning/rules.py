"""What may be done with a warning: its level follows the values, its end is said by people.

One whose values came back has subsided, which ends it for its key; whoever handled it still says how
it ended.  Judged false or closed while its values stand, the next value raises a new warning: what is
known and borne for a time is accepted instead.
"""

from datetime import timedelta
from typing import Final, assert_never

from netfin_incident.domain.incident.rules.typed import (
    check_act,
    check_happened,
    line,
    prose,
    reason,
)
from netfin_incident.domain.indicators import value_text
from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.vocabulary import Field, Reasoned
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.levels import WarningLevel
from netfin_incident.domain.warning.state import Standing, WarningCase
from netfin_incident.errors import CommandRefused

COUNTED: Final = timedelta(minutes=1)
"""How often a value that changes nothing is written at most."""
LONGEST: Final = timedelta(days=366)
"""The longest time for which a warning may be accepted."""


def checked(act: Act, observed: c.Observed) -> c.Observed:
    """A value with its texts clean and its key said.

    Raises:
        CommandRefused: it was not observed yet, or a text is too long.
    """
    check_act(act)
    check_happened(observed.at, act)
    source = line(Field.SOURCE, observed.source, optional=True)
    own = f"{source}:{observed.indicator.id}" if source else observed.indicator.id
    key = line(Field.KEY, observed.key, optional=True) or line(Field.KEY, own)
    return replace(observed, source=source, key=key)


def raise_one(act: Act, asked: c.Raise) -> list[e.Event]:
    """A new warning, or nothing where the value reaches no threshold.

    Raises:
        CommandRefused: it was not observed yet, or a text is too long.
    """
    observed = checked(act, asked.observed)
    indicator = observed.indicator
    level = indicator.level(observed.value)
    if level is None:
        return []
    raised = e.WarningRaised(
        asked.id, indicator.id, indicator.name, indicator.unit, indicator.comparison,
        value_text(indicator.unit, indicator.currency, observed.value),
        value_text(indicator.unit, indicator.currency, indicator.thresholds[level]),
        level, observed.at, observed.key, observed.zone, observed.source, indicator.currency,
        observed.mode,
        indicator.owner, indicator.playbook,
    )  # fmt: skip
    return [raised]


def level_after(warning: WarningCase, observed: c.Observed) -> WarningLevel | None:
    """The level of a warning once a value came; one older than the newest changes nothing.

    Raises:
        CommandRefused: the file measures the indicator in another way by now.
    """
    indicator, raised = observed.indicator, warning.raised
    now = (indicator.id, indicator.unit, indicator.currency, indicator.comparison)
    if now != (raised.indicator, raised.unit, raised.currency, raised.comparison):
        raise CommandRefused("warning-measured-otherwise", id=warning.id, indicator=indicator.id)
    if observed.at < warning.observed_at:
        return warning.level
    return indicator.level(observed.value, warning.level)


def decide(warning: WarningCase, act: Act, command: c.Receive | c.Handling) -> list[e.Event]:
    """Answer `command` with the events that follow from it; none where it is so already.

    Raises:
        CommandRefused: the rules do not allow it.
    """
    check_act(act)
    match command:
        case c.Receive():
            return _receive(warning, act, command)
        case c.Assess():
            text = prose(Field.TEXT, command.text)
            return [] if text == warning.assessment else [e.WarningAssessed(text)]
        case c.Own():
            person = line(Field.PERSON, command.person)
            return [] if person == warning.owner else [e.WarningOwned(person)]
        case c.Note():
            return [e.WarningNoted(prose(Field.TEXT, command.text))]
        case c.Accept():
            return _accept(warning, act, command)
        case c.JudgeFalse():
            why = reason(command.reason, Reasoned.JUDGING_FALSE)
            return _end(warning, e.WarningJudgedFalse(why), Standing.FALSE)
        case c.Close():
            note = prose(Field.NOTE, command.note)
            return _end(warning, e.WarningClosed(note), Standing.CLOSED)
        case c.Promote():
            return _promote(warning, command)
        case _:
            assert_never(command)


def _receive(warning: WarningCase, act: Act, asked: c.Receive) -> list[e.Event]:
    observed = checked(act, asked.observed)
    if not warning.receives:
        raise CommandRefused("warning-over", id=warning.id, standing=warning.standing(act.at))
    level = level_after(warning, observed)
    lately = act.at - warning.counted_at < COUNTED
    if level is warning.level and asked.alone and lately:
        return []
    unit, currency = warning.raised.unit, warning.raised.currency
    given = value_text(unit, currency, observed.value)
    value = warning.value if observed.at < warning.observed_at else given
    worst = given if asked.worst is None else value_text(unit, currency, asked.worst)
    threshold = ""
    if level is not None and warning.level is not None and level.rank < warning.level.rank:
        threshold = value_text(unit, currency, observed.indicator.thresholds[level])
    came = e.ValueCame(
        value, max(observed.at, warning.observed_at), level, asked.times,
        "" if worst == value else worst, threshold, observed.source,
    )  # fmt: skip
    return [came]


def _accept(warning: WarningCase, act: Act, asked: c.Accept) -> list[e.Event]:
    if warning.settled is not None or warning.level is None:
        raise CommandRefused("warning-over", id=warning.id, standing=warning.standing(act.at))
    if asked.until <= act.at:
        raise CommandRefused("warning-accepted-past", until=asked.until, now=act.at)
    if asked.until - act.at > LONGEST:
        raise CommandRefused(
            "warning-accepted-too-long", until=asked.until, longest=LONGEST.days
        )  # fmt: skip
    why = reason(asked.reason, Reasoned.ACCEPTING)
    return [e.WarningAccepted(asked.until, why)]


def _promote(warning: WarningCase, asked: c.Promote) -> list[e.Event]:
    if warning.settled is Standing.PROMOTED:
        raise CommandRefused("warning-is-incident", id=warning.id, incident=warning.incident)
    return _end(warning, e.WarningPromoted(asked.incident), Standing.PROMOTED)


def _end(warning: WarningCase, event: e.Event, to: Standing) -> list[e.Event]:
    if warning.settled is to:
        return []
    if warning.settled is not None:
        raise CommandRefused("warning-over", id=warning.id, standing=warning.settled)
    return [event]
