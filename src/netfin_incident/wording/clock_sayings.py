"""What the program says of clocks and calendars as files have them (NF-2601 to NF-2631)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_NAMES: Final = Text("the nearest or all of those known: {choices}", "相近或现有的名称：{choices}")

CLOCK_FIELD_SAYINGS: Final[dict[str, Saying]] = {
    "clock-start-unknown": Saying(
        "NF-2601",
        Text("Nothing is counted from “{given}”", "不能自“{given}”起算"),
        _NAMES,
        Text("Write {field}: aware, or {field}: submitted:initial", "请写 {field}: aware 或 {field}: submitted:initial"),
    ),
    "clock-report-unknown": Saying(
        "NF-2602",
        Text("This clock has no report “{given}”", "该时限没有报告“{given}”"),
        _NAMES,
        Text("Correct from:, or add the report under reports:", "请改正 from:，或在 reports: 下添加该报告"),
    ),
    "clock-chain-circle": Saying(
        "NF-2603",
        Text("These reports wait for each other", "这些报告互相等待"),
        Text("{path}", "{path}"),
        Text("Count one of them from an anchor: from: aware", "请让其中之一自锚点起算：from: aware"),
    ),
    "clock-within": Saying(
        "NF-2604",
        Text("The length of time is not clear", "时长不明确"),
        Text("it has one unit with one number; here are {units}", "须写一个单位和一个数字；此处有 {units} 个"),
        Text(
            "Write within: {{hours: 4}}, {{business_days: 4}}, or a word: immediate, unseen, voluntary",
            "请写 within: {{hours: 4}}、{{business_days: 4}}，或写 immediate、unseen、voluntary",
        ),
    ),
    "clock-dates-crossing": Saying(
        "NF-2605",
        Text("{field} {given} is before {other}", "{field} {given} 早于 {other}"),
        Text("the two dates are in the wrong order", "两个日期顺序颠倒"),
        Text("Correct {field}: or {other}:", "请改正 {field}: 或 {other}:"),
    ),
    "clock-time-of-day": Saying(
        "NF-2606",
        Text("“{given}” is not a time of day", "“{given}”不是一天中的时间"),
        Text("it has two digits for the hour and two for the minute", "须为两位小时和两位分钟"),
        Text('Write {field}: "12:00"', '请写 {field}: "12:00"'),
    ),
    "clock-again-twice": Saying(
        "NF-2607",
        Text("This report comes again in two ways", "该报告有两种再次报送方式"),
        Text("what is owed next would not be clear", "无法确定下一次何时应报"),
        Text("Keep repeat: or again_on:, not both", "repeat: 与 again_on: 只能保留其一"),
    ),
}  # fmt: skip

CLOCK_NAME_SAYINGS: Final[dict[str, Saying]] = {
    "clock-misnamed": Saying(
        "NF-2608",
        Text("The clock's file has another name than its id", "时限文件名与标识不一致"),
        Text("a file is called by its id, so that it is found", "文件须以标识命名才能找到"),
        Text("Rename the file to {expected}", "请将文件改名为 {expected}"),
    ),
    "clock-unknown": Saying(
        "NF-2609",
        Text("There is no clock “{given}”", "没有时限“{given}”"),
        _NAMES,
        Text("See them all: netfin-incident clock list", "查看全部：netfin-incident clock list"),
    ),
    "clock-name-shared": Saying(
        "NF-2610",
        Text("“{given}” names something of the clock “{other}” too", "“{given}”在时限“{other}”中也有"),
        Text("playbooks name clocks and their reports by id alone", "预案只凭标识引用时限及其报告"),
        Text("Give the clock or the report another id:", "请更换时限或报告的 id:"),
    ),
    "calendar-unknown": Saying(
        "NF-2611",
        Text("There is no calendar “{given}”", "没有日历“{given}”"),
        _NAMES,
        Text(
            "Correct it, or write the calendar: docs/clocks.md says how",
            "请改正，或编写该日历，写法见 docs/clocks.md",
        ),
    ),
    "calendar-misnamed": Saying(
        "NF-2612",
        Text("The calendar's file has another name than its id", "日历文件名与标识不一致"),
        Text("a file is called by its id, so that it is found", "文件须以标识命名才能找到"),
        Text("Rename the file to {expected}", "请将文件改名为 {expected}"),
    ),
    "calendar-year": Saying(
        "NF-2613",
        Text("“{given}” is not a year", "“{given}”不是年份"),
        Text("years: has one part for each year", "years: 下每年一段"),
        Text("Write 2026: and the days under it", "请写 2026: 并在其下列出日期"),
    ),
    "calendar-day-elsewhere": Saying(
        "NF-2614",
        Text("{day} is not in {year}", "{day} 不在 {year} 年"),
        Text("each year has a source and days of its own", "每年各有来源与日期"),
        Text("Move it under its own year, or correct it", "请移到所属年份之下，或改正日期"),
    ),
    "calendar-day-both": Saying(
        "NF-2615",
        Text("{day} is a holiday and a working day", "{day} 既是节假日又是工作日"),
        Text("workdays are days worked although the usual week has them off", "workdays 是通常休息但要上班的日子"),
        Text("Delete it from holidays: or from workdays:", "请从 holidays: 或 workdays: 中删去"),
    ),
}  # fmt: skip

CLOCK_LINT_SAYINGS: Final[dict[str, Saying]] = {
    "clock-unproven": Saying(
        "NF-2621",
        Text("An enabled clock lacks {fields}", "启用的时限缺少 {fields}"),
        Text("it is shown as law, so it must say where that stands and who read it", "启用即视为规定，须写明出处与核实情况"),
        Text("Write them under instrument: and verification:, or state: advisory", "请在 instrument: 与 verification: 下补写，或改为 state: advisory"),
    ),
    "clock-level-weak": Saying(
        "NF-2622",
        Text("An enabled clock rests on {level}", "启用的时限只依据 {level}"),
        Text("nobody has read the text that is in force", "没有人核对过现行文本"),
        Text("Read the text and write its level:, or write state: advisory", "请核对原文并改写 level:，或改为 state: advisory"),
    ),
    "clock-over": Saying(
        "NF-2623",
        Text("The text of an enabled clock ended on {day}", "启用的时限所依据文本已于 {day} 失效"),
        Text("a clock for what is over must not look like law", "已失效的规定不应显示为有效"),
        Text("Write state: off, and a clock for what replaced it", "请写 state: off，并为替代规定另写时限"),
    ),
    "clock-review-past": Saying(
        "NF-2624",
        Text("The source was to be read again by {day}", "本应在 {day} 前复核依据"),
        Text("laws change, and nobody has looked since", "规定可能变化，此后无人核对"),
        Text("Check it, then write checked_on: and review_by: anew", "请核对，并更新 checked_on: 与 review_by:"),
    ),
    "clock-checked-ahead": Saying(
        "NF-2625",
        Text("The source was checked on {day}, which lies ahead", "核对日期 {day} 尚未到来"),
        Text("a check that has not been made proves nothing", "尚未进行的核对不能作为依据"),
        Text("Write checked_on: and the day on which it was read", "请在 checked_on: 写实际核对日期"),
    ),
    "clock-replaced-unknown": Saying(
        "NF-2626",
        Text("This clock replaces “{given}”, which is not there", "该时限替代的“{given}”不存在"),
        _NAMES,
        Text("Correct replaces:, or delete it", "请改正 replaces:，或删去"),
    ),
    "clock-replaced-crossing": Saying(
        "NF-2627",
        Text("It is not clear when this clock takes over from “{other}”", "与“{other}”的交替日期不清"),
        Text("the older must end before the newer begins, or both count on one day", "旧的须在新的生效前结束，否则同一天两者都有效"),
        Text("Write effective_from: here, and an earlier effective_to: there", "请在此写 effective_from:，并在旧时限写更早的 effective_to:"),
    ),
    "calendar-year-open": Saying(
        "NF-2628",
        Text("The working days of {year} are not published here", "此日历没有 {year} 年已公布的工作日"),
        Text("every due time in working days may come out wrong", "按工作日计算的时限可能有误"),
        Text("Add the year under years: with status: published", "请在 years: 下补上该年并写 status: published"),
    ),
}  # fmt: skip

CLOCK_SAYINGS: Final[dict[str, Saying]] = {
    **CLOCK_FIELD_SAYINGS,
    **CLOCK_NAME_SAYINGS,
    **CLOCK_LINT_SAYINGS,
}

CLOCK_USAGE_SAYINGS: Final[dict[str, Saying]] = {
    "clock-anchor-unreadable": Saying(
        "NF-9301",
        Text("“{given}” does not say when something was", "“{given}”没有说明什么在何时"),
        Text("it has a name, an equals sign and a time", "须写名称、等号和时间"),
        Text('Write --anchor "aware=2026-11-20 16:00"', '请写 --anchor "aware=2026-11-20 16:00"'),
    ),
    "clock-anchor-unneeded": Saying(
        "NF-9302",
        Text("{clock} counts nothing from “{given}”", "{clock} 不自“{given}”起算"),
        Text("what it counts from: {choices}", "它的起算点：{choices}"),
        Text("See its limits: netfin-incident clock show {clock}", "查看时限：netfin-incident clock show {clock}"),
    ),
    "clock-anchor-twice": Saying(
        "NF-9303",
        Text("“{given}” has two times", "“{given}”有两个时间"),
        Text("a moment is stated once here; only reports may be sent again", "此处每个时间只写一次，只有报送可以多次"),
        Text("Give --anchor once for {given}", "请只写一次 --anchor {given}=时间"),
    ),
}  # fmt: skip
