"""What the reader of a written log should check, and what would explain it, in sentences.

Values come from the log and stand in the sentences as typed; only milestones and roles, which are
the program's own words, are said in the reader's language.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.readings import READINGS

DOUBTS: Final[Mapping[str, Text]] = {
    "year-impossible": Text(
        "The year in “{written}” cannot be",
        "“{written}”中的年份不可能",
    ),
    "day-impossible": Text(
        "“{written}” names a day that does not exist",
        "“{written}”中的日期不存在",
    ),
    "day-ambiguous": Text(
        "The day in “{written}” has two readings; neither is taken",
        "“{written}”中的日期有两种读法，均未采用",
    ),
    "day-without-year": Text(
        "“{written}” has no year, and the log names none",
        "“{written}”没有年份，日志中也无从得知",
    ),
    "time-impossible": Text(
        "“{written}” names a time of day that does not exist",
        "“{written}”中的钟点不存在",
    ),
    "year-differs": Text(
        "The year in “{written}” is unlike those around it",
        "“{written}”中的年份与前后不同",
    ),
    "month-differs": Text(
        "The month in “{written}” is unlike those around it",
        "“{written}”中的月份与前后不同",
    ),
    "day-differs": Text(
        "The day in “{written}” is out of order",
        "“{written}”中的日子与前后次序不符",
    ),
    "dates-differ": Text(
        "The log is dated {other} and also {written}",
        "日志的日期既写 {other}，又写 {written}",
    ),
    "day-rolled": Text(
        "“{written}” names no day and is taken as one of {day}, because the clock went past midnight",
        "“{written}”没有日期；因已过零点，按 {day} 计",
    ),
    "days-inherited": Text(
        "{count} time(s) name no day and take it from what stands before; the first is on {day}",
        "有 {count} 个时间没有日期，沿用前文；第一个按 {day} 计",
    ),
    "day-unknown": Text(
        "{count} time(s) name no day, and the log names none",
        "有 {count} 个时间没有日期，日志中也无从得知",
    ),
    "time-twice": Text(
        "{written} occurred twice in {zone}, where the clocks were put back; the first is taken",
        "{zone} 当天时钟拨慢，{written} 出现过两次；取第一次",
    ),
    "time-skipped": Text(
        "{written} did not occur in {zone}, where the clocks were put forward",
        "{zone} 当天时钟拨快，没有 {written} 这一时刻",
    ),
    "time-missing": Text(
        "“{day}” has no time of day; the line is kept as text",
        "“{day}”没有钟点；该行作为文字保留",
    ),
    "time-in-prose": Text(
        "Under “{section}” a time stands inside the text and is kept as text: {times}",
        "“{section}”中有时间写在文字里，按文字保留：{times}",
    ),
    "times-in-code": Text(
        "Up to line {last_line}, {count} line(s) of code with times are kept as text",
        "至第 {last_line} 行，有 {count} 行含时间的代码，按文字保留",
    ),
    "time-within-sentence": Text(
        "The time at the end of the sentence, {time}, is taken as when it happened",
        "句末的时间 {time} 被当作发生时间",
    ),
    "zone-not-stated": Text(
        "No time zone is stated; times are read in {zone}",
        "日志没有写明时区；时间按 {zone} 读取",
    ),
    "zone-stated-in-part": Text(
        "A zone stands beside “{written}”, and none beside {count} other time(s), read in {zone}",
        "“{written}”写明了时区，另有 {count} 个时间没有写明，按 {zone} 读取",
    ),
    "zone-differs": Text(
        "The log states {written} for its times, not {zone}; the log's own zone is used",
        "日志写明时间为 {written}，而非 {zone}；以日志为准",
    ),
    "zones-differ": Text(
        "The log states several zones ({zones}); times without one are read in {zone}",
        "日志写明了多个时区（{zones}）；未标时区的时间按 {zone} 读取",
    ),
    "zone-shared": Text(
        "“{written}” is the zone of several places; the time is read in {zone}",
        "“{written}”是多地共用的时区缩写；时间按 {zone} 读取",
    ),
    "key-event-missing": Text(
        "The key events do not say when it was: {milestone}",
        "关键事件中没有写明时间：{milestone}",
    ),
    "key-event-without-time": Text(
        "The key event “{label}” has no readable time: {text}",
        "关键事件“{label}”没有可读的时间：{text}",
    ),
    "key-event-repeated": Text(
        "“{label}” is given twice: {written} and {other}; the first counts",
        "“{label}”写了两次：{written} 与 {other}；以第一次为准",
    ),
    "key-event-disagrees": Text(
        "“{label}” is {written} in line {key_line} and {other} here",
        "“{label}”在第 {key_line} 行为 {written}，此处为 {other}",
    ),
    "key-event-derived": Text(
        "No key event says “{milestone}”; {written} is taken from this line of the timeline",
        "关键事件中没有“{milestone}”；取时间线此行的 {written}",
    ),
    "key-events-out-of-order": Text(
        "“{second}” ({second_at}) comes before “{first}” ({first_at})",
        "“{second}”（{second_at}）早于“{first}”（{first_at}）",
    ),
    "label-guessed": Text(
        "“{label}” is taken to mean: {milestone}",
        "“{label}”被理解为：{milestone}",
    ),
    "entry-out-of-order": Text(
        "“{written}” goes back behind “{before}” in line {before_line}",
        "“{written}”早于第 {before_line} 行的“{before}”",
    ),
    "entry-far-before": Text(
        "“{written}” is {days} days before the first key event",
        "“{written}”比第一个关键事件早 {days} 天",
    ),
    "entry-far-after": Text(
        "“{written}” is {days} days after the last key event",
        "“{written}”比最后一个关键事件晚 {days} 天",
    ),
    "reported-before-detected": Text(
        "A report at {written} precedes the first detection at {detected}",
        "{written} 已有反馈，早于首次发现时间 {detected}",
    ),
    "several-incidents": Text(
        "The file has {count} lists of key events; it may hold more than one incident",
        "文件中有 {count} 组关键事件，可能不止一起事件",
    ),
    "duration-unreadable": Text(
        "“{label}” cannot be read as a length of time: {stated}",
        "无法把“{label}”读作时长：{stated}",
    ),
    "duration-not-comparable": Text(
        "“{label}” ({stated}) has no start or no end in the log to compare with",
        "“{label}”（{stated}）在日志中缺少起点或终点，无从核对",
    ),
    "duration-without-pair": Text(
        "“{label}” ({stated}) lacks its own start or end in the log",
        "“{label}”（{stated}）在日志中缺少对应的起点或终点",
    ),
    "duration-differs": Text(
        "“{label}” is stated as {stated}; from “{start}” to “{end}” the clock gives {clock}",
        "“{label}”写为 {stated}；从“{start}”到“{end}”按时钟为 {clock}",
    ),
    "role-guessed": Text(
        "{person} is taken to hold: {roles}",
        "{person} 被理解为担任：{roles}",
    ),
    "message-guessed": Text(
        "The line is taken as a message sent to: {audience}",
        "该行被理解为一条信息，发给：{audience}",
    ),
    "decision-guessed": Text(
        "The line is taken as a decision: {choice}",
        "该行被理解为一项决定：{choice}",
    ),
    "report-guessed": Text(
        "The line tells of a report by users and is kept as a note",
        "该行是用户反馈，按记录保留",
    ),
    "customer-data-masked": Text(
        "The line holds customer data ({count}), which was masked",
        "该行含有客户信息（{count} 处），已掩码",
    ),
}
"""The sentence of every doubt, by its slug."""

Pairs = Mapping[str, str | int] | Iterable[tuple[str, str]]
_LONGEST: Final = 120


def say_doubt(slug: str, values: Pairs, language: Language) -> str:
    """The doubt `slug` in a sentence."""
    return _said(DOUBTS[slug], values, language)


def say_reading(slug: str, values: Pairs, language: Language) -> str:
    """The reading `slug` in a clause that can follow the doubt."""
    return _said(READINGS[slug], values, language)


def _said(template: Text, values: Pairs, language: Language) -> str:
    pairs = values.items() if isinstance(values, Mapping) else values
    said = {name: _value(name, str(value), language) for name, value in pairs}
    return say(template, language).format_map(_Known(said))


class _Known(dict[str, str]):
    """Values by name; a name that an older entry lacks is shown as unknown."""

    def __missing__(self, name: str) -> str:
        return "?"


def _value(name: str, value: str, language: Language) -> str:
    if name == "milestone" and value in _MILESTONES:
        return say(label(Milestone(value)), language)
    if name == "roles":
        joint = ", " if language is Language.EN else "、"
        return joint.join(say(role_label(role), language) for role in value.split(","))
    line = clean_line(value)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


_MILESTONES: Final = frozenset(milestone.value for milestone in Milestone)
