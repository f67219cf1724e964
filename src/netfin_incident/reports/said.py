"""Facts as plain data in the reader's language: what a report template is given, and nothing else.

Every value is a text, a number, a list or a dict; times carry their offset.  What people typed is
put beside the program's words and is never converted between scripts.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Final, TypeAlias

from netfin_incident.app.timeline import Line
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Known, Precision
from netfin_incident.domain.zones import Moment
from netfin_incident.reports.facts import IncidentFacts
from netfin_incident.wording.labels import label, role_label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import exact_span, moment_said, stamp
from netfin_incident.wording.report import JOINT, LIST, remark
from netfin_incident.wording.sentences import sentence

Said: TypeAlias = str | int | bool | list["Said"] | dict[str, "Said"]
Row: TypeAlias = dict[str, Said]


class Speaker:
    """Says the facts of one incident in one language."""

    def __init__(
        self, facts: IncidentFacts, language: Language, names: Mapping[str, str] | None = None
    ) -> None:
        """Say `facts` in `language`, calling persons by `names` where known."""
        self.facts: Final = facts
        self.language: Final = language
        self._names = names or {}
        by_people = len(facts.entries) - facts.known[Known.PROGRAM]
        self._all_asserted = facts.known[Known.ASSERTED] == by_people

    def text(self, text: Text) -> str:
        """Product or definition text."""
        return say(text, self.language)

    def label(self, member: Enum) -> str:
        """The name of an enum's member."""
        return say(label(member), self.language)

    def mark(self, mark: str, **values: object) -> str:
        """A short remark."""
        return remark(mark, self.language, **values)

    def role(self, role: str) -> str:
        """The name of a role; the playbook's own where it has one."""
        plans = (run.plan for run in self.facts.incident.runs.values())
        own = (one.name for plan in plans for one in plan.roles if one.id == role and one.name)
        return say(role_label(role, next(own, None)), self.language) if role else ""

    def person(self, person: str) -> str:
        """The person's configured name with the id, or the id; empty where there is nobody."""
        name = self._names.get(person, "")
        return self.mark("person", name=name, person=person) if name else person

    def at(self, moment: datetime | None) -> str:
        """A moment in the incident's zone, with its offset; empty where there is none."""
        return stamp(moment, self.facts.incident.zone) if moment else ""

    def happened(self, entry: int, at: datetime | None = None) -> str:
        """When an entry happened, no more exactly than it is known; `at` where it names another."""
        line = self.facts.entries[entry]
        if at is not None and at != line.happened:
            return self.at(at)
        was_corrected = line.happened != line.recorded.act.happened
        precision = Precision.EXACT if was_corrected else line.recorded.act.precision
        return moment_said(
            Moment(line.happened, precision, self.facts.incident.zone), self.language
        )

    def span(self, seconds: int | None) -> str:
        """A length of time to the second; empty where there is none."""
        return "" if seconds is None else exact_span(seconds, self.language)

    def hours(self, seconds: int | None) -> str:
        """A length of time within business hours, in hours; empty where there is none."""
        return "" if seconds is None else exact_span(seconds, self.language, in_hours=True)

    def joined(self, remarks: Iterable[str]) -> str:
        """Remarks beside each other."""
        return say(JOINT, self.language).join(one for one in remarks if one)

    def listed(self, names: Iterable[str]) -> str:
        """Names beside each other."""
        return say(LIST, self.language).join(names)

    def sentence(self, line: Line) -> str:
        """The entry as it was first written, said in a sentence."""
        recorded = line.recorded
        return sentence(recorded.event, recorded.act, self.language, self.facts.incident)

    def line(self, line: Line) -> Row:
        """What every row about an entry states."""
        return {
            "entry": line.entry,
            "at": self.happened(line.entry),
            "recorded": self.at(line.recorded.act.at),
            "person": self.person(line.recorded.act.person),
            "text": self.sentence(line),
            "marks": self.marks(line.entry),
        }

    def marks(self, entry: int, *more: str) -> str:
        """Whatever is out of the ordinary about an entry, after `more`."""
        line = self.facts.entries[entry]
        act = line.recorded.act
        found = [*more]
        if line.is_late and act.known is not Known.IMPORTED:
            found.append(self.mark("late_entry", at=self.at(act.at)))
        found += self._corrected(line)
        if act.on_behalf_of:
            by, person = self.person(act.by), self.person(act.on_behalf_of)
            basis = self.label(act.basis) if act.basis else ""
            found.append(self.mark("on_behalf", by=by, person=person, basis=basis))
        if act.break_glass:
            found.append(self.mark("break_glass"))
        if entry in self.facts.unconfirmed:
            found.append(self.mark("unconfirmed"))
        if act.known is Known.ASSERTED and not self._all_asserted:
            found.append(self.mark("asserted"))
        return self.joined(found)

    def _corrected(self, line: Line) -> list[str]:
        correction = line.correction
        if correction is None or not isinstance(correction.event, e.Corrected):
            return []
        entry, event = correction.version, correction.event
        found: list[str] = []
        if event.text:
            found.append(self.mark("corrected", entry=entry, text=event.text))
        if event.occurred_at is not None:
            before = self.at(line.recorded.act.happened)
            found.append(self.mark("time_corrected", entry=entry, at=before))
        return found
