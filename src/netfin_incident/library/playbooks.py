"""Reading a playbook file: from YAML to the plan that an incident runs.

The format is `netfin-playbook/1`, described in `docs/playbooks.md`.  A file is used only when
nothing at all is wrong with it; half a plan is never run.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from netfin_incident.domain.playbook import FlagBySeverity, Plan, RolePlan
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Role
from netfin_incident.errors import DefinitionError
from netfin_incident.library.by_severity import flag_by_severity
from netfin_incident.library.fields import (
    Field,
    Reading,
    bilingual,
    choice,
    entries,
    folded,
    identifier,
    items,
    mapping,
    plain,
    whole_number,
)
from netfin_incident.library.references import check_references
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.steps import read_phases
from netfin_incident.library.yaml_reader import read_yaml

SCHEMA: Final = "netfin-playbook/1"
CATEGORIES: Final = (
    "security", "operations", "financial", "third-party", "compliance", "reputation",
)  # fmt: skip
STATUSES: Final = ("draft", "approved", "retired")

_NEEDED: Final = (
    "schema", "id", "revision", "status", "name", "goal", "category", "roles", "phases",
)  # fmt: skip
_OPTIONAL: Final = ("owner", "scope", "review", "separation")
_LATER: Final = (
    "basis", "tlp", "tags", "source", "triggers", "variables", "clocks", "resources", "metrics",
    "drills", "review_template", "severity",
)  # fmt: skip
_LATER_OF_ROLE: Final = ("min", "skills", "may_approve", "contact", "on_call")
_LAST_REVISION: Final = 99_999
_PERIOD: Final = re.compile(r"[1-9][0-9]? (?:day|week|month|year)s?")
_PAIR: Final = 2
_STANDARD_ROLES: Final = frozenset(Role)


def load_playbook(path: Path) -> Plan:
    """The plan in the playbook file at `path`.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    plan, reading = read_playbook(read_source(path))
    error = reading.first_error()
    if error is not None:
        raise error
    return plan


def read_playbook(source: Source) -> tuple[Plan, Reading]:
    """What `source` says, and everything found wrong with it; with errors the plan has gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = Reading(read_yaml(source))
    root = Field(reading, reading.document.tree)
    if isinstance(root.value, dict):
        _require_schema(root)
    given = mapping(root, allowed=(*_NEEDED, *_OPTIONAL), needed=_NEEDED, later=_LATER)
    phases, steps = read_phases(given["phases"]) if "phases" in given else ((), ())
    plan = Plan(
        id=identifier(given["id"]) if "id" in given else "",
        revision=_revision(given),
        status=choice(given["status"], STATUSES) if "status" in given else "",
        name=_text(given, "name"),
        goal=_text(given, "goal"),
        category=choice(given["category"], CATEGORIES) if "category" in given else "",
        phases=phases,
        steps=steps,
        roles=_read_roles(given["roles"]) if "roles" in given else (),
        separation=_read_separation(given["separation"]) if "separation" in given else (),
        source_sha256=source.sha256,
    )
    _check_paperwork(given)
    check_references(plan, reading)
    return plan, reading


def _require_schema(root: Field) -> None:
    """Refuse another format at once: what else is odd about the file would only mislead."""
    schema = entries(root).get("schema")
    if schema is not None and schema.value != SCHEMA:
        given = schema.value if isinstance(schema.value, str) else ""
        raise DefinitionError("schema-unknown", place=schema.place, given=given, known=SCHEMA)


def _revision(given: Mapping[str, Field]) -> int:
    return whole_number(given["revision"], at_most=_LAST_REVISION) if "revision" in given else 0


def _text(given: Mapping[str, Field], key: str) -> Text:
    return bilingual(given[key]) if key in given else Text("", "")


def _read_roles(roles: Field) -> tuple[RolePlan, ...]:
    found: list[RolePlan] = []
    for role, value in entries(roles).items():
        _check_role_id(role, value)
        if value.value == "":
            found.append(RolePlan(role))
            continue
        given = mapping(value, allowed=("name", "required", "backup"), later=_LATER_OF_ROLE)
        if "name" in given and role in _STANDARD_ROLES:
            given["name"].refuse("role-name-fixed", role=role)
        name = bilingual(given["name"]) if "name" in given else None
        required = flag_by_severity(given["required"]) if "required" in given else FlagBySeverity()
        backup = identifier(given["backup"]) if "backup" in given else ""
        if backup:
            given["backup"].mark("backup of", role)
        found.append(RolePlan(role, name, required, backup))
    for role_plan in found:
        if role_plan.id not in _STANDARD_ROLES and role_plan.name is None:
            roles.reading.refuse(
                "role-name-missing", roles.reading.place_of("role", role_plan.id), role=role_plan.id
            )
    return tuple(found)


def _check_role_id(role: str, value: Field) -> None:
    reading, place = value.reading, value.key_place
    identifier(Field(reading, role, value.route, at=place))
    twin = reading.marks.setdefault(("role twin", folded(role)), place)
    if twin is not place:
        reading.refuse("id-twice", place, given=role, first=twin.line)
    reading.marks[("role", role)] = place


def _read_separation(separation: Field) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for item in items(separation):
        roles = [identifier(role) for role in items(item)]
        for role, field in zip(roles, items(item), strict=True):
            field.mark("apart", role)
        if len(set(roles)) != _PAIR or len(roles) != _PAIR:
            item.refuse("separation-not-pair")
        else:
            pairs.append((roles[0], roles[1]))
    return tuple(pairs)


def _check_paperwork(given: Mapping[str, Field]) -> None:
    """Check the fields that a plan does not carry: owner, scope and review."""
    if "owner" in given:
        plain(given["owner"])
    if "scope" in given:
        for words in mapping(given["scope"], allowed=("in", "out")).values():
            bilingual(words)
    if "review" not in given:
        return
    review = mapping(given["review"], allowed=("every", "drill_every", "approver", "last"))
    for key, field in review.items():
        match key:
            case "approver":
                plain(field)
            case "last":
                _check_date(field)
            case _:
                _check_period(field)


def _check_period(field: Field) -> None:
    given = plain(field)
    if given and not _PERIOD.fullmatch(given):
        field.refuse("field-not-a-period", field=field.name, given=given)


def _check_date(field: Field) -> None:
    given = plain(field)
    try:
        date.fromisoformat(given or "2000-01-01")
    except ValueError:
        field.refuse("field-not-a-date", field=field.name, given=given)
