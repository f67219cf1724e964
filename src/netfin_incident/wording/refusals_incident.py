"""Refusals about the incident as a whole and about what was typed (NF-1001 to NF-1039)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

INCIDENT_REFUSALS: Final[dict[str, Saying]] = {
    "incident-undeclared": Saying(
        "NF-1001",
        Text("There is no such incident", "没有这个事件"),
        Text("nothing was declared under that id", "该编号下没有接报登记"),
        Text(
            "Find it with netfin-incident list, or declare it: netfin-incident declare TITLE --sev 2",
            "请用 netfin-incident list 查找，或登记新事件：netfin-incident declare TITLE --sev 2",
        ),
    ),
    "incident-closed": Saying(
        "NF-1002",
        Text("{id} can no longer be changed this way", "{id} 不再接受此操作"),
        Text(
            "it is closed, and closing is final; only links, corrections and confirmations follow",
            "事件已关闭，不能再打开；此后只可关联、更正和确认",
        ),
        Text(
            "For a recurrence declare a new incident, then: netfin-incident link NEW recurrence_of {id}",
            "若再次发生，请登记新事件，再执行 netfin-incident link NEW recurrence_of {id}",
        ),
    ),
    "incident-cancelled": Saying(
        "NF-1003",
        Text("{id} cannot be changed this way now", "{id} 目前不接受此操作"),
        Text("it was cancelled", "事件已撤销"),
        Text(
            "If it is real after all: netfin-incident reopen {id} --reason TEXT",
            "若事件属实，请执行 netfin-incident reopen {id} --reason TEXT",
        ),
    ),
    "id-taken": Saying(
        "NF-1004",
        Text("{id} cannot be declared again", "{id} 不能重复登记"),
        Text("an incident has that id already", "已有事件使用该编号"),
        Text(
            "Look at it with netfin-incident show {id}; leave the id out to be given a new one",
            "请用 netfin-incident show {id} 查看；不填编号时会自动分配",
        ),
    ),
    "not-imported": Saying(
        "NF-1005",
        Text("{id} cannot take over a written log", "{id} 不能并入书面日志"),
        Text(
            "it was not begun by an import, and an import begins an incident of its own",
            "它不是由导入建立的，而导入会新建一个事件",
        ),
        Text(
            "Import the file by itself: netfin-incident incident import-log FILE",
            "请单独导入该文件：netfin-incident incident import-log FILE",
        ),
    ),
    "not-yet-happened": Saying(
        "NF-1006",
        Text("{moment} has not come yet", "{moment} 尚未到来"),
        Text(
            "what is recorded has happened, and it is {now}",
            "记录的应是已发生的事，而现在是 {now}",
        ),
        Text(
            'Leave the time out, or give an earlier one: --at -15m, --at "yesterday 23:50"',
            '请不填时间，或填写更早的时间：--at -15m、--at "昨天 23:50"',
        ),
    ),
    "basis-missing": Saying(
        "NF-1007",
        Text("It is not known how {person} agreed", "未说明 {person} 以何种方式授权"),
        Text(
            "an act in another person's name says how that person let you do it",
            "代他人操作须说明对方的授权方式",
        ),
        Text(
            "Add --behalf-of {person} --basis phone, or in_person, or message",
            "请加上 --behalf-of {person} --basis phone，也可用 in_person 或 message",
        ),
    ),
    "on-behalf-of-oneself": Saying(
        "NF-1008",
        Text("{person} cannot act on behalf of {person}", "{person} 不能代自己操作"),
        Text("it is the same person", "两者是同一个人"),
        Text("Leave out --behalf-of {person}", "请去掉 --behalf-of {person}"),
    ),
    "text-missing": Saying(
        "NF-1009",
        Text("The {field} is missing", "缺少{field}"),
        Text("nothing was written there", "没有填写内容"),
        Text(
            "Write it after the command; - reads it from standard input",
            "请写在命令之后；写 - 则从标准输入读取",
        ),
    ),
    "text-too-long": Saying(
        "NF-1010",
        Text("The {field} is too long", "{field}太长"),
        Text(
            "it has {length} characters, and {longest} is the most",
            "共 {length} 个字符，最多 {longest} 个",
        ),
        Text(
            "Shorten it, and keep the long form as evidence: netfin-incident evidence ID NAME --file FILE",
            "请缩短，并将全文登记为证据：netfin-incident evidence ID NAME --file FILE",
        ),
    ),
    "reason-missing": Saying(
        "NF-1011",
        Text("No reason was given for {act}", "未说明{act}的原因"),
        Text("it is allowed, but the record must say why", "可以这样做，但记录须写明原因"),
        Text(
            "Add --reason TEXT; with step it follows --skip or --reopen, with handover --decline or --withdraw, with task --fail",
            "请加上 --reason TEXT；step 写在 --skip 或 --reopen 之后，handover 写在 --decline 或 --withdraw 之后，task 写在 --fail 之后",
        ),
    ),
    "status-unreachable": Saying(
        "NF-1021",
        Text("The status cannot become {to}", "处置状态不能变为{to}"),
        Text("from {before} it can go to: {next}", "当前为{before}，可变为：{next}"),
        Text(
            "Press t to choose, or: netfin-incident status ID STATUS; netfin-incident status --help names them",
            "请按 t 选择，或执行 netfin-incident status ID STATUS；可选值见 netfin-incident status --help",
        ),
    ),
    "checklist-open": Saying(
        "NF-1022",
        Text("The status cannot become {to} yet", "处置状态暂不能变为{to}"),
        Text("still in the way ({count}): {obstacles}", "尚有 {count} 项未了：{obstacles}"),
        Text(
            "Settle each, then give the status again: press t, or netfin-incident status ID STATUS",
            "请逐项办结后重新变更状态：按 t，或执行 netfin-incident status ID STATUS",
        ),
    ),
    "not-cancellable": Saying(
        "NF-1023",
        Text("The incident cannot be cancelled now", "事件现在不能撤销"),
        Text(
            "it is {status}; only what has not ended can be withdrawn",
            "当前为{status}，只有应急未结束时才能撤销",
        ),
        Text(
            "Say in a note what it turned out to be: netfin-incident note ID TEXT",
            "请用备注写明实际情况：netfin-incident note ID TEXT",
        ),
    ),
    "not-reopenable": Saying(
        "NF-1024",
        Text("The incident cannot be reopened now", "事件现在不能重新启动处置"),
        Text(
            "it is {status}, so the response is still under way",
            "当前为{status}，处置仍在进行",
        ),
        Text(
            "To go back a status press t, or: netfin-incident status ID responding --reason TEXT",
            "要退回处置中，请按 t，或执行 netfin-incident status ID responding --reason TEXT",
        ),
    ),
    "duplicate-of-what": Saying(
        "NF-1025",
        Text("It is not said which incident this duplicates", "未说明与哪个事件重复"),
        Text("whoever finds this one must find the other", "查到本事件的人须能找到另一个"),
        Text(
            "Name it: netfin-incident cancel ID --kind duplicate --of OTHER --reason TEXT",
            "请写明编号：netfin-incident cancel ID --kind duplicate --of OTHER --reason TEXT",
        ),
    ),
    "link-to-itself": Saying(
        "NF-1026",
        Text("{id} cannot be related to itself", "{id} 不能与自身关联"),
        Text("both ids are the same", "两个编号相同"),
        Text(
            "Find the other id with netfin-incident list, then: netfin-incident link {id} RELATION OTHER",
            "请用 netfin-incident list 查找另一编号，再执行 netfin-incident link {id} RELATION OTHER",
        ),
    ),
    "funds-contradict": Saying(
        "NF-1027",
        Text("The statement about funds contradicts itself", "资金情况的说明自相矛盾"),
        Text(
            "it says that no funds were touched, and gives figures or a reconciliation",
            "既说未涉及资金，又填写了笔数、金额或对账结果",
        ),
        Text(
            "Write netfin-incident funds ID none, or netfin-incident funds ID touched --count N",
            "请执行 netfin-incident funds ID none，或 netfin-incident funds ID touched --count N",
        ),
    ),
    "reconciled-how-many": Saying(
        "NF-1028",
        Text("The books cannot be recorded as reconciled", "不能记为对账平"),
        Text("the number of affected transactions is not given", "没有填写受影响的笔数"),
        Text(
            "Add it, 0 included: netfin-incident funds ID touched --reconciled --count N",
            "请填写笔数（可为 0）：netfin-incident funds ID touched --reconciled --count N",
        ),
    ),
}
