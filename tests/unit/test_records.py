"""Records made the quick way do what those of the library do."""

import dataclasses
from dataclasses import FrozenInstanceError, field

import pytest

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    count: int = 2
    aside: str = field(default="", compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Library:
    name: str
    count: int = 2
    aside: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Other:
    name: str
    count: int = 2


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclass(frozen=True)
class Shown:
    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


def test_they_are_equal_by_their_kind_and_what_is_compared() -> None:
    assert Quick("a") == Quick("a", 2, "elsewhere")
    assert Quick("a") != Quick("a", 3)
    others: list[object] = [Other("a"), Library("a"), "a"]
    assert all(Quick("a") != one for one in others)
    assert Empty() == Empty()


def test_what_is_equal_has_one_hash() -> None:
    assert len({Quick("a"), Quick("a", 2, "elsewhere"), Quick("b"), Empty(), Empty()}) == 3
    with pytest.raises(TypeError):
        hash(Quick("a", []))  # type: ignore[arg-type]


def test_they_show_themselves_as_those_of_the_library_do() -> None:
    assert repr(Quick("a", 1)) == repr(Library("a", 1)).replace("Library", "Quick")
    assert repr(Empty()) == "Empty()"
    assert repr(Shown("a")) == "<a>"


def test_they_cannot_be_changed_and_have_nothing_else() -> None:
    one = Quick("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    assert not hasattr(one, "__dict__")
    assert [known.name for known in dataclasses.fields(one)] == ["name", "count", "aside"]
    assert dataclasses.replace(one, count=5) == Quick("a", 5)
