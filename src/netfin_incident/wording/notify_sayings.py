"""The words of channels: what came of an attempt, and what a definition cannot be (NF-2451 on)."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

DRILL_MARK: Final = "[演练 DRILL]"
"""In both languages at once: whoever sees it must understand it."""
CUT_MARK: Final = "…(cut)"

URL_LONG: Final = Text("it is too long", "过长")
URL_CHARACTER: Final = Text(
    "it has a blank, a backslash or a character that is not seen", "含有空格、反斜线或不可见字符"
)
URL_FORM: Final = Text("its host or port cannot be read", "主机或端口无法识别")
URL_USER: Final = Text("it names a user before the host", "在主机前写了用户名")
URL_FRAGMENT: Final = Text("it has a part after #", "含有 # 及其后的部分")
URL_HOST: Final = Text("its host is no plain name or address", "主机不是规范的名称或地址")
URL_NUMBER: Final = Text(
    "its host is a number in an unusual spelling", "主机是写法不规范的数字地址"
)

A_TEXT: Final = Text("a text", "文本")
A_LINE: Final = Text("a text on one line", "单行文本")
A_FLAG: Final = Text("true or false", "true 或 false")
A_NUMBER: Final = Text("a whole number from {least} to {most}", "{least} 到 {most} 的整数")
ONE_OF: Final = Text("one of {choices}", "以下之一：{choices}")
A_TABLE: Final = Text("names with a text each", "名称与文本的对应表")
A_PATH: Final = Text("a path that begins with /", "以 / 开头的路径")
A_HOST: Final = Text("a host name or an address", "主机名或地址")
A_MAIL_ADDRESS: Final = Text("a mail address", "邮箱地址")
A_STATUS: Final = Text("a status like 200 or 200-299", "形如 200 或 200-299 的状态码")
A_PATTERN: Final = Text("a regular expression", "正则表达式")

WRITTEN_DOWN: Final = Text(
    "written to the drill outbox, not sent", "写入演练发件箱，未实际发送"
)  # fmt: skip
"""Of a page of a drill: what came of it."""
REASONS: Final[Mapping[str, Text]] = {
    "accepted": Text("taken over", "对方已接收"),
    "written_down": WRITTEN_DOWN,
    "address_unusable": Text("the address cannot be used", "地址无法使用"),
    "host_unknown": Text("the host's name is not known", "无法解析主机名"),
    "host_refused": Text(
        "the host is not public and the settings do not name it", "主机不在公网，且配置未放行"
    ),
    "not_connected": Text("no connection", "无法连接"),
    "tls_failed": Text("the encrypted connection failed", "加密连接失败"),
    "timed_out": Text("no answer in time", "超时无应答"),
    "broken_off": Text("the connection broke off", "连接中断"),
    "not_understood": Text("the answer cannot be understood", "无法识别对方的应答"),
    "redirected": Text("sent elsewhere, which is not followed", "对方要求跳转，已拒绝"),
    "not_admitted": Text("not admitted", "对方不予准入（认证失败）"),
    "status": Text("turned down", "对方拒绝"),
    "said_no": Text("turned down inside the answer", "应答内容表明未受理"),
    "too_many": Text("asked to wait", "对方要求稍后再发"),
    "recipient_refused": Text("the receiver was turned down", "收件人被拒"),
    "not_written": Text("could not be written", "未能写入"),
    "not_installed": Text("Apprise is not installed", "未安装 Apprise"),
    "proxy_set": Text("a proxy is set in the environment", "环境变量中设置了代理"),
    "not_a_drill": Text("a real page is not sent by a drill", "真实通知不得走演练通道"),
    "is_a_drill": Text("a drill's page is not sent for real", "演练通知不得走真实通道"),
    "person_gone": Text("nobody of that id is in the roster", "值班表中没有此人"),
    "contact_gone": Text("the person has no such contact", "此人没有该联系方式"),
    "to_be_dialled": Text("a number that a person dials", "须人工拨打的号码"),
    "no_channel": Text("no channel carries it", "没有承载它的渠道"),
    "unusable": Text("the channel or the address cannot be used", "渠道或地址无法使用"),
    "roster_unread": Text("the roster cannot be read", "无法读取值班表"),
}
"""Reason of an outcome → what it says in a list."""

RESULTS: Final[Mapping[str, Text]] = {
    "delivered": Text("delivered", "已送达"),
    "refused": Text("refused", "被拒"),
    "retry_after": Text("not yet", "暂缓"),
    "failed": Text("failed", "未成功"),
}
"""Result of an outcome → what it says in a list."""

_SHOW: Final = Text("See docs/channels.md for the form", "格式见 docs/channels.md")

NOTIFY_SAYINGS: Final[dict[str, Saying]] = {
    "secret-not-a-reference": Saying(
        "NF-2451",
        Text("“{field}” holds a value instead of a reference", "“{field}”写的是值，不是引用"),
        Text("secrets never stand in a file people read", "机密内容不得写在供人阅读的文件里"),
        Text(
            "Write env:NAME or file:/path, then change the secret that stood here",
            "请写 env:变量名 或 file:/路径，并更换曾写在此处的机密",
        ),
    ),
    "secret-variable-missing": Saying(
        "NF-2452",
        Text("“{field}” has no secret", "“{field}”没有取到机密内容"),
        Text("the variable {variable} is not set or empty", "变量 {variable} 未设置或为空"),
        Text(
            "Set {variable} where the watcher is started, as in its systemd unit",
            "请在启动值守进程处（如 systemd 单元）设置 {variable}",
        ),
    ),
    "secret-file-unreadable": Saying(
        "NF-2453",
        Text("“{field}” has no secret", "“{field}”没有取到机密内容"),
        Text("{file} cannot be read: {reason}", "无法读取 {file}：{reason}"),
        Text("Look with: ls -l {file}", "请查看：ls -l {file}"),
    ),
    "secret-file-open": Saying(
        "NF-2454",
        Text("“{field}” names a file that others can read", "“{field}”所指文件可被他人读取"),
        Text("only its owner may read a secret", "机密文件只允许所有者读取"),
        Text(
            "Run chmod 600 {file}, and change the secret if others may have seen it",
            "请执行 chmod 600 {file}；如可能已泄露请更换",
        ),
    ),
    "secret-file-foreign": Saying(
        "NF-2455",
        Text("“{field}” names a file of somebody else", "“{field}”所指文件属于他人"),
        Text(
            "{file} belongs to user {uid}, who is neither you nor root",
            "{file} 属于用户 {uid}，既不是您也不是 root",
        ),
        Text("Copy it: install -m 600 {file} NEWFILE", "请复制一份：install -m 600 {file} 新文件"),
    ),
    "secret-unusable": Saying(
        "NF-2456",
        Text("“{field}” has no usable secret", "“{field}”的机密内容无法使用"),
        Text(
            "it is empty, longer than {limit} characters, or not one line of visible text",
            "为空、超过 {limit} 个字符，或不是一行可见文本",
        ),
        Text(
            "Write it again without a line end: printf %s SECRET > FILE",
            "请不带换行重新写入：printf %s 机密 > 文件",
        ),
    ),
    "channel-kind-unknown": Saying(
        "NF-2457",
        Text("There is no kind of channel “{given}”", "没有“{given}”这种通知渠道"),
        Text("the nearest or all of them: {choices}", "相近或全部种类：{choices}"),
        _SHOW,
    ),
    "channel-field-missing": Saying(
        "NF-2458",
        Text("A channel of kind {kind} needs “{field}”", "{kind} 渠道缺少“{field}”"),
        Text("it is not there", "没有填写"),
        _SHOW,
    ),
    "channel-field-unknown": Saying(
        "NF-2459",
        Text("A channel of kind {kind} has no “{field}”", "{kind} 渠道没有“{field}”这一项"),
        Text("the nearest or all it has: {choices}", "相近或全部可用项：{choices}"),
        _SHOW,
    ),
    "channel-field-form": Saying(
        "NF-2460",
        Text("“{field}” of the {kind} channel cannot be read", "{kind} 渠道的“{field}”无法识别"),
        Text("it must be {wanted}", "应为{wanted}"),
        _SHOW,
    ),
    "channel-scheme": Saying(
        "NF-2461",
        Text("“{field}” begins with “{given}”", "“{field}”以“{given}”开头"),
        Text("only these are allowed: {choices}", "只允许：{choices}"),
        Text(
            "Use one of them; netfin-incident notify test PERSON tries it",
            "请改用其中之一；可用 netfin-incident notify test PERSON 试发",
        ),
    ),
    "channel-url": Saying(
        "NF-2462",
        Text("The address in “{field}” is not used", "“{field}”中的地址不予使用"),
        Text("{flaw}", "{flaw}"),
        Text("Write it like https://host.example/path", "请写成 https://host.example/path 的形式"),
    ),
    "network-unreadable": Saying(
        "NF-2463",
        Text("“{given}” is no host and no network", "“{given}”不是主机，也不是网段"),
        Text("only such can be allowed", "放行清单只接受这两种"),
        Text(
            "Write a host name, 10.1.2.3, or 10.1.0.0/16",
            "请写主机名、10.1.2.3 或 10.1.0.0/16",
        ),
    ),
    "network-too-wide": Saying(
        "NF-2464",
        Text("The network “{given}” is too wide to allow", "网段“{given}”过宽，不予放行"),
        Text("it may begin at /{shortest}", "最宽为 /{shortest}"),
        Text("Name the hosts themselves", "请写出具体主机"),
    ),
    "channel-header": Saying(
        "NF-2465",
        Text("The header “{given}” is not sent", "请求头“{given}”不予发送"),
        Text(
            "its name is not free to set, or its value is not one line of ASCII",
            "该名称不可自定，或其值不是一行 ASCII 文本",
        ),
        Text("Put the value into body instead", "请把内容放到 body 中"),
    ),
    "template-placeholder": Saying(
        "NF-2466",
        Text("“{field}” has an unknown place {{{given}}}", "“{field}”中有未知占位符 {{{given}}}"),
        Text("these can be filled: {choices}", "可用的有：{choices}"),
        Text("Write {{text}} for the message itself", "通知正文请写 {{text}}"),
    ),
    "template-not-json": Saying(
        "NF-2467",
        Text("“{field}” is not JSON", "“{field}”不是 JSON"),
        Text(
            "filled with words it could not be read back",
            "填入文字后无法解析",
        ),
        Text(
            'Put places in quotation marks: "{{text}}"; or set content to form, xml or text',
            '占位符请加引号："{{text}}"；或把 content 设为 form、xml 或 text',
        ),
    ),
    "channel-drill-group": Saying(
        "NF-2468",
        Text("A {kind} channel cannot be opened to drills", "{kind} 渠道不能对演练开放"),
        Text(
            "it reaches a group or a program, not only who is paged",
            "它会送达群组或程序，而不只是被呼叫的人",
        ),
        Text(
            "Take drill out here; drills write to their own file instead",
            "请去掉此处的 drill；演练会写入自己的文件",
        ),
    ),
    "channel-twice": Saying(
        "NF-2469",
        Text("There are two channels “{given}”", "有两个名为“{given}”的渠道"),
        Text("neither is used, for nobody can tell which is meant", "无法判断指哪一个，故都不使用"),
        Text("Give one of them another name", "请给其中一个改名"),
    ),
    "apprise-own-kind": Saying(
        "NF-2470",
        Text("“{given}” is not sent through Apprise", "“{given}”不经 Apprise 发送"),
        Text(
            "Apprise takes its answer for a yes also when it is a no",
            "即使对方拒绝，Apprise 也会当作成功",
        ),
        Text("Write kind: {kind}", "请写 kind: {kind}"),
    ),
    "apprise-host": Saying(
        "NF-2471",
        Text("The host of the {given} address is not named", "{given} 地址的主机未被放行"),
        Text(
            "Apprise connects by itself, so the host must be named in the settings",
            "Apprise 自行连接，故主机须在配置中写明",
        ),
        Text("Add the host to the allowed ones", "请把该主机加入放行清单"),
    ),
    "apprise-option": Saying(
        "NF-2472",
        Text("The option “{given}” is not passed to Apprise", "选项“{given}”不交给 Apprise"),
        Text(
            "it would change how the connection is checked or repeated",
            "它会改变连接的校验或重试方式",
        ),
        Text("Take ?{given}=… out of the address", "请从地址中去掉 ?{given}=…"),
    ),
}  # fmt: skip

NOTIFY_USAGE_SAYINGS: Final[dict[str, Saying]] = {
    "channel-unknown": Saying(
        "NF-9191",
        Text("There is no channel “{given}”", "没有名为“{given}”的通知渠道"),
        Text("the nearest or all of those known: {choices}", "相近或现有的渠道：{choices}"),
        Text(
            "Try one with netfin-incident notify test PERSON",
            "可用 netfin-incident notify test PERSON 试发",
        ),
    ),
}
