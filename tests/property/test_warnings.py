"""Random values: one open warning per key, its level as an independent reckoning has it, no value lost."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.app.desk import Desk
from netfin_incident.app.warnings import Warnings
from netfin_incident.domain.record import Act
from netfin_incident.domain.warning.levels import WarningLevel
from netfin_incident.store.store import create_store
from netfin_incident.store.verify import verify_store
from watched import FAILURES, T0, observed

THRESHOLDS = {"red": 20, "orange": 10, "yellow": 5}
ENDS = {"red": 15, "orange": 8, "yellow": 3}
WORST_FIRST = ("red", "orange", "yellow")

VALUES = st.lists(st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 25)), max_size=40)


def reckoned(level: str | None, value: int) -> str | None:
    """The level by another way: which levels are on, one by one, and the worst of them."""
    on = []
    for one in WORST_FIRST:
        was_on = level is not None and WORST_FIRST.index(one) >= WORST_FIRST.index(level)
        if value >= THRESHOLDS[one] or (was_on and value > ENDS[one]):
            on.append(one)
    return on[0] if on else None


@given(VALUES, st.integers(1, 7))
def test_levels_follow_the_values_and_every_value_is_counted(
    values: list[tuple[str, int]], at_once: int
) -> None:
    levels: dict[str, str | None] = {"a": None, "b": None}
    raised = counted = below = 0
    for key, value in values:
        before = levels[key]
        levels[key] = reckoned(before, value)
        raised += before is None and levels[key] is not None
        counted += before is not None or levels[key] is not None
    with TemporaryDirectory() as folder:
        store = create_store(Path(folder) / "netfin.db")
        warnings = Warnings(Desk(store))
        for start in range(0, len(values), at_once):
            # Two minutes apart, so that single values are written too.
            act = Act(T0 + timedelta(minutes=2 * start + 100), "ann")
            batch = values[start : start + at_once]
            below += warnings.take(
                act, [observed(value, start + n, key=key) for n, (key, value) in enumerate(batch)]
            ).below
        found = Warnings(Desk(store)).all()
        assert found == warnings.all()
        assert len(found) == raised
        assert sum(one.times for one in found) == counted == len(values) - below
        for key, level in levels.items():
            receiving = [one for one in found if one.receives and one.raised.key == key]
            assert [one.level for one in receiving] == ([level] if level else [])
        assert verify_store(store).is_good
        store.close()


@given(st.integers(-50, 50), st.sampled_from([None, *WORST_FIRST]))
def test_the_same_value_again_changes_no_level(value: int, level: str | None) -> None:
    once = FAILURES.level(Decimal(value), WarningLevel(level) if level else None)
    assert FAILURES.level(Decimal(value), once) is once
