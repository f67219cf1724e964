"""The record itself: evidence, corrections, confirmations, links."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Relation
from netfin_incident.domain.zones import local
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.screens.incident_room import IncidentRoom

KINDS: Final = ("file", "screenshot", "log", "text", "link", "approval", "transcript")
"""Kinds of evidence, as playbooks name them."""


class EvidenceForm(IncidentForm):
    """Something that proves a fact; a file that can be read here is hashed."""

    DRAFT = "evidence"

    def __init__(self, place: "IncidentRoom", step: str = "", playbook: str = "") -> None:
        """For a step of a playbook, or for none."""
        super().__init__(place)
        self.wanted = f"{playbook}/{step}" if step else ""

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.EVIDENCE)

    def fields(self) -> list[Field]:
        """What it is called, where it lies, what it is, which step asked for it."""
        said = program(self).words
        kinds = [Option(kind, said(d.EVIDENCE_KIND[kind])) for kind in KINDS]
        steps = [Option("", said(d.NO_STEP))]
        for view in self.place.shown.steps:
            number = self.place.shown.numbers[view.playbook, view.step.id]
            which = f"{view.playbook}/{view.step.id}"
            steps.append(Option(which, f"{number} {said(view.step.title)}"))
        return [
            self.line("name", required=True),
            self.line("reference", required=True, hint=said(d.HINT_REFERENCE)),
            self.choice("kind", kinds, self._kind()),
            self.choice("step", steps, self.wanted, rows=5),
        ]

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Hash what can be hashed, and register it."""
        from netfin_incident.app.named_files import fingerprint

        here, incident_id = program(self), self.place.incident_id
        act, desk = here.act(), here.desk

        def register() -> "Handled":
            sha256, size = "", None
            path = Path(values["reference"].strip()).expanduser()
            if path.is_file():
                found = fingerprint(str(path))
                sha256, size = found.sha256, found.size
            playbook, _, step = values["step"].partition("/")
            added = c.AddEvidence(
                values["name"], values["reference"], values["kind"], sha256, size, step, playbook
            )
            return desk.handle(incident_id, act, added, keep_raw=self.keep_raw)

        return register

    def _kind(self) -> str:
        """The kind that the step asks for."""
        playbook, _, step = self.wanted.partition("/")
        view = self.place.shown.views.get((playbook, step))
        needs = view.step.evidence if view is not None else ()
        return needs[0].kind if needs else KINDS[0]


class EntryForm(IncidentForm):
    """A form about one entry."""

    def __init__(self, place: "IncidentRoom", entry: int) -> None:
        """About the entry with the number `entry`."""
        super().__init__(place)
        self.entry = entry

    def about(self) -> str:
        """Drafts belong to the entry."""
        return f"{super().about()}-{self.entry}"


class CorrectForm(EntryForm):
    """What is right where an entry is wrong; the entry stays."""

    DRAFT = "correct"

    def heading(self) -> str:
        """Which entry."""
        return program(self).words(d.CORRECT, entry=self.entry)

    def fields(self) -> list[Field]:
        """The right text or time, and why."""
        hint = program(self).words(d.HINT_AT)
        return [
            self.prose("right_text"),
            self.line("right_time", hint=hint),
            self.line("reason", required=True),
        ]

    def changed(self) -> None:
        """Say which moment was understood."""
        self.echo_moment("right_time", self.past)

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The correction."""
        typed = values["right_time"].strip()
        at = self.past(typed).at if typed else None
        return [c.Correct(self.entry, values["reason"], values["right_text"], at)]


class ConfirmEntryForm(EntryForm):
    """The person in whose name an entry was made confirms it, or somebody reviews a break-glass."""

    DRAFT = "confirm"

    def heading(self) -> str:
        """Which entry."""
        return program(self).words(d.CONFIRM_ENTRY, entry=self.entry)

    def fields(self) -> list[Field]:
        """A note."""
        return [self.prose("note")]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The confirmation."""
        return [c.Confirm(self.entry, values["note"])]


class LinkForm(IncidentForm):
    """How another incident relates to this one."""

    DRAFT = "link"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.LINK)

    def fields(self) -> list[Field]:
        """The relation, the other incident, a note."""
        said = program(self).words
        relations = [Option(str(one), said.label(one)) for one in Relation]
        return [
            self.choice("relation", relations, str(Relation.RELATED)),
            self.line("other", required=True, hint="INC-2026-0001"),
            self.line("note"),
        ]

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Find the other incident and link to it."""
        here, incident_id = program(self), self.place.incident_id
        act, desk, zone = here.act(), here.desk, self.incident.zone
        year = local(here.now(), zone).year

        def link() -> "Handled":
            other = desk.find(values["other"], year)
            asked = c.Link(Relation(values["relation"]), other, values["note"])
            return desk.handle(incident_id, act, asked, keep_raw=self.keep_raw)

        return link
