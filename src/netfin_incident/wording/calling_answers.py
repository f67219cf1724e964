"""What the command line says of calls, acknowledgements, the ladder and the queue of notices."""

from typing import Final

from netfin_incident.domain.text import Text

CODE: Final = Text("code that the person reads from the page", "对方所念的确认码")
SEEN: Final = Text(
    "how often anybody was called when you looked; refused where it is more by now",
    "查看时的呼叫次数；此后如已再次呼叫则拒绝",
)
CALLED_PERSON: Final = Text("person who was telephoned", "电话联系的人员")
OUTCOME: Final = Text("answered, no-answer or busy", "接通、无人接听或占线")
DIALLED: Final = Text("contact id of the number that was dialled", "所拨号码的联系方式编号")
KEY: Final = Text("key of a notice, or the beginning of it", "通知编号或其开头")
DEAD: Final = Text("those that could not be delivered, instead", "改为列出未送达的通知")
ALL_DEAD: Final = Text("all that could not be delivered", "全部未送达的通知")

CALLED_BY: Final = Text(
    "{id}: by the policy “{policy}” level {level} is called at {at}: {people}",
    "{id}：按策略“{policy}”，{at} 呼叫第 {level} 级：{people}",
)
FALLBACK_BY: Final = Text(
    "{id}: by the policy “{policy}” the fallback is called at {at}: {people}",
    "{id}：按策略“{policy}”，{at} 呼叫兜底联系人：{people}",
)
HAVE_IT: Final = Text(
    "{id}: policy “{policy}”; acknowledged by: {people}",
    "{id}：策略“{policy}”；已确认接报：{people}",
)
NOBODY: Final = Text("nobody", "无人")
NOBODY_CALLED: Final = Text("{id}: nobody is called: {why}", "{id}：不呼叫任何人：{why}")
NO_POLICIES: Final = Text(
    "there are no escalation policies; they would be looked for here: {path}",
    "没有升级策略；会在此处查找：{path}",
)
NO_POLICY: Final = Text(
    "no escalation policy is meant for it (netfin-incident escalation show)",
    "没有适用的升级策略（netfin-incident escalation show）",
)
AFTERWARDS: Final = Text("it was entered afterwards", "事件系事后登记")
BROKEN: Final = Text(
    "the policies or the roster cannot be used: {why}", "升级策略或值班表无法使用：{why}"
)
TO_DIAL: Final = Text("dial {person}: {numbers}", "请拨打 {person}：{numbers}")
NOT_CERTAIN: Final = Text(
    "The roster or a policy cannot be used, so the people may be others or nobody: {why}",
    "值班表或升级策略无法使用，实际呼叫对象可能不同或没有：{why}",
)
NOT_KNOWN: Final = Text(
    "The name “{person}” is not known: no roster that can be read has it, and nobody of that name"
    " was called; it is written down all the same",
    "不认识“{person}”：可读取的值班表中没有，也没有呼叫过此人；仍已登记",
)
DID_YOU_MEAN: Final = Text("Did you mean {people}?", "是否指 {people}？")
TO_CORRECT: Final = Text(
    "If it is wrong: netfin-incident correct {id} {entry} --text TEXT --reason TEXT",
    "如有误：netfin-incident correct {id} {entry} --text 内容 --reason 原因",
)
NO_ROSTER: Final = Text("no roster can be read: {why}", "无法读取值班表：{why}")

