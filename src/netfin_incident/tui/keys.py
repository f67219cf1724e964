"""Every key of the terminal, once: bindings, hint lines, the key list and the docs are made of this.

A key without a character is an action that is reached by name (`:`) or from a row's menu.  Keys for
Chinese input methods stand beside their half-width twins.  No key is bound twice in one scope, and
none is a legacy twin of Enter, Tab or Backspace (ctrl+m, ctrl+j, ctrl+i, ctrl+h).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.binding import Binding

from netfin_incident.wording.screen_keys import KEY_WORDS, KeyWords


class Scope(StrEnum):
    """Where a key works."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    INCIDENT = "incident"
    NOTICE = "notice"
    """A full-screen notice in place of a list."""


@dataclass(frozen=True, slots=True)
class Key:
    """One action and the keys that run it."""

    id: str
    shown: str
    """As people read it; empty where it has no key."""
    keys: str
    """As Textual names them, parted by commas."""
    scope: Scope
    hint: int = 0
    """Place in the hint line, from 1; 0 where it is left out."""

    @property
    def words(self) -> KeyWords:
        """What it is called and what it does."""
        return KEY_WORDS[self.id]


KEYS: Final[tuple[Key, ...]] = (
    Key("note", "n", "n", Scope.INCIDENT, hint=2),
    Key("step", "Space", "space", Scope.INCIDENT, hint=1),
    Key("acknowledge", "A", "A", Scope.INCIDENT, hint=3),
    Key("escalate", "e", "e", Scope.INCIDENT, hint=15),
    Key("acknowledge_for", "b", "b", Scope.INCIDENT),
    Key("answered", "7", "7,７", Scope.INCIDENT),
    Key("no_answer", "8", "8,８", Scope.INCIDENT),
    Key("busy", "9", "9,９", Scope.INCIDENT),
    Key("decision", "d", "d", Scope.INCIDENT, hint=4),
    Key("task", "a", "a", Scope.INCIDENT, hint=5),
    Key("command", "i", "i", Scope.INCIDENT, hint=6),
    Key("severity", "s", "s", Scope.INCIDENT, hint=7),
    Key("status", "t", "t", Scope.INCIDENT, hint=8),
    Key("skip", "x", "x", Scope.INCIDENT, hint=9),
    Key("note_at", "N", "N", Scope.INCIDENT),
    Key("roles", "r", "r", Scope.INCIDENT, hint=10),
    Key("message", "u", "u", Scope.INCIDENT, hint=11),
    Key("clocks", "c", "c", Scope.INCIDENT, hint=12),
    Key("evidence", "v", "v", Scope.INCIDENT, hint=13),
    Key("milestone", "m", "m", Scope.INCIDENT, hint=14),
    Key("pane_steps", "1", "1", Scope.INCIDENT),
    Key("pane_timeline", "2", "2", Scope.INCIDENT),
    Key("pane_roles", "3", "3", Scope.INCIDENT),
    Key("pane_owed", "4", "4", Scope.INCIDENT),
    Key("pane_calls", "5", "5", Scope.INCIDENT),
    Key("card", "H", "H", Scope.INCIDENT),
    Key("fold", "Left h", "h,left", Scope.INCIDENT),
    Key("unfold", "Right l", "l,right", Scope.INCIDENT),
    Key("fail", "", "", Scope.INCIDENT),
    Key("facts", "", "", Scope.INCIDENT),
    Key("activate", "", "", Scope.INCIDENT),
    Key("attach", "", "", Scope.INCIDENT),
    Key("give_up", "", "", Scope.INCIDENT),
    Key("measure", "", "", Scope.INCIDENT),
    Key("report", "", "", Scope.INCIDENT),
    Key("link", "", "", Scope.INCIDENT),
    Key("declare", "D", "D", Scope.EVERYWHERE, hint=20),
    Key("on_call", "O", "O", Scope.EVERYWHERE),
    Key("menu", ". Enter", "full_stop,。,enter", Scope.EVERYWHERE, hint=90),
    Key("search", "/", "slash,／,、", Scope.EVERYWHERE, hint=93),
    Key("filter", "f", "f", Scope.EVERYWHERE, hint=94),
    Key("copy", "y", "y", Scope.EVERYWHERE),
    Key("top", "g", "g", Scope.EVERYWHERE),
    Key("bottom", "G", "G", Scope.EVERYWHERE),
    Key("help", "?", "question_mark,？", Scope.EVERYWHERE, hint=91),
    Key("palette", ":", "colon,：,ctrl+p", Scope.EVERYWHERE, hint=92),
    Key("refresh", "R", "R", Scope.EVERYWHERE),
    Key("leave", "Esc", "escape", Scope.EVERYWHERE),
    Key("back", "q", "q", Scope.EVERYWHERE, hint=95),
    Key("quit", "Ctrl+Q", "", Scope.EVERYWHERE),
    Key("reload", "R", "R", Scope.NOTICE, hint=1),
    Key("home", "Esc", "escape", Scope.NOTICE, hint=2),
    Key("stop", "q", "q", Scope.NOTICE, hint=3),
)
"""The order is that of the key list."""

BY_ID: Final = {key.id: key for key in KEYS}

PANES: Final = ("pane_steps", "pane_timeline", "pane_roles", "pane_owed", "pane_calls")
"""Keys that show a pane of the incident, in the order of their digits."""


def bindings(*scopes: Scope) -> list[Binding]:
    """The keys of these scopes as Textual binds them; each runs the action `do('id')`."""
    return [
        Binding(key.keys, f"do('{key.id}')", key.words.label.en, id=f"{key.scope}.{key.id}")
        for key in KEYS
        if key.keys and key.scope in scopes
    ]


def of(*scopes: Scope) -> tuple[Key, ...]:
    """The keys of these scopes, those without a character included."""
    return tuple(key for key in KEYS if key.scope in scopes)


def hinted(keys: Iterable[Key]) -> list[Key]:
    """The keys that belong in a hint line, in its order."""
    return sorted((key for key in keys if key.hint), key=lambda key: key.hint)
