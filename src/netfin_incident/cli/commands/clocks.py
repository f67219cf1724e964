"""Clocks: list, show, check."""

from typing import Annotated, Final

from netfin_incident.app.firm_clocks import FirmClock, firm_clock, for_firm
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.clock_page import clock_rows, firm_clock_in_json, limits_said, report_rows
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.findings import FOUND, finding_in_json
from netfin_incident.cli.firm_profile import home_zone, known_entity, today
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.clocks import Use
from netfin_incident.domain.firm import Applies
from netfin_incident.domain.zones import local
from netfin_incident.library.clock_shelf import ShelvedClock
from netfin_incident.library.lint_clocks import lint_clocks
from netfin_incident.wording import clock_answers as said
from netfin_incident.wording.clock_labels import clock_label
from netfin_incident.wording.explain import explain
from netfin_incident.wording.firm_labels import firm_label

_ORDER: Final = tuple(Use)


_NOT_OURS: Final = len(_ORDER)


def list_clocks(call: Call) -> None:
    """List the clocks as they stand for the firm: those that count first, those of others last."""
    entity = known_entity(call)
    day = today(call, entity)
    shelved = ((one, for_firm(one, entity, day)) for one in call.session.clocks.list())
    found = sorted(shelved, key=lambda pair: _rank(*pair))
    if call.wants_json:
        call.output.json({"clocks": [_in_json(call, *pair) for pair in found]})
        return
    for line in aligned([_row(call, *pair) for pair in found]):
        call.output.data(line)
    if entity is None:
        call.tell(said.FIRM_UNKNOWN)


def show(call: Call, clock: Annotated[str, Arg("CLOCK", said.CLOCK)]) -> None:
    """Show a clock, or one report of it: where it stands written, in what words, how long there is."""
    found, report = call.session.clocks.find(clock)
    entity = known_entity(call)
    ours = firm_clock(call.session.clocks, found.id, entity, today(call, entity))
    if call.wants_json:
        call.output.json(firm_clock_in_json(ours))
        return
    state, applies = call.say(clock_label(ours.use)), call.say(firm_label(ours.applies))
    call.output.data(f"{found.id}  {call.name(found.name)}  {state}  {applies}")
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
    entity = known_entity(call)
    zone = home_zone(call, entity)
    day = local(now() if on is None else call.start(on, zone).at, zone).date()
    shelf = call.session.clocks
    found = lint_clocks(shelf, day, entity)
    if call.wants_json:
        call.output.json(
            {"on": day.isoformat(), "findings": [finding_in_json(call, one) for one in found]}
        )
        return FOUND if found else 0
    for one in found:
        call.output.data(explain(one, call.language).line)
    if not found:
        counts = {"clocks": len(shelf.list()), "calendars": len(shelf.calendars())}
        call.tell(said.CHECKED, **counts, day=day)
    return FOUND if found else 0


def _rank(one: ShelvedClock, ours: FirmClock | None) -> tuple[int, str]:
    """Files that cannot be used stand first: somebody has to see to them."""
    if ours is None:
        return -1, one.id
    return (_NOT_OURS if ours.applies is Applies.NO else _ORDER.index(ours.use)), one.id


def _row(call: Call, one: ShelvedClock, ours: FirmClock | None) -> tuple[str, ...]:
    if ours is None:
        reason = explain(one.error, call.language).line if one.error else ""
        return one.id, call.say(said.UNUSABLE), "–", "–", reason
    clock = ours.clock
    level = call.say(clock_label(clock.verification.level)) if clock.verification else "–"
    words = f"{call.name(clock.name)}: {limits_said(call, clock)}"
    state, applies = call.say(clock_label(ours.use)), call.say(firm_label(ours.applies))
    return one.id, state, applies, level, words


def _in_json(call: Call, one: ShelvedClock, ours: FirmClock | None) -> dict[str, object]:
    if ours is not None:
        return firm_clock_in_json(ours)
    error = finding_in_json(call, one.error) if one.error else None
    return {"id": one.id, "state": None, "error": error}
