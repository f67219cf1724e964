"""Reading what somebody types for a question, or a file has as a threshold."""

from decimal import Decimal

from netfin_incident.domain.criteria.predicates import Answer
from netfin_incident.domain.criteria.questions import Question
from netfin_incident.domain.expression.amounts import Money, plain
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
from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.text import clean_line


def read_answer(question: Question, typed: str, *, estimate: bool = False) -> Answer | None:
    """The answer that `typed` is; None where it is none of the question's kind."""
    line = clean_line(typed)
    if question.kind is VariableKind.MONEY:
        money = money_of(line)
        known = money is not None and money.amount >= 0
        return Answer(money.amount, estimate, money.currency) if money and known else None
    value = _value(question, line)
    return None if value is None or value < 0 else Answer(value, estimate)


def answer_text(question: Question, answer: Answer) -> str:
    """The one form in which an answer is kept: `12000`, `CNY 5000000`, `45m`, `true`, `national`."""
    match question.kind:
        case VariableKind.MONEY:
            return money_text(Money(answer.value, answer.currency))
        case VariableKind.FLAG:
            return "true" if answer.value else "false"
        case VariableKind.DURATION:
            return duration_kept(int(answer.value))
        case VariableKind.CHOICE:
            return question.choices[int(answer.value)]
        case VariableKind.PERCENT:
            return share_text(answer.value)
        case _:
            return plain(answer.value)


def _value(question: Question, line: str) -> Decimal | None:
    match question.kind:
        case VariableKind.FLAG:
            flag = flag_text(line)
            return Decimal(flag == "true") if flag else None
        case VariableKind.DURATION:
            seconds = seconds_of(line)
            return None if seconds is None else Decimal(seconds)
        case VariableKind.CHOICE:
            word = line.casefold()
            return Decimal(question.choices.index(word)) if word in question.choices else None
        case _:
            return _number(question, line)


def _number(question: Question, line: str) -> Decimal | None:
    number = number_of(line)
    if number is None or is_share(line) is question.is_count:
        return None
    is_whole = number == number.to_integral_value()
    return number if is_whole or not question.is_count else None
