"""Telling others: an update to an audience, a report upward, and what became of either."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netfin_incident.app.briefs import situation_update
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import MessageState, ReportKind
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class MessageForm(IncidentForm):
    """Conditions, actions, needs: filled from the record, to be corrected and sent by hand."""

    DRAFT = "message"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.MESSAGE)

    def key_line(self) -> str:
        """The text has lines."""
        return program(self).words(d.LONG_KEYS)

    def fields(self) -> list[Field]:
        """To whom, by which way, what, and whether it is out already."""
        here, said = program(self), program(self).words
        text = situation_update(self.incident, here.now(), said.language)
        states = [
            Option(str(MessageState.DRAFT), said(d.MESSAGE_DRAFT)),
            Option(str(MessageState.SENT), said(d.MESSAGE_SENT)),
        ]
        return [
            self.line("audience", required=True),
            self.line("channel"),
            self.prose("text", text, required=True, rows=7, enter_breaks=True),
            self.choice("state", states),
        ]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The message."""
        state = MessageState(values["state"])
        return [c.RecordMessage(values["audience"], values["channel"], values["text"], state)]


class ReportForm(IncidentForm):
    """A report owed upward, or one that was sent."""

    DRAFT = "report"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.REPORT)

    def fields(self) -> list[Field]:
        """Whom, which, by when, or when and how it was sent."""
        said = program(self).words
        kinds = [Option(str(one), said.label(one)) for one in ReportKind]
        return [
            self.line("recipient", required=True),
            self.choice("kind", kinds),
            self.line("due", hint=said(d.HINT_DUE)),
            self.line("sent", hint=said(d.HINT_AT)),
            self.line("channel"),
            self.line("receipt"),
        ]

    def changed(self) -> None:
        """Say which moment was understood."""
        key = "sent" if self.field("sent").value.strip() else "due"
        self.echo_moment(key, self.past if key == "sent" else self.ahead)

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The report."""
        due, sent = values["due"].strip(), values["sent"].strip()
        report = c.RecordUpwardReport(
            values["recipient"], ReportKind(values["kind"]),
            due_at=self.ahead(due).at if due else None,
            sent_at=self.past(sent).at if sent else None,
            channel=values["channel"], receipt=values["receipt"],
        )  # fmt: skip
        return [report]


class ReportSentForm(IncidentForm):
    """When, how and with which receipt a report that was owed went out."""

    DRAFT = "report-sent"

    def __init__(self, place: "IncidentRoom", report: str) -> None:
        """About the report with the id `report`."""
        super().__init__(place)
        self.report = place.shown.incident.reports[report]

    def heading(self) -> str:
        """Which report."""
        said = program(self).words
        return said(d.REPORT_SENT, id=self.report.id, recipient=self.report.recipient)

    def about(self) -> str:
        """Drafts belong to the report."""
        return f"{super().about()}-{self.report.id}"

    def fields(self) -> list[Field]:
        """Channel and receipt; sent now unless it says otherwise."""
        hint = program(self).words(d.HINT_AT)
        return [
            self.line("channel", required=True),
            self.line("receipt"),
            self.line("sent", "now", required=True, hint=hint),
        ]

    def changed(self) -> None:
        """Say which moment was understood."""
        self.echo_moment("sent", self.past)

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The report was sent."""
        sent = c.RecordUpwardReport(
            "", self.report.kind, id=self.report.id, sent_at=self.past(values["sent"]).at,
            channel=values["channel"], receipt=values["receipt"],
        )  # fmt: skip
        return [sent]
