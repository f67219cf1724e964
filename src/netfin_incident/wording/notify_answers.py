"""What the command line says about channels and test pages, and the words of a test page."""

from typing import Final

from netfin_incident.domain.text import Text

PERSON: Final = Text("person id, as in roster show", "人员标识，见 roster show")
CONTACT: Final = Text("only by this contact", "只用此联系方式")
CHANNEL: Final = Text(
    "only by the contacts that this channel carries; where there is none, to the channel itself",
    "只用由此渠道承载的联系方式；没有时发给渠道本身",
)

SUBJECT: Final = Text("TEST 测试: nothing has happened", "测试 TEST：并未发生事件")
TEXT: Final = Text(
    "TEST 测试. This page tests whether you can be reached. Nothing has happened and nothing is"
    " asked of you.\nAsked for by {who} at {when}.",
    "测试 TEST。本通知用于检验能否通知到您。并未发生事件，您无须处理。\n由 {who} 于 {when} 发起。",
)

ATTEMPT: Final = Text("{contact}: {result}: {reason}", "{contact}：{result}：{reason}")
ATTEMPT_WITH: Final = Text(
    "{contact}: {result}: {reason} ({detail})", "{contact}：{result}：{reason}（{detail}）"
)
WAIT: Final = Text("again in {seconds} s", "{seconds} 秒后再试")
MAYBE: Final = Text("it may have arrived", "可能已送达")
DIAL: Final = Text("{contact}: to be dialled by a person", "{contact}：须人工拨打")
NOTHING_SENT: Final = Text(
    "{person} has no contact that can be sent to; see netfin-incident notify check",
    "{person} 没有可发送的联系方式；见 netfin-incident notify check",
)
CHANNEL_SAID: Final = Text("channel {name}", "渠道 {name}")

NO_FILE: Final = Text(
    "There is no file of channels at {path}; docs/channels.md has an example",
    "没有通知渠道文件 {path}；示例见 docs/channels.md",
)
NO_ROSTER: Final = Text(
    "There is no roster, so nobody's contacts were looked at",
    "没有值班表，故未检查联系方式",
)
CHECKED: Final = Text(
    "Nothing to mend. Channels: {channels}; people who are reached: {people}",
    "没有需要更正之处。渠道 {channels} 个；可通知到 {people} 人",
)
