"""Forms about one incident: what is filled in becomes commands, carried out together or not at all."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.moment import parse_due, parse_moment
from netfin_incident.errors import NetfinError
from netfin_incident.tui.dialogs.fields import ChoiceField, LineField, Option, ProseField
from netfin_incident.tui.dialogs.form import Form, Values, label
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.domain.zones import Moment
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class IncidentForm(Form):
    """A form over an incident's screen."""

    def __init__(self, place: "IncidentRoom") -> None:
        """A form about the incident on `place`."""
        super().__init__()
        self.place = place

    @property
    def incident(self) -> Incident:
        """The incident as it is shown."""
        return self.place.shown.incident

    def about(self) -> str:
        """Drafts belong to the incident."""
        return self.place.incident_id

    def commands(self, values: Values) -> Sequence[c.Command]:
        """What is asked of the incident.

        Raises:
            NetfinError: a value cannot be used.
        """
        raise LookupError(values)

    def act_changes(self, values: Values) -> dict[str, Any]:
        """What the act says beside who and now: when it happened, break-glass."""
        del values
        return {}

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Carry out the commands on the desk."""
        here, incident_id = program(self), self.place.incident_id
        commands = self.commands(values)
        act, desk = here.act(**self.act_changes(values)), here.desk
        keep_raw = self.keep_raw
        return lambda: desk.handle(incident_id, act, *commands, keep_raw=keep_raw)

    def line(
        self, key: str, value: str = "", *, required: bool = False, hint: str = ""
    ) -> LineField:
        """A field of one line."""
        return LineField(key, program(self).words(label(key)), value, required=required, hint=hint)

    def prose(
        self, key: str, value: str = "", *, required: bool = False, rows: int = 3,
        enter_breaks: bool = False,
    ) -> ProseField:  # fmt: skip
        """A field of several lines."""
        return ProseField(
            key, program(self).words(label(key)), value, required=required, rows=rows,
            enter_breaks=enter_breaks,
        )  # fmt: skip

    def choice(
        self, key: str, options: Sequence[Option], value: str = "", *, rows: int = 6,
        required: bool = False,
    ) -> ChoiceField:  # fmt: skip
        """A choice; a required one without a `value` is left to the person."""
        words = program(self).words(label(key))
        return ChoiceField(key, words, options, value, rows=rows, required=required)

    def past(self, typed: str) -> "Moment":
        """The past moment that was typed, in the incident's zone.

        Raises:
            UsageError: it cannot be read.
        """
        return parse_moment(typed, program(self).now(), self.incident.zone)

    def ahead(self, typed: str) -> "Moment":
        """The moment ahead that was typed, in the incident's zone.

        Raises:
            UsageError: it cannot be read.
        """
        return parse_due(typed, program(self).now(), self.incident.zone)

    def echo_moment(self, key: str, read: "Callable[[str], Moment]") -> None:
        """Say which moment was understood, with its zone; or what is wrong with it."""
        typed, here = self.field(key).value, program(self)
        if not typed.strip():
            self.echo("")
            return
        try:
            moment = read(typed)
        except NetfinError as error:
            self.echo(here.words.explain(error).line, "dim")
            return
        said = stamp(moment.at, self.incident.zone)
        self.echo(here.words(d.ECHO, moment=said, zone=self.incident.zone), "bold")


def happened(moment: "Moment") -> dict[str, Any]:
    """The part of an act that says when it happened."""
    return {"occurred_at": moment.at, "zone": moment.zone, "precision": moment.precision}
