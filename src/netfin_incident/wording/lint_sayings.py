"""What `playbook lint` advises a playbook's author (NF-2100 to NF-2199, and of the whole)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.whole_playbook_sayings import WHOLE_PLAYBOOK_SAYINGS

LINT_SAYINGS: Final[dict[str, Saying]] = {
    "translation-missing": Saying(
        "NF-2101",
        Text("This text is there in one language only", "此处文字只有一种语言"),
        Text("readers of the other language see it as it is", "另一种语言的读者只能看到原文"),
        Text("Write {{zh: …, en: …}}", "请写成 {{zh: …, en: …}}"),
    ),
    "first-phase-long": Saying(
        "NF-2102",
        Text("The first phase has {count} steps", "首个阶段有 {count} 个步骤"),
        Text(
            "at most {limit} can be seen and done in the first ten minutes",
            "头十分钟内看得全、做得完的不超过 {limit} 步",
        ),
        Text("Move this step to the next phase", "请把本步骤移到下一阶段"),
    ),
    "first-phase-slow": Saying(
        "NF-2103",
        Text("“{step}” may take more than {minutes} minutes", "“{step}”的时限超过 {minutes} 分钟"),
        Text(
            "the first phase is what is done at once",
            "首个阶段是先期处置，应立即完成",
        ),
        Text("Shorten due, or move the step to a later phase", "请缩短 due，或移到后面的阶段"),
    ),
    "step-role-missing": Saying(
        "NF-2104",
        Text("“{step}” belongs to no role", "“{step}”没有责任角色"),
        Text("what everybody should do, nobody does", "人人有责往往等于无人负责"),
        Text("Add role: and a role declared under roles", "请补充 role: 及 roles 中声明的角色"),
    ),
    "role-backup-missing": Saying(
        "NF-2105",
        Text("The required role “{role}” has no backup", "必设角色“{role}”没有备岗"),
        Text("the person may be out of reach", "届时可能联系不上本人"),
        Text("Add backup: and another role", "请补充 backup: 及另一角色"),
    ),
    "role-unused": Saying(
        "NF-2106",
        Text("The role “{role}” has nothing to do", "角色“{role}”没有用到"),
        Text(
            "no step is its own, it is not required, and it backs up nobody",
            "没有步骤归它，既非必设，也不是备岗",
        ),
        Text("Delete it, or give it a step", "请删除，或给它分配步骤"),
    ),
    "milestones-missing": Saying(
        "NF-2107",
        Text("There is no milestone step", "没有里程碑步骤"),
        Text(
            "times to contain, recover and resolve could not be measured",
            "无法计算控制、恢复、结束各阶段用时",
        ),
        Text("Add steps such as milestone: recovered", "请增加 milestone: recovered 之类的步骤"),
    ),
    "placeholder-text": Saying(
        "NF-2108",
        Text("“{words}” still stands in for something", "“{words}”是尚未填写的占位文字"),
        Text("at 03:00 nobody can fill it in", "应急时来不及补写"),
        Text("Write what is meant, or delete it", "请写明内容，或删除"),
    ),
    "title-wide": Saying(
        "NF-2109",
        Text("A title of “{step}” is {columns} columns wide", "“{step}”有标题宽 {columns} 列"),
        Text(
            "more than {limit} are cut off on a small terminal",
            "超过 {limit} 列在小终端上会被截断",
        ),
        Text("Shorten it; details go into body", "请缩短；细节写进 body"),
    ),
    "due-longer-when-worse": Saying(
        "NF-2110",
        Text(
            "“{step}” leaves more time at {worse} than at {milder}",
            "“{step}”在 {worse} 时限比 {milder} 更宽",
        ),
        Text("the worse the grade, the sooner it should be done", "等级越高，时限应越短"),
        Text("Exchange the two values under due", "请对调 due 下的两个值"),
    ),
    "needs-later-phase": Saying(
        "NF-2111",
        Text("“{step}” waits for “{need}” of a later phase", "“{step}”等待后面阶段的“{need}”"),
        Text(
            "its own phase would stay open until then",
            "本阶段在此之前无法完成",
        ),
        Text("Move one of the two steps", "请移动其中一个步骤"),
    ),
    "playbook-long": Saying(
        "NF-2112",
        Text("The playbook has {count} steps", "本预案有 {count} 个步骤"),
        Text(
            "beyond {limit}, people lose their place under stress",
            "超过 {limit} 步，紧张时容易找不到位置",
        ),
        Text("Move details into body, or split the playbook", "请把细节写进 body，或拆分预案"),
    ),
    **WHOLE_PLAYBOOK_SAYINGS,
}
