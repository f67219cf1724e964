"""Rules of what is known: variables that playbooks ask for."""

from collections.abc import Iterable, Mapping

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.finding import find_run
from netfin_incident.domain.incident.rules.typed import MAX_RAW
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.playbook import Variable, VariableKind
from netfin_incident.domain.text import MAX_LINE
from netfin_incident.domain.vocabulary import Field
from netfin_incident.errors import CommandRefused


def set_variable(incident: Incident, asked: c.SetVariable) -> list[e.Event]:
    """Say what a fact is.

    Raises:
        CommandRefused: no attached playbook knows the variable, or the value cannot be read.
    """
    if not incident.runs:
        raise CommandRefused("no-playbook", id=incident.id)
    named = find_run(incident, asked.playbook).plan.variables_by_id if asked.playbook else None
    known = incident.variables if named is None else named
    return said(incident, [(_find(known, asked.variable), asked.value)], "")


def answered(
    incident: Incident, run: Run, given: Iterable[tuple[str, str]], step: str
) -> list[e.Event]:
    """What follows from values typed for variables of `run`.

    Raises:
        CommandRefused: a variable is not one of the playbook's, or a value cannot be read.
    """
    pairs = [(_find(run.plan.variables_by_id, name), typed) for name, typed in given]
    return said(incident, pairs, f"{run.plan.id}/{step}")


def _find(known: Mapping[str, Variable], name: str) -> Variable:
    if name not in known:
        raise CommandRefused("variable-unknown", variable=name, nearest=nearest(name, known))
    return known[name]


def said(incident: Incident, given: Iterable[tuple[Variable, str]], step: str) -> list[e.Event]:
    """An event for each variable that is now known to be something else.

    Raises:
        CommandRefused: a value cannot be read.
    """
    from netfin_incident.domain.expression import read_value

    events: list[e.Event] = []
    for variable, typed in given:
        if len(typed) > MAX_RAW:
            raise CommandRefused(
                "text-too-long", field=Field.VALUE, length=len(typed), longest=MAX_LINE
            )
        value = read_value(variable, typed) if typed.strip() else ""
        if value and variable.kind is VariableKind.MONEY:
            _check_currency(incident, variable, value)
        answer = incident.answers.get(variable.id)
        if value != (variable.value if answer is None else answer.value):
            events.append(e.VariableSet(variable.id, value, step))
    return events


def _check_currency(incident: Incident, variable: Variable, amount: str) -> None:
    """Hold that the playbooks can compare an amount in its currency: they know no rates."""
    from netfin_incident.domain.expression import currencies_of, parse, variables_of

    conditions = (parse(one) for run in incident.runs.values() for one in run.plan.conditions)
    compared = [currencies_of(one) for one in conditions if variable.id in variables_of(one)]
    known = frozenset[str]().union(*compared)
    if known and amount.split(maxsplit=1)[0] not in known:
        raise CommandRefused(
            "answer-other-currency",
            variable=variable.name,
            name=variable.id,
            currencies=tuple(sorted(known)),
        )
