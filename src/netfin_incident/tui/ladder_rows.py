"""The ladder line by line: levels with their times, people by name, what reached each of them.

A line that does not fit is folded, never cut.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from textual.dom import DOMNode

from netfin_incident.app.climbs import Climb, Dialled, Reached, Rung, RungState
from netfin_incident.domain.escalation import Notice, NoticeState, Target
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CalledBecause
from netfin_incident.domain.zones import local
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.times import left_until
from netfin_incident.wording import screen_calling as w
from netfin_incident.wording.calling_labels import notice_label, reason_label
from netfin_incident.wording.moments import exact_span

_INDENT = "  "
_BETWEEN = "  "
"""Between parts of a line."""
_LOOKS = {
    NoticeState.PENDING: "soon",
    NoticeState.SENT: "ok",
    NoticeState.DEAD: "alarm",
    NoticeState.QUARANTINED: "soon",
}
_RUNG_LOOKS = {RungState.CALLED: "bold", RungState.NEXT: "soon"}


class LadderRow(NamedTuple):
    """One line of a ladder."""

    key: tuple[object, ...]
    said: str
    look: str = ""
    person: str = ""
    """Whom the line is about."""
    contact: str = ""
    """Of a number that is dialled: the contact."""
    notice: str = ""
    """Of a contact to which it was sent: the notice's key."""
    is_first: bool = True
    """Whether it begins what it says; what is folded goes on below."""


