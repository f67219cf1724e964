"""A copy of a frozen record with some of its values changed: folding does hardly anything else.

It is `dataclasses.replace` for records with slots, two to three times quicker: that one looks at
every field and then initialises the copy field by field.  For the type checker it is the same.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace
else:
    from functools import cache
    from operator import attrgetter

    def replace(record, /, **changes):
        """The same as `record`, but for `changes`.

        Raises:
            AttributeError: the record has no such value.
        """
        kind = type(record)
        values, setters = _parts(kind)
        copy = object.__new__(kind)
        for set_value, value in zip(setters, values(record), strict=True):
            set_value(copy, value)
        for name, value in changes.items():
            object.__setattr__(copy, name, value)
        return copy

    @cache
    def _parts(kind):
        names = kind.__slots__
        # Asked for one name alone, `attrgetter` gives the value, not a tuple of it.
        values = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, *names),)
        return values, tuple(kind.__dict__[name].__set__ for name in names)


__all__ = ["replace"]
