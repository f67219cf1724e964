"""Sentences about what a written log said, and what was doubted in it."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.doubts import DOUBTS, say_doubt, say_reading
from netfin_incident.wording.moments import exact_span
from netfin_incident.wording.readings import READINGS, VERDICTS
from netfin_incident.wording.sentences.teller import ALSO, SHA256, Teller

ImportEvent = e.LogImported | e.DurationStated | e.DoubtNoted

_ZONE: Final = Text("zone: {}", "时区：{}")
_HOURS: Final = Text("business hours: {}", "工作时间：{}")
_STATED: Final = Text("read as: {}", "读作：{}")
_WALL: Final = Text("by the clock: {}", "按时钟：{}")
_BUSINESS: Final = Text("within business hours: {}", "按工作时间：{}")
_VERDICT: Final = Text("verdict: {}", "判断：{}")
_READING: Final = Text("reading: {}", "读法：{}")


def told(teller: Teller, event: ImportEvent) -> str:
    """What `event` says."""
    match event:
        case e.LogImported(name=name):
            return teller.tell(
                Text("Read from the written log {name}", "由书面日志 {name} 导入"),
                (_ZONE, event.zone), (_HOURS, event.hours), (SHA256, event.sha256[:12]),
                name=name,
            )  # fmt: skip
        case e.DurationStated(label=label, text=text):
            return teller.tell(
                Text("The log states {label}: {text}", "日志所载 {label}：{text}"),
                (_STATED, _span(teller, event.stated)), (_WALL, _span(teller, event.wall)),
                (_BUSINESS, _span(teller, event.business, in_hours=True)), (_HOURS, event.hours),
                (_VERDICT, VERDICTS.get(event.verdict, event.verdict)),
                (ALSO, _reading(teller, event)), label=label, text=text,
            )  # fmt: skip
        case e.DoubtNoted(line=line):
            where = (
                Text("Doubt, line {line}: {doubt}", "存疑，第 {line} 行：{doubt}")
                if line
                else Text("Doubt: {doubt}", "存疑：{doubt}")
            )
            doubt = _doubt(teller, event)
            return teller.tell(where, (_READING, _reading(teller, event)), line=line, doubt=doubt)
        case _:
            assert_never(event)


def _doubt(teller: Teller, event: e.DoubtNoted) -> str:
    """The doubt in words; one of another version of this program by its slug and values."""
    if event.slug in DOUBTS:
        return say_doubt(event.slug, event.values, teller.language)
    return "; ".join([event.slug, *(f"{name} {value}" for name, value in event.values)])


def _reading(teller: Teller, event: e.DurationStated | e.DoubtNoted) -> str:
    if event.reading in READINGS:
        return say_reading(event.reading, event.reading_values, teller.language)
    return event.reading


def _span(teller: Teller, seconds: int | None, *, in_hours: bool = False) -> str:
    return "" if seconds is None else exact_span(seconds, teller.language, in_hours=in_hours)
