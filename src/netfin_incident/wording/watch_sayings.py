"""What the program says of a watch that does not do its work (NF-9221 to NF-9228)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_QUEUE: Final = Text(
    "See netfin-incident notify queue, and whether netfin-incident watch runs",
    "请看 netfin-incident notify queue，并确认 netfin-incident watch 在运行",
)

WATCH_SAYINGS: Final[dict[str, Saying]] = {
    "watch-absent": Saying(
        "NF-9221",
        Text("Nothing watches {path}", "{path} 无人值守"),
        Text(
            "no watcher was alive in the last {seconds} s, so nobody is called when time runs out",
            "最近 {seconds} 秒内没有值守进程的心跳，到时不会呼叫任何人",
        ),
        Text(
            "Start one: netfin-incident watch; docs/watch.md has a systemd unit",
            "请启动：netfin-incident watch；docs/watch.md 有 systemd 单元示例",
        ),
    ),
    "incident-overdue": Saying(
        "NF-9222",
        Text("Something is overdue in {id}", "{id} 有事项逾期"),
        Text("it was due {seconds} s ago", "应于 {seconds} 秒前处理"),
        Text(
            "See netfin-incident show {id}, and whether netfin-incident watch runs",
            "请看 netfin-incident show {id}，并确认 netfin-incident watch 在运行",
        ),
    ),
    "notice-overdue": Saying(
        "NF-9223",
        Text("Notice {key} of {id} to {to} is overdue", "{id} 发给 {to} 的通知 {key} 逾期"),
        Text("it was to be sent {seconds} s ago", "应于 {seconds} 秒前发出"),
        _QUEUE,
    ),
    "notice-dead": Saying(
        "NF-9224",
        Text("Notice {key} of {id} did not reach {to}", "{id} 的通知 {key} 未能送达 {to}"),
        Text(
            "it was given up, and nobody has acknowledged since",
            "已放弃发送，且此后无人确认接报",
        ),
        Text(
            "Call them, then netfin-incident ack {id}; or try again: netfin-incident notify retry {key}",
            "请电话联系，再用 netfin-incident ack {id} 确认；或重发：netfin-incident notify retry {key}",
        ),
    ),
    "notice-untold": Saying(
        "NF-9227",
        Text("Notice {key} of {id} did not reach {to}", "{id} 的通知 {key} 未能送达 {to}"),
        Text(
            "it was given up ({purpose}), and nothing has reached {to} since",
            "已放弃发送（{purpose}），且此后没有任何通知送达 {to}",
        ),
        Text(
            "Try again: netfin-incident notify retry {key}; or telephone them, then: "
            "netfin-incident call {id} {to} answered",
            "请重发：netfin-incident notify retry {key}；或电话联系后登记："
            "netfin-incident call {id} {to} 接通",
        ),
    ),
    "watch-only-terminal": Saying(
        "NF-9228",
        Text("Only a terminal window watches {path}", "{path} 仅由终端窗口代为值守"),
        Text(
            "when the window on {host} is closed, nobody is called any more",
            "{host} 上的窗口一旦关闭，就不再呼叫任何人",
        ),
        Text(
            "Start a watcher: netfin-incident watch; docs/watch.md has a systemd unit",
            "请启动值守进程：netfin-incident watch；docs/watch.md 有 systemd 单元示例",
        ),
    ),
    "alive-file-unusable": Saying(
        "NF-9225",
        Text("The file of --alive-file cannot be touched", "--alive-file 的文件无法更新"),
        Text("{path}: {why}", "{path}：{why}"),
        Text(
            "Name a file in a folder that this account may write: --alive-file FILE",
            "请指定本账号可写目录中的文件：--alive-file 文件",
        ),
    ),
    "watch-options": Saying(
        "NF-9226",
        Text("{first} and {second} cannot be given together", "{first} 与 {second} 不能同时使用"),
        Text("they ask for different things", "两者要求不同"),
        Text("See netfin-incident watch --help", "请看 netfin-incident watch --help"),
    ),
}
