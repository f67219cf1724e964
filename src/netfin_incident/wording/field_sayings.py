"""What the program says of single values in a definition file (NF-2030 to NF-2059)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

FIELD_SAYINGS: Final[dict[str, Saying]] = {
    "field-unknown": Saying(
        "NF-2030",
        Text("“{given}” is not a field here", "此处没有“{given}”这个字段"),
        Text(
            "a misspelt field would be overlooked without a word",
            "写错的字段若被忽略，内容会无声丢失",
        ),
        Text(
            "Fields here: {choices}. Text with a comma in it needs quotes",
            "可用字段：{choices}。含逗号的文字须加引号",
        ),
    ),
    "field-later": Saying(
        "NF-2031",
        Text("“{field}” needs a newer version", "“{field}”需要更新的版本"),
        Text(
            "this version of the program does not carry it out yet",
            "本版本程序尚不支持该字段",
        ),
        Text("Delete it, or put it into words in body", "请删除，或写进 body 说明"),
    ),
    "field-missing": Saying(
        "NF-2032",
        Text("“{field}” is missing", "缺少“{field}”"),
        Text("nothing can stand in for it", "该字段必填，没有缺省值"),
        Text("Add a line: {field}: …", "请补一行：{field}: …"),
    ),
    "field-empty": Saying(
        "NF-2033",
        Text("“{field}” is empty", "“{field}”为空"),
        Text("a field that is there has a value", "写出的字段必须有值"),
        Text("Fill it in, or delete the line", "请填写，或删除该行"),
    ),
    "field-not-text": Saying(
        "NF-2034",
        Text("“{field}” is not text", "“{field}”不是文本"),
        Text("there is a list or a mapping in its place", "此处写成了列表或映射"),
        Text("Write {field}: TEXT on one line", "请在一行内写：{field}: 文本"),
    ),
    "field-not-list": Saying(
        "NF-2035",
        Text("“{field}” is not a list", "“{field}”不是列表"),
        Text("it takes any number of items", "该字段可含多项"),
        Text(
            "Write {field}: [a, b], or one “- item” a line",
            "请写 {field}: [a, b]，或每行一个“- 项”",
        ),
    ),
    "field-not-mapping": Saying(
        "NF-2036",
        Text("“{field}” has no fields of its own", "“{field}”下没有子字段"),
        Text("it is made of KEY: VALUE pairs", "此处应为“键: 值”"),
        Text("Write KEY: VALUE, indented below it", "请在其下缩进写“键: 值”"),
    ),
    "field-too-long": Saying(
        "NF-2037",
        Text("“{field}” is too long", "“{field}”过长"),
        Text("it has at most {limit} characters", "最多 {limit} 个字符"),
        Text("Shorten it; details go into body", "请缩短；细节写进 body"),
    ),
    "id-unreadable": Saying(
        "NF-2038",
        Text("“{given}” is not an id", "“{given}”不能用作标识"),
        Text(
            "an id has letters a–z, digits, - and _, and starts with a letter or digit; "
            "here is {character}",
            "标识只能用英文字母、数字、- 和 _，且以字母或数字开头；此处有 {character}",
        ),
        Text("Write it like switch-route", "请写成 switch-route 这样的形式"),
    ),
    "choice-unknown": Saying(
        "NF-2039",
        Text("“{given}” is not a {field}", "“{given}”不是可用的 {field}"),
        Text("the list is closed", "取值范围是固定的"),
        Text("Write {field}: {choices}", "请写 {field}: {choices}"),
    ),
    "field-not-a-flag": Saying(
        "NF-2040",
        Text("“{given}” is neither true nor false", "“{given}”既不是 true 也不是 false"),
        Text(
            "yes, no, on and off are read differently by different programs",
            "yes、no、on、off 在不同程序中含义不一",
        ),
        Text("Write {field}: true, or {field}: false", "请写 {field}: true 或 {field}: false"),
    ),
    "field-not-a-number": Saying(
        "NF-2041",
        Text("“{given}” is not a {field}", "“{given}”不能用作 {field}"),
        Text("it is a whole number from 1 to {limit}", "应为 1 至 {limit} 的整数"),
        Text("Write {field}: 1", "请写 {field}: 1"),
    ),
    "limit-unreadable": Saying(
        "NF-2042",
        Text("“{given}” is not a length of time", "“{given}”不是时长"),
        Text("it needs numbers with units d, h, m, s", "时长由数字和单位 d、h、m、s 组成"),
        Text("Write {field}: 5m, 1h30m or 2d", "请写 {field}: 5m、1h30m 或 2d"),
    ),
    "limit-out-of-range": Saying(
        "NF-2043",
        Text("“{given}” cannot be a limit", "“{given}”不能用作时限"),
        Text("a limit is more than nothing and at most 366 days", "时限须大于零且不超过 366 天"),
        Text("Write {field}: 5m, 1h30m or 2d", "请写 {field}: 5m、1h30m 或 2d"),
    ),
    "field-not-a-period": Saying(
        "NF-2044",
        Text("“{given}” is not a period", "“{given}”不是周期"),
        Text("it is a number of days, weeks, months or years", "周期是若干天、周、月或年"),
        Text("Write {field}: 6 months", "请写 {field}: 6 months"),
    ),
    "field-not-a-date": Saying(
        "NF-2045",
        Text("“{given}” is not a date", "“{given}”不是日期"),
        Text("dates are written year-month-day", "日期按“年-月-日”书写"),
        Text("Write {field}: 2026-03-31", "请写 {field}: 2026-03-31"),
    ),
}
