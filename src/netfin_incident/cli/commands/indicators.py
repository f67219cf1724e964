"""The indicators that raise warnings: list them, check their file."""

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.findings import answer_findings
from netfin_incident.domain.indicators import Indicator, value_text
from netfin_incident.library.indicators import check_indicators
from netfin_incident.wording import warning_answers as said
from netfin_incident.wording.indicators import threshold_said
from netfin_incident.wording.labels import label, role_label


def list_indicators(call: Call) -> None:
    """List the indicators with their thresholds, and who answers for each."""
    indicators = call.session.indicators
    if call.wants_json:
        call.output.json({"indicators": [_in_json(one) for one in indicators]})
        return
    if not indicators:
        call.tell(said.NO_INDICATORS, path=call.session.config.indicators.value)
    for line in aligned([_row(call, one) for one in indicators]):
        call.output.data(line)


def check(call: Call) -> int:
    """Check the file of indicators; the exit code says whether there is something to mend."""
    path = call.session.config.indicators.value
    found = check_indicators(path, [one.id for one in call.session.shelf.list()])
    if not found and not call.wants_json:
        count = len(call.session.indicators)
        call.tell(said.CHECKED if count else said.NO_INDICATORS, count=count, path=path)
    return answer_findings(call, path, found)


def _row(call: Call, one: Indicator) -> tuple[str, ...]:
    levels = ", ".join(threshold_said(one, level, call.language) for level in one.thresholds)
    window = "-" if one.window is None else call.name(one.window)
    group = call.say(label(one.group))
    return one.id, group, call.say(role_label(one.owner)), call.name(one.name), window, levels


def _in_json(one: Indicator) -> dict[str, object]:
    return {
        "id": one.id,
        "name": {"en": one.name.en, "zh": one.name.zh},
        "group": one.group.value,
        "unit": one.unit.value,
        "currency": one.currency or None,
        "operator": one.comparison.value,
        "levels": [
            {
                "level": level.value,
                "threshold": value_text(one.unit, one.currency, threshold),
                "end": value_text(one.unit, one.currency, one.end(level)),
            }
            for level, threshold in one.thresholds.items()
        ],
        "window": one.window and {"en": one.window.en, "zh": one.window.zh},
        "owner": one.owner,
        "playbook": one.playbook or None,
    }