class LadderRows:
    """Says a ladder to one reader."""

    def __init__(self, node: DOMNode, zone: str) -> None:
        """On the clocks of `zone`."""
        self._here = program(node)
        self._node = node
        self._zone = zone

    def rows(self, climbs: Sequence[Climb], width: int) -> list[LadderRow]:
        """Every line, folded to `width` cells."""
        made: list[LadderRow] = []
        for climb in climbs:
            for depth, row in self._climb(climb):
                indent = _INDENT * depth
                first, *rest = _packed(row.said, max(width - len(indent) - 2, 8))
                made.append(row._replace(said=indent + first))
                made += [
                    row._replace(key=(*row.key, n), said=f"{indent}{_INDENT}{line}", is_first=False)
                    for n, line in enumerate(rest)
                ]
        return made

    def _climb(self, climb: Climb) -> Iterator[tuple[int, LadderRow]]:
        said, key = self._here.words, (climb.generation,)
        name = f"{said(climb.policy.name)} ({climb.policy.id})"
        head = said(w.CLIMB, n=climb.generation, name=name, time=self._clock(climb.started_at))
        yield 0, LadderRow((*key, "head"), head, "head")
        if climb.knowing:
            yield 1, LadderRow((*key, "knew"), said(w.KNEW, people=self._names(climb.knowing)))
        if climb.voided_at is not None:
            void = said(w.VOIDED, time=self._clock(climb.voided_at))
            yield 1, LadderRow((*key, "void"), void, "alarm")
        for rung in climb.rungs:
            place = (*key, rung.level, rung.round)
            yield 1, LadderRow(place, self._rung(rung), _RUNG_LOOKS.get(rung.state, "dim"))
            for one in rung.people:
                yield from self._reached(place, one)

    def _rung(self, rung: Rung) -> str:
        said = self._here.words
        head = said(w.LEVEL, level=rung.level, id=rung.level_id) if rung.level else said(w.FALLBACK)
        if rung.round > 1:
            head += said(w.ROUND if rung.level else w.TIMES, round=rung.round)
        return _BETWEEN.join((head, *self._when(rung)))

    def _when(self, rung: Rung) -> Iterator[str]:
        said = self._here.words
        match rung.state:
            case RungState.PASSED if rung.at is not None and rung.because is not None:
                because = said.label(rung.because)
                yield said(w.PASSED, at=self._clock(rung.at), because=because)
            case RungState.CALLED if rung.at is not None and rung.due_at is not None:
                at, due = self._clock(rung.at), self._clock(rung.due_at)
                if rung.late_seconds:
                    span = exact_span(rung.late_seconds, said.language)
                    yield said(w.CALLED_LATE, at=at, due=due, late=span)
                else:
                    yield said(w.CALLED_AT, at=at)
                if rung.by:
                    yield said(w.BY_HAND, person=self._here.name_of(rung.by))
                elif rung.because is not None and rung.because is not CalledBecause.DUE:
                    yield said.label(rung.because)
                if rung.reason:
                    yield text.cell(rung.reason)
            case RungState.NEXT if rung.due_at is not None:
                left, is_late = left_until(self._node, rung.due_at)
                words = w.PLANNED_LATE if is_late else w.PLANNED_NEXT
                yield said(words, left=left, at=self._clock(rung.due_at))
                yield self._targets(rung.targets)
            case _ if rung.due_at is not None:
                yield said(w.PLANNED, at=self._clock(rung.due_at))
                yield self._targets(rung.targets)

    def _targets(self, targets: Sequence[Target]) -> str:
        said = self._here.words
        named = (said(w.TARGET, kind=said.label(one.kind), id=one.id) for one in targets)
        return said(w.NAMES, targets=said(w.JOINT).join(named))

    def _reached(self, place: tuple[object, ...], one: Reached) -> Iterator[tuple[int, LadderRow]]:
        said, key = self._here.words, (*place, one.to)
        person = "" if one.channel else one.to
        if one.channel:
            stands, look = said(w.AS_CHANNEL), "dim"
        elif one.acknowledged_at is not None:
            stands = said(w.ACKNOWLEDGED_AT, at=self._clock(one.acknowledged_at))
            look = "ok"
        else:
            stands, look = said(w.NOT_ACKNOWLEDGED), ""
        name = self._here.name_of(one.to) if person else one.to
        yield 2, LadderRow(key, f"{name}  {stands}", look, person)
        for notice in one.notices:
            look = "dim" if notice.simulated else _LOOKS.get(notice.state, "dim")
            row = LadderRow(
                (*key, notice.key), self._notice(notice), look, person, notice=notice.key
            )
            yield 3, row
        if person:
            yield from self._numbers(key, one)

    def _notice(self, notice: Notice) -> str:
        said = self._here.words
        contact = self._here.people.contact(notice.to, notice.contact)
        way = said.label(contact.channel) if contact else notice.contact or notice.to
        sign, state = _sign(notice), said(notice_label(notice))
        if notice.settled_at is not None:
            at = self._clock(notice.settled_at)
            line = said(w.NOTICE_AT, sign=sign, way=way, state=state, at=at)
        else:
            line = said(w.NOTICE, sign=sign, way=way, state=state)
        if not notice.reason:
            return line
        meant = reason_label(notice.reason)
        why = said(meant) if isinstance(meant, Text) else text.cell(meant)
        return said(w.NOTICE_WHY, said=line, why=why)

    def _numbers(self, key: tuple[object, ...], one: Reached) -> Iterator[tuple[int, LadderRow]]:
        said = self._here.words
        numbers = self._here.people.numbers(one.to)
        known = {number.contact for number in numbers}
        for number in numbers:
            shown = said(w.TO_DIAL, number=number.number or number.kept, id=number.contact)
            came = [made for made in one.dialled if made.contact == number.contact]
            row = LadderRow((*key, "dial", number.contact), shown, "mark", one.to, number.contact)
            yield 3, row._replace(said=_BETWEEN.join((shown, self._outcomes(came))))
        others = [made for made in one.dialled if made.contact not in known]
        if others:
            yield 3, LadderRow((*key, "dialled"), self._outcomes(others), "", one.to)
        if not numbers and not one.notices:
            yield 3, LadderRow((*key, "none"), said(w.NO_WAY), "alarm", one.to)

    def _outcomes(self, came: Sequence[Dialled]) -> str:
        said = self._here.words
        if not came:
            return said(w.NOT_DIALLED)
        last = came[-1]
        return said(
            w.DIALLED, at=self._clock(last.at), person=self._here.name_of(last.by),
            outcome=said.label(last.outcome),
        )  # fmt: skip

    def _names(self, people: Sequence[str]) -> str:
        return self._here.words(w.JOINT).join(map(self._here.name_of, people))

    def _clock(self, at: datetime) -> str:
        return f"{local(at, self._zone):%H:%M:%S}"


def _sign(notice: Notice) -> str:
    """No tick where nobody got it."""
    state = NoticeState.DROPPED if notice.simulated else notice.state
    return w.NOTICE_SIGN[state]


def _packed(said: str, room: int) -> list[str]:
    """Lines of at most `room` cells; what stands between two blanks is kept together if it fits."""
    lines = [""]
    for part in said.split(_BETWEEN):
        joined = f"{lines[-1]}{_BETWEEN}{part}" if lines[-1] else part
        if text.width(joined) <= room:
            lines[-1] = joined
        else:
            folded = text.folded(part, room) or [""]
            lines = [*(line for line in lines if line), *folded]
    return lines
