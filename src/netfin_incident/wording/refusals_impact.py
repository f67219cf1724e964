"""Refusals about what is said of the impact (NF-1201 to NF-1202)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

IMPACT_REFUSALS: Final[dict[str, Saying]] = {
    "impact-question-unknown": Saying(
        "NF-1201",
        Text("There is no question “{given}”", "没有“{given}”这个问题"),
        Text("the questionnaire has a fixed set of questions", "问卷的问题是固定的"),
        Text(
            "{did_you_mean}See them all: netfin-incident severity criteria",
            "{did_you_mean}查看全部：netfin-incident severity criteria",
        ),
    ),
    "impact-unread": Saying(
        "NF-1202",
        Text("“{given}” is no answer for {question}", "“{given}”不能作为 {question} 的答复"),
        Text("it is of another kind", "类型不符"),
        Text(
            "See what it takes: netfin-incident severity criteria",
            "查看应填内容：netfin-incident severity criteria",
        ),
    ),
}
