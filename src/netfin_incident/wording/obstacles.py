"""What stands in the way of ending an incident, as sentences: what is open, and what settles it."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.incident.checklist import Obstacle, ObstacleKind
from netfin_incident.domain.text import Text

_SENTENCES: Final[Mapping[ObstacleKind, Text]] = {
    ObstacleKind.FUNDS_UNKNOWN: Text(
        "funds: say whether money was touched — netfin-incident status ID resolved --funds none|touched",
        "资金：请说明是否涉及资金——netfin-incident status ID resolved --funds none|touched",
    ),
    ObstacleKind.BOOKS_OPEN: Text(
        "funds: the books do not agree yet — netfin-incident funds ID touched --reconciled --count N, or --reason TEXT",
        "资金：账目尚未对平——netfin-incident funds ID touched --reconciled --count N，或用 --reason TEXT 说明原因",
    ),
    ObstacleKind.REQUIRED_STEP_OPEN: Text(
        "step {id}: it is required — netfin-incident step ID {id}, or --skip REASON --second PERSON",
        "步骤 {id}：此步必做——netfin-incident step ID {id}，或用 --skip REASON --second PERSON 跳过",
    ),
    ObstacleKind.HANDOVER_PENDING: Text(
        "handover of {id}: nobody has answered it — netfin-incident handover ID {id} --accept, or --withdraw REASON",
        "角色 {id} 的交接：尚未答复——netfin-incident handover ID {id} --accept，或用 --withdraw REASON 撤回",
    ),
    ObstacleKind.TASK_OPEN: Text(
        "task {id}: it is open — netfin-incident task ID {id} --done, or --fail REASON",
        "限时任务 {id}：尚未了结——netfin-incident task ID {id} --done，或用 --fail REASON",
    ),
    ObstacleKind.MESSAGE_UNSENT: Text(
        "message {id}: it was not sent — netfin-incident message ID {id} --sent, or --failed NOTE",
        "消息 {id}：尚未发出——netfin-incident message ID {id} --sent，或用 --failed NOTE",
    ),
    ObstacleKind.REPORT_UNSENT: Text(
        "upward report {id}: it was not sent — netfin-incident reported ID {id} --sent now",
        "报送 {id}：尚未报出——netfin-incident reported ID {id} --sent now",
    ),
    ObstacleKind.REVIEW_OWED: Text(
        "entry #{id}: a break-glass awaits another person's review — netfin-incident confirm ID {id}",
        "第 {id} 条记录：紧急授权待他人复核——netfin-incident confirm ID {id}",
    ),
    ObstacleKind.SECOND_UNCONFIRMED: Text(
        "entry #{id}: its second person has not confirmed yet — netfin-incident confirm ID {id}",
        "第 {id} 条记录：第二人尚未确认——netfin-incident confirm ID {id}",
    ),
    ObstacleKind.EVIDENCE_MISSING: Text(
        "step {id}: its evidence is missing — netfin-incident evidence ID NAME --file FILE --step {id}",
        "步骤 {id}：必需证据未登记——netfin-incident evidence ID NAME --file FILE --step {id}",
    ),
    ObstacleKind.MEASURE_IN_FORCE: Text(
        "measure {id}: it was temporary and is still in force — netfin-incident measure ID {id} --lift",
        "临时措施 {id}：仍在生效——netfin-incident measure ID {id} --lift",
    ),
}


def obstacle_sentence(obstacle: Obstacle) -> Text:
    """What is open, and the command that settles it."""
    return _SENTENCES[obstacle.kind].format(id=obstacle.id)
