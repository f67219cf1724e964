"""Flags, amounts and lengths of time as people type them, in English or Chinese, any width.

Each reads to the one canonical text of its kind, and reads that text to itself.
"""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Final

from netfin_incident.domain.expression.amounts import (
    LONGEST,
    Money,
    duration_text,
    plain,
    read_number,
)

_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("￥"): ord("¥")}

_FLAGS: Final = {
    **dict.fromkeys(("true", "yes", "y", "是", "有", "对", "對"), "true"),
    **dict.fromkeys(("false", "no", "n", "否", "无", "無", "错", "錯", "没有", "沒有"), "false"),
}
_CURRENCIES: Final = {
    "¥": "CNY", "rmb": "CNY", "元": "CNY", "人民币": "CNY", "人民幣": "CNY", "元人民币": "CNY",
    "美元": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP",
}  # fmt: skip
_MONEY: Final = re.compile(r"([^-+0-9.]*)([-+]?)([0-9.]+[万萬亿億]?)([^-+0-9.]*)")
_BLANK: Final = re.compile(r"(?<![0-9]) | (?![0-9])")
_GROUPED: Final = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_UNITS: Final = {
    **dict.fromkeys(("d", "day", "days", "天", "日"), 86400),
    **dict.fromkeys(
        ("h", "hr", "hrs", "hour", "hours", "小时", "小時", "个小时", "個小時", "时", "時"), 3600
    ),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分钟", "分鐘", "分"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒", "秒钟", "秒鐘"), 1),
}
_HALF_AN_HOUR: Final = frozenset({"半小时", "半个小时", "半小時", "半個小時"})
_PART: Final = re.compile(r"([0-9]{1,10}(?:\.[0-9]{1,4})?)([^0-9.]+)")


def half_width(line: str) -> str:
    """`line` with full-width signs, digits and letters as their ASCII twins."""
    return line.translate(_HALF_WIDTH)


def flag_text(line: str) -> str:
    """`true` or `false`; empty where `line` is neither yes nor no."""
    return _FLAGS.get(half_width(line).lower(), "")


def number_of(line: str) -> Decimal | None:
    """A number; None where `line` is none.  `95%` is 0.95, `1,200` and `120万` are read too."""
    return _signed(_bare(line))


def is_share(line: str) -> bool:
    """Whether a number was typed as a share, `95%`, whatever it is a share of."""
    return half_width(line).rstrip().endswith("%")


def share_text(number: Decimal) -> str:
    """A share as it is kept: `95%`."""
    return f"{plain(number * 100)}%"


def money_of(line: str) -> Money | None:
    """An amount; CNY where no currency is named; None where `line` is none."""
    match = _MONEY.fullmatch(_bare(line).lower())
    if match is None or (match[1] and match[4] not in ("", "元")):
        return None
    number = _signed(match[2] + match[3])
    named = match[1] or match[4] or "¥"
    currency = _CURRENCIES.get(named) or (named.upper() if re.fullmatch("[a-z]{3}", named) else "")
    return Money(number, currency) if number is not None and currency else None


def money_text(money: Money) -> str:
    """An amount as it is kept: `CNY 1200000`."""
    return f"{money.currency} {plain(money.amount)}"


def seconds_of(line: str) -> int | None:
    """Whole seconds in `1h30m`, `15 minutes`, `1.5小时`; None where `line` is no length of time."""
    left = _BLANK.sub("", half_width(line)).lower()
    if left in _HALF_AN_HOUR:
        return 1800
    seconds, used = Decimal(0), set[int]()
    while left:
        part = _PART.match(left)
        unit = _UNITS.get(part[2]) if part else None
        if part is None or unit is None or unit in used:
            return None
        used.add(unit)
        seconds += Decimal(part[1]) * unit
        left = left[part.end() :]
    whole = int(seconds)
    return whole if used and whole == seconds and whole <= LONGEST else None


def duration_kept(seconds: int) -> str:
    """A length of time as it is kept: `1h30m`."""
    return duration_text(timedelta(seconds=seconds))


def _bare(line: str) -> str:
    """Half-width, without blanks but between digits, and without commas between thousands."""
    narrow = _BLANK.sub("", half_width(line))
    return _GROUPED.sub(lambda group: group[0].replace(",", ""), narrow)


def _signed(digits: str) -> Decimal | None:
    bare = digits.removeprefix("-").removeprefix("+") if digits[:2] not in ("-+", "+-") else ""
    number = read_number(bare)
    return -number if number is not None and digits.startswith("-") else number
