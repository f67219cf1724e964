"""What the command line says about watching."""

from typing import Final

from netfin_incident.domain.text import Text

ONCE: Final = Text("do and send what is due now, then end", "处理并发出当前到期的事项后结束")
CHECK: Final = Text(
    "say whether anything watches and what stands open; for a timer",
    "检查是否有值守进程以及有无未了结事项；供定时任务使用",
)
ALIVE_FILE: Final = Text(
    "touch this file every half minute while nothing stands open",
    "无未了结事项时，每半分钟更新一次此文件的时间",
)
ALIVE_URL: Final = Text(
    "GET this address likewise; env:NAME or file:/path, or the address itself",
    "同上，改为访问此地址；可写 env:名称、file:/路径 或地址本身",
)
QUIET: Final = Text("log only what goes wrong", "只记录异常")

WATCHING: Final = Text(
    "Watching {path} as {watcher}; escalation policies: {policies}; open incidents: {incidents}",
    "正在值守 {path}（{watcher}）；升级策略 {policies} 项；未关闭事件 {incidents} 起",
)
NO_POLICIES: Final = Text(
    "There is no file of escalation policies at {path}: for new incidents nobody is called",
    "没有升级策略文件 {path}：新事件不会呼叫任何人",
)
UNDELIVERED: Final = Text(
    "{count} could not be delivered; netfin-incident notify queue shows them",
    "有 {count} 条未能送达；用 netfin-incident notify queue 查看",
)
STILL_WAITING: Final = Text(
    "{count} still wait to be sent, the next until {at}; netfin-incident notify queue shows them",
    "尚有 {count} 条待发送，最早一条须等到 {at}；用 netfin-incident notify queue 查看",
)
WAITS_FOR_DATABASE: Final = Text(
    "There is no database at {path} yet; nothing is watched until there is one "
    "(netfin-incident declare or roster adopt makes it)",
    "尚无数据库 {path}；建立之前不值守（netfin-incident declare 或 roster adopt 会建立）",
)
HELD_BACK: Final = Text(
    "Held back: notice {key} of {id} to {to}: {reason}; netfin-incident notify retry {key} sends it",
    "已暂扣：{id} 发给 {to} 的通知 {key}：{reason}；用 netfin-incident notify retry {key} 发送",
)
ALL_DONE: Final = Text("Nothing is due any more", "已无到期事项")
ALIVE: Final = Text(
    "{watchers} watching, nothing stands open", "{watchers} 个值守进程在运行，无未了结事项"
)
