"""The values, names and comparisons of conditions, as words."""

from datetime import timedelta
from decimal import Decimal
from typing import Final

from netfin_incident.domain.expression import Money, Reserved, Value, plain
from netfin_incident.domain.playbook import Variable, VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import filled, joined

YES: Final = Text("yes", "是")
NO: Final = Text("no", "否")

RESERVED_SAID: Final = {
    Reserved.SEVERITY: Text("the severity", "事件等级"),
    Reserved.LEVEL: Text("the response level", "响应级别"),
    Reserved.MODE: Text("the mode", "事件性质"),
    Reserved.SERVICE: Text("the service", "业务服务"),
}

AMOUNT_WORDS: Final = {
    ">": Text("{} is more than {}", "{}超过{}"),
    ">=": Text("{} is at least {}", "{}不低于{}"),
    "<": Text("{} is less than {}", "{}低于{}"),
    "<=": Text("{} is at most {}", "{}不超过{}"),
    "==": Text("{} is {}", "{}为{}"),
    "!=": Text("{} is not {}", "{}不为{}"),
}
DURATION_WORDS: Final = AMOUNT_WORDS | {
    ">=": Text("{} is at least {}", "{}不少于{}"),
    "<": Text("{} is less than {}", "{}少于{}"),
}
SEVERITY_WORDS: Final = AMOUNT_WORDS | {
    ">": Text("{} is milder than {}", "{}低于{}"),
    ">=": Text("{} is {} or milder", "{}为{}及以下"),
    "<": Text("{} is worse than {}", "{}高于{}"),
    "<=": Text("{} is {} or worse", "{}为{}及以上"),
}
LEVEL_WORDS: Final = AMOUNT_WORDS | {
    ">": Text("{} is lower than {}", "{}低于{}"),
    ">=": Text("{} is {} or lower", "{}为{}及以下"),
    "<": Text("{} is higher than {}", "{}高于{}"),
    "<=": Text("{} is {} or higher", "{}为{}及以上"),
}
SAME_WORDS: Final = {
    "==": Text("{} is the same as {}", "{}与{}相同"),
    "!=": Text("{} differs from {}", "{}与{}不同"),
}
MODE_WORDS: Final = {
    (Mode.DRILL, "=="): Text("this is a drill", "本次为演练"),
    (Mode.DRILL, "!="): Text("this is not a drill", "本次不是演练"),
    (Mode.LIVE, "=="): Text("this is a real incident", "本次为真实事件"),
    (Mode.LIVE, "!="): Text("this is not a real incident", "本次不是真实事件"),
}

_QUOTED: Final = Text("“{}”", "“{}”")
_LISTED: Final = Text(", ", "、")
_UNITS: Final = (
    (86400, Text("day", "天")),
    (3600, Text("hour", "小时")),
    (60, Text("minute", "分钟")),
    (1, Text("second", "秒")),
)
_TEN_THOUSAND: Final = Decimal(10_000)
_HUNDRED_MILLION: Final = Decimal(100_000_000)


def value_said(value: Value, variable: Variable | None = None, *, percent: bool = False) -> Text:
    """A value as words; that of a choice by its name, that of `variable`."""
    match value:
        case bool():
            return YES if value else NO
        case Decimal():
            by_kind = variable is not None and variable.kind is VariableKind.PERCENT
            return _same(f"{plain(value * 100)}%" if percent or by_kind else plain(value))
        case Money():
            return _money(value)
        case timedelta():
            return _duration(value)
        case Severity():
            return Text(value.roman, f"{'ⅠⅡⅢⅣ'[value - 1]}级")
        case Mode():
            return label(value)
        case str():
            return _word(value, variable)
        case tuple():
            return joined(_LISTED, (_same(line) for line in value))


def quoted(value: Value, variable: Variable | None = None, *, percent: bool = False) -> Text:
    """`value_said`, with words in quotation marks."""
    said = value_said(value, variable, percent=percent)
    is_word = isinstance(value, str) and not isinstance(value, Mode)
    return filled(_QUOTED, said) if is_word else said


def name_said(name: str, variable: Variable | None) -> Text:
    """What is read, inside a sentence; a variable that nobody declared by its id."""
    if variable is not None:
        return variable.name
    return RESERVED_SAID[Reserved(name)] if name in frozenset(Reserved) else _same(name)


def _same(text: str) -> Text:
    return Text(text, text)


def _word(value: str, variable: Variable | None) -> Text:
    if variable is not None and variable.kind is VariableKind.CHOICE:
        named = (choice.name for choice in variable.choices if choice.id == value)
        return next(named, _same(value))
    return _same(value)


def _money(money: Money) -> Text:
    amount, sign = abs(money.amount), "-" if money.amount < 0 else ""
    written = _grouped(amount)
    english = f"{money.currency} {sign}{written}"
    if money.currency != "CNY":
        return _same(english)
    if amount >= _HUNDRED_MILLION and amount % (_TEN_THOUSAND * 100) == 0:
        written = f"{plain(amount / _HUNDRED_MILLION)}亿"
    elif amount >= _TEN_THOUSAND and amount % 100 == 0:
        written = f"{_grouped(amount / _TEN_THOUSAND)}万"
    return Text(english, f"{sign}{written}元")


def _grouped(amount: Decimal) -> str:
    """The amount with commas between its thousands."""
    whole, point, places = plain(amount).partition(".")
    return f"{int(whole):,}{point}{places}"


def _duration(length: timedelta) -> Text:
    """A length of time in full: `1 hour 30 minutes`, `1小时30分钟`."""
    left = abs(int(length.total_seconds()))
    english: list[str] = []
    chinese: list[str] = []
    for size, unit in _UNITS:
        count, left = divmod(left, size)
        if count or (size == 1 and not english):
            english.append(f"{count} {unit.en}{'' if count == 1 else 's'}")
            chinese.append(f"{count}{unit.zh}")
    minus = Text("minus ", "负") if length < timedelta(0) else Text("", "")
    return Text(minus.en + " ".join(english), minus.zh + "".join(chinese))
