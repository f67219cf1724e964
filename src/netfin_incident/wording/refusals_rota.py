"""Refusals about overrides, swaps and adopted rosters (NF-1161 to NF-1179)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_SEE: Final = Text(
    "See what there is: netfin-incident roster show",
    "查看现有内容：netfin-incident roster show",
)

OVERRIDE_REFUSALS: Final[dict[str, Saying]] = {
    "rota-person-unknown": Saying(
        "NF-1161",
        Text("{person} is not in the roster", "值班表中没有 {person}"),
        Text("only people of the roster can be on call", "只有值班表中的人员可以值班"),
        Text(
            "{did_you_mean}Act as somebody in it with --as PERSON, or see them: netfin-incident roster show",
            "{did_you_mean}可用 --as PERSON 指明身份；查看人员：netfin-incident roster show",
        ),
    ),
    "override-by-oneself": Saying(
        "NF-1162",
        Text("{person} cannot stand in for themselves", "{person} 不能替自己值班"),
        Text("nothing would change", "这样不会有任何变化"),
        Text(
            "Name another person, or leave --instead-of out",
            "请写其他人员，或不填 --instead-of",
        ),
    ),
    "rota-span-backwards": Saying(
        "NF-1163",
        Text("The time from {start} to {end} lasts nothing", "{start} 至 {end} 没有时长"),
        Text("it has to end after it begins", "结束须晚于开始"),
        Text("Give --from and a later --to", "请填写 --from 和更晚的 --to"),
    ),
    "rota-span-past": Saying(
        "NF-1164",
        Text("What ended at {end} is not changed any more", "{end} 已结束，不再变更"),
        Text("it is {now}, and the past stays as it was", "现在是 {now}，已过去的部分保持原样"),
        Text(
            "Give a time that is not over, or write it down in the incident: netfin-incident note ID TEXT",
            "请填写尚未结束的时间，或在事件中说明：netfin-incident note ID TEXT",
        ),
    ),
    "rota-span-too-long": Saying(
        "NF-1165",
        Text("The time until {end} is too long", "至 {end} 的时间过长"),
        Text("one change lasts at most {longest} days", "一次变更最长 {longest} 天"),
        Text(
            "Check the year, or change the file and adopt it: netfin-incident roster adopt",
            "请核对年份，或修改文件后采用：netfin-incident roster adopt",
        ),
    ),
    "override-unknown": Saying(
        "NF-1166",
        Text("“{rotation}” has no override {id}", "“{rotation}”没有替班 {id}"),
        Text("there are: {known}", "现有：{known}"),
        _SEE,
    ),
    "override-over": Saying(
        "NF-1167",
        Text("The override {id} is not withdrawn", "未撤回替班 {id}"),
        Text("it ended at {end}, and the past stays as it was", "它已于 {end} 结束，已过去的部分保持原样"),
        _SEE,
    ),
}  # fmt: skip

SWAP_REFUSALS: Final[dict[str, Saying]] = {
    "swap-with-oneself": Saying(
        "NF-1168",
        Text("{person} cannot swap with themselves", "{person} 不能与自己换班"),
        Text("a swap needs two people", "换班须有两人"),
        Text("Name the other one: --to PERSON", "请写对方：--to PERSON"),
    ),
    "swap-not-theirs": Saying(
        "NF-1169",
        Text("{person} has no shift there to swap", "{person} 在该时间没有可换的班"),
        Text("from {start} to {end} on call is: {holder}", "{start} 至 {end} 值班的是：{holder}"),
        Text(
            "Name a moment of the right shift: netfin-incident roster preview ROTATION",
            "请写对应班次中的时间：netfin-incident roster preview ROTATION",
        ),
    ),
    "swap-open": Saying(
        "NF-1170",
        Text("That shift is offered already", "该班次已提出换班"),
        Text("{person} has not answered {id} yet", "{person} 尚未答复 {id}"),
        Text(
            "Take it back first: netfin-incident roster swap {rotation} --withdraw {id}",
            "请先撤回：netfin-incident roster swap {rotation} --withdraw {id}",
        ),
    ),
    "swap-unknown": Saying(
        "NF-1171",
        Text("“{rotation}” has no swap {id}", "“{rotation}”没有换班 {id}"),
        Text("waiting for an answer are: {known}", "待确认的有：{known}"),
        _SEE,
    ),
    "swap-for-another": Saying(
        "NF-1172",
        Text("{person} cannot answer the swap {id}", "{person} 不能答复换班 {id}"),
        Text("it was offered to {to}", "它是向 {to} 提出的"),
        Text(
            "Let {to} answer, or answer on their behalf: --behalf-of {to} --basis phone",
            "请由 {to} 答复，或代为答复：--behalf-of {to} --basis phone",
        ),
    ),
    "swap-of-another": Saying(
        "NF-1173",
        Text("{person} cannot take back the swap {id}", "{person} 不能撤回换班 {id}"),
        Text("it was offered by {owner}", "它是由 {owner} 提出的"),
        Text(
            "Let {owner} do it, or act on their behalf: --behalf-of {owner} --basis phone",
            "请由 {owner} 撤回，或代为撤回：--behalf-of {owner} --basis phone",
        ),
    ),
    "swap-settled": Saying(
        "NF-1174",
        Text("The swap {id} is settled", "换班 {id} 已有结果"),
        Text("it was {state}", "结果：{state}"),
        Text(
            "Offer another: netfin-incident roster swap ROTATION --offer TIME --to PERSON",
            "请另行提出：netfin-incident roster swap ROTATION --offer TIME --to PERSON",
        ),
    ),
    "swap-too-late": Saying(
        "NF-1175",
        Text("The swap {id} cannot be accepted any more", "换班 {id} 已不能接受"),
        Text("one side of it ended at {end}", "其中一方的班次已于 {end} 结束"),
        Text(
            "Offer another: netfin-incident roster swap ROTATION --offer TIME --to PERSON",
            "请另行提出：netfin-incident roster swap ROTATION --offer TIME --to PERSON",
        ),
    ),
    "swap-changed": Saying(
        "NF-1176",
        Text("The swap {id} no longer fits", "换班 {id} 已不再适用"),
        Text(
            "“{rotation}” was changed since: {person} is not on call for all of that time",
            "“{rotation}”此后有变动：{person} 在该时间内并非始终值班",
        ),
        Text(
            "Decline it and offer another: netfin-incident roster swap {rotation} --decline {id}",
            "请谢绝后另行提出：netfin-incident roster swap {rotation} --decline {id}",
        ),
    ),
    "swap-shift-endless": Saying(
        "NF-1177",
        Text("The shift at {start} is not swapped", "{start} 的班次不能换班"),
        Text("{person} is on call without an end in sight", "{person} 的值班没有尽头"),
        Text(
            "Set an override: netfin-incident roster override {rotation} PERSON --from TIME --to TIME --reason TEXT",
            "请改用替班：netfin-incident roster override {rotation} PERSON --from TIME --to TIME --reason TEXT",
        ),
    ),
}  # fmt: skip

ROTA_REFUSALS: Final[dict[str, Saying]] = {
    **OVERRIDE_REFUSALS,
    **SWAP_REFUSALS,
    "rota-days-too-many": Saying(
        "NF-1179",
        Text("{days} days are not looked through", "不能一次查看 {days} 天"),
        Text("at most {most} are worked out at once", "一次最多计算 {most} 天"),
        Text(
            "Ask for fewer: netfin-incident roster preview ROTATION --days 90",
            "请减少天数：netfin-incident roster preview ROTATION --days 90",
        ),
    ),
    "roster-effective-past": Saying(
        "NF-1178",
        Text("The roster cannot count from {effective}", "值班表不能自 {effective} 起生效"),
        Text(
            "another one counted until now, and who was on call then stays as it was",
            "此前一直适用另一版本，当时由谁值班保持原样",
        ),
        Text(
            "Leave --from out, or give a later moment: netfin-incident roster adopt --from TIME",
            "请不填 --from，或填写更晚的时间：netfin-incident roster adopt --from TIME",
        ),
    ),
}
