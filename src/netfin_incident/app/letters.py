"""Letters: what a notice says to whom it is for, in their language and on their clocks.

A letter is written when it is sent, from the incident as it is then, and says of when that is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from netfin_incident.app.codes import Codes
from netfin_incident.app.desk import Desk, stream_of
from netfin_incident.app.letter_reasons import Cause, Speaker, ask, reasons
from netfin_incident.app.sending import Letter
from netfin_incident.domain.escalation import Notice
from netfin_incident.domain.escalation.notices import KEY_LENGTH
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import climbs_at
from netfin_incident.domain.roster import Person, Roster
from netfin_incident.domain.roster.ways import NUMBERED
from netfin_incident.domain.vocabulary import Milestone, Mode, Role
from netfin_incident.errors import NetfinError
from netfin_incident.store.codec import INCIDENT
from netfin_incident.store.journal import Row, recorded
from netfin_incident.wording import letters as said
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language
from netfin_incident.wording.moments import clock, stamp
from netfin_incident.wording.notify_sayings import DRILL_MARK

PROGRAM: Final = "netfin-incident"
MOST_SHORT: Final = 70
"""Characters of one message of a telephone where any of them is not ASCII."""
MOST_SHORT_ASCII: Final = 160
MOST_IN_DIGEST: Final = 20
MOST_IN_SHORT_DIGEST: Final = 8
"""So many names and codes fit into 300 characters, which a telephone still shows as one message."""
_BRIEF: Final = 900
"""Bytes of a digest that every channel takes whole; a longer one begins with all names and codes."""
_HEAD_DIGITS: Final = 16
_MARKS: Final = 2 * (len(DRILL_MARK) + 1)
"""What the marker of a drill adds, first and last."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Writes the letters of one database."""

    desk: Desk
    codes: Codes
    name_of: Callable[[str], str]
    """The name of a person, by id."""
    language: Language = Language.EN
    """In which channels are written to: they are no person."""

    def letter(
        self, incident: Incident, notice: Notice, person: Person | None, at: datetime
    ) -> Letter:
        """What `notice` says now.

        Args:
            incident: As it is now.
            notice: One of its notices.
            person: To whom it goes, as the roster has them; None for a channel.
            at: Now.

        Raises:
            RecordError: the entry that owes it cannot be read.
        """
        speaker, row = self._speaker(incident, person), self._row_of(incident, notice)
        code = self._code(incident, notice)
        if is_short(person, notice.contact):
            subject, text = _short(speaker, notice, code)
        else:
            subject, text = (
                _subject(speaker, notice),
                "\n".join(self._lines(speaker, notice, self._cause(row), code, at)),
            )
        key = self._key(row, notice)
        return Letter(notice.to, notice.contact, subject, text, key, incident.mode, code)

    def digest(
        self, owed: Sequence[tuple[Incident, Notice]], person: Person | None, at: datetime
    ) -> Letter:
        """Several notices to one receiver by one way, all of one mode, as one letter.

        Args:
            owed: The notices with their incidents; at least one.
            person: To whom they go, as the roster has them; None for a channel.
            at: Now.

        Raises:
            RecordError: an entry that owes one of them cannot be read.
        """
        rows = sorted(owed, key=lambda one: (not one[1].purpose.is_call, one[0].severity))
        first, notice = rows[0]
        keys = sorted(self.key_of(*one) for one in rows)
        key = sha256("\x00".join(keys).encode()).hexdigest()[:KEY_LENGTH]
        names = self._names(rows, person)
        worst = min((incident for incident, _ in rows), key=lambda one: one.severity)
        speaker = self._speaker(first, person)
        head = speaker.say(said.DIGEST_HEAD, count=len(rows))
        if is_short(person, notice.contact):
            return Letter(notice.to, notice.contact, head, names, key, first.mode)
        text = [*self._drill(speaker), head]
        for number, (incident, one) in enumerate(rows[:MOST_IN_DIGEST], 1):
            text += self._row(self._speaker(incident, person), one, number)
        text += [said.CUT] if len(rows) > MOST_IN_DIGEST else []
        shows = list(dict.fromkeys(f"{PROGRAM} show {one.id}" for one, _ in rows))
        text += [speaker.say(said.DIGEST_DO, command=" · ".join(shows[:3]))]
        text.append(self._changed(speaker, at))
        subject = speaker.say(
            said.DIGEST_SUBJECT, count=len(rows), severity=label(worst.severity), id=worst.id
        )
        if len("\n".join(text).encode()) > _BRIEF:
            text.insert(text.index(head) + 1, names)
        return Letter(notice.to, notice.contact, subject, "\n".join(text), key, first.mode)

    def _names(self, rows: Sequence[tuple[Incident, Notice]], person: Person | None) -> str:
        """Every incident that is meant, with the code where there is one."""
        speaker, names = self._speaker(rows[0][0], person), []
        for incident, notice in rows:
            code = self._code(incident, notice)
            names.append(" ".join(
                (incident.id, speaker.say(said.SHORT_CODE, code=code)) if code else (incident.id,)
            ))  # fmt: skip
        return speaker.say(said.JOINT).join(dict.fromkeys(names))

    def key_of(self, incident: Incident, notice: Notice) -> str:
        """What identifies `notice` outside, the same for every attempt.

        No other database makes the same one, nor does a copy of this one that was written on.

        Raises:
            RecordError: the entry that owes it cannot be read.
        """
        return self._key(self._row_of(incident, notice), notice)

    def _key(self, row: Row, notice: Notice) -> str:
        own = (self.desk.store.meta("uuid"), row.digest, notice.to, notice.contact)
        return sha256("\x00".join(own).encode()).hexdigest()[:KEY_LENGTH]

    def _speaker(self, incident: Incident, person: Person | None) -> Speaker:
        if person is None:
            return Speaker(incident, self.name_of, self.language, incident.zone)
        language = Language(person.language)
        return Speaker(incident, self.name_of, language, person.zone, person.id)

    def _code(self, incident: Incident, notice: Notice) -> str:
        if not (notice.purpose.is_call and notice.contact):
            return ""
        return self.codes.code(incident, notice.to)

    def _row_of(self, incident: Incident, notice: Notice) -> Row:
        """The entry that owes `notice`."""
        with self.desk.store.reading() as journal:
            return next(journal.stream(stream_of(incident.id), notice.entry - 1))

    def _cause(self, row: Row) -> Cause:
        """What an entry says, and what was before it that explains a call."""
        owing, begins = recorded(row, INCIDENT), True
        event, void = owing.event, tuple[str, ...]()
        if not isinstance(event, e.Escalated | e.FallbackCalled):
            return Cause(event, owing.act.person)
        with self.desk.store.reading() as journal:
            for before in journal.stream(row.stream):
                if before.version == row.version:
                    break
                if before.kind == e.EscalationStarted.KIND:
                    begins = True
                elif before.kind in (e.Escalated.KIND, e.FallbackCalled.KIND):
                    begins = False
                elif before.kind == e.AcknowledgementExpired.KIND:
                    expired = recorded(before, INCIDENT).event
                    void = expired.people if isinstance(expired, e.AcknowledgementExpired) else ()
        return Cause(event, owing.act.person, void, begins=begins)

    def _lines(
        self, speaker: Speaker, notice: Notice, cause: Cause, code: str, at: datetime
    ) -> Iterator[str]:
        yield from self._drill(speaker)
        why, command = reasons(speaker, notice, cause)
        yield from why
        yield ""
        yield from _what(speaker)
        yield ""
        yield speaker.say(said.DO, command=f"{PROGRAM} {command}")
        if code:
            by_code = f"{PROGRAM} ack {speaker.incident.id} --code {code}"
            yield speaker.say(said.CODE, code=code)
            yield speaker.say(said.CODE_COMMAND, command=by_code)
        if notice.purpose.is_call:
            yield from _others(speaker, notice, cause.event)
        yield self._changed(speaker, at)

    def _drill(self, speaker: Speaker) -> Iterator[str]:
        if speaker.incident.mode is Mode.DRILL:
            yield speaker.say(said.IS_DRILL)

    def _row(self, speaker: Speaker, notice: Notice, number: int) -> Iterator[str]:
        incident = speaker.incident
        yield speaker.say(
            said.DIGEST_ROW, number=number, severity=label(incident.severity), id=incident.id,
            title=incident.title, ask=ask(speaker, notice),
        )  # fmt: skip
        code = self._code(incident, notice)
        if code:
            yield speaker.say(said.DIGEST_CODE, code=code)

    def _changed(self, speaker: Speaker, at: datetime) -> str:
        head = self.desk.head()
        return speaker.say(
            said.CHANGED, at=f"{clock(at, speaker.zone)} ({speaker.zone})",
            head=f"#{head.seq} {head.anchor[:_HEAD_DIGITS]}",
        )  # fmt: skip


