"""What may stand where in a definition file: shapes, the larger made up of smaller ones.

A table of shapes is all there is to know of a format's grammar: the loader reads by it, and the JSON
Schema for editors is made from it.  `read` gives a value in the form that the domain wants, or None
once it is recorded what is wrong with it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.library.reading import Given, Key, Reading
from netfin_incident.library.values import Unfit, folded
from netfin_incident.library.yaml_reader import Holder, YamlList, YamlMap

GRADES: Final = (*(severity.name for severity in Severity), "default")

_PAIR: Final = 2


class Shape(Protocol):
    """What a value must look like."""

    def read(self, reading: Reading, holder: Holder, key: Key) -> Any:
        """The value under `key` in `holder`, or None."""


@dataclass(frozen=True, slots=True)
class Value:
    """A single value."""

    convert: Callable[[str], Any]
    pattern: str = ""
    """What it looks like, for editors."""
    words: tuple[str, ...] = ()
    """All that may stand there, where that is a closed list."""

    def read(self, reading: Reading, holder: Holder, key: Key) -> Any:
        """The value in the form that the domain wants, or None."""
        text = holder[key]
        if not isinstance(text, str):
            reading.refuse("field-not-text", reading.place(holder, key), field=_name(holder, key))
            return None
        try:
            return self.convert(text)
        except Unfit as unfit:
            reading.record(unfit.at(reading.place(holder, key), _name(holder, key)))
            return None


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are known."""

    fields: Mapping[str, Shape]
    needed: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    """Keys that are refused as belonging to a newer version of the format."""

    def read(self, reading: Reading, holder: Holder, key: Key) -> Given | None:
        """The usable values, or None where there is no mapping."""
        node = _mapping(reading, holder, key)
        if node is None:
            return None
        given = Given(node)
        shapes = self.fields
        for name in node:
            shape = shapes.get(name)
            if shape is None:
                self._refuse(reading, node, name)
                continue
            value = shape.read(reading, node, name)
            if value is not None:
                given[name] = value
        for name in self.needed:
            if name not in node:
                reading.refuse("field-missing", reading.place(holder, key), field=name)
        return given

    def _refuse(self, reading: Reading, node: YamlMap, name: str) -> None:
        place = reading.key_place(node, name)
        if name in self.later:
            reading.refuse("field-later", place, field=name)
        else:
            reading.refuse_name("field-unknown", place, name, self.fields)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys are ids that the file chooses."""

    key: Value
    item: Shape
    bare: bool = False
    """Whether an item may be left empty."""

    def read(self, reading: Reading, holder: Holder, key: Key) -> Given | None:
        """The usable items by id, or None where there is no mapping."""
        node = _mapping(reading, holder, key)
        if node is None:
            return None
        given = Given(node)
        seen: dict[str, str] = {}
        for name in node:
            first = seen.setdefault(folded(name), name)
            if first != name:
                line = reading.key_place(node, first).line
                reading.refuse("id-twice", reading.key_place(node, name), given=name, first=line)
            try:
                self.key.convert(name)
            except Unfit as unfit:
                reading.record(unfit.at(reading.key_place(node, name), name))
            bare = self.bare and node[name] == ""
            value = Given(YamlMap()) if bare else self.item.read(reading, node, name)
            if value is not None:
                given[name] = value
        return given


@dataclass(frozen=True, slots=True)
class Listing:
    """A list whose items are alike."""

    item: Shape
    fewest: int = 0
    slug: str = ""
    """What to say of too few items, where that is something special."""
    unique: bool = False
    """Whether no two items may have the same id."""

    def read(self, reading: Reading, holder: Holder, key: Key) -> tuple[Any, ...] | None:
        """The usable items, or None where there is no list."""
        node = holder[key]
        place, name = reading.place, _name(holder, key)
        if not isinstance(node, YamlList):
            reading.refuse("field-not-list", place(holder, key), field=name)
            return None
        if len(node) < self.fewest:
            if not node:
                reading.refuse("field-empty", place(holder, key), field=name)
            elif self.slug:
                reading.refuse(self.slug, place(holder, key), fewest=self.fewest)
            else:
                reading.refuse("items-too-few", place(holder, key), field=name, fewest=self.fewest)
        read = self.item.read
        found = (read(reading, node, index) for index in range(len(node)))
        usable = tuple(value for value in found if value is not None)
        if self.unique:
            require_unique(reading, usable)
        return usable


class Pair:
    """A list of two different ids."""

    def __init__(self, one: Value) -> None:
        """Read each by `one`."""
        self.both = Listing(one)

    def read(self, reading: Reading, holder: Holder, key: Key) -> tuple[str, str] | None:
        """The two, or None."""
        found = self.both.read(reading, holder, key)
        if found is None or len(found) < len(holder[key]):
            return None
        if len(found) != _PAIR or found[0] == found[1]:
            reading.refuse("separation-not-pair", reading.place(holder, key))
            return None
        return found[0], found[1]


class BySeverity:
    """One value for every severity, or a mapping `{S1: …, default: …}`."""

    def __init__(self, one: Value, build: Callable[..., Any]) -> None:
        """Read each by `one`; `build` takes those that are given, by the grades' small letters."""
        self.one = one
        self._build = build
        self._each = Record(dict.fromkeys(GRADES, one))

    def read(self, reading: Reading, holder: Holder, key: Key) -> Any:
        """What `build` makes of the values, or None."""
        if not isinstance(holder[key], YamlMap):
            value = self.one.read(reading, holder, key)
            return None if value is None else self._build(value, value, value, value)
        given = self._each.read(reading, holder, key)
        if not given:
            _require_some(reading, holder, key)
            return None
        *grades, default = GRADES
        return self._build(
            **{
                grade.lower(): given.get(grade, given.get(default))
                for grade in grades
                if grade in given or default in given
            }
        )


