"""What `playbook lint` advises of a playbook as a whole (NF-2310 to NF-2349)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

WHOLE_PLAYBOOK_SAYINGS: Final[dict[str, Saying]] = {
    "phases-deadlocked": Saying(
        "NF-2310",
        Text(
            "“{step}” and “{need}” would wait for each other for ever",
            "“{step}”与“{need}”会互相等待，永远做不完",
        ),
        Text(
            "“{step}” is required, so the later phase of “{need}” waits for it",
            "“{step}”为必做，“{need}”所在的后续阶段须等它完成",
        ),
        Text(
            "Delete “{need}” from needs, or move one of the two steps",
            "请从 needs 中删去“{need}”，或移动其中一个步骤",
        ),
    ),
    "condition-never-holds": Saying(
        "NF-2311",
        Text(
            "The condition under {field} of “{step}” holds in no case",
            "“{step}”的 {field} 条件在任何情形下都不成立",
        ),
        Text(
            "no values were found with which it comes true where the step can come up",
            "在该步骤可能出现的情形中，没有找到使其成立的取值",
        ),
        Text("Correct {field}, or delete what hangs on it", "请更正 {field}，或删除依赖它的内容"),
    ),
    "options-all-barred": Saying(
        "NF-2312",
        Text("“{step}” may be left without an option", "“{step}”可能没有任何可选方案"),
        Text(
            "there is a case in which no option's when holds", "存在所有方案的 when 都不成立的情形"
        ),
        Text("Leave when out of one option", "请至少让一个方案不带 when"),
    ),
    "needs-may-fall-away": Saying(
        "NF-2313",
        Text(
            "“{step}” needs “{need}”, which may never be done", "“{step}”所需的“{need}”可能始终未做"
        ),
        Text(
            "one arm of “{parallel}” is enough, and what is in the others falls away",
            "“{parallel}”只需完成一路，其余各路随即取消",
        ),
        Text("Put “{parallel}” under needs instead", "请在 needs 中改写“{parallel}”"),
    ),
    "needs-inside-arm": Saying(
        "NF-2314",
        Text(
            "“{step}” waits for one step inside “{parallel}”",
            "“{step}”只等待“{parallel}”中的一个步骤",
        ),
        Text(
            "it begins when “{need}” is settled, not when all arms are",
            "“{need}”一了结它即开始，不等各路汇合",
        ),
        Text(
            "To wait for all arms, put “{parallel}” under needs",
            "如须等各路汇合，请在 needs 中写“{parallel}”",
        ),
    ),
    "rounds-many": Saying(
        "NF-2315",
        Text("“{step}” may go round {count} times", "“{step}”最多重复 {count} 轮"),
        Text(
            "more than {limit} rounds without a new decision are seldom meant",
            "超过 {limit} 轮而不重新决策，通常并非本意",
        ),
        Text("Lower max, or lengthen every", "请减小 max，或加长 every"),
    ),
    "rounds-unended": Saying(
        "NF-2316",
        Text("Nothing says when “{step}” ends", "“{step}”没有写明何时结束"),
        Text(
            "without until, each or every, people must ask themselves after each round",
            "没有 until、each 或 every，每轮之后都要自行判断",
        ),
        Text("Add until: and the condition that ends it", "请补充 until: 及结束条件"),
    ),
    "required-may-fall-away": Saying(
        "NF-2317",
        Text("The required step “{step}” may fall away", "必做步骤“{step}”可能被取消"),
        Text(
            "one arm of “{parallel}” is enough, and what is in the others is not owed any more",
            "“{parallel}”只需完成一路，其余各路不再要求",
        ),
        Text(
            "Move the step out of the arm, or write join: all", "请将该步骤移出此路，或写 join: all"
        ),
    ),
    "evidence-may-be-skipped": Saying(
        "NF-2318",
        Text(
            "The required evidence of “{step}” may never be asked for",
            "“{step}”的必需证据可能无人收集",
        ),
        Text(
            "the step is left out in a drill, or falls away with its arm",
            "演练时跳过该步骤，或随所在的一路取消",
        ),
        Text("Move the evidence to a step that always comes", "请把证据移到必经的步骤"),
    ),
    "role-work-unbacked": Saying(
        "NF-2319",
        Text("Nobody backs up the role “{role}”", "角色“{role}”没有备岗"),
        Text(
            "required steps are its own, and the person may be out of reach",
            "必做步骤归它，届时可能联系不上本人",
        ),
        Text("Add backup: and another role", "请补充 backup: 及另一角色"),
    ),
    "backup-circle": Saying(
        "NF-2320",
        Text("Backups lead round in a circle: {path}", "备岗绕成一圈：{path}"),
        Text("who is meant to step in is looked for in vain", "真需要替补时找不到人"),
        Text(
            "Change one backup to a role outside the circle", "请把其中一个 backup 改为圈外的角色"
        ),
    ),
    "backup-separated": Saying(
        "NF-2321",
        Text("“{backup}” may not step in for “{role}”", "“{backup}”不得替补“{role}”"),
        Text("separation keeps the two roles apart", "separation 规定两者不相容"),
        Text("Name another role under backup", "请在 backup 中改写另一角色"),
    ),
    "approver-is-doer": Saying(
        "NF-2322",
        Text(
            "Who does “{work}” would approve it, too: “{step}”",
            "“{step}”的审批人就是“{work}”的经办人",
        ),
        Text("only a role that does the work may approve", "可审批的角色只有经办角色"),
        Text(
            "Add a role to by (or approve) that does not do the work",
            "请在 by（或 approve）中增加非经办的角色",
        ),
    ),
    "quorum-beyond-roles": Saying(
        "NF-2323",
        Text(
            "“{step}” takes {count} people, but names {roles} roles",
            "“{step}”须 {count} 人审批，但只列了 {roles} 个角色",
        ),
        Text(
            "one person holds a role, so it is reached by break-glass only",
            "一个角色由一人担任，只能靠紧急授权凑足",
        ),
        Text("Add roles to by, or lower quorum", "请在 by 中增加角色，或减小 quorum"),
    ),
    "quorum-unexplained": Saying(
        "NF-2324",
        Text(
            "“{step}” takes {count} people and says nothing about it",
            "“{step}”须 {count} 人审批，但未作说明",
        ),
        Text("one person alone can only break the glass", "单人只能使用紧急授权"),
        Text("Say in body how the second person is reached", "请在 body 中写明如何找到第二人"),
    ),
    "due-after-clock": Saying(
        "NF-2325",
        Text("“{step}” may take longer than its clock", "“{step}”的时限晚于其报送时限"),
        Text("the clock “{clock}” runs out before", "“{clock}”会先到期"),
        Text("Shorten due at every severity", "请缩短各等级的 due"),
    ),
    "clocks-unknown": Saying(
        "NF-2326",
        Text("Clocks not known here: {clocks}", "此处没有定义的报送时限：{clocks}"),
        Text("whether the steps leave enough time was not checked", "未能核对步骤时限是否足够"),
        Text("Look whether the ids under clocks are spelt right", "请核对 clocks 中的标识拼写"),
    ),
    "report-without-clock": Saying(
        "NF-2327",
        Text("The report “{step}” runs against no clock", "报送步骤“{step}”没有对应的报送时限"),
        Text("nobody is told by when it is owed", "没有人知道最迟何时报出"),
        Text("Add clock: and its id", "请补充 clock: 及其标识"),
    ),
    "clock-without-report": Saying(
        "NF-2328",
        Text("No report satisfies the clock “{clock}”", "没有报送步骤对应时限“{clock}”"),
        Text("the clock would run with nobody at work on it", "时限在走，却无人报送"),
        Text("Add step: and the id of a report step", "请补充 step: 及报送步骤的标识"),
    ),
    "text-in-other-language": Saying(
        "NF-2329",
        Text("“{words}” is in the other language", "“{words}”是另一种语言的文字"),
        Text("readers of one language cannot read it", "只懂一种语言的读者看不懂"),
        Text("Translate it within {{zh: …, en: …}}", "请在 {{zh: …, en: …}} 中译出"),
    ),
    "undo-missing": Saying(
        "NF-2330",
        Text(
            "The command of “{step}” does not say how it is taken back",
            "“{step}”的命令没有写明如何撤销",
        ),
        Text("its risk is {risk}", "其风险为 {risk}"),
        Text(
            "Add undo: with the way back, or say that there is none",
            "请补充 undo: 写明撤销办法，或写明不可撤销",
        ),
    ),
    "destroy-unapproved": Saying(
        "NF-2331",
        Text("The command of “{step}” destroys without approval", "“{step}”的破坏性命令无须审批"),
        Text("what is destroyed does not come back", "破坏之后无法恢复"),
        Text("Add approve: and a role", "请补充 approve: 及审批角色"),
    ),
    "secret-literal": Saying(
        "NF-2332",
        Text("“{words}” looks like the beginning of a secret", "“{words}”像是口令或密钥的开头"),
        Text("a playbook is read and copied by many", "预案由多人阅读和复制"),
        Text(
            "Write where the secret is kept, not what it is, and change it",
            "请只写存放位置，不写内容，并立即更换",
        ),
    ),
    "review-overdue": Saying(
        "NF-2333",
        Text("The review is overdue", "预案复审已逾期"),
        Text(
            "it was last reviewed on {last} and is due every {every}",
            "上次复审于 {last}，周期为 {every}",
        ),
        Text("Review it, then set review.last", "请复审后更新 review.last"),
    ),
    "parts-missing": Saying(
        "NF-2334",
        Text("Not written yet: {parts}", "尚未填写：{parts}"),
        Text(
            "triggers let it be found, resources and drills make it ready, review keeps it true",
            "triggers 便于查找，resources 与 drills 便于准备，review 保证不过时",
        ),
        Text(
            "Add them when you know them; see docs/playbooks.md",
            "请在明确后补充；见 docs/playbooks.md",
        ),
    ),
    "variable-unused": Saying(
        "NF-2335",
        Text("Nothing uses the variable “{variable}”", "变量“{variable}”没有用到"),
        Text("no condition, text or step names it", "没有条件、文字或步骤提到它"),
        Text("Delete it, or ask for it with into", "请删除，或用 into 询问"),
    ),
    "variable-unasked": Saying(
        "NF-2336",
        Text(
            "Nobody is asked for “{variable}” before it is shown", "“{variable}”在显示之前无人询问"
        ),
        Text(
            "a text or command has a gap until somebody says it unasked",
            "在有人主动说明之前，文字或命令中会有空缺",
        ),
        Text("Add it to into of an ask step", "请加入某个 ask 步骤的 into"),
    ),
    "escalation-late": Saying(
        "NF-2337",
        Text(
            "“{step}” is escalated only at {percent}% of its time",
            "“{step}”到时限的 {percent}% 才升级提醒",
        ),
        Text("nobody else hears of it before it is overdue", "逾期之前没有其他人得知"),
        Text("Add a step of escalate below 100%", "请在 escalate 中增加低于 100% 的一级"),
    ),
    "called-not-there": Saying(
        "NF-2338",
        Text(
            "“{step}” calls “{playbook}”, which is not there",
            "“{step}”调用的预案“{playbook}”不存在",
        ),
        Text("no folder of playbooks has it", "各预案目录中都没有"),
        Text(
            "Correct playbook; netfin-incident playbook list shows the ids",
            "请更正 playbook；netfin-incident playbook list 列出全部标识",
        ),
    ),
    "call-circle": Saying(
        "NF-2339",
        Text("Playbooks call each other in a circle: {path}", "预案互相调用成环：{path}"),
        Text("each would wait for the other to end", "彼此等待对方结束"),
        Text("Delete one of the call steps", "请删除其中一个 call 步骤"),
    ),
}
