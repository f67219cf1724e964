"""The playbooks that can be chosen: read in a thread, the suggested ones first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netfin_incident.domain.suggesting import Suggester, Suggestion
from netfin_incident.errors import DefinitionError, RecordError, StoreBusy
from netfin_incident.tui.dialogs.fields import Option
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s

if TYPE_CHECKING:
    from netfin_incident.bootstrap import Session
    from netfin_incident.domain.services import Service
    from netfin_incident.library.shelf import Shelved
    from netfin_incident.tui.words import Words


@dataclass(frozen=True)
class Picks:
    """What was read."""

    shelved: "Mapping[str, Shelved]"
    approved: frozenset[str]
    """Ids of those whose file is an approved version."""
    services: "tuple[Service, ...]"
    suggester: Suggester
    suggested: tuple[Suggestion, ...] = ()

    def suggest(self, words: str, service: str = "") -> tuple[Suggestion, ...]:
        """Up to three for what is reported."""
        return self.suggester.suggest(words, service)

    def suggesting(self, found: tuple[Suggestion, ...]) -> "Picks":
        """The same with these first."""
        return replace(self, suggested=found)

    def options(self, said: "Words", attached: Iterable[str] = ()) -> list[Option]:
        """The playbooks as answers; one that cannot be used says so and is refused when chosen."""
        first = [one.id for one in self.suggested]
        rest = [name for name in self.shelved if name not in first]
        known = frozenset(attached)
        return [
            *(self._option(said, name, known, is_suggested=True) for name in first),
            *(self._option(said, name, known, is_suggested=False) for name in rest),
        ]

    def told(self, said: "Words", playbook: str) -> str:
        """What a playbook is for, and what speaks for it."""
        one = self.shelved.get(playbook)
        if one is None or one.plan is None:
            return ""
        lines = [said(f.PLAYBOOK_FOR, id=playbook, goal=said(one.plan.goal))]
        for found in self.suggested:
            if found.id == playbook:
                why = said(s.LISTED).join(found.why)
                lines.append(said(f.SUGGESTED_WHY, why=why) if why else said(f.SUGGESTED_GENERAL))
        return "\n".join(lines)

    def _option(
        self, said: "Words", playbook: str, attached: frozenset[str], *, is_suggested: bool
    ) -> Option:
        one = self.shelved[playbook]
        if one.plan is None:
            why = said.explain(one.error).what if one.error else ""
            return Option(playbook, f"{playbook}: {said(d.UNUSABLE, why=why)}", "dim")
        name = said(one.plan.name)
        if playbook in attached:
            return Option(playbook, said(f.PLAYBOOK_ATTACHED, name=name), "dim")
        words = f.PLAYBOOK_APPROVED if playbook in self.approved else f.PLAYBOOK_UNAPPROVED
        line = said(words, name=name)
        if is_suggested:
            return Option(playbook, said(f.SUGGESTED, name=line), "bold")
        return Option(playbook, line)


def read_picks(session: "Session") -> Picks:
    """Read the playbooks, which of them are approved, and the firm's services.  Runs in a thread.

    Raises:
        DefinitionError: a folder of playbooks cannot be read.
    """
    shelved = {one.id: one for one in session.shelf.list()}
    plans = [one.plan for one in shelved.values() if one.plan is not None]
    services = _services(session)
    return Picks(shelved, _approved(session, shelved), services, Suggester(plans, services))


def _services(session: "Session") -> "tuple[Service, ...]":
    """The services; none where their file cannot be used: that must keep nobody from declaring."""
    try:
        return session.services
    except DefinitionError:
        return ()


def _approved(session: "Session", shelved: "Mapping[str, Shelved]") -> frozenset[str]:
    """The approved ones; none where the record cannot be read now."""
    try:
        adopted = session.definitions.adopted()
    except (RecordError, StoreBusy):
        return frozenset()
    files = {
        one.plan.id: one.plan.source_sha256 for one in shelved.values() if one.plan is not None
    }
    return frozenset(
        name
        for name, digest in files.items()
        if name in adopted and adopted[name].approval_of(digest) is not None
    )
