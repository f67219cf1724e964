"""Who is called, and by what each is reached, in words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netfin_incident.domain.escalation import Called
from netfin_incident.wording import screen_calling as w
from netfin_incident.wording.moments import exact_span

if TYPE_CHECKING:
    from netfin_incident.app.foretelling import Foretold
    from netfin_incident.tui.program import NetfinApp


def ways_said(here: "NetfinApp", one: Called) -> str:
    """By what somebody is reached: channels by name, numbers to be dialled."""
    said = here.words
    if one.channel:
        return said(w.AS_CHANNEL)
    contacts = ((name, here.people.contact(one.to, name)) for name in one.contacts)
    ways = [said.label(found.channel) if found else name for name, found in contacts]
    kept = {number.contact: number for number in here.people.numbers(one.to)}
    for name in one.dial:
        number = kept[name].number or kept[name].kept if name in kept else name
        ways.append(said(w.DIAL, number=number))
    return said(w.JOINT).join(ways) or said(w.NO_WAY)


def called_said(here: "NetfinApp", called: Sequence[Called]) -> Iterator[str]:
    """Everybody who would be called, one a line."""
    for one in called:
        name = one.to if one.channel else here.name_of(one.to)
        yield here.words(w.ONE, person=name, ways=ways_said(here, one))


def foretold_said(here: "NetfinApp", found: "Foretold") -> tuple[str, bool]:
    """Whom declaring would call, and whether that must not be overlooked."""
    said = here.words
    if found.problem is not None:
        return said(w.CALLS_PROBLEM, why=said.explain(found.problem).what), True
    if found.policy is None:
        return said(w.WILL_CALL_NOBODY), True
    name = said(found.policy.name)
    if found.at is None:
        return said(w.YOU_HAVE_IT, name=name), False
    if not found.called:
        return said(w.EMPTY_CALL, name=name), True
    left = int((found.at - here.now()).total_seconds())
    when = said(w.AFTER, span=exact_span(left, said.language)) if left > 0 else said(w.AT_ONCE)
    people = said(w.JOINT).join(
        one.to if one.channel else here.name_of(one.to) for one in found.called
    )
    words = w.WILL_CALL if found.level else w.WILL_CALL_FALLBACK
    return said(words, name=name, level=found.level, people=people, when=when), False
