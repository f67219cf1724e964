"""Acts that need a second look: a break-glass, an act in another's name, a named second person.

One act may leave several entries; it is confirmed or reviewed once, by its first entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.state import Incident, Owed
from netfin_incident.domain.record import Act, Recorded


@dataclass(slots=True)
class SecondLook:
    """One act, and the looks that were taken at it."""

    act: Act
    entries: list[int]
    seconds: list[str] = field(default_factory=list)
    """Persons who were named as the second for leaving out a required step."""
    answers: list[Recorded[e.EntryConfirmed]] = field(default_factory=list)
    owed: Owed | None = None
    """What is still owed for it; None where nothing is."""


def second_looks(records: Sequence[Recorded[e.Event]]) -> tuple[SecondLook, ...]:
    """Every such act, in the order of the journal."""
    state: Incident | None = None
    looks: list[SecondLook] = []
    by_root: dict[int, SecondLook] = {}
    for record in records:
        after = fold.apply(state, record.act, record.event)
        event = record.event
        if isinstance(event, e.EntryConfirmed) and event.entry in by_root:
            answer = Recorded(record.seq, record.version, record.act, event)
            by_root[event.entry].answers.append(answer)
        second = event.second if isinstance(event, e.StepSkipped) else ""
        if record.act.break_glass or record.act.on_behalf_of or second:
            look = _look(looks, record, is_new=record.version in after.owed)
            by_root.setdefault(look.entries[0], look)
            if second:
                look.seconds.append(second)
        state = after
    owed = state.owed if state else {}
    for look in looks:
        look.owed = owed.get(look.entries[0])
    return tuple(looks)


def _look(looks: list[SecondLook], record: Recorded[e.Event], *, is_new: bool) -> SecondLook:
    """The act that the entry belongs to: the one before it, or a new one."""
    same = looks and looks[-1].act == record.act and looks[-1].entries[-1] == record.version - 1
    if same and not is_new:
        looks[-1].entries.append(record.version)
        return looks[-1]
    looks.append(SecondLook(record.act, [record.version]))
    return looks[-1]
