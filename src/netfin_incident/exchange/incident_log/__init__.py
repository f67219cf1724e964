"""Reads incident logs that people wrote in Markdown: times, key events, durations, and doubts.

Nothing is corrected silently.  What a log says is kept as written; what cannot be so, or does not
fit together, is listed as a doubt with the reading that would explain it.
"""

from netfin_incident.exchange.incident_log.compare import compare, duration_doubts
from netfin_incident.exchange.incident_log.model import (
    Doubt,
    DurationCheck,
    Guess,
    GuessKind,
    KeyEvent,
    LogEntry,
    Measures,
    PlacedEntry,
    Reading,
    Sections,
    Source,
    StatedDuration,
    Verdict,
    WrittenLog,
    WrittenMoment,
)
from netfin_incident.exchange.incident_log.parse import Examined, examine, parse_log
from netfin_incident.exchange.incident_log.source import MAX_BYTES, read_log
from netfin_incident.exchange.incident_log.spans import format_span

__all__ = [
    "MAX_BYTES",
    "Doubt",
    "DurationCheck",
    "Examined",
    "Guess",
    "GuessKind",
    "KeyEvent",
    "LogEntry",
    "Measures",
    "PlacedEntry",
    "Reading",
    "Sections",
    "Source",
    "StatedDuration",
    "Verdict",
    "WrittenLog",
    "WrittenMoment",
    "compare",
    "duration_doubts",
    "examine",
    "format_span",
    "parse_log",
    "read_log",
]
