"""What is said of customer data that was masked, or that will be."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.customer_data import Kind
from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Language, say

MASKED: Final = Text(
    "Masked: {what}. With --keep-raw a text that stays in the house keeps what was typed",
    "已掩码：{what}。不对外的文字可加 --keep-raw 按所填保留",
)
MASKED_BRIEFLY: Final = Text("masked: {what}", "已掩码：{what}")
WILL_BE_MASKED: Final = Text(
    "Will be masked: {what}  Ctrl+R keeps it as typed, where it stays in the house",
    "将掩码：{what}；Ctrl+R 按所填保留（仅限不对外的文字）",
)
WILL_STAY: Final = Text(
    "Kept as typed, where it stays in the house: {what}  Ctrl+R masks it",
    "按所填保留（仅限不对外的文字）：{what}；Ctrl+R 改为掩码",
)

_ONE: Final[Mapping[Kind, Text]] = {
    Kind.CARD: Text("1 card number", "1 个银行卡号"),
    Kind.IDENTITY: Text("1 identity number", "1 个身份证号"),
    Kind.MOBILE: Text("1 mobile number", "1 个手机号"),
    Kind.ACCOUNT: Text("1 account number", "1 个账号"),
}
_MANY: Final[Mapping[Kind, Text]] = {
    Kind.CARD: Text("{count} card numbers", "{count} 个银行卡号"),
    Kind.IDENTITY: Text("{count} identity numbers", "{count} 个身份证号"),
    Kind.MOBILE: Text("{count} mobile numbers", "{count} 个手机号"),
    Kind.ACCOUNT: Text("{count} account numbers", "{count} 个账号"),
}
_JOINT: Final = Text(", ", "、")


def masked_said(counts: Mapping[Kind, int], language: Language) -> str:
    """How much of each kind: `2 card numbers, 1 mobile number`."""
    parts = [
        say((_ONE if counts[kind] == 1 else _MANY)[kind], language).format(count=counts[kind])
        for kind in Kind
        if counts.get(kind)
    ]
    return say(_JOINT, language).join(parts)
