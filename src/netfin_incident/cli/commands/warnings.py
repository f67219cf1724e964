"""Values come in, one by one or as JSON lines; which warnings there are; the ledger."""

import os
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Annotated, Final

from netfin_incident.app.warnings import Taken, Warnings
from netfin_incident.bootstrap import now
from netfin_incident.cli import warning_page as page
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.standard_input import opened_or_input
from netfin_incident.domain.indicators import value_text
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import clean_line
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning.commands import Observed
from netfin_incident.domain.warning.state import ENDED, WarningCase
from netfin_incident.errors import NetfinError, Place
from netfin_incident.exchange.warning_lines import Reader, value_of
from netfin_incident.library.indicators import find_indicator
from netfin_incident.reports.warning_ledger import Ledger
from netfin_incident.store.codec import format_time
from netfin_incident.wording import warning_answers as said
from netfin_incident.wording.explain import explain
from netfin_incident.wording.moments import stamp

_FOUND: Final = 1
"""Exit code where a line could not be taken."""


def raise_warning(
    call: Call,
    indicator: Annotated[str, Arg("INDICATOR", said.INDICATOR)],
    value: Annotated[str, Arg("VALUE", said.VALUE)],
    *,
    source: Annotated[str, Opt("--source", said.SOURCE, "TEXT")] = "",
    key: Annotated[str, Opt("--key", said.KEY, "KEY")] = "",
    drill: Annotated[bool, Opt("--drill", said.DRILL)] = False,
) -> None:
    """Take a value in; it raises a warning, belongs to an open one, or is below all thresholds."""
    found = find_indicator(indicator.strip(), call.session.indicators)
    amount, act = value_of(found, value), call.act()
    mode = Mode.DRILL if drill else Mode.LIVE
    observed = Observed(found, amount, act.happened, call.session.zone, source, key, mode)
    taken = _take(call, act, [observed])
    for _, error in taken.refused:
        raise error
    page.tell_entries(call, taken.recorded)
    if taken.below:
        kept = value_text(found.unit, found.currency, amount)
        call.tell(said.BELOW, value=kept, indicator=found.id)
    elif taken.late:
        call.tell(said.LATE, key=clean_line(key) or found.id)
    elif not taken.recorded:
        call.tell(said.CAME_LATELY, id=", ".join(taken.touched))
    _answer_taken(call, taken)


def import_warnings(
    call: Call, file: Annotated[str, Arg("FILE", said.LINES_FILE)]
) -> int:  # fmt: skip
    """Take in values as JSON lines; the exit code says whether a line could not be taken."""
    find = partial(find_indicator, indicators=call.session.indicators)
    act = call.act()
    numbers: list[int] = []
    values: list[Observed] = []
    bad: list[int] = []
    with opened_or_input(file) as stream:
        for number, one in Reader(find, act.happened, call.session.zone).read(stream, file):
            if isinstance(one, Observed):
                numbers.append(number)
                values.append(one)
            else:
                _tell_bad(call, one)
                bad.append(number)
    taken = _take(call, act, values)
    for place, refused in taken.refused:
        refused.place = Place(file, numbers[place])
        _tell_bad(call, refused)
        bad.append(numbers[place])
    call.tell(
        said.IMPORTED, taken=len(values) - len(taken.refused), raised=len(taken.raised),
        below=taken.below, late=taken.late, bad=len(bad),
    )  # fmt: skip
    _answer_taken(call, taken, {"lines_not_taken": sorted(bad)})
    return _FOUND if bad else 0


def list_warnings(
    call: Call, *, everything: Annotated[bool, Opt("--all", said.ALL)] = False
) -> None:  # fmt: skip
    """List the warnings that are to be handled, the worst first; with --all every one."""
    at = now()
    found = [
        one for one in Warnings(call.desk).all() if everything or one.standing(at) not in ENDED
    ]
    found.sort(key=lambda one: (one.standing(at) in ENDED, one.level is None, _rank(one)))
    if call.wants_json:
        call.output.json({"warnings": [page.in_json(one) for one in found]})
        return
    if not found:
        call.tell(said.NO_WARNINGS)
    for line in aligned([page.row(call, one) for one in found]):
        call.output.data(line)


def show(call: Call, warning: Annotated[str, Arg("WARNING", said.WARNING)]) -> None:
    """Show one warning: its values, its assessment, how it is handled."""
    warnings = Warnings(call.desk)
    one = warnings.warning(page.find_warning(call, warning, warnings))
    if call.wants_json:
        call.output.json(page.in_json(one))
        return
    call.output.data(page.head(call, one))
    for line in aligned(list(page.facts(call, one)), "  "):
        call.output.data(line)
    zone = call.zone_or(one.raised.zone)
    for note in one.notes:
        who = call.session.config.name_of(note.by)
        call.output.data(f"  {stamp(note.at, zone)} {who}: {clean_line(note.text)}")


def ledger(
    call: Call,
    *,
    start: Annotated[str | None, Opt("--from", said.FROM, "TIME")] = None,
    end: Annotated[str | None, Opt("--to", said.TO, "TIME")] = None,
) -> None:
    """Write the ledger of warnings as a Markdown table."""
    span = _moment(call, start), _moment(call, end)
    found = [one for one in Warnings(call.desk).all() if _within(one, span)]
    if call.wants_json:
        first, last = (None if one is None else format_time(one) for one in span)
        shown = [page.in_json(one) for one in found]
        call.output.json({"from": first, "to": last, "warnings": shown})
        return
    for line in Ledger(found, span, now(), call.session.zone, call.language).lines():
        call.output.data(line)


def _take(call: Call, act: Act, values: Sequence[Observed]) -> Taken:
    """Take values in; where none reaches a threshold and there is no database, none is made."""
    reaching = any(one.indicator.level(one.value) is not None for one in values)
    if not reaching and not os.path.lexists(call.session.database):
        return Taken(below=len(values))
    return Warnings(call.created_desk()).take(act, values)


def _answer_taken(call: Call, taken: Taken, more: dict[str, object] | None = None) -> None:
    if call.wants_json:
        call.output.json(
            {
                "raised": list(taken.raised),
                "warnings": [page.in_json(one) for one in taken.touched.values()],
                "below": taken.below,
                "late": taken.late,
                "entries": [page.entry_in_json(one) for _, one in taken.recorded],
                **(more or {}),
            }
        )
    else:
        for warning_id in taken.touched:
            call.output.data(warning_id)
    if taken.recorded:
        call.remember()


def _tell_bad(call: Call, error: NetfinError) -> None:
    call.output.tell(explain(error, call.language).line)


def _moment(call: Call, given: str | None) -> datetime | None:
    return None if given is None else call.start(given).at


def _within(one: WarningCase, span: Sequence[datetime | None]) -> bool:
    start, end = span
    at = one.raised.observed_at
    return (start is None or start <= at) and (end is None or at < end)


def _rank(one: WarningCase) -> int:
    return (one.level or one.worst_level).rank
