import io
import json
import tracemalloc
from functools import partial
from typing import Any

import pytest

from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning.commands import Observed
from netfin_incident.errors import NetfinError
from netfin_incident.exchange import warning_lines
from netfin_incident.exchange.warning_lines import LONGEST_LINE, Reader
from netfin_incident.library.indicators import find_indicator
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from watched import BALANCE, FAILURES, MINUTE, T0, ZONE

FIND = partial(find_indicator, indicators=(FAILURES, BALANCE))


def read(*lines: str | bytes) -> list[tuple[int, Observed | NetfinError]]:
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(Reader(FIND, T0, ZONE).read(io.BytesIO(content), "alerts.jsonl"))


def line(**fields: Any) -> str:
    return json.dumps({"indicator": "payment-failures", "value": 12} | fields)


def wrong(given: str | bytes) -> tuple[str, str]:
    """The slug of what is wrong with a line, and where it stands."""
    ((_, error),) = read(given)
    assert isinstance(error, NetfinError)
    for language in Language:
        explain(error, language)
    return error.slug, str(error.place)


def test_a_line_says_the_indicator_and_its_value_and_the_rest_has_defaults() -> None:
    ((number, one),) = read(line())
    assert isinstance(one, Observed)
    assert (number, one.indicator.id, int(one.value), one.at) == (1, "payment-failures", 12, T0)
    assert (one.source, one.key, one.mode, one.zone) == ("", "", Mode.LIVE, ZONE)


def test_a_line_may_say_when_by_whom_and_for_what_cause() -> None:
    ((_, one),) = read(
        line(value="1.2万", at="2026-11-24T14:01:00+08:00", source="gw", key="k", mode="drill")
    )
    assert isinstance(one, Observed)
    assert (int(one.value), one.at, one.source, one.key) == (12000, T0 + MINUTE, "gw", "k")
    assert one.mode is Mode.DRILL


def test_blank_lines_count_as_lines_and_say_nothing() -> None:
    assert [number for number, _ in read("", line(), "  ", line())] == [2, 4]


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ("nonsense", "warning-line-unread"),
        ("[1]", "warning-line-unread"),
        ("null", "warning-line-unread"),
        (b"\xff{}", "warning-line-unread"),
        ("[" * 10_000, "warning-line-unread"),
        ('{"value": NaN, "indicator": "payment-failures"}', "warning-field-unfit"),
        ('{"value": 1, "value": 2, "indicator": "payment-failures"}', "warning-line-unread"),
        (line(value=True), "warning-field-unfit"),
        (line(value={"a": 1}), "warning-field-unfit"),
        (line(value=""), "warning-field-missing"),
        ('{"value": 1}', "warning-field-missing"),
        (line(indicator="payments"), "indicator-unknown"),
        (line(value="1e999999999"), "warning-value-unread"),
        ('{"indicator": "payment-failures", "value": 1e999999999}', "warning-value-unread"),
        (line(value=-1), "warning-value-unread"),
        (line(at="2026-11-24T14:01:00"), "warning-field-unfit"),
        (line(at="yesterday"), "warning-field-unfit"),
        (line(at="0001-01-01T00:00:00+14:00"), "warning-field-unfit"),
        (line(mode="test"), "warning-field-unfit"),
        (line(sauce="gw"), "warning-field-unknown"),
        (line(source="x" * LONGEST_LINE), "warning-line-too-long"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_with_its_number(given: str | bytes, slug: str) -> None:
    assert wrong(given) == (slug, "alerts.jsonl:1")


def test_lines_after_one_that_is_far_too_long_are_read_all_the_same() -> None:
    found = read(b"x" * LONGEST_LINE * 3, line())
    assert [(number, isinstance(one, Observed)) for number, one in found] == [
        (1, False),
        (2, True),
    ]


def test_a_line_without_an_end_takes_no_more_memory_than_a_long_one() -> None:
    stream = io.BytesIO(b"x" * 64 * 1024 * 1024)
    tracemalloc.start()
    try:
        ((_, error),) = Reader(FIND, T0, ZONE).read(stream, "-")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(error, NetfinError)
    assert most < 1_000_000


def test_of_too_many_lines_the_first_are_taken_and_the_place_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(warning_lines, "MOST_LINES", 2)
    *taken, (number, error) = read(line(), line(), line(), line())
    assert [number for number, _ in taken] == [1, 2]
    assert isinstance(error, NetfinError)
    assert (number, error.slug) == (3, "warning-lines-too-many")
    assert "tail -n +3" in str(explain(error, Language.EN))
