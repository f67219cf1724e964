"""A definition as its entries leave it: the versions in the order of adoption, and the approvals.

A version replaces every one adopted before it, from its own date on.  An approval belongs to a
text, not to an adoption: a version that is adopted again is still approved.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from hashlib import sha256

from netfin_incident.domain.definition import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.vocabulary import DefinitionKind


@dataclass(frozen=True, slots=True)
class Version:
    """One adoption."""

    revision: int
    sha256: str
    adopted_by: str
    adopted_at: datetime
    effective_from: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """One approval of a version."""

    sha256: str
    by: str
    at: datetime
    document: str
    author: str
    note: str = ""
    alone: str = ""
    """Why the author or adopter approved it alone (紧急授权); empty where another person did."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A version, and its approval where it has one."""

    id: str
    version: Version
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class Definition:
    """Everything that was adopted and approved under one id."""

    kind: DefinitionKind
    id: str
    versions: tuple[Version, ...]
    """At least one; the last is the one adopted last."""
    approvals: tuple[Approval, ...] = ()

    @property
    def newest(self) -> Version:
        """The version adopted last."""
        return self.versions[-1]

    def in_force(self, at: datetime) -> Standing | None:
        """The version that counted at a moment, as approved by then; None before the first."""
        begun = (one for one in reversed(self.versions) if one.effective_from <= at)
        version = next(begun, None)
        if version is None:
            return None
        return Standing(self.id, version, self.approval_of(version.sha256, at))

    def approval_of(self, digest: str, at: datetime | None = None) -> Approval | None:
        """The last approval of the text with that hash, given by a moment if that is named.

        One by another person is not replaced by a later one of a person alone.
        """
        given = [one for one in self.approvals_of(digest) if at is None or one.at <= at]
        apart = [one for one in given if not one.alone]
        return (apart or given)[-1] if given else None

    def approvals_of(self, digest: str) -> tuple[Approval, ...]:
        """The approvals of the text with that hash, in the order in which they were recorded."""
        return tuple(one for one in self.approvals if one.sha256 == digest)

    def responsible(self, digest: str, author: str) -> frozenset[str]:
        """Who may not approve the text alone: its author, and whoever adopted it."""
        adopters = (one.adopted_by for one in self.versions if one.sha256 == digest)
        return frozenset((author, *adopters))


def replay(history: Iterable[tuple[Act, e.Event]]) -> Definition | None:
    """The definition after all of `history`; None where nothing was adopted."""
    return reduce(lambda state, entry: apply(state, *entry), history, None)


def apply(definition: Definition | None, act: Act, event: e.Event) -> Definition:
    """The definition after one more event.

    Raises:
        ValueError: the event cannot have happened after those before it.
    """
    if definition is None:
        if isinstance(event, e.DefinitionApproved):
            raise ValueError(event.id)
        return Definition(event.kind, event.id, (_version(act, event),))
    if (event.kind, event.id) != (definition.kind, definition.id):
        raise ValueError(event.id)
    if isinstance(event, e.DefinitionAdopted):
        return replace(definition, versions=(*definition.versions, _version(act, event)))
    approval = _approval(definition, act, event)
    return replace(definition, approvals=(*definition.approvals, approval))


def digest_of(body: str) -> str:
    """The hash by which a version is known."""
    return sha256(body.encode()).hexdigest()


def _version(act: Act, event: e.DefinitionAdopted) -> Version:
    if digest_of(event.body) != event.sha256:
        raise ValueError(event.sha256)
    return Version(
        event.revision, event.sha256, act.person, act.happened, event.effective_from, event.note
    )


def _approval(definition: Definition, act: Act, event: e.DefinitionApproved) -> Approval:
    if not any(one.sha256 == event.sha256 for one in definition.versions):
        raise ValueError(event.sha256)
    is_alone = act.person in definition.responsible(event.sha256, event.author)
    return Approval(
        event.sha256, act.person, act.happened, event.document, event.author, event.note,
        alone=act.break_glass if is_alone else "",
    )  # fmt: skip
