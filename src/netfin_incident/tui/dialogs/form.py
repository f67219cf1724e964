"""A form: fields, a draft that outlives it, and an answer that is shown before it closes.

Enter saves once nothing required is missing, else it goes to the field that is.  A form closes only
after what it asked for is on disk; whatever else happens, the text stays.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netfin_incident.domain.text import Text
from netfin_incident.errors import NetfinError, RecordError, StoreBusy
from netfin_incident.tui import text
from netfin_incident.tui.command_queue import Request
from netfin_incident.tui.dialogs.confirm import Confirm, Question
from netfin_incident.tui.dialogs.customer_data import MasksCustomerData
from netfin_incident.tui.dialogs.fields import Field, FieldArea
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.panes import ALARM, Foreword
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.drafts import Draft

Values = Mapping[str, str]
KEEP_AFTER = timedelta(milliseconds=250)
"""How long after a key the draft is on file."""


class Form(MasksCustomerData["Handled"]):
    """Asks for values and has something done with them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
    ]
    DRAFT: ClassVar[str] = ""
    """The name of its drafts; empty where nothing is worth keeping."""
    WALKS: ClassVar[bool] = False
    """Whether Enter goes through every field before it saves."""

    def __init__(self) -> None:
        """Nothing was typed yet."""
        super().__init__()
        self._fields: list[Field] = []
        self._initial: dict[str, str] = {}
        self._draft: Draft | None = None
        self._begun_at: datetime | None = None
        self._is_saving = False
        self._keeps_soon = False
        self._tried: Values | None = None

    def fields(self) -> list[Field]:
        """The fields, in order."""
        return []

    def about(self) -> str:
        """What its draft belongs to."""
        return ""

    def work(self, values: Values) -> "Callable[[], Handled]":
        """What is done with the values, in a thread.

        Raises:
            NetfinError: a value cannot be used.
        """
        raise LookupError(values)

    def question(self, values: Values) -> Question | None:
        """What must be confirmed first."""
        del values
        return None

    def told(self) -> Told:
        """What stands above the fields: what to know before they are filled in."""
        return Told("")

    def lacking(self, values: Values) -> str:
        """What must be put right before it is saved; empty where nothing must."""
        del values
        return ""

    def ready(self) -> None:
        """The fields are there, with what a draft brought back."""

    def changed(self) -> None:
        """A value changed."""

    def key_line(self) -> str:
        """The keys of a form."""
        return program(self).words(d.WALK_KEYS if self.WALKS else d.FORM_KEYS)

    def compose_body(self) -> ComposeResult:
        """The fields, then what came of saving."""
        self._fields = self.fields()
        told = self.told()
        yield Foreword(told.warning, ALARM)
        with FieldArea(id="fields"):
            yield Foreword(told.detail)
            yield from self._fields
        yield Static(text.plain(""), id="masking", markup=False)
        yield Static(text.plain(""), id="echo", markup=False)
        yield Static(text.plain(""), id="answer", markup=False)

    def on_mount(self) -> None:
        """Bring back what was typed, and begin at the first field."""
        self._initial = {field.key: field.value for field in self._fields}
        self._restore()
        if self._fields:
            self._fields[0].editor.focus()
        self.ready()
        self.changed()

    def on_unmount(self) -> None:
        """Whatever closes it, the text is on file."""
        if self._draft is not None:
            self._keep()
            self._draft.release()

    @property
    def begun_at(self) -> datetime:
        """When it was opened, or when the draft that it brought back was begun."""
        if self._begun_at is None:
            self._begun_at = program(self).now()
        return self._begun_at

    @property
    def values(self) -> dict[str, str]:
        """What the fields say."""
        return {field.key: field.value for field in self._fields}

    def field(self, key: str) -> Field:
        """The field called `key`."""
        return next(field for field in self._fields if field.key == key)

    def show_fields(self, keys: Mapping[str, bool]) -> None:
        """Show or hide fields by name."""
        for key, shown in keys.items():
            self.field(key).display = shown

    def echo(self, said: str, look: str = "") -> None:
        """Show how what was typed is understood."""
        echo = self.query_one("#echo", Static)
        echo.update(text.styled((said, look)))
        echo.display = bool(said)

    def tell(self, said: str, look: str = "bold") -> None:
        """Show what came of saving; there may be no room for what is echoed beside it."""
        self.query_one("#echo", Static).display = False
        self.query_one("#answer", Static).update(text.styled((said, look)))

    def take_late(self, event: events.Key) -> bool:
        """What was typed while it opened goes to where the cursor is."""
        if event.key == "enter":
            self.call_later(self._enter, self._current)
        elif event.is_printable and event.character:
            self._current.take(event.character)
        else:
            return False
        return True

    def late_text(self, text: str) -> None:
        """As `take_late`, for pasted text."""
        self._current.take(text)

    def action_leave(self) -> None:
        """Close; what was typed stays as a draft."""
        if not self._is_saving:
            self.leave(None)

    def action_save(self) -> None:
        """Save, wherever the cursor is."""
        if self.app.screen is self and not self._is_saving:
            self._save()

    @property
    def _current(self) -> Field:
        focused = self.focused
        return next((one for one in self._fields if one.editor is focused), self._fields[0])

    @on(Field.Entered)
    def _entered(self, event: Field.Entered) -> None:
        event.stop()
        self._enter(event.field)

    def _enter(self, field: Field) -> None:
        shown = [one for one in self._fields if one.display]
        after = shown[shown.index(field) + 1 :] if field in shown else []
        if self.WALKS and after:
            after[0].editor.focus()
        elif not self._is_saving:
            self._save()

    @on(Field.Changed)
    def _edited(self, event: Field.Changed) -> None:
        event.stop()
        if self._tried not in (None, self.values):
            self._tried = None
            self.tell("")
        self.changed()
        if self._draft is not None and not self._keeps_soon:
            self._keeps_soon = True
            self.set_timer(KEEP_AFTER.total_seconds(), self._keep)

    def _save(self) -> None:
        self._tried = self.values
        for field in self._fields:
            if field.required and field.display and not field.value.strip():
                self.tell(program(self).words(d.MISSING, field=field.label))
                field.editor.focus()
                return
        values = {key: value for key, value in self.values.items() if self.field(key).display}
        if lacking := self.lacking(values):
            self.tell(lacking)
            return
        try:
            work = self.work(values)
        except NetfinError as error:
            self._refused(error)
            return
        question = self.question(values)
        if question is None:
            self._ask(work)
        else:
            sure = Confirm(question)
            sure.names_incident = self.names_incident
            self.app.push_screen(sure, lambda yes: self._ask(work) if yes else None)

    def _ask(self, work: "Callable[[], Handled]") -> None:
        self._is_saving = True
        self._keep()
        self.tell(program(self).words(d.SAVING), "")
        program(self).ask(Request(work, self._answered))

    def _answered(self, outcome: "Handled | NetfinError") -> None:
        self._is_saving = False
        if not isinstance(outcome, NetfinError):
            if self._draft is not None:
                self._draft.forget()
                self._draft = None
            program(self).saved(outcome)
            self.leave(outcome)
        elif self.is_attached:
            self._refused(outcome)
        else:
            program(self).refuse(outcome)

    def _refused(self, error: NetfinError) -> None:
        here = program(self)
        if isinstance(error, StoreBusy):
            self.tell(here.words(d.BUSY))
        elif isinstance(error, RecordError):
            self.tell(here.words.explain(error).line)
            here.refuse(error)
        else:
            self.tell(here.shell.explained(error))

    def _restore(self) -> None:
        here = program(self)
        if not self.DRAFT or here.drafts is None:
            return
        self._draft = here.drafts.open(self.DRAFT, self.about())
        if self._draft is None:
            self.tell(here.words(d.NO_DRAFTS), "")
            return
        if self._draft.begun_at is None:
            return
        self._begun_at = self._draft.begun_at
        for key, value in self._draft.values.items():
            if key in self._initial:
                self.field(key).fill(value)
        zone = here.session.zone
        self.tell(here.words(d.DRAFT_FOUND, time=stamp(self.begun_at, zone)), "")

    def _keep(self) -> None:
        self._keeps_soon = False
        if self._draft is not None:
            typed = {k: v for k, v in self.values.items() if v != self._initial.get(k)}
            try:
                self._draft.keep(typed, self.begun_at)
            except OSError:
                self.tell(program(self).words(d.NO_DRAFTS))


def label(key: str) -> Text:
    """The label of a field."""
    return d.FIELD[key]
