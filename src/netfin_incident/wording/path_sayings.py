"""What `playbook paths` says of the ways through a playbook, and of the walks that went them."""

from typing import Final

from netfin_incident.domain.playbook import Plan, Step
from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Phrase, filled

WHAT: Final = Text(
    "playbook ids or files; all playbooks if left out", "预案标识或文件；不填时走查全部预案"
)
TEAM: Final = Text("a full team", "人员齐备")
ALONE: Final = Text("one person alone", "单人处置")
COUNTED: Final = Text(
    "{players}: {gone} of {ways} ways gone in {walks} walks",
    "{players}：{walks} 次走查，覆盖 {gone}/{ways} 条路径",
)
LEFT_OUT: Final = Text(
    "stopped after {walks} walks; {count} ways were not tried",
    "走查 {walks} 次后停止；{count} 条路径未尝试",
)
NOT_GONE: Final = Text("no walk goes this way: {way}", "走不到的路径：{way}")
UNSOUND: Final = Text("walk for {way}: {what}", "走查“{way}”：{what}")
STUCK: Final = Text("it goes no further than “{step}”", "止于“{step}”，无法继续")
STUCK_BECAUSE: Final = Text(
    "it goes no further than “{step}” ({why})", "止于“{step}”，无法继续（{why}）"
)
NO_MILESTONE: Final = Text("it reaches no milestone", "未到达任何里程碑")
UNSTAFFED: Final = Text("nobody holds {roles}", "无人担任 {roles}")

_STRAIGHT: Final = Text("straight through", "自始至终")
_BY_FORK: Final = {
    "option": Text("“{}”, decided as “{}”", "“{}”决定为“{}”"),
    "arm": Text("“{}”, through “{}”", "“{}”走“{}”"),
}
_BY_TAKEN: Final = {
    "yes": Text("“{}” comes up", "“{}”适用"),
    "no": Text("“{}” does not come up", "“{}”不适用"),
    "again": Text("“{}”, another round", "“{}”再来一轮"),
    "enough": Text("“{}” comes to its end", "“{}”结束"),
    "failed": Text("“{}” does not succeed", "“{}”未成功"),
}


def way_said(plan: Plan, fork: str, step_id: str, taken: str) -> Text:
    """One way through `plan`, as words."""
    step = plan.step(step_id)
    if step is None:
        return _STRAIGHT
    if fork in _BY_FORK:
        return filled(_BY_FORK[fork], step_said(step), _branch(step, taken))
    return filled(_BY_TAKEN[taken], step_said(step))


def step_said(step: Step) -> Text:
    """A step by its id and its title."""
    title = step.title
    return Phrase(
        f"{step.id}: {title.en}",
        f"{step.id}：{title.zh}",
        (Text(f"{step.id}: ", f"{step.id}："), title),
    )


def _branch(step: Step, branch_id: str) -> Text:
    return next(
        (one.name for one in step.options if one.id == branch_id), Text(branch_id, branch_id)
    )
