"""What the program says when a playbook is written, compared or rehearsed (NF-2351, NF-9181 on)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

REHEARSING_SAYINGS: Final[dict[str, Saying]] = {
    "plan-step-unknown": Saying(
        "NF-9181",
        Text("{playbook} has no step “{given}”", "{playbook} 没有步骤“{given}”"),
        Text("steps are named by their ids", "步骤以其标识指明"),
        Text(
            "{did_you_mean}See them with netfin-incident playbook show {playbook}",
            "{did_you_mean}请用 netfin-incident playbook show {playbook} 查看",
        ),
    ),
    "plan-option-unknown": Saying(
        "NF-9182",
        Text("“{given}” cannot be chosen at step “{step}”", "步骤“{step}”不能选择“{given}”"),
        Text("it offers: {choices}", "可选：{choices}"),
        Text(
            "{did_you_mean}Write it as --choose {step}=OPTION",
            "{did_you_mean}请写成 --choose {step}=OPTION",
        ),
    ),
    "plan-variable-unknown": Saying(
        "NF-9183",
        Text("{playbook} asks for no fact “{given}”", "{playbook} 没有要素“{given}”"),
        Text("it asks for: {choices}", "其要素有：{choices}"),
        Text("{did_you_mean}Write it as --set NAME=VALUE", "{did_you_mean}请写成 --set NAME=VALUE"),
    ),
    "pair-not-read": Saying(
        "NF-9184",
        Text("“{given}” cannot stand for {option}", "“{given}”不能用作 {option}"),
        Text("a name and its value are joined by =", "名称与取值之间用 = 连接"),
        Text("Write it as {option} NAME=VALUE", "请写成 {option} NAME=VALUE"),
    ),
    "step-cannot-be-failed": Saying(
        "NF-9185",
        Text("Step “{step}” cannot fail", "步骤“{step}”不存在未成功的情形"),
        Text("there is nothing in it to try", "其中没有可尝试的操作"),
        Text("Leave --fail {step} out", "请去掉 --fail {step}"),
    ),
    "version-unknown": Saying(
        "NF-9186",
        Text("No version of {id} was adopted under “{given}”", "没有以“{given}”采用过 {id} 的版本"),
        Text(
            "a version is named by its revision, or by the first digits of its hash: {choices}",
            "版本以版次或摘要前若干位指明：{choices}",
        ),
        Text(
            "See them with netfin-incident playbook history {id}",
            "请用 netfin-incident playbook history {id} 查看",
        ),
    ),
    "playbook-id-unusable": Saying(
        "NF-9187",
        Text("“{given}” cannot be the id of a playbook", "“{given}”不能作为预案标识"),
        Text(
            "it is made of letters, digits, - and _, at most 64",
            "标识由字母、数字、- 与 _ 组成，最多 64 个字符",
        ),
        Text(
            "Choose another: netfin-incident playbook new sms-outage",
            "请换一个：netfin-incident playbook new sms-outage",
        ),
    ),
}
"""Of the command line."""

FORMATTING_SAYINGS: Final[dict[str, Saying]] = {
    "format-changes-plan": Saying(
        "NF-2351",
        Text("The file was not put in order", "未整理该文件"),
        Text(
            "written in the usual form it would say something else than it does now",
            "按通行格式重写后，其含义会与现在不同",
        ),
        Text(
            "Leave it as it is, and check it with netfin-incident playbook lint FILE",
            "请保持原样，并用 netfin-incident playbook lint FILE 检查",
        ),
    ),
    "format-loses-comment": Saying(
        "NF-2352",
        Text("The file was not put in order", "未整理该文件"),
        Text("the comment “{comment}” would be lost", "注释“{comment}”会丢失"),
        Text(
            "Move that comment to a line of its own above a field, then try again",
            "请把该注释移到某个字段上方单独一行，再试一次",
        ),
    ),
    "draft-unusable": Saying(
        "NF-2353",
        Text("No playbook can be drafted from {id}", "无法由 {id} 起草预案"),
        Text(
            "nothing was done in it that a playbook could repeat",
            "其中没有可供预案沿用的处置动作",
        ),
        Text(
            "Begin with a template: netfin-incident playbook new ID",
            "请从模板开始：netfin-incident playbook new ID",
        ),
    ),
}
"""Of files."""
