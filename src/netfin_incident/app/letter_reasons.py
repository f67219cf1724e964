"""Why a notice is owed, said to whom it is for, and the command that answers it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from netfin_incident.domain.escalation import Notice, Purpose
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import climbs_at
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.vocabulary import CalledBecause
from netfin_incident.wording import letters as said
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.language import Language, say_with
from netfin_incident.wording.moments import stamp

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks of one incident to one receiver."""

    incident: Incident
    name_of: Callable[[str], str]
    language: Language
    zone: str
    """The zone of the receiver's clocks."""
    person: str = ""
    """Id of the receiver; empty for a channel."""

    def say(self, text: Text, **values: object) -> str:
        """A sentence in the receiver's language; what was typed stays as it was typed."""
        return say_with(text, self.language, values)

    def name(self, person: str) -> str:
        """The name of a person or a channel; that there is nobody, where it is empty."""
        return self.name_of(person) if person else self.say(said.NOBODY)

    def role(self, role: str) -> str:
        """The name of a role, as the playbooks call it."""
        names = (one.name for run in self.incident.runs.values() for one in run.plan.roles
                 if one.id == role)  # fmt: skip
        return self.say(role_label(role, next(names, None)))

    def stamp(self, at: datetime) -> str:
        """A moment on the receiver's clocks."""
        return stamp(at, self.zone)


@dataclass(frozen=True, slots=True)
class Cause:
    """What owes a notice, with what has to be known of it besides."""

    event: e.Event
    person: str = ""
    """Who did it."""
    void: tuple[str, ...] = ()
    """Whose acknowledgement had become void by it."""
    begins: bool = False
    """Whether it is the first call of an escalation."""


def ask(speaker: Speaker, notice: Notice) -> str:
    """What a notice asks for, in a few words."""
    return speaker.say(said.ASKS[notice.purpose])


def reasons(speaker: Speaker, notice: Notice, cause: Cause) -> tuple[list[str], str]:
    """Sentences that say why, and what to type, without the program's name."""
    incident, event = speaker.incident, cause.event
    match event:
        case e.Escalated():
            return [*_level(speaker, event), *_why(speaker, event, cause)], f"ack {incident.id}"
        case e.FallbackCalled():
            fallback = speaker.say(said.FALLBACK, time=event.time)
            return [*_why(speaker, event, cause), fallback], f"ack {incident.id}"
        case e.Told():
            return list(_told(speaker, notice.purpose, event)), _command(incident, event)
        case _:
            return [], f"show {incident.id}"


def _level(speaker: Speaker, event: e.Escalated) -> Iterator[str]:
    ladder = speaker.incident.escalation
    levels = len(ladder.policy.levels) if ladder else event.level
    words = said.CALLED if speaker.person else said.CALLED_GROUP
    yield speaker.say(words, level=event.level, levels=max(levels, event.level), round=event.round)


def _why(speaker: Speaker, event: e.Escalated | e.FallbackCalled, cause: Cause) -> Iterator[str]:
    """Why a level or the fallback is called; that it is the first explains itself."""
    match event.because:
        case CalledBecause.BY_HAND:
            words = said.ASKED_WHY if event.reason else said.ASKED
            person, reason = speaker.name(cause.person), clean_line(event.reason)
            yield speaker.say(words, person=person, reason=reason)
        case CalledBecause.EXPIRED:
            people = speaker.say(said.JOINT).join(map(speaker.name, cause.void))
            yield speaker.say(said.VOID, people=people)
        case CalledBecause.UNREACHED:
            yield speaker.say(said.BECAUSE, because=label(event.because))
        case CalledBecause.DUE if isinstance(event, e.FallbackCalled):
            yield speaker.say(said.USED_UP)
        case CalledBecause.DUE if not cause.begins:
            yield speaker.say(said.BECAUSE, because=label(event.because))
        case _:
            return


