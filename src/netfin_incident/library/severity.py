"""Reading `severity.yaml`: the firm's criteria of severity, and everything found wrong with them.

The format is `netfin-severity/1`, described in `docs/severity.md`.  No file means no criteria; a
file is used only when nothing at all is wrong with it.
"""

import os
from pathlib import Path
from typing import Any, Final

from netfin_incident.domain.criteria import (
    QUESTIONS,
    Answer,
    Citation,
    Criterion,
    Operator,
    SeverityCriteria,
    Threshold,
    either,
    every,
)
from netfin_incident.domain.criteria.answers import read_answer
from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.shapes import Keyed, Listing, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.usual_shapes import DAY, ID, LINE, PASSAGE, TEXT, choice
from netfin_incident.wording.criteria import ANSWERED_LIKE

SCHEMA: Final = "netfin-severity/1"
LEVELS: Final = ("firm", "primary", "secondary", "draft")
"""How far the text that a criterion cites was read."""

_GRADES: Final = tuple(one.name for one in Severity)
_TOGETHER: Final = {"all": True, "any": False}
_EXACT: Final = (VariableKind.FLAG, VariableKind.CHOICE)
_TEST: Final = Record(
    {
        "measure": choice(*QUESTIONS),
        "operator": choice(*Operator),
        **dict.fromkeys(_GRADES, LINE),
    },
    needed=("measure",),
)
_SOURCE: Final = Record(
    {
        "document": LINE,
        "article": LINE,
        "quote": PASSAGE,
        "url": LINE,
        "level": choice(*LEVELS),
        "checked_on": DAY,
    },
    needed=("document",),
)
_CRITERION: Final = Record(
    {
        "name": TEXT,
        "combine": choice(*_TOGETHER),
        "tests": Listing(_TEST, fewest=1),
        "source": _SOURCE,
    },
    needed=("name", "tests", "source"),
)
_FILE: Final = Record(
    {
        "schema": choice(SCHEMA),
        "otherwise": choice(*_GRADES),
        "criteria": Keyed(ID, _CRITERION),
    },
    needed=("schema", "criteria"),
)


def load_criteria(path: Path) -> SeverityCriteria | None:
    """The criteria in the file at `path`; None where there is no file.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    if not os.path.lexists(path):
        return None
    criteria, reading = read_criteria(read_source(path))
    reading.require_sound()
    return criteria


def check_criteria(path: Path) -> tuple[DefinitionError, ...]:
    """Everything that is wrong with the file at `path`, in its order; one not there has nothing."""
    if not os.path.lexists(path):
        return ()
    try:
        _, reading = read_criteria(read_source(path))
    except DefinitionError as error:
        return (error,)
    return reading.findings()


def read_criteria(source: Source) -> tuple[SeverityCriteria, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    given: dict[str, Given] = reading.root.get("criteria", {})
    criteria = tuple(_criterion(name, one, reading) for name, one in given.items())
    otherwise = Severity[reading.root.get("otherwise", Severity.S4.name)]
    return SeverityCriteria(criteria, otherwise), reading


def _criterion(name: str, given: Given, reading: Reading) -> Criterion:
    together = _TOGETHER[given.get("combine", "all")]
    read = [_thresholds(one, reading) for one in given.get("tests", ())]
    _require_different(given, reading)
    if together:
        _require_same_grades(name, given, read, reading)
    grades = {}
    for grade in Severity:
        tests = [thresholds[grade] for thresholds in read if grade in thresholds]
        if tests:
            grades[grade] = every(*tests) if together else either(*tests)
    return Criterion(
        name, given.get("name", Text("", "")), grades, _citation(given.get("source", {})), together
    )


def _thresholds(given: Given, reading: Reading) -> dict[Severity, Threshold]:
    """One test for each grade that has a threshold, the worst first."""
    if "measure" not in given:
        return {}
    question = QUESTIONS[given["measure"]]
    operator = Operator(given.get("operator", Operator.AT_LEAST))
    if operator is Operator.ABOVE and question.kind in _EXACT:
        place = reading.place(given.source, "operator")
        reading.refuse("severity-operator-needless", place, measure=question.id)
    found: dict[Severity, Threshold] = {}
    for grade in Severity:
        answer = _threshold(given, grade, reading)
        if answer is not None:
            found[grade] = Threshold(question.id, operator, answer.value, answer.currency)
    if not any(name in given.source for name in _GRADES):
        place = reading.place(given.source, "measure")
        reading.refuse("severity-grades-missing", place, measure=question.id)
    _require_order(given, found, reading)
    return found


def _threshold(given: Given, grade: Severity, reading: Reading) -> Answer | None:
    if grade.name not in given:
        return None
    question, typed = QUESTIONS[given["measure"]], given[grade.name]
    answer = read_answer(question, typed)
    if answer is None:
        wanted = ANSWERED_LIKE[question.kind]
        known = ", ".join(question.choices)
        place = reading.place(given.source, grade.name)
        reading.refuse(
            "severity-threshold-unread", place, measure=question.id, given=typed,
            wanted=wanted.format(choices=known),
        )  # fmt: skip
    return answer


def _require_order(given: Given, found: dict[Severity, Threshold], reading: Reading) -> None:
    """Hold that a worse grade never takes less, and that all amounts are in one currency."""
    milder: tuple[Severity, Threshold] | None = None
    for grade, test in sorted(found.items(), reverse=True):
        if milder is not None:
            place = reading.place(given.source, grade.name)
            values: dict[str, Any] = {"grade": grade.name, "other": milder[0].name}
            if test.currency != milder[1].currency:
                reading.refuse("severity-currencies-differ", place, **values)
            elif test.limit < milder[1].limit:
                reading.refuse("severity-grades-disordered", place, **values)
        milder = grade, test


def _require_different(given: Given, reading: Reading) -> None:
    seen: set[str] = set()
    for one in given.get("tests", ()):
        measure = one.get("measure", "")
        if measure and measure in seen:
            place = reading.place(one.source, "measure")
            reading.refuse("severity-measure-twice", place, measure=measure)
        seen.add(measure)


def _require_same_grades(
    name: str, given: Given, read: list[dict[Severity, Threshold]], reading: Reading
) -> None:
    """Hold that tests which count together speak of the same grades."""
    first = next((set(one) for one in read if one), set())
    for one, thresholds in zip(given.get("tests", ()), read, strict=True):
        if thresholds and set(thresholds) != first:
            place = reading.place(one.source, "measure")
            grades = ", ".join(grade.name for grade in sorted(first))
            reading.refuse("severity-grades-partial", place, criterion=name, grades=grades)


def _citation(given: Given | dict[str, Any]) -> Citation:
    return Citation(
        given.get("document", ""),
        given.get("article", ""),
        given.get("quote", ""),
        given.get("url", ""),
        given.get("level", "firm"),
        given.get("checked_on"),
    )
