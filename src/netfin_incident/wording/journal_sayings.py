"""What the program says of an entry, an export or an import that it cannot use."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_VERIFY: Final = Text(
    "See what happened to the record: netfin-incident journal verify",
    "请查明处置日志的情况：netfin-incident journal verify",
)
_VERIFY_FILE: Final = Text(
    "See what is wrong with it: netfin-incident journal verify {file}; export it again from a database that verifies",
    "请执行 netfin-incident journal verify {file} 查明问题；并由校验通过的数据库重新导出",
)

JOURNAL_SAYINGS: Final[dict[str, Saying]] = {
    "event-of-newer-program": Saying(
        "NF-3031",
        Text("An entry cannot be read", "有一条记录无法读取"),
        Text(
            "a newer version of this program wrote it (“{kind}”)",
            "它由本程序的较新版本写成（“{kind}”）",
        ),
        Text(
            "Use that version: netfin-incident --version says which one this is",
            "请使用较新版本：netfin-incident --version 可查看当前版本",
        ),
    ),
    "body-unreadable": Saying(
        "NF-3032",
        Text("An entry cannot be read", "有一条记录无法读取"),
        Text(
            "its body (“{kind}”) does not say what this version expects: {field}",
            "其正文（“{kind}”）与本版本的格式不符：{field}",
        ),
        _VERIFY,
    ),
    "header-unreadable": Saying(
        "NF-3033",
        Text("An entry cannot be read", "有一条记录无法读取"),
        Text(
            "its header does not say what this version expects: {detail}",
            "其头部与本版本的格式不符：{detail}",
        ),
        _VERIFY,
    ),
    "body-missing": Saying(
        "NF-3034",
        Text("Entry {entry} of {stream} cannot be read", "{stream} 第 {entry} 条记录无法读取"),
        Text(
            "its body is no longer in the database (journal entry #{seq})",
            "其正文已不在数据库中（处置日志第 {seq} 条）",
        ),
        _VERIFY,
    ),
    "entry-out-of-place": Saying(
        "NF-3035",
        Text("{stream} cannot be read", "{stream} 无法读取"),
        Text(
            "its entry {entry} cannot follow what stands before it (journal entry #{seq})",
            "其第 {entry} 条记录与之前的内容不能衔接（处置日志第 {seq} 条）",
        ),
        _VERIFY,
    ),
    "stream-unknown": Saying(
        "NF-3041",
        Text("{stream} cannot be exported", "无法导出 {stream}"),
        Text("nothing was ever recorded in it", "其中没有任何记录"),
        Text(
            "Find its id with netfin-incident list --all",
            "请用 netfin-incident list --all 查找编号",
        ),
    ),
    "export-unknown": Saying(
        "NF-3042",
        Text("{file} is not read as an export", "不把 {file} 作为导出文件读取"),
        Text(
            "its first line does not say that it is a journal of this program, in the form this version knows",
            "首行没有说明它是本版本所知格式的处置日志",
        ),
        Text(
            "Give a file that netfin-incident journal export wrote",
            "请提供由 netfin-incident journal export 写出的文件",
        ),
    ),
    "export-unreadable": Saying(
        "NF-3043",
        Text("{file} cannot be read as an export", "{file} 无法作为导出文件读取"),
        Text("line {line} is not as this program writes it", "第 {line} 行不是本程序写出的格式"),
        Text(
            "Bring the file back as it was written, or export again: netfin-incident journal export --out FILE",
            "请恢复原文件，或重新导出：netfin-incident journal export --out FILE",
        ),
    ),
    "export-miscounted": Saying(
        "NF-3044",
        Text("{file} is not whole", "{file} 不完整"),
        Text(
            "it says it has {expected} entries, and has {found}",
            "首行记载 {expected} 条，实有 {found} 条",
        ),
        Text(
            "Bring the file back as it was written, or export again: netfin-incident journal export --out FILE",
            "请恢复原文件，或重新导出：netfin-incident journal export --out FILE",
        ),
    ),
    "import-of-one-stream": Saying(
        "NF-3045",
        Text("{file} was not imported", "未导入 {file}"),
        Text(
            "it holds {stream} alone; only a whole journal makes a database that can be verified",
            "它只含 {stream}；只有完整的处置日志才能构成可校验的数据库",
        ),
        Text(
            "Export everything: netfin-incident journal export --out FILE",
            "请导出全部：netfin-incident journal export --out FILE",
        ),
    ),
    "import-broken": Saying(
        "NF-3046",
        Text("{file} was not imported", "未导入 {file}"),
        Text(
            "it does not verify: entry #{seq} is not as it was recorded",
            "校验未通过：第 {seq} 条与当初的记录不符",
        ),
        _VERIFY_FILE,
    ),
    "import-not-empty": Saying(
        "NF-3047",
        Text("Nothing was imported into {path}", "未导入 {path}"),
        Text(
            "it has entries already, and two journals cannot be joined",
            "其中已有记录，两份处置日志不能合并",
        ),
        Text(
            "Name a database that does not exist yet: netfin-incident journal import FILE --db NEW",
            "请指定尚不存在的数据库：netfin-incident journal import FILE --db NEW",
        ),
    ),
}
