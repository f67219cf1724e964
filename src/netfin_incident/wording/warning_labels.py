"""The names of the members of the closed lists about warnings, in English and in Chinese."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from netfin_incident.domain.indicators import IndicatorGroup
from netfin_incident.domain.text import Text
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel
from netfin_incident.domain.warning.state import Standing

WARNING_LABELS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = {
    WarningLevel: {
        WarningLevel.RED: Text("red", "红色"),
        WarningLevel.ORANGE: Text("orange", "橙色"),
        WarningLevel.YELLOW: Text("yellow", "黄色"),
        WarningLevel.BLUE: Text("blue", "蓝色"),
    },
    Standing: {
        Standing.OPEN: Text("open", "未处置完毕"),
        Standing.ACCEPTED: Text("accepted", "暂时接受"),
        Standing.SUBSIDED: Text("subsided", "已回落"),
        Standing.PROMOTED: Text("became an incident", "已转为事件"),
        Standing.FALSE: Text("false", "误报"),
        Standing.CLOSED: Text("closed", "已关闭"),
    },
    IndicatorGroup: {
        IndicatorGroup.TRANSACTIONS: Text("transactions", "交易"),
        IndicatorGroup.SYSTEMS: Text("systems", "系统"),
        IndicatorGroup.CUSTOMER_SERVICE: Text("customer service", "客户服务"),
        IndicatorGroup.LIQUIDITY: Text("liquidity", "流动性"),
        IndicatorGroup.FRAUD: Text("fraud", "欺诈"),
    },
    Unit: {
        Unit.COUNT: Text("count", "计数"),
        Unit.PERCENT: Text("percentage", "百分比"),
        Unit.MONEY: Text("amount", "金额"),
        Unit.DURATION: Text("length of time", "时长"),
        Unit.NUMBER: Text("number", "数值"),
    },
    Comparison: {
        Comparison.AT_LEAST: Text("at least", "达到及以上"),
        Comparison.ABOVE: Text("above", "超过"),
        Comparison.AT_MOST: Text("at most", "达到及以下"),
        Comparison.BELOW: Text("below", "低于"),
    },
}
