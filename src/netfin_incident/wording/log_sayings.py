"""What the program says of business hours and written logs it cannot use (NF-903x, NF-904x)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_HOURS: Final = Text(
    'Write --hours "Mon-Fri 10:00-17:00", or "Mon-Fri 09:00-12:00,13:00-18:00; Sat 10:00-12:00"',
    '请写 --hours "周一至周五 09:00-18:00"，或 "周一至周五 09:00-12:00,13:00-18:00; 周六 10:00-12:00"',
)

LOG_SAYINGS: Final[dict[str, Saying]] = {
    "hours-unreadable": Saying(
        "NF-9030",
        Text("“{given}” cannot be read as business hours", "无法把“{given}”读作工作时间"),
        Text("“{part}” is neither a day nor a window", "“{part}”既不是星期，也不是时段"),
        _HOURS,
    ),
    "hours-day-unknown": Saying(
        "NF-9031",
        Text("No weekday is called “{day}”", "没有名为“{day}”的星期"),
        Text(
            "“{given}” must name days in full or by their first letters",
            "“{given}”中的星期须写全称或通用简称",
        ),
        _HOURS,
    ),
    "hours-without-window": Saying(
        "NF-9032",
        Text("“{given}” names no hours", "“{given}”没有写出时段"),
        Text("days need a window such as 10:00-17:00", "星期之后需要时段，如 10:00-17:00"),
        _HOURS,
    ),
    "hours-window-backwards": Saying(
        "NF-9033",
        Text("{window} ends before it begins", "时段 {window} 的结束不晚于开始"),
        Text("a window lies within one day", "一个时段须在同一天之内"),
        Text(
            'Split a night in two: --hours "daily 22:00-24:00; daily 00:00-06:00"',
            '跨夜请拆成两段：--hours "每天 22:00-24:00; 每天 00:00-06:00"',
        ),
    ),
    "hours-no-such-time": Saying(
        "NF-9034",
        Text("{time} is not a time of day", "{time} 不是一天中的时刻"),
        Text("a day runs from 00:00 to 24:00", "一天从 00:00 到 24:00"),
        _HOURS,
    ),
    "hours-overlap": Saying(
        "NF-9035",
        Text("{first} and {second} overlap", "时段 {first} 与 {second} 重叠"),
        Text("they fall on the same weekday in “{given}”", "在“{given}”中落在同一天"),
        Text(
            'Join them: --hours "Mon-Fri 09:00-18:00"',
            '请合并：--hours "周一至周五 09:00-18:00"',
        ),
    ),
    "log-not-found": Saying(
        "NF-9040",
        Text("The log {path} cannot be opened", "无法打开日志 {path}"),
        Text("no file is there", "该处没有文件"),
        Text("Check the name with: ls -l {path}", "请核对文件名：ls -l {path}"),
    ),
    "log-not-a-file": Saying(
        "NF-9041",
        Text("{path} is not a regular file", "{path} 不是普通文件"),
        Text(
            "a written log is read once, from start to end, as plain text",
            "书面日志须是可从头到尾读取一次的纯文本",
        ),
        Text(
            "Save it first, then: netfin-incident incident import-log incident.md",
            "请先存为文件，再执行：netfin-incident incident import-log incident.md",
        ),
    ),
    "log-too-large": Saying(
        "NF-9042",
        Text("{path} is too large for a written log", "{path} 作为书面日志过大"),
        Text("it exceeds {limit} bytes", "超过 {limit} 字节"),
        Text(
            "Keep one incident per file, without machine logs, and import again",
            "请每个文件只留一起事件，去掉机器日志，再导入",
        ),
    ),
    "log-not-utf8": Saying(
        "NF-9043",
        Text("{path} is not UTF-8 text", "{path} 不是 UTF-8 文本"),
        Text("byte {byte} cannot be part of it", "第 {byte} 个字节不合编码"),
        Text(
            "Convert it: iconv -f GB18030 -t UTF-8 {path} > incident.md",
            "请转换编码：iconv -f GB18030 -t UTF-8 {path} > incident.md",
        ),
    ),
    "log-unreadable": Saying(
        "NF-9044",
        Text("{path} cannot be read", "无法读取 {path}"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text("Check its permissions with: ls -l {path}", "请核对权限：ls -l {path}"),
    ),
    "log-without-times": Saying(
        "NF-9045",
        Text("No day or time can be read in this log", "这份日志中读不出任何日期或时间"),
        Text(
            "an incident needs at least the day on which it happened",
            "事件至少需要有发生日期",
        ),
        Text(
            "Add a heading such as “# Incident on 2024-04-15”, and times such as “2024-04-15 12:32”",
            "请补上标题（如“# 2024-04-15 事件”）和时间（如“2024-04-15 12:32”）",
        ),
    ),
}
