"""What stands around a number: whether the text means something else by it, or names an account.

Only a few characters before and after are looked at, so that it takes the same time for every
number, however long the text is.
"""

import re
from typing import Final

_BEFORE: Final = 24
"""How many characters before a number are looked at."""
_AFTER: Final = 8
_JOINED: Final = re.compile(
    r"[0-9A-Za-z_]*[A-Za-z_][0-9A-Za-z_]*-?$|[0-9]-$|[0-9]\.$|\b[0-9]{1,3},$"
)
"""Part of an identifier, of further digits, of a decimal, of thousands."""
_LABEL: Final = re.compile(
    r"(?:^|[^0-9A-Za-z_])(?:card|pan|visa|mastercard|unionpay|amex|jcb|id|idcard|tel|mob|mobile|phone"
    r"|cell|acct|account|no|nr)[-_]?$",
    re.IGNORECASE,
)
"""Words that may stand right before a number without making it part of an identifier."""
_GOES_ON: Final = re.compile(r"[0-9A-Za-z_]|-[0-9A-Za-z]|\.[0-9]|,[0-9]{3}(?![0-9])")
_UNIT: Final = re.compile(
    r" ?(?:[元万亿笔次条个户张份项]|(?:CNY|RMB|USD|EUR|bytes?|[KMG]i?B|[mnµ]?s)(?![0-9A-Za-z]))"
)
_MONEY: Final = re.compile(r"(?:[¥￥$€£]|(?<![A-Za-z])(?:CNY|RMB|USD|EUR|GBP|HKD|JPY)) ?$")
_NUMBERED: Final = re.compile(
    r"(?:(?:流水|订单|交易|批次|凭证|回执|请求|报文|追踪|工单|单)号?|编号|序号|参考号"
    r"|(?<![A-Za-z])(?:(?:order|request|trace|transaction|txn|batch|serial|ticket|receipt|reference|ref)"
    r"(?:[ _-]?(?:id|no|number|nr))?|(?:message|msg|event|job|build|process|thread)[ _-]?(?:id|no|number|nr)))"
    r"[ \t]{0,2}[.:：#=为是]?[ \t]{0,2}$",
    re.IGNORECASE,
)
"""A number of something that is no customer: an order, a request."""
_ACCOUNT: Final = re.compile(
    r"(?:[账帐]户?号|[账帐]户|卡号|银行卡|bank account|(?:account|acct|a/c|card)[ .]{0,2}(?:number|no|nr)\b)"
    r"[^0-9\n余额数笔]{0,10}$",
    re.IGNORECASE,
)


def is_otherwise_meant(plain: str, start: int, end: int) -> bool:
    """Whether what stands around a number says that it is none of a customer's."""
    before, after = plain[max(0, start - _BEFORE) : start], plain[end : end + _AFTER]
    if _GOES_ON.match(after) or _UNIT.match(after):
        return True
    if _JOINED.search(before) and not _LABEL.search(before):
        return True
    return bool(_MONEY.search(before) or _NUMBERED.search(before))


def is_named_account(plain: str, start: int) -> bool:
    """Whether the words before a number call it the number of an account or of a card."""
    return bool(_ACCOUNT.search(plain[max(0, start - _BEFORE) : start]))
