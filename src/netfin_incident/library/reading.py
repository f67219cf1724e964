"""What reading one definition file has found: its errors, its texts, and where its parts stand.

A reader that finds something wrong records it and leaves the value out, so that one look at a file
names as many of its errors as possible.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.choices import choices
from netfin_incident.library.yaml_reader import Document, Holder, YamlMap

MAX_ERRORS: Final = 100
"""How many errors of one file are kept."""

Key: TypeAlias = Any
"""What a value is under: a `str` in a mapping, an index in a list."""


class Given(dict[str, Any]):
    """The usable values of a mapping that was read, and the mapping as it stands in the file."""

    __slots__ = ("kind", "source")

    def __init__(self, source: YamlMap, kind: str = "") -> None:
        """Begin with no values; `kind` is the key that told which fields it may have."""
        self.source = source
        self.kind = kind


class Reading:
    """What reading one document has found so far."""

    def __init__(self, document: Document) -> None:
        """Begin to read `document`."""
        self.document = document
        self.errors: list[DefinitionError] = []
        self.root: Given = Given(YamlMap())
        """The values of the whole file, once they are read."""
        self.steps: list[Given] = []
        """Every step, in the order of the plan's, once the plan is compiled."""
        self.texts: list[tuple[Holder, Key, Text]] = []
        """Every text for people, and where it is."""
        self._untranslated: list[tuple[Holder, Key]] = []

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that more would help nobody."""
        return len(self.errors) >= MAX_ERRORS

    def record(self, error: DefinitionError) -> None:
        """Record an error and go on."""
        if not self.is_full:
            self.errors.append(error)

    def refuse(self, slug: str, place: Place, **values: object) -> None:
        """Record what is wrong and go on."""
        self.record(DefinitionError(slug, place=place, **values))

    def refuse_name(
        self, slug: str, place: Place, given: str, known: Iterable[str], **values: object
    ) -> None:
        """Record that `given` is not one of the names `known`, with what it may have meant."""
        if not self.is_full:
            self.refuse(slug, place, given=given, choices=choices(given, known), **values)

    def require_sound(self) -> None:
        """Refuse a file in which anything is wrong.

        Raises:
            DefinitionError: of what is wrong, what stands first in the file.
        """
        error = min(self.errors, key=position, default=None)
        if error is not None:
            raise error

    def findings(self) -> tuple[DefinitionError, ...]:
        """Everything that is wrong, and every text in one language only, as it stands in the file."""
        for holder, key in self._untranslated:
            self.refuse("translation-missing", self.place(holder, key))
        return tuple(sorted(self.errors, key=position))

    def place(self, holder: Holder, key: Key) -> Place:
        """Where the value under `key` starts."""
        return self.document.place(holder, key)

    def key_place(self, holder: Holder, key: Key) -> Place:
        """Where the key of a value starts; for an item of a list, where the item does."""
        return self.document.key_place(holder, key)

    def word_place(self, given: Given, key: str, word: str) -> Place:
        """Where `word` stands in the value under `key`, be it that value or somewhere in it.

        Not looked for where no more errors are kept: a hostile list could hold very many.
        """
        if self.is_full:
            return self.file
        holder, at = _find(given.source, key, word) or (given.source, key)
        return self.place(holder, at)

    def text_place(self, given: Given, key: str, text: str, column: int) -> Place:
        """Where a column of `text` stands, which is the value under `key`.

        Where the file breaks the text into lines or spells it out, the place of the value.
        """
        place = self.place(given.source, key)
        line = self.document.source.text.split("\n")[place.line - 1]
        for start in (place.column - 1, place.column):
            if line.startswith(text, start):
                return Place(place.file, place.line, start + column)
        return place

    def id_place(self, given: Given) -> Place:
        """Where the id in `given` stands."""
        return self.place(given.source, "id") if "id" in given.source else self.file

    def step_place(self, step_id: str) -> Place:
        """Where the id of a step stands."""
        found = next((given for given in self.steps if given.get("id") == step_id), None)
        return self.file if found is None else self.id_place(found)

    def role_place(self, role: str) -> Place:
        """Where a role is declared."""
        return self.key_place(self.root["roles"].source, role)

    @property
    def file(self) -> Place:
        """The file as a whole."""
        return Place(self.document.source.file)

    def note_text(self, holder: Holder, key: Key, text: Text) -> None:
        """Remember a text for people, for lint."""
        self.texts.append((holder, key, text))

    def note_untranslated(self, holder: Holder, key: Key) -> None:
        """Remember a text that is there in one language only, for lint."""
        self._untranslated.append((holder, key))

    @property
    def untranslated(self) -> Iterator[Place]:
        """Texts that are there in one language only."""
        return (self.place(holder, key) for holder, key in self._untranslated)


def _find(holder: Holder, key: Key, word: str) -> tuple[Holder, Key] | None:
    node = holder[key]
    if isinstance(node, str):
        return (holder, key) if " ".join(node.split()) == word else None
    inner = node if isinstance(node, YamlMap) else range(len(node))
    found = (_find(node, one, word) for one in inner)
    return next((one for one in found if one is not None), None)


def position(error: DefinitionError) -> tuple[int, int]:
    """Line and column of `error`, to order errors as they stand in the file."""
    return (error.place.line, error.place.column) if error.place else (0, 0)
