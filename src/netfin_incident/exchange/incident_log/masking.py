"""Customer data of a written log, masked before anything else is read from it."""

from netfin_incident.domain.customer_data import found, masked
from netfin_incident.domain.text import clean
from netfin_incident.exchange.incident_log.model import Doubt


def mask_lines(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """`text` with the customer data of each line masked, and a doubt for each such line."""
    lines = clean(text).split("\n")
    counts = {number: len(found(line)) for number, line in enumerate(lines, 1)}
    doubts = tuple(
        Doubt("customer-data-masked", number, {"count": count})
        for number, count in counts.items()
        if count
    )
    for doubt in doubts:
        lines[doubt.line - 1] = masked(lines[doubt.line - 1])
    return ("\n".join(lines) if doubts else text), doubts
