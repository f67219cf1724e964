"""What the program says of a moment, a length of time or a zone it cannot use (NF-901x, NF-902x)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_FORMS: Final = Text(
    'Write --at now, --at -15m, --at 14:05, --at "yesterday 23:50" or --at "2026-11-24 14:05"',
    '可写 --at now、--at -15m、--at 14:05、--at "昨天 23:50"或 --at "2026-11-24 14:05"',
)

MOMENT_SAYINGS: Final[dict[str, Saying]] = {
    "moment-empty": Saying(
        "NF-9010",
        Text("No time was given", "没有填写时间"),
        Text("the text for the time is empty", "时间一栏为空"),
        _FORMS,
    ),
    "moment-unreadable": Saying(
        "NF-9011",
        Text("“{given}” cannot be read as a time", "无法把“{given}”读作时间"),
        Text("it has none of the forms that are understood", "不属于可识别的写法"),
        _FORMS,
    ),
    "moment-is-a-duration": Saying(
        "NF-9012",
        Text("“{given}” says how long, not when", "“{given}”说的是时长，不是时刻"),
        Text(
            "a length of time names no moment until it is counted from now",
            "时长要从现在起算，才能确定时刻",
        ),
        Text(
            "Write --at -1h30m for an hour and a half ago",
            "一个半小时前请写 --at -1h30m",
        ),
    ),
    "moment-is-a-bare-number": Saying(
        "NF-9013",
        Text("“{given}” alone does not name a time", "单独一个数字“{given}”不能确定时间"),
        Text(
            "a bare number may be a year, a clock time or a count of seconds",
            "单独的数字可能是年份、钟点，也可能是秒数",
        ),
        Text(
            'Write --at 14:05, or --at "2026-11-24 14:05"',
            '请写 --at 14:05，或 --at "2026-11-24 14:05"',
        ),
    ),
    "moment-date-ambiguous": Saying(
        "NF-9014",
        Text("The day in “{given}” can be misread", "“{given}”中的日期容易误读"),
        Text(
            "some people write the day first and others the month",
            "有人先写日，有人先写月",
        ),
        Text(
            'Write the year first: --at "2026-11-24 14:05"; or month and day: --at "11-24 14:05"',
            '请先写年：--at "2026-11-24 14:05"；或写月日：--at "11月24日 14:05"',
        ),
    ),
    "moment-no-such-day": Saying(
        "NF-9015",
        Text("“{given}” names a day that does not exist", "“{given}”中的日期不存在"),
        Text("the calendar has no such month or day", "日历上没有这个月份或日子"),
        Text(
            'Check the month and the day, then write --at "2026-02-28 14:05"',
            '请核对月份与日期，再写成 --at "2026-02-28 14:05"',
        ),
    ),
    "moment-no-such-time": Saying(
        "NF-9016",
        Text("“{given}” names a clock time that does not exist", "“{given}”中的钟点不存在"),
        Text(
            "hours go from 0 to 23, minutes and seconds from 0 to 59, offsets from UTC to 14:00",
            "小时为 0–23，分、秒为 0–59，与 UTC 的时差不超过 14:00",
        ),
        Text(
            "Write --at 23:59:59 for a leap second, and --at 00:00 with the next day for 24:00",
            "闰秒请写 --at 23:59:59；24:00 请写次日的 00:00",
        ),
    ),
    "moment-without-time": Saying(
        "NF-9017",
        Text("“{given}” is a day, not a moment", "“{given}”只有日期，没有钟点"),
        Text("the record needs the hour and minute", "记录需要具体到时、分"),
        Text(
            'Add the time: --at "yesterday 23:50"; if it is only roughly known, --at "~23:50"',
            '请补上钟点：--at "昨天 23:50"；只知大概时写 --at "约23:50"',
        ),
    ),
    "moment-zone-abbreviation": Saying(
        "NF-9018",
        Text("The zone in “{given}” can be misread", "“{given}”中的时区缩写容易误读"),
        Text(
            "abbreviations are shared: CST is used in China and in North America",
            "缩写会重名：CST 既指中国标准时间，也指北美中部时间",
        ),
        Text('Write the offset: --at "14:05 +08:00"', '请写时差：--at "14:05 +08:00"'),
    ),
    "moment-skipped-by-clock-change": Saying(
        "NF-9019",
        Text("{wall} did not occur in {zone}", "{zone} 没有 {wall} 这一时刻"),
        Text(
            "the clocks were put forward past it that day",
            "当天时钟拨快，跳过了这一时刻",
        ),
        Text(
            'Write the time with its offset, as in --at "2026-03-29 03:30 +02:00"',
            '请写带时差的时间，例如 --at "2026-03-29 03:30 +02:00"',
        ),
    ),
    "moment-twice-by-clock-change": Saying(
        "NF-9020",
        Text("{wall} occurred twice in {zone}", "{zone} 出现过两次 {wall}"),
        Text("the clocks were put back that day", "当天时钟拨慢"),
        Text('Write --at "{first}" or --at "{second}"', '请写 --at "{first}"或 --at "{second}"'),
    ),
    "moment-in-future": Saying(
        "NF-9021",
        Text("“{given}” has not happened yet", "“{given}”尚未到来"),
        Text(
            "it reads as {read_as}, and what is recorded has happened",
            "它被读作 {read_as}，而记录的应是已发生的事",
        ),
        Text(
            'Write --at now, or give the day: --at "yesterday 23:50"',
            '请写 --at now，或写明日期：--at "昨天 23:50"',
        ),
    ),
    "moment-out-of-range": Saying(
        "NF-9022",
        Text("“{given}” is too far away", "“{given}”相距太远"),
        Text("times from 2000 to 2100 are kept", "只记录 2000 年至 2100 年的时间"),
        Text('Check the year: --at "2026-11-24 14:05"', '请核对年份：--at "2026-11-24 14:05"'),
    ),
    "moment-night-ambiguous": Saying(
        "NF-9023",
        Text("“{given}” can mean either of two days", "“{given}”可能指两个日子"),
        Text(
            "after midnight some people still say the evening before",
            "过了零点，有人仍说是前一晚",
        ),
        Text(
            'Name the calendar day: --at "today 00:30" or --at "yesterday 00:30"',
            '请写明日历日：--at "今天 00:30"或 --at "昨天 00:30"',
        ),
    ),
    "moment-part-of-day-differs": Saying(
        "NF-9024",
        Text("The hour in “{given}” is not in that part of the day", "“{given}”中的钟点与时段不符"),
        Text(
            "the words and the figures contradict each other",
            "文字与数字互相矛盾",
        ),
        Text("Write the time by the 24-hour clock: --at 15:05", "请用 24 小时制：--at 15:05"),
    ),
    "due-not-ahead": Saying(
        "NF-9025",
        Text("“{given}” is not ahead of now", "“{given}”不在现在之后"),
        Text(
            "it reads as {read_as}, and what is due lies ahead",
            "它被读作 {read_as}，而时限应在将来",
        ),
        Text(
            "Write 30m, 14:05 for the next one, or tomorrow 09:00",
            "可写 30m、14:05（取下一个）或明天 09:00",
        ),
    ),
    "duration-unreadable": Saying(
        "NF-9026",
        Text("“{given}” cannot be read as a length of time", "无法把“{given}”读作时长"),
        Text(
            "a length is whole numbers with units, the largest unit first",
            "时长由整数加单位组成，单位从大到小",
        ),
        Text("Write 10m, 1h30m, 90s or 2d", "可写 10m、1h30m、90s、2d、10分钟或半小时"),
    ),
    "duration-out-of-range": Saying(
        "NF-9027",
        Text("“{given}” cannot be a time limit", "“{given}”不能作为时限"),
        Text(
            "a limit is longer than nothing and at most 366 days", "时限应大于零，且不超过 366 天"
        ),
        Text("Write 10m, 1h30m or 2d", "可写 10m、1h30m 或 2d"),
    ),
    "zone-unknown": Saying(
        "NF-9028",
        Text("No time zone is called “{given}”", "没有名为“{given}”的时区"),
        Text("the time zone database does not have it", "时区数据库中没有这一名称"),
        Text("Try --zone Asia/Shanghai or --zone UTC", "可用 --zone Asia/Shanghai 或 --zone UTC"),
    ),
    "zone-not-a-name": Saying(
        "NF-9029",
        Text("“{given}” is not the name of a time zone", "“{given}”不是时区名称"),
        Text(
            "a zone is named by its place, because offsets change over the year",
            "时区按地名命名，因为时差会随季节变化",
        ),
        Text("Try --zone Asia/Shanghai or --zone UTC", "可用 --zone Asia/Shanghai 或 --zone UTC"),
    ),
}
