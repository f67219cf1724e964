"""What the program says of a playbook whose parts do not fit together (NF-2060 to NF-2099)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

PLAYBOOK_SAYINGS: Final[dict[str, Saying]] = {
    "schema-unknown": Saying(
        "NF-2060",
        Text("“{given}” is not a format of this version", "本版本不认识“{given}”格式"),
        Text("it reads {known}", "可读取的格式是 {known}"),
        Text("Write schema: {known}", "请写 schema: {known}"),
    ),
    "id-twice": Saying(
        "NF-2061",
        Text("“{given}” is there twice", "“{given}”重复出现"),
        Text(
            "it already stands on line {first}; ids that differ only in capitals count as one",
            "第 {first} 行已有此标识；仅大小写不同也算重复",
        ),
        Text("Give one of them another id", "请给其中一个换个标识"),
    ),
    "verb-missing": Saying(
        "NF-2062",
        Text("Nothing says what kind of step this is", "未说明这是哪一类步骤"),
        Text("the kind is the key: {verbs}", "步骤类别即键名：{verbs}"),
        Text("Write do: and the instruction", "请写 do: 加上要做的事"),
    ),
    "verb-twice": Saying(
        "NF-2063",
        Text("The step is of two kinds at once", "一个步骤写了两个类别"),
        Text("there is {verbs}", "同时出现了 {verbs}"),
        Text("Make two steps of it", "请拆成两个步骤"),
    ),
    "options-too-few": Saying(
        "NF-2065",
        Text("There is nothing to choose between", "没有可供选择的方案"),
        Text("a decision has at least {fewest} options", "决策至少要有 {fewest} 个选项"),
        Text("Add an option, or make it a do: step", "请增加选项，或改为 do: 步骤"),
    ),
    "needs-unknown": Saying(
        "NF-2066",
        Text("“{step}” waits for “{given}”, which is no step", "“{step}”等待的“{given}”不是步骤"),
        Text("it would wait for ever", "该步骤将永远等下去"),
        Text("Steps to wait for: {choices}", "可等待的步骤：{choices}"),
    ),
    "needs-cycle": Saying(
        "NF-2067",
        Text("These steps wait for each other", "这些步骤互相等待"),
        Text("{path}", "{path}"),
        Text("Take one of them out of needs", "请从 needs 中去掉其中一个"),
    ),
    "needs-other-option": Saying(
        "NF-2068",
        Text(
            "“{step}” waits for “{need}”, which never comes with it",
            "“{step}”等待的“{need}”不会与它同时出现",
        ),
        Text(
            "they belong to different options of “{decision}”",
            "二者分属决策“{decision}”的不同选项",
        ),
        Text(
            "Wait for a step before the decision, or of the same option",
            "请改为等待决策之前或同一选项内的步骤",
        ),
    ),
    "role-undeclared": Saying(
        "NF-2069",
        Text("“{given}” is not a role of this playbook", "“{given}”不是本预案的角色"),
        Text("roles are declared under roles", "角色须在 roles 下声明"),
        Text("Roles here: {choices}", "可用角色：{choices}"),
    ),
    "role-name-missing": Saying(
        "NF-2070",
        Text("The role “{role}” has no name", "角色“{role}”没有名称"),
        Text(
            "it is not of the firm's standard set, so nobody knows what to call it",
            "它不在标准角色之列，没有现成的称谓",
        ),
        Text("Add name: {{zh: …, en: …}}", "请补充 name: {{zh: …, en: …}}"),
    ),
    "role-name-fixed": Saying(
        "NF-2071",
        Text("The role “{role}” has a name already", "角色“{role}”已有固定名称"),
        Text(
            "roles of the standard set are called the same in every playbook",
            "标准角色在所有预案中称谓一致",
        ),
        Text("Delete name, or choose another role id", "请删除 name，或改用其他角色标识"),
    ),
    "backup-of-itself": Saying(
        "NF-2072",
        Text("The role “{role}” is its own backup", "角色“{role}”以自己为备岗"),
        Text("a backup steps in when the role is empty", "备岗是在该角色空缺时顶上"),
        Text("Name another role, such as deputy", "请填写其他角色，如 deputy"),
    ),
    "separation-not-pair": Saying(
        "NF-2073",
        Text("This is not a pair of roles", "此处不是一对角色"),
        Text(
            "separation lists pairs that one person may not hold together",
            "separation 列出不得由同一人兼任的成对角色",
        ),
        Text("Write - [technical, settlement]", "请写 - [technical, settlement]"),
    ),
    "playbook-unknown": Saying(
        "NF-2090",
        Text("There is no playbook “{given}”", "没有预案“{given}”"),
        Text("the nearest or all of those known: {choices}", "相近或现有的预案：{choices}"),
        Text(
            "See them all: netfin-incident playbook list",
            "查看全部：netfin-incident playbook list",
        ),
    ),
    "playbook-misnamed": Saying(
        "NF-2091",
        Text("The file's name is not its playbook's id", "文件名与预案标识不一致"),
        Text(
            "playbook “{id}” is looked for in {expected}",
            "预案“{id}”按文件名 {expected} 查找",
        ),
        Text("Rename the file to {expected}", "请把文件改名为 {expected}"),
    ),
    "folder-unreadable": Saying(
        "NF-2092",
        Text("The folder of files cannot be read", "文件目录读取不了"),
        Text("the system says: {reason}", "系统提示：{reason}"),
        Text("Check who may read it: ls -ld", "请检查读取权限：ls -ld"),
    ),
    "folder-too-full": Saying(
        "NF-2093",
        Text("There are too many files in the folder", "目录中的文件过多"),
        Text("a folder holds at most {limit}", "一个目录最多 {limit} 个"),
        Text("Check that it is the folder you meant", "请确认目录是否正确"),
    ),
}
