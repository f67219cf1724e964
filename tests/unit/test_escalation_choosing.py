import pytest

from escalations import policy
from netfin_incident.domain.escalation import Escalations, PolicyRule
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode

BAD = (Severity.S1, Severity.S2)
RULES = (
    PolicyRule("gate", services=("gate", "app"), severities=BAD),
    PolicyRule("", modes=(Mode.DRILL,)),
    PolicyRule("all"),
)
HELD = Escalations((policy(policy_id="gate"), policy(policy_id="all")), RULES)


@pytest.mark.parametrize(
    ("service", "severity", "mode", "chosen"),
    [
        ("gate", Severity.S1, Mode.LIVE, "gate"),
        ("app", Severity.S2, Mode.LIVE, "gate"),
        ("gate", Severity.S1, Mode.DRILL, "gate"),
        ("gate", Severity.S3, Mode.LIVE, "all"),
        ("ledger", Severity.S1, Mode.LIVE, "all"),
        ("", Severity.S1, Mode.LIVE, "all"),
        ("gate", Severity.S3, Mode.DRILL, None),
    ],
)
def test_the_first_rule_that_fits_decides(
    service: str, severity: Severity, mode: Mode, chosen: str | None
) -> None:
    found = HELD.policy_for(service, severity, mode)
    assert (found.id if found else None) == chosen


def test_where_no_rule_fits_nobody_is_called() -> None:
    held = Escalations(HELD.policies, RULES[:1])
    assert held.policy_for("ledger", Severity.S1, Mode.LIVE) is None


def test_a_policy_is_found_by_its_id() -> None:
    assert HELD.policy("gate") is HELD.policies[0]
    assert HELD.policy("gone") is None


@pytest.mark.parametrize(
    ("one", "other", "covers"),
    [
        (PolicyRule("a"), PolicyRule("b", services=("gate",)), True),
        (PolicyRule("a"), PolicyRule("b"), True),
        (PolicyRule("a", services=("gate",)), PolicyRule("b"), False),
        (PolicyRule("a", services=("gate", "app")), PolicyRule("b", services=("app",)), True),
        (PolicyRule("a", services=("gate",)), PolicyRule("b", services=("gate", "app")), False),
        (PolicyRule("a", severities=BAD), PolicyRule("b", severities=BAD[:1]), True),
        (PolicyRule("a", severities=BAD[:1]), PolicyRule("b", severities=BAD), False),
        (PolicyRule("a", modes=(Mode.LIVE,)), PolicyRule("b", modes=(Mode.DRILL,)), False),
        (PolicyRule("a", severities=BAD), PolicyRule("b", services=("gate",)), False),
    ],
)
def test_a_rule_covers_another_that_names_no_incident_beyond_its_own(
    one: PolicyRule, other: PolicyRule, *, covers: bool
) -> None:
    assert one.covers(other) is covers


def test_only_a_rule_without_limits_takes_all() -> None:
    assert [rule.takes_all for rule in RULES] == [False, False, True]
