"""What the program says of `channels.yaml` and of contacts no channel carries (NF-2473 to NF-2484)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_CHECK: Final = Text(
    "Then look again: netfin-incident notify check", "之后再检查：netfin-incident notify check"
)

CHANNEL_SAYINGS: Final[dict[str, Saying]] = {
    "channels-foreign-owner": Saying(
        "NF-2473",
        Text("The list of channels belongs to another user", "通知渠道文件属于其他用户"),
        Text(
            "it decides who is told, and it belongs to user id {uid}",
            "该文件决定通知发往何处，而它属于用户 {uid}",
        ),
        Text(
            "Use a file that belongs to you or to root: --channels PATH",
            "请使用归您本人或 root 所有的文件：--channels PATH",
        ),
    ),
    "channels-open": Saying(
        "NF-2474",
        Text("The list of channels can be changed by others", "他人可以修改通知渠道文件"),
        Text(
            "it decides who is told; the group or everybody may write to it",
            "该文件决定通知发往何处，而同组用户或所有用户均可写入",
        ),
        Text("Run: chmod go-w {file}", "请执行：chmod go-w {file}"),
    ),
    "way-channel-unknown": Saying(
        "NF-2475",
        Text(
            "The way for “{channel}” is no channel of this file: {given}",
            "“{channel}”所用的渠道不在本文件中：{given}",
        ),
        Text("the nearest or all of those known: {choices}", "相近或现有的渠道：{choices}"),
        _CHECK,
    ),
    "way-kind-unfit": Saying(
        "NF-2476",
        Text("“{given}” cannot carry “{channel}”", "“{given}”不能承载“{channel}”"),
        Text(
            "it is of kind {kind}; one of these is needed: {kinds}",
            "它的种类是 {kind}；需要以下之一：{kinds}",
        ),
        _CHECK,
    ),
    "contact-without-way": Saying(
        "NF-2477",
        Text(
            "Nothing carries the contact “{contact}” of {person}",
            "{person} 的联系方式“{contact}”没有渠道承载",
        ),
        Text(
            "it is “{channel}”, and channels.yaml has not exactly one channel of kind {kind} and"
            " names none under ways",
            "它是“{channel}”，而 channels.yaml 中 {kind} 类渠道不是恰好一个，ways 也未指定",
        ),
        Text(
            "Write ways: and the channel's name there, then: netfin-incident notify check",
            "请在 ways: 下写明渠道名称，之后执行：netfin-incident notify check",
        ),
    ),
    "person-not-sent-to": Saying(
        "NF-2478",
        Text("No channel reaches {person}", "没有渠道能通知到 {person}"),
        Text(
            "of their contacts, {dial} are numbers to dial and none can be sent to",
            "其联系方式中有 {dial} 个须人工拨打，没有可发送的",
        ),
        Text(
            "Give them a contact that can be sent to; see netfin-incident roster show",
            "请为其填写可发送的联系方式；见 netfin-incident roster show",
        ),
    ),
    "channel-host-refused": Saying(
        "NF-2483",
        Text("{host} is never sent to", "不会向 {host} 发送"),
        Text(
            "the address is private or not encrypted, and channels.yaml does not allow it",
            "该地址为内网地址或未加密，而 channels.yaml 未予允许",
        ),
        Text(
            "Use https: with a public address, or write allow: [{host}]; then: "
            "netfin-incident notify check",
            "请改用 https: 与公网地址，或写明 allow: [{host}]；之后执行：netfin-incident notify check",
        ),
    ),
    "person-near-by-only": Saying(
        "NF-2484",
        Text("{person} is sent to near by only", "只能在本机附近通知到 {person}"),
        Text(
            "a file or a bell is all there is, and neither reaches anybody who is elsewhere",
            "只有文件或响铃，而两者都通知不到不在场的人员",
        ),
        Text(
            "Give them a contact that reaches them anywhere; see netfin-incident roster show",
            "请为其补写随处可达的联系方式；见 netfin-incident roster show",
        ),
    ),
    "drill-participant-unknown": Saying(
        "NF-2479",
        Text("The participant “{given}” is not in the roster", "值班表中没有参演人员“{given}”"),
        Text("the nearest or all of those known: {choices}", "相近或现有的人员：{choices}"),
        Text(
            "See them all: netfin-incident roster show",
            "查看全部：netfin-incident roster show",
        ),
    ),
    "authorities-unusable": Saying(
        "NF-2480",
        Text("The certificates in {file} cannot be used", "{file} 中的证书无法使用"),
        Text("{reason}", "{reason}"),
        Text(
            "Name a PEM file; look with: openssl x509 -noout -text -in {file}",
            "请指定 PEM 文件；可查看：openssl x509 -noout -text -in {file}",
        ),
    ),
    "contact-unusable": Saying(
        "NF-2481",
        Text(
            "The contact “{contact}” of {person} cannot be sent to",
            "{person} 的联系方式“{contact}”无法发送",
        ),
        Text("{reason}", "{reason}"),
        Text(
            "Mend it, then try: netfin-incident notify test {person}",
            "请更正，之后试发：netfin-incident notify test {person}",
        ),
    ),
    "contact-unknown": Saying(
        "NF-2482",
        Text(
            "{person} has no contact “{given}” to send to", "{person} 没有可发送的联系方式“{given}”"
        ),
        Text("the nearest or all of those known: {choices}", "相近或现有的联系方式：{choices}"),
        Text(
            "See them all: netfin-incident roster show",
            "查看全部：netfin-incident roster show",
        ),
    ),
}
