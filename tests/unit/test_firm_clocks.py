from datetime import date
from pathlib import Path

import pytest

from clock_cases import SMALL
from firm_cases import shelf
from netfin_incident.app.firm_clocks import FirmClock, firm_clock, owed_clocks
from netfin_incident.domain.clocks import Use
from netfin_incident.domain.firm import Applies, Entity, Licence
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.lint_clocks import lint_clocks

DAY = date(2026, 11, 24)
CLOCKS = shelf()


def firm(*regimes: str) -> Entity:
    name = Text("Example", "示例")
    return Entity(name, (Licence.BANK,), False, "CN", regimes, "Asia/Shanghai")


def seen(clock: str, entity: Entity | None, day: date = DAY) -> tuple[Applies, Use]:
    found = firm_clock(CLOCKS, clock, entity, day)
    return found.applies, found.use


@pytest.mark.parametrize(
    ("clock", "regimes", "applies", "use"),
    [
        ("eu-dora", ("dora",), Applies.YES, Use.ENABLED),
        ("eu-dora", ("cn",), Applies.NO, Use.ENABLED),
        ("cn-pboc-network-security", ("cn-pboc",), Applies.YES, Use.ADVISORY),
        ("au-cps234-incident", ("au-apra",), Applies.YES, Use.ENABLED),
        ("au-cps234-incident", ("cn",), Applies.NO, Use.OFF),
        ("us-bank-service-provider", ("us-bank-service-provider",), Applies.YES, Use.ADVISORY),
        ("cn-pboc-2002-280", ("cn-pboc",), Applies.YES, Use.OFF),
        ("firm-brief-leader", ("cn",), Applies.YES, Use.OFF),
    ],
)
def test_a_regime_decides_what_applies_and_switches_shipped_packs_on(
    clock: str, regimes: tuple[str, ...], applies: Applies, use: Use
) -> None:
    assert seen(clock, firm(*regimes)) == (applies, use)


def test_where_nobody_has_said_what_the_firm_is_nothing_is_ruled_out() -> None:
    assert seen("eu-dora", None) == (Applies.UNKNOWN, Use.ENABLED)
    assert seen("au-cps234-incident", None) == (Applies.UNKNOWN, Use.OFF)
    assert seen("firm-brief-leader", None) == (Applies.YES, Use.OFF)


def test_a_superseded_text_counts_until_its_last_day_and_not_after() -> None:
    bank = firm("cn-pboc")
    assert seen("cn-pboc-2002-280", bank, date(2025, 7, 31))[1] is Use.ADVISORY
    assert seen("cn-pboc-2002-280", bank, date(2025, 8, 1))[1] is Use.OFF


def test_in_a_file_of_the_firm_s_own_off_is_off(tmp_path: Path) -> None:
    text = SMALL.replace("state: enabled", "state: off")
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
    entity = firm("xx")
    assert firm_clock(shelf(tmp_path), "small", entity, DAY).use is Use.OFF


def test_what_is_owed_outside_is_what_applies_and_counts() -> None:
    owed = [one.id for one in owed_clocks(CLOCKS, firm("cn-pboc", "cn-network-operator"), DAY)]
    assert owed == [
        "cn-cac-operator", "cn-cac-summary", "cn-pboc-network-security", "cn-pboc-reserve",
    ]  # fmt: skip
    internal = firm_clock(CLOCKS, "firm-brief-leader", firm(), DAY)
    assert not FirmClock(internal.clock, Applies.YES, Use.ENABLED).is_owed


def test_lint_asks_for_the_review_of_a_pack_that_the_firm_switched_on() -> None:
    later = date(2030, 1, 1)

    def late(entity: Entity | None) -> set[str]:
        errors = lint_clocks(CLOCKS, later, entity)
        return {
            Path(e.place.file).stem for e in errors if e.place and e.slug == "clock-review-past"
        }

    assert late(firm("au-apra")) - late(None) >= {"au-cps234-incident"}


def test_a_clock_that_is_not_there_is_refused() -> None:
    with pytest.raises(DefinitionError) as raised:
        firm_clock(CLOCKS, "eu-dorra", None, DAY)
    assert raised.value.slug == "clock-unknown"
