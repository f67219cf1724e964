"""What the program says of files of indicators (NF-2771 to NF-2779) and of values (NF-9331 to NF-9338)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_MEND: Final = Text(
    "Mend it here, then: netfin-incident indicator check",
    "请改正此处，然后运行：netfin-incident indicator check",
)
_SEE_DOCS: Final = Text(
    "Write the line as docs/warnings.md has it, then import it again",
    "请按 docs/warnings.md 的格式改正该行，再重新导入",
)

INDICATOR_SAYINGS: Final[dict[str, Saying]] = {
    "indicator-value-unread": Saying(
        "NF-2771",
        Text("“{given}” is no value of this indicator", "“{given}”不能作为该指标的值"),
        Text("it takes {wanted}", "应填：{wanted}"),
        _MEND,
    ),
    "indicator-levels-disordered": Saying(
        "NF-2772",
        Text("{level} is not milder than {worse}", "{level}的阈值不比{worse}宽松"),
        Text("a worse level needs a worse value", "级别越高，阈值应越严重"),
        Text(
            "Exchange the thresholds or mend operator:, then: netfin-incident indicator check",
            "请调换阈值或改正 operator:，然后运行：netfin-incident indicator check",
        ),
    ),
    "indicator-levels-missing": Saying(
        "NF-2773",
        Text("The indicator has no level", "该指标没有任何级别"),
        Text("without a threshold it never raises a warning", "没有阈值就永远不会发出预警"),
        Text(
            "Write a threshold under red:, orange:, yellow: or blue:",
            "请在 red:、orange:、yellow: 或 blue: 处写阈值",
        ),
    ),
    "indicator-end-without-level": Saying(
        "NF-2774",
        Text("{level} has an end but no threshold", "{level}写了解除值，却没有阈值"),
        Text("a level that is never entered never ends", "不会进入的级别也不会解除"),
        Text("Write its threshold under levels:, or leave the end out", "请在 levels: 写其阈值，或去掉该解除值"),
    ),
    "indicator-end-beyond": Saying(
        "NF-2775",
        Text("{level} ends at a worse value than it begins", "{level}的解除值比其阈值更严重"),
        Text("it would end while it begins", "刚进入就会解除"),
        Text(
            "Write an end on the better side of its threshold, then: netfin-incident indicator check",
            "请把解除值写在阈值的宽松一侧，然后运行：netfin-incident indicator check",
        ),
    ),
    "indicator-unknown": Saying(
        "NF-2776",
        Text("There is no indicator “{given}”", "没有监测指标“{given}”"),
        Text("the nearest or all of those known: {choices}", "相近或现有的监测指标：{choices}"),
        Text(
            "See them all: netfin-incident indicator list",
            "查看全部：netfin-incident indicator list",
        ),
    ),
    "indicator-playbook-unknown": Saying(
        "NF-2777",
        Text("There is no playbook “{given}” for the indicator", "监测指标所列的预案“{given}”不存在"),
        Text("the nearest or all of those known: {choices}", "相近或现有的预案：{choices}"),
        Text(
            "See them all: netfin-incident playbook list",
            "查看全部：netfin-incident playbook list",
        ),
    ),
    "indicator-currency-unfit": Saying(
        "NF-2778",
        Text("“{given}” is no currency of this indicator", "“{given}”不能作为该指标的币种"),
        Text(
            "a currency is three capital letters, and only money has one; this is: {unit}",
            "币种是三个大写字母，且只有金额才有币种；该指标为{unit}",
        ),
        Text("Write currency: CNY with unit: money, or leave it out", "请与 unit: money 一起写 currency: CNY，或去掉"),
    ),
    "indicators-missing": Saying(
        "NF-2779",
        Text("There is no indicator “{given}”", "没有监测指标“{given}”"),
        Text("there is no file of indicators, or it is empty", "没有监测指标文件，或其中没有指标"),
        Text(
            "See where it is looked for: netfin-incident config show",
            "查看读取位置：netfin-incident config show",
        ),
    ),
}  # fmt: skip

WARNING_USAGE: Final[dict[str, Saying]] = {
    "warning-unknown": Saying(
        "NF-9331",
        Text("There is no warning “{given}”", "没有预警“{given}”"),
        Text("nothing of it is in the record", "处置日志中没有登记"),
        Text(
            "{did_you_mean}See them all: netfin-incident warning list --all",
            "{did_you_mean}查看全部：netfin-incident warning list --all",
        ),
    ),
    "warning-line-unread": Saying(
        "NF-9332",
        Text("The line was not read", "该行未能读取"),
        Text("it is not one JSON object with each field once", "不是各字段只出现一次的 JSON 对象"),
        _SEE_DOCS,
    ),
    "warning-line-too-long": Saying(
        "NF-9333",
        Text("The line was not read", "该行未能读取"),
        Text("it has more than {limit} bytes", "超过 {limit} 字节"),
        _SEE_DOCS,
    ),
    "warning-field-missing": Saying(
        "NF-9334",
        Text("The line does not say {field}", "该行缺少 {field}"),
        Text("a value means nothing without it", "缺少它就无法判断"),
        _SEE_DOCS,
    ),
    "warning-field-unfit": Saying(
        "NF-9335",
        Text("“{given}” is no {field}", "“{given}”不能作为 {field}"),
        Text(
            "mode is live or drill, at is like 2026-11-24T14:05:00+08:00, the others are text",
            "mode 为 live 或 drill，at 如 2026-11-24T14:05:00+08:00，其余为文本",
        ),
        _SEE_DOCS,
    ),
    "warning-field-unknown": Saying(
        "NF-9336",
        Text("A line has no field “{field}”", "没有字段“{field}”"),
        Text("these are known: {fields}", "可用字段：{fields}"),
        Text(
            "{did_you_mean}Leave it out, or write it as docs/warnings.md has it",
            "{did_you_mean}请去掉，或按 docs/warnings.md 的格式填写",
        ),
    ),
    "warning-value-unread": Saying(
        "NF-9337",
        Text("“{given}” is no value of {indicator}", "“{given}”不能作为 {indicator} 的值"),
        Text("it takes {wanted}", "应填：{wanted}"),
        Text(
            "See its unit: netfin-incident indicator list",
            "查看其单位：netfin-incident indicator list",
        ),
    ),
    "warning-lines-too-many": Saying(
        "NF-9338",
        Text("From this line on nothing was read", "自本行起未读取"),
        Text("{limit} lines are taken at once", "一次最多读取 {limit} 行"),
        Text(
            "Import the rest by itself: tail -n +{next} FILE | netfin-incident warning import -",
            "请单独导入其余部分：tail -n +{next} FILE | netfin-incident warning import -",
        ),
    ),
}  # fmt: skip
