"""What the program says of rosters as files name them, and as they turn out (NF-2411 to NF-2449)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_NAMES: Final = Text("the nearest or all of those known: {choices}", "相近或现有的名称：{choices}")

ROSTER_VALUE_SAYINGS: Final[dict[str, Saying]] = {
    "roster-zone-unknown": Saying(
        "NF-2411",
        Text("“{given}” is not a time zone", "“{given}”不是时区"),
        Text(
            "a zone is named by its place, because offsets change over the year",
            "时区须按地名书写，因为与世界时的差会随季节变化",
        ),
        Text("Write {field}: Asia/Shanghai", "请写 {field}: Asia/Shanghai"),
    ),
    "roster-time-unreadable": Saying(
        "NF-2412",
        Text("“{given}” is not a day and a time", "“{given}”不是日期和时间"),
        Text(
            "it is read by the clocks of the rotation's zone, so it has no zone of its own",
            "按该轮值的时区理解，因此不写时区",
        ),
        Text("Write {field}: 2026-01-05 09:00", "请写 {field}: 2026-01-05 09:00"),
    ),
    "roster-hours-unreadable": Saying(
        "NF-2413",
        Text("“{given}” does not say which {field}", "“{given}”写的 {field} 无法理解"),
        Text(
            "it names days of the week and windows that end on the day they begin",
            "应写星期几和时段，时段须在当日内结束",
        ),
        Text(
            "Write hours: Mon-Fri 09:00-18:00; for days alone, week: Mon-Fri",
            "请写 hours: 周一至周五 09:00-18:00；只写星期时，week: 周一至周五",
        ),
    ),
    "roster-handoff-unreadable": Saying(
        "NF-2414",
        Text("“{given}” is not a time to hand over", "“{given}”不是交班时间"),
        Text(
            "it is a time of day, with one day of the week where turns last a week",
            "应为一天中的时间；按周轮值时另写星期几",
        ),
        Text("Write 09:00, or Mon 09:00", "请写 09:00 或 周一 09:00"),
    ),
    "contact-reference": Saying(
        "NF-2415",
        Text("This does not say where the {channel} address is kept", "此处没有写明 {channel} 地址存放在哪里"),
        Text(
            "env: is followed by the name of a variable, file: by a path from the root",
            "env: 后写环境变量名，file: 后写绝对路径",
        ),
        Text(
            "Write address: env:NAME, or address: file:/etc/netfin-incident/NAME",
            "请写 address: env:名称，或 address: file:/etc/netfin-incident/名称",
        ),
    ),
    "contact-secret": Saying(
        "NF-2416",
        Text("The address for {channel} does not belong in this file", "{channel} 的地址不应写在本文件中"),
        Text(
            "it may hold a token, and everybody who may read the roster could use it",
            "其中可能含有令牌，能看到值班表的人都可以使用",
        ),
        Text(
            "Keep it elsewhere and write address: env:NAME, or address: file:/PATH",
            "请存放在别处，并写 address: env:名称 或 address: file:/路径",
        ),
    ),
    "contact-address": Saying(
        "NF-2417",
        Text("“{given}” is not an address for {channel}", "“{given}”不是 {channel} 的地址"),
        Text(
            "numbers have digits, blanks and -, with + in front; mail has name@place; a file has its path",
            "号码由数字、空格和 - 组成，前面可有 +；邮件写 名称@域名；文件写绝对路径",
        ),
        Text(
            "Write address: '+86 138 0000 0000', address: name@example.com or address: /PATH",
            "请写 address: '+86 138 0000 0000'、address: name@example.com 或 address: /路径",
        ),
    ),
    "contact-twice": Saying(
        "NF-2418",
        Text("“{given}” reaches the same place as “{first}”", "“{given}”与“{first}”是同一联系方式"),
        Text(
            "one person would be called twice at once and still not be reached",
            "会对同一处重复呼叫，却并未多一条联系途径",
        ),
        Text("Delete one of them, or write another address", "请删除其一，或改写 address"),
    ),
}  # fmt: skip

ROSTER_NAME_SAYINGS: Final[dict[str, Saying]] = {
    "roster-person-unknown": Saying(
        "NF-2419",
        Text("There is nobody called “{given}” in the roster", "值班表中没有人员“{given}”"),
        _NAMES,
        Text("Correct it, or add the person under people:", "请改正，或在 people: 下添加该人员"),
    ),
    "roster-team-unknown": Saying(
        "NF-2420",
        Text("There is no team “{given}” in the roster", "值班表中没有团队“{given}”"),
        _NAMES,
        Text("Correct it, or add the team under teams:", "请改正，或在 teams: 下添加该团队"),
    ),
    "roster-rotation-unknown": Saying(
        "NF-2421",
        Text("There is no rotation “{given}” in the roster", "值班表中没有轮值“{given}”"),
        _NAMES,
        Text("Correct it, or add it under rotations:", "请改正，或在 rotations: 下添加"),
    ),
    "roster-calendar-unknown": Saying(
        "NF-2422",
        Text("There is no calendar “{given}” in the roster", "值班表中没有日历“{given}”"),
        _NAMES,
        Text("Correct it, or add it under calendars:", "请改正，或在 calendars: 下添加"),
    ),
    "roster-cover-unknown": Saying(
        "NF-2423",
        Text("“{given}” is no person, team or rotation", "“{given}”不是人员、团队或轮值"),
        _NAMES,
        Text(
            "Correct it, or add it under people:, teams: or rotations:",
            "请改正，或在 people:、teams: 或 rotations: 下添加",
        ),
    ),
    "roster-role-unknown": Saying(
        "NF-2424",
        Text("There is no role “{given}”", "没有角色“{given}”"),
        _NAMES,
        Text("Correct it, or add it under roles:", "请改正，或在 roles: 下添加"),
    ),
    "roster-pair": Saying(
        "NF-2425",
        Text("This is not a pair of roles", "此处不是一对角色"),
        Text(
            "incompatible lists pairs that one person may not hold together",
            "incompatible 列出不得由同一人兼任的成对角色",
        ),
        Text("Write - [technical, settlement]", "请写 - [technical, settlement]"),
    ),
    "roster-id-shared": Saying(
        "NF-2426",
        Text("“{given}” names something under {other} too", "“{given}”在 {other} 下也有"),
        Text(
            "people, teams and rotations are called by their ids alone",
            "人员、团队和轮值都只凭标识称呼，不能重名",
        ),
        Text("Give one of them another id, such as {given}-2", "请换一个标识，如 {given}-2"),
    ),
    "role-backs-itself": Saying(
        "NF-2427",
        Text("“{role}” has {by} in front and behind", "角色“{role}”的主备都是 {by}"),
        Text("the backup is called when the first cannot be reached", "后备是在联系不上首选时呼叫的"),
        Text("Write backup: and somebody else", "请在 backup: 写其他人员、团队或轮值"),
    ),
}  # fmt: skip

ROSTER_LAYER_SAYINGS: Final[dict[str, Saying]] = {
    "roster-layer-kind": Saying(
        "NF-2428",
        Text("It is not clear how this layer goes round", "此层如何排班不明确"),
        Text(
            "a layer has people who take turns, or a list of shifts, not both and not neither",
            "一层或由人员轮流，或逐班列出，须且只能取其一",
        ),
        Text(
            "Write every: 1 week, start: and people:, or write shifts:",
            "请写 every: 1 week、start: 和 people:，或写 shifts:",
        ),
    ),
    "roster-handoffs-misplaced": Saying(
        "NF-2429",
        Text("These turns have no such times to hand over", "这样的轮值没有此种交班时间"),
        Text(
            "times of day go with every: 1 day, days of the week with every: 1 week",
            "every: 1 day 只写时间，every: 1 week 须写星期几，其余不写",
        ),
        Text(
            "Write handoffs: [09:00, 21:00], or handoffs: [Mon 09:00, Fri 18:00], or leave it out",
            "请写 handoffs: [09:00, 21:00] 或 handoffs: [周一 09:00, 周五 18:00]，或不写",
        ),
    ),
    "roster-start-no-handoff": Saying(
        "NF-2430",
        Text("The first turn does not begin at a handoff", "首班不在交班时间开始"),
        Text("it begins at {start}", "首班开始于 {start}"),
        Text("Add {start} to handoffs, or correct start", "请在 handoffs 中加上 {start}，或改正 start"),
    ),
    "roster-handoff-twice": Saying(
        "NF-2431",
        Text("Two handoffs are at the same time", "有两个交班时间相同"),
        Text("a turn between them would last no time at all", "两者之间的班次没有时长"),
        Text("Delete one of them from handoffs", "请从 handoffs 中删去其一"),
    ),
    "roster-shift-backwards": Saying(
        "NF-2432",
        Text("“{field}” is not after the beginning", "“{field}”不晚于开始时间"),
        Text("it begins at {start}, and a shift lasts for some time", "开始于 {start}，班次须有时长"),
        Text("Write {field}: and a later time", "请在 {field}: 写更晚的时间"),
    ),
    "roster-shifts-overlap": Saying(
        "NF-2433",
        Text("This shift begins while another is running", "此班次开始时另一班次尚未结束"),
        Text("{person} is on until {end}", "{person} 值班至 {end}"),
        Text(
            "Correct from, or write the shift in a layer of its own with level: 2",
            "请改正 from，或另写一层并加 level: 2",
        ),
    ),
    "roster-layers-overlap": Saying(
        "NF-2434",
        Text("“{second}” can be at the same time as “{first}”", "“{second}”与“{first}”可能同时生效"),
        Text(
            "both are of level {level}, so neither goes before the other",
            "两层同为 {level} 级，无法确定以哪一层为准",
        ),
        Text(
            "Write level: 2 for the one that goes before, or part them with only:",
            "请为优先的一层写 level: 2，或用 only: 分开两层的时段",
        ),
    ),
    "roster-layers-too-many": Saying(
        "NF-2435",
        Text("There are too many layers", "层数过多"),
        Text("a rotation has at most {limit}", "每个轮值最多 {limit} 层"),
        Text(
            "Write single shifts as shifts: of one layer, or make two rotations",
            "请把零散班次写进同一层的 shifts:，或拆成两个轮值",
        ),
    ),
}  # fmt: skip

ROSTER_CHECK_SAYINGS: Final[dict[str, Saying]] = {
    "roster-gap": Saying(
        "NF-2440",
        Text("Nobody is on call for “{rotation}”", "“{rotation}”有一段时间无人值班"),
        Text("from {start} to {end}", "自 {start} 至 {end}"),
        Text(
            "Add people or a layer to the rotation; write needed: if that time may stay open",
            "请为该轮值增加人员或一层；若该时段可以无人，请写 needed:",
        ),
    ),
    "person-without-contact": Saying(
        "NF-2441",
        Text("{person} cannot be reached elsewhere", "{person} 不在场时无法联系"),
        Text("no contact, or only a file or a bell, which reach nobody who is elsewhere", "没有联系方式，或只有文件或响铃，而两者都通知不到不在场的人员"),
        Text("Add contacts: to the person", "请为该人员补写 contacts:"),
    ),
    "role-without-backup": Saying(
        "NF-2442",
        Text("Nobody stands in for “{role}”", "角色“{role}”没有后备"),
        Text("when {by} cannot be reached, the role stays empty", "联系不上 {by} 时该角色空缺"),
        Text("Add backup: to the role", "请为该角色补写 backup:"),
    ),
    "overrides-overlap": Saying(
        "NF-2443",
        Text("Two overrides replace the same person in “{rotation}”", "“{rotation}”有两次替班替换同一人"),
        Text(
            "{first} and {second} are both from {start} to {end}; the earlier one counts",
            "{first} 与 {second} 在 {start} 至 {end} 重叠；以先登记的为准",
        ),
        Text("Withdraw one of them, or part their times", "请撤回其一，或错开时间"),
    ),
    "override-idle": Saying(
        "NF-2444",
        Text("The override {override} changes nothing in “{rotation}”", "替班 {override} 对“{rotation}”不起作用"),
        Text(
            "{person} is not on call at any time from {start} to {end}",
            "{person} 在 {start} 至 {end} 均不值班",
        ),
        Text("Withdraw it, or name who is on call then", "请撤回，或改为当时值班的人员"),
    ),
    "roles-held-together": Saying(
        "NF-2445",
        Text("{person} would hold both “{first}” and “{second}”", "{person} 将同时担任“{first}”和“{second}”"),
        Text(
            "from {start} to {end}, and the roster has them as incompatible",
            "自 {start} 至 {end}，而值班表规定两者不相容",
        ),
        Text(
            "Cover one of the roles by somebody else, or change the turns",
            "请由他人担任其一，或调整轮值",
        ),
    ),
}  # fmt: skip

ROSTER_SAYINGS: Final[dict[str, Saying]] = {
    **ROSTER_VALUE_SAYINGS,
    **ROSTER_NAME_SAYINGS,
    **ROSTER_LAYER_SAYINGS,
    **ROSTER_CHECK_SAYINGS,
}
