"""The names of the members of the closed lists of the firm, in English and in Chinese."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from netfin_incident.domain.firm import Applies, ContactKind, Licence
from netfin_incident.domain.text import Text

_LABELS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = {
    Licence: {
        Licence.BANK: Text("bank", "银行"),
        Licence.PAYMENT: Text("payment institution", "支付机构"),
        Licence.E_MONEY: Text("e-money institution", "电子货币机构"),
        Licence.CONSUMER_FINANCE: Text("consumer finance", "消费金融"),
        Licence.SMALL_LOAN: Text("small loans", "小额贷款"),
        Licence.GUARANTEE: Text("financing guarantee", "融资担保"),
        Licence.INSURANCE: Text("insurance", "保险"),
        Licence.INSURANCE_BROKER: Text("insurance broker", "保险中介"),
        Licence.SECURITIES: Text("securities", "证券"),
        Licence.FUND: Text("fund management", "基金管理"),
        Licence.FUND_SALES: Text("fund sales", "基金销售"),
        Licence.WEALTH_MANAGEMENT: Text("wealth management", "理财"),
        Licence.CREDIT_REPORTING: Text("credit reporting", "征信"),
        Licence.CLEARING: Text("clearing", "清算"),
        Licence.SERVICE_PROVIDER: Text("service provider without a licence", "无牌照的服务机构"),
        Licence.OTHER: Text("other", "其他"),
    },
    ContactKind: {
        ContactKind.AUTHORITY: Text("authority", "监管机构"),
        ContactKind.CLEARING_HOUSE: Text("clearing house", "清算机构"),
        ContactKind.PARTNER_BANK: Text("partner bank", "合作银行"),
        ContactKind.VENDOR: Text("vendor", "供应商"),
        ContactKind.POLICE: Text("police", "公安机关"),
        ContactKind.MEDIA: Text("media", "媒体"),
        ContactKind.OTHER: Text("other", "其他"),
    },
    Applies: {
        Applies.YES: Text("applies", "适用"),
        Applies.NO: Text("does not apply", "不适用"),
        Applies.UNKNOWN: Text("not known", "未知"),
    },
}


def firm_label(member: Enum) -> Text:
    """The name that people read for `member`."""
    return _LABELS[type(member)][member]
