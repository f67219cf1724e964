"""Commands with the customer data in their texts masked, before they are decided upon.

Masked is what people type or a log says: titles, notes, reasons, answers in words.  Ids, references,
receipts, amounts and times stay.  A text that goes out of the house is masked even where the person
keeps customer data on purpose.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.text import MAX_TEXT, clean, clean_line

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from netfin_incident.domain.customer_data import Kind

MASKED_PROSE: Final = frozenset(
    [
        "text",
        "note",
        "reason",
        "how",
        "question",
        "choice",
        "rationale",
        "objections",
        "brief",
        "withdrawn",
    ]
)
"""Values of commands that are free text of several lines."""
MASKED_LINES: Final = frozenset(["title", "name", "label", "audience", "recipient", "options"])
"""Values of commands that are one line."""
MASKED_PAIRS: Final = frozenset(["values", "reading_values"])
"""Values of commands that quote a written log, by name."""
MASKED_ANSWERS: Final = frozenset(["answers", "captured"])
"""Values of commands that are typed for variables: those of variables in words are masked."""
OUTBOUND: Final[Mapping[type, str]] = {c.RecordMessage: "text", c.CompleteStep: "text"}
"""The text of a command that is sent to others."""

_IN_WORDS: Final = {VariableKind.TEXT: clean_line, VariableKind.LIST: clean}
"""The kinds of variables whose values are words."""
_FEWEST_DIGITS: Final = 9
"""What has fewer holds no customer data; the rules are loaded only where they are needed."""
_LONGEST: Final = MAX_TEXT * 8
"""A longer text is refused whole, so that it needs no masking."""

_Asked = TypeVar("_Asked", bound="DataclassInstance")
"""A command: on an incident, or on what becomes one."""


class Masking:
    """Masks commands on one incident, and counts what was masked."""

    def __init__(self, *, keep_raw: bool = False) -> None:
        """Mask everything; with `keep_raw`, only what goes out of the house."""
        self.counts: Counter[Kind] = Counter()
        """How many of each kind were masked so far."""
        self._keep_raw = keep_raw

    def command(self, incident: Incident | None, command: _Asked) -> _Asked:
        """`command` with its texts masked."""
        changes: dict[str, Any] = {}
        for field in fields(command):
            typed = getattr(command, field.name)
            kept = self._value(incident, command, field.name, typed)
            if kept != typed:
                changes[field.name] = kept
        return replace(command, **changes) if changes else command

    def text(self, text: str, cleaned: Callable[[str], str] = clean) -> str:
        """A text as it is kept; cleaned first where it is masked, so that nothing hides in it."""
        if len(text) > _LONGEST or self._keep_raw:
            return text
        return self._masked(text, cleaned)

    def _value(
        self, incident: Incident | None, command: object, name: str, value: object
    ) -> object:
        match value:
            case str() if name == OUTBOUND.get(type(command)):
                return value if len(value) > _LONGEST else self._masked(value, clean)
            case str() if name in MASKED_PROSE:
                return self.text(value)
            case str() if name in MASKED_LINES:
                return self.text(value, clean_line)
            case str() if isinstance(command, c.SetVariable) and name == "value":
                return self._answer(incident, command.variable, value)
            case tuple() if name in MASKED_LINES:
                return tuple(self.text(one, clean_line) for one in value)
            case tuple() if name in MASKED_PAIRS:
                return tuple((key, self.text(one)) for key, one in value)
            case tuple() if name in MASKED_ANSWERS:
                return tuple((key, self._answer(incident, key, one)) for key, one in value)
            case _:
                return value

    def _answer(self, incident: Incident | None, variable: str, typed: str) -> str:
        known = incident.variables.get(variable) if incident else None
        cleaned = _IN_WORDS.get(known.kind) if known else None
        return self.text(typed, cleaned) if cleaned else typed

    def _masked(self, text: str, cleaned: Callable[[str], str]) -> str:
        if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
            return text
        from netfin_incident.domain.customer_data import found, masked

        kept = cleaned(text)
        findings = found(kept)
        self.counts.update(one.kind for one in findings)
        return masked(kept) if findings else text
