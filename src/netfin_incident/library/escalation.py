"""Reading `escalation.yaml`: who is called when nobody has answered, and for which incidents.

The format is `netfin-escalation/1`, described in `docs/escalation.md`.  No file means that nobody is
called by the program; a file is used only when nothing at all is wrong with it.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netfin_incident.domain.days import Days
from netfin_incident.domain.escalation import (
    ALWAYS,
    MOST_LEVELS,
    MOST_ROUNDS,
    MOST_TARGETS,
    EscalationPolicy,
    Escalations,
    Level,
    PolicyRule,
    Target,
    TargetKind,
    When,
)
from netfin_incident.domain.escalation.policy import ANSWERED_FOR, GRACE, NO_DELAY
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.documents import read_document
from netfin_incident.library.escalation_values import (
    DELAY,
    DELAYS,
    SEVERITIES,
    TARGETS,
    WAIT,
    WAITS,
    by_severity,
)
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.roster_values import HOURS, ZONE
from netfin_incident.library.shapes import Keyed, Listing, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.usual_shapes import ID, SOME_IDS, TEXT, choice, whole_number
from netfin_incident.library.values import folded

SCHEMA: Final = "netfin-escalation/1"
NOBODY: Final = "none"
"""What a rule has instead of a policy, where nobody is to be called."""
USUAL_WAIT: Final = 5 * 60
"""Seconds that a level has to answer where the file does not say."""

_WHEN: Final = Record(
    {"severity": SEVERITIES, "mode": choice(*Mode), "hours": HOURS, "days": choice(*Days)}
)
_LEVEL: Final = Record(
    {
        "id": ID,
        "call": TARGETS,
        "wait": WAIT,
        "acknowledgements": whole_number(MOST_TARGETS),
        "when": _WHEN,
    },
    needed=("id", "call"),
)
_POLICY: Final = Record(
    {
        "name": TEXT,
        "zone": ZONE,
        "calendar": ID,
        "start": DELAYS,
        "levels": Listing(_LEVEL, fewest=1, unique=True),
        "rounds": whole_number(MOST_ROUNDS),
        "fallback": TARGETS,
        "again": WAIT,
        "acknowledged_for": DELAYS,
        "grace": WAITS,
        "unassigned": DELAY,
    },
    needed=("name", "levels"),
)
_RULE: Final = Record(
    {"services": SOME_IDS, "severity": SEVERITIES, "mode": choice(*Mode), "policy": ID},
    needed=("policy",),
)
_FILE: Final = Record(
    {
        "schema": choice(SCHEMA),
        "zone": ZONE,
        "policies": Keyed(ID, _POLICY),
        "use": Listing(_RULE, fewest=1),
    },
    needed=("schema", "zone", "policies", "use"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """The policies as a file has them, and where each part stands in it."""

    escalations: Escalations
    reading: Reading

    def policy(self, policy: str) -> Place:
        """Where a policy begins."""
        return self.reading.key_place(self.reading.root["policies"].source, policy)

    def calendar(self, policy: str) -> Place:
        """Where a policy names its calendar."""
        return self.reading.place(self._policy(policy).source, "calendar")

    def level(self, policy: str, level: str) -> Place:
        """Where a level begins."""
        return self.reading.id_place(self._level(policy, level))

    def target(self, policy: str, level: str, target: Target) -> Place:
        """Where a target of a level stands; without a level, one of the fallback."""
        given, key = (
            (self._level(policy, level), "call") if level else (self._policy(policy), "fallback")
        )
        return self.reading.word_place(given, key, target.id)

    def fallback(self, policy: str) -> Place:
        """Where the fallback of a policy stands."""
        return self.reading.key_place(self._policy(policy).source, "fallback")

    def service(self, rule: int, service: str) -> Place:
        """Where a rule, counted from 0, names a service."""
        return self.reading.word_place(self.reading.root["use"][rule], "services", service)

    def _policy(self, policy: str) -> Given:
        given: Given = self.reading.root["policies"][policy]
        return given

    def _level(self, policy: str, level: str) -> Given:
        levels: tuple[Given, ...] = self._policy(policy)["levels"]
        return next(one for one in levels if one["id"] == level)


def load_escalations(path: Path) -> Escalations | None:
    """The policies in the file at `path`; None where there is no file.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    if not os.path.lexists(path):
        return None
    written = read_escalations(read_source(path))
    written.reading.require_sound()
    return written.escalations


