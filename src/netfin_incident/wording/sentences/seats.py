"""Sentences about roles and handovers."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.sentences.teller import REASON, Teller

SeatEvent = (
    e.RoleAssigned | e.RoleReleased | e.HandoverOffered | e.HandoverAccepted | e.HandoverEnded
    | e.RoleTaken
)  # fmt: skip

_BRIEF: Final = Text("brief: {}", "交接说明：{}")
_BEFORE: Final = Text("before: {}", "原任：{}")


def told(teller: Teller, event: SeatEvent) -> str:
    """What `event` says."""
    role = teller.role(event.role)
    match event:
        case e.RoleAssigned(person=person):
            words = Text("Role {role} assigned to {person}", "指派 {person} 担任{role}")
            return teller.tell(words, role=role, person=person)
        case e.RoleReleased(person=person, reason=reason):
            words = Text(
                "Role {role} left by {person}, now vacant", "{person} 卸任{role}，该角色空缺"
            )
            return teller.tell(words, (REASON, reason), role=role, person=person)
        case e.HandoverOffered(to=to, brief=brief):
            words = Text("Role {role} offered to {to}", "向 {to} 提出交接{role}")
            return teller.tell(words, (_BRIEF, brief), role=role, to=to)
        case e.HandoverAccepted(person=person, before=before):
            words = Text("Role {role} handed over, accepted by {person}", "{person} 确认接任{role}")
            return teller.tell(words, (_BEFORE, before), role=role, person=person)
        case e.HandoverEnded(to=to, reason=reason):
            words = (
                Text("Handover of role {role} declined by {to}", "{to} 谢绝接任{role}")
                if teller.act.person == to
                else Text(
                    "Handover of role {role} to {to} withdrawn", "撤回向 {to} 交接{role}的提议"
                )
            )
            return teller.tell(words, (REASON, reason), role=role, to=to)
        case e.RoleTaken(person=person, before=before, reason=reason):
            words = Text("Role {role} taken over by {person}", "{person} 强制接管{role}")
            return teller.tell(words, (_BEFORE, before), (REASON, reason), role=role, person=person)
        case _:
            assert_never(event)
