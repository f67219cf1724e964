"""Frozen records that are made quickly: a note from a script waits for two hundred of them.

It is `dataclasses.dataclass`, but for how records are compared and shown: the library compiles three
functions for every class, here one of each serves all.  For the type checker it is the same.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from functools import cache
    from operator import attrgetter

    def dataclass(*, frozen, slots=False, kw_only=False):
        """As `dataclasses.dataclass`, for a frozen record that has no order."""

        def decorated(kind):
            made = dataclasses.dataclass(
                frozen=frozen, slots=slots, kw_only=kw_only, eq=False, repr=False
            )(kind)
            made.__eq__, made.__hash__ = _equals, _hash
            if "__repr__" not in kind.__dict__:
                made.__repr__ = _repr
            return made

        return decorated

    def _equals(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self.__class__)(self) == _values(self.__class__)(other)

    def _hash(self):
        return hash(_values(self.__class__)(self))

    def _repr(self):
        shown = (one.name for one in dataclasses.fields(self) if one.repr)
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({values})"

    @cache
    def _values(kind):
        names = [one.name for one in dataclasses.fields(kind) if one.compare]
        return attrgetter(*names) if names else lambda _record: ()


__all__ = ["dataclass"]
