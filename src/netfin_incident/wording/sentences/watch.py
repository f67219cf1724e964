"""Sentences about watching: who watched, when nobody did, and when the clock was set."""

from typing import Final, assert_never

from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.watch import events as e
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences.teller import REASON, Teller

_STARTED: Final = Text(
    "{watcher} began to watch (host {host}, process {pid})",
    "{watcher} 开始值守（主机 {host}，进程 {pid}）",
)
_STOPPED: Final = Text("{watcher} stopped watching", "{watcher} 停止值守")
_GAP: Final = Text(
    "nothing watched from {start} to {end}; what became due then was called late",
    "{start} 至 {end} 无人值守，其间到期的升级均延后执行",
)
_FORWARD: Final = Text(
    "the machine's clock was set forward by {seconds} s, to {wall}; the program went by {effective}",
    "本机时钟被拨快 {seconds} 秒，拨至 {wall}；程序按 {effective} 计时",
)
_BACK: Final = Text(
    "the machine's clock was set back by {seconds} s, to {wall}; the program went by {effective}",
    "本机时钟被拨慢 {seconds} 秒，拨至 {wall}；程序按 {effective} 计时",
)


def watch_sentence(event: e.Event, act: Act, language: Language, zone: str = "") -> str:
    """What happened to the watching, for a reader of `language`; times are those of `zone`."""
    teller = Teller(act, language, zone=zone)
    match event:
        case e.WatchStarted():
            return teller.tell(
                _STARTED, watcher=event.watcher, host=event.host, pid=event.pid
            )  # fmt: skip
        case e.WatchStopped():
            return teller.tell(_STOPPED, (REASON, event.reason), watcher=event.watcher)
        case e.WatchGap():
            return teller.tell(_GAP, start=event.start, end=event.end)
        case e.ClockJumped():
            return teller.tell(
                _BACK if event.seconds < 0 else _FORWARD,
                seconds=abs(event.seconds), wall=event.wall, effective=event.effective,
            )  # fmt: skip
        case _:
            assert_never(event)
