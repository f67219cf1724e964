"""What would explain a doubt about a written log, and how a stated duration stands."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

READINGS: Final[Mapping[str, Text]] = {
    "read-as": Text("read as {value}, it fits", "读作 {value} 即相符"),
    "label-read-as": Text(
        "with “{label}” read as {value}, it fits",
        "将“{label}”读作 {value} 即相符",
    ),
    "belongs-before": Text(
        "by its time it belongs before {time} in line {line}",
        "按时间应排在第 {line} 行的 {time} 之前",
    ),
    "same-clock-other-zone": Text(
        "both show the same time on the clock, one of them without its zone ({zone} was assumed)",
        "两处钟点相同，其中一处没有写时区（按 {zone} 读取）",
    ),
    "all-in-zone": Text(
        "if all times are meant so, read the log with --zone {zone}",
        "如果全部时间都是这一时区，请用 --zone {zone} 读取",
    ),
    "duration-supports": Text(
        "the stated “{label}” of {stated} speaks for {value}",
        "所写“{label}”{stated} 支持 {value}",
    ),
    "between": Text(
        "it is the time from “{start}” to “{end}” on the clock",
        "按时钟，这是从“{start}”到“{end}”的时长",
    ),
    "between-in-hours": Text(
        "it is the time from “{start}” to “{end}” within {hours}",
        "这是从“{start}”到“{end}”在 {hours} 之内的时长",
    ),
    "in-common-hours": Text(
        "it would be the time from “{start}” to “{end}” within {hours}, hours that the log does not state",
        "若按 {hours} 计（日志未写明），这是从“{start}”到“{end}”的时长",
    ),
    "within-given-hours": Text(
        "it is the time within the given hours, {hours}",
        "这是在给定工作时间 {hours} 之内的时长",
    ),
    "timeline-time": Text(
        "it fits “{label}” at {value}, as line {line} of the timeline has it",
        "若“{label}”取时间线第 {line} 行的 {value} 即相符",
    ),
    "from-entry": Text(
        "it is the time from the entry at {time} (line {line}) to “{end}”",
        "这是从第 {line} 行的 {time} 到“{end}”的时长",
    ),
    "between-entries": Text(
        "it is the time from {start} (line {start_line}) to {end} (line {end_line})",
        "这是从 {start}（第 {start_line} 行）到 {end}（第 {end_line} 行）的时长",
    ),
    "whole-days-as": Text(
        "it fits {hours} with each of the {days} whole days counted as {counted} instead of {length}",
        "若在 {hours} 中把 {days} 个整日各按 {counted}（而非 {length}）计即相符",
    ),
    "digits-swapped": Text(
        "two digits are swapped: the clock gives {value}",
        "两个数字颠倒：按时钟为 {value}",
    ),
    "hour-slip": Text(
        "it is an hour off the time from “{start}” to “{end}”, {value}, as a slip in the sum would be",
        "与从“{start}”到“{end}”的时长 {value} 相差一小时，可能是计算疏误",
    ),
    "minutes-slip": Text(
        "nothing gives it exactly; it is {minutes} minute(s) off the clock, as a slip in the sum would be",
        "没有完全相符的读法；与时钟相差 {minutes} 分钟，可能是计算疏误",
    ),
    "rounded": Text("it is rounded: the clock gives {clock}", "系取整：按时钟为 {clock}"),
}
"""The sentence of every reading, by its slug."""

VERDICTS: Final[Mapping[str, Text]] = {
    "agrees": Text("agrees with the clock", "与时钟相符"),
    "within_hours": Text("agrees within business hours", "按工作时间相符"),
    "explained": Text("differs, with an explanation", "不符，有解释"),
    "slip": Text("differs, as a slip would", "不符，疑为笔误"),
    "unexplained": Text("differs; no reading found", "不符，未找到解释"),
    "not_comparable": Text("cannot be compared", "无从核对"),
    "unreadable": Text("cannot be read", "无法读取"),
    "not_stated": Text("not stated", "日志未写"),
}
"""How a stated duration stands against the clock, by the stored value of the verdict."""
