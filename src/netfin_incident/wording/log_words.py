"""The words by which written incident logs name their parts, in English and Chinese.

Data only: what a word means is the stored value of a section, milestone, measure or role.  Words
are matched against a label in lower case, without punctuation and without what is in brackets.
"""

from typing import Final

SECTION_WORDS: Final[dict[str, str]] = {
    "key_events": "key event|key events|key times|key dates|key timestamps|key milestones|milestones"
    "|关键事件|关键时间|关键时间点|关键节点|里程碑",
    "identified": "identified|identification|detection|detection method|how was it detected"
    "|how it was detected|how was the incident detected|trigger|发现|发现方式|发现过程",
    "impact": "impact|impacts|user impact|customer impact|business impact|impact summary"
    "|user facing impact|scope|影响|影响范围|业务影响|影响情况",
    "context": "context|background|timeline|timelines|chronology|sequence of events|what happened"
    "|events|event log|incident log|log|lead up|leadup|背景|时间线|时间轴|经过|事件经过|处置经过|处置过程",
    "resolution": "resolution|recovery|mitigation|mitigations|resolution and recovery|fix"
    "|resolution recovery|recovery and rollback|how did we fix it|处置|处置措施|解决|解决办法|恢复",
    "review": "review actions|review action|actions|action items|action item|follow up|follow ups"
    "|followups|follow up actions|next steps|corrective actions|preventive actions"
    "|preventative actions|corrective and preventative measures|lessons|lessons learned"
    "|lessons learnt|recommendations|todo|整改|整改措施|后续措施|改进措施|复盘|经验教训",
    "status": "status|incident status|current status|状态",
    "date": "date|incident date|date of incident|date time|日期|发生日期|事件日期",
    "title": "title|incident title|标题|事件名称",
    "zone": "time zone|timezone|times|时区",
}
"""Labels of sections and single fields, by what they hold."""

_SUBJECT: Final = (
    r"(?:(?:the|first|initially|initial|incident|fault|issue|problem|outage|service|services|user"
    r"|impact|error|failure|disruption|was|is|has|been|fully|finally|team|we|it|date|事件|故障|首次|业务|服务)"
    r"\s*)*"
)
_WHEN: Final = r"(?:\s*(?:at|on|time|date|timestamp|by|时间|时刻))*"

MILESTONE_WORDS: Final[dict[str, str]] = {
    milestone: f"{_SUBJECT}(?:{words}){_WHEN}"
    for milestone, words in {
        "onset": "occurs|occurred|occurrence|starts|started|start|begins|began|begun|onset|发生|开始",
        "detected": "detected|detection|start detected|identified|noticed|discovered|spotted|发现|检测到",
        "aware": "aware|became aware|made aware|informed|获知|知悉",
        "acknowledged": "acknowledged|acknowledgement|acked|接报|确认接报",
        "declared": "declared|declaration|宣布|启动",
        "contained": "contained|containment|控制|已控制",
        "recovered": "repaired|repair|mitigated|fixed|fix applied|fix deployed|restored|restoration"
        "|recovered|recovery|修复|恢复|已恢复",
        "resolved": "resolved|resolution|ends|ended|end|over|closed|解决|结束|应急结束|关闭",
    }.items()
}
"""Patterns that a whole label of a key event matches, by milestone."""

LOOSE_WORDS: Final[dict[str, str]] = {
    "resolved": r"\bresolved\b|解决",
    "recovered": r"\b(?:repaired|mitigated|restored|recovered|fixed)\b|修复|恢复",
    "contained": r"\bcontained\b|控制",
    "declared": r"\bdeclared?\b|宣布",
    "acknowledged": r"\backnowledged\b|接报",
    "detected": r"\b(?:detected|identified|noticed|discovered)\b|发现",
    "onset": r"\b(?:occur(?:s|red)|began)\b|发生",
}
"""What a longer label in the list of key events is taken for, tried in this order."""

_IS: Final = (
    r"(?:\s+(?:is|was|has|been|now|be|marked|considered|confirmed|closed|formally|fully|as))*"
)

