"""The words of what is filled in beforehand: the brief of a handover, an update to an audience."""

from typing import Final

from netfin_incident.domain.text import Text

STANDS: Final = Text(
    "{id} {title}: {severity}, {status} for {span}",
    "{id} {title}：{severity}，{status}，已历时 {span}",
)
STEPS_OPEN: Final = Text("Steps open: {steps}", "待办步骤：{steps}")
STEPS_DONE: Final = Text("Done: {steps}", "已完成：{steps}")
TASKS_OPEN: Final = Text("Tasks open: {tasks}", "未了任务：{tasks}")
TASK: Final = Text("{who} {what} by {due}", "{who} {what}（{due} 前）")
DUE_NEXT: Final = Text("Due next: {deadlines}", "最近时限：{deadlines}")
DUE: Final = Text("{what} {due}", "{what} {due}")
MEASURES: Final = Text("Temporary measures in force: {measures}", "生效中的临时措施：{measures}")
ROLES: Final = Text("Roles: {roles}", "角色：{roles}")
ROLE: Final = Text("{role} {person}", "{role} {person}")
VACANT: Final = Text("Vacant: {roles}", "空缺：{roles}")
DECISIONS: Final = Text("Decisions on record: {count}", "已登记决策：{count} 项")
CONDITIONS: Final = Text("Conditions: {text}", "现状：{text}")
ACTIONS: Final = Text("Actions: {text}", "措施：{text}")
NEEDS: Final = Text("Needs: {text}", "需要：{text}")
NOTHING: Final = Text("none", "无")
JOINT: Final = Text("; ", "；")
LIST: Final = Text("; ", "；")
