"""Reading a playbook file: from YAML to the plan that an incident runs.

The format is `netfin-playbook/1`, described in `docs/playbooks.md`.  A file is used only when
nothing at all is wrong with it; half a plan is never run.
"""

from pathlib import Path
from typing import Any, Final

from netfin_incident.domain.playbook import (
    NEVER,
    ClockUse,
    Inject,
    Metric,
    Plan,
    Resource,
    RolePlan,
    Triggers,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Role
from netfin_incident.library.documents import read_document
from netfin_incident.library.playbook_fields import PLAYBOOK, SCHEMA
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.references import check_references
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.steps import compile_phases
from netfin_incident.library.variables import compile_variables

_STANDARD_ROLES: Final = frozenset(Role)
_NO_TEXT: Final = Text("", "")


def load_playbook(path: Path) -> Plan:
    """The plan in the playbook file at `path`.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    plan, reading = read_playbook(read_source(path))
    reading.require_sound()
    return plan


def read_playbook(source: Source) -> tuple[Plan, Reading]:
    """What `source` says, and everything found wrong with it; with errors the plan has gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_fields(source)
    plan = compile_plan(reading, source.sha256)
    check_references(plan, reading)
    return plan, reading


def read_fields(source: Source) -> Reading:
    """The fields of the file, each by itself as it should be.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    return read_document(source, SCHEMA, PLAYBOOK)


def compile_plan(reading: Reading, sha256: str) -> Plan:
    """The plan that the fields make."""
    given = reading.root
    variables = compile_variables(given.get("variables", {}), reading)
    by_id = {variable.id: variable for variable in variables}
    phases, steps = compile_phases(given.get("phases", ()), by_id, reading)
    return Plan(
        id=given.get("id", ""),
        revision=given.get("revision", 0),
        status=given.get("status", ""),
        name=given.get("name", _NO_TEXT),
        goal=given.get("goal", _NO_TEXT),
        category=given.get("category", ""),
        phases=phases,
        steps=steps,
        roles=_roles(given.get("roles", {}), reading),
        separation=given.get("separation", ()),
        source_sha256=sha256,
        variables=variables,
        clocks=tuple(_clock(one) for one in given.get("clocks", ())),
        resources=tuple(_resource(one) for one in given.get("resources", ())),
        metrics=tuple(_metric(one) for one in given.get("metrics", ())),
        injects=tuple(_inject(one) for one in given.get("drills", ())),
        triggers=Triggers(**given.get("triggers", {})),
    )


def _roles(roles: dict[str, Any], reading: Reading) -> tuple[RolePlan, ...]:
    return tuple(_role(role, given, reading) for role, given in roles.items())


def _role(role: str, given: Given, reading: Reading) -> RolePlan:
    if role in _STANDARD_ROLES and "name" in given:
        reading.refuse("role-name-fixed", reading.place(given.source, "name"), role=role)
    if role not in _STANDARD_ROLES and "name" not in given.source:
        reading.refuse("role-name-missing", reading.role_place(role), role=role)
    return RolePlan(
        role,
        given.get("name"),
        given.get("required", NEVER),
        given.get("backup", ""),
        given.get("duty"),
    )


def _clock(given: Given) -> ClockUse:
    return ClockUse(given.get("id", ""), given.get("step", ""))


def _resource(given: Given) -> Resource:
    return Resource(
        id=given.get("id", ""),
        name=given.get("name", _NO_TEXT),
        kind=given.get("kind", ""),
        where=given.get("where", ""),
        owner=given.get("owner", ""),
        rto=given.get("rto"),
        rpo=given.get("rpo"),
    )


def _metric(given: Given) -> Metric:
    return Metric(
        given.get("id", ""),
        given.get("name", _NO_TEXT),
        given.get("from", ""),
        given.get("to", ""),
        given.get("target"),
    )


def _inject(given: Given) -> Inject:
    return Inject(
        given.get("id", ""),
        given.get("at", 0),
        given.get("to", ""),
        given.get("text", _NO_TEXT),
        given.get("expect", ()),
    )
