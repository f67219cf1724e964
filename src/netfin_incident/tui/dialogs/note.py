"""A note: the time is that of the key press, or a time that is typed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import NoteKind, Precision
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm, happened
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_room import IncidentRoom

_JUST_NOW: Final = timedelta(seconds=5)


class NoteForm(IncidentForm):
    """A note of now."""

    DRAFT = "note"

    def __init__(self, place: "IncidentRoom", typed: str = "") -> None:
        """Begin with text that arrived before the form did."""
        super().__init__(place)
        self._typed = typed

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.NOTE)

    def fields(self) -> list[Field]:
        """The text, then what kind of note."""
        return [self.prose("text", required=True, rows=4), self._kind()]

    def ready(self) -> None:
        """The moment is stamped here, before a word is typed."""
        if self._typed:
            self.field("text").take(self._typed)
        at = stamp(self.begun_at, self.incident.zone)
        self.echo(program(self).words(d.KEPT_TIME, time=f"{at} {self.incident.zone}"), "dim")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The note."""
        return [c.Note(values["text"], NoteKind(values["kind"]))]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """It happened when the key was pressed."""
        del values
        if program(self).now() - self.begun_at < _JUST_NOW:
            return {}
        zone = self.incident.zone
        return {"occurred_at": self.begun_at, "zone": zone, "precision": Precision.EXACT}

    def _kind(self) -> Field:
        said = program(self).words
        kinds = [Option(str(kind), said.label(kind)) for kind in NoteKind]
        return self.choice("kind", kinds)


class NoteAtForm(NoteForm):
    """A note of an earlier time; what was understood is shown before it is saved."""

    DRAFT = "note-at"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.NOTE_AT)

    def fields(self) -> list[Field]:
        """When, the text, the kind."""
        hint = program(self).words(d.HINT_AT)
        text = self.prose("text", required=True, rows=4)
        return [self.line("at", required=True, hint=hint), text, self._kind()]

    def ready(self) -> None:
        """Nothing is stamped."""

    def changed(self) -> None:
        """Say which moment was understood."""
        self.echo_moment("at", self.past)

    def act_changes(self, values: Values) -> dict[str, Any]:
        """It happened when it says."""
        return happened(self.past(values["at"]))
