"""The variables that a playbook's steps read and fill, in fields, conditions and texts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from netfin_incident.domain.expression import check, parse
from netfin_incident.domain.playbook import Plan, Variable, VariableKind
from netfin_incident.errors import DefinitionError
from netfin_incident.library.reading import Given, Reading

ALWAYS_KNOWN: Final = ("severity", "service", "mode")
"""What a text may show of the incident beside its variables."""

_BRACED: Final = re.compile(r"\{([\w.\- ]*)\}")


def check_facts(plan: Plan, reading: Reading) -> None:
    """Record every variable that is not declared, and every condition that cannot be judged."""
    variables = plan.variables_by_id
    for given, key, name in _named(reading):
        if name not in variables:
            place = reading.word_place(given, key, name)
            reading.refuse_name("variable-undeclared", place, name, variables)
    for filled in _filled(reading):
        for name in (name for name in filled if name not in variables):
            place = reading.key_place(filled.source, name)
            reading.refuse_name("variable-undeclared", place, name, variables)
    for given in reading.steps:
        _check_each(given, variables, reading)
        _check_texts(given, variables, reading)
    for given, key in _conditions(reading):
        _check_condition(given, key, variables, reading)


def _named(reading: Reading) -> Iterator[tuple[Given, str, str]]:
    """Every variable that a field names: where, under which key, and which."""
    for given in reading.steps:
        yield from ((given, "into", name) for name in given.get("into", ()))
        if "each" in given:
            yield given, "each", given["each"]


def _filled(reading: Reading) -> Iterator[Given]:
    """Every mapping whose keys are variables."""
    for given in reading.steps:
        if "sets" in given:
            yield given["sets"]
        if "capture" in given.get("command", ()):
            yield given["command"]["capture"]


def _check_each(given: Given, variables: Mapping[str, Variable], reading: Reading) -> None:
    variable = variables.get(given.get("each", ""))
    if variable is not None and variable.kind is not VariableKind.LIST:
        place = reading.place(given.source, "each")
        reading.refuse("each-not-list", place, given=variable.id, kind=variable.kind)


def _conditions(reading: Reading) -> Iterator[tuple[Given, str]]:
    """Every condition: where, and under which key."""
    for given in reading.steps:
        for holder in (given, *given.get("options", ())):
            yield from ((holder, key) for key in ("when", "suggest", "until") if key in holder)


def _check_condition(
    given: Given, key: str, variables: Mapping[str, Variable], reading: Reading
) -> None:
    text: str = given[key]
    try:
        problems = check(parse(text), variables)
    except DefinitionError as error:
        place = reading.text_place(given, key, text, int(str(error.values["column"])))
        reading.refuse(error.slug, place, **error.values)
        return
    for problem in problems:
        place = reading.text_place(given, key, text, problem.column)
        reading.record(problem.as_error(place))


def _check_texts(given: Given, variables: Mapping[str, Variable], reading: Reading) -> None:
    """Check that every placeholder stands for something."""
    texts = list(given.get("command", {}).get("run", ()))
    if "template" in given:
        texts += [given["template"].zh, given["template"].en]
    names = [name for text in texts for name in _BRACED.findall(text)]
    for name in dict.fromkeys(names):
        if name not in variables and name not in ALWAYS_KNOWN:
            key = "template" if "template" in given else "command"
            known = (*variables, *ALWAYS_KNOWN)
            place = reading.place(given.source, key)
            reading.refuse_name("placeholder-unknown", place, name, known)
