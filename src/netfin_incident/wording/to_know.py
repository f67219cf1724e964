"""The words of what else whoever takes over must know."""

from typing import Final

from netfin_incident.domain.text import Text

HEAD: Final = Text("Also to know", "另须知悉")
TO_CONFIRM: Final = Text(
    "entry #{entry}: {person} has still to confirm it", "第 {entry} 条：待 {person} 补认"
)
TO_REVIEW: Final = Text(
    "entry #{entry}: break-glass by {person}, another person reviews it",
    "第 {entry} 条：{person} 的紧急授权，待他人复核",
)
UNSENT: Final = Text("message {id} to {audience} is not sent", "致{audience}的消息 {id} 尚未发出")
UNDELIVERED: Final = Text(
    "{count} notices could not be delivered, to: {people}", "{count} 条通知未送达：{people}"
)
TODO: Final = Text("to do (#{entry}): {text}", "待办（第 {entry} 条）：{text}")
TO_ANSWER: Final = Text("not known yet: {names}", "待明确：{names}")
JOINT: Final = Text(", ", "、")
FOOT: Final = Text(
    "As of {at}. Journal #{seq} {anchor}", "截至 {at}。处置日志第 {seq} 条，链首 {anchor}"
)
