"""The words of the ledger of warnings 预警台账."""

from typing import Final

from netfin_incident.domain.text import Text

TITLE: Final = Text("Ledger of warnings", "预警台账")
SPAN: Final = Text(
    "Observed from {start} to {end} ({zone})", "观测时间：{start} 至 {end}（{zone}）"
)
WHOLE: Final = Text("All warnings ({zone})", "全部预警（{zone}）")
COUNTED: Final = Text(
    "warnings: {count}, to be handled: {open}", "共 {count} 个，其中待处置 {open} 个"
)
COLUMNS: Final = (
    Text("no.", "编号"),
    Text("observed", "观测时间"),
    Text("indicator", "监测指标"),
    Text("level", "最高级别"),
    Text("value", "监测值"),
    Text("times", "次数"),
    Text("source", "来源"),
    Text("handled by", "处置人"),
    Text("assessment", "研判"),
    Text("handling", "处置情况"),
    Text("standing", "状态"),
    Text("incident", "事件"),
)
NOBODY: Final = Text("nobody yet", "未指定")
