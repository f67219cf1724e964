"""The keys of the terminal in words: a short label for the hint line, a sentence for the key list."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from netfin_incident.domain.text import Text


class KeyWords(NamedTuple):
    """What a key is called, and what it does."""

    label: Text
    about: Text


KEY_WORDS: Final[Mapping[str, KeyWords]] = {
    "help": KeyWords(
        Text("keys", "按键"),
        Text("All keys of this screen; Enter runs one", "本屏全部按键；回车执行"),
    ),
    "palette": KeyWords(
        Text("command", "命令"),
        Text("Any action by name, or another incident", "按名称执行操作，或转到其他事件"),
    ),
    "menu": KeyWords(
        Text("actions", "操作"),
        Text("What can be done with the selected row", "对选中行可执行的操作"),
    ),
    "search": KeyWords(
        Text("search", "搜索"),
        Text("Find text; Enter next, Up previous", "查找文字；回车下一个，上箭头上一个"),
    ),
    "filter": KeyWords(Text("filter", "筛选"), Text("Show fewer or more rows", "切换显示范围")),
    "copy": KeyWords(
        Text("copy", "复制"),
        Text("Send the selected line to the terminal's clipboard", "把选中行发往终端剪贴板"),
    ),
    "refresh": KeyWords(
        Text("refresh", "刷新"), Text("Read the database again now", "立即重新读取数据库")
    ),
    "top": KeyWords(Text("top", "顶部"), Text("First row", "第一行")),
    "bottom": KeyWords(
        Text("bottom", "底部"),
        Text("Last row; the timeline follows again", "最后一行；时间线恢复跟随"),
    ),
    "leave": KeyWords(
        Text("back", "返回"),
        Text("Back one level; never ends an incident", "返回上一级；不会结束事件"),
    ),
    "back": KeyWords(Text("back", "返回"), Text("Back; at home, quit", "返回；在首页则退出")),
    "quit": KeyWords(
        Text("quit", "退出"),
        Text("Quit; what was typed is kept as a draft", "退出；未保存的文字留作草稿"),
    ),
    "declare": KeyWords(
        Text("declare", "登记事件"), Text("Declare an incident", "接报登记一起事件")
    ),
    "note": KeyWords(
        Text("note", "记录"),
        Text("Write a note; the time is stamped now", "写一条记录，以此刻为准"),
    ),
    "note_at": KeyWords(
        Text("note at..", "补记"), Text("Write a note of an earlier time", "补记较早发生的事")
    ),
    "decision": KeyWords(
        Text("decision", "决策"), Text("Record a decision with its reasons", "登记决策及理由")
    ),
    "task": KeyWords(Text("task", "任务"), Text("Give a task with a time-box", "下达限时任务")),
    "step": KeyWords(
        Text("done", "完成"),
        Text(
            "Do, answer, decide or approve the selected step",
            "完成选中步骤；或回答、决策、审批",
        ),
    ),
    "skip": KeyWords(
        Text("skip", "跳过"), Text("Skip the selected step with a reason", "说明原因后跳过选中步骤")
    ),
    "fail": KeyWords(
        Text("did not succeed", "未成功"),
        Text("Say why the selected step did not succeed", "写明选中步骤未成功的原因"),
    ),
    "fold": KeyWords(
        Text("fold", "折叠"),
        Text("Fold a phase or step, or go to what it is in", "折叠阶段或步骤，或回到上一层"),
    ),
    "unfold": KeyWords(
        Text("unfold", "展开"),
        Text("Unfold a phase or step, or go into it", "展开阶段或步骤，或进入下一层"),
    ),
    "facts": KeyWords(
        Text("what is known", "已知要素"),
        Text("See or change the facts that playbooks ask for", "查看或更改预案所需的要素"),
    ),
    "give_up": KeyWords(
        Text("give up playbook", "终止预案"),
        Text("Carry out no more of a playbook", "不再执行预案的其余步骤"),
    ),
    "severity": KeyWords(
        Text("severity", "等级"), Text("Raise or lower the severity", "上调或下调事件等级")
    ),
    "status": KeyWords(
        Text("status", "状态"),
        Text("Move the response on; shows what stands in the way", "变更处置状态，并列出未了事项"),
    ),
    "command": KeyWords(
        Text("command", "指挥"), Text("Take command or hand it over", "接管或移交现场指挥")
    ),
    "roles": KeyWords(
        Text("roles", "角色"),
        Text("Assign, take, hand over or accept a role", "指派、接管、移交或接受角色"),
    ),
    "message": KeyWords(
        Text("update", "通报"), Text("Compose an update from the record", "根据记录拟写情况通报")
    ),
    "clocks": KeyWords(
        Text("deadlines", "时限"),
        Text("Tasks, upward reports and other deadlines", "任务、报送与各项时限"),
    ),
    "evidence": KeyWords(
        Text("evidence", "证据"), Text("Register evidence by reference", "登记证据及其位置")
    ),
    "milestone": KeyWords(Text("milestone", "里程碑"), Text("Set a milestone", "登记里程碑")),
    "pane_steps": KeyWords(Text("steps", "步骤"), Text("Steps of the playbook", "处置步骤")),
    "pane_timeline": KeyWords(Text("timeline", "时间线"), Text("Timeline", "时间线")),
    "pane_roles": KeyWords(Text("roles", "角色"), Text("Roles and who holds them", "角色与担任人")),
    "pane_owed": KeyWords(Text("deadlines", "时限"), Text("Tasks and deadlines", "任务与时限")),
    "pane_calls": KeyWords(
        Text("calls", "呼叫"),
        Text("Who is called, who was reached, who is next", "呼叫升级、送达情况与下一级"),
    ),
    "acknowledge": KeyWords(
        Text("have it", "确认接报"), Text("Acknowledge: say that you have it", "确认由本人接报")
    ),
    "acknowledge_for": KeyWords(
        Text("have it, phone", "代为确认"),
        Text("Acknowledge for somebody on the phone, by code", "凭确认码代电话中的人员确认"),
    ),
    "escalate": KeyWords(
        Text("escalate", "升级"),
        Text("Call the next level now; shows whom first", "立即呼叫下一级，先显示呼叫谁"),
    ),
    "answered": KeyWords(
        Text("answered", "接通"),
        Text("Pane 5: the person answered the telephone", "第 5 栏：电话接通"),
    ),
    "no_answer": KeyWords(
        Text("no answer", "无人接听"),
        Text("Pane 5: nobody answered the telephone", "第 5 栏：电话无人接听"),
    ),
    "busy": KeyWords(Text("busy", "占线"), Text("Pane 5: the line was busy", "第 5 栏：电话占线")),
    "card": KeyWords(
        Text("handover card", "交接卡"),
        Text("What whoever takes over must know", "接手人须知晓的全部情况"),
    ),
    "on_call": KeyWords(
        Text("on call", "值班"),
        Text("Who is on call now and next", "当前与下一班值班人员"),
    ),
    "activate": KeyWords(
        Text("activate", "启动响应"), Text("Activate the response at a level", "按级别启动响应")
    ),
    "attach": KeyWords(
        Text("attach a playbook", "关联预案"),
        Text("Pin a playbook to this incident", "为本事件关联处置预案"),
    ),
    "measure": KeyWords(
        Text("measure", "措施"), Text("Record a measure taken", "登记已采取的措施")
    ),
    "report": KeyWords(
        Text("upward report", "报送"),
        Text("Note a report owed upward, or one sent", "登记应报或已报的报送"),
    ),
    "link": KeyWords(
        Text("link", "关联事件"), Text("Relate this incident to another", "与另一事件建立关联")
    ),
    "home": KeyWords(Text("to the list", "回列表"), Text("Back to the list", "返回列表")),
    "stop": KeyWords(Text("quit", "退出"), Text("Leave the program", "退出程序")),
    "reload": KeyWords(
        Text("try again", "重试"), Text("Read the database again", "重新读取数据库")
    ),
}
"""By the key's id."""
