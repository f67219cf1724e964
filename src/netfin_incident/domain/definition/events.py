"""What happens to a definition, in the past tense.

`KIND` is the stable name under which an event is stored; it never changes once released.
"""

from datetime import datetime
from typing import ClassVar, TypeAlias

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import DefinitionKind


@dataclass(frozen=True, slots=True)
class DefinitionAdopted:
    """A version was adopted 采用: its text is kept, and counts from a moment on."""

    KIND: ClassVar[str] = "definition-adopted"
    kind: DefinitionKind
    id: str
    revision: int
    """As the text numbers itself; of one that does not, which adoption it is."""
    sha256: str
    """Of the text in UTF-8, in lower-case hexadecimal."""
    body: str
    """The text of the file as it was adopted."""
    effective_from: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionApproved:
    """An adopted version was approved 审批 by the person whose act it is."""

    KIND: ClassVar[str] = "definition-approved"
    kind: DefinitionKind
    id: str
    revision: int
    sha256: str
    document: str
    """Number of the document in which it was decided."""
    author: str
    """Who wrote the version."""
    note: str = ""


Event: TypeAlias = DefinitionAdopted | DefinitionApproved
