"""What may be asked about a definition, in the imperative.  The rules may refuse any of it."""

from datetime import datetime
from typing import TypeAlias

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import DefinitionKind


@dataclass(frozen=True)
class Adopt:
    """Let a text be the version that counts from a moment on."""

    kind: DefinitionKind
    id: str
    revision: int
    """As the text numbers itself; 0 for one that does not, so that its adoptions are counted."""
    body: str
    """The text of the file, every character of it."""
    effective_from: datetime | None = None
    """Aware UTC; None for the moment of the act."""
    note: str = ""


@dataclass(frozen=True)
class Approve:
    """Record that a version was approved by the person who acts."""

    id: str
    document: str
    """Number of the document in which it was decided."""
    author: str = ""
    """Who wrote the version; empty where that is whoever adopted it."""
    note: str = ""
    sha256: str = ""
    """The hash of the version or its first digits; empty for the one adopted last."""


Command: TypeAlias = Adopt | Approve
