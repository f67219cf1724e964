"""What the conditions of a running playbook come to: yes, no, or a question to somebody.

A condition reads the variables as the playbook at hand declares them, and `severity`, `level`,
`mode` and `service`.  One that reads a variable nobody has said yet is not false but open.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.records import dataclass

if TYPE_CHECKING:
    from netfin_incident.domain.expression import Expression, Value


@dataclass(frozen=True, slots=True)
class Judged:
    """What a condition comes to."""

    holds: bool | None
    """None while something it reads is not known."""
    at: datetime | None = None
    """When the newest of the variables it reads was said; None where it reads none that was."""
    asks: tuple[str, ...] = ()
    """The variables that keep it open."""


ALWAYS: Final = Judged(holds=True)
_LEVEL: Final = "level"
_NO_SERVICE: Final = "-"
"""A service that nobody named stays so: it is none of those that a condition asks for."""


class Conditions:
    """The conditions of one run, each judged once."""

    def __init__(self, incident: Incident, run: Run) -> None:
        """Judge by what is known of `incident`."""
        self._incident, self._run = incident, run
        self._judged: dict[str, Judged] = {}

    @cached_property
    def values(self) -> "Mapping[str, Value]":
        """What conditions can read."""
        return known_values(self._incident, self._run)

    def judge(self, condition: str) -> Judged:
        """What `condition` comes to; none at all always holds."""
        if not condition:
            return ALWAYS
        if condition not in self._judged:
            from netfin_incident.domain.expression import evaluate, parse, variables_of

            expression = parse(condition)
            holds = evaluate(expression, self.values)
            asks = self._open_in(expression) if holds is None else ()
            if holds is None and not asks:
                holds = bool(evaluate(expression, {**self.values, "service": _NO_SERVICE}))
            said_at = self.newest(variables_of(expression))
            self._judged[condition] = Judged(holds, said_at, asks)
        return self._judged[condition]

    def _open_in(self, expression: "Expression") -> tuple[str, ...]:
        """What must be said: a variable, the response level, or an amount in another currency."""
        from netfin_incident.domain.expression import reads, unknowns, variables_of

        unset = unknowns(expression, self.values)
        if not unset and _LEVEL in reads(expression) and _LEVEL not in self.values:
            return (_LEVEL,)
        return unset or tuple(sorted(variables_of(expression)))

    def newest(self, variables: Iterable[str]) -> datetime | None:
        """When the newest of `variables` was said."""
        answers = self._incident.answers
        said = (answers[name].at for name in variables if name in answers)
        return max(said, default=None)

    def lines(self, variable: str) -> tuple[str, ...] | None:
        """The lines of a variable of kind `list`; None while it is not known."""
        found = self.values.get(variable)
        return found if isinstance(found, tuple) else None


def known_values(incident: Incident, run: Run) -> "Mapping[str, Value]":
    """Everything a condition of `run` can read, as values of the declared kinds."""
    values: dict[str, Value] = {
        "severity": incident.severity,
        "mode": incident.mode.value,
        "service": incident.service,
    }
    if incident.level is not None:
        values[_LEVEL] = incident.level
    texts = known_texts(incident, run)
    if not texts:
        return values
    from netfin_incident.domain.expression import values_of

    return {**values, **values_of(run.plan.variables_by_id, texts)}


def known_texts(incident: Incident, run: Run) -> dict[str, str]:
    """The variables that `run` declares and that are known, in canonical form."""
    texts = {}
    for variable in run.plan.variables:
        answer = incident.answers.get(variable.id)
        text = variable.value if answer is None else answer.value
        if text:
            texts[variable.id] = text
    return texts