SENTENCE_WORDS: Final[dict[str, str]] = {
    "resolved": rf"\bincident{_IS}\s+(?:declared\s+(?:as\s+)?)?resolved\b"
    r"|\bresolved\s+the\s+incident\b|\bdeclared\s+(?:the\s+)?incident\s+(?:as\s+)?(?:resolved|over)\b"
    r"|事件(?:已)?(?:解决|结束|关闭)|应急结束",
    "recovered": rf"\bincident{_IS}\s+(?:repaired|mitigated|fixed)\b"
    r"|(?:^|[.;,]\s*)(?:all\s+|full\s+)?services?\s+(?:is\s+|are\s+|was\s+|were\s+|have\s+been\s+|has\s+been\s+)?"
    r"(?:fully\s+)?restored\s*(?:$|[.;,])"
    r"|事件(?:已)?修复|业务(?:已)?恢复",
    "contained": rf"\bincident{_IS}\s+contained\b|事件(?:已)?(?:得到)?控制",
    "declared": rf"\bincident{_IS}\s+declared\b(?!\s+(?:as\s+)?(?:resolved|over|closed|repaired))"
    r"|\bdeclared\s+(?:this\s+)?(?:as\s+)?(?:a|an|the|this)?\s*(?:major\s+)?incident\b"
    r"(?!\s+(?:is\s+|as\s+)?(?:resolved|over|closed))|宣布(?:事件|启动)",
}
"""What a sentence of the timeline says of the whole incident, tried in this order."""

MEASURE_WORDS: Final[dict[str, str]] = {
    "detect": "time to detect|time to detection|detection time|发现用时|发现时长",
    "acknowledge": "time to acknowledge|time to acknowledgement|time to respond|time to response"
    "|response time|响应用时|响应时长",
    "contain": "time to contain|time to containment|控制用时",
    "repair": "time to repair|time to restore|time to restoration|time to recover|time to recovery"
    "|time to mitigate|time to mitigation|time to fix|repair time|recovery time|mttrepair"
    "|修复用时|修复时长|恢复用时|恢复时长",
    "resolve": "time to resolve|time to resolution|resolution time|time to close"
    "|解决用时|解决时长|处置用时|处置时长",
    "whole": "duration|total duration|incident duration|outage duration|duration of incident"
    "|duration of outage|downtime|total downtime|impact duration|length|ttr|mttr|持续时间|持续时长|时长",
}
"""Labels of stated durations, by what they measure; “mean” before them is ignored."""

ROLE_WORDS: Final[dict[str, str]] = {
    "leader": r"executive|executive sponsor|总指挥",
    "commander": r"ic|(?:incident )?(?:commander|lead|leader|manager|controller|coordinator)|现场指挥|指挥",
    "deputy": r"deputy|deputy (?:commander|lead)|副指挥",
    "technical": r"(?:technical|tech|ops|operations|engineering) lead|技术处置|技术负责人",
    "communications": r"(?:comms|communications?)(?: (?:lead|manager|officer))?|信息发布",
    "scribe": r"scribe|note ?taker|记录|记录员",
    "support": r"support lead|应急保障",
}
"""Names of the people in a response, by role."""

UNIT_WORDS: Final[dict[str, int]] = {
    "weeks": 604800, "week": 604800, "wks": 604800, "wk": 604800, "w": 604800, "周": 604800,
    "days": 86400, "day": 86400, "d": 86400, "天": 86400, "日": 86400,
    "hours": 3600, "hour": 3600, "hrs": 3600, "hr": 3600, "h": 3600, "个小时": 3600, "小时": 3600,
    "minutes": 60, "minute": 60, "mins": 60, "min": 60, "m": 60, "分钟": 60, "分": 60,
    "seconds": 1, "second": 1, "secs": 1, "sec": 1, "s": 1, "秒": 1,
}  # fmt: skip
"""Units of stated durations, in seconds."""

ROUGH_WORDS: Final = r"(?:~|≈|approx(?:imately|\.)?|around|about|circa|c\.|roughly|nearly|almost|over|under|大约|约|近)"
"""What makes a time or a duration a rough one."""