class Words:
    """Text for people in both languages; one language alone stands for both, and lint is told."""

    def __init__(self, convert: Callable[[str], str]) -> None:
        """Read the words of each language by `convert`."""
        self.one = Value(convert)
        self._both = Record({"zh": self.one, "en": self.one})

    def read(self, reading: Reading, holder: Holder, key: Key) -> Text | None:
        """The text, or None."""
        node = holder[key]
        found: dict[str, Any] = {}
        if isinstance(node, YamlMap):
            found = self._both.read(reading, holder, key) or found
            _require_some(reading, holder, key)
        else:
            words = self.one.read(reading, holder, key)
            found = {"zh": words} if words else found
        if not found:
            return None
        if not isinstance(node, YamlMap) or len(node) == 1:
            reading.note_untranslated(holder, key)
        any_words = next(iter(found.values()))
        text = Text(found.get("en", any_words), found.get("zh", any_words))
        reading.note_text(holder, key, text)
        return text


class ByKind:
    """A mapping with one key that says of what kind it is, and so which other keys it may have."""

    kinds: Mapping[str, Record]

    def read(self, reading: Reading, holder: Holder, key: Key) -> Given | None:
        """The usable values with their kind; where that is not clear, no more than the id."""
        node = _mapping(reading, holder, key)
        if node is None:
            return None
        kinds = tuple(name for name in node if name in self.kinds)
        if len(kinds) == 1:
            given = self.kinds[kinds[0]].read(reading, holder, key)
            if given is not None:
                given.kind = kinds[0]
            return given
        known = {name: shape for kind in self.kinds.values() for name, shape in kind.fields.items()}
        strange = [name for name in node if name not in known]
        for name in strange:
            reading.refuse_name("field-unknown", reading.key_place(node, name), name, known)
        if kinds:
            reading.refuse("verb-twice", reading.key_place(node, kinds[1]), verbs=kinds)
        elif not strange:
            reading.refuse("verb-missing", reading.place(holder, key), verbs=tuple(self.kinds))
        given = Given(node)
        if "id" in node:
            given["id"] = known["id"].read(reading, node, "id")
        return given


def require_unique(reading: Reading, items: Iterable[Given]) -> None:
    """Record every item with the id of one before it, be it with other capitals."""
    seen: dict[str, YamlMap] = {}
    for given in items:
        if "id" not in given:
            continue
        first = seen.setdefault(folded(given["id"]), given.source)
        if first is not given.source:
            place = reading.place(given.source, "id")
            line = reading.place(first, "id").line
            reading.refuse("id-twice", place, given=given["id"], first=line)


def _mapping(reading: Reading, holder: Holder, key: Key) -> YamlMap | None:
    node = holder[key]
    if isinstance(node, YamlMap):
        return node
    reading.refuse("field-not-mapping", reading.place(holder, key), field=_name(holder, key))
    return None


def _require_some(reading: Reading, holder: Holder, key: Key) -> None:
    if not holder[key]:
        reading.refuse("field-empty", reading.place(holder, key), field=_name(holder, key))


def _name(holder: Holder, key: Key) -> str:
    """The key that a value is under; for an item of a list, the key of the list."""
    return holder.name if isinstance(holder, YamlList) else str(key)
