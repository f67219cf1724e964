"""Small playbooks for tests of the terminal."""

from netfin_incident.domain.playbook import (
    DueBySeverity,
    EvidenceNeed,
    FlagBySeverity,
    Option,
    Phase,
    Plan,
    RolePlan,
    Step,
    Verb,
)
from netfin_incident.domain.text import Text

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
