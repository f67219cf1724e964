"""What the program says of a file that it does not open as its database."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_NAME_ANOTHER: Final = Text(
    "Name the database itself with --db FILE; netfin-incident config show says where this name comes from",
    "请用 --db FILE 指明数据库文件本身；netfin-incident config show 可查看此名称的来源",
)
RESTORE: Final = Text(
    "Keep the file, copy it, and look at the copy with netfin-incident journal verify --db COPY; then fill a new one from an export: netfin-incident journal import FILE --db NEW",
    "请保留原文件并复制一份，用 netfin-incident journal verify --db COPY 检查副本；再由导出文件重建：netfin-incident journal import FILE --db NEW",
)
"""What to do with a database that cannot be relied on."""

OPENING_SAYINGS: Final[dict[str, Saying]] = {
    "database-missing": Saying(
        "NF-3001",
        Text("There is no database at {path}", "{path} 处没有数据库"),
        Text(
            "nothing was declared with it yet, or it lies elsewhere",
            "尚未用它登记过事件，或文件在别处",
        ),
        Text(
            "Begin with netfin-incident declare TITLE --sev 2, or name another with --db FILE; netfin-incident config show says where this name comes from",
            "请用 netfin-incident declare TITLE --sev 2 开始，或用 --db FILE 指定另一个；netfin-incident config show 可查看此名称的来源",
        ),
    ),
    "database-is-link": Saying(
        "NF-3002",
        Text("{path} is not opened as a database", "不把 {path} 作为数据库打开"),
        Text(
            "it is a symbolic link, and its journal file would lie beside the link, not beside the database",
            "它是符号链接，其日志文件会落在链接旁边而不是数据库旁边",
        ),
        _NAME_ANOTHER,
    ),
    "database-is-folder": Saying(
        "NF-3003",
        Text("{path} is not opened as a database", "不把 {path} 作为数据库打开"),
        Text("it is a folder", "它是文件夹"),
        _NAME_ANOTHER,
    ),
    "database-is-device": Saying(
        "NF-3004",
        Text("{path} is not opened as a database", "不把 {path} 作为数据库打开"),
        Text(
            "it is a pipe, a socket or a device, not a file", "它是管道、套接字或设备，不是普通文件"
        ),
        _NAME_ANOTHER,
    ),
    "database-empty": Saying(
        "NF-3005",
        Text("{path} is not opened as a database", "不把 {path} 作为数据库打开"),
        Text(
            "the file is empty: nothing was ever recorded in it, or its content is lost",
            "文件为空：从未写入内容，或内容已丢失",
        ),
        Text(
            "If it never held anything, remove it and declare again; otherwise bring the file back from a copy, or: netfin-incident journal import FILE --db NEW",
            "若从未写入内容，请删除后重新登记；否则请用副本恢复，或执行 netfin-incident journal import FILE --db NEW",
        ),
    ),
    "database-unreadable": Saying(
        "NF-3006",
        Text("{path} cannot be read", "无法读取 {path}"),
        Text(
            "your account has no permission for it or for a folder above it",
            "当前账户对该文件或其上级文件夹没有权限",
        ),
        Text(
            "Ask its owner for access (docs/record.md has the recipe for a team), or name another with --db FILE",
            "请向其所有者申请权限（团队共用方法见 docs/record.md），或用 --db FILE 指定另一个",
        ),
    ),
    "database-is-other-file": Saying(
        "NF-3007",
        Text("{path} is not opened as a database", "不把 {path} 作为数据库打开"),
        Text("it is a file of another kind", "它是其他类型的文件"),
        Text(
            "Name the database with --db FILE; an export is read with netfin-incident journal import FILE --db NEW",
            "请用 --db FILE 指明数据库；导出文件请用 netfin-incident journal import FILE --db NEW 读入",
        ),
    ),
    "database-truncated": Saying(
        "NF-3008",
        Text("{path} is not whole", "{path} 不完整"),
        Text(
            "the file is shorter than it says it is: its end was cut off, perhaps while it was copied",
            "文件比其自身记载的短：末尾被截断，可能是复制中断",
        ),
        RESTORE,
    ),
    "database-of-other-program": Saying(
        "NF-3009",
        Text("{path} is not opened", "不打开 {path}"),
        Text("it is an SQLite database of another program", "它是其他程序的 SQLite 数据库"),
        _NAME_ANOTHER,
    ),
    "database-on-network": Saying(
        "NF-3010",
        Text("{path} is not used", "不使用 {path}"),
        Text(
            "it lies on a network file system ({kind}), where locks and flushes cannot be relied on and entries could be lost",
            "它位于网络文件系统（{kind}），其锁与落盘不可靠，记录可能丢失",
        ),
        Text(
            "Keep the database on a local disk of one machine and work there, for example over ssh: --db FILE",
            "请把数据库放在某台机器的本地磁盘上并在该机操作（例如通过 ssh）：--db FILE",
        ),
    ),
    "folder-unusable": Saying(
        "NF-3018",
        Text("No database was made in {path}", "未能在 {path} 建立数据库"),
        Text("the system says: {why}", "系统提示：{why}"),
        Text(
            "Choose a folder that you may write to: --db FILE, or set database in netfin.toml",
            "请选择可写的文件夹：--db FILE，或在 netfin.toml 中设置 database",
        ),
    ),
    "leftover-foreign": Saying(
        "NF-3019",
        Text("{path} is not opened", "不打开 {path}"),
        Text(
            "beside it lies {file}, which another database left; opening would write that over this one",
            "旁边的 {file} 属于另一个数据库，打开会用它覆盖本库",
        ),
        Text(
            "Move that file to the database it belongs to, or aside, then try again: mv {file} /tmp",
            "请把该文件移回其所属的数据库或移到别处后重试：mv {file} /tmp",
        ),
    ),
    "leftover-unreadable": Saying(
        "NF-3020",
        Text("{path} cannot be read", "无法读取 {path}"),
        Text(
            "it may hold the end of the database beside it; the system says: {why}",
            "其中可能有旁边数据库的末尾内容；系统提示：{why}",
        ),
        Text(
            "Ask its owner for access (docs/record.md has the recipe for a team)",
            "请向其所有者申请权限（团队共用方法见 docs/record.md）",
        ),
    ),
    "schema-newer": Saying(
        "NF-3021",
        Text("{path} is not opened", "不打开 {path}"),
        Text(
            "a newer version of this program wrote it (schema “{theirs}”; this version knows {ours})",
            "它由本程序的较新版本写成（结构版本“{theirs}”，本版本为 {ours}）",
        ),
        Text(
            "Use that version: netfin-incident --version says which one this is",
            "请使用较新版本：netfin-incident --version 可查看当前版本",
        ),
    ),
    "schema-older": Saying(
        "NF-3022",
        Text("{path} cannot be read yet", "暂时无法读取 {path}"),
        Text(
            "an older version wrote it, and your account may not bring it up to date",
            "它由旧版本写成，而当前账户无权升级",
        ),
        Text(
            "Let somebody with write access run netfin-incident list once",
            "请有写权限的人执行一次 netfin-incident list",
        ),
    ),
    "schema-foreign": Saying(
        "NF-3023",
        Text("{path} is not opened", "不打开 {path}"),
        Text(
            "it holds “{name}”, which this program never made in that form; somebody added or changed it",
            "其中的“{name}”并非本程序所建，或已被改动",
        ),
        RESTORE,
    ),
    "schema-incomplete": Saying(
        "NF-3024",
        Text("{path} is not opened", "不打开 {path}"),
        Text("the table “{name}” is missing from it", "其中缺少数据表“{name}”"),
        RESTORE,
    ),
}
