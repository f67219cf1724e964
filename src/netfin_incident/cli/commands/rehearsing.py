"""Rehearsing a playbook: from a script to its end, or act by act with the person at the terminal."""

import sys
from functools import lru_cache
from typing import Annotated, Final

from netfin_incident.app.rehearsing import Rehearsal, read_script
from netfin_incident.app.unplayed import unplayed
from netfin_incident.app.walking import Taken
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.playbook_files import find_playbook
from netfin_incident.cli.rehearsal_page import ActLines, premises, summary_lines
from netfin_incident.cli.rehearsal_unplayed import unplayed_lines
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.severity import parse_severity
from netfin_incident.errors import DefinitionError
from netfin_incident.wording import adopting
from netfin_incident.wording import rehearsing as w
from netfin_incident.wording.plan_words import PlanWords

_NOT_SO: Final = 1
"""Exit code where the playbook cannot be walked to its end this way, or not as was asked for."""


def rehearse(
    call: Call,
    playbook: Annotated[str, Arg("PLAYBOOK", adopting.WHAT)],
    *,
    severity: Annotated[str, Opt("--severity", w.SEVERITY, "N")] = "2",
    choose: Annotated[tuple[str, ...], Opt("--choose", w.CHOOSE, "STEP=OPTION")] = (),
    known: Annotated[tuple[str, ...], Opt("--set", w.SET, "NAME=VALUE")] = (),
    fail: Annotated[tuple[str, ...], Opt("--fail", w.FAIL, "STEP")] = (),
    alone: Annotated[bool, Opt("--alone", w.ALONE)] = False,
    drill: Annotated[bool, Opt("--drill", w.DRILL)] = False,
    yes: Annotated[bool, Opt("--yes", w.YES)] = False,
) -> int:
    """Walk a playbook without recording, sending or running anything."""
    plan = find_playbook(call, playbook).plan
    grade = parse_severity(severity)
    script = read_script(plan, grade, choose, known, fail, alone=alone, drill=drill)
    find = lru_cache(maxsize=None)(lambda given: _on_shelf(call, given))
    rehearsal = Rehearsal(plan, script, now(), find)
    if call.wants_json:
        return _in_json(call, rehearsal)
    words = PlanWords(plan, call.language)
    for line in premises(words, script):
        call.output.data(line)
    if yes or sys.stdin is None or not sys.stdin.isatty():
        return _to_the_end(call, rehearsal, words)
    from netfin_incident.cli.rehearsal_prompt import Prompt

    Prompt(call, rehearsal).play()
    _summary(call, rehearsal, words)
    return 0


def _to_the_end(call: Call, rehearsal: Rehearsal, words: PlanWords) -> int:
    phase = ""
    acts = ActLines(rehearsal, words)
    for taken in rehearsal.played():
        begun = _phase(words, taken)
        if begun not in ("", phase):
            phase = begun
            call.output.data()
            call.output.data(phase)
        for line in acts.lines(taken):
            call.output.data(f"  {line}")
    if rehearsal.stuck is not None:
        call.output.data(words(w.STUCK, step=words.step(rehearsal.stuck.step.id)))
    _summary(call, rehearsal, words)
    return _code(rehearsal)


def _summary(call: Call, rehearsal: Rehearsal, words: PlanWords) -> None:
    for line in (*summary_lines(words, rehearsal), *unplayed_lines(words, rehearsal)):
        call.output.data(line)


def _code(rehearsal: Rehearsal) -> int:
    return _NOT_SO if rehearsal.stuck is not None or unplayed(rehearsal) else 0


def _phase(words: PlanWords, taken: Taken) -> str:
    if taken.view is None:
        return ""
    plan = taken.after.runs[taken.view.playbook].plan
    name = next(words(one.name) for one in plan.phases if one.id == taken.view.step.phase)
    return name if plan.id == words.plan.id else f"{plan.id}: {name}"


def _in_json(call: Call, rehearsal: Rehearsal) -> int:
    from netfin_incident.cli.rehearsal_json import rehearsal_object

    call.output.json(rehearsal_object(rehearsal, PlanWords(rehearsal.plan, call.language)))
    return _code(rehearsal)


def _on_shelf(call: Call, playbook: str) -> Plan | None:
    """A playbook that is called; None where it is missing, or cannot be used."""
    try:
        return call.session.shelf.get(playbook)
    except DefinitionError:
        return None