def roster_names(roster: Callable[[], Roster], other: Callable[[str], str]) -> Callable[[str], str]:
    """The names of people as the roster has them; as `other` has them where it cannot be read."""

    def name_of(person: str) -> str:
        try:
            found = roster().person(person)
        except NetfinError:
            found = None
        return found.name if found else other(person)

    return name_of


def is_short(person: Person | None, contact: str) -> bool:
    """Whether a contact of `person` is a telephone number, where there is room for a line only."""
    contacts = person.contacts if person else ()
    return any(one.id == contact and one.channel in NUMBERED for one in contacts)


def _subject(speaker: Speaker, notice: Notice) -> str:
    incident = speaker.incident
    return speaker.say(
        said.SUBJECT, severity=label(incident.severity), id=incident.id, title=incident.title,
        ask=ask(speaker, notice),
    )  # fmt: skip


def _short(speaker: Speaker, notice: Notice, code: str) -> tuple[str, str]:
    """Subject and text that fit one message of a telephone together; a long title is cut."""
    incident = speaker.incident
    severity = said.SHORT_SEVERITIES[incident.severity]
    text = speaker.say(said.SHORT_CODE, code=code) if code else ""

    def subject(title: str) -> str:
        words = speaker.say(
            said.SHORT, id=incident.id, severity=severity, title=title,
            ask=said.SHORT_ASK if notice.purpose.is_call else ask(speaker, notice),
        )  # fmt: skip
        return " ".join(words.split())

    marks = _MARKS if incident.mode is Mode.DRILL else 0
    titles = (incident.title[:kept] + said.CUT for kept in range(len(incident.title) - 1, 0, -1))
    for title in (incident.title, *titles):
        whole = f"{subject(title)}\n{text}"
        if len(whole) + marks <= (
            MOST_SHORT_ASCII if whole.isascii() and not marks else MOST_SHORT
        ):
            return subject(title), text
    return subject(""), text


