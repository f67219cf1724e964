"""What the program says of services and of allowed commands as files name them (NF-2181 to NF-2198)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

SERVICE_SAYINGS: Final[dict[str, Saying]] = {
    "dependency-unknown": Saying(
        "NF-2181",
        Text(
            "“{service}” stands on “{given}”, which is no service",
            "“{service}”所依赖的“{given}”不是业务服务",
        ),
        Text(
            "what it stands on must be in the same file",
            "被依赖的业务服务须写在同一文件中",
        ),
        Text("Services to choose from: {choices}", "可用的业务服务：{choices}"),
    ),
    "dependency-circle": Saying(
        "NF-2182",
        Text("These services stand on each other", "这些业务服务互相依赖"),
        Text("{path}", "{path}"),
        Text(
            "Take one of them out of depends_on; name what truly stops the other",
            "请从 depends_on 中去掉其一，只写真正会导致中断的依赖",
        ),
    ),
    "owner-is-deputy": Saying(
        "NF-2183",
        Text("“{service}” has {owner} as owner and as deputy", "“{service}”的 A 角与 B 角都是 {owner}"),
        Text(
            "the deputy stands in when the owner cannot be reached",
            "B 角是在联系不上 A 角时顶替的人",
        ),
        Text("Write deputy: and another person or team", "请在 deputy: 写另一人员或团队"),
    ),
    "service-unknown": Saying(
        "NF-2184",
        Text("There is no service “{given}”", "没有业务服务“{given}”"),
        Text("the nearest or all of those known: {choices}", "相近或现有的业务服务：{choices}"),
        Text(
            "See them all: netfin-incident service list",
            "查看全部：netfin-incident service list",
        ),
    ),
    "service-playbook-unknown": Saying(
        "NF-2185",
        Text("There is no playbook “{given}” for the service", "业务服务所列的预案“{given}”不存在"),
        Text("the nearest or all of those known: {choices}", "相近或现有的预案：{choices}"),
        Text(
            "Correct playbooks here; see them all: netfin-incident playbook list",
            "请改正此处的 playbooks；查看全部：netfin-incident playbook list",
        ),
    ),
}  # fmt: skip

ALLOWED_SAYINGS: Final[dict[str, Saying]] = {
    "allowed-foreign-owner": Saying(
        "NF-2190",
        Text("The list of allowed commands is not trusted", "允许执行的命令清单不可信"),
        Text(
            "it belongs to user {uid}, who is neither you nor root",
            "它属于用户 {uid}，既不是您也不是 root",
        ),
        Text(
            "Use a file of your own: --commands PATH",
            "请使用自己的文件：--commands 路径",
        ),
    ),
    "allowed-open": Saying(
        "NF-2191",
        Text("The list of allowed commands is not trusted", "允许执行的命令清单不可信"),
        Text(
            "its group or every user of this machine may change it",
            "同组用户或本机任何用户都可以修改它",
        ),
        Text(
            "Check what it says, then chmod go-w {file}",
            "请核对内容，再执行 chmod go-w {file}",
        ),
    ),
    "allowed-program": Saying(
        "NF-2192",
        Text("“{given}” does not name one program", "“{given}”不是一个确定的程序"),
        Text(
            "a program is an absolute path without wildcards, so that nothing can take its place",
            "程序须写不含通配符的绝对路径，以免被他物顶替",
        ),
        Text('Write it like "/usr/bin/systemctl"', '请写成 "/usr/bin/systemctl" 这样的形式'),
    ),
    "allowed-rest": Saying(
        "NF-2193",
        Text("“**” stands before the end", "“**”没有写在最后"),
        Text(
            "it means any number of further arguments, so nothing can come after it",
            "它表示其后任意多个参数，后面不能再有内容",
        ),
        Text('Write "*" for one argument', '表示一个参数请写 "*"'),
    ),
}
