"""The fields of a step, kind by kind: what `docs/playbooks.md` says of steps, as a table."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.vocabulary import Milestone, ReportKind
from netfin_incident.library.shapes import ByKind, Keyed, Listing, Record, Shape
from netfin_incident.library.usual_shapes import (
    ARGUMENT,
    CAPTURE,
    CLOCK,
    CONDITION,
    DUE,
    FLAG,
    FLAGS,
    ID,
    IDS,
    LINE,
    LONG_TEXT,
    PASSAGE,
    PATTERN,
    PERCENT,
    ROLES,
    SENTENCE,
    SOME_IDS,
    SPAN,
    TEXT,
    VARIABLE,
    choice,
    whole_number,
)

EVIDENCE_KINDS: Final = ("screenshot", "log", "file", "text", "link", "approval", "transcript")
RISKS: Final = ("read", "change", "destroy")
DRILLS: Final = ("do", "simulate", "skip")
RATIONALE: Final = ("required", "optional")
JOINS: Final = ("all", "any")
MOST_ROUNDS: Final = 100
MOST_APPROVERS: Final = 9
FEWEST_BRANCHES: Final = 2

_LATER: Final = ("remind", "effort", "template", "reversible")

STEP: Final = ByKind()
STEPS: Final = Listing(STEP)
SOME_STEPS: Final = Listing(STEP, fewest=1)

_EVIDENCE: Final = Record(
    {"id": ID, "kind": choice(*EVIDENCE_KINDS), "required": FLAG}, needed=("id", "kind")
)
_COMMON: Final[Mapping[str, Shape]] = {
    "id": ID,
    "when": CONDITION,
    "role": ROLES,
    "due": DUE,
    "needs": IDS,
    "required": FLAGS,
    "warning": SENTENCE,
    "body": LONG_TEXT,
    "checks": Listing(TEXT),
    "evidence": Listing(_EVIDENCE, unique=True),
    "escalate": Listing(Record({"at": PERCENT, "to": ID}, needed=("at", "to"))),
    "drill": choice(*DRILLS),
    "links": Listing(LINE),
}
_COMMAND: Final = Record(
    {
        "run": Listing(ARGUMENT, fewest=1),
        "risk": choice(*RISKS),
        "approve": ID,
        "undo": SENTENCE,
        "timeout": SPAN,
        "capture": Keyed(VARIABLE, CAPTURE),
        "expect": PATTERN,
    },
    needed=("run", "risk"),
)
_WORK: Final[Mapping[str, Shape]] = {"shared": ID}
"""Only work can be shared: an answer given for one emergency need not hold for another."""
_SETS: Final[Mapping[str, Shape]] = {"sets": Keyed(VARIABLE, PASSAGE)}
_ON_FAIL: Final[Mapping[str, Shape]] = {
    "on_fail": Record({"goto": ID, "escalate": ID, "abort": choice("true")})
}
_OPTION: Final = Record(
    {"id": ID, "name": TEXT, "when": CONDITION, "suggest": CONDITION, "steps": SOME_STEPS},
    needed=("id", "name"),
)
_ARM: Final = Record({"id": ID, "name": TEXT, "steps": SOME_STEPS}, needed=("id", "name", "steps"))

_OWN: Final[Mapping[Verb, Mapping[str, Shape]]] = {
    Verb.DO: {"do": TEXT, "command": _COMMAND, **_WORK, **_SETS, **_ON_FAIL},
    Verb.ASK: {"ask": TEXT, "into": Listing(VARIABLE, fewest=1), **_ON_FAIL},
    Verb.DECIDE: {
        "decide": TEXT,
        "options": Listing(_OPTION, FEWEST_BRANCHES, "options-too-few", unique=True),
        "rationale": choice(*RATIONALE),
        "revisit_after": SPAN,
    },
    Verb.APPROVE: {
        "approve": TEXT,
        "by": SOME_IDS,
        "quorum": whole_number(MOST_APPROVERS),
        "apart_from": SOME_IDS,
        **_SETS,
        **_ON_FAIL,
    },
    Verb.NOTIFY: {
        "notify": TEXT,
        "audience": TEXT,
        "channel": LINE,
        "template": LONG_TEXT,
        **_WORK,
        **_SETS,
        **_ON_FAIL,
    },
    Verb.REPORT: {
        "report": TEXT,
        "recipient": TEXT,
        "kind": choice(*ReportKind),
        "clock": CLOCK,
        **_WORK,
        **_SETS,
        **_ON_FAIL,
    },
    Verb.WAIT: {"wait": TEXT, "for": SPAN, "until": CONDITION, **_SETS, **_ON_FAIL},
    Verb.PARALLEL: {
        "parallel": TEXT,
        "arms": Listing(_ARM, FEWEST_BRANCHES, unique=True),
        "join": choice(*JOINS),
    },
    Verb.REPEAT: {
        "repeat": TEXT,
        "max": whole_number(MOST_ROUNDS),
        "until": CONDITION,
        "every": SPAN,
        "each": VARIABLE,
        "steps": SOME_STEPS,
    },
    Verb.CALL: {"call": TEXT, "playbook": ID, **_ON_FAIL},
    Verb.MILESTONE: {"milestone": choice(*Milestone), "name": TEXT, **_SETS},
    Verb.NOTE: {"note": TEXT, **_SETS},
}
_NEEDED: Final[Mapping[Verb, tuple[str, ...]]] = {
    Verb.ASK: ("into",),
    Verb.DECIDE: ("options",),
    Verb.APPROVE: ("by",),
    Verb.NOTIFY: ("audience",),
    Verb.REPORT: ("recipient", "kind"),
    Verb.PARALLEL: ("arms",),
    Verb.REPEAT: ("max", "steps"),
    Verb.CALL: ("playbook",),
}
STEP.kinds = {
    verb.value: Record(
        {**own, **_COMMON},
        needed=("id", *_NEEDED.get(verb, ())),
        later=tuple(name for name in _LATER if name not in own),
    )
    for verb, own in _OWN.items()
}
