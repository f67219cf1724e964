"""Small playbooks for tests of the terminal."""

from dataclasses import replace

from netfin_incident.domain.playbook import (
    Approval,
    Choice,
    CommandPlan,
    DueBySeverity,
    EvidenceNeed,
    FlagBySeverity,
    Notice,
    OnFail,
    Option,
    Phase,
    Plan,
    Reporting,
    RolePlan,
    Round,
    Step,
    Variable,
    VariableKind,
    Verb,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import ReportKind

FIVE_MINUTES = DueBySeverity(300, 300, 300, 300)
ALWAYS = FlagBySeverity(s1=True, s2=True, s3=True, s4=True)


def outage() -> Plan:
    """Isolate, then decide where traffic goes, then tell customers; the first must be done."""
    steps = (
        Step(
            "isolate", Verb.DO, Text("Isolate the node", "隔离故障节点"), "first", "technical",
            due=FIVE_MINUTES, required=ALWAYS, evidence=(EvidenceNeed("log", "log"),),
            body=Text("Pull it out of the pool.", "从负载池摘除。"),
        ),
        Step(
            "route", Verb.DECIDE, Text("Where does traffic go?", "流量走哪条通道？"), "first",
            "commander", needs=("isolate",),
            options=(
                Option("standby", Text("standby channel", "备用通道"), ("announce",)),
                Option("wait", Text("wait", "等待")),
            ),
            rationale_required=True,
        ),
        Step(
            "announce", Verb.DO, Text("Announce it", "发布公告"), "first", "communications",
            under=("route", "standby"),
        ),
        Step("tell", Verb.DO, Text("Tell customer service", "告知客服"), "after"),
    )  # fmt: skip
    phases = (
        Phase("first", Text("Immediate response", "先期处置"), ("isolate", "route", "announce")),
        Phase("after", Text("Afterwards", "后续"), ("tell",)),
    )
    return Plan(
        "outage", 1, "draft", Text("Outage", "中断"), Text("Recover", "恢复"), "third-party",
        phases, steps, (RolePlan("liaison", None, ALWAYS),), (("technical", "settlement"),),
    )  # fmt: skip


def chain(length: int) -> Plan:
    """Steps that each need the one before."""
    steps = tuple(
        Step(
            f"s{n}", Verb.DO, Text(f"Step {n}", f"步骤{n}"), "only",
            needs=(f"s{n - 1}",) if n > 1 else (),
        )
        for n in range(1, length + 1)
    )  # fmt: skip
    phase = Phase("only", Text("Only", "唯一"), tuple(step.id for step in steps))
    return Plan(
        "chain", 1, "approved", Text("Chain", "链"), Text("-", "-"), "test", (phase,), steps
    )


def one_phase(*steps: Step, variables: tuple[Variable, ...] = (), name: str = "one") -> Plan:
    """These steps in one phase, in their order."""
    placed = tuple(replace(step, phase="only") for step in steps)
    phase = Phase("only", Text("Only", "唯一"), tuple(step.id for step in placed))
    return Plan(
        name, 1, "approved", Text("One phase", "单阶段"), Text("-", "-"), "test", (phase,), placed,
        variables=variables,
    )  # fmt: skip


ETA = Variable(
    "eta", VariableKind.DURATION, Text("the operator's estimate", "通道方预计恢复时间"),
    Text("When will the operator be back?", "通道方预计多久恢复？"), "technical",
)  # fmt: skip
BACKUP = Variable(
    "backup", VariableKind.FLAG, Text("a standby channel is at hand", "有备用通道可用"),
    role="technical",
)  # fmt: skip
CAUSE = Variable(
    "cause", VariableKind.CHOICE, Text("the cause", "原因"),
    choices=(Choice("ours", Text("our side", "我方")), Choice("theirs", Text("theirs", "对方"))),
)  # fmt: skip
LOSS = Variable("loss", VariableKind.MONEY, Text("the amount at risk", "涉险金额"))
BANKS = Variable("banks", VariableKind.LIST, Text("the banks concerned", "受影响银行"))


def every_kind() -> Plan:
    """All twelve kinds of steps in two phases."""
    first = (
        Step(
            "learn", Verb.ASK, Text("What does the operator say?", "通道方怎么说？"), "first",
            "technical", due=FIVE_MINUTES, ask=("eta", "backup"),
        ),
        Step(
            "route", Verb.DECIDE, Text("Where does traffic go?", "流量走哪条通道？"), "first",
            "commander", revisit_after=900,
            options=(
                Option(
                    "standby", Text("standby channel", "备用通道"), ("switch", "agree"),
                    when="backup", suggest="eta > 15m",
                ),
                Option("stay", Text("wait for the operator", "等待通道方"), ("hold",)),
            ),
        ),
        Step(
            "switch", Verb.DO, Text("Switch to the standby channel", "切换至备用通道"), "first",
            "technical", under=("route", "standby"), required=ALWAYS,
            warning=Text("In-flight payments may be sent twice", "在途交易可能重复发送"),
            checks=(Text("retries are off", "自动重试已关闭"),),
            on_fail=OnFail(goto="hold"),
            command=CommandPlan(("/usr/bin/switch", "{backup}"), "change"),
        ),
        Step(
            "agree", Verb.APPROVE, Text("Agree to the switch", "复核切换结果"), "first",
            under=("route", "standby"), needs=("switch",),
            approval=Approval(("leader", "deputy"), apart_from=("switch",)),
        ),
        Step(
            "hold", Verb.WAIT, Text("Give the operator time", "等待通道方处理"), "first",
            under=("route", "stay"), wait=600,
        ),
        Step(
            "tell", Verb.NOTIFY, Text("Tell customer service", "告知客服口径"), "first",
            "communications",
            notice=Notice(
                Text("customer service", "客服"), "phone",
                Text("Expected back in {eta}; at risk: {loss}.", "预计{eta}恢复；涉险金额：{loss}。"),
            ),
        ),
    )  # fmt: skip
    then = (
        Step(
            "both", Verb.PARALLEL, Text("Books and regulator", "对账与报送"), "then",
            options=(
                Option("books", Text("books", "对账"), ("count",)),
                Option("above", Text("regulator", "监管"), ("report",)),
            ),
        ),
        Step(
            "count", Verb.DO, Text("Count what is unclear", "清点状态不明交易"), "then",
            "settlement", under=("both", "books"), when="loss > CNY 0",
        ),
        Step(
            "report", Verb.REPORT, Text("Report upward", "向监管报送"), "then", "liaison",
            under=("both", "above"),
            reporting=Reporting(Text("regulator", "监管机构"), ReportKind.INITIAL, "cn.some-clock"),
        ),
        Step(
            "watch", Verb.REPEAT, Text("Watch the channel", "观察通道"), "then",
            options=(Option("round", Text("round", "轮"), ("look",)),), round=Round(3),
        ),
        Step(
            "look", Verb.DO, Text("Look at the success rate", "查看成功率"), "then", "technical",
            under=("watch", "round"),
        ),
        Step("other", Verb.CALL, Text("Also follow", "同时执行"), "then", call="one"),
        Step(
            "recovered", Verb.MILESTONE, Text("Recovered", "业务恢复"), "then", "commander",
            milestone="recovered",
        ),
        Step("mind", Verb.NOTE, Text("Keep the logs", "注意留存日志"), "then"),
    )  # fmt: skip
    phases = (
        Phase("first", Text("Immediate response", "先期处置"), tuple(one.id for one in first)),
        Phase("then", Text("Recovery", "恢复"), tuple(one.id for one in then)),
    )
    return Plan(
        "every-kind", 1, "draft", Text("Every kind", "全部种类"), Text("Recover", "恢复"),
        "third-party", phases, (*first, *then), (RolePlan("liaison", None, ALWAYS),),
        variables=(ETA, BACKUP, LOSS),
    )  # fmt: skip
