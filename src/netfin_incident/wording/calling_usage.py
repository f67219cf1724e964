"""What the program says of codes, notices and calls that are named wrongly (NF-1190…, NF-9231…)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_QUEUE: Final = Text(
    "See them: netfin-incident notify queue, or notify queue --dead",
    "查看通知：netfin-incident notify queue，未送达的加 --dead",
)

CODE_REFUSALS: Final[dict[str, Saying]] = {
    "code-of-nobody": Saying(
        "NF-1190",
        Text("The code {code} acknowledges nothing in {id}", "确认码 {code} 无法用于确认 {id}"),
        Text(
            "it belongs to nobody who was called in the present escalation and has not acknowledged",
            "本次升级中被呼叫且尚未确认的人员均没有该确认码",
        ),
        Text(
            "Ask for the code in the newest page, or write it down without one: "
            "netfin-incident ack {id} --behalf-of PERSON --basis phone",
            "请对方核对最新通知中的确认码，或不凭确认码登记："
            "netfin-incident ack {id} --behalf-of PERSON --basis phone",
        ),
    ),
    "code-of-another": Saying(
        "NF-1191",
        Text("The code {code} is not {person}'s", "确认码 {code} 不是 {person} 的"),
        Text("it was sent to somebody else", "该确认码发给了其他人员"),
        Text(
            "Leave --behalf-of out, the code says who it is: netfin-incident ack {id} --code {code}",
            "请去掉 --behalf-of，确认码本身说明是谁：netfin-incident ack {id} --code {code}",
        ),
    ),
}
CALLING_USAGE: Final[dict[str, Saying]] = {
    "code-not-digits": Saying(
        "NF-9231",
        Text("“{given}” is not a code", "“{given}”不是确认码"),
        Text("a code has six digits", "确认码为六位数字"),
        Text(
            "Give the six digits of the page: netfin-incident ack ID --code 123456",
            "请填写通知中的六位数字：netfin-incident ack ID --code 123456",
        ),
    ),
    "notice-not-found": Saying(
        "NF-9232",
        Text("There is no notice “{given}”", "没有编号为“{given}”的通知"),
        Text("no notice of an open incident begins with that key", "未结束事件的通知均不以此开头"),
        _QUEUE,
    ),
    "notice-ambiguous": Saying(
        "NF-9233",
        Text("“{given}” stands for {count} notices", "“{given}”对应 {count} 条通知"),
        Text("a key may be cut short, but must still be of one alone", "编号可以缩写，但须唯一"),
        _QUEUE,
    ),
    "notice-unnamed": Saying(
        "NF-9234",
        Text("It is not said which notices shall be tried again", "未说明重新发送哪些通知"),
        Text("either one is named by its key, or all are meant", "须写一条通知的编号，或指明全部"),
        Text(
            "Name one: netfin-incident notify retry KEY; or all: netfin-incident notify retry --all-dead",
            "写明一条：netfin-incident notify retry KEY；或全部：netfin-incident notify retry --all-dead",
        ),
    ),
    "outcome-missing": Saying(
        "NF-9235",
        Text("It is not said what came of calling {person}", "未说明呼叫 {person} 的结果"),
        Text("an entry about a call needs its outcome", "登记电话须写明结果"),
        Text(
            "Add answered, no-answer or busy: netfin-incident call ID {person} answered",
            "请加上 接通、无人接听 或 占线：netfin-incident call ID {person} 接通",
        ),
    ),
}