NO_ESCALATION: Final = Text(
    "{id}: no escalation; nobody was called by a policy", "{id}：没有升级呼叫"
)
KNOWING: Final = Text("not called again: {people}", "不再重复呼叫：{people}")
ESCALATION: Final = Text(
    "Escalation {number} by the policy “{name}” ({policy}), since {at}",
    "第 {number} 次升级：策略“{name}”（{policy}），始于 {at}",
)
STILL_TO_COME: Final = Text("to come", "待呼叫")
HAS_ACKNOWLEDGED: Final = Text("has acknowledged", "已确认")
NOBODY_YET: Final = Text("nobody yet in escalation {number}", "第 {number} 次升级中尚无人确认")
SOME_YET: Final = Text(
    "{count} of {needed} needed in escalation {number}",
    "第 {number} 次升级所需 {needed} 人中已有 {count} 人确认接报",
)
MORE_WANTED: Final = Text(
    "escalated since by hand; waits for another acknowledgement", "此后人工升级，等待再次确认接报"
)
NEXT_LEVEL: Final = Text("{at}: level {level} is called", "{at}：呼叫第 {level} 级")
NEXT_FALLBACK: Final = Text("{at}: the fallback is called", "{at}：呼叫兜底联系人")
HEAD_LEVEL: Final = Text("level", "层级")
HEAD_DUE: Final = Text("due", "应于")
HEAD_CALLED: Final = Text("called", "实际呼叫")
HEAD_WHY: Final = Text("why", "原因")
LEVEL: Final = Text("{round}.{level} {id}", "{round}.{level} {id}")
FALLBACK: Final = Text("fallback, time {time}", "兜底，第 {time} 次")
PASSED_OVER: Final = Text("passed over: {why}", "跳过：{why}")
LATE_BY: Final = Text("(late by {span})", "（迟 {span}）")
BY_HAND: Final = Text("{why}, {person}", "{why}，{person}")
WHOM: Final = Text("{to} by {contact}: {state}", "{to}（{contact}）：{state}")
AS_CHANNEL: Final = Text("{to} (channel): {state}", "{to}（渠道）：{state}")
NOT_SENT: Final = Text("{to}: {how}", "{to}：{how}")
SECTION: Final = Text("{head}:", "{head}：")
JOINT: Final = Text("; ", "；")
LIST: Final = Text(", ", "、")
DIAL_ONLY: Final = Text("to be dialled", "须人工拨打")
NO_WAY: Final = Text("no way to reach them", "无联系方式")
TRIES: Final = Text("{count} attempts", "尝试 {count} 次")
HEAD_ACKNOWLEDGED: Final = Text("Acknowledged", "确认接报")
BY_CODE: Final = Text("by code, typed by {by}", "凭确认码，{by} 登记")
FOR_THEM: Final = Text(
    "typed by {by}, {basis}, without the code", "{by} 代为登记，{basis}，未凭确认码"
)
UNCONFIRMED: Final = Text("not confirmed yet", "尚未确认")
EXPIRED: Final = Text("void at {at}: {people}", "{at} 失效：{people}")
HEAD_CALLS: Final = Text("Telephoned", "电话联系")
HEAD_TOLD: Final = Text("Told besides", "其他通知")
HEAD_NEXT: Final = Text("Next", "接下来")
HEAD_NUMBERS: Final = Text("Numbers to dial", "可拨打的号码")
NEXT_REMINDER: Final = Text(
    "{at}: a reminder, unless something is recorded before", "{at}：如此前无任何登记，发出提醒"
)
NEXT_VOID: Final = Text(
    "{at}: the acknowledgement is void and the next level is called, unless something is recorded before",
    "{at}：如此前无任何登记，确认失效并呼叫下一级",
)
NEXT_NOTHING: Final = Text("nothing", "无")
SEEN_NOW: Final = Text(
    "call the next now: netfin-incident escalate {id} --seen {fires}",
    "立即呼叫下一级：netfin-incident escalate {id} --seen {fires}",
)
NUMBER_KEPT: Final = Text("{address} (cannot be read here)", "{address}（此处无法读取）")
NOBODY_TO_DIAL: Final = Text(
    "{id}: nobody was called, and nobody holds a role", "{id}：没有被呼叫的人员，也没有角色担任人"
)
NO_NUMBER: Final = Text("no number", "无号码")
SHOW_NEXT: Final = Text("next", "接下来")

NO_NOTICES: Final = Text("no notices are waiting", "没有待发送的通知")
NO_DEAD: Final = Text("no notice was left undelivered", "没有未送达的通知")
HEAD_KEY: Final = Text("key", "编号")
HEAD_INCIDENT: Final = Text("incident", "事件")
HEAD_STATE: Final = Text("state", "状态")
HEAD_PURPOSE: Final = Text("what", "类别")
HEAD_TO: Final = Text("to", "接收人")
HEAD_MADE: Final = Text("owed since", "产生于")
HEAD_AGAIN: Final = Text("tried again", "再次尝试")
HEAD_TRIES: Final = Text("attempts", "次数")
HEAD_REASON: Final = Text("why", "原因")
SENDING_NOW: Final = Text("being sent now", "正在发送")
AT_ONCE: Final = Text("at once", "立即")
RETRIED: Final = Text("notices that are tried again: {count}", "重新发送 {count} 条通知")
POINTLESS: Final = Text(
    "calls that were left out: {count}; somebody has acknowledged, or the emergency is over",
    "略过 {count} 条呼叫：已有人确认，或应急已结束",
)
