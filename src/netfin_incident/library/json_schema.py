"""The format of playbooks as a JSON Schema, for editors that check and complete while one types.

It is made from the tables that the loader reads by, so it names the same keys and words.  What the
parts of a playbook say of each other it cannot tell; that is left to `playbook lint`.
"""

from typing import Any, Final

from netfin_incident.library import usual_shapes
from netfin_incident.library.playbook_fields import PLAYBOOK
from netfin_incident.library.shapes import (
    GRADES,
    ByKind,
    BySeverity,
    Keyed,
    Listing,
    Pair,
    Record,
    Shape,
    Value,
    Words,
)
from netfin_incident.library.step_fields import STEP

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

_SHARED: Final = {
    **{name.lower(): shape for name, shape in vars(usual_shapes).items() if name.isupper()},
    "step": STEP,
}
"""Shapes that are described once and referred to by name."""


def json_schema() -> dict[str, Any]:
    """The schema of a playbook file."""
    return {
        "$schema": DRAFT,
        "title": "netfin-incident playbook",
        **_described(PLAYBOOK),
        "$defs": {name: _described(shape) for name, shape in _SHARED.items()},
    }


def _schema(shape: Shape) -> dict[str, Any]:
    names = [name for name, shared in _SHARED.items() if shared is shape]
    return {"$ref": f"#/$defs/{names[0]}"} if names else _described(shape)


def _described(shape: Shape) -> dict[str, Any]:
    match shape:
        case Value():
            return _value(shape)
        case Words():
            each = _schema(shape.one)
            return {"anyOf": [each, _object({"zh": each, "en": each}, minProperties=1)]}
        case BySeverity():
            each = _schema(shape.one)
            return {"anyOf": [each, _object(dict.fromkeys(GRADES, each), minProperties=1)]}
        case Pair():
            return {**_described(shape.both), "minItems": 2, "maxItems": 2, "uniqueItems": True}
        case Listing():
            return {"type": "array", "items": _schema(shape.item), "minItems": shape.fewest}
        case Keyed():
            item = _schema(shape.item)
            return {
                "type": "object",
                "propertyNames": {"pattern": shape.key.pattern},
                "additionalProperties": {"anyOf": [item, _EMPTY]} if shape.bare else item,
            }
        case Record():
            return _record(shape)
        case ByKind():
            kinds = shape.kinds.items()
            return {"oneOf": [_record(record, kind) for kind, record in kinds]}
        case _:
            return {}


_EMPTY: Final = {"enum": [None, ""]}


def _value(value: Value) -> dict[str, Any]:
    """Editors see numbers and flags where the loader sees text."""
    if value.words:
        meant = {"true": True, "false": False}
        return {"enum": [*value.words, *(meant[word] for word in value.words if word in meant)]}
    if value.pattern:
        return {"type": ["string", "integer"], "pattern": value.pattern}
    return {"type": ["string", "number", "boolean"]}


def _record(record: Record, *needed: str) -> dict[str, Any]:
    fields = {name: _schema(shape) for name, shape in record.fields.items()}
    return _object(fields, required=[*needed, *record.needed])


def _object(properties: dict[str, Any], **more: object) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **more,
    }
