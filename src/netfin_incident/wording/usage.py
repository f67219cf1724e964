"""What the program says of an option, a value or a file name it cannot use (NF-9xxx)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.authoring_sayings import REHEARSING_SAYINGS
from netfin_incident.wording.calling_usage import CALLING_USAGE
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.clock_sayings import CLOCK_USAGE_SAYINGS
from netfin_incident.wording.failpoint_sayings import FAILPOINT_SAYINGS
from netfin_incident.wording.firm_sayings import FIRM_USAGE_SAYINGS
from netfin_incident.wording.log_sayings import LOG_SAYINGS
from netfin_incident.wording.moment_sayings import MOMENT_SAYINGS
from netfin_incident.wording.notify_sayings import NOTIFY_USAGE_SAYINGS
from netfin_incident.wording.running_sayings import RUNNING_SAYINGS
from netfin_incident.wording.screen_usage import SCREEN_USAGE
from netfin_incident.wording.setting_sayings import SETTING_SAYINGS
from netfin_incident.wording.severity_sayings import SEVERITY_USAGE
from netfin_incident.wording.usage_shell import SHELL_SAYINGS
from netfin_incident.wording.usage_values import VALUE_SAYINGS
from netfin_incident.wording.warning_sayings import WARNING_USAGE
from netfin_incident.wording.watch_sayings import WATCH_SAYINGS

USAGE: Final[dict[str, Saying]] = {
    **CALLING_USAGE,
    **FAILPOINT_SAYINGS,
    **CLOCK_USAGE_SAYINGS,
    **FIRM_USAGE_SAYINGS,
    **LOG_SAYINGS,
    **MOMENT_SAYINGS,
    **NOTIFY_USAGE_SAYINGS,
    **REHEARSING_SAYINGS,
    **RUNNING_SAYINGS,
    **SCREEN_USAGE,
    **SETTING_SAYINGS,
    **SHELL_SAYINGS,
    **VALUE_SAYINGS,
    **WATCH_SAYINGS,
    **SEVERITY_USAGE,
    **WARNING_USAGE,
    "severity-is-not-priority": Saying(
        "NF-9001",
        Text("“{given}” is a priority, not a severity", "“{given}”是优先级，不是事件等级"),
        Text(
            "priorities and severities are different scales",
            "优先级与事件等级是两套尺度",
        ),
        Text(
            "Give 1, 2, 3 or 4 (also sev2, S2, II, 重大); 1 is the worst",
            "请输入 1、2、3 或 4（也可写 sev2、S2、II、重大）；1 为最高",
        ),
    ),
    "severity-unknown": Saying(
        "NF-9002",
        Text("“{given}” is not a severity", "“{given}”不是事件等级"),
        Text("there are four, 1 (worst) to 4", "等级共四级，1 最高，4 最低"),
        Text(
            "Give 1, 2, 3 or 4 (also sev2, S2, II, 重大)",
            "请输入 1、2、3 或 4（也可写 sev2、S2、II、重大）",
        ),
    ),
    "language-unknown": Saying(
        "NF-9003",
        Text("“{given}” is not a language of this program", "本程序没有“{given}”这种语言"),
        Text("it speaks en, zh-Hans and zh-Hant", "支持 en、zh-Hans 与 zh-Hant"),
        Text("Try --lang zh-Hans", "请用 --lang zh-Hans"),
    ),
}
