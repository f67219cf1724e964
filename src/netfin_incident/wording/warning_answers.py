"""What the command line says about warnings and indicators, beside its answers and as headings."""

from typing import Final

from netfin_incident.domain.text import Text

INDICATOR: Final = Text("the indicator's id", "监测指标编号")
VALUE: Final = Text("its value, in the indicator's unit", "监测值，按该指标的单位")
SOURCE: Final = Text("who or what observed it", "来源（人员或系统）")
KEY: Final = Text(
    "what tells this cause from others; one open warning per key",
    "去重标识；同一标识只有一个未结束的预警",
)
DRILL: Final = Text("in a drill", "演练")
ALL: Final = Text("those that are over, too", "包括已结束的")
WARNING: Final = Text(
    "the warning: WRN-2026-0001, or 1 of this year", "预警编号：WRN-2026-0001，或当年的 1"
)
PERSON: Final = Text("who handles it", "负责处置的人员")
UNTIL: Final = Text("until when it is borne", "接受至何时")
SEVERITY: Final = Text(
    "the incident's severity; by the warning's level where left out", "事件等级；不填则按预警级别"
)
TITLE: Final = Text("the incident's title", "事件标题")
LINES_FILE: Final = Text(
    "a file of JSON lines, or - for standard input", "JSON 行文件，或 - 表示标准输入"
)
FROM: Final = Text("observed from here on", "观测时间起")
TO: Final = Text("observed before this", "观测时间止（不含）")
EXPORT_WARNING: Final = Text("only this warning", "仅导出此预警")

BELOW: Final = Text(
    "{value} reaches no threshold of {indicator}: no warning, nothing was written",
    "{value} 未达到 {indicator} 的任何阈值：不发预警，未写入",
)
LATE: Final = Text(
    "{key}: observed before its last warning ended; nothing was written",
    "{key}：观测时间早于其上一预警的结束；未写入",
)
CAME_LATELY: Final = Text(
    "{id} is open under this key, and its value came within a minute; nothing was written",
    "{id} 以同一标识未结束，一分钟内已有监测值；未写入",
)
IMPORTED: Final = Text(
    "{taken} values taken: {raised} warnings raised, {below} values below every threshold, {late} late; "
    "{bad} lines not taken",
    "读取 {taken} 个监测值：发出预警 {raised} 个，未达阈值 {below} 个，迟到 {late} 个；未读取 {bad} 行",
)
NO_WARNINGS: Final = Text("no warnings", "没有预警")
NO_INDICATORS: Final = Text(
    "no indicators: {path} is not there, or empty", "没有监测指标：{path} 不存在或为空"
)
CHECKED: Final = Text("{count} indicators, nothing to mend", "{count} 项监测指标，无需改正")
SUGGESTED: Final = Text(
    "suggested playbook: netfin-incident attach {id} {playbook}",
    "建议关联预案：netfin-incident attach {id} {playbook}",
)
TITLE_OF: Final = Text("{level} warning: {name} {value}", "{level}预警：{name} {value}")

FACT_LEVEL: Final = Text("level", "级别")
FACT_VALUE: Final = Text("value", "监测值")
FACT_TIMES: Final = Text("came", "次数")
FACT_OBSERVED: Final = Text("observed", "观测时间")
FACT_KEY: Final = Text("key", "标识")
FACT_SOURCE: Final = Text("source", "来源")
FACT_OWNER: Final = Text("handled by", "处置人")
FACT_ROLE: Final = Text("answers for it", "责任角色")
FACT_ASSESSMENT: Final = Text("assessment", "研判")
FACT_ACCEPTED: Final = Text("accepted until", "接受至")
FACT_INCIDENT: Final = Text("incident", "事件")
FACT_OUTCOME: Final = Text("outcome", "结果")
FACT_PLAYBOOK: Final = Text("playbook", "建议预案")
WORST: Final = Text(
    "{value} (worst {worst}, threshold {threshold})", "{value}（最差 {worst}，阈值 {threshold}）"
)
WORST_LEVEL: Final = Text("{level} (worst {worst})", "{level}（最高 {worst}）")
