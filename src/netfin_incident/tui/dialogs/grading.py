"""Severity, response level, milestones: where the incident stands on its scales."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from netfin_incident.domain.criteria import propose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.impact import impact_answers
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.errors import DefinitionError
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm, happened
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording.labels import level_label
from netfin_incident.wording.proposals import ProposalTeller

_PROPOSAL_LINES: Final = 3
"""The grade and what decides it; more would push the fields out of a small terminal."""


class SeverityForm(IncidentForm):
    """Anyone may raise at once; lowering needs a reason and a second look."""

    DRAFT = "severity"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.SEVERITY)

    def fields(self) -> list[Field]:
        """The grade, and why."""
        said = program(self).words
        grades = [Option(str(int(one)), said.label(one)) for one in Severity]
        now = str(int(self.incident.severity))
        return [self.choice("severity", grades, now), self.prose("reason", rows=2)]

    def ready(self) -> None:
        """Say what the impact proposes by the firm's criteria, where both are there."""
        here, answers = program(self), impact_answers(self.incident)
        try:
            criteria = here.session.criteria
        except DefinitionError:
            criteria = None
        if criteria is None or not answers:
            return
        teller = ProposalTeller(here.words.language)
        lines = islice(teller.proposal(propose(criteria, answers), answers), _PROPOSAL_LINES)
        self.echo("\n".join(lines), "bold")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The severity."""
        return [c.ChangeSeverity(Severity(int(values["severity"])), values["reason"])]

    def question(self, values: Values) -> Question | None:
        """Lowering is confirmed."""
        said, before = program(self).words, self.incident.severity
        after = Severity(int(values["severity"]))
        if after <= before:
            return None
        lowered = said(d.CONFIRM_LOWER, before=said.label(before), after=said.label(after))
        return Question(lowered)


class ActivateForm(IncidentForm):
    """The response level, and by whose authority."""

    DRAFT = "activate"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.ACTIVATE)

    def fields(self) -> list[Field]:
        """Level and authority."""
        said = program(self).words
        levels = [Option(str(int(one)), said(level_label(one))) for one in Severity]
        now = str(int(self.incident.level or self.incident.severity))
        return [self.choice("level", levels, now), self.line("authorised_by", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The activation."""
        return [c.Activate(Severity(int(values["level"])), values["authorised_by"])]


class MilestoneForm(IncidentForm):
    """Which milestone was reached, when, and how that is known."""

    DRAFT = "milestone"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.MILESTONE)

    def fields(self) -> list[Field]:
        """Milestone, time, source."""
        said = program(self).words
        reached = self.incident.milestones
        milestones = [
            Option(str(one), said.label(one) + (" ✓" if reached.get(one) else ""))
            for one in Milestone
        ]
        first = next((str(one) for one in Milestone if not reached.get(one)), "")
        return [
            self.choice("milestone", milestones, first, rows=12),
            self.line("at", hint=said(d.HINT_AT)),
            self.line("how"),
        ]

    def changed(self) -> None:
        """Say which moment was understood."""
        self.echo_moment("at", self.past)

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The milestone."""
        return [c.SetMilestone(Milestone(values["milestone"]), values["how"])]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """It was reached now, or when it says."""
        return happened(self.past(values["at"])) if values["at"].strip() else {}
