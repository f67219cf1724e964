"""Refusals about warnings (NF-1211 to NF-1215)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

WARNING_REFUSALS: Final[dict[str, Saying]] = {
    "warning-over": Saying(
        "NF-1211",
        Text("{id} is over", "{id} 已结束"),
        Text("it stands as: {standing}", "当前状态：{standing}"),
        Text(
            "Notes can still be added: netfin-incident warning note {id} TEXT",
            "仍可补充处置记录：netfin-incident warning note {id} 内容",
        ),
    ),
    "warning-accepted-past": Saying(
        "NF-1212",
        Text("A warning cannot be accepted until {until}", "预警不能接受到 {until}"),
        Text("that is not ahead of {now}", "该时刻不晚于 {now}"),
        Text("Give a moment ahead: --until +2h", "请给出将来的时刻：--until +2h"),
    ),
    "warning-accepted-too-long": Saying(
        "NF-1213",
        Text("A warning cannot be accepted until {until}", "预警不能接受到 {until}"),
        Text("it may be borne for {longest} days at most", "最多接受 {longest} 天"),
        Text(
            "Give an earlier moment with --until, and accept it again then",
            "请用 --until 给出更早的时刻，届时再次接受",
        ),
    ),
    "warning-measured-otherwise": Saying(
        "NF-1214",
        Text(
            "{id} was raised when {indicator} was measured in another way",
            "{id} 发出时，{indicator} 的计量方式与现在不同",
        ),
        Text(
            "unit, currency or operator have changed in the file of indicators",
            "监测指标文件中的单位、币种或比较方式已改变",
        ),
        Text(
            "Close it first: netfin-incident warning close {id} --note TEXT",
            "请先关闭：netfin-incident warning close {id} --note 内容",
        ),
    ),
    "warning-is-incident": Saying(
        "NF-1215",
        Text("{id} is an incident already", "{id} 已转为事件"),
        Text("it became {incident}", "对应事件 {incident}"),
        Text("See it: netfin-incident show {incident}", "查看：netfin-incident show {incident}"),
    ),
}
