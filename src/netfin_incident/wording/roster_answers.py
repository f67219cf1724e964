"""What the command line says about the roster: its parameters, then its answers."""

from typing import Final

from netfin_incident.domain.text import Text

CALLED: Final = Text(
    "rotation, team, person or role; all rotations if left out",
    "轮值、团队、人员或角色；不填时为全部轮值",
)
AT: Final = Text(
    "then instead of now: 14:05, 2026-11-24 (its first moment), +2h",
    "查询该时刻而非当前：14:05、2026-11-24（当日零时）、+2h",
)
ROTATION: Final = Text("rotation id, as in roster show", "轮值标识，见 roster show")
ROTATION_ONLY: Final = Text("only this rotation", "只计算此轮值")
ROTATION_OR_PERSON: Final = Text("rotation or person id", "轮值或人员标识")
FROM: Final = Text(
    "from when: 2026-12-01 (its first moment), a time", "起始：2026-12-01（当日零时）或时间"
)
UNTIL: Final = Text("until when; not included", "截止时间（不含）")
PREVIEW_DAYS: Final = Text("how many days; 14 if left out", "天数；不填时为 14")
CALENDAR_DAYS: Final = Text("how many days; 90 if left out", "天数；不填时为 90")
STAND_IN: Final = Text("who stands in", "替班人员")
INSTEAD_OF: Final = Text(
    "only for this person; for whoever is on call if left out",
    "只替换此人；不填时替换当时的值班人员",
)
CANCEL: Final = Text("withdraw this override, such as O1", "撤回替班，如 O1")
OFFER: Final = Text("offer your shift that runs then", "让出您在该时刻所值的班次")
TO: Final = Text("to whom it is offered", "换班对象")
TAKES: Final = Text("for the shift of theirs that runs then", "换得对方在该时刻所值的班次")
ACCEPT: Final = Text("accept this swap, such as S1", "接受换班，如 S1")
DECLINE: Final = Text("decline it", "谢绝换班")
WITHDRAW: Final = Text("take your offer back", "撤回自己提出的换班")
ADOPT_FROM: Final = Text(
    "from when it counts: 2026-12-01 (its first moment), a time; at once if left out",
    "生效时间：2026-12-01（当日零时）或具体时间；不填时立即生效",
)
EXPORT_ROTATION: Final = Text(
    "only overrides and swaps of this rotation", "只导出此轮值的替班与换班"
)

NO_ROSTER: Final = Text(
    "there is no roster; its file would be looked for here: {path}",
    "没有值班表；会在此处查找其文件：{path}",
)
FILE_DIFFERS: Final = Text(
    "the file is another text than the roster that counts; to let it count: netfin-incident roster adopt",
    "文件与现行值班表不同；如需生效：netfin-incident roster adopt",
)
FROM_FILE: Final = Text(
    "no roster had been adopted by {moment}; this is the file as it is now",
    "{moment} 时尚未采用值班表；以下依据现有文件",
)
CHECKED: Final = Text(
    "Nothing to mend. People: {people}; rotations: {rotations}; days ahead: {days}",
    "已检查 {people} 人、{rotations} 个轮值、今后 {days} 天，没有问题",
)
CALENDAR_WRITTEN: Final = Text(
    "{count} times on call written to {path}", "已将 {count} 个值班时段写入 {path}"
)

BACKUP: Final = Text(" (backup)", "（后备）")
SWAPPED: Final = Text("swap {id}", "换班 {id}")
ON_CALL: Final = Text("on call", "值班")
SINCE: Final = Text("since", "自")
UNTIL_HEAD: Final = Text("until", "至")
BY: Final = Text("by", "依据")
CALL: Final = Text("call", "联系")
NEXT: Final = Text("next", "下一班")
NEXT_FROM: Final = Text("{person}, from {moment}", "{person}，{moment} 起")
INSTEAD: Final = Text("{why}, instead of {person}", "{why}，替换 {person}")
IDLE: Final = Text(
    "override {id} has no effect: {person} is not on call", "替班 {id} 不起作用：{person} 不在值班"
)
NO_CONTACT: Final = Text("no contact", "没有联系方式")
CLOCK_CHANGE: Final = Text(
    "{hours} by the clock, because the clocks change", "含时钟调整，钟面时长 {hours}"
)

PEOPLE: Final = Text("People", "人员")
TEAMS: Final = Text("Teams", "团队")
ROLES: Final = Text("Roles", "角色")
COMING: Final = Text("On call, {days} days", "{days} 天内值班")
CHANGES: Final = Text("Overrides and swaps", "替班与换班")
OVERRIDE: Final = Text("{person} stands in", "{person} 替班")
OVERRIDE_FOR: Final = Text("{person} instead of {other}", "{person} 替换 {other}")
SWAP: Final = Text("{one} gives, {other} takes over", "{one} 让出，{other} 接班")
SPAN: Final = Text("{start} to {end}", "{start} 至 {end}")

PERSON_HEAD: Final = Text("person", "人员")
SHIFTS_HEAD: Final = Text("times", "次数")
TOTAL_HEAD: Final = Text("on call", "值班时长")
NIGHTS_HEAD: Final = Text("nights", "其中夜间")
REST_DAYS_HEAD: Final = Text("rest days", "其中休息日")
