"""Drafting a playbook from an incident: phases by its milestones, steps by what was done in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.draft_steps import DraftStep, Gathered, Words, gather, slug
from netfin_incident.app.draft_values import (
    both,
    evidence,
    remark,
    rounded,
    span,
    title,
    without_braces,
)
from netfin_incident.app.timeline import Line
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import RolePlan, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text, clean, clean_line
from netfin_incident.domain.vocabulary import Milestone, Role
from netfin_incident.errors import DefinitionError
from netfin_incident.library.layout import Entry, Laid, block, flow, leaf, write
from netfin_incident.wording import drafting as w
from netfin_incident.wording.language import Language, say, say_with

_AT_ONCE: Final = timedelta(minutes=10)
"""How long the immediate response lasts at most."""
_FIRST_STEPS: Final = 5
"""How many steps it has at most."""
_MOST_STEPS: Final = 200
_LONGEST: Final = 200
_KEPT_KINDS: Final = (Verb.APPROVE, Verb.NOTIFY, Verb.REPORT, Verb.WAIT)


def draft(lines: Iterable[Line], incident: Incident, language: Language) -> str:
    """The text of a playbook file, drafted from the timeline of an incident.

    Raises:
        DefinitionError: nothing was done in it that could be done again.
        RecordError: an entry cannot be read.
    """
    gathered = gather(lines, language)
    if not gathered.steps:
        raise DefinitionError("draft-unusable", id=incident.id)
    return write(_Drafter(gathered, incident, language).laid())


class _Drafter:
    def __init__(self, gathered: Gathered, incident: Incident, language: Language) -> None:
        self._gathered, self._incident, self._language = gathered, incident, language
        self._severity: Severity = incident.severity
        self._used: dict[str, None] = {}
        self._clocks: dict[str, str] = {}
        self._taken: set[str] = set()
        self._number = 0

    def laid(self) -> Laid:
        steps = self._gathered.steps[:_MOST_STEPS]
        left_out = len(self._gathered.steps) - len(steps)
        phases = [
            self._phase(phase_id, name, began, inner)
            for phase_id, name, began, inner in _phases(steps, self._incident)
        ]
        top = {
            "schema": leaf("netfin-playbook/1"),
            "id": leaf(f"from-{self._incident.id.lower()}"),
            "revision": leaf("1"),
            "status": leaf("draft"),
            "name": self._words(self._incident.title),
            "goal": leaf(say(w.GOAL, self._language)),
            "category": leaf("operations"),
            "roles": block(self._roles(), *self._unused()),
        }
        if self._clocks:
            top["clocks"] = block(
                [flow({"id": clock, "step": step}) for step, clock in self._clocks.items()]
            )
        top["phases"] = block(phases)
        foot = [remark(one) for one in self._gathered.remarks]
        if left_out:
            foot.append(remark(self._say(w.LEFT_OUT, count=left_out)))
        head = [remark(self._say(one, id=self._incident.id)) for one in w.HEAD]
        return Laid(Entry(top), head, foot)

    def _phase(
        self, phase_id: str, name: Text, began: datetime, steps: Sequence[DraftStep]
    ) -> Entry:
        is_first = phase_id == "immediate"
        entries = [self._step(one, began, is_first=is_first) for one in steps]
        fields = {"id": leaf(phase_id), "name": both(name), "steps": block(entries)}
        return block(fields)

    def _step(self, one: DraftStep, began: datetime, *, is_first: bool) -> Entry:
        self._number += 1
        fields = {"id": leaf(self._id(one))}
        if one.verb is Verb.MILESTONE:
            fields["milestone"] = leaf(one.milestone)
        else:
            fields[self._verb(one).value] = self._words(one.title)
        self._use(one.role)
        fields["role"] = leaf(one.role)
        limit = rounded((one.at - (one.began or began)).total_seconds())
        if one.verb is not Verb.MILESTONE:
            fields["due"] = leaf(span(min(limit, 600) if is_first else limit))
        fields |= self._guidance(one)
        fields |= self._of_kind(one)
        if one.evidence:
            fields["evidence"] = block(list(evidence(one.evidence)))
        if self._verb(one) is Verb.DECIDE:
            fields["options"] = block(self._options(one, began, is_first=is_first))
        return block(fields, *map(remark, one.remarks))

    def _verb(self, one: DraftStep) -> Verb:
        """An asked form or a command is drafted as something to do: its facts are not declared."""
        keeps = one.verb in (Verb.DECIDE, Verb.MILESTONE, *_KEPT_KINDS)
        return one.verb if keeps else Verb.DO

    def _guidance(self, one: DraftStep) -> Mapping[str, Entry]:
        fields: dict[str, Entry] = {}
        typed = clean(one.title).strip() if isinstance(one.title, str) else ""
        body = [typed] if typed and title(typed) != clean_line(typed) else []
        body += one.body
        if one.step is not None:
            if one.step.warning is not None:
                fields["warning"] = both(one.step.warning)
            if one.step.checks:
                fields["checks"] = block([both(check) for check in one.step.checks])
            if one.step.body is not None:
                fields["body"] = both(one.step.body)
        if body:
            fields["body"] = leaf("\n".join(body))
        return fields

    def _of_kind(self, one: DraftStep) -> Mapping[str, Entry]:
        step = one.step
        fields: dict[str, Entry] = {}
        if one.verb is Verb.APPROVE and step is not None and step.approval is not None:
            for role in step.approval.by:
                self._use(role)
            fields["by"] = flow(step.approval.by)
        if one.verb is Verb.NOTIFY:
            notice = step.notice if step else None
            fields["audience"] = both(notice.audience) if notice else self._words(one.audience)
            channel = clean_line((notice.channel if notice else "") or one.channel)
            if channel:
                fields["channel"] = leaf(channel[:_LONGEST])
            if one.template:
                fields["template"] = leaf(without_braces(one.template))
        if one.verb is Verb.REPORT:
            reporting = step.reporting if step else None
            recipient = self._words(one.recipient)
            fields["recipient"] = both(reporting.recipient) if reporting else recipient
            fields["kind"] = leaf(reporting.kind.value if reporting else one.report)
            if reporting is not None and reporting.clock:
                fields["clock"] = leaf(reporting.clock)
                self._clocks[one.id] = reporting.clock
        if one.verb is Verb.WAIT:
            fields["for"] = leaf(span(step.wait if step and step.wait else 600))
        return fields

    def _options(self, one: DraftStep, began: datetime, *, is_first: bool) -> list[Entry]:
        if one.step is not None:
            named: list[tuple[str, Words]] = [
                (option.id, option.name) for option in one.step.options
            ]
        else:
            taken = [slug(option, "") for option in one.options]
            named = [
                (slugged if slugged and taken.count(slugged) == 1 else f"option-{number}", option)
                for number, (slugged, option) in enumerate(zip(taken, one.options, strict=True), 1)
            ]
        entries = []
        for option_id, name in named:
            fields = {"id": leaf(option_id), "name": self._words(name)}
            chosen = one.option in (option_id, name)
            if chosen and one.nested:
                inner = [self._step(each, began, is_first=is_first) for each in one.nested]
                fields["steps"] = block(inner)
            said = self._say(w.CHOSEN, option=name)
            entries.append(block(fields, *([remark(said)] if chosen else [])))
        return entries

    def _roles(self) -> dict[str, Entry]:
        known = {role.id: role for plan in self._gathered.plans for role in plan.roles}
        entries: dict[str, Entry] = {}
        waiting = list(self._used)
        while waiting:
            role = waiting.pop(0)
            if role in entries:
                continue
            entries[role] = self._role(role, known.get(role))
            backup = known[role].backup if role in known else ""
            waiting += [backup] if backup else []
        return entries

    def _role(self, role: str, plan: RolePlan | None) -> Entry:
        fields: dict[str, Entry] = {}
        if role not in frozenset(Role):
            name = plan.name if plan and plan.name else None
            fields["name"] = both(name) if name else leaf(role)
        if plan is not None and plan.backup:
            fields["backup"] = leaf(plan.backup)
        if plan is not None and plan.duty is not None:
            fields["duty"] = both(plan.duty)
        return block(fields)

    def _unused(self) -> Iterator[str]:
        unused = [role for role in self._gathered.roles if role not in self._used]
        if unused:
            yield remark(self._say(w.UNUSED_ROLES, roles=", ".join(unused)))

    def _use(self, role: str) -> None:
        self._used[role] = None

    def _id(self, one: DraftStep) -> str:
        wanted = one.id or slug(one.title, f"{self._verb(one).value}-{self._number}")
        found, number = wanted, 1
        while found in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._taken.add(found)
        one.id = found
        return found

    def _words(self, words: Words) -> Entry:
        return both(words) if isinstance(words, Text) else leaf(title(words))

    def _say(self, text: Text, **values: Words | int) -> str:
        return say_with(text, self._language, values)


def _phases(
    steps: Sequence[DraftStep], incident: Incident
) -> Iterator[tuple[str, Text, datetime, list[DraftStep]]]:
    """The steps by phase, each phase with when it began; phases without steps are left out."""
    contained = incident.first(Milestone.CONTAINED)
    recovered = incident.first(Milestone.RECOVERED)
    found: dict[str, list[DraftStep]] = {}
    for number, one in enumerate(steps):
        early = one.at - incident.declared_at <= _AT_ONCE and number < _FIRST_STEPS
        if number == 0 or (early and "contain" not in found):
            phase = "immediate"
        elif recovered is not None and one.at > recovered:
            phase = "close-out"
        elif contained is not None and one.at > contained:
            phase = "recover"
        else:
            phase = "contain"
        found.setdefault(phase, []).append(one)
    began = incident.declared_at
    for phase, name in _PHASES.items():
        if phase in found:
            yield phase, name, began, found[phase]
            began = max(one.at for one in found[phase])


_PHASES: Final = {
    "immediate": w.IMMEDIATE,
    "contain": w.CONTAIN,
    "recover": w.RECOVER,
    "close-out": w.CLOSE_OUT,
}
