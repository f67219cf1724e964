"""Refusals about tasks, measures, messages, reports and entries (NF-1081 to NF-1099)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

WORK_REFUSALS: Final[dict[str, Saying]] = {
    "timebox-out-of-range": Saying(
        "NF-1081",
        Text("{seconds} seconds cannot be a time-box", "{seconds} 秒不能作为任务时限"),
        Text(
            "a time-box is longer than nothing and at most 366 days",
            "任务时限应大于零，且不超过 366 天",
        ),
        Text(
            "Write it as in netfin-incident task ID TEXT --to PERSON --for 10m",
            "请这样填写：netfin-incident task ID TEXT --to PERSON --for 10m",
        ),
    ),
    "task-unknown": Saying(
        "NF-1082",
        Text("There is no task “{id}” here", "这里没有限时任务“{id}”"),
        Text("the tasks are: {known}", "现有限时任务：{known}"),
        Text("See them with netfin-incident show ID", "请用 netfin-incident show ID 查看"),
    ),
    "task-ended": Saying(
        "NF-1083",
        Text("Task {id} cannot move that way", "限时任务 {id} 不能这样变更"),
        Text("it is {state} already", "它的状态为{state}"),
        Text(
            "Give a new one: netfin-incident task ID TEXT --to PERSON --for 10m",
            "请下达新任务：netfin-incident task ID TEXT --to PERSON --for 10m",
        ),
    ),
    "measure-unknown": Saying(
        "NF-1084",
        Text("There is no measure “{id}” here", "这里没有措施“{id}”"),
        Text("the measures are: {known}", "现有措施：{known}"),
        Text("See them with netfin-incident show ID", "请用 netfin-incident show ID 查看"),
    ),
    "message-unknown": Saying(
        "NF-1085",
        Text("There is no message “{id}” here", "这里没有消息“{id}”"),
        Text("the messages are: {known}", "现有消息：{known}"),
        Text("See them with netfin-incident show ID", "请用 netfin-incident show ID 查看"),
    ),
    "message-ended": Saying(
        "NF-1086",
        Text("Message {id} cannot move that way", "消息 {id} 不能这样变更"),
        Text("its state is: {state}", "它的状态为{state}"),
        Text(
            "Write a new one with u, or: netfin-incident message ID TEXT --to AUDIENCE",
            "请按 u 另拟一条，或执行 netfin-incident message ID TEXT --to AUDIENCE",
        ),
    ),
    "report-unknown": Saying(
        "NF-1087",
        Text("There is no upward report “{id}” here", "这里没有报送“{id}”"),
        Text("the upward reports are: {known}", "现有报送：{known}"),
        Text("See them with netfin-incident show ID", "请用 netfin-incident show ID 查看"),
    ),
    "report-neither-due-nor-sent": Saying(
        "NF-1088",
        Text("The upward report cannot be recorded", "报送无法登记"),
        Text(
            "it is not said when it is due, nor when it was sent",
            "既没有报送时限，也没有报出时间",
        ),
        Text(
            "Add --due 1h or --sent now: netfin-incident reported ID --to RECIPIENT --kind initial --sent now",
            "请加上 --due 1h 或 --sent now：netfin-incident reported ID --to RECIPIENT --kind initial --sent now",
        ),
    ),
    "report-not-withdrawable": Saying(
        "NF-1094",
        Text("The upward report {id} cannot be withdrawn", "报送 {id} 不能撤回"),
        Text(
            "only a report that was noted here and not sent can turn out not to be owed",
            "只有已登记且尚未报出的报送才能改为无需报送",
        ),
        Text(
            "See what is noted: netfin-incident show ID; if what was sent is wrong, send a progress report",
            "请用 netfin-incident show ID 查看；已报出的内容有误时请另发续报",
        ),
    ),
    "correction-empty": Saying(
        "NF-1089",
        Text("The correction of entry #{entry} changes nothing", "对第 {entry} 条的更正没有内容"),
        Text(
            "it gives neither the right wording nor the right time",
            "既没有正确文字，也没有正确时间",
        ),
        Text(
            "Add one: netfin-incident correct ID {entry} --text TEXT --reason TEXT, or --occurred TIME",
            "请补充：netfin-incident correct ID {entry} --text TEXT --reason TEXT，或用 --occurred TIME",
        ),
    ),
    "nothing-to-confirm": Saying(
        "NF-1090",
        Text("Entry #{entry} needs no confirmation", "第 {entry} 条无需确认"),
        Text(
            "nobody acted in another's name there or alone for two, or it was confirmed before",
            "该条不涉及代人操作、双人复核或紧急授权，或者已经确认",
        ),
        Text(
            "See what is owed with netfin-incident show ID",
            "待确认事项请用 netfin-incident show ID 查看",
        ),
    ),
    "review-own-break-glass": Saying(
        "NF-1091",
        Text(
            "You cannot review the break-glass in entry #{entry}",
            "不能由您复核第 {entry} 条紧急授权",
        ),
        Text("you did it yourself, and another person reviews it", "它由您本人使用，须由他人复核"),
        Text(
            "Ask a colleague to run netfin-incident confirm ID {entry}",
            "请同事执行 netfin-incident confirm ID {entry}",
        ),
    ),
    "confirm-for-another": Saying(
        "NF-1092",
        Text("Entry #{entry} is not yours to confirm", "第 {entry} 条不由您确认"),
        Text("{person} confirms it", "应由 {person} 确认"),
        Text(
            "Ask {person} to run netfin-incident confirm ID {entry}",
            "请 {person} 执行 netfin-incident confirm ID {entry}",
        ),
    ),
    "entry-unknown": Saying(
        "NF-1093",
        Text("There is no entry #{entry} here", "这里没有第 {entry} 条记录"),
        Text("the entries go from 1 to {last}", "现有第 1 至第 {last} 条"),
        Text(
            "Find its number with netfin-incident timeline ID",
            "请用 netfin-incident timeline ID 查找编号",
        ),
    ),
}
