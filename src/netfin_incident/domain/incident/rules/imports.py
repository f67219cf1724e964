"""Rules of incidents read from a written log: nothing is corrected, everything is marked."""

from typing import assert_never

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.text import clean_line
from netfin_incident.domain.vocabulary import Origin, Status
from netfin_incident.errors import CommandRefused

_Asked = c.RecordImport | c.StateDuration | c.NoteDoubt | c.FinishImport


def decide(incident: Incident, asked: _Asked) -> list[e.Event]:
    """Answer a command of the importer.

    Raises:
        CommandRefused: the incident was not begun as an import.
    """
    if incident.origin is not Origin.IMPORTED:
        raise CommandRefused("not-imported", id=incident.id)
    match asked:
        case c.RecordImport():
            name, hours = clean_line(asked.name), clean_line(asked.hours)
            return [e.LogImported(name, asked.sha256, asked.zone, hours)]
        case c.StateDuration():
            label, text, hours = map(clean_line, (asked.label, asked.text, asked.hours))
            stated = e.DurationStated(
                label, text, asked.stated, asked.wall, asked.business, asked.verdict,
                hours, asked.reading, _cleaned(asked.reading_values),
            )  # fmt: skip
            return [stated]
        case c.NoteDoubt():
            doubt = e.DoubtNoted(
                asked.slug, asked.line, _cleaned(asked.values), asked.reading,
                _cleaned(asked.reading_values),
            )  # fmt: skip
            return [doubt]
        case c.FinishImport():
            return [e.StatusChanged(incident.status, Status.CLOSED)]
        case _:
            assert_never(asked)


def _cleaned(values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, clean_line(value)) for name, value in values)
