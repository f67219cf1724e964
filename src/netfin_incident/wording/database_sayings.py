"""What the program says of its database when it cannot be read or written."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.opening_sayings import RESTORE

DATABASE_SAYINGS: Final[dict[str, Saying]] = {
    "database-read-only": Saying(
        "NF-3011",
        Text("Nothing was recorded in {path}", "未写入 {path}"),
        Text(
            "the file or its folder cannot be written with your account",
            "当前账户不能写入该文件或其所在文件夹",
        ),
        Text(
            "Reading works: netfin-incident list; to write, ask its owner for access (docs/record.md has the recipe for a team)",
            "仍可查看：netfin-incident list；如需写入，请向其所有者申请权限（团队共用方法见 docs/record.md）",
        ),
    ),
    "database-unsettled": Saying(
        "NF-3012",
        Text("{path} cannot be read yet", "暂时无法读取 {path}"),
        Text(
            "a command was interrupted in it, and only somebody who may write can settle that",
            "有命令在写入时中断，须由有写权限的人收尾",
        ),
        Text(
            "Let somebody with write access run netfin-incident list once",
            "请有写权限的人执行一次 netfin-incident list",
        ),
    ),
    "database-replaced": Saying(
        "NF-3013",
        Text("{path} is no longer the file that was opened", "{path} 已不是打开时的文件"),
        Text(
            "it was deleted, moved or replaced meanwhile; what would be written now would be lost, so nothing was written",
            "它已被删除、移动或替换；此时写入会丢失，因此没有写入",
        ),
        Text(
            "Find out what happened to the file, then start the program again: netfin-incident journal verify",
            "请查明文件变动原因，再重新启动程序：netfin-incident journal verify",
        ),
    ),
    "database-unopenable": Saying(
        "NF-3014",
        Text("{path} cannot be opened", "无法打开 {path}"),
        Text("the system says: {detail}", "系统提示：{detail}"),
        Text(
            "Look at the file and its folder: ls -l; or name another with --db FILE",
            "请查看文件与文件夹：ls -l；或用 --db FILE 指定另一个",
        ),
    ),
    "database-damaged": Saying(
        "NF-3015",
        Text("{path} is damaged", "{path} 已损坏"),
        Text("SQLite says: {detail}", "SQLite 提示：{detail}"),
        RESTORE,
    ),
    "disk-full": Saying(
        "NF-3016",
        Text("Nothing was recorded in {path}", "未写入 {path}"),
        Text(
            "the disk, or the space allowed to you on it, is full; what was recorded before is safe",
            "磁盘或分配给您的空间已满；此前的记录均完好",
        ),
        Text(
            "Make room (df -h shows where), then do it again",
            "请腾出空间（df -h 可查看），然后重试",
        ),
    ),
    "disk-failing": Saying(
        "NF-3017",
        Text("{path} could not be read or written", "{path} 读写未成功"),
        Text("the disk does not answer as it should: {detail}", "磁盘工作不正常：{detail}"),
        Text(
            "Copy the folder to another disk now, then check the copy: netfin-incident journal verify --db COPY",
            "请立即把文件夹复制到其他磁盘，再检查副本：netfin-incident journal verify --db COPY",
        ),
    ),
    "folder-read-only": Saying(
        "NF-3027",
        Text("{path} cannot be used where it is", "{path} 在原处无法使用"),
        Text(
            "a file has to be made beside it, and its folder cannot be written",
            "须在其旁边建立文件，而所在文件夹不可写",
        ),
        Text(
            "Ask the folder's owner for access, or copy the database and read the copy: --db COPY",
            "请向文件夹所有者申请权限，或复制数据库后读取副本：--db COPY",
        ),
    ),
    "append-only": Saying(
        "NF-3025",
        Text("The record in {path} was not altered", "未改动 {path} 中的处置日志"),
        Text("entries are only ever added", "处置日志只能追加"),
        Text(
            "Say what is right in a new entry: netfin-incident correct ID ENTRY --text TEXT --reason TEXT",
            "请用新记录更正：netfin-incident correct ID ENTRY --text TEXT --reason TEXT",
        ),
    ),
    "place-taken": Saying(
        "NF-3026",
        Text("Nothing was recorded in {path}", "未写入 {path}"),
        Text(
            "another writer took the same place in the journal without waiting for its turn: {detail}",
            "另有写入者未按顺序占用了同一位置：{detail}",
        ),
        Text(
            "Check the record: netfin-incident journal verify",
            "请校验处置日志：netfin-incident journal verify",
        ),
    ),
    "store-busy": Saying(
        "NF-4001",
        Text("The database {path} is in use", "数据库 {path} 正被占用"),
        Text(
            "another process has held it for too long; nothing was recorded",
            "另一进程占用时间过长；未写入任何内容",
        ),
        Text(
            "Try again; what is in the way: fuser -v {path}",
            "请重试；占用情况可用 fuser -v {path} 查看",
        ),
    ),
    "wal-on-faulty-sqlite": Saying(
        "NF-4002",
        Text("{path} is not opened just now", "暂不打开 {path}"),
        Text(
            "it is in WAL mode, in which SQLite {version} can damage a file, and others have it open, so it cannot be taken out of that mode",
            "它处于 WAL 模式，而 SQLite {version} 在该模式下可能损坏文件；又有其他进程正在使用，无法退出该模式",
        ),
        Text(
            "Close the other programs that use it (fuser -v {path} shows them) and try again, or use SQLite 3.51.3 or newer",
            "请关闭正在使用它的其他程序（fuser -v {path} 可查看）后重试，或使用 SQLite 3.51.3 及以上版本",
        ),
    ),
}
