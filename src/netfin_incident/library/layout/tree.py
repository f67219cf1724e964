"""A playbook as it is written: values, and the remarks that stand above and beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Entry:
    """One value with what is remarked of it."""

    value: "Content"
    above: list[str] = field(default_factory=list)
    """Comments on lines of their own before it, each from its `#` on."""
    beside: str = ""
    """The comment at the end of its first line."""
    flow: bool = False
    """Whether it may be written in brackets or braces."""
    quoted: bool = False
    """Whether it stood in quotation marks."""
    gap: bool = False
    """Whether an empty line stands before it."""

    def remarks(self) -> Iterator[str]:
        """Every comment on it and on what is in it."""
        yield from self.above
        if self.beside:
            yield self.beside
        match self.value:
            case dict():
                inner: Sequence[Entry] = tuple(self.value.values())
            case list():
                inner = self.value
            case _:
                inner = ()
        for entry in inner:
            yield from entry.remarks()


Content: TypeAlias = str | dict[str, Entry] | list[Entry]


@dataclass(slots=True)
class Laid:
    """A whole file."""

    top: Entry
    head: list[str] = field(default_factory=list)
    """Comments before the first value; an empty text for an empty line between them."""
    foot: list[str] = field(default_factory=list)
    """Comments after the last value."""

    def remarks(self) -> list[str]:
        """Every comment in the file."""
        return [*filter(None, self.head), *self.top.remarks(), *filter(None, self.foot)]


def leaf(text: str, *above: str) -> Entry:
    """A single value."""
    return Entry(text, list(above))


def block(value: Mapping[str, Entry] | Sequence[Entry], *above: str) -> Entry:
    """A mapping or a list over several lines."""
    held: Content = dict(value) if isinstance(value, Mapping) else list(value)
    return Entry(held, list(above))


def flow(value: Mapping[str, str] | Sequence[str]) -> Entry:
    """A short mapping or list on one line."""
    if isinstance(value, Mapping):
        return Entry({key: Entry(one) for key, one in value.items()}, flow=True)
    return Entry([Entry(one) for one in value], flow=True)
