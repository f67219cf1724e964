"""The words of the report's section on escalation."""

from typing import Final

from netfin_incident.domain.text import Text

LEVEL: Final = Text("{round}.{level} {id}", "{round}.{level} {id}")
FALLBACK: Final = Text("fallback, time {time}", "兜底，第 {time} 次")
PASSED_OVER: Final = Text("passed over: {why}", "跳过：{why}")
BY_HAND: Final = Text("{why} by {person}", "{why}，{person}")
NOTICE: Final = Text("{to} by {contact}: {state}", "{to}（{contact}）：{state}")
NOTICE_TO_CHANNEL: Final = Text("{to} (channel): {state}", "{to}（渠道）：{state}")
NOT_SENT: Final = Text("{to}: {how}", "{to}：{how}")
DIAL_ONLY: Final = Text("to be dialled", "须人工拨打")
NO_WAY: Final = Text("NO WAY TO REACH THEM", "无联系方式")
LATE_BY: Final = Text("late by {span}", "迟 {span}")
BECAUSE: Final = Text("{state}, {why}", "{state}，{why}")
TRIES: Final = Text("{state} after {count} attempts", "{state}（尝试 {count} 次）")
NOBODY: Final = Text("NOBODY", "无人")
BY_CODE: Final = Text("by the code of the page", "凭通知中的确认码")
WITHOUT_CODE: Final = Text("without a code", "未凭确认码")
IN_GENERATION: Final = Text("escalation {number}", "第 {number} 次升级")
NO_GENERATION: Final = Text("outside any escalation", "不在升级呼叫中")
