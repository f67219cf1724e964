"""The variables that a playbook declares, and values that it gives them."""

from collections.abc import Mapping
from dataclasses import replace

from netfin_incident.domain.expression import read_value
from netfin_incident.domain.playbook import Assignment, Choice, Variable, VariableKind
from netfin_incident.domain.text import Text
from netfin_incident.errors import CommandRefused
from netfin_incident.library.reading import Given, Reading


def compile_variables(variables: Given, reading: Reading) -> tuple[Variable, ...]:
    """Every variable that can be used."""
    return tuple(
        _compile(variable, given, reading)
        for variable, given in variables.items()
        if "kind" in given
    )


def canonical(
    variable: Variable | None, text: str, given: Given, key: str, reading: Reading
) -> str:
    """`text` as `variable` keeps it; it stands in `given` under `key`, where an error would be."""
    if variable is None:
        return text
    try:
        return read_value(variable, text)
    except CommandRefused:
        place = reading.place(given.source, key)
        reading.refuse("value-unfit", place, given=text, variable=variable.id, kind=variable.kind)
        return ""


def _compile(variable_id: str, given: Given, reading: Reading) -> Variable:
    kind = VariableKind(given["kind"])
    is_choice = kind is VariableKind.CHOICE
    if is_choice and "choices" not in given.source:
        place = reading.key_place(reading.root["variables"].source, variable_id)
        reading.refuse("field-missing", place, field="choices")
    if not is_choice and "choices" in given.source:
        place = reading.key_place(given.source, "choices")
        reading.refuse("choices-misplaced", place, variable=variable_id, kind=kind)
    choices = tuple(
        Choice(one.get("id", ""), one.get("name", Text("", ""))) for one in given.get("choices", ())
    )
    variable = Variable(
        id=variable_id,
        kind=kind,
        name=given.get("name", Text(variable_id, variable_id)),
        question=given.get("question"),
        role=given.get("role", ""),
        choices=choices,
    )
    if "value" not in given:
        return variable
    return replace(variable, value=canonical(variable, given["value"], given, "value", reading))


def assignments(
    given: Given, variables: Mapping[str, Variable], reading: Reading
) -> tuple[Assignment, ...]:
    """The variables that a step sets."""
    values: Given | None = given.get("sets")
    if values is None:
        return ()
    return tuple(
        Assignment(name, canonical(variables.get(name), text, values, name, reading))
        for name, text in values.items()
    )
