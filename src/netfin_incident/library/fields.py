"""One value of a definition file at a time: what it must be, and what to say when it is not.

A reader that finds something wrong records it and returns a value that lets reading go on, so
that one look at a file names as many of its errors as possible.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from netfin_incident.domain.text import MAX_LINE, MAX_TEXT, Text, clean, clean_line
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.choices import choices
from netfin_incident.library.source import code_point
from netfin_incident.library.yaml_reader import Document, Route, Tree

MAX_ID: Final = 64
"""Longest id, in characters."""
MAX_ERRORS: Final = 100
"""How many errors of one file are kept."""
_ID_CHARACTER: Final = re.compile(r"[A-Za-z0-9_-]")


@dataclass(slots=True)
class Reading:
    """What reading one document has found so far."""

    document: Document
    errors: list[DefinitionError] = field(default_factory=list)
    texts: list[tuple[Place, str]] = field(default_factory=list)
    """Every text for people, for lint."""
    untranslated: list[Place] = field(default_factory=list)
    """Texts that are there in one language only."""
    marks: dict[tuple[str, ...], Place] = field(default_factory=dict)
    """Places that later checks point at, by what stands there: `("step", "switch")`."""

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that more would help nobody."""
        return len(self.errors) >= MAX_ERRORS

    def refuse(self, slug: str, place: Place, **values: object) -> None:
        """Record an error and go on."""
        if not self.is_full:
            self.errors.append(DefinitionError(slug, place=place, **values))

    def refuse_name(
        self, slug: str, place: Place, given: str, known: Iterable[str], **values: object
    ) -> None:
        """Record that `given` is not one of the names `known`, with what it may have meant."""
        if not self.is_full:
            self.refuse(slug, place, given=given, choices=choices(given, known), **values)

    def place_of(self, *mark: str) -> Place:
        """Where the thing that `mark` names stands."""
        return self.marks.get(mark) or Place(self.document.file)

    def first_error(self) -> DefinitionError | None:
        """The error that stands first in the file, or None."""
        return min(self.errors, key=position, default=None)


def position(error: DefinitionError) -> tuple[int, int]:
    """Line and column of `error`, to order errors as they stand in the file."""
    return (error.place.line, error.place.column) if error.place else (0, 0)


@dataclass(frozen=True, slots=True)
class Field:
    """A value, where it stands, and the reading it belongs to."""

    reading: Reading
    value: Tree
    route: Route = ()
    at: Place | None = None
    """Where it stands, if not where the value of `route` does: for keys."""

    @property
    def name(self) -> str:
        """The key it is under; for an item of a list, the key of the list."""
        return next((key for key in reversed(self.route) if isinstance(key, str)), "")

    @property
    def place(self) -> Place:
        """Where the value starts."""
        return self.at or self.reading.document.places[self.route]

    @property
    def key_place(self) -> Place:
        """Where the key of the value starts; for an item of a list, where the item does."""
        return self.reading.document.keys.get(self.route) or self.place

    def refuse(self, slug: str, **values: object) -> None:
        """Record that this value cannot be used."""
        self.reading.refuse(slug, self.place, **values)

    def mark(self, *mark: str) -> None:
        """Remember this place under a name, for checks that come later."""
        self.reading.marks.setdefault(mark, self.place)


def entries(field: Field) -> dict[str, Field]:
    """The values of a mapping by key, whatever the keys are."""
    if not isinstance(field.value, dict):
        field.refuse("field-not-mapping", field=field.name)
        return {}
    return {
        key: Field(field.reading, value, (*field.route, key)) for key, value in field.value.items()
    }


def mapping(
    field: Field, *, allowed: Iterable[str], needed: Iterable[str] = (), later: Iterable[str] = ()
) -> dict[str, Field]:
    """The values of a mapping by key, each key one of those `allowed`, all `needed` ones there.

    Keys listed in `later` are refused as belonging to a newer version of the format.
    """
    known = tuple(allowed)
    kept = {}
    for key, value in entries(field).items():
        if key in known:
            kept[key] = value
        elif key in later:
            field.reading.refuse("field-later", value.key_place, field=key)
        else:
            field.reading.refuse_name("field-unknown", value.key_place, key, known)
    if isinstance(field.value, dict):
        for key in needed:
            if key not in kept:
                field.refuse("field-missing", field=key)
    return kept


def items(field: Field) -> list[Field]:
    """The values of a list."""
    if not isinstance(field.value, list):
        field.refuse("field-not-list", field=field.name)
        return []
    return [
        Field(field.reading, value, (*field.route, index))
        for index, value in enumerate(field.value)
    ]


def filled(field: Field) -> list[Field]:
    """The values of a list that may not be empty."""
    found = items(field)
    if field.value == []:
        field.refuse("field-empty", field=field.name)
    return found


def plain(field: Field) -> str:
    """One line of text, cleaned; empty when there is none."""
    if not isinstance(field.value, str):
        field.refuse("field-not-text", field=field.name)
        return ""
    line = clean_line(field.value)
    if not line:
        field.refuse("field-empty", field=field.name)
    elif len(line) > MAX_LINE:
        field.refuse("field-too-long", field=field.name, limit=MAX_LINE)
    return line


def identifier(field: Field) -> str:
    """An id: ASCII letters, digits, `-` and `_`, so that none can pass for another."""
    given = plain(field)
    strange = next((c for c in given if not _ID_CHARACTER.match(c)), None)
    if strange is None and given[:1] in {"-", "_"}:
        strange = given[0]
    if strange is not None:
        field.refuse("id-unreadable", given=given, character=code_point(strange))
    elif MAX_ID < len(given) <= MAX_LINE:
        field.refuse("field-too-long", field=field.name, limit=MAX_ID)
    return given


def folded(given: str) -> str:
    """An id with everything gone that two ids must not differ by alone."""
    return unicodedata.normalize("NFKC", given).casefold()


def choice(field: Field, allowed: Iterable[str]) -> str:
    """One of a closed list of words."""
    given = plain(field)
    known = tuple(allowed)
    if given and given not in known:
        field.reading.refuse_name("choice-unknown", field.place, given, known, field=field.name)
    return given


def whole_number(field: Field, *, at_most: int) -> int:
    """A whole number from 1."""
    given = plain(field)
    number = int(given) if re.fullmatch(r"[0-9]{1,9}", given) else 0
    if given and not 0 < number <= at_most:
        field.refuse("field-not-a-number", field=field.name, given=given, limit=at_most)
    return number


def bilingual(field: Field, *, longest: int = MAX_LINE) -> Text:
    """Text in both languages; one language alone stands for both and is remembered for lint."""
    read = _passage if longest == MAX_TEXT else plain
    if isinstance(field.value, str):
        words = read(field)
        found = {"zh": words, "en": words} if words else {}
    else:
        given = mapping(field, allowed=("zh", "en"))
        found = {language: read(value) for language, value in given.items()}
        if not found:
            field.refuse("field-empty", field=field.name)
    if found and (isinstance(field.value, str) or len(found) == 1):
        field.reading.untranslated.append(field.place)
    field.reading.texts.extend((field.place, words) for words in dict.fromkeys(found.values()))
    any_words = next(iter(found.values()), "")
    return Text(en=found.get("en", any_words), zh=found.get("zh", any_words))


def _passage(field: Field) -> str:
    if not isinstance(field.value, str):
        field.refuse("field-not-text", field=field.name)
        return ""
    words = clean(field.value).strip()
    if not words:
        field.refuse("field-empty", field=field.name)
    elif len(words) > MAX_TEXT:
        field.refuse("field-too-long", field=field.name, limit=MAX_TEXT)
    return words
