"""A plan as JSON, whole: every field of it, in stored values and seconds."""

from dataclasses import fields, is_dataclass

from netfin_incident.domain.playbook import Plan
from netfin_incident.reports.as_json import plain


def plan_object(plan: Plan) -> dict[str, object]:
    """The plan as JSON can hold it."""
    return {one.name: whole(getattr(plan, one.name)) for one in fields(plan)}


def whole(value: object) -> object:
    """A plan or a part of it as JSON can hold it."""
    match value:
        case tuple():
            return [whole(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {one.name: whole(getattr(value, one.name)) for one in fields(value)}
        case _:
            return plain(value)
