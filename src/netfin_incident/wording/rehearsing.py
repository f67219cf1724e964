"""What `playbook rehearse` says: the options, the lines of each act, the prompts, the summary."""

from typing import Final

from netfin_incident.domain.text import Text

SEVERITY: Final = Text(
    "the severity to rehearse at; 2 if left out", "预演所用的事件等级；不填时为 2"
)
CHOOSE: Final = Text(
    "the option of a decision, or again/enough after a round; may be repeated",
    "决策所选方案，或循环后的 again/enough；可多次给出",
)
SET: Final = Text(
    "a fact that is known from the start; may be repeated", "一开始就已明确的要素；可多次给出"
)
FAIL: Final = Text(
    "a step that fails the first time; may be repeated", "首次未成功的步骤；可多次给出"
)
ALONE: Final = Text("one person does everything", "由一人完成全部步骤")
DRILL: Final = Text("as in a drill", "按演练方式进行")
YES: Final = Text("ask nothing; walk it to the end", "不再询问，直接走完")

HEADING: Final = Text("Rehearsal of {id} r{revision}: {name}", "预演 {id} 第 {revision} 版：{name}")
PREMISES: Final = Text(
    "severity {severity}, {players}, {mode}; nothing is recorded, sent or run",
    "事件等级 {severity}，{players}，{mode}；不登记、不发送、不执行任何操作",
)
A_TEAM: Final = Text("a full team", "人员齐备")
ONE_PERSON: Final = Text("one person alone", "单人处置")
AS_LIVE: Final = Text("as if it were real", "按真实事件进行")
AS_DRILL: Final = Text("as in a drill", "按演练方式进行")

BY_ROLE: Final = Text("[{role}] {said}", "[{role}] {said}")
WOULD_TELL: Final = Text("would tell {audience}", "将告知{audience}")
WOULD_TELL_BY: Final = Text(
    "would tell {audience} (channel: {channel})", "将告知{audience}（渠道：{channel}）"
)
WOULD_REPORT: Final = Text("would send to {recipient}: {kind}", "将报送{recipient}：{kind}")
WOULD_REPORT_CLOCK: Final = Text(
    "would send to {recipient}: {kind} (clock {clock})", "将报送{recipient}：{kind}（时限 {clock}）"
)
WOULD_RUN: Final = Text("would run: {line} (not run)", "将执行：{line}（未执行）")
RUN_RISK: Final = Text("risk: {risk}", "风险：{risk}")
RUN_UNDO: Final = Text("to take it back: {undo}", "撤销办法：{undo}")
ROUND_BEGINS: Final = Text("Step {step}: round {round} begins", "步骤 {step}：开始第 {round} 轮")
NOT_ON_SHELF: Final = Text(
    "playbook {playbook} is not among the playbooks", "预案库中没有 {playbook}"
)
STUCK: Final = Text("It goes no further than step {step}", "止于步骤 {step}，无法继续")

SUMMARY: Final = Text("Summary", "小结")
DONE: Final = Text("done ({count})", "已完成（{count}）")
SKIPPED: Final = Text("skipped ({count})", "已跳过（{count}）")
FAILED: Final = Text("failed ({count})", "未成功（{count}）")
AWAY: Final = Text("not applicable ({count})", "不适用（{count}）")
OPEN: Final = Text("still open ({count})", "尚未完成（{count}）")
MILESTONES: Final = Text("milestones", "里程碑")
FACTS: Final = Text("facts", "要素")
FACT: Final = Text("{name}: {value}", "{name}：{value}")
ASKED: Final = Text("{name}: to be said", "{name}：待填写")
ASSUMED: Final = Text("{name}: {value} (assumed)", "{name}：{value}（假定）")
BUSY: Final = Text("acts by role", "各角色动作数")
COUNT: Final = Text("{role} {count}", "{role} {count}")
NONE: Final = Text("none", "无")

UNPLAYED: Final = Text(
    "Not played of what was asked for ({count})", "所给条件中未用上的（{count}）"
)
UNPLAYED_ONE: Final = Text("{option} {given}: {why}", "{option} {given}：{why}")
UNPLAYED_WHY: Final = Text("{said}: {because}", "{said}：{because}")
STEP_AWAY: Final = Text("the step does not apply on this way", "按此走法，该步骤不适用")
STEP_NOT_REACHED: Final = Text("the step was not reached", "未走到该步骤")
STEP_OTHERWISE: Final = Text("the step went otherwise", "该步骤以其他方式完成")
OPTION_CLOSED: Final = Text("the option cannot be chosen", "该选项不可选")
FACT_CHANGED: Final = Text("the fact was said otherwise on the way", "该要素途中被改为其他值")

KEYS: Final = Text(
    "[Enter] done  s skip  f fail  j jump  o option or answers  q quit",
    "[回车] 完成  s 跳过  f 未成功  j 跳转  o 选项或回答  q 退出",
)
CHOOSE_ONE: Final = Text("Option ({options}):", "选项（{options}）：")
ANSWER: Final = Text("{name} ({kind}):", "{name}（{kind}）：")
ANSWER_OF: Final = Text("{name} ({choices}):", "{name}（{choices}）：")
WHY: Final = Text("Reason:", "原因：")
JUMP_TO: Final = Text("Step ({steps}):", "步骤（{steps}）：")
NOT_OPEN: Final = Text("That step cannot be taken now", "该步骤现在不能执行")
NOT_A_KEY: Final = Text("Press one of the keys named above", "请按以上所列按键之一")
QUIT: Final = Text("Left before the end", "未走完即退出")
ENDED: Final = Text("Nothing is left to do", "已无待办步骤")
SUGGESTED: Final = Text("suggested: {option}", "建议：{option}")
ASKED_FIRST: Final = Text("to be known first: {names}", "须先明确：{names}")
