"""Refusals about kinds of steps, approvals, answers and commands (NF-1074 to 1078, 1141 to 1159)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

PLAYBOOK_REFUSALS: Final[dict[str, Saying]] = {
    "second-person-for-playbook": Saying(
        "NF-1074",
        Text(
            "Playbook {playbook} cannot be given up by one person",
            "预案 {playbook} 不能由一人决定终止",
        ),
        Text("required steps of it are open: {steps}", "其中仍有未完成的必做步骤：{steps}"),
        Text(
            "Add --second PERSON; if you are alone, add --break-glass REASON, to be reviewed within 24 hours",
            "请加上 --second PERSON；只有一人时可加 --break-glass REASON（紧急授权，24 小时内复核）",
        ),
    ),
    "step-not-startable": Saying(
        "NF-1075",
        Text("Step {step} cannot be started by hand", "步骤 {step} 不能手工开始"),
        Text("steps of the kind “{verb}” begin by themselves", "“{verb}”类步骤自动开始"),
        Text(
            "See what it waits for: netfin-incident show ID",
            "请查看它在等什么：netfin-incident show ID",
        ),
    ),
    "step-cannot-fail": Saying(
        "NF-1076",
        Text("Step {step} cannot fail", "步骤 {step} 不能记为未成功"),
        Text("a step of the kind “{verb}” has no outcome of its own", "“{verb}”类步骤本身没有成败"),
        Text(
            "To leave it out: netfin-incident step ID {step} --skip REASON",
            "要跳过它，请执行 netfin-incident step ID {step} --skip REASON",
        ),
    ),
    "step-done-elsewhere": Saying(
        "NF-1077",
        Text("Step {step} cannot be reopened here", "步骤 {step} 不能在这里重新打开"),
        Text(
            "it was done once for both, in playbook {playbook}",
            "它与预案 {playbook} 共用，已在那里完成",
        ),
        Text(
            "Reopen it there: netfin-incident show ID names the step",
            "请在该预案中重新打开：用 netfin-incident show ID 查看对应步骤",
        ),
    ),
    "step-holds-others": Saying(
        "NF-1078",
        Text("Step {step} cannot be done by itself", "步骤 {step} 不能单独完成"),
        Text("it is done once the steps in it are", "其中的步骤全部完成后，它自动完成"),
        Text(
            "Do the steps in it, or leave all of them out: netfin-incident step ID {step} --skip REASON",
            "请完成其中的步骤，或整体跳过：netfin-incident step ID {step} --skip REASON",
        ),
    ),
    "variable-unknown": Saying(
        "NF-1141",
        Text("Nothing asks for “{variable}”", "没有要素名为“{variable}”"),
        Text("no attached playbook declares it", "已关联的预案都没有定义它"),
        Text(
            "{did_you_mean}See what is asked with netfin-incident show ID",
            "{did_you_mean}请用 netfin-incident show ID 查看待明确的要素",
        ),
    ),
    "step-has-no-command": Saying(
        "NF-1142",
        Text("Step {step} has nothing to run", "步骤 {step} 没有可执行的命令"),
        Text("the playbook gives no command for it", "预案没有为它配置命令"),
        Text(
            "Do it by hand, then: netfin-incident step ID {step} --note TEXT",
            "请手工完成后执行 netfin-incident step ID {step} --note TEXT",
        ),
    ),
    "command-not-approved": Saying(
        "NF-1143",
        Text("The command of step {step} was not run", "步骤 {step} 的命令没有执行"),
        Text(
            "it needs the approval of role {role}, held by: {holder}",
            "它须经角色 {role} 同意，现由 {holder} 担任",
        ),
        Text(
            "Add --approved-by PERSON once they agreed; if you are alone, add --break-glass REASON",
            "对方同意后加上 --approved-by PERSON；只有一人时可加 --break-glass REASON",
        ),
    ),
    "answers-missing": Saying(
        "NF-1144",
        Text("Step {step} is not answered yet", "步骤 {step} 尚未答全"),
        Text("still to be said: {variables}", "还缺：{variables}"),
        Text(
            "Press Space to fill in the form, or: netfin-incident step ID {step} --answer NAME=VALUE",
            "请按空格填写，或执行 netfin-incident step ID {step} --answer NAME=VALUE",
        ),
    ),
    "round-open": Saying(
        "NF-1145",
        Text("Step {step} cannot begin another round", "步骤 {step} 不能开始下一轮"),
        Text(
            "round {round} is not finished, or it was the last one allowed",
            "第 {round} 轮尚未完成，或已到轮次上限",
        ),
        Text(
            "Finish the steps of the round, or end it: netfin-incident step ID {step} --option enough",
            "请完成本轮步骤，或结束循环：netfin-incident step ID {step} --option enough",
        ),
    ),
    "called-playbook-missing": Saying(
        "NF-1146",
        Text("Step {step} cannot begin", "步骤 {step} 不能开始"),
        Text("playbook {playbook} was not supplied with it", "没有随它提供预案 {playbook}"),
        Text(
            "Attach it first: netfin-incident attach ID {playbook}",
            "请先关联：netfin-incident attach ID {playbook}",
        ),
    ),
    "approved-already": Saying(
        "NF-1147",
        Text("{person} cannot approve step {step} again", "{person} 不能重复审批步骤 {step}"),
        Text("it takes several different people", "该步骤须由不同的人分别审批"),
        Text(
            "Another holder of the role approves: netfin-incident step ID {step}",
            "请由另一位审批人执行 netfin-incident step ID {step}",
        ),
    ),
    "approver-not-entitled": Saying(
        "NF-1148",
        Text("You cannot approve step {step}", "您不能审批步骤 {step}"),
        Text(
            "only who holds one of these roles may: {roles}",
            "只有以下角色的担任者可以审批：{roles}",
        ),
        Text(
            "If they agreed by phone, add --behalf-of PERSON --basis phone; if you are alone, add --break-glass REASON",
            "对方已电话同意时加上 --behalf-of PERSON --basis phone；只有一人时可加 --break-glass REASON",
        ),
    ),
    "approver-did-it": Saying(
        "NF-1149",
        Text("{person} cannot approve step {step}", "{person} 不能审批步骤 {step}"),
        Text(
            "{person} did what is to be approved, and nobody checks their own work",
            "{person} 是经办人，经办与复核须分离",
        ),
        Text(
            "Another person approves; if you are alone, add --break-glass REASON, to be reviewed within 24 hours",
            "请由他人审批；只有一人时可加 --break-glass REASON（紧急授权，24 小时内复核）",
        ),
    ),
    "option-unavailable": Saying(
        "NF-1150",
        Text(
            "“{option}” cannot be chosen in step {step} now", "步骤 {step} 目前不能选择“{option}”"
        ),
        Text(
            "the condition that the playbook sets for it does not hold",
            "不满足预案为该方案规定的条件",
        ),
        Text(
            "Choose another option, or correct what is known: netfin-incident answer ID NAME VALUE",
            "请选择其他方案，或更正已知要素：netfin-incident answer ID NAME VALUE",
        ),
    ),
    "step-takes-no": Saying(
        "NF-1151",
        Text("Step {step} has no place for {given}", "步骤 {step} 不接受 {given}"),
        Text(
            "it is a step of the kind “{verb}”, and what was typed would be lost",
            "它属于“{verb}”类步骤，所填内容会丢失",
        ),
        Text(
            "Leave that out; what is worth keeping goes into --note TEXT",
            "请去掉该项；值得保留的内容写入 --note TEXT",
        ),
    ),
    "notice-unfilled": Saying(
        "NF-1152",
        Text("The notice of step {step} was not sent", "步骤 {step} 的通知没有发出"),
        Text("a place in it is not filled in: {words}", "其中仍有未填之处：{words}"),
        Text(
            "Say what is known with netfin-incident answer ID NAME VALUE, or write the words: netfin-incident step ID {step} --text TEXT",
            "请用 netfin-incident answer ID NAME VALUE 明确要素，或自行写明：netfin-incident step ID {step} --text TEXT",
        ),
    ),
    "wait-not-over": Saying(
        "NF-1154",
        Text("The wait of step {step} is not over", "步骤 {step} 的等待尚未结束"),
        Text("ending it early takes a reason", "提前结束须写明原因"),
        Text(
            "Say why: netfin-incident step ID {step} --note TEXT",
            "请写明原因：netfin-incident step ID {step} --note TEXT",
        ),
    ),
    "answer-other-currency": Saying(
        "NF-1155",
        Text("{variable} was not taken in that currency", "“{variable}”未按该币种登记"),
        Text(
            "the playbook compares it in {currencies}, and knows no rates",
            "预案按 {currencies} 比较，且不含汇率",
        ),
        Text(
            "Convert it, and say how in a note: netfin-incident answer ID {name} VALUE",
            "请折算后填写，并在记录中写明汇率：netfin-incident answer ID {name} VALUE",
        ),
    ),
}
