"""What the program says of a command it cannot run or whose output it cannot keep (NF-917x)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

RUNNING_SAYINGS: Final[dict[str, Saying]] = {
    "command-missing": Saying(
        "NF-9171",
        Text("{program} was not run", "未执行 {program}"),
        Text("there is no such program on this machine", "本机没有该程序"),
        Text("Check the name with: ls -l {program}", "请核对名称：ls -l {program}"),
    ),
    "command-not-executable": Saying(
        "NF-9172",
        Text("{program} was not run", "未执行 {program}"),
        Text("you may not execute it", "您没有执行权限"),
        Text("Check its permissions with: ls -l {program}", "请核对权限：ls -l {program}"),
    ),
    "command-not-started": Saying(
        "NF-9173",
        Text("{program} could not be started", "无法启动 {program}"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text(
            "Run it by hand, then write what came of it: netfin-incident note ID TEXT",
            "请改为手工执行，并记录结果：netfin-incident note ID TEXT",
        ),
    ),
    "command-not-confirmed": Saying(
        "NF-9175",
        Text("The command was not run", "命令没有执行"),
        Text("nobody can be asked here to confirm it", "此处无法请人确认"),
        Text("Run it on a terminal, or add --yes", "请在终端中执行，或加上 --yes"),
    ),
    "evidence-folder-unusable": Saying(
        "NF-9174",
        Text("The output was not kept as evidence", "命令输出未能存为证据"),
        Text("{path} is no folder of its own", "{path} 不是独立的目录"),
        Text("See what is there with: ls -ld {path}", "请查看该处：ls -ld {path}"),
    ),
}
