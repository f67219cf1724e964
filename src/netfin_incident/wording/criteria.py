"""The severity questionnaire in words: its questions, answers, operators and sources."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from netfin_incident.domain.criteria import QUESTIONS, Answer, Operator, Question, Threshold
from netfin_incident.domain.expression import Money
from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.text import Text
from netfin_incident.wording.condition_words import value_said
from netfin_incident.wording.language import Language, say

QUESTION_SAID: Final[Mapping[str, Text]] = {
    "customers": Text("customers affected", "受影响客户数"),
    "customers_share": Text("share of the service's customers", "受影响客户占该服务客户的比例"),
    "relevant_client": Text("a relevant client or counterparty is hit", "重要客户或交易对手受影响"),
    "counterparts_share": Text("share of counterparties affected", "受影响交易对手的比例"),
    "transactions": Text("transactions affected", "受影响交易笔数"),
    "transactions_share": Text(
        "share of the daily average of transactions", "受影响笔数占日均笔数的比例"
    ),
    "value": Text("value of the transactions affected", "受影响交易金额"),
    "value_share": Text("share of the daily average of value", "受影响金额占日均金额的比例"),
    "funds": Text("funds lost, missing or booked wrongly", "损失、短缺或错账的资金"),
    "costs": Text("gross costs and losses", "费用与损失总额"),
    "persons": Text("persons whose data is concerned", "个人信息受影响的人数"),
    "data": Text("data leaked, altered or lost", "数据泄露、篡改或丢失"),
    "data_adverse": Text(
        "loss of data with an adverse effect on objectives or compliance", "数据受损且影响经营目标或合规"
    ),
    "access": Text("successful malicious unauthorised access", "恶意的未授权访问得逞"),
    "access_data_loss": Text(
        "successful malicious access that may lead to loss of data", "恶意访问得逞且可能导致数据损失"
    ),
    "duration": Text("duration", "持续时间"),
    "downtime": Text(
        "downtime of a service that supports critical functions", "支撑关键功能的服务中断时间"
    ),
    "peak": Text("in peak hours", "处于业务高峰时段"),
    "regions": Text("provinces or regions affected", "受影响的省份或地区数"),
    "member_states": Text("Member States affected", "受影响的欧盟成员国数"),
    "critical_function": Text(
        "a service that supports critical or important functions is affected", "影响支撑关键或重要功能的服务"
    ),
    "authorised_service": Text("an authorised or supervised service is affected", "影响须经许可或受监管的服务"),
    "opinion": Text("public opinion", "社会舆情"),
    "media": Text("media reported on it", "已有媒体报道"),
    "complaints": Text("repetitive complaints", "反复收到投诉"),
    "requirements_missed": Text("regulatory requirements cannot be met", "无法满足监管要求"),
    "clients_lost": Text(
        "clients are likely lost, with a material effect", "可能流失客户且影响重大"
    ),
}  # fmt: skip
"""Every question, as a heading."""

CHOICE_SAID: Final[Mapping[str, Mapping[str, Text]]] = {
    "data": {
        "none": Text("none", "无"),
        "possible": Text("possible", "可能"),
        "confirmed": Text("confirmed", "已确认"),
    },
    "opinion": {
        "none": Text("none", "无"),
        "complaints": Text("complaints", "投诉增多"),
        "online": Text("spreads online", "网上扩散"),
        "local": Text("local media", "地方媒体报道"),
        "national": Text("national media", "全国性媒体报道"),
    },
}
ANSWERED_LIKE: Final[Mapping[VariableKind, Text]] = {
    VariableKind.NUMBER: Text("a whole number: 12000 or 1.2万", "整数，如 12000 或 1.2万"),
    VariableKind.PERCENT: Text("a percentage with its sign: 12%", "带百分号的比例，如 12%"),
    VariableKind.MONEY: Text("an amount: CNY 5000000 or 500万", "金额，如 CNY 5000000 或 500万"),
    VariableKind.DURATION: Text("a length of time: 30m or 2h", "时长，如 30m 或 2小时"),
    VariableKind.FLAG: Text("yes or no", "是或否"),
    VariableKind.CHOICE: Text("one of: {choices}", "可用：{choices}"),
}
"""What an answer to each kind of question looks like."""

CLASSIFICATION_SAID: Final[Mapping[str, Text]] = {
    "cn-cac-serious": Text("serious cybersecurity incident", "重大网络安全事件"),
    "cn-cac-larger": Text("larger cybersecurity incident", "较大网络安全事件"),
    "eu-dora-major": Text("major ICT-related incident (DORA)", "重大 ICT 相关事件（DORA）"),
}
CLASSIFICATION_SOURCE: Final[Mapping[str, Text]] = {
    "cn-cac-serious": Text(
        "CAC Measures on Reporting of National Cybersecurity Incidents, annex on grading",
        "《国家网络安全事件报告管理办法》附件《网络安全事件分级指南》",
    ),
    "cn-cac-larger": Text(
        "CAC Measures on Reporting of National Cybersecurity Incidents, annex on grading",
        "《国家网络安全事件报告管理办法》附件《网络安全事件分级指南》",
    ),
    "eu-dora-major": Text(
        "Commission Delegated Regulation (EU) 2024/1772, art. 8",
        "欧盟委员会授权条例 (EU) 2024/1772 第 8 条",
    ),
}
_REACHES: Final = Text("{name}: {value} or worse", "{name}：{value}及以上")
_SIGNS: Final[Mapping[Operator, str]] = {Operator.AT_LEAST: "≥", Operator.ABOVE: ">"}


def threshold_said(test: Threshold, language: Language) -> str:
    """A test with its operator as the source has it: `customers affected ≥ 100,000`."""
    question = QUESTIONS[test.question]
    name = say(QUESTION_SAID[question.id], language)
    if question.kind is VariableKind.FLAG:
        return name
    value = amount_said(question, Answer(test.limit, currency=test.currency), language)
    if question.kind is VariableKind.CHOICE:
        return say(_REACHES, language).format(name=name, value=value)
    return f"{name} {_SIGNS[test.operator]} {value}"


def amount_said(question: Question, answer: Answer, language: Language) -> str:
    """The value of an answer or threshold, in the unit of its question."""
    value = answer.value
    match question.kind:
        case VariableKind.FLAG:
            return say(value_said(bool(value)), language)
        case VariableKind.CHOICE:
            return say(CHOICE_SAID[question.id][question.choices[int(value)]], language)
        case VariableKind.DURATION:
            return say(value_said(timedelta(seconds=int(value))), language)
        case VariableKind.MONEY:
            return say(value_said(Money(value, answer.currency)), language)
        case VariableKind.PERCENT:
            return say(value_said(value, percent=True), language)
        case _:
            return f"{int(value):,}"
