"""Refusals about roles and handovers (NF-1041 to NF-1059)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

SEAT_REFUSALS: Final[dict[str, Saying]] = {
    "role-unknown": Saying(
        "NF-1041",
        Text("No role is called “{role}” here", "这里没有名为“{role}”的角色"),
        Text("the roles are: {roles}", "可用角色：{roles}"),
        Text(
            "{did_you_mean}Press r to see them, or: netfin-incident assign ID ROLE PERSON",
            "{did_you_mean}请按 r 查看，或执行 netfin-incident assign ID ROLE PERSON",
        ),
    ),
    "role-vacant": Saying(
        "NF-1042",
        Text("Nobody holds {role}", "角色 {role} 无人担任"),
        Text("only a role that is held can be passed on or left", "有人担任的角色才能交接或卸任"),
        Text(
            "Fill it: netfin-incident assign ID {role} PERSON",
            "请先指派：netfin-incident assign ID {role} PERSON",
        ),
    ),
    "role-held": Saying(
        "NF-1043",
        Text("{role} cannot be assigned", "不能指派角色 {role}"),
        Text("{holder} holds it", "现由 {holder} 担任"),
        Text(
            "Hand it over: netfin-incident handover ID {role} --to PERSON --brief TEXT; if {holder} cannot be reached, press i or: netfin-incident take-command ID --role {role} --reason TEXT",
            "请办理交接：netfin-incident handover ID {role} --to PERSON --brief TEXT；联系不上 {holder} 时，请按 i 或执行 netfin-incident take-command ID --role {role} --reason TEXT",
        ),
    ),
    "handover-to-holder": Saying(
        "NF-1044",
        Text("{role} cannot be handed over to {person}", "不能把 {role} 交接给 {person}"),
        Text("{person} holds it already", "{person} 正在担任该角色"),
        Text(
            "Name another person: netfin-incident handover ID {role} --to PERSON --brief TEXT",
            "请另选人员：netfin-incident handover ID {role} --to PERSON --brief TEXT",
        ),
    ),
    "handover-not-yours": Saying(
        "NF-1045",
        Text("{person} cannot hand over {role}", "{person} 不能交接角色 {role}"),
        Text(
            "{holder} holds it; only the holder and the commander may offer it",
            "该角色由 {holder} 担任，只有本人和现场指挥可以提出交接",
        ),
        Text(
            "Ask {holder}, or take it: netfin-incident take-command ID --role {role} --reason TEXT",
            "请联系 {holder}，或强制接管：netfin-incident take-command ID --role {role} --reason TEXT",
        ),
    ),
    "handover-none": Saying(
        "NF-1046",
        Text("There is no handover of {role} to answer", "角色 {role} 没有待答复的交接"),
        Text(
            "none was offered, or it was answered or withdrawn since",
            "没有提出过交接，或已被答复、撤回",
        ),
        Text(
            "Offer one: netfin-incident handover ID {role} --to PERSON --brief TEXT",
            "请提出交接：netfin-incident handover ID {role} --to PERSON --brief TEXT",
        ),
    ),
    "handover-for-another": Saying(
        "NF-1047",
        Text(
            "{person} cannot answer the handover of {role}", "{person} 不能答复角色 {role} 的交接"
        ),
        Text("it was offered to {to}", "该交接是向 {to} 提出的"),
        Text(
            "Let {to} answer it; on their word: netfin-incident handover ID {role} --accept --behalf-of {to} --basis phone",
            "请由 {to} 答复；经其授权可执行 netfin-incident handover ID {role} --accept --behalf-of {to} --basis phone",
        ),
    ),
    "duties-conflict": Saying(
        "NF-1048",
        Text("{person} cannot also take {role}", "{person} 不能兼任 {role}"),
        Text(
            "{person} holds {held}, and the playbook keeps these duties apart",
            "{person} 已担任 {held}，按预案与该角色为不相容岗位",
        ),
        Text(
            "Choose another person; if there is nobody, add --break-glass REASON, to be reviewed within 24 hours",
            "请另选人员；确无他人时可加 --break-glass REASON（紧急授权，24 小时内复核）",
        ),
    ),
}