def check_escalations_file(path: Path) -> tuple[Written | None, tuple[DefinitionError, ...]]:
    """The file at `path` if it can be used, and everything wrong with it, in its order."""
    if not os.path.lexists(path):
        return None, ()
    try:
        written = read_escalations(read_source(path))
    except DefinitionError as error:
        return None, (error,)
    is_usable = not written.reading.errors
    return written if is_usable else None, written.reading.findings()


def read_escalations(source: Source) -> Written:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    return Written(_EscalationReader(reading).escalations(), reading)


class _EscalationReader:
    """Makes the policies and rules, and records where they do not fit together."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._root = reading.root
        self._given: Given | dict[str, Given] = reading.root.get("policies", {})

    def escalations(self) -> Escalations:
        policies = tuple(self._policy(*one) for one in self._given.items())
        listed: tuple[Given, ...] = self._root.get("use", ())
        rules = [(self._rule(given), given) for given in listed]
        self._require_use(rules)
        return Escalations(policies, tuple(rule for rule, _ in rules))

    def _policy(self, policy_id: str, given: Given) -> EscalationPolicy:
        if folded(policy_id) == NOBODY:
            place = self._reading.key_place(self._root["policies"].source, policy_id)
            self._reading.refuse("escalation-name-reserved", place, given=policy_id)
        levels: tuple[Given, ...] = given.get("levels", ())
        if len(levels) > MOST_LEVELS:
            place = self._reading.id_place(levels[MOST_LEVELS])
            self._reading.refuse("escalation-levels-too-many", place, limit=MOST_LEVELS)
        self._require_fallback(policy_id, given)
        plain = {key: given[key] for key in ("rounds", "again", "unassigned") if key in given}
        return EscalationPolicy(
            id=policy_id,
            name=given.get("name", Text("", "")),
            levels=tuple(_level(one) for one in levels),
            fallback=given.get("fallback", ()),
            zone=given.get("zone", self._root.get("zone", "UTC")),
            calendar=given.get("calendar", ""),
            start=by_severity(given.get("start", {}), NO_DELAY),
            acknowledged_for=by_severity(given.get("acknowledged_for", {}), ANSWERED_FOR),
            grace=by_severity(given.get("grace", {}), GRACE),
            **plain,
        )

    def _require_fallback(self, policy_id: str, given: Given) -> None:
        if "fallback" not in given.source:
            place = self._reading.key_place(self._root["policies"].source, policy_id)
            self._reading.refuse("escalation-fallback-missing", place, policy=policy_id)
            return
        targets: tuple[Target, ...] = given.get("fallback", ())
        if targets and all(one.kind is TargetKind.CHANNEL for one in targets):
            place = self._reading.place(given.source, "fallback")
            self._reading.refuse("escalation-fallback-deaf", place, policy=policy_id)

    def _rule(self, given: Given) -> PolicyRule:
        policy = given.get("policy", NOBODY)
        if policy != NOBODY and policy not in self._given:
            place = self._reading.place(given.source, "policy")
            known = (*self._given, NOBODY)
            self._reading.refuse_name("escalation-policy-unknown", place, policy, known)
        return PolicyRule(
            "" if policy == NOBODY else policy,
            given.get("services", ()),
            given.get("severity", ()),
            _modes(given),
        )

    def _require_use(self, rules: list[tuple[PolicyRule, Given]]) -> None:
        """Record rules that never count, and a list that leaves incidents without one."""
        if self._reading.errors:
            return  # a limit that could not be read would look like none
        for number, (rule, given) in enumerate(rules):
            above = (other for other, _ in rules[:number] if other.covers(rule))
            if next(above, None) is not None:
                self._reading.refuse("escalation-rule-idle", self._rule_place(given))
        if rules and not rules[-1][0].takes_all:
            self._reading.refuse("escalation-rule-last", self._rule_place(rules[-1][1]))

    def _rule_place(self, given: Given) -> Place:
        return self._reading.key_place(given.source, next(iter(given.source)))


def _level(given: Given) -> Level:
    when: Given | None = given.get("when")
    return Level(
        given.get("id", ""),
        given.get("call", ()),
        given.get("wait", USUAL_WAIT),
        given.get("acknowledgements", 1),
        ALWAYS
        if when is None
        else When(
            when.get("severity", ()),
            _modes(when),
            when.get("hours"),
            Days(when.get("days", Days.EVERY)),
        ),
    )


def _modes(given: Given) -> tuple[Mode, ...]:
    return (Mode(given["mode"]),) if "mode" in given else ()
