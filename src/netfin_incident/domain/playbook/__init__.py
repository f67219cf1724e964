"""Playbook 处置预案: what the firm agreed to do, compiled to a plan that never changes while it runs.

A plan is a flat, ordered list of steps.  A step nested in another carries `under=(holder, branch)`:
the holder is a decision, a parallel or a repeat step.  A parallel or a repeat step settles once what
it holds is settled, so it is the join of its branches: a step that `needs` it comes after the join.
A decision settles when it is taken; the steps of the chosen option are owed beside it.
Everything else about order is `needs` and the order of phases.
"""

from netfin_incident.domain.playbook.by_severity import (
    NEVER,
    NO_LIMIT,
    DueBySeverity,
    FlagBySeverity,
    RoleBySeverity,
)
from netfin_incident.domain.playbook.plan import (
    ClockUse,
    Inject,
    Metric,
    Phase,
    Plan,
    Resource,
    RolePlan,
    Triggers,
)
from netfin_incident.domain.playbook.steps import (
    AGAIN,
    ENOUGH,
    HOLDERS,
    LEFT_OPEN,
    PLACE,
    Approval,
    Assignment,
    Capture,
    CommandPlan,
    Escalation,
    EvidenceNeed,
    Notice,
    OnFail,
    Option,
    Reporting,
    Round,
    Step,
    Verb,
)
from netfin_incident.domain.playbook.variables import Choice, Variable, VariableKind

__all__ = [
    "AGAIN",
    "ENOUGH",
    "HOLDERS",
    "LEFT_OPEN",
    "NEVER",
    "NO_LIMIT",
    "PLACE",
    "Approval",
    "Assignment",
    "Capture",
    "Choice",
    "ClockUse",
    "CommandPlan",
    "DueBySeverity",
    "Escalation",
    "EvidenceNeed",
    "FlagBySeverity",
    "Inject",
    "Metric",
    "Notice",
    "OnFail",
    "Option",
    "Phase",
    "Plan",
    "Reporting",
    "Resource",
    "RoleBySeverity",
    "RolePlan",
    "Round",
    "Step",
    "Triggers",
    "Variable",
    "VariableKind",
    "Verb",
]
