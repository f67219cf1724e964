"""Events as canonical JSON text, and back.

The text that is stored is the text that is hashed: sorted keys, no blanks, UTF-8, no floats, times
as fixed-width UTC.  Fields at their default are left out, so an old entry stays readable when an
event gains a field with a default.  Names stored are `KIND`s, never Python paths.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Final, Generic, TypeAlias, Union, get_args, get_origin, get_type_hints

from netfin_incident.domain.incident import events as incident
from netfin_incident.domain.record import Act, E, Event
from netfin_incident.domain.vocabulary import Known
from netfin_incident.errors import RecordError

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None


@dataclass(frozen=True, slots=True)
class Kinds(Generic[E]):
    """The events of one aggregate, each by the name under which it is stored."""

    by_name: Mapping[str, type]


INCIDENT: Final[Kinds[incident.Event]] = Kinds(
    {event.KIND: event for event in get_args(incident.Event)}
)
"""Those of other aggregates stand beside their streams: a note from a script needs none of them."""
_HEADER_OF_ACT: Final = ("at", "by", "known", "on_behalf_of")
"""Fields of an act that stand in the entry's header, not in its body."""
_TIME_LENGTH: Final = len("2026-01-31T23:59:59.000000Z")


def encode_body(act: Act, event: Event) -> str:
    """The body of an entry: the event, and what the act says beyond the header."""
    said: dict[str, Json] = _encode_fields(event)
    how = {name: value for name, value in _encode_fields(act).items() if name not in _HEADER_OF_ACT}
    return canonical({"act": how, "event": said} if how else {"event": said})


def decode(
    kinds: Kinds[E], kind: str, body: str, at: str, by: str, known: str, for_: str
) -> tuple[Act, E]:
    """The act and the event of an entry that is one of `kinds`, from its header and body.

    Raises:
        RecordError: a kind, a field or a value is of a newer program, or cannot be read.
    """
    shape: Any = kinds.by_name.get(kind)
    if shape is None:
        raise RecordError("event-of-newer-program", kind=kind)
    try:
        parsed = json.loads(body)
        if "\\ud" in body or "\\uD" in body:  # half a character comes in no other way
            json.dumps(parsed, ensure_ascii=False).encode()
        said, how = parsed["event"], parsed.get("act", {})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RecordError("body-unreadable", kind=kind, field=str(error)) from error
    event: E = _dataclass_decoder(shape)(said)
    return _act(at, by, known, for_, _fields_decoder(Act, _HEADER_OF_ACT)(how)), event


def decode_header(at: str, by: str, known: str, for_: str) -> Act:
    """The act as far as an entry's header tells it.

    Raises:
        RecordError: the header is of a newer program, or cannot be read.
    """
    return _act(at, by, known, for_, {})


def _act(at: str, by: str, known: str, for_: str, more: dict[str, Any]) -> Act:
    try:
        return Act(parse_time(at), by, Known(known), on_behalf_of=for_, **more)
    except (ValueError, TypeError) as error:
        raise RecordError("header-unreadable", detail=str(error)) from error


def canonical(value: Json) -> str:
    """Canonical JSON: sorted keys, no blanks, no escapes beyond what JSON demands."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def digest_of(value: object) -> str:
    """SHA-256 of a value as it is stored: of a policy, what tells one version from another."""
    return hashlib.sha256(canonical(_encode(value)).encode()).hexdigest()


def format_time(at: datetime) -> str:
    """`at` as fixed-width UTC text, to the microsecond."""
    if at.utcoffset() != timedelta(0):
        message = f"a moment in the journal is UTC, not {at!r}"
        raise ValueError(message)
    return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def parse_time(text: str) -> datetime:
    """The moment that `format_time` wrote.

    Raises:
        ValueError: it is written in another way.
    """
    if len(text) != _TIME_LENGTH or text[-1] != "Z":
        message = f"{text!r} is not how a moment is written"
        raise ValueError(message)
    return datetime.fromisoformat(text)


def _encode_fields(value: object) -> dict[str, Json]:
    encoded: dict[str, Json] = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        held = getattr(value, name)
        if held != default:
            encoded[name] = _encode(held)
    return encoded


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    """Field names with their defaults; `MISSING` where there is none, which equals nothing."""
    return tuple((field.name, field.default) for field in fields(kind))


def _encode(value: object) -> Json:
    match value:
        case Enum():
            stored: Json = value.value
            return stored
        case str() | bool() | int() | None:
            return value
        case datetime():
            return format_time(value)
        case tuple():
            return [_encode(item) for item in value]
        case _ if is_dataclass(value):
            return _encode_fields(value)
        case _:
            message = f"cannot be stored: {value!r}"
            raise TypeError(message)


_Decoder: TypeAlias = Callable[[Any], Any]


@cache
def _dataclass_decoder(kind: Any) -> _Decoder:
    decoded_fields = _fields_decoder(kind, ())
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    name = getattr(kind, "KIND", kind.__name__)

    def decode_dataclass(body: Any) -> Any:
        known = decoded_fields(body)
        if not needed <= known.keys():
            missing = ", ".join(sorted(needed - known.keys()))
            raise RecordError("body-unreadable", kind=name, field=missing)
        return kind(**known)

    return decode_dataclass


@cache
def _fields_decoder(kind: Any, elsewhere: tuple[str, ...]) -> Callable[[Any], dict[str, Any]]:
    """Decodes the fields that are given, but for those that stand `elsewhere`."""
    hints = get_type_hints(kind)
    decoders = {
        field.name: _decoder_of(hints[field.name])
        for field in fields(kind)
        if field.name not in elsewhere
    }
    name = getattr(kind, "KIND", kind.__name__)

    def decode_fields(body: Any) -> dict[str, Any]:
        try:
            return {field: decoders[field](value) for field, value in body.items()}
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RecordError("body-unreadable", kind=name, field=str(error)) from error

    return decode_fields


@cache
def _decoder_of(hint: Any) -> _Decoder:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        inner = _decoder_of(next(arg for arg in get_args(hint) if arg is not NoneType))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_decoder(get_args(hint))
    if hint is datetime:
        return lambda value: parse_time(_of_type(str, value))
    if is_dataclass(hint):
        shape: Any = hint
        return _dataclass_decoder(shape)
    if issubclass(hint, Enum):
        stored_as = int if issubclass(hint, int) else str
        member: _Decoder = hint
        return lambda value: member(_of_type(stored_as, value))
    return partial(_of_type, hint)


def _tuple_decoder(arguments: tuple[Any, ...]) -> _Decoder:
    if arguments[-1] is Ellipsis:
        item = _decoder_of(arguments[0])
        return lambda value: tuple(item(one) for one in _of_type(list, value))
    parts = tuple(_decoder_of(argument) for argument in arguments)
    return lambda value: tuple(
        part(one) for part, one in zip(parts, _of_type(list, value), strict=True)
    )


def _of_type(hint: type, value: Any) -> Any:
    if type(value) is not hint:
        message = f"{type(value).__name__} where {hint.__name__} is written"
        raise TypeError(message)
    return value
