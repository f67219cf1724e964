"""What the program says of `entity.yaml` and `contacts.yaml` (NF-2731 on), and of making one (NF-9321 on)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_NAMES: Final = Text("the nearest or all of those known: {choices}", "相近或现有的：{choices}")
_CLOCKS: Final = Text(
    "See them all: netfin-incident clock list", "查看全部：netfin-incident clock list"
)
FIRM_SAYINGS: Final[dict[str, Saying]] = {
    "entity-domicile": Saying(
        "NF-2731",
        Text("“{given}” is no domicile", "“{given}”不是注册地代码"),
        Text(
            "it is the code of a country, with that of a region behind it where that matters",
            "须为国家代码，必要时后接地区代码",
        ),
        Text("Write {field}: CN-SH", "请写 {field}: CN-SH"),
    ),
    "entity-regime-unknown": Saying(
        "NF-2732",
        Text("No clock knows the regime “{given}”", "没有时限涉及制度“{given}”"),
        _NAMES,
        Text(
            "Correct it; which clock is for which: netfin-incident clock show ID",
            "请改正；各时限适用的制度：netfin-incident clock show ID",
        ),
    ),
    "entity-kind-unknown": Saying(
        "NF-2733",
        Text("No clock makes an exception for “{given}”", "没有时限对“{given}”另作规定"),
        _NAMES,
        Text("Correct kinds:, or leave it out", "请改正 kinds:，或去掉该项"),
    ),
    "entity-operator-without-regime": Saying(
        "NF-2734",
        Text(
            "The firm runs critical infrastructure, and is under no regime for that",
            "本机构为关键信息基础设施运营者，却未列相应制度",
        ),
        Text(
            "the shorter limits for operators would not apply to it",
            "因此不会适用对运营者更短的时限",
        ),
        Text(
            "Add one of these to regimes: {choices}",
            "请在 regimes 中加入以下之一：{choices}",
        ),
    ),
    "entity-operator-denied": Saying(
        "NF-2735",
        Text(
            "The firm is said not to run critical infrastructure, and is under {regimes}",
            "所填为非关键信息基础设施运营者，却列有 {regimes}",
        ),
        Text("that regime is for operators alone", "该制度仅适用于运营者"),
        Text(
            "Correct critical_infrastructure: or regimes:",
            "请改正 critical_infrastructure: 或 regimes:",
        ),
    ),
    "outside-portal": Saying(
        "NF-2741",
        Text("“{given}” is not the address of a portal", "“{given}”不是网址"),
        Text(
            "a portal is reached by https, and its address has no user name in it",
            "网址须以 https 开头，且不含用户名",
        ),
        Text("Write {field}: https://…", "请写 {field}: https://…"),
    ),
    "outside-age-limit": Saying(
        "NF-2742",
        Text("The age limit “{given}” is not in whole days", "核对期限“{given}”不是整天"),
        Text("contacts are checked on a day, not at a time", "核对只记日期，不记时刻"),
        Text("Write age_limit: 180d", "请写 age_limit: 180d"),
    ),
    "outside-deputy-unknown": Saying(
        "NF-2743",
        Text(
            "“{contact}” has the deputy “{given}”, which is no other contact",
            "“{contact}”的备用联系人“{given}”不在文件中",
        ),
        _NAMES,
        Text(
            "Name another contact of the file under deputy:",
            "请在 deputy: 写文件中的另一联系人",
        ),
    ),
    "outside-unknown": Saying(
        "NF-2744",
        Text("There is no contact “{given}”", "没有联系人“{given}”"),
        _NAMES,
        Text(
            "See them all: netfin-incident contact list",
            "查看全部：netfin-incident contact list",
        ),
    ),
    "outside-stale": Saying(
        "NF-2745",
        Text("“{contact}” has not been checked for too long", "“{contact}”久未核对"),
        Text(
            "it was checked on {day}, and that holds until {until}",
            "上次于 {day} 核对，有效至 {until}",
        ),
        Text(
            "Make sure that all of it is right, then correct checked_on:",
            "请核实各项内容，再更新 checked_on:",
        ),
    ),
    "outside-checked-ahead": Saying(
        "NF-2746",
        Text("“{contact}” was checked on a day that has not come", "“{contact}”的核对日期尚未到来"),
        Text("it says {day}", "所填为 {day}"),
        Text("Correct checked_on:", "请改正 checked_on:"),
    ),
    "outside-without-phone": Saying(
        "NF-2747",
        Text(
            "The authority “{contact}” has no telephone for day and night",
            "监管机构“{contact}”没有 24 小时电话",
        ),
        Text("emergencies do not keep office hours", "突发事件不分工作时间"),
        Text("Add phone_24h: '+86 21 0000 0000'", "请补充 phone_24h: '+86 21 0000 0000'"),
    ),
    "outside-clock-unknown": Saying(
        "NF-2748",
        Text("There is no clock “{given}”", "没有时限“{given}”"),
        _NAMES,
        _CLOCKS,
    ),
    "outside-recipient-missing": Saying(
        "NF-2749",
        Text(
            "The clock “{clock}” applies, and nobody here receives its reports",
            "时限“{clock}”适用，但文件中没有其报送对象",
        ),
        Text(
            "the clock names: {authority}; owed are {reports}",
            "时限所列对象：{authority}；涉及 {reports}",
        ),
        Text(
            "Add {clock} to the clocks: of a contact, or to without_contact:",
            "请把 {clock} 写入某联系人的 clocks:，或写入 without_contact:",
        ),
    ),
    "outside-foreign-owner": Saying(
        "NF-2750",
        Text("The list of contacts belongs to another user", "外部联系人文件属于其他用户"),
        Text(
            "it decides who is told outside, and it belongs to user id {uid}",
            "该文件决定向外报送的对象，而它属于用户 {uid}",
        ),
        Text(
            "Use a file that belongs to you or to root: --contacts PATH",
            "请使用归您本人或 root 所有的文件：--contacts PATH",
        ),
    ),
    "outside-open": Saying(
        "NF-2751",
        Text("The list of contacts can be changed by others", "他人可以修改外部联系人文件"),
        Text(
            "it decides who is told outside; the group or everybody may write to it",
            "该文件决定向外报送的对象，而同组用户或所有用户均可写入",
        ),
        Text(
            "Check what it says, then run: chmod go-w {file}",
            "请核对内容，再执行：chmod go-w {file}",
        ),
    ),
}

FIRM_USAGE_SAYINGS: Final[dict[str, Saying]] = {
    "entity-no-terminal": Saying(
        "NF-9321",
        Text("Nobody can be asked here", "此处无法提问"),
        Text("standard input is no terminal", "标准输入不是终端"),
        Text(
            "Give the answers: netfin-incident entity init --set KEY=VALUE",
            "请直接给出答复：netfin-incident entity init --set KEY=VALUE",
        ),
    ),
    "entity-unfinished": Saying(
        "NF-9322",
        Text("The input ended before the last answer", "输入在答完之前结束"),
        Text("{key} was not answered; nothing was written", "{key} 没有答复；未写入"),
        Text("Begin anew: netfin-incident entity init", "请重新开始：netfin-incident entity init"),
    ),
    "entity-answer-without-value": Saying(
        "NF-9323",
        Text("“{given}” is no answer", "“{given}”不是答复"),
        Text("an answer is a key, = and a value", "答复须写作 名称=值"),
        Text(
            "Write --set zone=Asia/Shanghai",
            "请写 --set zone=Asia/Shanghai",
        ),
    ),
    "entity-key-unknown": Saying(
        "NF-9324",
        Text("Nothing of the firm is called “{given}”", "机构概况中没有“{given}”一项"),
        Text("these are asked: {choices}", "可填的有：{choices}"),
        Text(
            "{did_you_mean}See netfin-incident entity init --help",
            "{did_you_mean}请看 netfin-incident entity init --help",
        ),
    ),
    "entity-answer-twice": Saying(
        "NF-9325",
        Text("“{key}” was answered twice", "“{key}”答复了两次"),
        Text("nobody can tell which is meant", "无法判断以哪个为准"),
        Text("Give it once; a list has commas", "请只写一次；多项以逗号分隔"),
    ),
    "entity-answers-missing": Saying(
        "NF-9326",
        Text("Not all that is needed was answered", "必填项尚未答全"),
        Text("these are missing: {keys}", "缺少：{keys}"),
        Text(
            "Add --set KEY=VALUE for each; regimes= says that there are none",
            "请逐项补充 --set KEY=VALUE；regimes= 表示没有",
        ),
    ),
    "contact-kind-unknown": Saying(
        "NF-9327",
        Text("“{given}” is no kind of contact", "没有“{given}”这类联系人"),
        Text("these are known: {choices}", "现有类别：{choices}"),
        Text(
            "{did_you_mean}See netfin-incident contact list",
            "{did_you_mean}请看 netfin-incident contact list",
        ),
    ),
}
