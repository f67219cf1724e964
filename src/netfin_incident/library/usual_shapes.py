"""The shapes that many tables use."""

from functools import partial
from typing import Final

from netfin_incident.domain.playbook import DueBySeverity, FlagBySeverity, RoleBySeverity
from netfin_incident.library import values
from netfin_incident.library.shapes import BySeverity, Listing, Value, Words

ID: Final = Value(values.identifier, "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")
VARIABLE: Final = Value(values.variable, "^[a-z][a-z0-9_]{0,63}$")
NEW_VARIABLE: Final = Value(values.new_variable, VARIABLE.pattern)
CLOCK: Final = Value(values.clock, "^[a-z0-9][a-z0-9.-]{0,63}$")
WORD: Final = Value(values.word, r"^\S{1,64}$")
LINE: Final = Value(values.line)
PERIOD: Final = Value(values.period, "^[1-9][0-9]? (day|week|month|year)s?$")
DAY: Final = Value(values.day, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
CONDITION: Final = Value(values.sentence)
ARGUMENT: Final = Value(values.argument)
PATTERN: Final = Value(values.pattern)
CAPTURE: Final = Value(values.capture)
PASSAGE: Final = Value(values.passage)
SPAN: Final = Value(values.span, "^(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$")
OFFSET: Final = Value(values.offset, SPAN.pattern)
PERCENT: Final = Value(values.percent, "^[1-9][0-9]{0,2}%$")
FLAG: Final = Value(values.flag, words=("true", "false"))

TEXT: Final = Words(values.line)
SENTENCE: Final = Words(values.sentence)
LONG_TEXT: Final = Words(values.passage)

DUE: Final = BySeverity(SPAN, DueBySeverity)
FLAGS: Final = BySeverity(FLAG, FlagBySeverity)
ROLES: Final = BySeverity(ID, RoleBySeverity)

IDS: Final = Listing(ID)
SOME_IDS: Final = Listing(ID, fewest=1)


def choice(*words: str) -> Value:
    """One of a closed list of words, or of the values of an enumeration."""
    plain = tuple(map(str, words))
    return Value(partial(values.choice, words=plain), words=plain)


def whole_number(at_most: int) -> Value:
    """A whole number from 1."""
    return Value(partial(values.whole_number, at_most=at_most), "^[1-9][0-9]*$")
