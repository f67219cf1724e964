"""Refusals about what was typed for a variable (NF-1101 to NF-1109)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_WHAT: Final = Text("“{given}” is no answer for: {variable}", "“{given}”不能作为“{variable}”的答复")

ANSWER_REFUSALS: Final[dict[str, Saying]] = {
    "answer-empty": Saying(
        "NF-1101",
        Text("Nothing was answered for: {variable}", "“{variable}”没有填写"),
        Text("an empty answer says nothing", "空白不是答复"),
        Text(
            "Say what is known: netfin-incident answer ID {name} VALUE; or leave it for later with Esc",
            "请填写已知情况：netfin-incident answer ID {name} VALUE；或按 Esc 稍后再填",
        ),
    ),
    "answer-not-a-flag": Saying(
        "NF-1102",
        _WHAT,
        Text("it is asked with yes or no", "只能回答是或否"),
        Text(
            "Type yes or no: netfin-incident answer ID {name} yes",
            "请输入 是 或 否：netfin-incident answer ID {name} 是",
        ),
    ),
    "answer-not-a-percentage": Saying(
        "NF-1109",
        _WHAT,
        Text(
            "a percentage is needed, from 0% to 1000%; without the sign, 5 could be 5% or 500%",
            "需要 0% 至 1000% 之间的百分比；不写百分号时，5 可能是 5% 也可能是 500%",
        ),
        Text(
            "Type it with its sign: netfin-incident answer ID {name} 62%",
            "请带百分号输入：netfin-incident answer ID {name} 62%",
        ),
    ),
    "answer-not-a-number": Saying(
        "NF-1103",
        _WHAT,
        Text(
            "a number is needed, with at most 15 digits and 8 after the point",
            "需要数字，整数至多 15 位，小数至多 8 位",
        ),
        Text(
            "Type it as 12, 0.5 or 1,200: netfin-incident answer ID {name} 95%",
            "请输入如 12、0.5 或 1.2万：netfin-incident answer ID {name} 95%",
        ),
    ),
    "answer-not-money": Saying(
        "NF-1104",
        _WHAT,
        Text(
            "an amount is needed; one without a currency is taken for CNY",
            "需要金额；不写币种即为人民币",
        ),
        Text(
            'Type it as 1,200,000 or USD 5000: netfin-incident answer ID {name} "CNY 1200000"',
            "请输入如 1200000 或 USD 5000：netfin-incident answer ID {name} 120万元",
        ),
    ),
    "answer-not-a-duration": Saying(
        "NF-1105",
        _WHAT,
        Text(
            "a length of time of at most ten years is needed, to the second",
            "需要时长，精确到秒，不超过十年",
        ),
        Text(
            "Type it as 45s, 1h30m or 2d: netfin-incident answer ID {name} 15m",
            "请输入如 45s、1小时30分 或 2d：netfin-incident answer ID {name} 15分钟",
        ),
    ),
    "answer-without-unit": Saying(
        "NF-1106",
        _WHAT,
        Text("it does not say minutes or hours", "没有写明是分钟还是小时"),
        Text(
            "Type it with its unit, {given}m or {given}h: netfin-incident answer ID {name} {given}m",
            "请带上单位，{given}分钟或{given}小时：netfin-incident answer ID {name} {given}分钟",
        ),
    ),
    "answer-not-a-choice": Saying(
        "NF-1107",
        _WHAT,
        Text("the answers are {choices}", "可选答复：{choices}"),
        Text(
            "{did_you_mean}Type one of them: netfin-incident answer ID {name} CHOICE",
            "{did_you_mean}请输入其中之一：netfin-incident answer ID {name} CHOICE",
        ),
    ),
    "answer-long": Saying(
        "NF-1108",
        Text("The answer is too long for: {variable}", "“{variable}”的答复太长"),
        Text(
            "a line has at most {longest} characters, a list at most {most} lines",
            "一行至多 {longest} 个字符，列表至多 {most} 项",
        ),
        Text(
            "Shorten it, and keep the whole with: netfin-incident note ID TEXT",
            "请缩短，完整内容可另记：netfin-incident note ID TEXT",
        ),
    ),
}
