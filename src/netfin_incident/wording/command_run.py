"""What is said before and after the command of a step is run."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

WILL_RUN: Final = Text("Will run: {line}", "将执行：{line}")
SIMULATED: Final = Text(
    "Drill: would run, and is only recorded: {line}", "演练：仅记录、不执行：{line}"
)
RISK: Final = Text("Risk: {risk}", "风险：{risk}")
UNDO: Final = Text("To take it back: {undo}", "撤销办法：{undo}")
CONFIRM: Final = Text("Run it? y/N", "确认执行？y/N")
NOT_RUN: Final = Text("Not run; nothing was recorded", "未执行，也未登记")
UNEXPECTED: Final = Text(
    "It did not go as the playbook expects; look at its output before going on",
    "结果与预案预期不符，请先查看输出再继续",
)
RISKS: Final[Mapping[str, Text]] = {
    "read": Text("it only reads", "只读"),
    "change": Text("it changes something", "变更"),
    "destroy": Text("it destroys something", "不可逆"),
}
