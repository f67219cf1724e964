"""Strict YAML: one document of text, lists and mappings, each value with its place.

Nothing is given a type for its looks: `no`, `010` and `12:30` stay the text they are.  The tree is
built from parser events, with the depth counted as they come: libyaml crashes the process when it
composes very deep nesting by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn, Protocol, TypeAlias

import yaml

from netfin_incident.domain.text import clean
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.source import Source, code_point, unwelcome

MAX_DEPTH: Final = 32
"""Deepest nesting of lists and mappings."""

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str"
Route: TypeAlias = tuple[str | int, ...]
"""How to get to a value from the root: keys and indexes."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document as plain values, and where each of them stands."""

    file: str
    tree: Tree
    places: Mapping[Route, Place]
    """Of every value."""
    keys: Mapping[Route, Place]
    """Of the key of every value in a mapping."""


def read_yaml(source: Source) -> Document:
    """Read the one document in `source`.

    Raises:
        DefinitionError: it is not YAML, is empty, nests too deeply, repeats a key, or uses what
            definition files do without: anchors, aliases, tags, merge keys, several documents.
    """
    builder = _Builder(source.file)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as problem:
        raise _malformed(source, problem) from problem
    if not builder.root:
        raise DefinitionError("yaml-empty", place=Place(source.file))
    return Document(source.file, builder.root[0], builder.places, builder.keys)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    holder: dict[str, Tree] | list[Tree]
    route: Route
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Takes parser events one by one and grows the tree."""

    file: str
    root: list[Tree] = field(default_factory=list)
    places: dict[Route, Place] = field(default_factory=dict)
    keys: dict[Route, Place] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """Grow the tree by one event."""
        match event:
            case yaml.AliasEvent():
                self._refuse("yaml-alias", event, name=f"*{event.anchor}")
            case yaml.DocumentStartEvent():
                if self.root:
                    self._refuse("yaml-several-documents", event)
            case yaml.ScalarEvent() | yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._require_plain(event)
                self._take_node(event)
            case yaml.CollectionEndEvent():
                self._open.pop()

    def _require_plain(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse("yaml-alias", event, name=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse("yaml-tag", event, tag=tag)

    def _take_node(self, event: yaml.NodeEvent) -> None:
        inner = self._open[-1] if self._open else None
        if isinstance(event, yaml.ScalarEvent):
            text = self._text(event)
            if inner is not None and isinstance(inner.holder, dict) and inner.key is None:
                self._begin_field(inner, text, event)
            else:
                self._attach(inner, text, event)
            return
        if inner is not None and isinstance(inner.holder, dict) and inner.key is None:
            self._refuse("yaml-key-not-text", event)
        if len(self._open) == MAX_DEPTH:
            self._refuse("yaml-too-deep", event, limit=MAX_DEPTH)
        holder: dict[str, Tree] | list[Tree] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self._open.append(_Open(holder, self._attach(inner, holder, event)))

    def _text(self, event: yaml.ScalarEvent) -> str:
        text: str = event.value
        at = unwelcome(text)
        if at is not None:
            self._refuse("definition-character", event, character=code_point(text[at]))
        return text

    def _begin_field(self, inner: _Open, text: str, event: yaml.ScalarEvent) -> None:
        key = clean(text)
        if key == "<<":
            self._refuse("yaml-merge", event)
        route = (*inner.route, key)
        if key in inner.holder:
            self._refuse("yaml-key-twice", event, key=key, first=self.keys[route].line)
        self.keys[route] = self._place(event)
        inner.key = key

    def _attach(self, inner: _Open | None, value: Tree, event: yaml.NodeEvent) -> Route:
        route: Route = ()
        if inner is None:
            self.root.append(value)
        elif isinstance(inner.holder, list):
            route = (*inner.route, len(inner.holder))
            inner.holder.append(value)
        elif inner.key is not None:
            route = (*inner.route, inner.key)
            inner.holder[inner.key] = value
            inner.key = None
        self.places[route] = self._place(event)
        return route

    def _place(self, event: yaml.Event) -> Place:
        return _place_of(self.file, event.start_mark)

    def _refuse(self, slug: str, event: yaml.Event, **values: object) -> NoReturn:
        raise DefinitionError(slug, place=self._place(event), **values)


class _Mark(Protocol):
    """Where the parser stands, from 0."""

    line: int
    column: int


def _place_of(file: str, mark: _Mark | None) -> Place:
    return Place(file) if mark is None else Place(file, mark.line + 1, mark.column + 1)


def _malformed(source: Source, problem: yaml.MarkedYAMLError) -> DefinitionError:
    place = _place_of(source.file, problem.problem_mark or problem.context_mark)
    line = "".join(source.text.split("\n")[place.line - 1 : place.line])
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return DefinitionError("yaml-tab", place=place)
    if "mapping values are not allowed" in str(problem.problem):
        return DefinitionError("yaml-colon", place=place)
    return DefinitionError("yaml-malformed", place=place, problem=problem.problem)
