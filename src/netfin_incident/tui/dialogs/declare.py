"""Declaring: a few fields, and none of them commits anybody."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work as in_background
from textual.app import ComposeResult
from textual.widgets import Static

from netfin_incident.app.foretelling import Foretold, foretold
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.call_words import foretold_said
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import ChoiceField, Field, LineField, Option
from netfin_incident.tui.dialogs.form import Form, Values, label
from netfin_incident.tui.here import program
from netfin_incident.tui.picking import Picks, read_picks
from netfin_incident.tui.widgets.panes import ALARM
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled


class DeclareForm(Form):
    """A title, a severity, the service where the firm lists its own, and a playbook if one fits."""

    DRAFT = "declare"
    WALKS = True

    def __init__(self, typed: str = "") -> None:
        """Begin with text that arrived before the form did."""
        super().__init__()
        self.names_incident = False
        self._typed = typed
        self._picks: Picks | None = None
        self._asked = ("", "")
        """The words and the service of the last suggestion."""
        self._foretold_for = ("", "")
        """The severity and the service for which it was said who is called."""

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.DECLARE)

    def fields(self) -> list[Field]:
        """Title, severity, service, playbook."""
        said = program(self).words
        severities = [Option(str(int(one)), said.label(one)) for one in Severity]
        none = Option("", said(f.NONE_FOR_NOW))
        return [
            LineField("title", said(label("title")), required=True),
            ChoiceField("severity", said(label("severity")), severities, str(int(Severity.S3))),
            ChoiceField("service", said(label("service")), [Option("", said(d.NONE))], rows=4),
            ChoiceField("playbook", said(label("playbook")), [none], rows=5),
        ]

    def compose_body(self) -> ComposeResult:
        """The fields, and who would be called."""
        yield from super().compose_body()
        yield Static(text.plain(""), id="called", markup=False)

    def ready(self) -> None:
        """The playbooks are read meanwhile."""
        self.show_fields({"service": False})
        if self._typed:
            self.field("title").take(self._typed)
        self._read()

    def changed(self) -> None:
        """Say who is called, suggest for what is typed, and say what the playbook is for."""
        kind = (self.field("severity").value, self.field("service").value)
        if kind != self._foretold_for:
            self._foretold_for = kind
            self._foretell()
        if self._picks is None:
            return
        self.echo(self._picks.told(program(self).words, self.field("playbook").value), "dim")
        if self._about != self._asked:
            self._asked = self._about
            self._suggest()

    def question(self, values: Values) -> Question | None:
        """A real one declared from a drill's screen is confirmed."""
        del values
        here = program(self)
        return Question(here.words(d.CONFIRM_REAL)) if here.shell.is_drill else None

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Declare it, with its playbook, in one transaction."""
        from netfin_incident.app.desk import Declaration

        here = program(self)
        session, desk, act = here.session, here.desk, here.act()
        severity = Severity(int(values["severity"]))
        declaration = Declaration(
            values["title"], severity, session.zone, service=values.get("service", "")
        )
        playbook = values["playbook"]

        def declare() -> "Handled":
            more = [session.attaching(playbook)] if playbook else []
            return desk.declare(declaration, act, *more, keep_raw=self.keep_raw)

        return declare

    @property
    def _about(self) -> tuple[str, str]:
        return self.field("title").value, self.field("service").value

    @in_background(exclusive=True, group="playbooks")
    async def _read(self) -> None:
        here = program(self)
        try:
            picks = await asyncio.to_thread(read_picks, here.session)
        except NetfinError as error:
            self.tell(here.words.explain(error).line, "")
            return
        self._asked = self._about
        found = await asyncio.to_thread(picks.suggest, *self._asked)
        self._picks = picks.suggesting(found)
        services = [Option(one.id, here.words(one.name)) for one in picks.services]
        self._offer(
            "service", [Option("", here.words(d.NONE)), *services], self._drafted("service")
        )
        self.show_fields({"service": bool(services)})
        self._offer_playbooks(self._drafted("playbook"))

    @in_background(exclusive=True, group="playbooks")
    async def _suggest(self) -> None:
        """In a thread: keys never wait for it."""
        if self._picks is not None:
            found = await asyncio.to_thread(self._picks.suggest, *self._asked)
            self._picks = self._picks.suggesting(found)
            self._offer_playbooks(self.field("playbook").value)

    @in_background(exclusive=True, group="search")
    async def _foretell(self) -> None:
        """Who is on call is read in a thread."""
        here, (severity, service) = program(self), self._foretold_for
        act = here.act()

        def look() -> Foretold:
            here.people.read()
            callers = here.session.late_callers.now
            return foretold(callers, Severity(int(severity)), service, Mode.LIVE, act)

        try:
            said, is_alarming = foretold_said(here, await asyncio.to_thread(look))
        except NetfinError as error:
            said, is_alarming = here.words.explain(error).line, True
        if self.is_attached:
            self.query_one("#called", Static).update(text.styled((said, ALARM * is_alarming)))

    def _offer_playbooks(self, chosen: str) -> None:
        if self._picks is not None:
            said = program(self).words
            none = Option("", said(f.NONE_FOR_NOW))
            self._offer("playbook", [none, *self._picks.options(said)], chosen)

    def _drafted(self, key: str) -> str:
        """What a draft chose, before there was anything to choose from."""
        return self._draft.values.get(key, "") if self._draft else ""

    def _offer(self, key: str, options: list[Option], chosen: str) -> None:
        field = self.field(key)
        if isinstance(field, ChoiceField):
            field.offer(options)
            field.fill(chosen)
