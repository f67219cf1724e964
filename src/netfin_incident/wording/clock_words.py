"""Limits of clocks in words, and the grounds of a due time as sentences, one for each step."""

from typing import Final

from netfin_incident.domain.clocks import (
    LATEST,
    SUBMITTED,
    Anchor,
    Ground,
    GroundKind,
    Limit,
    Trigger,
    Unit,
    Within,
    YearStatus,
)
from netfin_incident.domain.text import Text
from netfin_incident.wording.clock_labels import clock_label
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import stamp

_ONE: Final = {
    Unit.MINUTES: Text("1 minute", "1 分钟"),
    Unit.HOURS: Text("1 hour", "1 小时"),
    Unit.CALENDAR_DAYS: Text("1 calendar day", "1 个自然日"),
    Unit.BUSINESS_DAYS: Text("1 business day", "1 个工作日"),
    Unit.MONTHS: Text("1 month", "1 个月"),
}
_WHOLE_DAY: Final = Text("{length}, the whole last day", "{length}，至当日结束")
_LIMIT: Final = Text("{length} from {start}", "自{start}起 {length}")
_WORD_FROM: Final = Text("{length}, on {start}", "{start}后{length}")
_SUBMISSION: Final = Text("the submission of {report}", "报送“{report}”")
_LATEST_SUBMISSION: Final = Text("the latest submission of {report}", "最近一次报送“{report}”")
_UNLESS: Final = Text(
    "{limit}, unless {later} is more than {by} after {than}",
    "{limit}；{later}晚于{than}超过 {by} 的除外",
)
_SEVERITY: Final = Text("severity {severity} and worse", "事件等级 {severity} 及以上")
_CLASS: Final = Text("classification {name}", "归类 {name}")
_FACT: Final = Text("fact {name}", "事实 {name}")
_SENTENCES: Final[dict[GroundKind, Text]] = {
    GroundKind.WAITS: Text(
        "Nothing is counted from {start} yet: nobody has said when it was.",
        "尚不能自{start}起算：还没有人说明其时间。",
    ),
    GroundKind.COUNTED: Text("{start} was {at}; {length} from then is {due}.", "{start}为 {at}；{length}至 {due}。"),
    GroundKind.FALLS_AWAY: Text(
        "The limit from {start} falls away: {name} was more than {length} after {other}.",
        "自{start}起的时限不适用：{name}晚于{other}超过 {length}。",
    ),
    GroundKind.EARLIEST: Text("The earliest applies, which is from {start}: {due}.", "取最早者，即自{start}起：{due}。"),
    GroundKind.ROLLED: Text(
        "{at} is not a working day by calendar {name}; until {due} is legally in time. Work to the earlier time.",
        "按日历 {name}，{at} 不是工作日；法定可顺延至 {due}。请仍按较早时间完成。",
    ),
    GroundKind.NOT_ROLLED: Text(
        "{at} is not a working day, but a {name} may not be later for that.",
        "{at} 不是工作日，但 {name} 不得顺延。",
    ),
    GroundKind.YEAR: Text(
        "The working days of {year} in calendar {name} are {status}: check the result once they are published.",
        "日历 {name} 中 {year} 年的工作日{status}：公布后请核对结果。",
    ),
    GroundKind.NOT_IN_FORCE: Text(
        "{title} is not in force on {day}: it is so from {begins} to {ends}.",
        "{title}在 {day} 不生效：生效期为 {begins} 至 {ends}。",
    ),
    GroundKind.AGAIN: Text(
        "{start} was {at}, after the last submission: another is owed at once.",
        "{start}为 {at}，晚于最近一次报送：须立即再报。",
    ),
    GroundKind.REPEATED: Text("Counted from {at}, the next is due after {length}: {due}.", "自 {at} 起每 {length}一报，下一次为 {due}。"),
}  # fmt: skip
_YEAR_MISSING: Final = Text(
    "Calendar {name} knows no holidays of {year}: check the result against the firm's own calendar.",
    "日历 {name} 没有 {year} 年的节假日：请按本机构的日历核对结果。",
)
_AT_ONCE: Final = Text("{start} was {at}; {length}.", "{start}为 {at}；{length}。")
_OPEN: Final = Text("open", "不限")


def within_said(within: Within, language: Language) -> str:
    """How long there is: `4 hours`, `30 calendar days, the whole last day`, `at once`."""
    if not within.count:
        return say(clock_label(within.unit), language)
    unit = say(clock_label(within.unit), language)
    many = f"{within.count}{unit}" if unit.startswith("个") else f"{within.count} {unit}"
    length = say(_ONE[within.unit], language) if within.count == 1 else many
    return say(_WHOLE_DAY, language).format(length=length) if within.end_of_day else length


def start_said(start: str, language: Language) -> str:
    """What a limit is counted from, as it is written, in words."""
    if not start.startswith(SUBMITTED):
        return say(clock_label(Anchor(start)), language)
    report = start.removeprefix(SUBMITTED)
    text = _LATEST_SUBMISSION if report.endswith(LATEST) else _SUBMISSION
    return say(text, language).format(report=report.removesuffix(LATEST))


def limit_said(limit: Limit, language: Language) -> str:
    """A limit: `4 hours from classification`."""
    text = _LIMIT if limit.within.count else _WORD_FROM
    said = say(text, language).format(
        length=within_said(limit.within, language), start=start_said(str(limit.start), language)
    )
    unless = limit.unless
    if unless is None:
        return said
    return say(_UNLESS, language).format(
        limit=said,
        later=say(clock_label(unless.later), language),
        than=say(clock_label(unless.than), language),
        by=within_said(unless.by, language),
    )


def trigger_said(trigger: Trigger, language: Language) -> tuple[str, ...]:
    """What must hold for a clock to start, each part by itself."""
    found: list[str] = []
    if trigger.severity_at_least is not None:
        grade = say(label(trigger.severity_at_least), language)
        found.append(say(_SEVERITY, language).format(severity=grade))
    for text, name in ((_CLASS, trigger.classification), (_FACT, trigger.fact)):
        if name:
            found.append(say(text, language).format(name=name))
    return tuple(found)


def ground_said(ground: Ground, zone: str, language: Language) -> str:
    """One ground of a due time as a sentence; times on the clocks of `zone`."""
    within, instrument = ground.within, ground.instrument
    text = _SENTENCES[ground.kind]
    if ground.kind is GroundKind.COUNTED and within is not None and not within.count:
        text = _AT_ONCE
    elif ground.status is YearStatus.MISSING:
        text = _YEAR_MISSING
    is_name_of_anchor = ground.kind is GroundKind.FALLS_AWAY
    name = start_said(ground.name, language) if is_name_of_anchor else ground.name
    said = say(text, language).format(
        start=start_said(ground.start, language) if ground.start else "",
        at=stamp(ground.at, zone) if ground.at else "",
        due=stamp(ground.due, zone) if ground.due else "",
        length=within_said(within, language) if within else "",
        name=name,
        other=start_said(ground.other, language) if ground.other else "",
        year=ground.year,
        day=ground.day,
        status=say(clock_label(ground.status), language) if ground.status else "",
        title=instrument.title if instrument else "",
        begins=(instrument and instrument.effective_from) or say(_OPEN, language),
        ends=(instrument and instrument.effective_to) or say(_OPEN, language),
    )
    return said[:1].upper() + said[1:]