PARTS_OF_DAY: Final[dict[str, str]] = {
    "凌晨": "am", "清晨": "am", "早上": "am", "早晨": "am", "上午": "am", "中午": "pm",
    "下午": "pm", "傍晚": "pm", "晚上": "pm", "晚": "pm",
}  # fmt: skip
"""Parts of the day before a Chinese clock time, as halves of the day."""
HOUR_MARKS: Final = "时時点點"
MINUTE_MARK: Final = "分"
HALF_PAST: Final = "半"
DATE_MARKS: Final = "年月日"
"""What stands after year, month and day."""

DAY_SUFFIX: Final = "号"
"""What may stand after a day in place of the last of `DATE_MARKS`."""

UNTIL_WORDS: Final = r"to\b|until\b|至"
"""What parts the two ends of a range."""

AND_WORDS: Final = r"\band\b|和|及|、"
"""What joins the items of a list."""

SPAN_JOINTS: Final = r"\band\b|又|零"
"""What may stand between the parts of a duration."""

HALF_WORD: Final = "半"

HOURS_WORDS: Final = (
    r"\b(?:support|business|working|office|service|core|staffed|day|on.?call)\s+hours?\b"
    r"|工作时间|支持时间"
)
"""What introduces the business hours that a duration counts in."""

NOBODY_WORDS: Final = frozenset({"", "n/a", "na", "none", "tbc", "tbd", "-", "unknown", "无"})
"""What stands in a field that is not filled in."""

_USERS: Final = r"(?:users?|customers?|clients?|stakeholders?|tenants?)"
_THEY: Final = r"(?:users?|customers?|clients?|stakeholders?|tenants?|teams?)"

MESSAGE_WORDS: Final = (
    r"\bcomms\b(?!\s+(?:lead|team|role|manager|channel|failure|issue))"
    r"|\bcommunicat(?:ed?|ion)\b[^.]{0,40}?\b(?:to|with)\b"
    r"|\bupdates?\s+(?:was\s+|were\s+)?(?:sen[dt]|posted|shared|issued|given|provided)\b"
    r"|\b(?:sent|posted|shared|issued)\b[^.]{0,30}?\b(?:updates?|notice|announcement|comms)\b"
    rf"|\b(?:{_USERS}\s+|{_THEY}\s+(?:were|was|have\s+been)\s+)(?:were\s+|was\s+|have\s+been\s+)?"
    r"(?:updated|notified|informed|told)\b"
    r"(?!\s+(?:us|the\s+team|by))"
    r"|\b(?:notif(?:y|ied)|inform(?:ed)?|told|updated|messaged|emailed)\s+"
    rf"(?:all\s+|the\s+|our\s+|affected\s+)*{_THEY}\b"
    r"|\bannounce(?:d|ment)\b|\bstatus\s+page\b[^.]{0,30}\bupdated\b"
    r"|\bupdated\b[^.]{0,30}\bstatus\s+page\b|(?:通知|告知)(?:用户|客户)|发布公告"
)
"""What a sentence about a message sent contains."""

AUDIENCE_WORDS: Final = rf"\b{_THEY}\b|用户|客户"
"""Whom a message may be for."""

DECISION_WORDS: Final = (
    r"(?:\bdecision\s+(?:was\s+|is\s+|has\s+been\s+)?(?:made\s+|taken\s+|agreed\s+|reached\s+)?(?:to|that)\s"
    r"|\b(?:decided|agreed|chose|opted)\s+(?:to|that|on)\s|决定)\s*(?P<choice>.+)"
)
"""A sentence about a decision, with what was chosen."""

REPORT_WORDS: Final = (
    rf"\b{_THEY}\b[^.]{{0,30}}?\b(?:report(?:s|ed|ing)?|complain(?:s|ed)?)\b"
    r"|\breport(?:s|ed)?\s+(?:by|from)\s+(?:a\s+|one\s+|some\s+|several\s+)?"
    rf"{_THEY}\b|(?:用户|客户)(?:反馈|报告|投诉)"
)
"""What a sentence about users reporting the fault contains."""
