"""Refusals about playbooks and their steps (NF-1061 to NF-1079)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

STEP_REFUSALS: Final[dict[str, Saying]] = {
    "no-playbook": Saying(
        "NF-1061",
        Text("{id} has no steps", "{id} 没有处置步骤"),
        Text("no playbook is attached to it", "尚未关联处置预案"),
        Text(
            "Choose one with netfin-incident playbook list, then: netfin-incident attach {id} PLAYBOOK",
            "请用 netfin-incident playbook list 选择，再执行 netfin-incident attach {id} PLAYBOOK",
        ),
    ),
    "playbook-attached": Saying(
        "NF-1062",
        Text("Playbook {playbook} cannot be attached again", "预案 {playbook} 不能重复关联"),
        Text("it is attached, and its version stays fixed", "它已关联，且版本已固定"),
        Text(
            "To do a step over: netfin-incident step ID STEP --reopen REASON",
            "要重做某一步骤，请执行 netfin-incident step ID STEP --reopen REASON",
        ),
    ),
    "playbook-not-attached": Saying(
        "NF-1063",
        Text("Playbook {playbook} is not attached here", "这里没有关联预案 {playbook}"),
        Text("attached are: {known}", "已关联：{known}"),
        Text(
            "Attach it: netfin-incident attach ID {playbook}",
            "请关联：netfin-incident attach ID {playbook}",
        ),
    ),
    "step-unknown": Saying(
        "NF-1064",
        Text("No step is called “{step}” here", "这里没有名为“{step}”的步骤"),
        Text("no attached playbook has it", "已关联的预案中都没有这一步骤"),
        Text(
            "{did_you_mean}See the steps with netfin-incident show ID",
            "{did_you_mean}请用 netfin-incident show ID 查看步骤",
        ),
    ),
    "step-ambiguous": Saying(
        "NF-1065",
        Text("“{step}” names more than one step", "“{step}”对应多个步骤"),
        Text("these playbooks have it: {playbooks}", "以下预案都有这一步骤：{playbooks}"),
        Text(
            "Say which: netfin-incident step ID {step} --playbook PLAYBOOK",
            "请写明预案：netfin-incident step ID {step} --playbook PLAYBOOK",
        ),
    ),
    "step-settled": Saying(
        "NF-1066",
        Text("Step {step} cannot be changed", "步骤 {step} 不能再改动"),
        Text("it is {state}", "该步骤{state}"),
        Text(
            "To take it up again: netfin-incident step ID {step} --reopen REASON",
            "要重新执行，请用 netfin-incident step ID {step} --reopen REASON",
        ),
    ),
    "step-not-applicable": Saying(
        "NF-1067",
        Text("Step {step} is not to be done", "步骤 {step} 无需执行"),
        Text(
            "its branch or condition does not apply, or the playbook was given up",
            "所属方案未选、条件不满足，或预案已终止",
        ),
        Text(
            "netfin-incident show ID gives the reason; to choose anew: netfin-incident step ID DECISION --reopen REASON",
            "请用 netfin-incident show ID 查看原因；要改选，请执行 netfin-incident step ID DECISION --reopen REASON",
        ),
    ),
    "step-blocked": Saying(
        "NF-1068",
        Text("Step {step} cannot be done yet", "步骤 {step} 暂不能执行"),
        Text("it waits for {waiting_for}", "须先完成 {waiting_for}"),
        Text(
            "Finish what it waits for with Space, or press x to skip that with a reason: netfin-incident step ID STEP --skip REASON",
            "请先按空格完成前置步骤，或按 x 写明原因跳过：netfin-incident step ID STEP --skip REASON",
        ),
    ),
    "step-not-settled": Saying(
        "NF-1069",
        Text("Step {step} cannot be reopened", "步骤 {step} 不能重新打开"),
        Text("nothing was done with it yet", "尚未对它做过任何操作"),
        Text(
            "Start it: netfin-incident step ID {step} --start",
            "请开始执行：netfin-incident step ID {step} --start",
        ),
    ),
    "option-missing": Saying(
        "NF-1070",
        Text("Step {step} cannot be done without a choice", "步骤 {step} 须选定方案才能完成"),
        Text("it is a decision between: {options}", "这是一项决策，可选：{options}"),
        Text(
            "Press Space to choose, or: netfin-incident step ID {step} --option OPTION",
            "请按空格选择，或执行 netfin-incident step ID {step} --option OPTION",
        ),
    ),
    "option-unknown": Saying(
        "NF-1071",
        Text("“{option}” cannot be chosen in step {step}", "步骤 {step} 没有方案“{option}”"),
        Text("the options are: {options}", "可选：{options}"),
        Text(
            "Choose one: netfin-incident step ID {step} --option OPTION",
            "请选择其一：netfin-incident step ID {step} --option OPTION",
        ),
    ),
    "rationale-missing": Saying(
        "NF-1072",
        Text("Step {step} cannot be decided without reasons", "步骤 {step} 的决策缺少理由"),
        Text(
            "the playbook asks for the rationale of this decision",
            "预案要求写明这项决策的理由",
        ),
        Text(
            "Add them: netfin-incident step ID {step} --option OPTION --note TEXT",
            "请补充：netfin-incident step ID {step} --option OPTION --note TEXT",
        ),
    ),
    "second-person-missing": Saying(
        "NF-1073",
        Text("Step {step} cannot be skipped by one person", "步骤 {step} 不能由一人决定跳过"),
        Text(
            "it is required at this severity, and skipping it takes a second person",
            "在当前等级下它是必做步骤，跳过须有第二人同意",
        ),
        Text(
            "Add --second PERSON; if you are alone, add --break-glass REASON, to be reviewed within 24 hours",
            "请加上 --second PERSON；只有一人时可加 --break-glass REASON（紧急授权，24 小时内复核）",
        ),
    ),
}
