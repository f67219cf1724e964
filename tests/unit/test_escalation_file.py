import re
from pathlib import Path

import pytest

from escalations import SMALL, channel, person, role, rotation, same, write
from netfin_incident.domain.days import Days
from netfin_incident.domain.escalation import (
    ALWAYS,
    MOST_LEVELS,
    MOST_ROUNDS,
    MOST_TARGETS,
    BySeverity,
    EscalationPolicy,
    Level,
    PolicyRule,
    Target,
    TargetKind,
    When,
)
from netfin_incident.domain.escalation.policy import ANSWERED_FOR, GRACE
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.escalation import (
    USUAL_WAIT,
    check_escalations_file,
    load_escalations,
    read_escalations,
)
from netfin_incident.library.source import read_source
from netfin_incident.wording.escalation_sayings import ESCALATION_SAYINGS
from playbook_text import assert_said

DOC = Path(__file__).parents[2] / "docs/escalation.md"


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        load_escalations(path)
    assert_said(raised.value)
    return raised.value


def test_everything_about_a_policy_is_read(tmp_path: Path) -> None:
    held = load_escalations(write(tmp_path))
    assert held is not None
    pay, quiet = held.policies
    team = Target(TargetKind.TEAM, "pay")
    assert (pay.id, pay.name, pay.zone) == ("pay", Text("Payments", "支付"), "Asia/Shanghai")
    assert pay.calendar == "cn"
    assert [one.id for one in pay.levels] == ["line", "lead", "group"]
    assert pay.levels[0] == Level("line", (rotation("first"),), 120)
    assert pay.levels[2] == Level("group", (channel("ops"), team), USUAL_WAIT, 1, ALWAYS)
    assert pay.fallback == (person("bo"), channel("ops"))
    assert (pay.rounds, pay.again, pay.unassigned) == (2, 900, 0)
    assert pay.start == BySeverity(0, 0, 60, 300)
    assert pay.acknowledged_for == same(1200)
    assert pay.grace == BySeverity(60, GRACE.s2, GRACE.s3, GRACE.s4)
    assert (quiet.zone, quiet.calendar, quiet.rounds) == ("America/New_York", "", 1)
    assert (quiet.start, quiet.acknowledged_for) == (same(0), ANSWERED_FOR)


def test_the_conditions_of_a_level_are_read(tmp_path: Path) -> None:
    held = load_escalations(write(tmp_path))
    assert held is not None
    lead = held.policies[0].levels[1]
    assert lead.targets == (person("bo"), role("ledger"))
    assert lead.acknowledgements == 2
    assert lead.when == When(
        (Severity.S1, Severity.S2),
        (Mode.LIVE,),
        parse_business_hours("Mon-Fri 09:00-18:00"),
        Days.WORKDAYS,
    )


def test_rules_are_read_in_their_order(tmp_path: Path) -> None:
    held = load_escalations(write(tmp_path))
    assert held is not None
    assert held.rules == (
        PolicyRule("pay", ("gate", "ledger"), (Severity.S1, Severity.S2)),
        PolicyRule("", modes=(Mode.DRILL,)),
        PolicyRule("quiet"),
    )
    assert held.policy_for("gate", Severity.S1, Mode.DRILL) is held.policies[0]
    assert held.policy_for("gate", Severity.S3, Mode.DRILL) is None


def test_a_missing_file_means_no_policies(tmp_path: Path) -> None:
    assert load_escalations(tmp_path / "escalation.yaml") is None
    assert check_escalations_file(tmp_path / "escalation.yaml") == (None, ())


def test_a_link_to_nowhere_is_not_taken_for_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "escalation.yaml"
    path.symlink_to(tmp_path / "gone.yaml")
    assert refused(path).slug == "definition-symlink"


LINE = "call: [{rotation: first}]"
LEAD = "{severity: [1, 2], mode: live, hours"
FALLBACK = "    fallback: [{person: bo}, {channel: ops}]\n"
FIRST_RULE = "- {services: [gate, ledger], severity: [1, 2], policy: pay}"

# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_FILES: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-escalation/1", "¦netfin-escalation/2", "schema-unknown"),
    "no zone": ("zone: Asia/Shanghai\n", "", "field-missing"),
    "an unknown zone": ("zone: America/New_York", "zone: ¦EST5", "roster-zone-unknown"),
    "an unknown key": ("rounds: 2", "¦repeat: 2", "field-unknown"),
    "no levels": ("levels:\n      - id: one\n        call: [{person: bo}]", "levels: ¦[]", "field-empty"),
    "a level without an id": ("- id: line\n        call", "- ¦call", "field-missing"),
    "a level id twice": ("id: lead", "id: ¦Line", "id-twice"),
    "nobody called": (LINE, "call: ¦[]", "field-empty"),
    "a target of no kind": (LINE, "call: [¦{}]", "escalation-target-kind"),
    "a target of two kinds": (LINE, "call: [¦{rotation: first, person: bo}]", "escalation-target-kind"),
    "a target of an unknown kind": (LINE, "call: [{¦group: ops}]", "field-unknown"),
    "a target without its kind": (LINE, "call: [¦first]", "field-not-mapping"),
    "a target twice": (LINE, "call: [{rotation: first}, {rotation: ¦first}]", "escalation-target-twice"),
    "a wait too short": ("wait: 2m", "wait: ¦9s", "escalation-wait"),
    "a wait too long": ("wait: 2m", "wait: ¦7d1s", "escalation-wait"),
    "a wait that is none": ("wait: 2m", "wait: ¦0s", "escalation-wait"),
    "a wait that is no time": ("wait: 2m", "wait: ¦soon", "limit-unreadable"),
    "again at once": ("again: 15m", "again: ¦0s", "escalation-wait"),
    "a start too short": ("start: {3: 1m", "start: {3: ¦1s", "escalation-wait"),
    "a grace that is none": ("grace: {1: 1m}", "grace: {1: ¦0s}", "escalation-wait"),
    "a time of no severity": ("grace: {1: 1m}", "grace: {¦5: 1m}", "escalation-severity"),
    "a time of a severity twice": ("{3: 1m, S4: 5m}", "{3: 1m, ¦S3: 5m}", "escalation-severity-twice"),
    "a priority": (LEAD, LEAD.replace("[1, 2]", "[1, ¦P2]"), "escalation-severity"),
    "no severity": (LEAD, LEAD.replace("[1, 2]", "¦[]"), "field-empty"),
    "an unknown mode": (LEAD, LEAD.replace("live", "¦real"), "choice-unknown"),
    "hours that are none": ('"Mon-Fri 09:00-18:00"', "¦office", "roster-hours-unreadable"),
    "days that are none": ("days: workdays", "days: ¦weekdays", "choice-unknown"),
    "no acknowledgement": ("acknowledgements: 2", "acknowledgements: ¦0", "field-not-a-number"),
    "too many rounds": ("rounds: 2", f"rounds: ¦{MOST_ROUNDS + 1}", "field-not-a-number"),
    "a fallback that cannot answer": (FALLBACK, "    fallback: ¦[{channel: ops}]\n", "escalation-fallback-deaf"),
    "an empty fallback": (FALLBACK, "    fallback: ¦[]\n", "field-empty"),
    "an unknown policy": ("policy: quiet", "policy: ¦quite", "escalation-policy-unknown"),
    "a rule without a policy": (FIRST_RULE, "- ¦{services: [gate]}", "field-missing"),
    "a rule of no services": (FIRST_RULE, "- {services: ¦[], policy: pay}", "field-empty"),
    "no rules": (SMALL[SMALL.index("use:") :], "use: ¦[]\n", "field-empty"),
    "a limited last rule": ("- {policy: quiet}", "- {¦mode: live, policy: quiet}", "escalation-rule-last"),
    "a rule that never counts": (FIRST_RULE, f"- {{policy: quiet}}\n  {FIRST_RULE.replace('{s', '{¦s')}", "escalation-rule-idle"),
    "a policy with a reserved id": ("  quiet:\n", "  ¦None:\n", "escalation-name-reserved"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "slug"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    assert SMALL.count(old) == 1, old
    marked = SMALL.replace(old, new, 1)
    path = write(tmp_path, marked.replace("¦", ""))
    _, errors = check_escalations_file(path)
    found = [error for error in errors if error.slug == slug]
    assert found, [str(error) for error in errors]
    assert_said(found[0])
    assert refused(path).slug == errors[0].slug
    if "¦" in marked:
        before = marked[: marked.index("¦")].split("\n")
        assert found[0].place == Place(str(path), len(before), len(before[-1]) + 1)


def test_a_policy_without_a_fallback_is_refused_by_its_name(tmp_path: Path) -> None:
    error = refused(write(tmp_path, SMALL.replace(FALLBACK, "")))
    assert (error.slug, error.values["policy"]) == ("escalation-fallback-missing", "pay")
    assert error.place is not None
    assert SMALL.split("\n")[error.place.line - 1] == "  pay:"


@pytest.mark.parametrize("wait", ["10s", "7d"])
def test_a_wait_may_be_as_short_or_long_as_the_limits(wait: str, tmp_path: Path) -> None:
    held = load_escalations(write(tmp_path, SMALL.replace("wait: 2m", f"wait: {wait}")))
    assert held is not None
    assert held.policies[0].levels[0].wait in {10, 7 * 24 * 3600}


def test_no_more_is_called_at_once_than_the_limit(tmp_path: Path) -> None:
    many = [f"{{person: p{n}}}" for n in range(MOST_TARGETS + 1)]
    fits = SMALL.replace(LINE, f"call: [{', '.join(many[:-1])}]")
    assert load_escalations(write(tmp_path, fits)) is not None
    error = refused(write(tmp_path, SMALL.replace(LINE, f"call: [{', '.join(many)}]")))
    assert (error.slug, error.values["limit"]) == ("escalation-targets-too-many", MOST_TARGETS)


def test_there_are_no_more_levels_than_the_limit(tmp_path: Path) -> None:
    quiet = "      - id: one\n        call: [{person: bo}]\n"
    more = "".join(quiet.replace("one", f"l{n}") for n in range(MOST_LEVELS))
    fits = SMALL.replace(quiet, more)
    assert load_escalations(write(tmp_path, fits)) is not None
    error = refused(write(tmp_path, SMALL.replace(quiet, quiet + more)))
    assert (error.slug, error.values["limit"]) == ("escalation-levels-too-many", MOST_LEVELS)


def test_one_look_names_every_error(tmp_path: Path) -> None:
    text = SMALL.replace("wait: 2m", "wait: 2").replace("policy: quiet", "policy: quit")
    written = read_escalations(read_source(write(tmp_path, text)))
    slugs = [error.slug for error in written.reading.errors]
    assert slugs == ["limit-unreadable", "escalation-policy-unknown"]


def test_a_check_names_missing_translations_and_still_gives_the_policies(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL.replace("{zh: 安静, en: Quiet}", "安静"))
    written, errors = check_escalations_file(path)
    assert [error.slug for error in errors] == ["translation-missing"]
    assert written is not None
    assert written.escalations == load_escalations(path)


def test_a_check_of_a_bad_file_gives_no_policies(tmp_path: Path) -> None:
    written, errors = check_escalations_file(write(tmp_path, SMALL.replace("wait: 2m", "wait: 2")))
    assert written is None
    assert len(errors) == 1
    written, errors = check_escalations_file(write(tmp_path, "schema: ["))
    assert written is None
    assert len(errors) == 1


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    path = write(tmp_path, example[1])
    assert [str(error) for error in check_escalations_file(path)[1]] == []
    held = load_escalations(path)
    assert held is not None
    assert [one.id for one in held.policies] == ["payments", "office"]
    assert held.policy_for("mobile-payment", Severity.S4, Mode.LIVE) is held.policies[1]


def test_every_field_is_in_the_documentation() -> None:
    rows = set(re.findall(r"^\| `(\w+)`", DOC.read_text(encoding="utf-8"), re.MULTILINE))
    files = {"zone", "policies", "use", "call", "when", "severity", "services", "policy"}
    fields = files | {*EscalationPolicy.__dataclass_fields__} - {"id"}
    fields |= {*Level.__dataclass_fields__} - {"targets"}
    fields |= {"hours", "days", *map(str, TargetKind)}
    assert fields - rows == set()


def test_every_saying_has_a_code_of_its_own() -> None:
    codes = [saying.code for saying in ESCALATION_SAYINGS.values()]
    assert len(set(codes)) == len(codes)
    assert all("NF-2501" <= code <= "NF-2549" for code in codes)
