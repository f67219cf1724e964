"""The values of variables: from what a person typed to the text that is kept, and to a value.

Kept are `true` and `false`, `1200000`, `CNY 1200000`, `1h30m`, a line of text, the id of a choice,
and a list as its lines.  What is kept reads to itself.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from netfin_incident.domain.expression.amounts import plain
from netfin_incident.domain.expression.nodes import Value
from netfin_incident.domain.expression.typed import (
    duration_kept,
    flag_text,
    is_share,
    money_of,
    money_text,
    number_of,
    seconds_of,
    share_text,
)
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.playbook.variables import Variable, VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import MAX_LINE, Text, clean, clean_line
from netfin_incident.domain.vocabulary import Reserved
from netfin_incident.errors import CommandRefused

_MOST: Final = 10
"""Highest percentage: 1000 %."""
MOST_LINES: Final = 100
"""Most lines of a list."""

_BETWEEN_LINES: Final = re.compile(r"[\n,，、;；]")


def read_value(variable: Variable, typed: str) -> str:
    """What somebody typed for `variable`, as it is kept.

    Raises:
        CommandRefused: it is empty, too long, or not a value of that kind.
    """
    line = clean_line(typed)
    if not line:
        raise CommandRefused("answer-empty", variable=variable.name, name=variable.id)
    match variable.kind:
        case VariableKind.FLAG:
            return _flag(variable, line)
        case VariableKind.NUMBER:
            return _number(variable, line)
        case VariableKind.PERCENT:
            return _percent(variable, line)
        case VariableKind.MONEY:
            return _money(variable, line)
        case VariableKind.DURATION:
            return _duration(variable, line)
        case VariableKind.TEXT:
            return _short(variable, line)
        case VariableKind.CHOICE:
            return _choice(variable, line)
        case VariableKind.LIST:
            return _list(variable, clean(typed))


def value_of(variable: Variable, canonical: str) -> Value | None:
    """The value of what is kept; None where another playbook keeps another kind by that name."""
    try:
        if read_value(variable, canonical) != canonical:
            return None
    except CommandRefused:
        return None
    match variable.kind:
        case VariableKind.FLAG:
            return canonical == "true"
        case VariableKind.NUMBER | VariableKind.PERCENT:
            return number_of(canonical)
        case VariableKind.MONEY:
            return money_of(canonical)
        case VariableKind.DURATION:
            seconds = seconds_of(canonical)
            return None if seconds is None else timedelta(seconds=seconds)
        case VariableKind.LIST:
            return tuple(canonical.split("\n"))
        case _:
            return canonical


def values_of(variables: Mapping[str, Variable], kept: Mapping[str, str]) -> dict[str, Value]:
    """Everything that is known, as conditions read it: the kept texts, and the incident's own."""
    values: dict[str, Value] = {}
    for name, text in kept.items():
        value = _own(name, text) if name in _OWN else None
        if name in variables:
            value = value_of(variables[name], text)
        if value is not None:
            values[name] = value
    return values


_OWN: Final = frozenset(Reserved)
_GRADED: Final = (Reserved.SEVERITY, Reserved.LEVEL)


def _own(name: str, text: str) -> Value | None:
    if name in _GRADED:
        return Severity.__members__.get(text)
    return text or None


def _flag(variable: Variable, line: str) -> str:
    text = flag_text(line)
    if not text:
        raise CommandRefused(
            "answer-not-a-flag", variable=variable.name, name=variable.id, given=line
        )
    return text


def _number(variable: Variable, line: str) -> str:
    number = number_of(line)
    if number is None:
        raise CommandRefused(
            "answer-not-a-number", variable=variable.name, name=variable.id, given=line
        )
    return share_text(number) if is_share(line) else plain(number)


def _percent(variable: Variable, line: str) -> str:
    number = number_of(line)
    if number is None or not is_share(line) or not 0 <= number <= _MOST:
        raise CommandRefused(
            "answer-not-a-percentage", variable=variable.name, name=variable.id, given=line
        )
    return share_text(number)


def _money(variable: Variable, line: str) -> str:
    money = money_of(line)
    if money is None:
        raise CommandRefused(
            "answer-not-money", variable=variable.name, name=variable.id, given=line
        )
    return money_text(money)


def _duration(variable: Variable, line: str) -> str:
    seconds = seconds_of(line)
    if seconds is not None:
        return duration_kept(seconds)
    if number_of(line) is not None:
        raise CommandRefused(
            "answer-without-unit", variable=variable.name, name=variable.id, given=line
        )
    raise CommandRefused(
        "answer-not-a-duration", variable=variable.name, name=variable.id, given=line
    )


def _short(variable: Variable, line: str) -> str:
    if len(line) > MAX_LINE:
        raise CommandRefused(
            "answer-long", variable=variable.name, longest=MAX_LINE, most=MOST_LINES
        )
    return line


def _choice(variable: Variable, line: str) -> str:
    asked = line.casefold()
    named = {
        name.casefold(): choice.id
        for choice in reversed(variable.choices)
        for name in (choice.name.zh, choice.name.en)
    }
    named |= {choice.id.casefold(): choice.id for choice in reversed(variable.choices)}
    if asked in named:
        return named[asked]
    raise CommandRefused(
        "answer-not-a-choice",
        variable=variable.name,
        name=variable.id,
        given=line,
        choices=[
            Text(f"{choice.id} ({choice.name.en})", f"{choice.id}（{choice.name.zh}）")
            for choice in variable.choices
        ],
        nearest=nearest(line, [choice.id for choice in variable.choices]),
    )


def _list(variable: Variable, text: str) -> str:
    items = (clean_line(item) for item in _BETWEEN_LINES.split(text))
    lines = [_short(variable, item) for item in dict.fromkeys(items) if item]
    if not lines:
        raise CommandRefused("answer-empty", variable=variable.name, name=variable.id)
    if len(lines) > MOST_LINES:
        raise CommandRefused(
            "answer-long", variable=variable.name, longest=MAX_LINE, most=MOST_LINES
        )
    return "\n".join(lines)
