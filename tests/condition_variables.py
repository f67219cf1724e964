"""One variable of every kind, as a playbook would declare them."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.playbook import Choice, Variable, VariableKind
from netfin_incident.domain.text import Text

CAUSES: Final = (
    Choice("upstream", Text("upstream failure", "上游故障")),
    Choice("network", Text("network fault", "网络故障")),
    Choice("change", Text("变更", "变更")),
)

_ALL: Final = (
    Variable("backup", VariableKind.FLAG, Text("backup channel usable", "备用通道可用")),
    Variable("frozen", VariableKind.FLAG, Text("changes frozen", "变更已冻结")),
    Variable("rate", VariableKind.NUMBER, Text("the success rate", "成功率")),
    Variable("share", VariableKind.PERCENT, Text("the share affected", "受影响占比")),
    Variable("count", VariableKind.NUMBER, Text("the number of orders", "订单笔数")),
    Variable("loss", VariableKind.MONEY, Text("the loss", "损失金额")),
    Variable("limit", VariableKind.MONEY, Text("the limit", "限额")),
    Variable("eta", VariableKind.DURATION, Text("the operator's estimate", "通道方预计恢复时间")),
    Variable("rto", VariableKind.DURATION, Text("the recovery target", "恢复时限")),
    Variable("partner", VariableKind.TEXT, Text("the partner", "合作方")),
    Variable("cause", VariableKind.CHOICE, Text("the cause", "故障原因"), choices=CAUSES),
    Variable("systems", VariableKind.LIST, Text("the list of systems", "受影响系统")),
    Variable("typed", VariableKind.FLAG, Text("预案启动", "预案启动")),
)
VARIABLES: Final[Mapping[str, Variable]] = {variable.id: variable for variable in _ALL}
