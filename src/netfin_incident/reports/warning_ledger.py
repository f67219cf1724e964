"""The ledger of warnings 预警台账: one row for each, as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning.state import ENDED, WarningCase
from netfin_incident.templating.markdown import literal
from netfin_incident.wording import warning_ledger as words
from netfin_incident.wording.indicators import SIGNS
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import stamp


@dataclass(frozen=True, slots=True)
class Ledger:
    """Which warnings, for which time, and how they are said."""

    warnings: Sequence[WarningCase]
    span: tuple[datetime | None, datetime | None]
    at: datetime
    """The moment for which it says where each stands."""
    zone: str
    language: Language

    def lines(self) -> Iterator[str]:
        """The ledger, line by line."""
        yield f"# {self._say(words.TITLE)}"
        yield ""
        yield self._span()
        yield ""
        still = sum(one.standing(self.at) not in ENDED for one in self.warnings)
        yield self._say(words.COUNTED, count=len(self.warnings), open=still)
        yield ""
        yield self._row(self._say(column) for column in words.COLUMNS)
        yield self._row("---" for _ in words.COLUMNS)
        for one in self.warnings:
            yield self._row(str(literal(cell)) for cell in self._cells(one))

    def _cells(self, one: WarningCase) -> Iterator[str]:
        raised = one.raised
        drill = f"[{self._say(label(Mode.DRILL))}] " if raised.mode is Mode.DRILL else ""
        yield f"{drill}{one.id}"
        yield stamp(raised.observed_at, self.zone)
        yield f"{self._say(raised.name)} ({raised.indicator})"
        yield self._say(label(one.worst_level))
        yield f"{one.worst} ({SIGNS[raised.comparison]} {one.threshold})"
        yield str(one.times)
        yield raised.source
        yield one.owner or self._role(raised.owner_role)
        yield one.assessment
        yield "\n".join(
            [f"{stamp(note.at, self.zone)} {note.by} {note.text}" for note in one.notes]
            + [one.outcome] * bool(one.outcome)
        )
        yield self._say(label(one.standing(self.at)))
        yield one.incident

    def _role(self, role: str) -> str:
        nobody = self._say(words.NOBODY)
        return f"{nobody} ({self._say(role_label(role))})" if role else nobody

    def _span(self) -> str:
        if self.span == (None, None):
            return self._say(words.WHOLE, zone=self.zone)
        start, end = ("…" if one is None else stamp(one, self.zone) for one in self.span)
        return self._say(words.SPAN, start=start, end=end, zone=self.zone)

    def _say(self, text: Text, **values: object) -> str:
        return say(text, self.language).format(**values) if values else say(text, self.language)

    @staticmethod
    def _row(cells: Iterator[str]) -> str:
        return f"| {' | '.join(cells)} |"
