"""Refusals about adopting and approving definitions (NF-1121 to NF-1139)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

DEFINITION_REFUSALS: Final[dict[str, Saying]] = {
    "definition-not-adopted": Saying(
        "NF-1121",
        Text("No version of {id} is on record", "没有 {id} 的采用记录"),
        Text("it was never adopted", "该预案从未采用"),
        Text(
            "See what there is: netfin-incident playbook list; then: netfin-incident playbook adopt {id}",
            "查看现有预案：netfin-incident playbook list；采用：netfin-incident playbook adopt {id}",
        ),
    ),
    "effective-too-early": Saying(
        "NF-1122",
        Text("{id} cannot be in force from {effective}", "{id} 不能自 {effective} 起生效"),
        Text(
            "the version before it was adopted at {before}, and what was in force until then is on record",
            "前一版本于 {before} 采用，此前生效的版本已记录在案",
        ),
        Text(
            "Leave --from out, or give a later moment: netfin-incident playbook adopt {id} --from TIME",
            "请不填 --from，或填写更晚的时间：netfin-incident playbook adopt {id} --from TIME",
        ),
    ),
    "document-missing": Saying(
        "NF-1123",
        Text("{id} was not approved", "未登记 {id} 的审批"),
        Text(
            "an approval names the document in which it was decided",
            "审批须写明作出决定的文件文号",
        ),
        Text(
            "Give its number: netfin-incident playbook approve {id} --document NO",
            "请填写文号：netfin-incident playbook approve {id} --document NO",
        ),
    ),
    "approver-not-apart": Saying(
        "NF-1124",
        Text("{person} cannot approve {id}", "{person} 不能审批 {id}"),
        Text(
            "{person} wrote or adopted this version, and another person has to approve it",
            "{person} 编制或采用了该版本，须由他人审批",
        ),
        Text(
            "Let another person run netfin-incident playbook approve {id} --document NO; if there is nobody, add --break-glass REASON",
            "请由他人执行 netfin-incident playbook approve {id} --document NO；确无他人时可加 --break-glass REASON（紧急授权）",
        ),
    ),
    "version-not-adopted": Saying(
        "NF-1125",
        Text("{id} was not approved", "未登记 {id} 的审批"),
        Text(
            "no one adopted version has a hash that begins with “{given}”; adopted are: {known}",
            "没有唯一的已采用版本以“{given}”开头；已采用：{known}",
        ),
        Text(
            "Give at least eight digits, or leave --hash out for the newest: netfin-incident playbook approve {id} --document NO --hash HASH",
            "请给出至少八位，或不填 --hash 以审批最新版本：netfin-incident playbook approve {id} --document NO --hash HASH",
        ),
    ),
    "nothing-in-force": Saying(
        "NF-1126",
        Text("No version of {id} was in force at {moment}", "{moment} 时 {id} 没有生效的版本"),
        Text("the first one is in force from {first}", "首个版本自 {first} 起生效"),
        Text(
            "Give a later moment, or see them all: netfin-incident playbook history {id}",
            "请填写更晚的时间，或查看全部：netfin-incident playbook history {id}",
        ),
    ),
}
