"""What the command line says about clocks: its parameters, then its answers."""

from typing import Final

from netfin_incident.domain.text import Text

CLOCK: Final = Text(
    "id of a clock, or of one of its reports, as in clock list",
    "时限标识，或其某一报告的标识，见 clock list",
)
ANCHOR: Final = Text(
    'when something was: "aware=2026-11-20 16:00", "submitted:initial=16:30"; may be repeated',
    '起算时间，如 "aware=2026-11-20 16:00"、"submitted:initial=16:30"；可多次填写',
)  # fmt: skip
CALENDAR: Final = Text(
    "id of a calendar of working days instead of the firm's, where the clock names none",
    "以此工作日日历代替本机构的；时限自带日历时以其为准",
)
SEVERITY: Final = Text("severity of the incident: 1 to 4, II, 重大", "事件等级：1 至 4、II、重大")
ENTITY: Final = Text(
    "what the firm is, such as credit_institution, instead of its file; may be repeated",
    "机构类型，如 credit_institution，不填则取机构概况文件；可多次填写",
)
AT: Final = Text("as it stands then instead of now", "按该时刻而非当前判断状态")
ON: Final = Text("as things stand on that day instead of today", "按该日而非今天检查")

UNUSABLE: Final = Text("cannot be used", "不能使用")
ADVISORY: Final = Text(
    "this clock is to be checked against its source before anybody relies on it 待核实",
    "该时限尚未核实，核对原文之前不得作为依据",
)
SWITCHED_OFF: Final = Text("this clock is switched off", "该时限已停用")
ASSUMED: Final = Text("assumed to hold: {trigger}", "假定成立：{trigger}")
FIRM_UNKNOWN: Final = Text(
    "which of these apply is not known until the firm is: netfin-incident entity init",
    "尚无机构概况，无法判断哪些时限适用：netfin-incident entity init",
)
NOT_OURS: Final = Text(
    "by its regimes the firm is not under this clock", "按本机构适用的制度，此时限不适用"
)
BELOW: Final = Text("the severity does not start this clock", "该事件等级不触发此时限")
CHECKED: Final = Text(
    "nothing to mend in {clocks} clocks and {calendars} calendars, as of {day}",
    "截至 {day}，{clocks} 个时限、{calendars} 个日历均无问题",
)

DUE: Final = Text("due {moment}", "应于 {moment} 前")
NOW: Final = Text("at once, since {moment}", "立即，自 {moment} 起")
LEGALLY: Final = Text("legally until {moment}", "法定可至 {moment}")
SENT: Final = Text("sent {moment}", "已报 {moment}")
SENT_LATE: Final = Text("sent {moment}, late", "已报 {moment}，迟")
WHERE: Final = Text(
    "days are counted in {zone} by calendar {calendar}", "按 {zone} 与日历 {calendar} 计日"
)

AUTHORITY: Final = Text("to", "报送对象")
INSTRUMENT: Final = Text("instrument", "依据")
IN_FORCE: Final = Text("in force", "生效期")
IN_FORCE_SPAN: Final = Text("{begins} to {ends}", "{begins} 至 {ends}")
OPEN: Final = Text("open", "不限")
VERIFIED: Final = Text("verified", "核实情况")
CHECKED_ON: Final = Text(
    "{level}, checked on {day}, review by {review}", "{level}，{day} 核对，{review} 前复核"
)
QUOTE: Final = Text("in its words", "原文")
REGIMES: Final = Text("for", "适用制度")
TRIGGER: Final = Text("starts with", "触发条件")
CALENDAR_OWN: Final = Text("calendar", "日历")
ZONE: Final = Text("zone", "时区")
REPLACES: Final = Text("replaces", "替代")
NOTE: Final = Text("note", "说明")
LATE: Final = Text("if late", "迟报要求")
ARTICLE: Final = Text("article", "条款")
LIMIT: Final = Text("limit", "时限")
CONDITION: Final = Text("only", "条件")
ROLL: Final = Text("non-working day", "非工作日")
ROLL_UNTIL: Final = Text("until {time} of the next working day", "可至下一工作日 {time}")
ROLL_EXEMPT: Final = Text(
    "until {time} of the next working day; not for {kinds}", "可至下一工作日 {time}；{kinds} 除外"
)
AGAIN: Final = Text("again at once on", "再次立即报送")
REPEAT: Final = Text("again", "反复报送")
REPEAT_EVERY: Final = Text("every {length} until {anchor}", "每 {length}一报，至{anchor}")
TARGET: Final = Text("internal target", "内部目标")
CONTENT: Final = Text("form", "表单")
