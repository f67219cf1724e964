"""What the program says of settings: their forms, and why one cannot be used (NF-23xx, NF-905x)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

BY_DEFAULT: Final = Text("default", "默认")

A_TEXT: Final = Text("a text in quotation marks", "带引号的文本")
PEOPLE: Final = Text(
    'lines such as "1000" = "zhang-wei" (user id, person id)',
    '形如 "1000" = "zhang-wei" 的行（系统用户号、人员编号）',
)
NAMES: Final = Text(
    'lines such as zhang-wei = "张伟" (person id, name)',
    '形如 zhang-wei = "张伟" 的行（人员编号、姓名）',
)
_CORRECT_THE_FILE: Final = Text(
    "Correct that line, then check with netfin-incident config show",
    "请改正该行，再用 netfin-incident config show 核对",
)

SETTING_FILE_SAYINGS: Final[dict[str, Saying]] = {
    "config-not-a-file": Saying(
        "NF-2300",
        Text("This is not a configuration file", "这不是配置文件"),
        Text(
            "it is a folder, a device or a pipe",
            "它是文件夹、设备或管道",
        ),
        Text("Give a netfin.toml: --config PATH", "请指定 netfin.toml：--config 路径"),
    ),
    "config-too-large": Saying(
        "NF-2301",
        Text("The configuration file is too large", "配置文件过大"),
        Text("it may hold 256 KiB", "上限为 256 KiB"),
        Text("Give a netfin.toml: --config PATH", "请指定 netfin.toml：--config 路径"),
    ),
    "config-open-to-all": Saying(
        "NF-2302",
        Text("The configuration file is not trusted", "配置文件不可信"),
        Text(
            "every user of this machine may change it",
            "本机任何用户都可以修改它",
        ),
        Text("Check what it says, then chmod o-w {file}", "请核对内容，再执行 chmod o-w {file}"),
    ),
    "config-foreign-owner": Saying(
        "NF-2303",
        Text("The configuration file is not trusted", "配置文件不可信"),
        Text(
            "it belongs to user {uid}, who is neither you nor root",
            "它属于用户 {uid}，既不是您也不是 root",
        ),
        Text(
            "Use a file of your own: --config PATH",
            "请使用自己的文件：--config 路径",
        ),
    ),
    "config-unreadable": Saying(
        "NF-2304",
        Text("The configuration file cannot be read", "无法读取配置文件"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text(
            "Make it readable, or name another with --config PATH",
            "请开放读取权限，或用 --config 路径 指定其他文件",
        ),
    ),
    "config-not-utf8": Saying(
        "NF-2305",
        Text("The configuration file is not UTF-8 text", "配置文件不是 UTF-8 文本"),
        Text(
            "it was saved in another encoding",
            "它以其他编码保存",
        ),
        Text("Save it again as UTF-8", "请另存为 UTF-8 编码"),
    ),
    "config-not-toml": Saying(
        "NF-2306",
        Text("The configuration file cannot be understood", "无法理解配置文件"),
        Text("it is not TOML: {reason}", "不符合 TOML 格式：{reason}"),
        _CORRECT_THE_FILE,
    ),
    "config-unknown-key": Saying(
        "NF-2307",
        Text("There is no setting “{key}”", "没有名为“{key}”的设置"),
        Text("the nearest known is: {choices}", "相近的设置有：{choices}"),
        _CORRECT_THE_FILE,
    ),
    "config-wrong-type": Saying(
        "NF-2308",
        Text("“{key}” is not written as it must be", "“{key}”的写法不对"),
        Text("it takes {wanted}", "应为{wanted}"),
        _CORRECT_THE_FILE,
    ),
    "config-value-refused": Saying(
        "NF-2309",
        Text("The setting “{key}” cannot be used", "设置“{key}”无法使用"),
        Text("{reason}", "{reason}"),
        _CORRECT_THE_FILE,
    ),
}

SETTING_SAYINGS: Final[dict[str, Saying]] = {
    "setting-empty": Saying(
        "NF-9050",
        Text("“{setting}” was given without a value", "“{setting}”没有填写内容"),
        Text(
            "nothing would say which one to use",
            "无法知道要用哪一个",
        ),
        Text(
            "Give a path, or leave the option out; netfin-incident config show prints what holds then",
            "请给出路径，或不写该选项；netfin-incident config show 会显示届时的取值",
        ),
    ),
    "database-postgresql-later": Saying(
        "NF-9051",
        Text("PostgreSQL is not supported yet", "尚不支持 PostgreSQL"),
        Text(
            "this version keeps its journal in an SQLite file",
            "此版本的处置日志保存在 SQLite 文件中",
        ),
        Text("Give a file: --db incidents.db", "请指定文件：--db incidents.db"),
    ),
    "database-url-unknown": Saying(
        "NF-9052",
        Text("A “{scheme}” address is not a database here", "“{scheme}”地址不能作为数据库"),
        Text(
            "a path or sqlite:///path is read",
            "只接受路径或 sqlite:///路径",
        ),
        Text("Give a file: --db incidents.db", "请指定文件：--db incidents.db"),
    ),
    "database-url-options": Saying(
        "NF-9053",
        Text("A “{scheme}” address with options is not read", "不接受带参数的“{scheme}”地址"),
        Text(
            "options could switch off what keeps the journal durable",
            "参数可能关闭处置日志的持久化保证",
        ),
        Text("Give the file alone: --db incidents.db", "请只写文件：--db incidents.db"),
    ),
    "database-in-memory": Saying(
        "NF-9054",
        Text("A database in memory keeps nothing", "内存数据库不会保存任何内容"),
        Text(
            "the journal must outlive the program",
            "处置日志必须在程序结束后仍然存在",
        ),
        Text("Give a file: --db incidents.db", "请指定文件：--db incidents.db"),
    ),
    "path-unusable": Saying(
        "NF-9055",
        Text(
            "“{given}” cannot be used as a path for “{setting}”",
            "“{given}”不能作为“{setting}”的路径",
        ),
        Text(
            "it holds control characters, or starts in a folder that is gone",
            "其中含有控制字符，或起始文件夹已不存在",
        ),
        Text("Give an absolute path of ordinary characters", "请给出由普通字符组成的绝对路径"),
    ),
    "config-file-missing": Saying(
        "NF-9056",
        Text("There is no configuration file {file}", "找不到配置文件 {file}"),
        Text("it was named, and is not there", "已指定该文件，但它不存在"),
        Text(
            "Correct --config or NETFIN_CONFIG, or leave it out",
            "请改正或去掉 --config 与 NETFIN_CONFIG",
        ),
    ),
    "home-unknown": Saying(
        "NF-9057",
        Text("The home folder is not known", "无法确定主目录"),
        Text(
            "HOME is not set and the system has no such user",
            "未设置 HOME，系统中也没有对应用户",
        ),
        Text(
            "Set HOME, or name a file: --db /var/lib/netfin/incidents.db",
            "请设置 HOME，或指定文件：--db /var/lib/netfin/incidents.db",
        ),
    ),
}
