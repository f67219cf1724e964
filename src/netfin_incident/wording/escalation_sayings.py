"""What the program says of escalation policies as files name them (NF-2501 to NF-2549)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_NAMES: Final = Text("the nearest or all of those known: {choices}", "相近或现有的名称：{choices}")

ESCALATION_FILE_SAYINGS: Final[dict[str, Saying]] = {
    "escalation-wait": Saying(
        "NF-2501",
        Text("“{given}” is not a time to wait", "“{given}”不能作为等候时间"),
        Text(
            "people need ten seconds at least, and after seven days nobody is waiting",
            "至少 10 秒，人员才来得及应答；最长 7 天",
        ),
        Text("Write {field}: 5m, from 10s to 7d", "请写 {field}: 5m，范围 10s 至 7d"),
    ),
    "escalation-severity": Saying(
        "NF-2502",
        Text("“{given}” is not a severity", "“{given}”不是事件等级"),
        Text("there are four, 1 (worst) to 4", "等级共四级，1 最高，4 最低"),
        Text(
            "Write severity: [1, 2], or times as {{1: 5m, 2: 10m}}",
            "请写 severity: [1, 2]；时间写作 {{1: 5m, 2: 10m}}",
        ),
    ),
    "escalation-severity-twice": Saying(
        "NF-2503",
        Text("“{given}” names a severity that has its time already", "“{given}”所指的等级已写过时间"),
        Text("1, S1 and I are the same severity", "1、S1 与 I 是同一等级"),
        Text("Delete one of the two", "请删除其一"),
    ),
    "escalation-target-kind": Saying(
        "NF-2504",
        Text("This does not say who is called", "此处没有写明呼叫谁"),
        Text("each entry has exactly one of {kinds}", "每一项只写 {kinds} 之一"),
        Text("Write - {{rotation: payments-first}}", "请写 - {{rotation: payments-first}}"),
    ),
    "escalation-target-twice": Saying(
        "NF-2505",
        Text("“{given}” is called twice at once", "“{given}”在同一处写了两次"),
        Text("one call of a level reaches everybody in it once", "同一级中每个对象只呼叫一次"),
        Text("Delete one of the two", "请删除其一"),
    ),
    "escalation-targets-too-many": Saying(
        "NF-2506",
        Text("Too many are called at once", "同时呼叫的对象过多"),
        Text("one level has at most {limit} targets", "每级最多 {limit} 个对象"),
        Text("Name a team instead: - {{team: payments}}", "请改写团队：- {{team: payments}}"),
    ),
    "escalation-levels-too-many": Saying(
        "NF-2507",
        Text("There are too many levels", "升级层级过多"),
        Text("a policy has at most {limit}", "每个策略最多 {limit} 级"),
        Text("Call several targets in one level, or write rounds: 2", "请把多个对象写在同一级，或写 rounds: 2"),
    ),
    "escalation-fallback-missing": Saying(
        "NF-2508",
        Text("The policy “{policy}” has no fallback", "策略“{policy}”没有兜底联系人"),
        Text(
            "when nobody in its levels answers, somebody must still be called",
            "各级均无人应答时，仍须有人被呼叫",
        ),
        Text("Write fallback: [{{person: ID}}]", "请写 fallback: [{{person: 人员标识}}]"),
    ),
    "escalation-fallback-deaf": Saying(
        "NF-2509",
        Text("The fallback of “{policy}” can acknowledge nothing", "策略“{policy}”的兜底对象无法确认接报"),
        Text("a channel is a group or a program; somebody has to answer", "渠道是群组或程序，须有人能够应答"),
        Text(
            "Add a person, role, team or rotation: fallback: [{{person: ID}}]",
            "请加写人员、角色、团队或轮值：fallback: [{{person: 人员标识}}]",
        ),
    ),
    "escalation-policy-unknown": Saying(
        "NF-2510",
        Text("There is no policy “{given}” in the file", "文件中没有策略“{given}”"),
        _NAMES,
        Text(
            "Correct it, or add it under policies:; policy: none calls nobody",
            "请改正，或在 policies: 下添加；policy: none 表示不呼叫",
        ),
    ),
    "escalation-name-reserved": Saying(
        "NF-2511",
        Text("A policy cannot be called “{given}”", "策略不能以“{given}”为标识"),
        Text("policy: none in a rule means that nobody is called", "规则中的 policy: none 表示不呼叫任何人"),
        Text("Give it another id under policies:", "请在 policies: 下改用其他标识"),
    ),
    "escalation-rule-idle": Saying(
        "NF-2512",
        Text("This rule never counts", "此规则永远不会生效"),
        Text("a rule above it takes every incident that it names", "其上方的规则已包含它所指的全部事件"),
        Text("Move it up in use:, or delete it", "请在 use: 中上移，或删除"),
    ),
    "escalation-rule-last": Saying(
        "NF-2513",
        Text("Some incidents would find no policy", "部分事件将没有适用的策略"),
        Text(
            "the last rule is limited, so nobody would be called for what it leaves out",
            "最后一条规则带有限定，限定之外的事件将无人被呼叫",
        ),
        Text(
            "End use: with - {{policy: ID}}, or with - {{policy: none}} if that is meant",
            "请在 use: 末尾写 - {{policy: 标识}}；若确实不呼叫，写 - {{policy: none}}",
        ),
    ),
}  # fmt: skip

ESCALATION_CHECK_SAYINGS: Final[dict[str, Saying]] = {
    "escalation-target-unknown": Saying(
        "NF-2520",
        Text("The roster has no {kind} “{given}”", "值班表中没有 {kind}“{given}”"),
        _NAMES,
        Text("Correct it; see them all: netfin-incident roster show", "请改正；查看全部：netfin-incident roster show"),
    ),
    "escalation-channel-unknown": Saying(
        "NF-2521",
        Text("There is no channel “{given}”", "没有渠道“{given}”"),
        _NAMES,
        Text("Correct it, or add it under channels: in the file of channels", "请改正，或在渠道文件的 channels: 下添加"),
    ),
    "escalation-calendar-unknown": Saying(
        "NF-2522",
        Text("There is no calendar “{given}” in the roster", "值班表中没有日历“{given}”"),
        _NAMES,
        Text(
            "Correct it, or add it under calendars: of the roster; until then Monday to Friday are worked",
            "请改正，或在值班表的 calendars: 下添加；此前按周一至周五为工作日",
        ),
    ),
    "escalation-service-unknown": Saying(
        "NF-2523",
        Text("There is no service “{given}”", "没有业务服务“{given}”"),
        _NAMES,
        Text("Correct it; see them all: netfin-incident service list", "请改正；查看全部：netfin-incident service list"),
    ),
    "escalation-level-unreached": Saying(
        "NF-2524",
        Text("Nobody can be reached at level “{level}”", "“{level}”级没有可联系到的人"),
        Text(
            "nobody it names has a contact that the program can send to",
            "该级所列人员都没有可由程序发送的联系方式",
        ),
        Text(
            "Add contacts: in the roster, or call others; see netfin-incident roster show",
            "请在值班表补写 contacts:，或改呼叫他人；见 netfin-incident roster show",
        ),
    ),
    "escalation-level-gap": Saying(
        "NF-2525",
        Text("At times nobody can be reached at level “{level}”", "“{level}”级有时段联系不上任何人"),
        Text("first from {start} to {end}", "最早自 {start} 至 {end}"),
        Text(
            "Fill the rotation, or add a target to call:; see netfin-incident roster check",
            "请补足轮值，或在 call: 中增加对象；见 netfin-incident roster check",
        ),
    ),
    "escalation-fallback-unreached": Saying(
        "NF-2526",
        Text("The fallback of “{policy}” cannot be reached at all times", "策略“{policy}”的兜底对象并非始终可以联系"),
        Text("nobody from {start} to {end}", "自 {start} 至 {end} 无人"),
        Text(
            "Name a person with a contact that the program can send to: fallback: [{{person: ID}}]",
            "请写有可由程序发送的联系方式的人员：fallback: [{{person: 人员标识}}]",
        ),
    ),
    "escalation-one-person": Saying(
        "NF-2527",
        Text("Every level of “{policy}” calls {person} alone", "策略“{policy}”的各级都只呼叫 {person}"),
        Text(
            "from {start} on, whoever does not answer is called again instead of somebody else",
            "自 {start} 起，未应答的人会被再次呼叫，而不是换人",
        ),
        Text("Call somebody else at a level; see netfin-incident escalation show", "请在其中一级改呼叫他人；见 netfin-incident escalation show"),
    ),
    "escalation-policy-unused": Saying(
        "NF-2528",
        Text("No rule uses the policy “{policy}”", "没有规则使用策略“{policy}”"),
        Text("nobody is ever called by it", "该策略永远不会呼叫任何人"),
        Text("Add - {{policy: {policy}}} to use:, or delete the policy", "请在 use: 中加写 - {{policy: {policy}}}，或删除该策略"),
    ),
    "escalation-policy-absent": Saying(
        "NF-2529",
        Text("There is no policy “{given}”", "没有策略“{given}”"),
        _NAMES,
        Text("See them all: netfin-incident escalation show", "查看全部：netfin-incident escalation show"),
    ),
}  # fmt: skip

ESCALATION_SAYINGS: Final[dict[str, Saying]] = {
    **ESCALATION_FILE_SAYINGS,
    **ESCALATION_CHECK_SAYINGS,
}
