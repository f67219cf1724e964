"""Refusals about the commands of steps (NF-1111 to NF-1119)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_BY_HAND: Final = Text(
    "Run it by hand, then write what came of it: netfin-incident note ID TEXT",
    "请改为手工执行，并记录结果：netfin-incident note ID TEXT",
)

COMMAND_REFUSALS: Final[dict[str, Saying]] = {
    "command-variable-unset": Saying(
        "NF-1111",
        Text("The command cannot be put together", "命令无法拼成"),
        Text("“{variable}” is not known yet", "“{variable}”尚无取值"),
        Text(
            "Answer it first; netfin-incident show ID lists the steps that ask",
            "请先填写该值；提问的步骤见 netfin-incident show ID",
        ),
    ),
    "command-value-option": Saying(
        "NF-1112",
        Text("“{value}” cannot stand in a command", "“{value}”不能放进命令"),
        Text(
            "the value of “{variable}” begins with -, and a program would take it for an option",
            "“{variable}”的值以 - 开头，程序会把它当作选项",
        ),
        _BY_HAND,
    ),
    "command-value-control": Saying(
        "NF-1113",
        Text("“{value}” cannot stand in a command", "“{value}”不能放进命令"),
        Text(
            "the value of “{variable}” holds a line end or another control character",
            "“{variable}”的值含有换行或其他控制字符",
        ),
        _BY_HAND,
    ),
    "command-program-varies": Saying(
        "NF-1114",
        Text("“{program}” cannot be run", "“{program}”不能执行"),
        Text(
            "which program it is would depend on a variable",
            "由变量决定执行哪个程序",
        ),
        _BY_HAND,
    ),
    "command-not-allowed": Saying(
        "NF-1115",
        Text("“{command}” may not be run here", "本机不允许执行“{command}”"),
        Text(
            "the list of allowed commands of this machine does not have it",
            "本机的允许执行命令清单中没有它",
        ),
        Text(
            "Run it by hand and write what came of it: netfin-incident note ID TEXT; the list is the file that netfin-incident config show names under commands",
            "请改为手工执行并记录结果：netfin-incident note ID TEXT；清单文件的位置见 netfin-incident config show 的 commands 一项",
        ),
    ),
    "command-risk-differs": Saying(
        "NF-1116",
        Text("The command may not be run here as it stands", "该命令按现有写法不能在本机执行"),
        Text(
            "the playbook calls its risk {given}, the list of allowed commands {allowed}",
            "预案标注的风险为 {given}，允许清单中为 {allowed}",
        ),
        Text(
            "Have the two agree: correct the playbook, or the file that netfin-incident config show names under commands",
            "请使二者一致：修改预案，或修改 netfin-incident config show 中 commands 一项所列文件",
        ),
    ),
    "command-value-path": Saying(
        "NF-1117",
        Text("The command was not run", "命令没有执行"),
        Text(
            "“{value}” for {variable} leads out of its folder",
            "{variable} 的取值“{value}”会越出所在目录",
        ),
        Text(
            "Correct it: netfin-incident answer ID {variable} VALUE",
            "请更正：netfin-incident answer ID {variable} VALUE",
        ),
    ),
}
