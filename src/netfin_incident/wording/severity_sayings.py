"""What the program says of files of severity criteria (NF-2681 to NF-2687)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_MEND: Final = Text(
    "Mend it here, then: netfin-incident severity check",
    "请改正此处，然后运行：netfin-incident severity check",
)

SEVERITY_SAYINGS: Final[dict[str, Saying]] = {
    "severity-threshold-unread": Saying(
        "NF-2681",
        Text("“{given}” is no threshold of {measure}", "“{given}”不能作为 {measure} 的阈值"),
        Text("it takes {wanted}", "应填：{wanted}"),
        _MEND,
    ),
    "severity-grades-disordered": Saying(
        "NF-2682",
        Text("{grade} takes less than {other}", "{grade} 的阈值低于 {other}"),
        Text("a worse grade needs at least as much as a milder one", "等级越高，阈值不得更低"),
        Text(
            "Exchange the thresholds; S1 is the worst, then: netfin-incident severity check",
            "请调换阈值，S1 为最高等级；然后运行：netfin-incident severity check",
        ),
    ),
    "severity-grades-missing": Saying(
        "NF-2683",
        Text("The test of {measure} names no grade", "对 {measure} 的判断没有写任何等级"),
        Text("without a threshold it never counts", "没有阈值就永远不会起作用"),
        Text(
            "Write a threshold under S1:, S2:, S3: or S4:",
            "请在 S1:、S2:、S3: 或 S4: 处写阈值",
        ),
    ),
    "severity-measure-twice": Saying(
        "NF-2684",
        Text("{measure} is tested twice in one criterion", "同一标准中对 {measure} 判断了两次"),
        Text("one of the two would be overlooked", "其中之一会被忽略"),
        Text(
            "Keep one test, or make a criterion of its own under criteria:",
            "请保留一个，或在 criteria: 下另立一条标准",
        ),
    ),
    "severity-grades-partial": Saying(
        "NF-2685",
        Text(
            "The tests of “{criterion}” count together but name different grades",
            "“{criterion}”的各项判断须同时满足，但所写等级不同",
        ),
        Text(
            "the first names {grades}; a grade that one of them lacks could not be told",
            "第一项写的是 {grades}；缺少等级的一项无法判断",
        ),
        Text(
            "Name the same grades in each, or write combine: any",
            "请在各项写相同的等级，或写 combine: any",
        ),
    ),
    "severity-operator-needless": Saying(
        "NF-2686",
        Text("{measure} cannot be above a threshold", "{measure} 不能用“超过”"),
        Text("yes or no, and words of a list, are only reached", "是否题与选项只有达到与否"),
        Text("Leave out operator:, or write at_least", "请去掉 operator:，或写 at_least"),
    ),
    "severity-currencies-differ": Saying(
        "NF-2687",
        Text("{grade} and {other} are in different currencies", "{grade} 与 {other} 的币种不同"),
        Text("the program knows no exchange rates", "本程序不掌握汇率"),
        Text(
            "Write both in one currency, as in CNY 5000000",
            "请使用同一币种，如 CNY 5000000",
        ),
    ),
}  # fmt: skip

SEVERITY_USAGE: Final[dict[str, Saying]] = {
    "severity-question-unknown": Saying(
        "NF-9311",
        Text("There is no question “{given}”", "没有“{given}”这个问题"),
        Text("the questionnaire has a fixed set of questions", "问卷的问题是固定的"),
        Text(
            "{did_you_mean}See them all: netfin-incident severity criteria",
            "{did_you_mean}查看全部：netfin-incident severity criteria",
        ),
    ),
    "severity-answer-unread": Saying(
        "NF-9312",
        Text("“{given}” is no answer for: {question}", "“{given}”不能作为“{question}”的答复"),
        Text("it takes {wanted}", "应填：{wanted}"),
        Text(
            "Write it as: netfin-incident severity propose --set {name}=VALUE",
            "请写成：netfin-incident severity propose --set {name}=取值",
        ),
    ),
    "severity-answer-without-value": Saying(
        "NF-9313",
        Text("“{given}” cannot stand for {option}", "“{given}”不能用作 {option}"),
        Text("a question and its answer are joined by =", "问题与答复之间用 = 连接"),
        Text("Write it as {option} customers=12000", "请写成 {option} customers=12000"),
    ),
    "severity-answered-twice": Saying(
        "NF-9314",
        Text("“{name}” is answered twice", "“{name}”答复了两次"),
        Text("only one of the answers can hold", "只能有一个答复成立"),
        Text(
            "Give it once, under --set where it is known, else under --estimate",
            "请只写一次：已确定的用 --set，估计的用 --estimate",
        ),
    ),
}  # fmt: skip
