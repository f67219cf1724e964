"""What the command line says about adopting and approving: its parameters, then its answers."""

from typing import Final

from netfin_incident.domain.text import Text

WHAT: Final = Text("playbook id, or a file", "预案标识或文件")
START: Final = Text(
    "from when it counts: 2026-12-01 (its first moment), now, a time; at once if left out",
    "生效时间：2026-12-01（当日零时）、now 或具体时间；不填时立即生效",
)
DOCUMENT: Final = Text("number of the document that approved it", "审批文件的文号")
AUTHOR: Final = Text("who wrote it; whoever adopted it if left out", "编制人；不填时为采用人")
HASH: Final = Text(
    "the version by the first digits of its hash; the newest if left out",
    "以摘要前若干位指明版本；不填时为最新采用的版本",
)
LISTED_AT: Final = Text(
    "what was in force then: 2026-11-24 (its first moment), or a time",
    "当时生效的版本：2026-11-24（当日零时）或具体时间",
)
SHOWN_AT: Final = Text("the version in force then, not the file", "显示当时生效的版本而非文件")
EXPORT_PLAYBOOK: Final = Text("only what was adopted of this playbook", "只导出此预案的采用记录")

NOT_APPROVED_YET: Final = Text(
    "version not approved yet: let another person run netfin-incident playbook approve {id} --document NO",
    "该版本尚未审批：请由他人执行 netfin-incident playbook approve {id} --document NO",
)
APPROVED_ALONE: Final = Text(
    "approved alone (break-glass): within 24 hours another person runs netfin-incident playbook approve {id} --document NO",
    "单人审批（紧急授权）：须由他人在 24 小时内执行 netfin-incident playbook approve {id} --document NO",
)
SAME_REVISION: Final = Text(
    "the text is another one, but still calls itself revision {revision}; count it up next time",
    "文本已变更，但版次仍为 {revision}；下次请递增",
)
FILE_DIFFERS: Final = Text(
    "the file as it is now is another text than the version approved",
    "现有文件与所审批的版本不同",
)
NOTHING_IN_FORCE: Final = Text("nothing was in force at {moment}", "{moment} 时没有生效的预案版本")

ADOPTED_BY: Final = Text("adopted by {person} {moment}", "采用：{person} {moment}")
IN_FORCE_FROM: Final = Text("in force from {moment}", "{moment} 起生效")
APPROVED_BY: Final = Text("approved by {person}, {document}", "审批：{person}，文号 {document}")
APPROVED_BY_ONE: Final = Text(
    "approved alone (break-glass) by {person}, {document}",
    "单人审批（紧急授权）：{person}，文号 {document}",
)
UNAPPROVED: Final = Text("version not approved", "未经审批版本")

FILE_NOT_ADOPTED: Final = Text("not adopted", "未采用")
FILE_IN_FORCE: Final = Text("in force", "生效中")
FILE_DIFFERS_FROM: Final = Text(
    "differs from the adopted r{revision} ({digits})", "与已采用的 r{revision}（{digits}）不同"
)
FILE_UNKNOWN: Final = Text("record not readable", "日志不可读")
