"""The firm itself: show, check, init."""

import os
import sys
from collections.abc import Iterator
from typing import Annotated

from netfin_incident.app.firm_clocks import FirmClock, for_firm
from netfin_incident.app.named_files import write_whole
from netfin_incident.cli.asked import FORCE
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.entity_questions import asked, given
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.firm_profile import today
from netfin_incident.cli.parameters import Opt
from netfin_incident.domain.clocks import Use
from netfin_incident.domain.firm import Applies, Entity
from netfin_incident.errors import UsageError
from netfin_incident.library.entity import check_entity
from netfin_incident.wording import firm_answers as said
from netfin_incident.wording.clock_labels import clock_label
from netfin_incident.wording.firm_labels import firm_label

_OWNER_ALONE = 0o700


def show(call: Call) -> None:
    """Show what the firm is to the rules, and how many clocks concern it."""
    entity = call.session.entity
    if call.wants_json:
        call.output.json({"entity": _in_json(entity) if entity else None})
        return
    if entity is None:
        call.tell(said.NO_ENTITY, path=call.session.config.entity.value)
        return
    call.output.data(call.name(entity.name))
    for line in aligned(list(_facts(call, entity)), "  "):
        call.output.data(line)


def check(call: Call) -> int:
    """Check the file of the firm; the exit code says whether there is something to mend."""
    path = call.session.config.entity.value
    found = check_entity(path, call.session.clocks)
    if not found and not call.wants_json:
        call.tell(said.NO_ENTITY if call.session.entity is None else said.ENTITY_CHECKED, path=path)
    return answer_findings(call, path, found)


def init(
    call: Call,
    *,
    answers: Annotated[tuple[str, ...], Opt("--set", said.SET, "KEY=VALUE")] = (),
    force: FORCE = False,
) -> None:
    """Ask what the firm is, and write the file; or write it from the answers that are given."""
    path = call.session.config.entity.value
    if os.path.lexists(path) and not force:
        raise UsageError("out-exists", path=str(path))
    if answers:
        text = given(call, path, answers)
    elif sys.stdin is not None and sys.stdin.isatty():
        text = asked(call, path, sys.stdin.readline)
    else:
        raise UsageError("entity-no-terminal")
    try:
        path.parent.mkdir(mode=_OWNER_ALONE, parents=True, exist_ok=True)
    except OSError as failed:
        reason = failed.strerror or str(failed)
        raise UsageError("out-unwritable", path=str(path), reason=reason) from None
    write_whole(path, [text.encode()], force=force)
    call.tell(said.ENTITY_WRITTEN, path=path)
    if call.wants_json:
        call.output.json({"file": str(path)})


def _facts(call: Call, entity: Entity) -> Iterator[tuple[str, str]]:
    operator = said.YES if entity.critical_infrastructure else said.NO
    licences = ", ".join(call.say(firm_label(one)) for one in entity.licences)
    yield call.say(said.LICENCES), licences
    yield call.say(said.OPERATOR), call.say(operator)
    yield call.say(said.DOMICILE), entity.domicile
    yield call.say(said.REGIMES), ", ".join(entity.regimes) or "–"
    yield call.say(said.ZONE), entity.zone
    yield call.say(said.CALENDAR), entity.calendar or call.say(said.WEEKDAYS)
    if entity.kinds:
        yield call.say(said.KINDS), ", ".join(entity.kinds)
    for use in (Use.ENABLED, Use.ADVISORY):
        ids = [one.clock.id for one in _concerning(call, entity) if one.use is use]
        yield call.say(said.CLOCKS_THAT), f"{call.say(clock_label(use))}: {', '.join(ids) or '–'}"


def _concerning(call: Call, entity: Entity) -> list[FirmClock]:
    day = today(call, entity)
    found = (for_firm(one, entity, day) for one in call.session.clocks.list())
    return [one for one in found if one is not None and one.applies is Applies.YES]


def _in_json(entity: Entity) -> dict[str, object]:
    return {
        "name": {"en": entity.name.en, "zh": entity.name.zh},
        "licences": [one.value for one in entity.licences],
        "critical_infrastructure": entity.critical_infrastructure, "domicile": entity.domicile,
        "regimes": list(entity.regimes), "zone": entity.zone, "calendar": entity.calendar or None,
        "kinds": list(entity.kinds),
    }  # fmt: skip
