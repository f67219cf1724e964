"""The words of reports that are not labels of the domain: metrics, remarks in tables, integrity."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Language, say

METRIC_NAMES: Final = {
    "time_to_detect": Text("Time to detect", "发现用时"),
    "time_to_declare": Text("Time to declare", "接报用时"),
    "time_to_acknowledge": Text("Time to acknowledge", "确认接报用时"),
    "time_to_activate": Text("Time to activate", "启动响应用时"),
    "time_to_report": Text("Time to first upward report", "首次报送用时"),
    "time_to_contain": Text("Time to contain", "控制用时"),
    "time_to_recover": Text("Time to recover", "恢复用时"),
    "time_affected": Text("Service affected for", "业务受影响时长"),
    "time_to_reconcile": Text("Time to reconcile", "对账平用时"),
    "time_to_resolve": Text("Time to resolve", "应急结束用时"),
}

TENURE_BEGUN: Final = {
    "assigned": Text("assigned by {by}", "由 {by} 指派"),
    "handed_over": Text("handed over by {before}", "由 {before} 交接"),
    "taken": Text("taken over by force: {reason}", "强制接管：{reason}"),
}
TENURE_ENDED: Final = {
    "assigned": Text("given to another", "改派他人"),
    "handed_over": Text("handed over", "已交接"),
    "taken": Text("taken over by another", "被他人接管"),
    "released": Text("left", "卸任"),
    "released_because": Text("left: {reason}", "卸任：{reason}"),
}
OUTCOMES: Final = {
    "waiting": Text("not answered yet", "尚未答复"),
    "accepted": Text(
        "accepted {at}, after {span} (entry {entry})", "{at} 接任，历时 {span}（第 {entry} 条）"
    ),
    "declined": Text(
        "declined {at} (entry {entry}): {reason}", "{at} 谢绝（第 {entry} 条）：{reason}"
    ),
    "withdrawn": Text(
        "withdrawn {at} (entry {entry}): {reason}", "{at} 撤回（第 {entry} 条）：{reason}"
    ),
    "overtaken": Text(
        "overtaken {at} (entry {entry})", "{at} 因角色另行变动而失效（第 {entry} 条）"
    ),
}

MARKS: Final = {
    "late_entry": Text("late entry, written down {at}", "补记，记录于 {at}"),
    "corrected": Text("corrected by entry {entry}: {text}", "已由第 {entry} 条更正：{text}"),
    "time_corrected": Text(
        "time corrected by entry {entry}, was {at}", "时间已由第 {entry} 条更正，原为 {at}"
    ),
    "break_glass": Text("break-glass", "紧急授权"),
    "on_behalf": Text(
        "written by {by} on behalf of {person}, {basis}", "由 {by} 代 {person} 登记，{basis}"
    ),
    "asserted": Text("name as asserted", "自报身份"),
    "unconfirmed": Text("not confirmed yet", "尚未确认"),
    "late_by": Text("late by {span}", "超时 {span}"),
    "overdue_by": Text("OVERDUE by {span}", "已超时 {span}"),
    "due_in": Text("due in {span}", "还有 {span}"),
    "early": Text("{span} before it was due", "早于时限 {span}"),
    "in_time": Text("in time", "按时"),
    "ahead": Text("before its turn", "先于顺序执行"),
    "holding": Text("still holds", "在任"),
    "to_the_end": Text("to the end", "至事件结束"),
    "entry": Text("entry {entry}", "第 {entry} 条"),
    "so_far": Text("{span} so far", "已 {span}"),
    "out_of_order": Text("OUT OF ORDER", "时序颠倒"),
    "unapproved": Text("version not approved", "未经审批版本"),
    "approved": Text("approved version", "已审批版本"),
    "required": Text("required", "必做"),
    "second": Text("second person: {person}", "第二人：{person}"),
    "passing": Text("pass {count}", "第 {count} 次"),
    "yes": Text("yes", "是"),
    "no": Text("no", "否"),
    "evidence": Text("evidence {ids}", "证据 {ids}"),
    "lacks_evidence": Text("REQUIRED EVIDENCE MISSING", "必需证据缺失"),
    "withdrawn": Text("not owed: {reason}", "无需报送：{reason}"),
    "first_due": Text("limit changed, first {at}", "时限曾变更，原为 {at}"),
    "lacks_approval": Text("sent without an approval recorded here", "发出前未登记审批"),
    "size": Text("{size} bytes", "{size} 字节"),
    "person": Text("{name} ({person})", "{name}（{person}）"),
    "named": Text("{name} ({id})", "{name}（{id}）"),
    "report_sent": Text("upward report {id} sent", "报送 {id} 报出"),
    "was_at": Text("severity {severity}", "事件等级 {severity}"),
    "person_at": Text("{person}, {at}", "{person}，{at}"),
    "activated": Text("response {level}, authorised by {person}", "启动{level}，授权人 {person}"),
}
"""Short remarks; `{…}` is filled where the remark is made."""

JOINT: Final = Text("; ", "；")
"""Between remarks."""
LIST: Final = Text(", ", "、")
"""Between names."""

INTEGRITY: Final = Text(
    "Whoever keeps the head printed here, outside the database, can find any entry up to it that was "
    "changed, removed, inserted or reordered. Without it, somebody who can write the database file "
    "could have computed the whole chain anew. The chain proves neither who sat at the keyboard nor "
    "that what was written is true.",
    "凡在数据库之外保存此处所印链首者，均可发现截至该链首的任何条目是否被改动、删除、插入或重排。若未另行保存，"
    "有权写入数据库文件者可能已重新计算整条链。哈希链既不证明键盘前是何人，也不证明所记内容属实。",
)


def remark(mark: str, language: Language, **values: object) -> str:
    """A short remark; the values stand in it as they are."""
    return say(MARKS[mark], language).format(**values)
