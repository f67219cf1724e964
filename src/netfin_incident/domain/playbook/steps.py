"""The steps of a plan: twelve kinds, told apart by their verb."""

import re
from enum import StrEnum
from typing import Final

from netfin_incident.domain.playbook.by_severity import (
    NEVER,
    NO_LIMIT,
    DueBySeverity,
    FlagBySeverity,
    RoleBySeverity,
)
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import ReportKind


class Verb(StrEnum):
    """What kind of step it is; in a playbook file the verb is the key of the step."""

    DO = "do"
    ASK = "ask"
    DECIDE = "decide"
    APPROVE = "approve"
    NOTIFY = "notify"
    REPORT = "report"
    WAIT = "wait"
    PARALLEL = "parallel"
    REPEAT = "repeat"
    CALL = "call"
    MILESTONE = "milestone"
    NOTE = "note"


PLACE: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""Where a value goes, in the words of a notice or the argument of a command."""
LEFT_OPEN: Final = re.compile(r"‹[^‹›]*›")
"""How such a place is shown while nobody knows the value."""
AGAIN: Final = "again"
ENOUGH: Final = "enough"
"""The two answers after a round of a repeat step."""

HOLDERS: Final = (Verb.DECIDE, Verb.PARALLEL, Verb.REPEAT)
"""Kinds that other steps are nested in."""


@dataclass(frozen=True, slots=True)
class EvidenceNeed:
    """Evidence that a step asks for."""

    id: str
    kind: str
    """screenshot, log, file, text, link, approval or transcript."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One branch of a holder: an answer to a decision, an arm of a parallel, the round of a repeat."""

    id: str
    name: Text
    steps: tuple[str, ...] = ()
    """Ids of the steps directly in it."""
    when: str = ""
    """For a decision: the condition under which it may be chosen."""
    suggest: str = ""
    """For a decision: the condition under which it is suggested."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A variable set to a value."""

    variable: str
    value: str
    """In the canonical form of the variable's kind."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A variable read from what a command said."""

    variable: str
    pattern: str
    """A regular expression; its first group is the value."""


@dataclass(frozen=True, slots=True)
class Approval:
    """For `approve`: who may, how many of them, and who may not."""

    by: tuple[str, ...]
    """Roles, any of which may approve."""
    quorum: int = 1
    """How many different people it takes."""
    apart_from: tuple[str, ...] = ()
    """Steps whose doers may not approve (复核人不得为经办人)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """For `notify`: who is told, by what channel, in what words."""

    audience: Text
    channel: str = ""
    template: Text | None = None
    """The words, with `{variable}` where a value goes."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """For `report`: to whom, which report, and the clock it satisfies."""

    recipient: Text
    kind: ReportKind
    clock: str = ""
    """Id of the regulatory clock; no legal number stands in a playbook."""


@dataclass(frozen=True, slots=True)
class Round:
    """For `repeat`: how often its steps come again; always capped."""

    most: int
    """The highest number of rounds."""
    until: str = ""
    """The condition that ends it; while it is not known, somebody is asked."""
    every: int | None = None
    """Seconds from the end of a round to the turn of the next."""
    each: str = ""
    """A variable of kind `list`, one round for each of its lines."""


@dataclass(frozen=True, slots=True)
class CommandPlan:
    """A command that may be run for a step: an argument list, never a line for a shell."""

    run: tuple[str, ...]
    """Program and arguments, each with `{variable}` where a value goes."""
    risk: str
    """read, change or destroy."""
    approve: str = ""
    """The role that must agree before it runs."""
    undo: Text | None = None
    """How to take it back, in words."""
    timeout: int = 30
    """Seconds until it is stopped."""
    capture: tuple[Capture, ...] = ()
    expect: str = ""
    """A regular expression that the output of a good run contains."""


@dataclass(frozen=True, slots=True)
class OnFail:
    """What follows when a step fails: exactly one of the three."""

    goto: str = ""
    """The step that is taken up instead."""
    escalate: str = ""
    """The role that takes the step over."""
    abort: bool = False
    """Whether the rest of the playbook is given up."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who is told once so much of the time is used up."""

    percent: int
    to: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, decide, reach or read, owned by one role."""

    id: str
    verb: Verb
    title: Text
    """The instruction, the question, the milestone's label or the note."""
    phase: str
    role: str = ""
    """Whose step it is; where that differs by severity, see `role_at`."""
    due: DueBySeverity = NO_LIMIT
    needs: tuple[str, ...] = ()
    required: FlagBySeverity = NEVER
    evidence: tuple[EvidenceNeed, ...] = ()
    body: Text | None = None
    """Longer guidance, shown when the step is opened."""
    options: tuple[Option, ...] = ()
    """The branches of a holder."""
    rationale_required: bool = False
    """For `decide`: whether the reasons must be given."""
    milestone: str = ""
    """For `milestone`: the id of the milestone that completing the step sets."""
    under: tuple[str, str] | None = None
    """(holder, branch) this step is nested under."""
    roles: RoleBySeverity | None = None
    """Whose step it is by severity, where it differs."""
    when: str = ""
    """The condition under which it applies; empty for always."""
    warning: Text | None = None
    """What can go wrong, shown before it is done."""
    checks: tuple[Text, ...] = ()
    """What to look at before calling it done."""
    ask: tuple[str, ...] = ()
    """For `ask`: the variables that are answered."""
    sets: tuple[Assignment, ...] = ()
    """What is known once it is done."""
    approval: Approval | None = None
    notice: Notice | None = None
    reporting: Reporting | None = None
    wait: int | None = None
    """For `wait`: seconds from its turn."""
    until: str = ""
    """For `wait`: the condition waited for."""
    any_arm: bool = False
    """For `parallel`: whether one settled arm is enough."""
    round: Round | None = None
    call: str = ""
    """For `call`: the id of the playbook that is carried out beside this one."""
    command: CommandPlan | None = None
    on_fail: OnFail | None = None
    escalate: tuple[Escalation, ...] = ()
    shared: str = ""
    """Name of a piece of work: steps of several playbooks that share it are done once."""
    drill: str = "do"
    """What becomes of it in a drill: do, simulate or skip."""
    revisit_after: int | None = None
    """For `decide`: seconds after which to look at the decision again."""
    links: tuple[str, ...] = ()
    """Addresses of runbooks and consoles."""

    @property
    def awaited(self) -> tuple[str, ...]:
        """The steps it waits for: those it needs, and the work that it approves.

        A decision that it is nested in was taken when it comes up.
        """
        if self.approval is None:
            return self.needs
        above = self.under[0] if self.under else ""
        return (*self.needs, *(one for one in self.approval.apart_from if one != above))

    def role_at(self, severity: Severity) -> str:
        """Whose step it is at `severity`."""
        return self.roles.at(severity) if self.roles else self.role
