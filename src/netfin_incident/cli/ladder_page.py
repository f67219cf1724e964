"""The ladder as the command line shows it: what was due, what was done, what arrived, who has it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from netfin_incident.app.climbs import Climb, Reached, Rung, RungState
from netfin_incident.app.dialling import numbers, people_to_dial
from netfin_incident.app.having import standing
from netfin_incident.app.responses import Acknowledgement, Responses
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.next_call import next_said, owed_said
from netfin_incident.domain.escalation import Notice, NoticeState, Target
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.roster import Roster
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CalledBecause
from netfin_incident.wording import calling_answers as said
from netfin_incident.wording.calling_labels import because_label, notice_label, reason_label
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import exact_span, stamp

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Ladder:
    """All that is known about calling people in one incident."""

    incident: Incident
    climbs: tuple[Climb, ...]
    responses: Responses
    roster: Roster | None
    """The one that counts now, where it can be read."""

    @property
    def people_to_dial(self) -> tuple[str, ...]:
        """Whom it makes sense to telephone now."""
        rungs = self.climbs[-1].rungs if self.climbs else []
        called = (one.to for rung in rungs for one in rung.people if not one.channel)
        return people_to_dial(self.incident, called)


class LadderPage:
    """The lines that show the ladder of one incident."""

    def __init__(self, call: Call, ladder: Ladder, environ: Mapping[str, str]) -> None:
        """Show `ladder` in the language and zone of `call`; numbers may be kept in `environ`."""
        self._call = call
        self._ladder = ladder
        self._environ = environ
        self._incident = ladder.incident
        self._zone = call.zone_of(ladder.incident)

    def lines(self) -> Iterator[str]:
        """Every line."""
        if not self._ladder.climbs:
            yield self._call.say(said.NO_ESCALATION, id=self._incident.id)
        for climb in self._ladder.climbs:
            yield from self._climb(climb)
        yield from self._section(said.HEAD_ACKNOWLEDGED, self._acknowledged())
        yield from self._section(said.HEAD_TOLD, self._told())
        yield from self._section(said.HEAD_CALLS, self._telephoned())
        if standing(self._incident).having.is_open:
            yield from self._section(said.HEAD_NUMBERS, self.numbers())
        yield from self._section(said.HEAD_NEXT, self._next())

    def numbers(self) -> Iterator[tuple[str, ...]]:
        """Who can be telephoned, by which numbers, and what came of it so far."""
        ladder, say = self._incident.escalation, self._call.say
        answered = ladder.acknowledged if ladder else self._incident.acknowledged
        for person in self._ladder.people_to_dial:
            found = self._ladder.roster.person(person) if self._ladder.roster else None
            own = numbers(found, self._environ) if found else ()
            shown = [
                f"{one.contact} {one.number or say(said.NUMBER_KEPT, address=one.kept)}"
                for one in own
            ]
            telephoned = self._ladder.responses.telephoned
            tries = [one for one in telephoned if one.person == person]
            state = [self._word(tries[-1].outcome)] if tries else []
            state += [say(said.HAS_ACKNOWLEDGED)] if person in answered else []
            listed = say(said.LIST).join(shown) or say(said.NO_NUMBER)
            yield person, self._who(person), say(said.JOINT).join(state) or "–", listed

    def _climb(self, climb: Climb) -> Iterator[str]:
        say = self._call.say
        yield say(
            said.ESCALATION, number=climb.generation, name=self._call.name(climb.policy.name),
            policy=climb.policy.id, at=self._at(climb.started_at),
        )  # fmt: skip
        if climb.knowing:
            yield _INDENT + say(said.KNOWING, people=self._people(climb.knowing))
        heads = (said.HEAD_LEVEL, said.HEAD_DUE, said.HEAD_CALLED, said.HEAD_WHY)
        shown = aligned([[say(head) for head in heads], *map(self._row, climb.rungs)], _INDENT)
        yield shown[0]
        for rung, line in zip(climb.rungs, shown[1:], strict=True):
            yield line
            for one in rung.people:
                yield from aligned([(way,) for way in self._ways(one)], "      ")

    def _row(self, rung: Rung) -> list[str]:
        say = self._call.say
        level = say(said.FALLBACK, time=rung.round)
        if rung.level:
            level = say(said.LEVEL, round=rung.round, level=rung.level, id=rung.level_id)
        due = self._at(rung.due_at) if rung.due_at else "–"
        if rung.state in (RungState.NEXT, RungState.AHEAD):
            return [level, due, say(said.STILL_TO_COME), self._targets(rung.targets)]
        why = say(because_label(rung.because, begins=rung.begins)) if rung.because else ""
        if rung.state is RungState.PASSED:
            why = say(said.PASSED_OVER, why=why)
        elif rung.because is CalledBecause.BY_HAND:
            why = say(said.BY_HAND, why=why, person=self._who(rung.by))
        at, late = self._at(rung.at) if rung.at else "–", rung.late_seconds
        if late:
            at += " " + say(said.LATE_BY, span=exact_span(late, self._call.language))
        return [level, due, at, " ".join(part for part in (why, rung.reason) if part)]

    def _ways(self, one: Reached) -> Iterator[str]:
        """Each way to one that was called, and what came of it."""
        for notice in one.notices:
            yield self._notice(notice)
        if not one.notices:
            how = self._call.say(said.DIAL_ONLY if one.dial else said.NO_WAY)
            yield self._call.say(said.NOT_SENT, to=self._who(one.to), how=how)

    def _notice(self, notice: Notice) -> str:
        """One notice: to whom, by what, how it stands, and why."""
        say, to = self._call.say, self._who(notice.to)
        words = said.WHOM if notice.contact else said.AS_CHANNEL
        state = say(notice_label(notice))
        if notice.settled_at and notice.state in (NoticeState.SENT, NoticeState.DEAD):
            state = f"{state} {self._at(notice.settled_at)}"
        more = [say(said.TRIES, count=notice.attempts)] if notice.attempts > 1 else []
        reason = reason_label(notice.reason) if notice.reason else ""
        more += [say(reason) if isinstance(reason, Text) else reason] if reason else []
        return say(said.JOINT).join([say(words, to=to, contact=notice.contact, state=state), *more])

    def _acknowledged(self) -> Iterator[tuple[str, ...]]:
        say, ladder = self._call.say, self._incident.escalation
        for one in self._ladder.responses.acknowledgements:
            yield self._at(one.at), self._who(one.person), acknowledged_how(self._call, one)
        for void in self._ladder.responses.lapses:
            yield (say(said.EXPIRED, at=self._at(void.at), people=self._people(void.people)),)
        if ladder is not None and self._incident.is_under_way:
            owed = owed_said(self._call, self._incident)
            yield from [(owed,)] if owed else []

    def _told(self) -> Iterator[tuple[str, ...]]:
        for one in self._ladder.responses.told:
            what = " ".join((self._word(one.purpose), one.about)).strip()
            ways = self._call.say(said.JOINT).join(map(self._notice, one.notices))
            yield self._at(one.at), what, ways or self._people(each.to for each in one.called)

    def _telephoned(self) -> Iterator[tuple[str, ...]]:
        for one in self._ladder.responses.telephoned:
            who = f"{self._who(one.person)} {one.contact}".strip()
            yield self._at(one.at), who, self._word(one.outcome), self._who(one.by)

    def _next(self) -> Iterator[tuple[str, ...]]:
        ladder = self._incident.escalation
        if ladder is None:
            return
        yield (next_said(self._call, self._incident),)
        if self._incident.is_under_way:
            yield (self._call.say(said.SEEN_NOW, id=self._incident.id, fires=ladder.fires),)

    def _section(self, head: Text, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
        found = list(rows)
        if found:
            yield ""
            yield self._call.say(said.SECTION, head=self._call.say(head))
            yield from aligned(found, _INDENT)

    def _targets(self, targets: Iterable[Target]) -> str:
        return self._call.say(said.LIST).join(f"{self._word(one.kind)} {one.id}" for one in targets)

    def _people(self, people: Iterable[str]) -> str:
        return self._call.say(said.LIST).join(map(self._who, people))

    def _who(self, person: str) -> str:
        return name_of(self._call, self._ladder.roster, person)

    def _word(self, member: Enum) -> str:
        return self._call.say(label(member))

    def _at(self, at: datetime) -> str:
        return stamp(at, self._zone)


def name_of(call: Call, roster: Roster | None, person: str) -> str:
    """The name of a person as the roster has it, else as the settings do, else the id."""
    found = roster.person(person) if roster else None
    return found.name if found else call.session.config.name_of(person)


def acknowledged_how(call: Call, one: Acknowledgement) -> str:
    """How somebody acknowledged: by code, or written down for them without one."""
    by, how = call.session.config.name_of(one.by), [f"#{one.entry}"]
    if one.is_for_another and one.by_code:
        how.append(call.say(said.BY_CODE, by=by))
    elif one.is_for_another:
        basis = call.say(label(one.basis)) if one.basis else "–"
        how.append(call.say(said.FOR_THEM, by=by, basis=basis))
    if one.unconfirmed:
        how.append(call.say(said.UNCONFIRMED))
    return call.say(said.JOINT).join(how)