def _what(speaker: Speaker) -> Iterator[str]:
    incident = speaker.incident
    yield speaker.say(said.WHAT, title=incident.title)
    yield speaker.say(said.STATE, severity=label(incident.severity), status=label(incident.status))
    if incident.service:
        yield speaker.say(said.SERVICE, service=incident.service)
    onset = incident.first(Milestone.ONSET)
    if onset is not None:
        yield speaker.say(said.SINCE, at=stamp(onset, speaker.zone))
    declared = stamp(incident.declared_at, speaker.zone)
    yield speaker.say(said.DECLARED, at=declared, by=speaker.name_of(incident.declared_by))
    yield speaker.say(said.COMMANDER, person=speaker.name(incident.holder(Role.COMMANDER)))


def _others(speaker: Speaker, notice: Notice, event: e.Event) -> Iterator[str]:
    called = event.called if isinstance(event, e.Escalated | e.FallbackCalled) else ()
    others = [speaker.name(one.to) for one in called if one.to != notice.to]
    if others:
        yield speaker.say(said.ALSO, people=speaker.say(said.JOINT).join(others))
    ladder, next_at = speaker.incident.escalation, climbs_at(speaker.incident)
    if ladder is not None and not ladder.is_answered and next_at is not None:
        yield speaker.say(said.NEXT, at=stamp(next_at, speaker.zone))
