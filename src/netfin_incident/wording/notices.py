"""The words of a notice: a template with what is known in its places, and `‹name›` where it is not."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from netfin_incident.domain.expression import Value
from netfin_incident.domain.playbook import Variable
from netfin_incident.domain.text import Text
from netfin_incident.wording.condition_words import name_said, value_said

PLACE: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A place for a value."""


def notice_words(
    template: Text,
    variables: Mapping[str, Variable],
    values: Mapping[str, Value],
    say: Callable[[Text], str],
) -> str:
    """`template` in the language of `say`; other braces than those of a name stay as they are."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name not in values:
            return f"‹{say(name_said(name, variables.get(name)))}›"
        return say(value_said(values[name], variables.get(name)))

    return PLACE.sub(value, say(template))
