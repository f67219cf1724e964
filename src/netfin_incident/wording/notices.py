"""Words with places for what is known: notices, and the arguments of commands.

Where something is not known, its name stands as `‹name›`; nothing is sent while it does.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from netfin_incident.domain.customer_data import masked
from netfin_incident.domain.expression import Value
from netfin_incident.domain.playbook import PLACE, Variable
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode, Reserved
from netfin_incident.wording.condition_words import name_said, value_said
from netfin_incident.wording.labels import label

_OF_DRILL: Final = Text("[{mark}] {words}", "【{mark}】{words}")


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills the places of a text for one reader; other braces stay as they are."""

    say: Callable[[Text], str]
    variables: Mapping[str, Variable]

    def notice(self, template: Text, values: Mapping[str, Value]) -> str:
        """A notice in the reader's language, every value as words; a drill's says that it is one.

        Customer data in it is masked: it goes out of the house.
        """

        def said(name: str) -> str:
            value = values.get(name)
            return "" if value is None else self.say(value_said(value, self.variables.get(name)))

        words = masked(self._filled(self.say(template), said).strip())
        if values.get(Reserved.MODE) != Mode.DRILL:
            return words
        return self.say(_OF_DRILL).format(mark=self.say(label(Mode.DRILL)), words=words)

    def argument(self, argument: str, texts: Mapping[str, str]) -> str:
        """An argument with every value as it is kept, which is how it would run."""
        return self._filled(argument, lambda name: texts.get(name, ""))

    def _filled(self, text: str, known: Callable[[str], str]) -> str:
        def filled(found: re.Match[str]) -> str:
            return known(found[1]) or f"‹{self._name(found[1])}›"

        return PLACE.sub(filled, text)

    def _name(self, name: str) -> str:
        return self.say(name_said(name, self.variables.get(name)))
