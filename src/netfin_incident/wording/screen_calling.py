"""The words of the terminal about who is called, who has acknowledged, who is on call, who watches."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

CALLS: Final = Text("Calls", "呼叫")
CALLS_EMPTY: Final = Text(
    "Nobody is called for this incident by itself.\n\nNo escalation policy is in force for it.",
    "本事件不会自动呼叫任何人。\n\n没有适用的升级策略。",
)

NOBODY_HAS_IT: Final = Text("nobody has acknowledged", "尚无人确认接报")
SOME_HAVE_IT: Final = Text(
    "{count} of {needed} have acknowledged", "所需 {needed} 人中已有 {count} 人确认接报"
)
MORE_WANTED: Final = Text(
    "escalated by hand, waits for another answer", "此后人工升级，等待再次确认接报"
)
USED_UP: Final = Text(
    "nobody has acknowledged, all levels are used up", "各级均已呼叫，尚无人确认接报"
)
HAVE_IT: Final = Text("acknowledged: {people}", "已确认接报：{people}")
NOT_CALLED: Final = Text("nobody is called by itself: no policy", "不自动呼叫：无适用策略")
NEXT_LEVEL: Final = Text("next: level {level} in {left}", "{left} 后呼叫第 {level} 级")
NEXT_FALLBACK: Final = Text("next: the fallback in {left}", "{left} 后呼叫兜底联系人")
LEVEL_DUE: Final = Text("next: level {level}, {left} late", "应呼叫第 {level} 级，已迟 {left}")
FALLBACK_DUE: Final = Text("next: the fallback, {left} late", "应呼叫兜底联系人，已迟 {left}")
REMINDS: Final = Text("reminder in {left}", "{left} 后提醒进展")
VOIDS: Final = Text("reminded, void in {left}", "已提醒，{left} 后失效")
JUST_CALLED: Final = Text("Level {level} was called: {people}", "已呼叫第 {level} 级：{people}")
JUST_FALLBACK: Final = Text("The fallback was called: {people}", "已呼叫兜底联系人：{people}")
JOINT: Final = Text(", ", "、")
NOBODY: Final = Text("nobody", "无人")

CLIMB: Final = Text("Escalation {n}: {name}, since {time}", "第 {n} 次升级：{name}，始于 {time}")
VOIDED: Final = Text("acknowledgements were void at {time}", "{time} 确认失效")
KNEW: Final = Text("not called again: {people}", "不再重复呼叫：{people}")
LEVEL: Final = Text("Level {level} {id}", "第 {level} 级 {id}")
FALLBACK: Final = Text("Fallback", "兜底联系人")
ROUND: Final = Text(", round {round}", "，第 {round} 轮")
TIMES: Final = Text(", time {round}", "，第 {round} 次")
CALLED_AT: Final = Text("called {at}", "{at} 呼叫")
CALLED_LATE: Final = Text(
    "called {at}, planned {due}, {late} late", "{at} 呼叫，应于 {due}，迟 {late}"
)
BY_HAND: Final = Text("escalated by {person}", "{person} 人工升级")
PASSED: Final = Text("passed over {at}: {because}", "{at} 跳过：{because}")
PLANNED_NEXT: Final = Text("in {left}, at {at}", "{left} 后，{at}")
PLANNED_LATE: Final = Text("due at {at}, {left} late", "应于 {at}，已迟 {left}")
PLANNED: Final = Text("at {at} where nobody acknowledges", "{at}，如仍无人确认")
NAMES: Final = Text("names: {targets}", "对象：{targets}")
TARGET: Final = Text("{kind} {id}", "{kind} {id}")
ACKNOWLEDGED_AT: Final = Text("acknowledged {at}", "{at} 确认接报")
NOT_ACKNOWLEDGED: Final = Text("no acknowledgement", "未确认")
AS_CHANNEL: Final = Text("channel, cannot acknowledge", "渠道，无法确认")
NO_WAY: Final = Text("no way to reach them", "无联系方式")

NOTICE_SIGN: Final[Mapping[str, str]] = {
    "pending": "..",
    "sent": "✓",
    "dead": "✗",
    "dropped": "-",
    "quarantined": "=",
}
"""By the state of a notice; the word for it stands beside."""
NOTICE: Final = Text("{sign} {way}: {state}", "{sign} {way}：{state}")
NOTICE_AT: Final = Text("{sign} {way}: {state} {at}", "{sign} {way}：{state} {at}")
NOTICE_WHY: Final = Text("{said}, {why}", "{said}，{why}")
TO_DIAL: Final = Text("dial {number} ({id})", "拨打 {number}（{id}）")
DIALLED: Final = Text("{at} {person}: {outcome}", "{at} {person}：{outcome}")
NOT_DIALLED: Final = Text("7 answered  8 no answer  9 busy", "7 接通  8 无人接听  9 占线")

ESCALATE: Final = Text("Call the next level now", "立即呼叫下一级")
ESCALATE_KEYS: Final = Text("Enter call them  Esc go back", "回车 立即呼叫  Esc 返回")
LOOKING: Final = Text("reading who is on call..", "正在查询值班人员..")
CALLS_LEVEL: Final = Text("Level {level} ({id}) calls:", "将呼叫第 {level} 级（{id}）：")
CALLS_FALLBACK: Final = Text("The fallback is called:", "将呼叫兜底联系人：")
PASSES: Final = Text(
    "Level {level} ({id}) is passed over: {because}", "跳过第 {level} 级（{id}）：{because}"
)
CALLS_NOBODY: Final = Text("nobody: who is on call cannot be found", "无人：查不到值班人员")
ONE: Final = Text("{person}: {ways}", "{person}：{ways}")
DIAL: Final = Text("to be dialled {number}", "须人工拨打 {number}")
HAVE_IT_ALREADY: Final = Text("Acknowledged already by {people}", "已有人确认接报：{people}")

ACKNOWLEDGE_FOR: Final = Text("Acknowledge for somebody on the phone", "代电话中的人员确认接报")
ACKNOWLEDGE_FOR_PERSON: Final = Text("Acknowledge for {person}", "代 {person} 确认接报")
ASK_FOR_CODE: Final = Text(
    "Ask for the six digits of their page. Without them, name the person; they confirm it later.",
    "请对方报出通知中的 6 位确认码。没有确认码时请填写人员，事后由其本人补认。",
)
CODE_OR_PERSON: Final = Text("Fill in the code, or else the person", "请填写确认码，或填写人员")
CODE_MARK: Final = Text("six digits", "6 位数字")
BY_PHONE: Final = Text("on the phone", "电话")
IN_PERSON: Final = Text("in person", "当面")

ON_CALL: Final = Text("On call now and next", "当前与下一班值班")
ON_CALL_KEYS: Final = Text("Esc close", "Esc 关闭")
ROTATION: Final = Text("{name} ({id})", "{name}（{id}）")
NOW_UNTIL: Final = Text("now   {person}, until {at} {zone}", "当前  {person}，至 {at} {zone}")
NOW_LONG: Final = Text("now   {person}", "当前  {person}")
THEN: Final = Text("next  {person}, from {at}", "下一班  {person}，{at} 起")
REACHED_BY: Final = Text("      {ways}", "      {ways}")
GAP_NOW: Final = Text("now   NOBODY is on call", "当前  无人值班")
GAP_NOW_UNTIL: Final = Text(
    "now   NOBODY is on call, until {at} {zone}", "当前  无人值班，至 {at} {zone}"
)
GAP_NEXT: Final = Text("next  NOBODY, from {at}", "下一班  无人值班，{at} 起")
GAP: Final = Text("GAP   nobody from {start} to {end}", "空档  {start} 至 {end} 无人值班")
GAP_ON: Final = Text(
    "GAP   nobody from {start} on, as far as {days} days ahead",
    "空档  {start} 起 {days} 天内均无人值班",
)
IDLE: Final = Text(
    "IDLE  override {id} has no effect: {person} is not on call",
    "无效  替班 {id} 不起作用：{person} 不在值班",
)
NO_ROTATIONS: Final = Text("The roster has no rotations.", "值班表中没有轮值。")

CARD_OFFER_KEYS: Final = Text(
    "Enter go on to the offer  Page keys scroll  Esc go back",
    "回车 继续移交  翻页键 滚动  Esc 返回",
)
CARD_ACCEPT_KEYS: Final = Text(
    "Enter accept the handover  Page keys scroll  Esc go back",
    "回车 接受交接  翻页键 滚动  Esc 返回",
)
CARD_KEYS: Final = Text("Page keys scroll  Esc close", "翻页键 滚动  Esc 关闭")
CARD_BRIEF: Final = Text("Brief of {person}", "{person} 的交接说明")

NOBODY_WATCHES: Final = Text(
    "NOBODY WATCHES   no level is called, no page is sent: netfin-incident watch",
    "无人值守   不会呼叫升级，也不会发送通知：netfin-incident watch",
)
WINDOW_WATCHES: Final = Text(
    "ONLY THIS WINDOW WATCHES   calls stop when it closes: netfin-incident watch",
    "仅本窗口在值守   关闭后停止呼叫与发送：netfin-incident watch",
)
OTHER_WINDOW_WATCHES: Final = Text(
    "ONLY A WINDOW WATCHES ({host}): netfin-incident watch",
    "仅有一个窗口在值守（{host}）：netfin-incident watch",
)
DEAD_NOTICES: Final = Text(
    "{count} notices could not be delivered: netfin-incident notify queue",
    "有 {count} 条通知未能送达：netfin-incident notify queue",
)
DEAD_NOTICE: Final = Text(
    "1 notice could not be delivered: netfin-incident notify queue",
    "有 1 条通知未能送达：netfin-incident notify queue",
)

WILL_CALL: Final = Text(
    "Policy {name}: level {level} calls {people} {when}",
    "策略 {name}：{when}呼叫第 {level} 级 {people}",
)
WILL_CALL_FALLBACK: Final = Text(
    "Policy {name}: the fallback calls {people} {when}",
    "策略 {name}：{when}呼叫兜底联系人 {people}",
)
AT_ONCE: Final = Text("at once", "立即")
AFTER: Final = Text("in {span}", "{span} 后")
YOU_HAVE_IT: Final = Text(
    "Policy {name}: you are on call and so have acknowledged", "策略 {name}：您在值班，即视为已确认"
)
WILL_CALL_NOBODY: Final = Text(
    "Nobody is called: no escalation policy is for it", "不会呼叫任何人：没有适用的升级策略"
)
CALLS_PROBLEM: Final = Text("Nobody is called: {why}", "不会呼叫任何人：{why}")
EMPTY_CALL: Final = Text(
    "Policy {name}: nobody can be found to call", "策略 {name}：查不到可呼叫的人员"
)
