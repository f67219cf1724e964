"""From an error to what a person reads: what happened, why, and what to do next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from netfin_incident.domain.incident.checklist import Obstacle
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.errors import NetfinError
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.definitions import DEFINITIONS
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.obstacles import obstacle_sentence
from netfin_incident.wording.records import RECORDS
from netfin_incident.wording.refusals import REFUSALS
from netfin_incident.wording.usage import USAGE

CATALOGUE: Final[dict[str, Saying]] = {**REFUSALS, **DEFINITIONS, **RECORDS, **USAGE}
"""Every slug with its code and sentences; a slug belongs to one family."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One error in the reader's language."""

    code: str
    what: str
    why: str
    hint: str
    language: Language

    @property
    def line(self) -> str:
        """All of it on one line, as a shell shows it."""
        colon, stop = (": ", ". ") if self.language is Language.EN else ("：", "。")
        return f"{self.what}{colon}{self.why}{stop}{self.hint} · {self.code}"


def explain(error: NetfinError, language: Language) -> Explained:
    """What `error` says to a reader of `language`; values are cleaned and cut to a readable length.

    An error with the value `nearest` may use `{did_you_mean}`, which is empty where nothing is near.
    """
    saying = CATALOGUE[error.slug]
    values = {name: _said(value, language) for name, value in error.values.items()}
    if "nearest" in values:
        near = values["nearest"]
        values["did_you_mean"] = say(_DID_YOU_MEAN, language).format(near) if near else ""
    what = say(saying.what, language).format_map(values)
    if error.place is not None:
        what = f"{clean_line(str(error.place))} {what}"
    return Explained(
        saying.code,
        what,
        say(saying.why, language).format_map(values),
        say(saying.hint, language).format_map(values),
        language,
    )


_DID_YOU_MEAN: Final = Text("Did you mean “{}”? ", "是否指“{}”？")
_NONE: Final = Text("none", "无")
_LONGEST: Final = 120


def _said(value: object, language: Language) -> str:
    match value:
        case Enum():
            return say(label(value), language)
        case Text():
            return say(value, language)
        case Obstacle():
            return say(obstacle_sentence(value), language)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S %Z")
        case str():
            line = clean_line(value)
            return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
        case Iterable():
            return _listed(list(value), language)
        case _:
            return str(value)


def _listed(items: list[object], language: Language) -> str:
    """The items in a row; sentences are parted more clearly than names."""
    if not items:
        return say(_NONE, language)
    joint = Text("; ", "；") if isinstance(items[0], Obstacle) else Text(", ", "、")
    return say(joint, language).join(_said(item, language) for item in items)
