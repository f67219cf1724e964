"""A rehearsal for other programs: every act with its events, and what it came to."""

from netfin_incident.app.rehearsing import Rehearsal, role_of
from netfin_incident.app.walking import Taken
from netfin_incident.cli.rehearsal_page import ActLines
from netfin_incident.cli.rehearsal_unplayed import unplayed_objects
from netfin_incident.wording.plan_words import PlanWords


def rehearsal_object(rehearsal: Rehearsal, words: PlanWords) -> dict[str, object]:
    """The whole rehearsal, played to its end, as JSON can hold it."""
    lines, script = ActLines(rehearsal, words), rehearsal.script
    acts = [_act(rehearsal, lines, taken) for taken in rehearsal.played()]
    summary, stuck = rehearsal.summary(), rehearsal.stuck
    return {
        "playbook": rehearsal.plan.id,
        "revision": rehearsal.plan.revision,
        "severity": int(script.severity),
        "mode": script.mode.value,
        "alone": script.alone,
        "acts": acts,
        "stuck": stuck and stuck.step.id,
        "unplayed": unplayed_objects(words, rehearsal),
        "summary": {
            "done": list(summary.done),
            "skipped": list(summary.skipped),
            "failed": list(summary.failed),
            "not_applicable": list(summary.not_applicable),
            "open": list(summary.open),
            "milestones": [{"id": one.value, "seconds": at} for one, at in summary.milestones],
            "facts": dict(summary.facts),
            "assumed": sorted(summary.assumed),
            "busy": dict(summary.busy),
        },
    }


def _act(rehearsal: Rehearsal, lines: ActLines, taken: Taken) -> dict[str, object]:
    view = taken.view
    return {
        "seconds": rehearsal.seconds(taken.act.happened),
        "playbook": view and view.playbook,
        "step": view and view.step.id,
        "role": role_of(view, taken) if view else "",
        "kinds": [event.KIND for event in taken.events],
        "text": lines.happened(taken),
        "would": list(lines.left_the_house(taken)),
    }
