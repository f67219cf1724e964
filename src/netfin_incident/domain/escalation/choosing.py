"""Which policy an incident follows: the first rule that fits it, from the top."""

from netfin_incident.domain.escalation.policy import EscalationPolicy
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """For which incidents a policy is meant; what is not said does not limit it."""

    policy: str
    """Id of a policy; empty where nobody is to be called, on purpose."""
    services: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    modes: tuple[Mode, ...] = ()

    @property
    def takes_all(self) -> bool:
        """Whether every incident fits."""
        return not (self.services or self.severities or self.modes)

    def fits(self, service: str, severity: Severity, mode: Mode) -> bool:
        """Whether an incident fits."""
        return (
            (not self.services or service in self.services)
            and (not self.severities or severity in self.severities)
            and (not self.modes or mode in self.modes)
        )

    def covers(self, other: "PolicyRule") -> bool:
        """Whether every incident that fits `other` fits this one too."""
        limits = (
            (self.services, other.services),
            (self.severities, other.severities),
            (self.modes, other.modes),
        )
        return all(not own or (theirs and set(theirs) <= set(own)) for own, theirs in limits)


@dataclass(frozen=True, slots=True)
class Escalations:
    """The policies of a firm, and the rules by which one is chosen."""

    policies: tuple[EscalationPolicy, ...]
    rules: tuple[PolicyRule, ...]

    def policy(self, policy_id: str) -> EscalationPolicy | None:
        """The policy of that id."""
        return next((one for one in self.policies if one.id == policy_id), None)

    def policy_for(self, service: str, severity: Severity, mode: Mode) -> EscalationPolicy | None:
        """The policy that an incident follows; None where nobody is called.

        Args:
            service: Id of the service that the incident is about; empty where it names none.
            severity: How bad it is.
            mode: Whether it is real.
        """
        fitting = (one for one in self.rules if one.fits(service, severity, mode))
        rule = next(fitting, None)
        return None if rule is None else self.policy(rule.policy)
