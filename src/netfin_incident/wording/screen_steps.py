"""The words of the step pane: what kind of step it is, how it stands, what is asked and why.

As in `screens`: no character of two widths, Chinese punctuation full-width.
"""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.text import Text

KIND_SIGN: Final[Mapping[Verb, Text]] = {
    Verb.DO: Text(" ", "  "),
    Verb.ASK: Text("?", "问"),
    Verb.DECIDE: Text("<", "决"),
    Verb.APPROVE: Text("v", "批"),
    Verb.NOTIFY: Text(">", "告"),
    Verb.REPORT: Text("^", "报"),
    Verb.WAIT: Text("~", "等"),
    Verb.PARALLEL: Text("=", "并"),
    Verb.REPEAT: Text("@", "环"),
    Verb.CALL: Text("&", "调"),
    Verb.MILESTONE: Text("#", "标"),
    Verb.NOTE: Text("i", "注"),
}
"""What kind of step it is, in one character; an ordinary step has none."""
KIND_WORD: Final[Mapping[Verb, Text]] = {
    Verb.DO: Text("do", "执行"),
    Verb.ASK: Text("ask", "询问"),
    Verb.DECIDE: Text("decide", "决策"),
    Verb.APPROVE: Text("approve", "审批"),
    Verb.NOTIFY: Text("notify", "通知"),
    Verb.REPORT: Text("report", "报送"),
    Verb.WAIT: Text("wait", "等待"),
    Verb.PARALLEL: Text("parallel", "并行"),
    Verb.REPEAT: Text("repeat", "循环"),
    Verb.CALL: Text("call", "调用"),
    Verb.MILESTONE: Text("milestone", "里程碑"),
    Verb.NOTE: Text("note", "提示"),
}
"""The same as a word, where there is room for one."""

FOLDED: Final = Text("+ {name}  {settled}/{count}", "+ {name}  {settled}/{count}")
GIVEN_UP: Final = Text("{name} (given up)", "{name}（已终止）")
AWAY: Final = Text("{count} not applicable: {steps}", "{count} 步不适用：{steps}")
AWAY_PHASE: Final = Text("{count} not applicable", "{count} 步不适用")
QUESTION_FOR: Final = Text("for {steps}", "供 {steps}")
MORE_QUESTIONS: Final = Text(
    "{count} more questions, see : what is known", "另有 {count} 个问题，按 : 查看已知要素"
)
SIMULATED: Final = Text("simulate: {title}", "模拟：{title}")
ROUND: Final = Text("{round}/{most} {title}", "{round}/{most}轮 {title}")

FAILED_TIMES: Final = Text("failed {count}x", "{count} 次未成功")
FAILED_TO: Final = Text("failed, see {step}", "未成功，转 {step}")
KEPT: Final = Text("{time} kept", "{time} 不再适用")
ELSEWHERE: Final = Text("{time} elsewhere", "{time} 他处已办")
WAIT_OVER: Final = Text("time is up", "时间已到")
AGAIN_SHORT: Final = Text("again?", "再来一轮？")
APPROVED_SO_FAR: Final = Text("{count} of {quorum}", "已批 {count}/{quorum}")
ASKS_SHORT: Final = Text("? {name}", "待明确 {name}")

LISTED: Final = Text(", ", "、")
STEPS_LISTED: Final = Text("; ", "；")
WARNING: Final = Text("CAUTION: {said}", "注意：{said}")
STAND: Final = Text("{kind}, {state}", "{kind}，{state}")
OF_ROLE: Final = Text("{role}: {holder}", "{role}：{holder}")
IN_BRANCH: Final = Text("under {branch}, step {number}", "属步骤 {number}：{branch}")
WAITS_FOR: Final = Text("waits for {steps}", "须先完成 {steps}")
ASKS: Final = Text("must be known first: {names}", "须先明确：{names}")
WAITS_UNTIL: Final = Text("until {time}", "等到 {time}")
NOT_ITS_TURN: Final = Text("earlier phases are still open", "前面的阶段尚未完成")
DONE_IN: Final = Text("done once for both, in {playbook}", "与预案 {playbook} 共用，已在那里完成")
IS_SIMULATED: Final = Text(
    "drill: only played, nothing is really done", "演练：只作模拟，不实际操作"
)
IS_KEPT: Final = Text(
    "it would not come up any more; what was done stays", "按现有情况已不适用，已做的予以保留"
)
FAILED_SO_FAR: Final = Text("did not succeed, times: {count}", "未成功 {count} 次")
FAILED_ON: Final = Text("its work went on with {step}", "已转由步骤 {step} 处理")
WHEN: Final = Text("applies when {condition}", "适用条件：{condition}")

