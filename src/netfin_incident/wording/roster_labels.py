"""The names of the members of the roster's closed lists, in English and in Chinese."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from netfin_incident.domain.days import Days
from netfin_incident.domain.roster import ContactChannel, Why
from netfin_incident.domain.rota.state import SwapState
from netfin_incident.domain.text import Text

ROSTER_LABELS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = {
    Why: {
        Why.PAST: Text("the record", "已记录"),
        Why.TEMPORARY: Text("temporary schedule", "临时排班"),
        Why.OVERRIDE: Text("override", "替班"),
        Why.LAYER: Text("turn", "轮值"),
        Why.NOBODY: Text("nobody", "无人值班"),
    },
    ContactChannel: {
        ContactChannel.PHONE: Text("phone", "电话"),
        ContactChannel.SMS: Text("text message", "短信"),
        ContactChannel.GATEWAY: Text("gateway", "机构网关"),
        ContactChannel.MAIL: Text("mail", "邮件"),
        ContactChannel.DINGTALK: Text("DingTalk", "钉钉"),
        ContactChannel.FEISHU: Text("Feishu", "飞书"),
        ContactChannel.WECOM: Text("WeCom", "企业微信"),
        ContactChannel.WEBHOOK: Text("webhook", "网络回调"),
        ContactChannel.APPRISE: Text("Apprise", "Apprise 渠道"),
        ContactChannel.FILE: Text("file", "文件"),
        ContactChannel.BELL: Text("terminal bell", "终端响铃"),
    },
    Days: {
        Days.EVERY: Text("every day", "每日"),
        Days.WORKDAYS: Text("workdays", "工作日"),
        Days.RESTDAYS: Text("rest days", "休息日"),
    },
    SwapState: {
        SwapState.OFFERED: Text("offered", "待对方确认"),
        SwapState.ACCEPTED: Text("accepted", "已接受"),
        SwapState.DECLINED: Text("declined", "已谢绝"),
        SwapState.WITHDRAWN: Text("withdrawn", "已撤回"),
    },
}
"""By type, as in `labels`, through which they are asked for."""
