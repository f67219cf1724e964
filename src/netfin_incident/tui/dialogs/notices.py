"""Steps that tell somebody: a notice in the playbook's words, a report upward with its receipt."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.widgets.text_area import Selection

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import LEFT_OPEN
from netfin_incident.tui.dialogs.fields import Field, ProseField
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.steps import StepForm
from netfin_incident.tui.here import program
from netfin_incident.tui.kind_told import notice_told, report_told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f

if TYPE_CHECKING:
    from netfin_incident.tui.step_words import StepWords


class NotifyForm(StepForm):
    """The words that were sent: the playbook's, with what is known filled in."""

    DRAFT = "notify"
    HEADING = f.NOTIFY

    def key_line(self) -> str:
        """The text has lines."""
        return program(self).words(d.LONG_KEYS)

    def lines(self, words: "StepWords") -> Iterator[str]:
        """Who is told."""
        if self.step.notice is not None:
            yield notice_told(words, self.step.notice)
        yield from super().lines(words)

    def fields(self) -> list[Field]:
        """The words and the way."""
        notice = self.step.notice
        channel = notice.channel if notice else ""
        return [
            self.prose("text", self._text(), rows=7, enter_breaks=True),
            self.line("channel", channel),
        ]

    def ready(self) -> None:
        """What is to be filled in first is selected: typing replaces it."""
        self._select_open()

    def lacking(self, values: Values) -> str:
        """What is still to be filled in, or taken out."""
        left = dict.fromkeys(LEFT_OPEN.findall(values["text"]))
        self._select_open()
        return program(self).words(f.STILL_OPEN, places="  ".join(left)) if left else ""

    def commands(self, values: Values) -> Sequence[c.Command]:
        """They were told."""
        notice, words = self.step.notice, self.words
        to = words.said(notice.audience) if notice else ""
        sent = c.CompleteStep(*self.which, to=to, text=values["text"], channel=values["channel"])
        return [sent]

    def _select_open(self) -> None:
        field = self.field("text")
        if not isinstance(field, ProseField):
            return
        for row, line in enumerate(field.value.splitlines()):
            found = LEFT_OPEN.search(line)
            if found is not None:
                field.editor.selection = Selection((row, found.start()), (row, found.end()))
                field.editor.focus()
                return

    def _text(self) -> str:
        notice, words = self.step.notice, self.words
        if notice is None or notice.template is None:
            return ""
        return words.notice(notice.template)


class ReportStepForm(StepForm):
    """How a report went out, and what proves that it arrived."""

    DRAFT = "report-step"
    HEADING = f.REPORT_STEP

    def lines(self, words: "StepWords") -> Iterator[str]:
        """Which report goes to whom."""
        if self.step.reporting is not None:
            yield report_told(words, self.step.reporting)
        yield from super().lines(words)

    def fields(self) -> list[Field]:
        """Channel, receipt, note."""
        return [self.line("channel", required=True), self.line("receipt"), self.prose("note")]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """It was sent."""
        reporting, words = self.step.reporting, self.words
        sent = c.CompleteStep(
            *self.which, to=words.said(reporting.recipient) if reporting else "",
            note=values["note"], channel=values["channel"], receipt=values["receipt"],
        )  # fmt: skip
        return [sent]
