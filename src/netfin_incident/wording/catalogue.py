"""What an error says: a code, what happened, why, and what to do next."""

from dataclasses import dataclass

from netfin_incident.domain.text import Text


@dataclass(frozen=True, slots=True)
class Saying:
    """The sentences of one error.  `{name}` is filled from the error's values."""

    code: str
    """`NF-` and four digits; stable once released, with a heading in `docs/errors.md`."""
    what: Text
    """What was asked and did not happen."""
    why: Text
    """Why not, with the values."""
    hint: Text
    """What to do next: a key, a command that can be typed, or where to look."""
