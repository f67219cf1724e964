"""What a check finds in rows that were tampered with."""

from netfin_incident.store.journal import Head, Row
from netfin_incident.store.verify import Fault, Finding, verify_rows


def finding(rows: list[Row], *expected: Head) -> Finding:
    """What the check finds; it never counts the entry itself, or one after it, as good."""
    verdict = verify_rows(rows, expected)
    assert verdict.finding is not None
    assert verdict.entries < max(verdict.finding.seq, 1)
    return verdict.finding


def found(rows: list[Row], *expected: Head) -> tuple[Fault, int]:
    first = finding(rows, *expected)
    return first.fault, first.seq
