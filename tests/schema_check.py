"""Checks a value against a JSON Schema, as far as the program's schema of playbooks goes."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
KNOWN = {
    "$schema", "title", "$defs", "$ref", "type", "enum", "pattern", "properties", "required",
    "additionalProperties", "propertyNames", "minProperties", "items", "minItems", "maxItems",
    "uniqueItems", "anyOf", "oneOf",
}  # fmt: skip


def fits(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Whether `value` is as `schema` says; `root` is the schema that it is a part of."""
    assert set(schema) <= KNOWN, schema
    if "$ref" in schema:
        return fits(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) for kind in kinds):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        return False
    if "anyOf" in schema and not any(fits(value, one, root) for one in schema["anyOf"]):
        return False
    if "oneOf" in schema and sum(fits(value, one, root) for one in schema["oneOf"]) != 1:
        return False
    if isinstance(value, list):
        return _list_fits(value, schema, root)
    return not isinstance(value, dict) or _object_fits(value, schema, root)


def _list_fits(value: list[Any], schema: dict[str, Any], root: dict[str, Any]) -> bool:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        return False
    if schema.get("uniqueItems") and len(value) != len({str(one) for one in value}):
        return False
    return all(fits(one, schema.get("items", {}), root) for one in value)


def _object_fits(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]) -> bool:
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    if len(value) < schema.get("minProperties", 0):
        return False
    if not set(schema.get("required", ())) <= set(value):
        return False
    for key, one in value.items():
        if not fits(key, schema.get("propertyNames", {}), root):
            return False
        inner = properties.get(key, others)
        if inner is False or not fits(one, inner, root):
            return False
    return True


def names_of(schema: Any) -> Iterator[str]:
    """Every name of a property in `schema`."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from names_of(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from names_of(inner)
