"""What the program says of values and files given to a command (NF-9130 to NF-9169)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

VALUE_SAYINGS: Final[dict[str, Saying]] = {
    "choice-not-listed": Saying(
        "NF-9130",
        Text("“{given}” cannot stand for {option}", "“{given}”不能用作 {option}"),
        Text("it is one of: {choices}", "可用：{choices}"),
        Text("{did_you_mean}Write one of these", "{did_you_mean}请写其中之一"),
    ),
    "answer-without-value": Saying(
        "NF-9143",
        Text("“{given}” cannot stand for --answer", "“{given}”不能用作 --answer"),
        Text("a fact and its value are joined by =", "要素与取值之间用 = 连接"),
        Text("Write it as --answer NAME=VALUE", "请写成 --answer NAME=VALUE"),
    ),
    "number-not-read": Saying(
        "NF-9131",
        Text("“{given}” cannot stand for {option}", "“{given}”不能用作 {option}"),
        Text("it is a whole number, at least {least}", "应为不小于 {least} 的整数"),
        Text("Write it in digits, such as 20", "请用数字书写，如 20"),
    ),
    "acts-several": Saying(
        "NF-9132",
        Text("Two things are asked at once", "同时要求了两件事"),
        Text("only one of these goes together with the rest: {options}", "以下选项只能用其一：{options}"),
        Text("Give one of them, then call the command again for the other", "请先写其一，再次执行命令完成另一项"),
    ),
    "act-missing": Saying(
        "NF-9133",
        Text("It is not said what shall happen to {id}", "未说明对 {id} 做什么"),
        Text("the command needs one of: {options}", "须写以下选项之一：{options}"),
        Text("Add one of them; to write a new one, give its text and --to PERSON", "请加上其一；若要新建，请写正文与 --to 对象"),
    ),
    "option-needed": Saying(
        "NF-9134",
        Text("{option} is missing", "缺少 {option}"),
        Text("what is asked cannot be recorded without it", "没有它就无法登记"),
        Text("Add it: {option} {example}", "请加上：{option} {example}"),
    ),
    "option-needs-other": Saying(
        "NF-9135",
        Text("{option} says nothing without {other}", "没有 {other} 时，{option} 没有意义"),
        Text("the one is a detail of the other", "前者是后者的细节"),
        Text("Add {other}, or leave {option} out", "请加上 {other}，或去掉 {option}"),
    ),
    "thing-unnamed": Saying(
        "NF-9136",
        Text("“{given}” names none of them", "“{given}”不是编号"),
        Text("to move one on, it is named by its id, such as {example}", "变更状态须写编号，如 {example}"),
        Text("See the ids with netfin-incident show ID", "请用 netfin-incident show ID 查看编号"),
    ),
    "head-not-read": Saying(
        "NF-9137",
        Text("“{given}” is not a head of the record", "“{given}”不是链首"),
        Text("a head is a place and an anchor, SEQ:ANCHOR", "链首由序号与锚定值组成：SEQ:ANCHOR"),
        Text("Copy it from netfin-incident journal head, or from a report", "请由 netfin-incident journal head 或报告中复制"),
    ),
    "backfilled-when": Saying(
        "NF-9138",
        Text("It is not said when the incident happened", "未说明事件何时发生"),
        Text("an incident that is entered afterwards begins in the past", "补录的事件始于过去"),
        Text('Add its time: --at "yesterday 23:50"', '请加上时间：--at "昨天 23:50"'),
    ),
    "log-zone-needed": Saying(
        "NF-9139",
        Text("It is not known in which zone this log was written", "不知道这份日志按哪个时区书写"),
        Text(
            "no zone is set, and this machine's has no name",
            "没有设置时区，本机时区也没有名称",
        ),
        Text(
            "Name it: netfin-incident incident import-log FILE --zone Europe/London",
            "请写明：netfin-incident incident import-log FILE --zone Asia/Shanghai",
        ),
    ),
    "incident-unknown": Saying(
        "NF-9140",
        Text("There is no incident “{given}” here", "这里没有事件“{given}”"),
        Text(
            "an id is written INC-2026-0042, inc-42 or 42; 42 alone means this year's",
            "编号可写 INC-2026-0042、inc-42 或 42；单写 42 指当年的事件",
        ),
        Text(
            "{did_you_mean}See them all with netfin-incident list --all --both",
            "{did_you_mean}请用 netfin-incident list --all --both 查看全部",
        ),
    ),
    "person-empty": Saying(
        "NF-9141",
        Text("No person was named", "没有写明人员"),
        Text("what was given for the person is empty", "人员一项为空"),
        Text("Give a person id, as in --as li-na", "请填写人员编号，如 --as li-na"),
    ),
    "person-too-long": Saying(
        "NF-9142",
        Text("What was given for a person is too long", "人员一项过长"),
        Text(
            "it has {length} characters, and {longest} is the most",
            "共 {length} 个字符，最多 {longest} 个",
        ),
        Text("Give a person id, as in --as li-na", "请填写人员编号，如 --as li-na"),
    ),
    "file-missing": Saying(
        "NF-9150",
        Text("The file {file} cannot be opened", "无法打开文件 {file}"),
        Text("nothing is there", "该处没有文件"),
        Text("Check the name with: ls -l {file}", "请核对文件名：ls -l {file}"),
    ),
    "file-not-regular": Saying(
        "NF-9151",
        Text("{file} is not a regular file", "{file} 不是普通文件"),
        Text("a folder, pipe or device has no content that stays", "目录、管道或设备没有固定内容"),
        Text("Save it as a file first, then give that file", "请先存为文件，再指定该文件"),
    ),
    "file-unreadable": Saying(
        "NF-9152",
        Text("{file} cannot be read", "无法读取 {file}"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text("Check its permissions with: ls -l {file}", "请核对权限：ls -l {file}"),
    ),
    "out-exists": Saying(
        "NF-9153",
        Text("{path} was not written", "未写入 {path}"),
        Text("something is there already", "该处已有文件"),
        Text("Choose another name, or add --force to replace it", "请换一个文件名，或加 --force 覆盖"),
    ),
    "out-not-a-file": Saying(
        "NF-9154",
        Text("{path} was not written", "未写入 {path}"),
        Text("a folder, link or device is there", "该处是目录、链接或设备"),
        Text("Choose another name: --out FILE", "请换一个文件名：--out FILE"),
    ),
    "out-not-a-demo": Saying(
        "NF-9156",
        Text("{path} was not replaced", "未覆盖 {path}"),
        Text("it is not the database of a demonstration", "它不是演示用的数据库"),
        Text("Choose another folder: --out DIR", "请换一个目录：--out DIR"),
    ),
    "out-unwritable": Saying(
        "NF-9155",
        Text("{path} could not be written", "无法写入 {path}"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text("Check the folder with: ls -ld, or choose another: --out FILE", "请用 ls -ld 核对目录，或换一处：--out FILE"),
    ),
}  # fmt: skip
