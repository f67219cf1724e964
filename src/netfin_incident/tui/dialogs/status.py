"""Moving on: where the status may go, what stands in the way, and the question about funds."""

from collections.abc import Sequence
from typing import Final

from netfin_incident.app.views import is_cancellable, is_reopenable, next_statuses
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.checklist import ObstacleKind, obstacles
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CancelKind, Status
from netfin_incident.errors import CommandRefused
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

_CANCEL: Final = "cancel-"
_REOPEN: Final = "reopen"
_SHOWN_OBSTACLES: Final = 4
_FUNDS: Final = (ObstacleKind.FUNDS_UNKNOWN, ObstacleKind.BOOKS_OPEN)
_FUNDS_FIELDS: Final = ("touched", "reconciled", "count", "amount", "suspense", "why_open")


class StatusForm(IncidentForm):
    """The next status, with the checklist of the one under the cursor."""

    DRAFT = "status"

    def heading(self) -> str:
        """What it is, and where the response stands."""
        said = program(self).words
        now = said(d.NOW_STATUS, status=said.label(self.incident.status))
        return f"{said(d.STATUS)}  {now}"

    def fields(self) -> list[Field]:
        """Where to, why, and what became of the money."""
        said = program(self).words
        touched = [Option("no", said(d.FUNDS_NO)), Option("yes", said(d.FUNDS_YES))]
        if self.incident.funds is not None:
            touched.insert(0, Option("kept", said(d.FUNDS_KEPT)))
        books = [Option("", said(d.BOOKS_OPEN)), Option("even", said(d.BOOKS_EVEN))]
        duplicate = self.line("duplicate_of", hint=said(d.HINT_DUPLICATE))
        return [
            self.choice("status", self._ways(), rows=7),
            self.choice("touched", touched),
            self.choice("reconciled", books),
            self.line("count"),
            self.line("amount"),
            self.line("suspense"),
            self.line("why_open"),
            self.line("reason"),
            duplicate,
        ]

    def changed(self) -> None:
        """Show the checklist and the fields of the status under the cursor."""
        to, said = self.field("status").value, program(self).words
        asks = to == Status.RESOLVED
        is_touched = asks and self.field("touched").value == "yes"
        is_open = is_touched and not self.field("reconciled").value
        self.show_fields(
            {
                "touched": asks,
                "reconciled": is_touched,
                "count": is_touched,
                "amount": is_touched,
                "suspense": is_touched,
                "why_open": is_open,
                "duplicate_of": to == f"{_CANCEL}{CancelKind.DUPLICATE}",
            }
        )
        if to not in list(Status):
            self.echo("")
            return
        standing = [
            one for one in obstacles(self.incident, Status(to))
            if not (asks and one.kind in _FUNDS)
        ]  # fmt: skip
        if not standing:
            self.echo(said(d.CLEAR_WAY) if to in _ENDING else "", "dim")
            return
        lines = [said(d.IN_THE_WAY, count=len(standing))]
        lines += [f"- {said.obstacle(one)}" for one in standing[:_SHOWN_OBSTACLES]]
        if len(standing) > _SHOWN_OBSTACLES:
            lines.append(said(d.MORE, count=len(standing) - _SHOWN_OBSTACLES))
        self.echo("\n".join(lines), "bold")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The funds, where they were asked for, and the change; together or not at all."""
        to, reason = values["status"], values["reason"]
        if to == _REOPEN:
            return [c.Reopen(reason)]
        if to.startswith(_CANCEL):
            kind = CancelKind(to.removeprefix(_CANCEL))
            return [c.Cancel(kind, reason, values.get("duplicate_of", "").strip().upper())]
        change = c.ChangeStatus(Status(to), reason)
        if values.get("touched", "kept") == "kept":
            return [change]
        return [self._funds(values), change]

    def question(self, values: Values) -> Question | None:
        """Ending for good asks for the number; taking up again asks once."""
        to, said, incident = values["status"], program(self).words, self.incident
        if to.startswith(_CANCEL):
            return Question(said(d.CONFIRM_CANCEL, id=incident.id), incident.id)
        if to == Status.CLOSED:
            worst = incident.severity <= Severity.S2
            return Question(said(d.CONFIRM_CLOSE, id=incident.id), incident.id if worst else "")
        return Question(said(d.CONFIRM_REOPEN)) if to == _REOPEN else None

    def _funds(self, values: Values) -> c.StateFunds:
        count = values.get("count", "").strip().replace(",", "").replace("，", "")
        if count and not count.isdecimal():
            raise CommandRefused("reconciled-how-many")
        return c.StateFunds(
            touched=values["touched"] == "yes", reconciled=values.get("reconciled") == "even",
            count=int(count) if count else None, amount=values.get("amount", ""),
            suspense=values.get("suspense", ""), reason=values.get("why_open", ""),
        )  # fmt: skip

    def _ways(self) -> list[Option]:
        said, incident = program(self).words, self.incident
        ways = [Option(str(to), said.label(to)) for to in next_statuses(incident)]
        if is_reopenable(incident):
            ways.append(Option(_REOPEN, said(d.TO_REOPEN)))
        if is_cancellable(incident):
            ways += [
                Option(f"{_CANCEL}{kind}", said(d.TO_CANCEL, kind=said.label(kind)), "dim")
                for kind in CancelKind
            ]
        return ways


_ENDING: Final = (Status.RESOLVED, Status.IN_REVIEW, Status.CLOSED)
