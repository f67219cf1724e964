"""What the program says where a command names what the roster does not have (NF-2446 to NF-2448)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

ROSTER_LOOKUP_SAYINGS: Final[dict[str, Saying]] = {
    "roster-called-unknown": Saying(
        "NF-2446",
        Text("The roster knows nothing called “{given}”", "值班表中没有“{given}”"),
        Text("the nearest or all of those known: {choices}", "相近或现有的名称：{choices}"),
        Text(
            "See them all: netfin-incident roster show",
            "查看全部：netfin-incident roster show",
        ),
    ),
    "roster-no-such-rotation": Saying(
        "NF-2447",
        Text("The roster has no rotation “{given}”", "值班表中没有轮值“{given}”"),
        Text("the nearest or all of those known: {choices}", "相近或现有的轮值：{choices}"),
        Text(
            "See them all: netfin-incident roster show",
            "查看全部：netfin-incident roster show",
        ),
    ),
    "roster-absent": Saying(
        "NF-2448",
        Text("There is no roster", "没有值班表"),
        Text("none was adopted, and there is no file {path}", "尚未采用，也没有文件 {path}"),
        Text(
            "Write it there, or name another file with --roster PATH; docs/roster.md has an example",
            "请在此处编写，或用 --roster PATH 指定其他文件；示例见 docs/roster.md",
        ),
    ),
}
