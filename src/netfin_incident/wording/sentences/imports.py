"""Sentences about what a written log said, and what was doubted in it."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.moments import span
from netfin_incident.wording.sentences.teller import ALSO, SHA256, Teller

ImportEvent = e.LogImported | e.DurationStated | e.DoubtNoted

_ZONE: Final = Text("zone: {}", "时区：{}")
_HOURS: Final = Text("business hours: {}", "工作时间：{}")
_STATED: Final = Text("read as: {}", "读作：{}")
_WALL: Final = Text("by the clock: {}", "按时钟：{}")
_BUSINESS: Final = Text("within business hours: {}", "按工作时间：{}")
_VERDICT: Final = Text("explained by: {}", "判断：{}")


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
                (_BUSINESS, _span(teller, event.business)), (_VERDICT, event.verdict),
                label=label, text=text,
            )  # fmt: skip
        case e.DoubtNoted(slug=slug, line=line, values=values):
            given = tuple(f"{name} {value}" for name, value in values)
            where = (
                Text("Doubt, line {line}: {slug}", "存疑，第 {line} 行：{slug}")
                if line
                else Text("Doubt: {slug}", "存疑：{slug}")
            )
            return teller.tell(where, (ALSO, given), line=line, slug=slug)
        case _:
            assert_never(event)


def _span(teller: Teller, seconds: int | None) -> str:
    return "" if seconds is None else span(seconds, teller.language)
