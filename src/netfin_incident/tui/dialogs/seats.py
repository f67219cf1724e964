"""Roles: assign, take, hand over with a brief, decline, leave."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from netfin_incident.app.briefs import handover_brief
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.text import Text
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import Field
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.app.views import RoleView
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class SeatForm(IncidentForm):
    """A form about one role."""

    HEADING: ClassVar[Text]

    def __init__(self, place: "IncidentRoom", view: "RoleView") -> None:
        """About the role of `view`."""
        super().__init__(place)
        self.view = view

    @property
    def role_name(self) -> str:
        """The role as people call it."""
        return program(self).words.role(self.view.id, self.view.name)

    def heading(self) -> str:
        """What is asked, of which role."""
        here = program(self)
        holder = here.name_of(self.view.holder)
        return here.words(self.HEADING, role=self.role_name, holder=holder)

    def about(self) -> str:
        """Drafts belong to the role."""
        return f"{super().about()}-{self.view.id}"


class AssignForm(SeatForm):
    """A vacant role is given to a person."""

    DRAFT = "assign"
    HEADING = d.ASSIGN

    def fields(self) -> list[Field]:
        """Who; and the exception for duties that are kept apart."""
        hint = program(self).words(d.HINT_BREAK_GLASS)
        return [self.line("person", required=True), self.line("break_glass", hint=hint)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The assignment."""
        return [c.AssignRole(self.view.id, values["person"])]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """Break-glass, where that was said."""
        return {"break_glass": values["break_glass"].strip()}


class TakeForm(SeatForm):
    """A role is taken from its holder, who is told; always allowed, with a reason."""

    DRAFT = "take"
    HEADING = d.TAKE

    def fields(self) -> list[Field]:
        """The reason."""
        return [self.prose("reason", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The taking."""
        return [c.TakeRole(values["reason"], self.view.id)]

    def question(self, values: Values) -> Question | None:
        """Taking from somebody is confirmed."""
        del values
        here = program(self)
        if not self.view.holder:
            return None
        holder = here.name_of(self.view.holder)
        return Question(here.words(d.CONFIRM_TAKE, role=self.role_name, holder=holder))


class HandOverForm(SeatForm):
    """A role is offered with a brief; until it is accepted the holder holds."""

    DRAFT = "hand-over"
    HEADING = d.HAND_OVER

    def key_line(self) -> str:
        """The brief has lines."""
        return program(self).words(d.LONG_KEYS)

    def fields(self) -> list[Field]:
        """To whom, and the brief, filled from the record."""
        here = program(self)
        brief = handover_brief(self.incident, here.now(), here.words.language)
        return [
            self.line("person", required=True),
            self.prose("brief", brief, required=True, rows=9, enter_breaks=True),
        ]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The offer."""
        return [c.OfferHandover(self.view.id, values["person"], values["brief"])]


class EndOfferForm(SeatForm):
    """Why a handover comes to nothing."""

    DRAFT = "end-offer"
    HEADING = d.END_OFFER

    def fields(self) -> list[Field]:
        """The reason."""
        return [self.prose("reason", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The end of the offer."""
        return [c.EndHandover(self.view.id, values["reason"])]


class ReleaseForm(SeatForm):
    """A role is left vacant."""

    DRAFT = "release"
    HEADING = d.RELEASE

    def fields(self) -> list[Field]:
        """The reason, if there is one to give."""
        return [self.prose("reason")]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The release."""
        return [c.ReleaseRole(self.view.id, values["reason"])]
