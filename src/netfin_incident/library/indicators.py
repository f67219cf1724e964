"""Reading `indicators.yaml`: what raises a warning, and everything found wrong with the file.

The format is `netfin-indicators/1`, described in `docs/warnings.md`.  No file means no indicators; a
file is used only when nothing at all is wrong with it.
"""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from netfin_incident.domain.indicators import Indicator, IndicatorGroup, read_value
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Role
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel
from netfin_incident.errors import DefinitionError
from netfin_incident.library.choices import choices
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.shapes import Keyed, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.usual_shapes import ID, LINE, TEXT, choice
from netfin_incident.wording.indicators import WRITTEN_LIKE

SCHEMA: Final = "netfin-indicators/1"

_CURRENCY: Final = re.compile("[A-Z]{3}")
_USUAL_CURRENCY: Final = "CNY"
_BY_LEVEL: Final = Record(dict.fromkeys(map(str, WarningLevel), LINE))
_INDICATOR: Final = Record(
    {
        "name": TEXT,
        "group": choice(*IndicatorGroup),
        "unit": choice(*Unit),
        "currency": LINE,
        "operator": choice(*Comparison),
        "levels": _BY_LEVEL,
        "ends": _BY_LEVEL,
        "window": TEXT,
        "owner": choice(*Role),
        "playbook": ID,
    },
    needed=("name", "group", "unit", "operator", "levels", "owner"),
)
_FILE: Final = Record(
    {"schema": choice(SCHEMA), "indicators": Keyed(ID, _INDICATOR)},
    needed=("schema", "indicators"),
)


def load_indicators(path: Path) -> tuple[Indicator, ...]:
    """The indicators in the file at `path`, in its order; none where there is no file.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    if not os.path.lexists(path):
        return ()
    indicators, reading = read_indicators(read_source(path))
    reading.require_sound()
    return indicators


def check_indicators(path: Path, playbooks: Collection[str]) -> tuple[DefinitionError, ...]:
    """Everything that is wrong with the file at `path`, and what could be better, in its order.

    Args:
        path: A file of indicators; one that is not there has nothing wrong with it.
        playbooks: Ids of the playbooks that an indicator may name.
    """
    if not os.path.lexists(path):
        return ()
    try:
        indicators, reading = read_indicators(read_source(path))
    except DefinitionError as error:
        return (error,)
    for one in indicators:
        if one.playbook and one.playbook not in playbooks:
            given = reading.root["indicators"][one.id]
            place = reading.place(given.source, "playbook")
            reading.refuse_name(
                "indicator-playbook-unknown", place, one.playbook, sorted(playbooks)
            )  # fmt: skip
    return reading.findings()


def find_indicator(indicator_id: str, indicators: Iterable[Indicator]) -> Indicator:
    """The indicator called `indicator_id`.

    Raises:
        DefinitionError: there is none.
    """
    known = {one.id: one for one in indicators}
    if not known:
        raise DefinitionError("indicators-missing", given=indicator_id)
    if indicator_id not in known:
        nearest = choices(indicator_id, known)
        raise DefinitionError("indicator-unknown", given=indicator_id, choices=nearest)
    return known[indicator_id]


def read_indicators(source: Source) -> tuple[tuple[Indicator, ...], Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    given: dict[str, Given] = reading.root.get("indicators", {})
    return tuple(_indicator(name, one, reading) for name, one in given.items()), reading


def _indicator(name: str, given: Given, reading: Reading) -> Indicator:
    unit = Unit(given.get("unit", Unit.NUMBER))
    comparison = Comparison(given.get("operator", Comparison.AT_LEAST))
    currency = _currency(given, unit, reading)
    is_whole = {"unit", "operator"} <= given.keys()
    thresholds = _values(given, "levels", (unit, currency), reading) if is_whole else {}
    ends = _values(given, "ends", (unit, currency), reading) if is_whole else {}
    _require_order(given, comparison, thresholds, reading)
    _require_ends(given, comparison, (thresholds, ends), reading)
    return Indicator(
        name, given.get("name", Text("", "")),
        IndicatorGroup(given.get("group", IndicatorGroup.SYSTEMS)), unit, comparison, thresholds,
        ends, currency, given.get("window"), given.get("owner", ""), given.get("playbook", ""),
    )  # fmt: skip


def _currency(given: Given, unit: Unit, reading: Reading) -> str:
    currency: str = given.get("currency", _USUAL_CURRENCY if unit is Unit.MONEY else "")
    if "currency" in given and (unit is not Unit.MONEY or not _CURRENCY.fullmatch(currency)):
        place = reading.place(given.source, "currency")
        reading.refuse("indicator-currency-unfit", place, given=currency, unit=unit)
    return currency


def _values(
    given: Given, key: str, measured: tuple[Unit, str], reading: Reading
) -> dict[WarningLevel, Decimal]:
    """The values under `key` by level, the worst level first."""
    by_level: Given | dict[str, str] = given.get(key, {})
    found: dict[WarningLevel, Decimal] = {}
    for level in WarningLevel:
        if level.value not in by_level:
            continue
        value = read_value(*measured, by_level[level.value])
        if value is None:
            place = reading.place(given[key].source, level.value)
            reading.refuse(
                "indicator-value-unread", place, given=by_level[level.value],
                wanted=WRITTEN_LIKE[measured[0]].format(currency=measured[1]),
            )  # fmt: skip
        else:
            found[level] = value
    return found


def _require_order(
    given: Given, comparison: Comparison, thresholds: Mapping[WarningLevel, Decimal],
    reading: Reading,
) -> None:  # fmt: skip
    """Hold that there is a level, and that a worse one takes a worse value."""
    if "levels" in given and not given["levels"].source:
        reading.refuse("indicator-levels-missing", reading.place(given.source, "levels"))
    worse: WarningLevel | None = None
    for level, value in thresholds.items():
        if worse is not None and not comparison.is_worse(thresholds[worse], value):
            place = reading.place(given["levels"].source, level.value)
            reading.refuse("indicator-levels-disordered", place, level=level, worse=worse)
        worse = level


def _require_ends(
    given: Given, comparison: Comparison,
    values: tuple[Mapping[WarningLevel, Decimal], Mapping[WarningLevel, Decimal]],
    reading: Reading,
) -> None:  # fmt: skip
    """Hold that an end is of a level that there is, and on the better side of its threshold."""
    thresholds, ends = values
    for level, end in ends.items():
        place = reading.place(given["ends"].source, level.value)
        if "levels" in given and level.value not in given["levels"].source:
            reading.refuse("indicator-end-without-level", place, level=level)
        elif level in thresholds and comparison.is_worse(end, thresholds[level]):
            reading.refuse("indicator-end-beyond", place, level=level)
