"""Refusals about escalation and notices (NF-1181 to NF-1189)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

CALLING_REFUSALS: Final[dict[str, Saying]] = {
    "escalation-absent": Saying(
        "NF-1181",
        Text("{id} cannot be escalated", "{id} 无法升级"),
        Text("no escalation policy is in force for it", "该事件没有适用的升级策略"),
        Text(
            "See whom a policy would call: netfin-incident escalation show; who is on call: netfin-incident roster who",
            "查看升级策略：netfin-incident escalation show；查看值班人员：netfin-incident roster who",
        ),
    ),
    "escalation-over": Saying(
        "NF-1182",
        Text("{id} cannot be escalated", "{id} 无法升级"),
        Text(
            "its status is “{status}”: the emergency is over", "当前状态为“{status}”，应急已经结束"
        ),
        Text(
            "If it is not over, go back first: netfin-incident status ID responding --reason TEXT",
            "如应急尚未结束，请先退回处置中：netfin-incident status ID responding --reason TEXT",
        ),
    ),
    "already-escalated": Saying(
        "NF-1183",
        Text("{id} was escalated {seconds} s ago", "{id} 已在 {seconds} 秒前升级"),
        Text(
            "somebody was called since you looked; nobody is called twice",
            "在您查看之后已经呼叫过，不会重复呼叫",
        ),
        Text(
            "See who was called: netfin-incident ladder {id}; to call the next level too, press e again, or: netfin-incident escalate {id}",
            "查看呼叫情况：netfin-incident ladder {id}；如仍需呼叫下一级，请再按一次 e，或执行 netfin-incident escalate {id}",
        ),
    ),
    "calls-never-made": Saying(
        "NF-1187",
        Text("{id} was not called {seen} times", "{id} 没有呼叫过 {seen} 次"),
        Text(
            "--seen says how many calls you have seen; made so far: {fires}",
            "--seen 填写您查看时的呼叫次数；目前实际呼叫次数为 {fires}",
        ),
        Text(
            "See who was called: netfin-incident ladder {id}; to call the next level: netfin-incident escalate {id} --seen {fires}",
            "查看呼叫情况：netfin-incident ladder {id}；如需呼叫下一级，请执行 netfin-incident escalate {id} --seen {fires}",
        ),
    ),
    "notice-unknown": Saying(
        "NF-1184",
        Text("{id} has no notice {key}", "{id} 没有编号为 {key} 的通知"),
        Text("no notice begins with that key, or several do", "没有以该编号开头的通知，或不止一条"),
        Text("See them: netfin-incident notify queue", "查看通知：netfin-incident notify queue"),
    ),
    "notice-not-dead": Saying(
        "NF-1185",
        Text("The notice {key} cannot be tried again", "通知 {key} 无法重新发送"),
        Text(
            "its state is “{state}”; only one that was not delivered, or is held back, can",
            "其状态为“{state}”；仅未送达或暂扣的通知可以重新发送",
        ),
        Text("See them: netfin-incident notify queue", "查看通知：netfin-incident notify queue"),
    ),
    "notice-not-pending": Saying(
        "NF-1186",
        Text("The notice {key} cannot be held back", "通知 {key} 无法暂扣"),
        Text(
            "its state is “{state}”; only one that is still to be sent can",
            "其状态为“{state}”；仅尚未发送的通知可以暂扣",
        ),
        Text("See them: netfin-incident notify queue", "查看通知：netfin-incident notify queue"),
    ),
}
