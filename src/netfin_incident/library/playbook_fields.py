"""The fields of a playbook but for its steps: what `docs/playbooks.md` says of them, as a table."""

from typing import Final

from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.library.shapes import Keyed, Listing, Pair, Record
from netfin_incident.library.step_fields import SOME_STEPS
from netfin_incident.library.usual_shapes import (
    CLOCK,
    DAY,
    FLAG,
    FLAGS,
    ID,
    IDS,
    LINE,
    LONG_TEXT,
    NEW_VARIABLE,
    OFFSET,
    PASSAGE,
    PERIOD,
    SENTENCE,
    SOME_IDS,
    SPAN,
    TEXT,
    WORD,
    choice,
    whole_number,
)

SCHEMA: Final = "netfin-playbook/1"
CATEGORIES: Final = (
    "security", "operations", "financial", "third-party", "compliance", "reputation",
)  # fmt: skip
STATUSES: Final = ("draft", "approved", "retired")
ORDERS: Final = ("advisory", "strict")
TLP: Final = ("white", "green", "amber", "red")
RESOURCE_KINDS: Final = (
    "tool", "contact", "system", "funds", "document", "site", "service",
)  # fmt: skip
LAST_REVISION: Final = 99_999
FEWEST_CHOICES: Final = 2

_REVIEW: Final = Record({"every": PERIOD, "drill_every": PERIOD, "approver": LINE, "last": DAY})
_TRIGGERS: Final = Record(
    {"keywords": Listing(LINE), "services": IDS, "indicators": Listing(SENTENCE)}
)
_CHOICE: Final = Record({"id": ID, "name": TEXT}, needed=("id", "name"))
_VARIABLE: Final = Record(
    {
        "kind": choice(*VariableKind),
        "name": TEXT,
        "question": TEXT,
        "role": ID,
        "choices": Listing(_CHOICE, FEWEST_CHOICES, unique=True),
        "value": PASSAGE,
    },
    needed=("kind", "name"),
)
_ROLE: Final = Record(
    {"name": TEXT, "required": FLAGS, "backup": ID, "duty": SENTENCE},
    later=("min", "skills", "may_approve", "contact", "on_call"),
)
_CLOCK: Final = Record({"id": CLOCK, "step": ID}, needed=("id",))
_RESOURCE: Final = Record(
    {
        "id": ID,
        "name": TEXT,
        "kind": choice(*RESOURCE_KINDS),
        "where": LINE,
        "owner": ID,
        "rto": OFFSET,
        "rpo": OFFSET,
    },
    needed=("id", "name", "kind"),
)
_METRIC: Final = Record(
    {"id": ID, "name": TEXT, "from": choice(*Milestone), "to": choice(*Milestone), "target": SPAN},
    needed=("id", "name", "from", "to"),
)
_INJECT: Final = Record(
    {"id": ID, "at": OFFSET, "to": ID, "text": LONG_TEXT, "expect": SOME_IDS},
    needed=("id", "at", "to", "text"),
)
_PHASE: Final = Record(
    {"id": ID, "name": TEXT, "order": choice(*ORDERS), "alongside": FLAG, "steps": SOME_STEPS},
    needed=("id", "name", "steps"),
)

PLAYBOOK: Final = Record(
    {
        "schema": choice(SCHEMA),
        "id": ID,
        "revision": whole_number(LAST_REVISION),
        "status": choice(*STATUSES),
        "name": TEXT,
        "goal": TEXT,
        "category": choice(*CATEGORIES),
        "owner": LINE,
        "scope": Record({"in": SENTENCE, "out": SENTENCE}),
        "basis": Listing(SENTENCE),
        "tlp": choice(*TLP),
        "tags": Listing(WORD),
        "source": Record({"name": LINE, "licence": LINE}),
        "review": _REVIEW,
        "triggers": _TRIGGERS,
        "severity": Record({severity.name: SENTENCE for severity in Severity}),
        "variables": Keyed(NEW_VARIABLE, _VARIABLE),
        "roles": Keyed(ID, _ROLE, bare=True),
        "separation": Listing(Pair(ID)),
        "clocks": Listing(_CLOCK, unique=True),
        "resources": Listing(_RESOURCE, unique=True),
        "metrics": Listing(_METRIC, unique=True),
        "phases": Listing(_PHASE, fewest=1, unique=True),
        "drills": Listing(_INJECT, unique=True),
        "review_template": LONG_TEXT,
    },
    needed=(
        "schema", "id", "revision", "status", "name", "goal", "category", "roles", "phases",
    ),
)  # fmt: skip
"""The whole file."""
