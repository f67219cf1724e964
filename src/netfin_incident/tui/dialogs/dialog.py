"""What every dialog has: a title with the drill mark, a body, and the soonest deadline below."""

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.bars import TooSmall, at_right
from netfin_incident.tui.widgets.looks import Bar, Line, Piece
from netfin_incident.tui.widgets.times import due_piece
from netfin_incident.wording import screens as w

T = TypeVar("T")


class DialogTitle(Bar):
    """What is asked, of which incident."""

    def __init__(self, title: str, *, names_incident: bool) -> None:
        """Say `title`, and the incident below, where that is what is asked about."""
        super().__init__()
        self.title = title
        self._names_incident = names_incident

    def lines(self, width: int) -> list[Line]:
        """One line, marked where it is a drill."""
        shell = program(self).shell
        title, mark = Piece(f" {self.title}", "head"), program(self).words(w.DRILL_MARK)
        if not self._names_incident:
            return [at_right([title], [], width)]
        drill = [Piece(f" {mark} ", "alarm")] if shell.is_drill else []
        return [at_right([*drill, title], [Piece(f" {shell.about} ", "dim")], width)]


class DialogFoot(Bar):
    """The keys of the dialog, and the soonest deadline of what lies below."""

    def __init__(self, keys: str) -> None:
        """Hint at `keys`."""
        super().__init__()
        self.keys = keys

    def lines(self, width: int) -> list[Line]:
        """One line."""
        here = program(self)
        soonest = here.shell.soonest
        due: list[Piece] = []
        if soonest is not None:
            due = [Piece(f" {here.words(w.NEXT)} ", "dim"), due_piece(self, soonest), Piece(" ")]
        return [at_right([Piece(f" {self.keys}", "dim")], due, width)]


class Dialog(ModalScreen[T | None], Generic[T]):
    """A question over the screen; `esc` takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "leave", show=False)]

    def __init__(self) -> None:
        """Not answered yet."""
        super().__init__()
        self.names_incident = True
        """Whether it is about the incident on the screen below."""
        self._passed: events.Key | None = None
        self._due: tuple[T | None] | None = None

    def heading(self) -> str:
        """What is asked."""
        return ""

    def key_line(self) -> str:
        """The keys that answer it."""
        return program(self).words(w.MENU_KEYS)

    def compose(self) -> ComposeResult:
        """Heading, body, keys."""
        with Vertical(id="dialog"):
            yield DialogTitle(self.heading(), names_incident=self.names_incident)
            yield from self.compose_body()
            yield DialogFoot(self.key_line())
        yield TooSmall()

    def compose_body(self) -> ComposeResult:
        """The question itself."""
        yield from ()

    def on_key(self, event: events.Key) -> None:
        """Remember that this key came through here, so that it is not taken for a late one."""
        self._passed = event

    def late_key(self, event: events.Key) -> bool:
        """A key that was on its way while the dialog opened; whether it was used."""
        return event is not self._passed and self.take_late(event)

    def take_late(self, event: events.Key) -> bool:
        """Use a late key; whether that was possible."""
        del event
        return False

    def late_text(self, text: str) -> None:
        """Text that was pasted past the fields."""

    def tick(self) -> None:
        """A second has passed."""
        for bar in self.query(Bar):
            bar.tick()

    def action_leave(self) -> None:
        """Go back and do nothing."""
        self.leave(None)

    def leave(self, result: T | None) -> None:
        """Close with `result`; where something has opened on top meanwhile, once that is gone."""
        if self.app.screen is self:
            self.dismiss(result)
        else:
            self._due = (result,)

    def on_screen_resume(self) -> None:
        """Close now, where that was due."""
        if self._due is not None:
            self.call_later(self.dismiss, self._due[0])
