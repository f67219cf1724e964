"""One incident as it stands, in plain lines: who, what is to be done, what is owed, by when."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from enum import Enum

from netfin_incident.app.views import role_views, vacant_roles
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.next_call import next_said, owed_said
from netfin_incident.cli.showing_steps import ShownSteps, run_as_json
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.incident.deadlines import DeadlineKind, deadlines
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode, Origin, Status
from netfin_incident.wording import calling_answers
from netfin_incident.wording import command_answers as said
from netfin_incident.wording.labels import label, level_label, role_label
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.obstacles import obstacle_sentence
from netfin_incident.wording.screens import REVIEW_OF

_ENDED = (Status.RESOLVED, Status.IN_REVIEW)


class Shown:
    """The lines that show an incident to one reader."""

    def __init__(self, call: Call, incident: Incident) -> None:
        """Show `incident` in the language and zone of `call`."""
        self._call = call
        self._incident = incident
        self._zone = call.zone_of(incident)
        self._names = call.session.config.name_of

    def lines(self) -> Iterator[str]:
        """Every line."""
        incident, word = self._incident, self._word
        mark = f"[{word(incident.mode)}] " if incident.mode is Mode.DRILL else ""
        yield f"{mark}{incident.id}  {incident.title}"
        yield from aligned(list(self._facts()), "  ")
        yield from self._section(said.SECTION_ROLES, self._roles())
        yield from self._section(said.SECTION_DUE, self._due())
        yield from ShownSteps(self._call, incident).lines()
        yield from self._section(said.SECTION_MILESTONES, self._milestones())
        yield from self._section(said.SECTION_TASKS, self._tasks())
        yield from self._section(said.SECTION_MEASURES, self._measures())
        yield from self._section(said.SECTION_MESSAGES, self._messages())
        yield from self._section(said.SECTION_REPORTS, self._reports())
        yield from self._section(said.SECTION_EVIDENCE, self._evidence())
        yield from self._section(said.SECTION_OWED, self._owed())
        if incident.status in _ENDED:
            yield from self._section(said.SECTION_CLOSING, self._closing())

    def _facts(self) -> Iterator[tuple[str, str]]:
        incident, say = self._incident, self._call.say
        mode = self._word(incident.mode)
        if incident.origin is not Origin.NATIVE:
            mode += f" ({self._word(incident.origin)})"
        yield say(said.SHOW_MODE), mode
        yield say(said.HEAD_SEVERITY), self._word(incident.severity)
        since = f" ({self._at(incident.status_at)})" if incident.status_at else ""
        yield say(said.HEAD_STATUS), self._word(incident.status) + since
        yield (
            say(said.HEAD_DECLARED),
            f"{self._at(incident.declared_at)}  {self._who(incident.declared_by)}",
        )
        if incident.level is not None:
            yield say(said.SHOW_LEVEL), say(level_label(incident.level))
        if incident.service:
            yield say(said.SHOW_SERVICE), incident.service
        if incident.key:
            yield say(said.SHOW_KEY), incident.key
        yield from self._calls()
        if incident.funds is not None:
            yield say(said.SHOW_FUNDS), self._funds()
        for one in incident.links:
            yield say(said.SHOW_LINKS), f"{self._word(one.relation)} {one.other}"
        yield say(said.SHOW_ENTRIES), str(incident.version)

    def _calls(self) -> Iterator[tuple[str, str]]:
        incident, say, head = self._incident, self._call.say, said.SHOW_ACKNOWLEDGED
        ladder = incident.escalation
        if incident.acknowledged:
            yield say(head), say(calling_answers.LIST).join(map(self._who, incident.acknowledged))
        if ladder is None or not incident.is_under_way:
            return
        owed = owed_said(self._call, incident)
        if owed:
            yield say(head), owed
        yield say(calling_answers.SHOW_NEXT), next_said(self._call, incident)

    def _roles(self) -> Iterator[tuple[str, ...]]:
        for view in role_views(self._incident):
            if view.holder:
                offered = said.SECTION_OFFERED
                note = self._call.say(offered, to=self._who(view.offer.to)) if view.offer else ""
                name = self._call.say(role_label(view.id, view.name))
                since = self._at(view.since) if view.since else ""
                yield name, self._who(view.holder), since, note
        vacant = vacant_roles(self._incident)
        if vacant:
            names = ", ".join(self._call.say(role_label(view.id, view.name)) for view in vacant)
            yield (self._call.say(said.SECTION_VACANT, roles=names),)

    def _due(self) -> Iterator[tuple[str, ...]]:
        for one in deadlines(self._incident):
            is_review = one.kind is DeadlineKind.BREAK_GLASS_REVIEW
            which = f"#{one.id}" if is_review else one.id
            what = self._call.say(REVIEW_OF, entry=one.id) if is_review else ""
            what = what or self._call.name(one.what)
            yield self._at(one.due_at), which, self._owner(one.who), what

    def _owner(self, who: str) -> str:
        """A person's name; where a role is vacant, the role's."""
        roles = {view.id: view.name for view in role_views(self._incident)}
        return self._call.say(role_label(who, roles[who])) if who in roles else self._who(who)

    def _milestones(self) -> Iterator[tuple[str, ...]]:
        reached = ((marks[0].at, one) for one, marks in self._incident.milestones.items() if marks)
        for at, one in sorted(reached):
            yield self._at(at), self._word(one)

    def _tasks(self) -> Iterator[tuple[str, ...]]:
        for one in self._incident.tasks.values():
            due = self._call.say(said.DUE_BY, moment=self._at(one.due_at))
            yield one.id, self._word(one.state), self._who(one.to), due, one.text

    def _measures(self) -> Iterator[tuple[str, ...]]:
        for one in self._incident.measures.values():
            standing = said.TEMPORARY if one.temporary else said.IN_FORCE
            yield one.id, self._call.say(said.LIFTED if one.lifted else standing), one.text

    def _messages(self) -> Iterator[tuple[str, ...]]:
        for one in self._incident.messages.values():
            yield one.id, self._word(one.state), one.audience, one.channel, one.text

    def _reports(self) -> Iterator[tuple[str, ...]]:
        say = self._call.say
        for one in self._incident.reports.values():
            due = say(said.DUE_BY, moment=self._at(one.due_at)) if one.due_at else ""
            sent = say(said.SENT_AT, moment=self._at(one.sent_at)) if one.sent_at else ""
            yield one.id, self._word(one.kind), one.recipient, sent or due, one.channel, one.receipt

    def _evidence(self) -> Iterator[tuple[str, ...]]:
        for one in self._incident.evidence.values():
            yield one.id, one.step or "–", one.name

    def _owed(self) -> Iterator[tuple[str, ...]]:
        for one in self._incident.owed.values():
            who = self._who(one.person)
            what = self._call.say(said.BREAK_GLASS, person=who) if one.break_glass else who
            due = self._call.say(said.DUE_BY, moment=self._at(one.due_at)) if one.due_at else ""
            yield f"#{one.entry}", what, due

    def _closing(self) -> Iterator[tuple[str, ...]]:
        for one in obstacles(self._incident, Status.CLOSED):
            yield (self._call.say(obstacle_sentence(one)),)

    def _section(self, head: Text, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
        found = list(rows)
        if found:
            yield ""
            yield self._call.say(calling_answers.SECTION, head=self._call.say(head))
            yield from aligned(found, "  ")

    def _funds(self) -> str:
        funds = self._incident.funds
        if funds is None or not funds.touched:
            return self._call.say(said.FUNDS_NONE)
        text = self._call.say(said.FUNDS_RECONCILED if funds.reconciled else said.FUNDS_OPEN)
        return f"{text} {funds.reason}".rstrip()

    def _at(self, at: datetime) -> str:
        return stamp(at, self._zone)

    def _who(self, person: str) -> str:
        return self._names(person)

    def _word(self, member: Enum) -> str:
        return self._call.say(label(member))


def as_json(incident: Incident) -> dict[str, object]:
    """The incident as plain values; each playbook with its steps as they stand, not its plan."""
    from netfin_incident.reports.as_json import plain

    known = {one.name: getattr(incident, one.name) for one in fields(incident)}
    for inner in ("told", "untold"):  # what is told already is among the notices
        del known[inner]
    runs = [run_as_json(run, incident) for run in known.pop("runs").values()]
    shown = {name: plain(value) for name, value in known.items()}
    return {**shown, "playbooks": runs, "due": plain(deadlines(incident))}
