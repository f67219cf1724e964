"""What the program says of a definition file that is not strict YAML (NF-2001 to NF-2029)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

YAML_SAYINGS: Final[dict[str, Saying]] = {
    "definition-missing": Saying(
        "NF-2001",
        Text("There is no such file", "没有这个文件"),
        Text("nothing is at this path", "该路径下没有内容"),
        Text(
            "See what there is: netfin-incident playbook list",
            "查看现有预案：netfin-incident playbook list",
        ),
    ),
    "definition-not-a-file": Saying(
        "NF-2002",
        Text("This is not a file that can be read", "这不是可读取的普通文件"),
        Text(
            "it is a folder, a pipe or a device; definitions are regular files",
            "它是目录、管道或设备；定义文件必须是普通文件",
        ),
        Text("Give the path of the .yaml file itself", "请给出 .yaml 文件本身的路径"),
    ),
    "definition-symlink": Saying(
        "NF-2003",
        Text("This is a symbolic link", "这是一个符号链接"),
        Text(
            "a link can point elsewhere tomorrow, so what was reviewed would not be what is used",
            "链接随时可能改指别处，使用的内容就不再是评审过的内容",
        ),
        Text("Copy the file in place of the link", "请用文件副本替换该链接"),
    ),
    "definition-unreadable": Saying(
        "NF-2004",
        Text("The file cannot be read", "文件读取不了"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text("Check who may read it: ls -l", "请检查读取权限：ls -l"),
    ),
    "definition-too-large": Saying(
        "NF-2005",
        Text("The file is too large", "文件过大"),
        Text("a definition file has at most {limit}", "定义文件不得超过 {limit}"),
        Text(
            "Move long guidance into documents and refer to them",
            "请把长篇说明移到文档中，在此处引用",
        ),
    ),
    "definition-not-utf8": Saying(
        "NF-2006",
        Text("The file is not UTF-8 text", "文件不是 UTF-8 编码的文本"),
        Text(
            "its bytes do not read as UTF-8; they may be {encoding}",
            "其字节无法按 UTF-8 解读，可能是 {encoding} 编码",
        ),
        Text(
            "Convert it: iconv -f {encoding} -t UTF-8 OLD > NEW",
            "请转换编码：iconv -f {encoding} -t UTF-8 原文件 > 新文件",
        ),
    ),
    "definition-character": Saying(
        "NF-2007",
        Text("There is a character here that must not be", "此处有不允许出现的字符"),
        Text(
            "{character} cannot be seen and could steer a terminal or mislead a reviewer",
            "{character} 肉眼不可见，可能操纵终端或误导评审人",
        ),
        Text("Delete it and type the text again", "请删除该字符并重新输入这段文字"),
    ),
    "shipped-folder-missing": Saying(
        "NF-2008",
        Text("The shipped {kind} are not there", "随程序提供的 {kind} 目录不存在"),
        Text("the installation is incomplete", "安装不完整"),
        Text(
            "Install it again: pip install --force-reinstall netfin-incident",
            "请重新安装：pip install --force-reinstall netfin-incident",
        ),
    ),
    "yaml-malformed": Saying(
        "NF-2010",
        Text("This is not YAML", "此处不符合 YAML 语法"),
        Text("the reader says: {problem}", "解析器提示：{problem}"),
        Text(
            "Check indentation, quotes and brackets here and on the line before",
            "请检查本行与上一行的缩进、引号和括号",
        ),
    ),
    "yaml-tab": Saying(
        "NF-2011",
        Text("The line is indented with a tab", "本行用制表符缩进"),
        Text("YAML is indented with spaces only", "YAML 只能用空格缩进"),
        Text("Replace each tab by two spaces", "请把每个制表符换成两个空格"),
    ),
    "yaml-colon": Saying(
        "NF-2012",
        Text("There is a colon too many here", "此处多了一个冒号"),
        Text(
            "a colon followed by a space starts a new value",
            "半角冒号加空格会被当作新的键值",
        ),
        Text(
            'Put the text in quotes: zh: "…: …"',
            '请给这段文字加引号：zh: "…: …"',
        ),
    ),
    "yaml-empty": Saying(
        "NF-2013",
        Text("The file is empty", "文件是空的"),
        Text("there is nothing in it but comments or blanks", "其中只有注释或空白"),
        Text(
            "Start from a shipped playbook: netfin-incident playbook list",
            "可从随程序提供的预案改起：netfin-incident playbook list",
        ),
    ),
    "yaml-several-documents": Saying(
        "NF-2014",
        Text("A second document starts here", "此处开始了第二个文档"),
        Text("a definition file holds one document", "一个定义文件只能有一个文档"),
        Text("Move what follows --- to a file of its own", "请把 --- 之后的内容移到另一个文件"),
    ),
    "yaml-too-deep": Saying(
        "NF-2015",
        Text("This is nested too deeply", "嵌套层级过深"),
        Text("lists and mappings nest at most {limit} deep", "列表与映射最多嵌套 {limit} 层"),
        Text("Move inner steps to a phase of their own", "请把内层步骤移到单独的阶段"),
    ),
    "yaml-alias": Saying(
        "NF-2016",
        Text("“{name}” is an anchor or alias", "“{name}”是锚点或别名"),
        Text(
            "a reviewer must see each value where it is used",
            "评审人须在使用处直接看到每个值",
        ),
        Text(
            "Write the value out; text that starts with & or * needs quotes",
            "请写出完整的值；以 & 或 * 开头的文字须加引号",
        ),
    ),
    "yaml-tag": Saying(
        "NF-2017",
        Text("“{tag}” is a YAML tag", "“{tag}”是 YAML 标签"),
        Text(
            "everything in a definition file is text, lists and mappings",
            "定义文件中只有文本、列表和映射",
        ),
        Text(
            "Delete the tag; text that starts with ! needs quotes",
            "请删除标签；以 ! 开头的文字须加引号",
        ),
    ),
    "yaml-merge": Saying(
        "NF-2018",
        Text("“<<” is a merge key", "“<<”是合并键"),
        Text(
            "merged values could replace reviewed ones unseen",
            "合并进来的值可能悄悄覆盖评审过的值",
        ),
        Text("Write the values out", "请逐项写出"),
    ),
    "yaml-key-twice": Saying(
        "NF-2019",
        Text("“{key}” is there twice", "“{key}”重复出现"),
        Text(
            "it already stands on line {first}, and only one of them could count",
            "第 {first} 行已有同名键，只能有一个生效",
        ),
        Text("Delete one of the two", "请删除其中一个"),
    ),
    "yaml-key-not-text": Saying(
        "NF-2020",
        Text("A list or mapping stands where a key should", "键的位置上是列表或映射"),
        Text("a key is a word", "键必须是文本"),
        Text(
            "Write KEY: VALUE; text that starts with [ or {{ needs quotes",
            "请写成“键: 值”；以 [ 或 {{ 开头的文字须加引号",
        ),
    ),
}
