"""What the program says of a failpoint that it cannot arm (NF-9211 to NF-9213)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

_LEAVE_OUT: Final = Text("unset NETFIN_FAILPOINT", "请执行：unset NETFIN_FAILPOINT")

FAILPOINT_SAYINGS: Final[dict[str, Saying]] = {
    "failpoint-refused": Saying(
        "NF-9211",
        Text(
            "{variable} is set, and {path} is no test database",
            "设有 {variable}，而 {path} 不是测试数据库",
        ),
        Text(
            "a failpoint kills the program on purpose; only a database that was made for tests allows it",
            "故障点会故意终止程序；只有为测试而建的数据库才允许使用",
        ),
        _LEAVE_OUT,
    ),
    "failpoint-unknown": Saying(
        "NF-9212",
        Text("There is no failpoint “{given}”", "没有故障点“{given}”"),
        Text("these exist: {known}", "现有：{known}"),
        _LEAVE_OUT,
    ),
    "failpoint-unreadable": Saying(
        "NF-9213",
        Text("“{given}” names no failpoint and hit", "“{given}”未写明故障点与次数"),
        Text(
            "it is written NAME:HIT, with a comma between several; hits are counted from 1",
            "写法为 名称:次数，多个以逗号分隔；次数从 1 起",
        ),
        Text(
            "For instance: export NETFIN_FAILPOINT=send.after:1",
            "例如：export NETFIN_FAILPOINT=send.after:1",
        ),
    ),
}
