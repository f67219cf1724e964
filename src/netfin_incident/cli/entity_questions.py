"""What has to be said of a firm, asked one question after another, or given as `KEY=VALUE`.

Every answer is read as the file would be, so nothing is accepted that the file refuses.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeAlias

from netfin_incident.cli.call import Call
from netfin_incident.domain.firm import Licence
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.entity import LISTS, NEEDED, OPTIONAL, entity_text, read_entity
from netfin_incident.library.source import Source
from netfin_incident.wording import firm_answers as said
from netfin_incident.wording.explain import explain

KEYS: Final = ("name.zh", "name.en", *NEEDED[1:], *OPTIONAL)
_YES_NO: Final = {
    **dict.fromkeys(("y", "yes", "true", "是"), "true"),
    **dict.fromkeys(("n", "no", "false", "否"), "false"),
}

Answers: TypeAlias = dict[str, str]
"""What was typed, by the keys of `KEYS`."""


def asked(call: Call, path: Path, read: Callable[[], str]) -> str:
    """The text of a file for the answers that `read` gives, line by line.

    Raises:
        UsageError: the input ended before the last answer.
        DefinitionError: the clocks cannot be read.
    """
    shelf, answers = call.session.clocks, Answers()
    choices = _choices(shelf)
    for key in KEYS:
        if key in choices:
            call.tell(said.TO_CHOOSE_FROM, choices=", ".join(choices[key]) or "–")
        while True:
            call.tell(said.QUESTIONS[key])
            typed = read()
            if not typed:
                raise UsageError("entity-unfinished", key=key)
            answers[key] = clean_line(typed)
            error = _fault(answers, path, shelf)
            if error is None:
                break
            call.output.tell(explain(error, call.language).line)
    return _text(answers)


def given(call: Call, path: Path, pairs: Iterable[str]) -> str:
    """The text of a file for answers given as `KEY=VALUE`.

    Raises:
        UsageError: one cannot be read or comes twice, or one that is needed is not there.
        DefinitionError: the file would refuse one; or the clocks cannot be read.
    """
    answers = Answers()
    for pair in pairs:
        key, equals, value = (part.strip() for part in clean_line(pair).partition("="))
        if not equals:
            raise UsageError("entity-answer-without-value", given=key)
        if key not in KEYS:
            raise UsageError(
                "entity-key-unknown", given=key, choices=KEYS, nearest=nearest(key, KEYS)
            )
        if key in answers:
            raise UsageError("entity-answer-twice", key=key)
        answers[key] = value
    lacking = tuple(key for key in KEYS if key not in answers and key not in OPTIONAL)
    if lacking:
        raise UsageError("entity-answers-missing", keys=lacking)
    error = _fault(answers, path, call.session.clocks)
    if error is not None:
        raise error
    return _text(answers)


def _choices(shelf: ClockShelf) -> dict[str, tuple[str, ...]]:
    return {
        "licences": tuple(map(str, Licence)),
        "regimes": shelf.regimes,
        "calendar": tuple(sorted(shelf.calendars())),
        "kinds": shelf.kinds,
    }


def _fault(answers: Answers, path: Path, shelf: ClockShelf) -> DefinitionError | None:
    """What the file would refuse of `answers`; that others are still missing is no fault."""
    text = _text(answers)
    source = Source(str(path), text, sha256(text.encode()).hexdigest())
    _, reading = read_entity(source, shelf)
    error = next((one for one in reading.errors if one.slug != "field-missing"), None)
    if error is not None:
        # The file does not exist yet, so that a line of it would tell nobody anything.
        error.place = None
    return error


def _text(answers: Answers) -> str:
    values: dict[str, str | Text | list[str]] = {}
    for key, typed in answers.items():
        if key in LISTS:
            if typed or key in NEEDED:
                values[key] = typed.replace(",", " ").replace("，", " ").replace("、", " ").split()
        elif key == "critical_infrastructure":
            values[key] = _YES_NO.get(typed.casefold(), typed)
        elif not key.startswith("name.") and (typed or key in NEEDED):
            values[key] = typed
    chinese, english = answers.get("name.zh", ""), answers.get("name.en")
    values["name"] = Text(chinese if english is None else english, chinese)
    return entity_text(values)
