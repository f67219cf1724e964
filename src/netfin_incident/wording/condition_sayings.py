"""What the program says of a condition in a playbook (NF-2121 to NF-2139)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_WHAT: Final = Text("The condition “{given}” is not understood", "读不懂条件“{given}”")

CONDITION_SAYINGS: Final[dict[str, Saying]] = {
    "condition-unreadable": Saying(
        "NF-2121",
        _WHAT,
        Text(
            "“{found}” cannot stand at character {column}", "第 {column} 个字符处不应出现“{found}”"
        ),
        Text(
            "Write it as in: upstream_eta > 15m or severity <= S2",
            "请参照这样的写法：upstream_eta > 15m or severity <= S2",
        ),
    ),
    "condition-unfinished": Saying(
        "NF-2122",
        Text("The condition “{given}” is not finished", "条件“{given}”没有写完"),
        Text("something must follow at character {column}", "第 {column} 个字符处还缺内容"),
        Text(
            "Write both sides and close every bracket, as in: not (loss > CNY 1000000)",
            "请写全两边并补上括号，例如 not (loss > CNY 1000000)",
        ),
    ),
    "condition-long": Saying(
        "NF-2123",
        Text("The condition is too long", "条件太长"),
        Text(
            "it has {count} characters; at most {longest} can be overseen",
            "共 {count} 个字符，最多 {longest} 个",
        ),
        Text(
            "Ask for the fact itself in an ask: step, and use its flag",
            "请用 ask: 步骤直接询问结论，再用所得的是否变量",
        ),
    ),
    "condition-deep": Saying(
        "NF-2124",
        Text("The condition is nested too deeply", "条件嵌套过深"),
        Text(
            "more than {deepest} brackets or not stand in each other at character {column}",
            "第 {column} 个字符处，括号与 not 嵌套超过 {deepest} 层",
        ),
        Text("Take away the brackets that are not needed", "请去掉多余的括号"),
    ),
    "condition-character": Saying(
        "NF-2125",
        _WHAT,
        Text(
            "the character {found} at place {column} belongs to no condition",
            "第 {column} 个字符 {found} 不能用在条件中",
        ),
        Text(
            "Use the letters a–z, and write other text in quotes: '…'",
            "请用字母 a–z；其他文字写在引号内：'…'",
        ),
    ),
    "condition-quote-open": Saying(
        "NF-2126",
        _WHAT,
        Text(
            "the quotation mark at character {column} is never closed",
            "第 {column} 个字符处的引号没有配对",
        ),
        Text("Write the word as 'word'", "请写成 '文字'"),
    ),
    "condition-equals": Saying(
        "NF-2127",
        _WHAT,
        Text("there is a single = at character {column}", "第 {column} 个字符处只有一个 ="),
        Text("Write == for “is the same as”", "表示“等于”请写 =="),
    ),
    "condition-number": Saying(
        "NF-2128",
        _WHAT,
        Text(
            "“{found}” at character {column} is no number or length of time that can be kept",
            "第 {column} 个字符处的“{found}”不是可用的数字或时长",
        ),
        Text(
            "Write 12, 0.5, 95%, 100万, 45s, 15m, 1h30m or 2d; at most 15 digits and 8 after the point",
            "请写 12、0.5、95%、100万、45s、15m、1h30m 或 2d；整数至多 15 位，小数至多 8 位",
        ),
    ),
    "condition-word": Saying(
        "NF-2129",
        _WHAT,
        Text(
            "“{found}” at character {column} is neither a name nor a word of conditions; both have small letters",
            "第 {column} 个字符处的“{found}”既不是变量名，也不是条件用词；二者都用小写字母",
        ),
        Text(
            "Write {small} if that is meant, or a text in quotes: '{found}'",
            "如指 {small} 请改用小写，如是文字请加引号：'{found}'",
        ),
    ),
    "condition-name-unknown": Saying(
        "NF-2130",
        Text("“{name}” is not known in conditions", "条件中没有“{name}”这个名称"),
        Text("there are {known}", "可用的有 {known}"),
        Text(
            "{did_you_mean}Declare it under variables, or write a word in quotes: '{name}'",
            "{did_you_mean}请在 variables 中声明；如是文字请加引号：'{name}'",
        ),
    ),
    "condition-kinds-differ": Saying(
        "NF-2131",
        Text("The condition compares things of different kinds", "条件比较的两边类型不同"),
        Text("a value of kind {one} meets one of kind {other}", "一边是{one}，另一边是{other}"),
        Text(
            "Write a number 12 or 95%, money CNY 1000000, a length of time 15m, a severity S2, a text 'word'",
            "写法：数字 12 或 95%，金额 CNY 1000000，时长 15m，等级 S2，文字 '某词'",
        ),
    ),
    "condition-choice-unknown": Saying(
        "NF-2132",
        Text("“{word}” is not a choice of “{name}”", "“{name}”没有“{word}”这个选项"),
        Text("its choices are {known}", "可选的是 {known}"),
        Text(
            "{did_you_mean}Write one of them, or add it under choices",
            "{did_you_mean}请改写为其中之一，或在 choices 中增加",
        ),
    ),
    "condition-operator-unfit": Saying(
        "NF-2133",
        Text("“{operator}” cannot be used here", "此处不能用“{operator}”"),
        Text("it does not work on values of kind {kind}", "它不适用于{kind}"),
        Text(
            "Use == or != for words and flags, and for a list: 'word' in name",
            "文字和是否变量用 == 或 !=，列表用 'word' in name",
        ),
    ),
    "condition-not-yes-or-no": Saying(
        "NF-2134",
        Text("The condition is not a yes or a no", "条件得不出是或否"),
        Text("a value of kind {kind} stands by itself", "{kind}不能单独作条件"),
        Text(
            "Compare it with something, or ask whether it is known: name is set",
            "请与某值比较，或写 name is set 判断是否已知",
        ),
    ),
    "condition-in-no-list": Saying(
        "NF-2135",
        Text("Nothing can be in “{name}”", "“{name}”中不含其他内容"),
        Text("it is of kind {kind}; only a list has lines", "它是{kind}，只有列表才有多项"),
        Text("Compare it with ==, or make its kind list", "请用 == 比较，或将类型改为 list"),
    ),
}
