"""The closed lists of the incident domain: statuses, roles, milestones and the kinds of things.

Members are stored by value, so a value never changes once released.
"""

from enum import StrEnum


class Mode(StrEnum):
    """Whether the incident is real; fixed at the first entry and printed everywhere."""

    LIVE = "live"
    DRILL = "drill"


class Origin(StrEnum):
    """How the incident came into the journal; fixed at the first entry."""

    NATIVE = "native"
    IMPORTED = "imported"
    BACKFILLED = "backfilled"


class Status(StrEnum):
    """Where the response stands 处置状态."""

    DECLARED = "declared"
    RESPONDING = "responding"
    CONTAINED = "contained"
    RECOVERED = "recovered"
    RESOLVED = "resolved"
    IN_REVIEW = "in_review"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CancelKind(StrEnum):
    """Why an incident was withdrawn."""

    FALSE_ALARM = "false_alarm"
    DUPLICATE = "duplicate"
    EXTERNAL = "external"
    BELOW_THRESHOLD = "below_threshold"


class Role(StrEnum):
    """The firm's standard emergency roles; a playbook may add its own by any other id."""

    LEADER = "leader"
    COMMANDER = "commander"
    DEPUTY = "deputy"
    TECHNICAL = "technical"
    BUSINESS = "business"
    SETTLEMENT = "settlement"
    CUSTOMER_SERVICE = "customer_service"
    COMMUNICATIONS = "communications"
    LIAISON = "liaison"
    LEGAL = "legal"
    SUPPORT = "support"
    SCRIBE = "scribe"


class Milestone(StrEnum):
    """Moments that metrics and clocks are measured between."""

    ONSET = "onset"
    DETECTED = "detected"
    AWARE = "aware"
    REPORTED = "reported"
    ACKNOWLEDGED = "acknowledged"
    DECLARED = "declared"
    ACTIVATED = "activated"
    CLASSIFIED = "classified"
    CONTAINED = "contained"
    RECOVERED = "recovered"
    RECONCILED = "reconciled"
    RESOLVED = "resolved"


class Precision(StrEnum):
    """How exactly a moment is known."""

    EXACT = "exact"
    MINUTE = "minute"
    APPROXIMATE = "approximate"


class Basis(StrEnum):
    """How a person let somebody act for them."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    MESSAGE = "message"


class Known(StrEnum):
    """How the program knows who acted."""

    OS_USER = "os_user"
    ASSERTED = "asserted"
    IMPORTED = "imported"
    PROGRAM = "program"
    """the program itself, as it watches"""


class NoteKind(StrEnum):
    """What a plain timeline note is."""

    NOTE = "note"
    FINDING = "finding"
    HYPOTHESIS = "hypothesis"
    TODO = "todo"


class TaskState(StrEnum):
    """Where a time-boxed task stands."""

    GIVEN = "given"
    ACKNOWLEDGED = "acknowledged"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class MessageState(StrEnum):
    """Where a message to an audience stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"
    FAILED = "failed"


class ReportKind(StrEnum):
    """Which upward report 报送 it is: 初报, 续报 or 终报."""

    INITIAL = "initial"
    PROGRESS = "progress"
    FINAL = "final"


class Relation(StrEnum):
    """How another incident relates to this one; read "this incident is … that one"."""

    PARENT_OF = "parent_of"
    CHILD_OF = "child_of"
    RELATED = "related"
    DUPLICATE_OF = "duplicate_of"
    CAUSED_BY = "caused_by"
    RECURRENCE_OF = "recurrence_of"


class StepState(StrEnum):
    """Where a step of a running playbook stands; derived, never stored."""

    DORMANT = "dormant"
    BLOCKED = "blocked"
    """its condition cannot be judged before a question is answered"""
    READY = "ready"
    WAITING = "waiting"
    """for a moment or a condition"""
    ACTIVE = "active"
    FAILED = "failed"
    DONE = "done"
    SKIPPED = "skipped"
    NOT_APPLICABLE = "not_applicable"


class CalledBecause(StrEnum):
    """Why a level was called."""

    DUE = "due"
    """nobody had answered in time"""
    BY_HAND = "by_hand"
    UNREACHED = "unreached"
    """nobody of the level before could be reached"""
    EXPIRED = "expired"
    """the acknowledgement was void"""


class PassedBecause(StrEnum):
    """Why a level was passed over."""

    NOBODY = "nobody"
    """nobody is on call"""
    KNOWING = "knowing"
    """all of them have acknowledged already"""
    NOT_NOW = "not_now"
    """its condition does not hold"""


class CallOutcome(StrEnum):
    """What came of dialling a number."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    BUSY = "busy"


class DefinitionKind(StrEnum):
    """What kind of file is adopted."""

    PLAYBOOK = "playbook"
    ROSTER = "roster"


class Reserved(StrEnum):
    """What every condition may read of the incident itself."""

    SEVERITY = "severity"
    LEVEL = "level"
    MODE = "mode"
    SERVICE = "service"


class Field(StrEnum):
    """A field that people type; named when what they typed is refused."""

    TITLE = "title"
    TEXT = "text"
    PERSON = "person"
    ROLE = "role"
    REASON = "reason"
    AUTHORISED_BY = "authorised_by"
    BRIEF = "brief"
    HOW = "how"
    NOTE = "note"
    AMOUNT = "amount"
    SUSPENSE = "suspense"
    QUESTION = "question"
    CHOICE = "choice"
    OPTION = "option"
    RATIONALE = "rationale"
    OBJECTIONS = "objections"
    AUDIENCE = "audience"
    CHANNEL = "channel"
    RECIPIENT = "recipient"
    RECEIPT = "receipt"
    REFERENCE = "reference"
    NAME = "name"
    SERVICE = "service"
    KEY = "key"
    DOCUMENT = "document"
    VALUE = "value"
    SOURCE = "source"


class Reasoned(StrEnum):
    """An act that is allowed only with a reason."""

    REOPENING = "reopening"
    GOING_BACK = "going_back"
    CANCELLING = "cancelling"
    LOWERING_SEVERITY = "lowering_severity"
    TAKING_ROLE = "taking_role"
    RELEASING_ROLE = "releasing_role"
    ENDING_HANDOVER = "ending_handover"
    SKIPPING = "skipping"
    REOPENING_STEP = "reopening_step"
    FAILING_STEP = "failing_step"
    GIVING_UP_PLAYBOOK = "giving_up_playbook"
    CORRECTING = "correcting"
    FAILING = "failing"
    QUARANTINING = "quarantining"
    OVERRIDING = "overriding"
    CANCELLING_OVERRIDE = "cancelling_override"
    JUDGING_FALSE = "judging_false"
    ACCEPTING = "accepting"
