"""What a rehearsal did not play of its script, as lines and for other programs."""

from collections.abc import Iterator, Mapping
from typing import Final

from netfin_incident.app.rehearsing import Rehearsal
from netfin_incident.app.unplayed import Unplayed, Why, unplayed
from netfin_incident.cli.columns import terminal_width, wrapped
from netfin_incident.domain.expression import evaluate, parse
from netfin_incident.domain.incident.conditions import known_values
from netfin_incident.domain.text import Text
from netfin_incident.wording import rehearsing as w
from netfin_incident.wording.conditions import because
from netfin_incident.wording.plan_words import PlanWords

_WHYS: Final[Mapping[Why, Text]] = {
    Why.AWAY: w.STEP_AWAY,
    Why.CLOSED: w.OPTION_CLOSED,
    Why.NOT_REACHED: w.STEP_NOT_REACHED,
    Why.CHANGED: w.FACT_CHANGED,
    Why.OTHERWISE: w.STEP_OTHERWISE,
}


def unplayed_lines(words: PlanWords, rehearsal: Rehearsal) -> Iterator[str]:
    """What came to nothing, each with the reason; nothing where all was played."""
    found = unplayed(rehearsal)
    if found:
        yield ""
        yield words(w.UNPLAYED, count=len(found))
    for one in found:
        line = words(
            w.UNPLAYED_ONE, option=one.option, given=one.given, why=_why(words, rehearsal, one)
        )
        first, *rest = wrapped(line, terminal_width(), "    ")
        yield f"  {first.strip()}"
        yield from rest


def unplayed_objects(words: PlanWords, rehearsal: Rehearsal) -> list[dict[str, str]]:
    """The same as JSON can hold it."""
    return [
        {
            "option": one.option, "given": one.given, "reason": one.why.value,
            "text": _why(words, rehearsal, one),
        }
        for one in unplayed(rehearsal)
    ]  # fmt: skip


def _why(words: PlanWords, rehearsal: Rehearsal, one: Unplayed) -> str:
    said = words(_WHYS[one.why])
    written = _condition(one)
    if not written:
        return said
    values = known_values(rehearsal.incident, rehearsal.incident.runs[rehearsal.plan.id])
    condition = parse(written)
    if evaluate(condition, values) is not False:
        return said
    reason = words(because(condition, rehearsal.plan.variables_by_id, values))
    return words(w.UNPLAYED_WHY, said=said, because=reason)


def _condition(one: Unplayed) -> str:
    """What kept the step or the option away; empty where no condition did."""
    if one.view is None:
        return ""
    if one.why is Why.CLOSED:
        wanted = one.given.partition("=")[2]
        return next(option.when for option in one.view.step.options if option.id == wanted)
    return one.view.step.when if one.why is Why.AWAY else ""
