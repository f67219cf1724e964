from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.domain.moment import parse_due, parse_moment
from netfin_incident.domain.zones import Moment, local
from netfin_incident.errors import UsageError
from netfin_incident.wording.usage import USAGE

SHANGHAI = "Asia/Shanghai"
INSTANTS = st.datetimes(datetime(2001, 1, 1), datetime(2099, 12, 31)).map(  # noqa: DTZ001 - made aware here
    lambda naive: naive.replace(tzinfo=UTC)
)
ZONES = st.sampled_from(
    [SHANGHAI, "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"]
)


def outcome(
    parse: Callable[[str, datetime, str], Moment], text: str, now: datetime, zone: str
) -> Moment | str:
    """The moment, or the slug of the refusal."""
    try:
        return parse(text, now, zone)
    except UsageError as refusal:
        return refusal.slug


@given(now=INSTANTS, hour=st.integers(0, 23), minute=st.integers(0, 59), zone=ZONES)
def test_a_bare_time_is_shown_as_typed_and_lies_within_the_last_day(
    now: datetime, hour: int, minute: int, zone: str
) -> None:
    read_as = outcome(parse_moment, f"{hour}:{minute:02}", now, zone)
    if isinstance(read_as, Moment):
        shown = local(read_as.at, zone)
        assert (shown.hour, shown.minute, shown.second) == (hour, minute, 0)
        assert timedelta(minutes=-2) <= now - read_as.at <= timedelta(hours=25)
    else:
        assert read_as in {"moment-skipped-by-clock-change", "moment-twice-by-clock-change"}


@given(now=INSTANTS, then=INSTANTS, zone=ZONES)
def test_a_written_instant_with_its_offset_is_read_back_unchanged(
    now: datetime, then: datetime, zone: str
) -> None:
    moment = parse_moment(local(then, zone).isoformat(), now, zone, future_ok=True)
    assert moment.at == then


NEARLY_RIGHT = st.from_regex(
    r"[-+~约昨今明][天晚 ]?[0-9:点 /-]{1,12}(分钟前|am|z|\+[0-9]{2})?", fullmatch=True
)


@given(text=st.text(max_size=40) | NEARLY_RIGHT, now=INSTANTS)
def test_any_text_is_read_or_refused(text: str, now: datetime) -> None:
    past = outcome(parse_moment, text, now, SHANGHAI)
    due = outcome(parse_due, text, now, SHANGHAI)
    assert past in USAGE if isinstance(past, str) else past.at <= now + timedelta(minutes=2)
    assert due in USAGE if isinstance(due, str) else due.at > now