def _told(speaker: Speaker, purpose: Purpose, event: e.Told) -> Iterator[str]:
    incident, about = speaker.incident, event.about
    match purpose:
        case Purpose.REMINDER:
            yield from _reminded(speaker)
        case Purpose.STEP_LATE:
            yield from _late(speaker, event)
        case Purpose.STEP_UNASSIGNED:
            yield speaker.say(said.VACANT, role=speaker.role(about))
        case Purpose.ROLE_ASSIGNED:
            yield speaker.say(said.GIVEN, role=speaker.role(about))
        case Purpose.ROLE_TAKEN:
            now = speaker.name(incident.holder(about))
            yield speaker.say(said.PASSED_ON, role=speaker.role(about), person=now)
        case Purpose.HANDOVER_OFFERED:
            yield from _offered(speaker, about)
        case Purpose.HANDOVER_UNANSWERED:
            yield from _unanswered(speaker, about)
        case Purpose.PAGE | Purpose.FALLBACK:  # what calls is not told
            return


def _reminded(speaker: Speaker) -> Iterator[str]:
    incident = speaker.incident
    since = incident.progress_at or incident.declared_at
    yield speaker.say(said.REMINDED, since=speaker.stamp(since))
    until, ladder = climbs_at(incident), incident.escalation
    if until is not None and ladder is not None and ladder.is_answered:
        yield speaker.say(said.REMINDED_UNTIL, until=speaker.stamp(until))


def _late(speaker: Speaker, event: e.Told) -> Iterator[str]:
    view = _step(speaker.incident, event.about)
    if view is None:
        yield speaker.say(said.STEP_GONE, step=event.about)
        return
    step, late = view.step.title, view.step.escalate[event.number : event.number + 1]
    percent = late[0].percent if late else _WHOLE
    if view.due_at is None:
        yield speaker.say(said.STEP_GONE, step=step)
        return
    words = said.STEP_LATE if percent >= _WHOLE else said.STEP_SOON
    yield speaker.say(words, step=step, percent=percent, due=speaker.stamp(view.due_at))
    if view.role:
        holder = speaker.name(speaker.incident.holder(view.role))
        yield speaker.say(said.STEP_HELD, role=speaker.role(view.role), person=holder)


def _offered(speaker: Speaker, role: str) -> Iterator[str]:
    offer = speaker.incident.offers.get(role)
    if offer is None:
        yield speaker.say(said.OFFERED_ONCE, role=speaker.role(role))
        return
    yield speaker.say(said.OFFERED, by=speaker.name(offer.by), role=speaker.role(role))
    if offer.brief:
        yield speaker.say(said.BRIEF, brief=clean_line(offer.brief))


def _unanswered(speaker: Speaker, role: str) -> Iterator[str]:
    offer = speaker.incident.offers.get(role)
    if offer is None:
        yield speaker.say(said.UNANSWERED_ONCE, role=speaker.role(role))
        return
    yield speaker.say(
        said.UNANSWERED, by=speaker.name(offer.by), to=speaker.name(offer.to),
        role=speaker.role(role), at=speaker.stamp(offer.at),
        holder=speaker.name(speaker.incident.holder(role)),
    )  # fmt: skip


def _command(incident: Incident, event: e.Told) -> str:
    match event.purpose:
        case Purpose.REMINDER:
            return f"note {incident.id} TEXT"
        case Purpose.STEP_UNASSIGNED:
            return f"assign {incident.id} {event.about} PERSON"
        case Purpose.HANDOVER_OFFERED:
            return f"handover {incident.id} {event.about} --accept"
        case Purpose.HANDOVER_UNANSWERED | Purpose.ROLE_ASSIGNED:
            return f"card {incident.id}"
        case _:
            return f"show {incident.id}"


def _step(incident: Incident, about: str) -> StepView | None:
    playbook, _, step = about.partition("/")
    return next(
        (one for one in board(incident) if (one.playbook, one.step.id) == (playbook, step)), None
    )
