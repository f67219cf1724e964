"""Calling the next level, and acknowledging for somebody on the phone."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work as in_background

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import clean_line
from netfin_incident.domain.vocabulary import Basis
from netfin_incident.errors import CommandRefused, NetfinError
from netfin_incident.tui.call_words import called_said
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_calling as w

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.app.climbs import Climbed
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class EscalateForm(IncidentForm):
    """Shows whom the next level calls right now; Enter calls them."""

    DRAFT = "escalate"

    def __init__(self, place: "IncidentRoom") -> None:
        """About the ladder as it is seen now."""
        super().__init__(place)
        ladder = self.incident.escalation
        self._seen = ladder.fires if ladder else 0

    def heading(self) -> str:
        """What it is."""
        return program(self).words(w.ESCALATE)

    def key_line(self) -> str:
        """Enter calls."""
        return program(self).words(w.ESCALATE_KEYS)

    def told(self) -> Told:
        """Who has it already."""
        ladder, here = self.incident.escalation, program(self)
        if ladder is None or not ladder.acknowledged:
            return Told("")
        people = here.words(w.JOINT).join(map(here.name_of, ladder.acknowledged))
        return Told("", "", here.words(w.HAVE_IT_ALREADY, people=people))

    def fields(self) -> list[Field]:
        """The reason, if there is one to give."""
        return [self.prose("reason", rows=2)]

    def ready(self) -> None:
        """Who is on call is read meanwhile."""
        self.echo(program(self).words(w.LOOKING), "dim")
        self._look()

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Call them."""
        from netfin_incident.app.escalating import escalate

        here, incident_id, seen = program(self), self.place.incident_id, self._seen
        act, desk, callers, reason = (
            here.act(),
            here.desk,
            here.session.late_callers,
            values["reason"],
        )
        return lambda: escalate(desk, callers.now, incident_id, act, seen, reason)

    @in_background(exclusive=True, group="playbooks")
    async def _look(self) -> None:
        here, incident = program(self), self.incident
        act = here.act()

        def look() -> "tuple[Climbed, ...]":
            from netfin_incident.app.escalating import would_call

            here.people.read()
            return would_call(here.session.late_callers.now, incident, act)

        try:
            coming = await asyncio.to_thread(look)
        except NetfinError as error:
            self.echo(here.shell.explained(error), "bold")
            return
        self.echo("\n".join(self._whom(coming)), "bold")

    def _whom(self, coming: "tuple[Climbed, ...]") -> Iterator[str]:
        here = program(self)
        for one in coming:
            match one:
                case e.LevelPassedOver():
                    because = here.words.label(one.because)
                    yield here.words(w.PASSES, level=one.level, id=one.level_id, because=because)
                    continue
                case e.Escalated():
                    yield here.words(w.CALLS_LEVEL, level=one.level, id=one.level_id)
                case e.FallbackCalled():
                    yield here.words(w.CALLS_FALLBACK)
            if not one.called:
                yield here.words(w.CALLS_NOBODY)
            yield from called_said(here, one.called)
        problem = here.session.late_callers.now.problem
        if problem is not None:
            yield here.words.explain(problem).line


class AcknowledgeForForm(IncidentForm):
    """For somebody on the phone: by the code of their page, or by their name and on what basis."""

    DRAFT = "acknowledge-for"

    def __init__(self, place: "IncidentRoom", person: str = "") -> None:
        """For a person, where it is clear who it is."""
        super().__init__(place)
        self._person = person

    def heading(self) -> str:
        """For whom."""
        here = program(self)
        if not self._person:
            return here.words(w.ACKNOWLEDGE_FOR)
        return here.words(w.ACKNOWLEDGE_FOR_PERSON, person=here.name_of(self._person))

    def about(self) -> str:
        """Drafts belong to the person."""
        return f"{super().about()}-{self._person}"

    def told(self) -> Told:
        """What to ask for."""
        return Told("", program(self).words(w.ASK_FOR_CODE))

    def fields(self) -> list[Field]:
        """Code, person, basis."""
        said = program(self).words
        bases = [
            Option(str(Basis.PHONE), said(w.BY_PHONE)),
            Option(str(Basis.IN_PERSON), said(w.IN_PERSON)),
        ]
        return [
            self.line("code", hint=said(w.CODE_MARK)),
            self.line("person", self._person),
            self.choice("basis", bases),
        ]

    def lacking(self, values: Values) -> str:
        """Whoever it is must be clear."""
        if values["code"].strip() or values["person"].strip():
            return ""
        return program(self).words(w.CODE_OR_PERSON)

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Acknowledge on their behalf; what a code says is read in the thread that writes."""
        from netfin_incident.app.codes import Codes, read_code

        here, incident_id, desk = program(self), self.place.incident_id, program(self).desk
        person, basis = clean_line(values["person"]), Basis(values["basis"])
        act = here.act()
        if not values["code"].strip():
            known = replace(act, on_behalf_of=person, basis=basis)
            return lambda: desk.handle(incident_id, known, c.Acknowledge())
        code = read_code(values["code"])

        def by_code() -> "Handled":
            owner = Codes.of(desk.store).person(desk.incident(incident_id), code)
            if not owner:
                raise CommandRefused("code-of-nobody", id=incident_id, code=code)
            if person not in ("", owner):
                raise CommandRefused("code-of-another", id=incident_id, code=code, person=person)
            known = act
            if act.by != owner:
                known = replace(act, on_behalf_of=owner, basis=basis)
            return desk.handle(incident_id, known, c.Acknowledge(by_code=True))

        return by_code
