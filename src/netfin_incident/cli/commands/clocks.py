"""Clocks: list, show, check."""

from typing import Annotated, Final

from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.clock_page import clock_in_json, clock_rows, limits_said, report_rows
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.clocks import Use
from netfin_incident.domain.zones import local
from netfin_incident.errors import DefinitionError
from netfin_incident.library.clock_shelf import ShelvedClock
from netfin_incident.library.lint_clocks import lint_clocks
from netfin_incident.wording import clock_answers as said
from netfin_incident.wording.clock_labels import clock_label
from netfin_incident.wording.explain import explain

_FOUND: Final = 1
"""Exit code where a check found something to mend."""
_ORDER: Final = tuple(Use)


def list_clocks(call: Call) -> None:
    """List the clocks: those that count first, then those to be checked, then those switched off."""
    found = sorted(call.session.clocks.list(), key=_rank)
    if call.wants_json:
        call.output.json({"clocks": [_in_json(call, one) for one in found]})
        return
    for line in aligned([_row(call, one) for one in found]):
        call.output.data(line)


def show(call: Call, clock: Annotated[str, Arg("CLOCK", said.CLOCK)]) -> None:
    """Show a clock, or one report of it: where it stands written, in what words, how long there is."""
    found, report = call.session.clocks.find(clock)
    if call.wants_json:
        call.output.json(clock_in_json(found))
        return
    state = call.say(clock_label(found.use))
    call.output.data(f"{found.id}  {call.name(found.name)}  {state}")
    for line in aligned(list(clock_rows(call, found)), "  "):
        call.output.data(line)
    for one in found.reports if report is None else (report,):
        call.output.data(f"{found.name_of(one)}  {call.name(one.name)}")
        for line in aligned(list(report_rows(call, one)), "  "):
            call.output.data(line)


def lint(
    call: Call, *, on: Annotated[str | None, Opt("--on", said.ON, "DAY")] = None
) -> int:  # fmt: skip
    """Look clocks and calendars through; the exit code says whether there is something to mend."""
    zone = call.session.zone
    day = local(now() if on is None else call.start(on).at, zone).date()
    shelf = call.session.clocks
    found = lint_clocks(shelf, day)
    if call.wants_json:
        call.output.json(
            {"on": day.isoformat(), "findings": [_finding(call, one) for one in found]}
        )
        return _FOUND if found else 0
    for one in found:
        call.output.data(explain(one, call.language).line)
    if not found:
        counts = {"clocks": len(shelf.list()), "calendars": len(shelf.calendars())}
        call.tell(said.CHECKED, **counts, day=day)
    return _FOUND if found else 0


def _rank(one: ShelvedClock) -> tuple[int, str]:
    """Files that cannot be used stand first: somebody has to see to them."""
    return (-1 if one.clock is None else _ORDER.index(one.clock.use)), one.id


def _row(call: Call, one: ShelvedClock) -> tuple[str, ...]:
    clock = one.clock
    if clock is None:
        reason = explain(one.error, call.language).line if one.error else ""
        return one.id, call.say(said.UNUSABLE), "–", reason
    level = call.say(clock_label(clock.verification.level)) if clock.verification else "–"
    words = f"{call.name(clock.name)}: {limits_said(call, clock)}"
    return one.id, call.say(clock_label(clock.use)), level, words


def _in_json(call: Call, one: ShelvedClock) -> dict[str, object]:
    if one.clock is not None:
        return clock_in_json(one.clock)
    return {"id": one.id, "state": None, "error": _finding(call, one.error) if one.error else None}


def _finding(call: Call, error: DefinitionError) -> dict[str, object]:
    explained, place = explain(error, call.language), error.place
    return {
        "code": explained.code, "file": place and place.file, "line": place and place.line,
        "column": place and place.column, "text": explained.line,
    }  # fmt: skip
