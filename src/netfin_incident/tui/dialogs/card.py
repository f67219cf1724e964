"""The handover card, on its own or before a role is offered or taken."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netfin_incident.app.handover_card import DECISION_KINDS, Section, handover_card
from netfin_incident.app.to_know import to_know
from netfin_incident.domain.incident.events import Noted
from netfin_incident.domain.text import Text
from netfin_incident.tui.dialogs.dialog import Dialog
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.looks import Piece
from netfin_incident.tui.widgets.reading import Pages
from netfin_incident.wording import handover_card as words
from netfin_incident.wording import screen_calling as w

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class CardDialog(Dialog[bool]):
    """What whoever takes over must know; Enter goes on where there is something to go on to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False),
        Binding("q", "leave", show=False),
    ]

    def __init__(
        self, place: "IncidentRoom", keys: Text = w.CARD_KEYS, brief: tuple[str, str] = ("", "")
    ) -> None:
        """The card of the incident on `place`, before it the brief of a person, where there is one."""
        super().__init__()
        self._place = place
        self._keys = keys
        self._brief = brief

    def heading(self) -> str:
        """What it is."""
        return program(self).words(words.CARD)

    def key_line(self) -> str:
        """What Enter does."""
        return program(self).words(self._keys)

    def compose_body(self) -> ComposeResult:
        """The card."""
        yield Pages(list(self._pieces()))

    def on_key(self, event: events.Key) -> None:
        """The keys that move scroll."""
        super().on_key(event)
        self.query_one(Pages).move(event)

    def action_go_on(self) -> None:
        """Enter."""
        self.leave(True)

    def _pieces(self) -> Iterator[Piece]:
        here, shown = program(self), self._place.shown
        by, brief = self._brief
        if brief:
            yield Piece(here.words(w.CARD_BRIEF, person=here.name_of(by)), "head")
            yield Piece(brief)
        entries = self._place.lists.timeline.recorded({*DECISION_KINDS, Noted.KIND})
        language, now = here.words.language, here.now()
        for one in handover_card(shown.incident, entries, now, language, here.name_of):
            yield from _section(one)
        rest = to_know(shown.incident, entries, language, here.name_of)
        if rest is not None:
            yield from _section(rest)


def _section(section: Section) -> Iterator[Piece]:
    yield Piece(section.heading, "head")
    look = "alarm" if section.is_alarming else ""
    yield from (Piece(f"  {line}", look) for line in section.lines)


def show_card(
    place: "IncidentRoom",
    then: Callable[[], None] | None = None,
    keys: Text = w.CARD_KEYS,
    brief: tuple[str, str] = ("", ""),
) -> None:
    """Show the card over `place`; `then` is done where Enter was pressed."""

    def closed(goes_on: bool | None) -> None:  # noqa: FBT001 - Textual passes it so
        if goes_on and then is not None:
            then()

    place.app.push_screen(CardDialog(place, keys, brief), closed)
