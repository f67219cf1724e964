"""Whom an escalation calls: its policy, and who is on call, worked out where the state is decided.

The answer is given inside the writing transaction, so that an escalation and a swap of shifts are
in one order.  A file that cannot be used never keeps anybody from declaring: nobody is called then,
and `problem` says why.
"""

from collections.abc import Callable
from datetime import datetime

from netfin_incident.app.escalation_targets import on_call_now
from netfin_incident.app.rosters import Rosters
from netfin_incident.domain.escalation import EscalationPolicy, OnCallNow
from netfin_incident.domain.escalation.choosing import Escalations
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.errors import DefinitionError
from netfin_incident.store.codec import digest_of


class Callers:
    """Who is called for an incident, by the firm's policies and its roster."""

    def __init__(self, policies: Callable[[], Escalations | None], rosters: Rosters) -> None:
        """Choose among `policies`, and ask `rosters` who is on call."""
        self._policies = policies
        self._rosters = rosters
        self._on_call: dict[tuple[EscalationPolicy, datetime], OnCallNow] = {}
        self.problem: DefinitionError | None = None
        """What stood in the way when it was last asked; None where nothing did."""

    def follows(self, incident: Incident, event: e.Event, at: datetime) -> c.Command | None:
        """An escalation begins when an incident is declared, taken up again, or gets worse."""
        match event:
            case e.Declared():
                return self.start(incident, at)
            case e.Reopened():
                return self.start(incident, at, anew=True)
            case e.SeverityChanged() if event.after < event.before:
                return self.start(incident, at)
            case _:
                return None

    def start(
        self, incident: Incident, at: datetime, *, anew: bool = False
    ) -> c.StartEscalation | None:
        """What begins an escalation by the policy for the incident; None where there is none."""
        self.problem = None
        try:
            policies = self._policies()
        except DefinitionError as error:
            self.problem = error
            return None
        policy = (
            policies.policy_for(incident.service, incident.severity, incident.mode)
            if policies
            else None
        )
        if policy is None:
            return None
        return c.StartEscalation(policy, digest_of(policy), self.on_call(policy, at), anew)

    def on_call(self, policy: EscalationPolicy, at: datetime) -> OnCallNow:
        """Whom the targets of `policy`, and the roles of the roster, stand for at a moment."""
        known = (policy, at)
        if known not in self._on_call:
            of_that_moment = {one: now for one, now in self._on_call.items() if one[1] == at}
            self._on_call = {**of_that_moment, known: self._found(policy, at)}
        return self._on_call[known]

    def _found(self, policy: EscalationPolicy, at: datetime) -> OnCallNow:
        try:
            counting = self._rosters.counting(at)
        except DefinitionError as error:
            self.problem = error
            return OnCallNow(at)
        self.problem = counting.problem
        return on_call_now(policy, counting.roster, at, self._rosters.changes())
