"""Strict YAML: one document of text, lists and mappings, and where each of them stands.

Nothing is given a type for its looks: `no`, `010` and `12:30` stay the text they are.  The tree is
built from parser events, with the depth counted as they come: libyaml crashes the process when it
composes very deep nesting by itself.  Places are kept as the parser's own marks and put into words
only when something is to be said of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn, Protocol, TypeAlias

import yaml

from netfin_incident.domain.text import clean
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.source import Source, code_point, is_common, unwelcome

MAX_DEPTH: Final = 32
"""Deepest nesting of lists and mappings."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """Where the parser stands, from 0."""

    line: int
    column: int


class YamlMap(dict[str, "Tree"]):
    """A mapping, and where its keys and its values stand."""

    __slots__ = ("keys_at", "values_at")

    def __init__(self) -> None:
        """Begin with nothing in it."""
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str | int, Mark] = {}


class YamlList(list["Tree"]):
    """A list, the key it is under, and where its items stand."""

    __slots__ = ("name", "values_at")

    def __init__(self, name: str) -> None:
        """Begin with nothing in it."""
        self.name = name
        self.values_at: dict[str | int, Mark] = {}


Holder: TypeAlias = YamlMap | YamlList
"""Something that holds values."""
Tree: TypeAlias = YamlMap | YamlList | str


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document."""

    source: Source
    top: YamlList
    """A list of one: the document's value."""

    @property
    def tree(self) -> Tree:
        """The document's value."""
        return self.top[0]

    def place(self, holder: Holder, key: str | int) -> Place:
        """Where the value under `key` starts."""
        return place_at(self.source, holder.values_at[key])

    def key_place(self, holder: Holder, key: str | int) -> Place:
        """Where the key of a value starts; for an item of a list, where the item does."""
        marks = holder.keys_at if isinstance(holder, YamlMap) else holder.values_at
        return place_at(self.source, marks[key])  # type: ignore[index]


def place_at(source: Source, mark: Mark) -> Place:
    """A mark of the parser as people count, from 1."""
    return Place(source.file, mark.line + 1, mark.column + 1)


def read_yaml(source: Source) -> Document:
    """Read the one document in `source`.

    Raises:
        DefinitionError: it is not YAML, is empty, nests too deeply, repeats a key, or uses what
            definition files do without: anchors, aliases, tags, merge keys, several documents.
    """
    builder = _Builder(source)
    acts = builder.acts()
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            act = acts.get(event.__class__)
            if act is not None:
                act(event)
    except yaml.MarkedYAMLError as problem:
        raise _malformed(source, problem) from problem
    if not builder.top:
        raise DefinitionError("yaml-empty", place=Place(source.file))
    return Document(source, builder.top)


class _Builder:
    """Takes parser events one by one and grows the tree."""

    def __init__(self, source: Source) -> None:
        self.top = YamlList("")
        self._source = source
        self._holder: Holder = self.top
        """The innermost list or mapping whose end has not come yet."""
        self._key: str | None = None
        """Of the value that comes next, where a mapping is open and its key has come."""
        self._outer: list[Holder] = []

    def acts(self) -> Mapping[type, Callable[[Any], None]]:
        """What to do at each kind of event; the others mean nothing.

        The parser's events are taken as `Any`: their types say that places may be missing.
        """
        return {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._begin,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._refuse_alias,
            yaml.DocumentStartEvent: self._require_first,
        }

    def _take_scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        text = event.value if is_common(event.value) else self._cleaned(event)
        if self._key is None and isinstance(self._holder, YamlMap):
            if text == "<<":
                self._refuse("yaml-merge", event)
            if text in self._holder.keys_at:
                first = self._holder.keys_at[text].line + 1
                self._refuse("yaml-key-twice", event, key=text, first=first)
            self._holder.keys_at[text] = event.start_mark
            self._key = text
        else:
            self._put(text, event.start_mark)

    def _begin(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        holder, key = self._holder, self._key
        if key is None and isinstance(holder, YamlMap):
            self._refuse("yaml-key-not-text", event)
        if len(self._outer) == MAX_DEPTH:
            self._refuse("yaml-too-deep", event, limit=MAX_DEPTH)
        inner: Holder
        if isinstance(event, yaml.MappingStartEvent):
            inner = YamlMap()
        else:
            inner = YamlList(holder.name if isinstance(holder, YamlList) else key or "")
        self._put(inner, event.start_mark)
        self._outer.append(holder)
        self._holder = inner

    def _end(self, _event: yaml.CollectionEndEvent) -> None:
        self._holder = self._outer.pop()

    def _put(self, value: Tree, mark: Mark) -> None:
        holder = self._holder
        if isinstance(holder, YamlList):
            holder.values_at[len(holder)] = mark
            holder.append(value)
        elif self._key is not None:
            holder.values_at[self._key] = mark
            holder[self._key] = value
            self._key = None

    def _cleaned(self, event: yaml.ScalarEvent) -> str:
        text: str = event.value
        at = unwelcome(text)
        if at is not None:
            self._refuse("definition-character", event, character=code_point(text[at]))
        return clean(text)

    def _require_first(self, event: yaml.DocumentStartEvent) -> None:
        if self.top:
            self._refuse("yaml-several-documents", event)

    def _refuse_alias(self, event: yaml.AliasEvent) -> None:
        self._refuse("yaml-alias", event, name=f"*{event.anchor}")

    def _refuse_property(self, event: Any) -> NoReturn:
        """Refuse an anchor or a tag."""
        if event.anchor is not None:
            self._refuse("yaml-alias", event, name=f"&{event.anchor}")
        self._refuse("yaml-tag", event, tag=event.tag)

    def _refuse(self, slug: str, event: Any, **values: object) -> NoReturn:
        raise DefinitionError(slug, place=place_at(self._source, event.start_mark), **values)


def _malformed(source: Source, problem: yaml.MarkedYAMLError) -> DefinitionError:
    mark = problem.problem_mark or problem.context_mark
    place = Place(source.file) if mark is None else place_at(source, mark)
    line = "".join(source.text.split("\n")[place.line - 1 : place.line])
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return DefinitionError("yaml-tab", place=place)
    if "mapping values are not allowed" in str(problem.problem):
        return DefinitionError("yaml-colon", place=place)
    return DefinitionError("yaml-malformed", place=place, problem=problem.problem)
