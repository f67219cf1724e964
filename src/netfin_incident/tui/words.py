"""The product's words, said to one reader: the tables are in `wording`, the language is fixed here.

Values are filled in after the words were put into the reader's language, so that nothing a person
typed is ever converted between scripts.
"""

from enum import Enum
from typing import TYPE_CHECKING

from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Language, say

if TYPE_CHECKING:
    from netfin_incident.domain.incident.checklist import Obstacle
    from netfin_incident.errors import NetfinError
    from netfin_incident.wording.explain import Explained


class Words:
    """Speaks to one reader."""

    def __init__(self, language: Language) -> None:
        """Speak `language`."""
        self.language = language

    def __call__(self, text: Text, **values: object) -> str:
        """`text` in the reader's language, filled with `values`."""
        if text.en == text.zh:  # what a person typed, or what needs no words
            return text.en.format(**values) if values else text.en
        said = say(text, self.language)
        return said.format(**values) if values else said

    def label(self, member: Enum) -> str:
        """The name of a member of a closed list."""
        from netfin_incident.wording.labels import label

        return self(label(member))

    def role(self, role: str, name: Text | None = None) -> str:
        """The name of a role."""
        from netfin_incident.wording.labels import role_label

        return self(role_label(role, name))

    def explain(self, error: "NetfinError") -> "Explained":
        """What `error` says, with the key that helps where there is one instead of a command."""
        from dataclasses import replace

        from netfin_incident.wording.explain import explain
        from netfin_incident.wording.screen_hints import KEY_HINTS

        explained = explain(error, self.language)
        hint = KEY_HINTS.get(error.slug)
        return replace(explained, hint=self(hint)) if hint else explained

    def obstacle(self, obstacle: "Obstacle") -> str:
        """What stands in the way, and the key that settles it."""
        from netfin_incident.wording.screen_hints import OBSTACLE_HINTS

        return self(OBSTACLE_HINTS[obstacle.kind], id=obstacle.id)
