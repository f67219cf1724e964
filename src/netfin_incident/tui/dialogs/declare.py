"""Declaring: three fields at most, and none of them commits anybody."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work as in_background

from netfin_incident.domain.severity import Severity
from netfin_incident.errors import NetfinError
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import ChoiceField, Field, LineField, Option
from netfin_incident.tui.dialogs.form import Form, Values, label
from netfin_incident.tui.dialogs.playbooks import playbook_options
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.app.desk import Handled


class DeclareForm(Form):
    """A title, a severity, and a playbook if one fits."""

    DRAFT = "declare"
    WALKS = True

    def __init__(self, typed: str = "") -> None:
        """Begin with text that arrived before the form did."""
        super().__init__()
        self.names_incident = False
        self._typed = typed

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.DECLARE)

    def fields(self) -> list[Field]:
        """Title, severity, playbook."""
        said = program(self).words
        severities = [Option(str(int(one)), said.label(one)) for one in Severity]
        none = [Option("", said(d.NONE)), Option("", said(d.LOADING))]
        return [
            LineField("title", said(label("title")), required=True),
            ChoiceField("severity", said(label("severity")), severities, str(int(Severity.S3))),
            ChoiceField("playbook", said(label("playbook")), none[:1]),
        ]

    def ready(self) -> None:
        """The playbooks are read meanwhile."""
        if self._typed:
            self.field("title").take(self._typed)
        self._offer_playbooks()

    def question(self, values: Values) -> Question | None:
        """In the middle of a drill: that this is no part of it."""
        del values
        here = program(self)
        return Question(here.words(d.CONFIRM_REAL)) if here.shell.is_drill else None

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Declare it, with its playbook, in one transaction."""
        from netfin_incident.app.desk import Declaration
        from netfin_incident.domain.incident import commands as c

        here = program(self)
        session, desk, act = here.session, here.desk, here.act()
        severity = Severity(int(values["severity"]))
        declaration = Declaration(values["title"], severity, session.zone)
        playbook = values["playbook"]

        def declare() -> "Handled":
            more = [c.AttachPlaybook(session.shelf.get(playbook))] if playbook else []
            return desk.declare(declaration, act, *more)

        return declare

    @in_background(exclusive=True, group="playbooks")
    async def _offer_playbooks(self) -> None:
        here = program(self)
        try:
            shelved = await asyncio.to_thread(here.session.shelf.list)
        except NetfinError as error:
            self.tell(here.words.explain(error).line, "")
            return
        field = self.field("playbook")
        if isinstance(field, ChoiceField):
            wanted = self._draft.values.get("playbook", "") if self._draft else ""
            none = Option("", here.words(d.NONE))
            field.offer([none, *playbook_options(here.words, shelved)])
            if wanted:
                field.fill(wanted)