SUGGESTED: Final = Text("suggested: {option}; {because}", "建议：{option}；{because}")
NO_SUGGESTION: Final = Text(
    "nothing is suggested before this is known: {names}", "明确以下要素后才有建议：{names}"
)
UNAVAILABLE: Final = Text("not available: {option}; {because}", "不可选：{option}；{because}")
OPTION_OPEN: Final = Text(
    "not clear yet: {option}; must be known: {names}",
    "尚不确定能否选择：{option}；须先明确：{names}",
)
REVISIT: Final = Text("look at the decision again after {span}", "{span}后复评")
REVISIT_AT: Final = Text("to be looked at again {time}", "应于 {time} 复评")
APPROVED_BY: Final = Text("who may approve: {roles}", "可审批：{roles}")
QUORUM: Final = Text(
    "takes {quorum} people; so far: {people}", "须 {quorum} 人审批；已批：{people}"
)
APART_FROM: Final = Text("not by who did {steps}", "步骤 {steps} 的经办人不得审批")
AUDIENCE: Final = Text("to {audience}", "对象：{audience}")
CHANNEL: Final = Text("by {channel}", "渠道：{channel}")
REPORT_TO: Final = Text("{kind} to {recipient}", "{kind}，报送 {recipient}")
CLOCK: Final = Text("deadline {clock}", "时限编号 {clock}")
WAIT_FOR: Final = Text("waits {span}", "等待 {span}")
UNTIL: Final = Text("until {condition}", "直到：{condition}")
ROUNDS: Final = Text("at most {most} rounds, now {round}", "最多 {most} 轮，现为第 {round} 轮")
EVERY: Final = Text("the next one {span} after the last", "每轮间隔 {span}")
EACH: Final = Text("one for each of: {name}", "逐项进行：{name}")
ANY_ARM: Final = Text("one finished arm is enough", "任一分支完成即可")
ALL_ARMS: Final = Text("done once all arms are", "各分支全部完成后完成")
CALLS: Final = Text("begins playbook {playbook}", "启用预案 {playbook}")
CALLED: Final = Text(
    "follows playbook {playbook}, which is attached", "随已关联的预案 {playbook} 完成"
)
FACT: Final = Text("{name}: {value}", "{name}：{value}")
NOT_KNOWN: Final = Text("not known", "未明确")
SETS: Final = Text("then known: {fact}", "完成后即明确：{fact}")
NOBODY_YET: Final = Text("nobody", "暂无")

CHECKS: Final = Text("before it is done, check:", "完成前核对：")
CHECK: Final = Text("- {said}", "- {said}")
EVIDENCE: Final = Text("evidence: {kinds}", "证据：{kinds}")
EVIDENCE_MUST: Final = Text("{kind} (required)", "{kind}（必需）")
EVIDENCE_HELD: Final = Text("registered: {names}", "已登记：{names}")
EVIDENCE_NEED: Final = Text("{id} ({kind})", "{id}（{kind}）")
EVIDENCE_LACKING: Final = Text(
    "evidence is still missing; required: {kinds}; registered: {names}",
    "尚缺证据；必需：{kinds}；已登记：{names}",
)
NOTHING_HELD: Final = Text("none", "无")
COMMAND: Final = Text("command: {line}", "命令：{line}")
COMMAND_TIMEOUT: Final = Text("stopped after {span}", "最长 {span}")
COMMAND_APPROVE: Final = Text("needs the consent of {role}", "须经{role}同意")
LINKS: Final = Text("see {links}", "参见 {links}")
ESCALATE: Final = Text("after {percent}% of the time: tell {role}", "用时达 {percent}%：告知{role}")
ON_FAIL_GOTO: Final = Text("if it does not succeed: step {step}", "若未成功：转步骤 {step}")
ON_FAIL_ESCALATE: Final = Text(
    "if it does not succeed: {role} takes it over", "若未成功：由{role}接手"
)
ON_FAIL_ABORT: Final = Text(
    "if it does not succeed: the rest of the playbook is given up",
    "若未成功：终止执行本预案其余步骤",
)
PLAYBOOK_LINE: Final = Text(
    "{id}, revision {revision}, {approval}", "{id} 第 {revision} 版，{approval}"
)
APPROVED: Final = Text("approved", "已审批")
ASKED_OF: Final = Text("asked of {role}; answer it with Space", "由{role}回答；按空格键填写")
ASKED_OF_ANY: Final = Text("answer it with Space", "按空格键填写")
BLOCKS: Final = Text("waiting for it: {steps}", "等待它的步骤：{steps}")
UNFOLDS: Final = Text("(Right unfolds)", "（按右箭头展开）")
NO_FACTS: Final = Text("No attached playbook asks for any fact", "已关联的预案没有需要明确的要素")
NOTHING_OPEN: Final = Text("No step in it is open", "其中没有待办步骤")
