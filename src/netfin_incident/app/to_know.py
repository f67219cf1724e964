"""What else whoever takes over must know: promises that are open, what did not arrive, what is unknown.

It stands at the end of the handover card.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from netfin_incident.app.handover_card import Section
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.questions import questions
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import MessageState, NoteKind
from netfin_incident.wording import to_know as said
from netfin_incident.wording.condition_words import name_said
from netfin_incident.wording.language import Language, say

MOST_TODOS: Final = 3
_OPEN_MESSAGES: Final = (MessageState.DRAFT, MessageState.APPROVED)


def to_know(
    incident: Incident,
    records: Iterable[Recorded[e.Event]],
    language: Language,
    name_of: Callable[[str], str],
) -> Section | None:
    """The last section of the card; None where there is nothing.

    Args:
        incident: As it is now.
        records: Its entries in their order; only notes count.
        language: Whose words.
        name_of: The name of a person, by id.
    """

    def spoken(words: Text, **values: object) -> str:
        return say(words, language).format(**values)

    lines = [
        *_owed(incident, spoken, name_of),
        *_unsent(incident, spoken, name_of),
        *_unknown(incident, spoken, language),
        *_todos(records, spoken),
    ]
    return Section(say(said.HEAD, language), tuple(lines)) if lines else None


def _owed(
    incident: Incident, spoken: Callable[..., str], name_of: Callable[[str], str]
) -> Iterator[str]:
    for one in incident.owed.values():
        words = said.TO_REVIEW if one.break_glass else said.TO_CONFIRM
        yield spoken(words, entry=one.entry, person=name_of(one.person))


def _unsent(
    incident: Incident, spoken: Callable[..., str], name_of: Callable[[str], str]
) -> Iterator[str]:
    for message in incident.messages.values():
        if message.state in _OPEN_MESSAGES:
            yield spoken(said.UNSENT, id=message.id, audience=clean_line(message.audience))
    dead = [one for one in incident.notices.values() if one.state is NoticeState.DEAD]
    if dead:
        people = spoken(said.JOINT).join(dict.fromkeys(name_of(one.to) for one in dead))
        yield spoken(said.UNDELIVERED, count=len(dead), people=people)


def _unknown(incident: Incident, spoken: Callable[..., str], language: Language) -> Iterator[str]:
    asked = questions(incident, board(incident)) if incident.is_open else ()
    names = [say(name_said(one.variable.id, one.variable), language) for one in asked]
    if names:
        yield spoken(said.TO_ANSWER, names=spoken(said.JOINT).join(names))


def _todos(records: Iterable[Recorded[e.Event]], spoken: Callable[..., str]) -> Iterator[str]:
    todos = [
        spoken(said.TODO, entry=one.version, text=clean_line(one.event.text))
        for one in records
        if isinstance(one.event, e.Noted) and one.event.kind is NoteKind.TODO
    ]
    yield from todos[-MOST_TODOS:]
