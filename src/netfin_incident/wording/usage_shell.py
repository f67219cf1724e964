"""What the program says of words typed in a shell (NF-9100 to NF-9129)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_SEE_HELP: Final = Text("See {command} --help", "请看 {command} --help")

SHELL_SAYINGS: Final[dict[str, Saying]] = {
    "no-terminal": Saying(
        "NF-9100",
        Text("The terminal cannot open here", "此处无法打开终端界面"),
        Text(
            "standard input or output is no terminal, or TERM is dumb",
            "标准输入或输出不是终端，或 TERM 为 dumb",
        ),
        Text(
            "Name a command: netfin-incident list; netfin-incident --help lists them all",
            "请写明命令：netfin-incident list；netfin-incident --help 列出全部命令",
        ),
    ),
    "command-unknown": Saying(
        "NF-9101",
        Text("There is no command “{given}”", "没有命令“{given}”"),
        Text("none is called that", "没有命令叫这个名字"),
        Text(
            "{did_you_mean}netfin-incident --help lists them all",
            "{did_you_mean}netfin-incident --help 列出全部命令",
        ),
    ),
    "noun-alone": Saying(
        "NF-9102",
        Text("“{noun}” needs a second word", "“{noun}”之后还需要一个词"),
        Text("it stands for several commands: {choices}", "它包含多个命令：{choices}"),
        Text("See netfin-incident {noun} --help", "请看 netfin-incident {noun} --help"),
    ),
    "switch-unknown": Saying(
        "NF-9103",
        Text("{command} has no option “{given}”", "{command} 没有选项“{given}”"),
        Text(
            "a word that begins with - is read as an option",
            "以 - 开头的词会被当作选项",
        ),
        Text(
            "{did_you_mean}If it is text, put -- before it; else see {command} --help",
            "{did_you_mean}若是正文，请在其前加 --；否则请看 {command} --help",
        ),
    ),
    "option-without-value": Saying(
        "NF-9104",
        Text("“{option}” was given without a value", "选项“{option}”后没有值"),
        Text("nothing follows it", "其后没有内容"),
        Text("Write {option} VALUE, or leave it out", "请写 {option} 值，或去掉该选项"),
    ),
    "option-takes-no-value": Saying(
        "NF-9105",
        Text("“{option}” takes no value", "选项“{option}”不带值"),
        Text("it is either there or not", "它只有写与不写之分"),
        Text("Write {option} alone", "请只写 {option}"),
    ),
    "argument-missing": Saying(
        "NF-9106",
        Text("{command} needs {argument}", "{command} 缺少 {argument}"),
        Text("it was not given", "没有填写"),
        _SEE_HELP,
    ),
    "arguments-left-over": Saying(
        "NF-9107",
        Text("{command} was given too many words", "{command} 后面的词太多"),
        Text("these are left over: {given}", "多出：{given}"),
        Text(
            'Put a text of several words in quotation marks: "…"',
            '由多个词组成的正文请加引号："…"',
        ),
    ),
    "argument-not-text": Saying(
        "NF-9108",
        Text("Word {number} is not text", "第 {number} 个词不是文本"),
        Text(
            "“{given}” has bytes that are no characters in this locale",
            "“{given}”中有当前语言环境无法解读的字节",
        ),
        Text(
            "Type it again, or set LC_ALL=C.UTF-8; a long text can come from a file with -",
            "请重新输入，或设置 LC_ALL=C.UTF-8；长文可用 - 从文件读入",
        ),
    ),
    "input-too-long": Saying(
        "NF-9109",
        Text("Standard input is too long for a text", "标准输入的内容过长"),
        Text("it has more than {limit} bytes", "超过 {limit} 字节"),
        Text(
            "Keep the long form as evidence: netfin-incident evidence ID NAME --file FILE",
            "请把全文登记为证据：netfin-incident evidence ID NAME --file FILE",
        ),
    ),
    "input-not-utf8": Saying(
        "NF-9110",
        Text("Standard input is not UTF-8 text", "标准输入不是 UTF-8 文本"),
        Text("byte {byte} cannot be part of it", "第 {byte} 个字节不合编码"),
        Text(
            "Convert it first: iconv -f GB18030 -t UTF-8 FILE | netfin-incident … -",
            "请先转换：iconv -f GB18030 -t UTF-8 FILE | netfin-incident … -",
        ),
    ),
    "input-twice": Saying(
        "NF-9111",
        Text("Standard input cannot be read twice", "标准输入不能读取两次"),
        Text("- was given for: {options}", "以下各项都写了 -：{options}"),
        Text("Write one of them out", "请直接写出其中一项"),
    ),
    "answer-lost": Saying(
        "NF-9112",
        Text("The answer could not be written to standard output", "答案未能写到标准输出"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text(
            "What the command recorded is recorded; look with netfin-incident timeline ID",
            "命令所登记的内容已经登记；请用 netfin-incident timeline ID 查看",
        ),
    ),
}
