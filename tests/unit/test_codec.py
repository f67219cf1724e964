"""Stored text: every event comes back as it was, and nothing is taken for what it is not."""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.domain.definition import events as d
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Basis, Known, Milestone, NoteKind, Precision
from netfin_incident.domain.watch import events as w
from netfin_incident.errors import RecordError
from netfin_incident.store import codec
from netfin_incident.store.definitions import DEFINITION
from netfin_incident.store.watches import WATCH
from story import LI, PLAN, T0, WANG, act, declared

EVENTS: tuple[Any, ...] = (*get_args(e.Event), *get_args(d.Event), *get_args(w.Event))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TIMES = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31)).map(  # noqa: DTZ001 - made aware here
    lambda naive: naive.replace(tzinfo=UTC)
)


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field."""
    match get_origin(hint):
        case origin if origin is Union or origin is UnionType:
            return st.one_of(*[st.none() if one is NoneType else of(one) for one in get_args(hint)])
        case origin if origin is tuple:
            arguments = get_args(hint)
            if arguments[-1] is Ellipsis:
                return st.lists(of(arguments[0]), max_size=3).map(tuple)
            return st.tuples(*map(of, arguments))
        case _:
            return _plain(hint)


def _plain(hint: Any) -> st.SearchStrategy[Any]:
    if hint is datetime:
        return TIMES
    if is_dataclass(hint):
        shape: Any = hint
        hints = get_type_hints(shape)
        return st.builds(shape, **{field.name: of(hints[field.name]) for field in fields(shape)})
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return {str: TEXT, bool: st.booleans(), int: st.integers(-(2**70), 2**70)}[hint]


def read_back(
    acting: Act, event: e.Event | d.Event | w.Event
) -> tuple[Act, e.Event | d.Event | w.Event]:
    body = codec.encode_body(acting, event)
    header = (codec.format_time(acting.at), acting.by, str(acting.known), acting.on_behalf_of)
    if isinstance(event, get_args(d.Event)):
        return codec.decode(DEFINITION, event.KIND, body, *header)
    if isinstance(event, get_args(w.Event)):
        return codec.decode(WATCH, event.KIND, body, *header)
    return codec.decode(codec.INCIDENT, event.KIND, body, *header)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_every_event_comes_back_as_it_was(kind: Any) -> None:
    @settings(max_examples=40)
    @given(of(Act), of(kind))
    def whatever_it_says(acting: Act, event: e.Event) -> None:
        assert read_back(acting, event) == (acting, event)
        body = codec.encode_body(acting, event)
        assert body == codec.encode_body(*read_back(acting, event))
        assert body == codec.canonical(json.loads(body))

    whatever_it_says()


def test_the_stored_text_is_the_documented_one() -> None:
    acting = Act(T0, LI, uid=1000, occurred_at=T0 - timedelta(minutes=5), zone="Asia/Shanghai",
                 precision=Precision.MINUTE, on_behalf_of=WANG, basis=Basis.PHONE)  # fmt: skip
    assert codec.encode_body(acting, e.Noted(NoteKind.FINDING, "62 % — 支付\n")) == (
        '{"act":{"basis":"phone","occurred_at":"2026-11-24T05:55:00.000000Z","precision":"minute",'
        '"uid":1000,"zone":"Asia/Shanghai"},'
        '"event":{"kind":"finding","text":"62 % — 支付\\n"}}'
    )
    assert codec.encode_body(act(), declared()) == (
        '{"event":{"id":"INC-2026-0001","service":"payment","severity":2,"title":"支付通道中断",'
        '"zone":"Asia/Shanghai"}}'
    )


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_fields_at_their_default_are_left_out(kind: Any) -> None:
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    hints = get_type_hints(kind)

    @settings(max_examples=5)
    @given(st.builds(kind, **{name: of(hints[name]) for name in needed}))
    def with_nothing_else_said(event: e.Event) -> None:
        assert set(json.loads(codec.encode_body(act(), event))["event"]) == needed

    with_nothing_else_said()


def test_a_count_of_none_is_not_the_absence_of_a_count() -> None:
    stated = e.FundsStated(touched=True, count=0)
    body = json.loads(codec.encode_body(act(), stated))
    assert body["event"] == {"touched": True, "count": 0}
    assert read_back(act(), stated)[1] == stated


def test_names_that_are_stored_never_change() -> None:
    kinds = [event.KIND for event in EVENTS]
    assert len(set(kinds)) == len(kinds)
    assert sorted(kinds) == [
        "acknowledged", "acknowledgement-expired", "activated", "call-made", "cancelled", "clock-jumped", "command-run", "corrected", "decision-recorded", "definition-adopted", "definition-approved", "doubt-noted", "duplicate-suppressed", "duration-stated", "entry-confirmed", "escalated", "escalation-started", "evidence-added", "fallback-called", "funds-stated", "handover-accepted", "handover-ended", "handover-offered", "impact-stated", "incident-declared", "level-passed-over", "linked", "log-imported", "measure-lifted", "measure-taken", "message-moved", "message-recorded", "milestone-reached", "noted", "notice-failed", "notice-quarantined", "notice-retried", "notice-sent", "playbook-attached", "playbook-given-up", "reopened", "role-assigned", "role-released", "role-taken", "round-begun", "severity-changed", "status-changed", "step-approved", "step-completed", "step-failed", "step-raised", "step-reopened", "step-skipped", "step-started", "task-given", "task-moved", "told", "upward-report-recorded", "variable-set", "watch-gap", "watch-started", "watch-stopped",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), float("inf"), b"x", {"a": 1}, ["a"], {1}, object()]
)
def test_what_has_no_exact_text_is_never_stored(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot be stored"):
        codec.encode_body(act(), replace(declared(), title=value))


@pytest.mark.parametrize("make", [lambda: float("nan"), lambda: float("inf")])
def test_canonical_text_holds_no_number_that_json_lacks(make: Callable[[], Any]) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        codec.canonical({"a": make()})


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 24, 6, 0),  # noqa: DTZ001 - the case under test
        datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=8))),
    ],
)
def test_a_moment_that_is_not_utc_is_never_stored(at: datetime) -> None:
    with pytest.raises(ValueError, match="UTC"):
        codec.format_time(at)
    with pytest.raises(ValueError, match="UTC"):
        codec.encode_body(act(), e.TaskGiven("T1", "ask", WANG, at))


@given(TIMES)
def test_moments_are_stored_at_one_width_and_sort_as_text(at: datetime) -> None:
    text = codec.format_time(at)
    assert len(text) == len("2026-11-24T06:00:00.000000Z")
    assert codec.parse_time(text) == at
    later = at + timedelta(microseconds=1) if at.year < 9999 else at
    assert codec.format_time(later) >= text


@pytest.mark.parametrize(
    "text",
    [
        "", "now", "2026-11-24", "2026-11-24T06:00:00", "2026-11-24T06:00:00Z",
        "2026-11-24T06:00:00.000000+00:00", "2026-11-24T06:00:00.000000+",
        "2026-11-24T25:00:00.000000Z", "2026-02-30T06:00:00.000000Z",
    ],
)  # fmt: skip
def test_a_moment_written_in_another_way_is_not_read(text: str) -> None:
    with pytest.raises(RecordError) as refused:
        codec.decode_header(text, LI, "os_user", "")
    assert refused.value.slug == "header-unreadable"


def decode(kind: str, body: object, known: str = "os_user") -> tuple[Act, e.Event]:
    text = body if isinstance(body, str) else json.dumps(body)
    return codec.decode(codec.INCIDENT, kind, text, codec.format_time(T0), LI, known, "")


def test_an_entry_of_a_newer_program_is_not_guessed_at() -> None:
    with pytest.raises(RecordError) as refused:
        decode("incident-teleported", {"event": {}})
    assert refused.value.slug == "event-of-newer-program"
    assert refused.value.values == {"kind": "incident-teleported"}
    with pytest.raises(RecordError, match="event-of-newer-program"):
        decode("definition-adopted", {"event": {}})
    with pytest.raises(RecordError, match="header-unreadable"):
        decode("acknowledged", {"event": {}}, known="retina_scan")


NOTED = {"kind": "note", "text": "a"}


@pytest.mark.parametrize(
    ("kind", "body", "field"),
    [
        ("noted", {"event": {**NOTED, "colour": "red"}}, "colour"),
        ("noted", {"event": {"kind": "note"}}, "text"),
        ("noted", {"event": {"kind": "rumour", "text": "a"}}, "rumour"),
        ("noted", {"event": {"kind": "note", "text": 5}}, "int"),
        ("noted", {"event": {"kind": "note", "text": None}}, "NoneType"),
        ("noted", {"event": {"kind": ["note"], "text": "a"}}, "list"),
        ("noted", {"event": []}, "items"),
        ("noted", {"event": NOTED, "act": {"by": "boss"}}, "by"),
        ("noted", {"event": NOTED, "act": {"at": "2026-11-24T06:00:00.000000Z"}}, "at"),
        ("noted", {"event": NOTED, "act": {"mood": "tired"}}, "mood"),
        ("noted", {"event": NOTED, "act": {"uid": "root"}}, "str"),
        ("noted", {"event": NOTED, "act": {"uid": True}}, "bool"),
        ("noted", {"event": NOTED, "act": {"basis": "telepathy"}}, "telepathy"),
        ("noted", {}, "event"),
        ("noted", "{", "Expecting"),
        ("noted", "", "Expecting"),
        ("noted", "[" * 100_000, "recursion"),
        ("noted", {"event": {"kind": "note", "text": "half \ud800"}}, "ud800"),
        ("noted", {"event": {"text": "x", "half \udc9b": "x"}}, "udc9b"),
        ("incident-declared", {"event": {"severity": 1.0}}, "float"),
        ("incident-declared", {"event": {"severity": True}}, "bool"),
        ("incident-declared", {"event": {"severity": 5}}, "5"),
        ("decision-recorded", {"event": {"options": "abc"}}, "str"),
        ("doubt-noted", {"event": {"values": [["a"]]}}, "shorter"),
        ("task-given", {"event": {"due_at": "soon"}}, "soon"),
        ("task-given", {"event": {"due_at": 1764000000}}, "int"),
        ("playbook-attached", {"event": {"plan": {"id": "x"}, "approved": False}}, "category"),
        ("playbook-attached", {"event": {"plan": "x", "approved": False}}, "items"),
    ],
)
def test_a_body_that_says_something_else_is_refused_with_the_field(
    kind: str, body: object, field: str
) -> None:
    with pytest.raises(RecordError) as refused:
        decode(kind, body)
    assert refused.value.slug == "body-unreadable"
    assert field in str(refused.value.values["field"])


def test_a_text_that_only_looks_like_half_a_character_is_read() -> None:
    noted = e.Noted(NoteKind.NOTE, r"the log says \ud800 \uD83D and 😀")
    assert read_back(act(), noted)[1] == noted
    escaped = r'{"event":{"kind":"note","text":"\ud83d\ude00"}}'
    assert decode("noted", escaped)[1] == e.Noted(NoteKind.NOTE, "😀")


def test_an_entry_that_lacks_fields_of_a_later_version_is_read_with_their_defaults() -> None:
    body = {"event": {"id": "INC-2026-0001", "title": "x", "severity": 3, "zone": "UTC"}}
    assert decode("incident-declared", body) == (
        act(),
        e.Declared("INC-2026-0001", "x", Severity.S3, "UTC"),
    )


def test_a_pinned_plan_comes_back_as_it_was() -> None:
    attached = e.PlaybookAttached(PLAN, approved=True)
    assert read_back(act(), attached) == (act(), attached)


def test_the_header_alone_tells_who_and_when() -> None:
    at = codec.format_time(T0)
    assert codec.decode_header(at, LI, "asserted", WANG) == Act(
        T0, LI, Known.ASSERTED, on_behalf_of=WANG
    )
    assert read_back(act(), e.MilestoneReached(Milestone.ONSET))[0] == act()
