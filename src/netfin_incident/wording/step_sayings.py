"""What the program says of steps, variables and the other parts of a playbook (NF-2141 to NF-2169)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

STEP_SAYINGS: Final[dict[str, Saying]] = {
    "items-too-few": Saying(
        "NF-2141",
        Text("“{field}” has too few items", "“{field}”的项数不足"),
        Text("it takes at least {fewest}", "至少需要 {fewest} 项"),
        Text("Add an item: - id: …", "请增加一项：- id: …"),
    ),
    "variable-unreadable": Saying(
        "NF-2142",
        Text("“{given}” cannot name a variable", "“{given}”不能用作变量名"),
        Text(
            "a variable has letters a–z, digits and _, and starts with a letter",
            "变量名只能用小写英文字母、数字和 _，且以字母开头",
        ),
        Text("Write it like upstream_eta", "请写成 upstream_eta 这样的形式"),
    ),
    "variable-reserved": Saying(
        "NF-2143",
        Text("“{given}” is a word of conditions", "“{given}”是条件中的保留词"),
        Text(
            "a variable of that name could not be told from it",
            "若用作变量名，条件中将无法区分",
        ),
        Text("Choose another name, such as its_{given}", "请换个名称，如 its_{given}"),
    ),
    "choices-misplaced": Saying(
        "NF-2144",
        Text(
            "“{variable}” has choices but is a {kind}", "“{variable}”是 {kind} 类，却列了 choices"
        ),
        Text("only kind: choice is answered from a list", "只有 kind: choice 才从列表中选答"),
        Text("Write kind: choice, or delete choices", "请写 kind: choice，或删除 choices"),
    ),
    "value-unfit": Saying(
        "NF-2145",
        Text("“{given}” is no value of “{variable}”", "“{given}”不能作为“{variable}”的取值"),
        Text("it is declared as kind: {kind}", "该变量声明为 kind: {kind}"),
        Text(
            "Write true, 12, CNY 1000000, 15m, a text, or the id of a choice, as the kind asks",
            "请按类别填写：true、12、CNY 1000000、15m、文字或选项标识",
        ),
    ),
    "variable-undeclared": Saying(
        "NF-2146",
        Text("“{given}” is not a variable of this playbook", "“{given}”不是本预案的变量"),
        Text("variables are declared under variables", "变量须在 variables 下声明"),
        Text("Variables here: {choices}", "可用变量：{choices}"),
    ),
    "each-not-list": Saying(
        "NF-2147",
        Text("“{given}” has no items to go through", "“{given}”没有可逐项处理的内容"),
        Text(
            "it is declared as kind: {kind}, not as a list", "该变量声明为 kind: {kind}，不是列表"
        ),
        Text("Declare it with kind: list", "请将其声明为 kind: list"),
    ),
    "placeholder-unknown": Saying(
        "NF-2148",
        Text("Nothing can be filled in for “{{{given}}}”", "“{{{given}}}”没有可填入的内容"),
        Text(
            "a word in braces stands for a variable of this playbook",
            "花括号中的词代表本预案的变量",
        ),
        Text("Words to use: {choices}", "可用：{choices}"),
    ),
    "step-not-there": Saying(
        "NF-2149",
        Text("“{given}” is not a step of this playbook", "“{given}”不是本预案的步骤"),
        Text("steps are named by their id", "步骤以 id 引用"),
        Text("Steps here: {choices}", "可用步骤：{choices}"),
    ),
    "clock-not-report": Saying(
        "NF-2150",
        Text("“{step}” is not a report", "“{step}”不是报送步骤"),
        Text("a clock is stopped by a step of kind report", "报送时限须由 report 类步骤满足"),
        Text("Make it report: …, or name another step", "请改为 report: …，或引用其他步骤"),
    ),
    "clock-unreadable": Saying(
        "NF-2151",
        Text("“{given}” cannot name a clock", "“{given}”不能用作时限标识"),
        Text(
            "a clock has letters a–z, digits, . and -, and starts with a letter or digit",
            "时限标识只能用小写英文字母、数字、. 和 -，且以字母或数字开头",
        ),
        Text("Write it like cn.first-report", "请写成 cn.first-report 这样的形式"),
    ),
    "goto-itself": Saying(
        "NF-2152",
        Text("When “{step}” fails, “{step}” would follow", "“{step}”失败后又转回自身"),
        Text("that leads nowhere", "这样无法继续处置"),
        Text(
            "Name another step in goto, or write abort: true",
            "请在 goto 中填写其他步骤，或写 abort: true",
        ),
    ),
    "goto-elsewhere": Saying(
        "NF-2153",
        Text(
            "“{target}” may not come up when “{step}” fails",
            "“{step}”失败时，“{target}”未必会出现",
        ),
        Text("it belongs to a branch of “{holder}”", "它属于“{holder}”的一个分支"),
        Text(
            "Go to a step outside that branch, or to “{holder}”",
            "请转到该分支之外的步骤，或转到“{holder}”",
        ),
    ),
    "call-itself": Saying(
        "NF-2154",
        Text("“{step}” calls the playbook it is in", "“{step}”调用了所在的预案"),
        Text("it would begin again and again", "这样会无休止地重复启动"),
        Text(
            "Name another playbook: netfin-incident playbook list",
            "请填写其他预案：netfin-incident playbook list",
        ),
    ),
    "alongside-first": Saying(
        "NF-2155",
        Text("The first phase has none to go alongside", "首个阶段之前没有可并行的阶段"),
        Text(
            "alongside gives a phase the turn of the one before it",
            "alongside 使本阶段与前一阶段同时开始",
        ),
        Text("Delete alongside", "请删除 alongside"),
    ),
    "pattern-unreadable": Saying(
        "NF-2156",
        Text("“{given}” is not a regular expression", "“{given}”不是正则表达式"),
        Text("Python says: {problem}", "Python 提示：{problem}"),
        Text("Write it in quotes, like 'state: (\\w+)'", "请加引号书写，如 'state: (\\w+)'"),
    ),
    "pattern-groups": Saying(
        "NF-2157",
        Text("“{given}” has {count} groups", "“{given}”有 {count} 个分组"),
        Text("what is captured is the one group in it", "取值即其中唯一的分组"),
        Text("Write one group, like 'lag=(\\d+)'", "请只写一个分组，如 'lag=(\\d+)'"),
    ),
    "percent-unreadable": Saying(
        "NF-2158",
        Text("“{given}” is not a part of the time allowed", "“{given}”不是时限的百分比"),
        Text("it is a whole percentage from 1% to {limit}%", "应为 1% 至 {limit}% 的整数百分比"),
        Text("Write {field}: 80%", "请写 {field}: 80%"),
    ),
    "on-fail-not-one": Saying(
        "NF-2159",
        Text("It is not clear what follows a failure", "失败后如何处理不明确"),
        Text(
            "on_fail has exactly one of goto, escalate and abort",
            "on_fail 须在 goto、escalate、abort 中三选一",
        ),
        Text("Write on_fail: {{goto: STEP}}", "请写 on_fail: {{goto: 步骤}}"),
    ),
    "wait-endless": Saying(
        "NF-2160",
        Text("Nothing says what the step waits for", "未说明该步骤等待什么"),
        Text("a wait ends after a time, or once a condition holds", "等待须有时长，或有结束条件"),
        Text("Write for: 10m, or until: with a condition", "请写 for: 10m，或用 until: 写出条件"),
    ),
    "steps-too-many": Saying(
        "NF-2161",
        Text("The playbook has {count} steps", "预案有 {count} 个步骤"),
        Text("it can have {limit} at most", "最多 {limit} 个"),
        Text(
            "Move a part to a playbook of its own and call: it",
            "请将一部分移至单独的预案，用 call: 调用",
        ),
    ),
    "steps-too-deep": Saying(
        "NF-2162",
        Text("The step is nested too deeply", "步骤嵌套过深"),
        Text("steps nest in {limit} levels at most", "步骤最多嵌套 {limit} 层"),
        Text("Move it further out and tie it with when:", "请移到外层，用 when: 说明何时适用"),
    ),
    "needs-round": Saying(
        "NF-2163",
        Text(
            "“{step}” waits for “{need}”, which comes again each round",
            "“{step}”等待的“{need}”每轮都会重来",
        ),
        Text("it is repeated by “{repeat}”", "它由“{repeat}”重复执行"),
        Text(
            "Write needs: [{repeat}] to wait for the last round",
            "请写 needs: [{repeat}]，等待最后一轮结束",
        ),
    ),
    "word-broken": Saying(
        "NF-2164",
        Text("“{given}” is more than one word", "“{given}”不是一个词"),
        Text("“{field}” has no blank in it", "“{field}”中不能有空格"),
        Text("Join the parts with -, or list them one by one", "请用 - 连接，或逐项列出"),
    ),
    "argument-broken": Saying(
        "NF-2165",
        Text("An argument of a command is broken into lines", "命令参数中有换行或制表符"),
        Text("a line end or a tab could hide what is run", "换行或制表符可能掩盖实际执行的内容"),
        Text("Write each argument on one line of its own", "请每个参数单独写一行"),
    ),
}
