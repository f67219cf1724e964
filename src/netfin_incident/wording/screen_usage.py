"""What the terminal says of a key that has nothing to act on (NF-9241)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

SCREEN_USAGE: Final[dict[str, Saying]] = {
    "call-to-nobody": Saying(
        "NF-9241",
        Text("No call can be recorded here", "此处无法登记电话结果"),
        Text("no person is selected in the calls", "没有在呼叫栏中选中人员"),
        Text(
            "Press 5 and choose a person, then 7, 8 or 9; or type netfin-incident call ID PERSON",
            "请按 5 并选中人员，再按 7、8 或 9；也可输入 netfin-incident call ID PERSON",
        ),
    ),
}
