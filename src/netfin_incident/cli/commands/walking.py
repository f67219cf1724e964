"""Walking playbooks through whichever way they can go, to see that each leads to an end."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Final

from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Arg
from netfin_incident.cli.playbook_files import find_playbook
from netfin_incident.domain.playbook import Plan
from netfin_incident.errors import DefinitionError
from netfin_incident.wording import path_sayings as said
from netfin_incident.wording.explain import explain

if TYPE_CHECKING:
    from netfin_incident.app.paths import Paths, Walked
    from netfin_incident.app.ways import Way

_FOUND: Final = 1
"""Exit code where a check found something to mend."""
_PLAYERS: Final = {"team": said.TEAM, "alone": said.ALONE}


def paths(call: Call, what: Annotated[tuple[str, ...], Arg("PLAYBOOK", said.WHAT)] = ()) -> int:
    """Walk playbooks every way they can go; the exit code says whether each leads to an end."""
    from netfin_incident.app.paths import paths as walk

    find = lru_cache(maxsize=None)(lambda playbook: _on_shelf(call, playbook))
    sound = True
    in_json: list[dict[str, object]] = []
    for given in what or [one.id for one in call.session.shelf.list()]:
        try:
            plan = find_playbook(call, given).plan
        except DefinitionError as error:
            call.output.refuse(error)
            sound = False
            continue
        found = {players: walk(plan, now(), find, alone=players == "alone") for players in _PLAYERS}
        sound = sound and all(one.is_sound for one in found.values())
        in_json.append(
            {"id": plan.id} | {name: _in_json(call, plan, one) for name, one in found.items()}
        )
        if not call.wants_json:
            _say(call, plan, found)
    if call.wants_json:
        call.output.json({"playbooks": in_json})
    return 0 if sound else _FOUND


def _on_shelf(call: Call, playbook: str) -> Plan | None:
    """A playbook that is called; None where it is missing, or cannot be used."""
    try:
        return call.session.shelf.get(playbook)
    except DefinitionError:
        return None


def _say(call: Call, plan: Plan, found: Mapping[str, "Paths"]) -> None:
    call.output.data(f"{plan.id} r{plan.revision}  {call.say(plan.name)}")
    for players, one in found.items():
        ways, gone = len(one.ways), len(one.ways) - len(one.unwalked)
        who, walks = call.say(_PLAYERS[players]), len(one.walks)
        line = call.say(said.COUNTED, players=who, gone=gone, ways=ways, walks=walks)
        call.output.data(f"  {line}")
        for line in _flaws(call, plan, one):
            call.output.data(f"    {line}")


def _flaws(call: Call, plan: Plan, found: "Paths") -> Iterator[str]:
    if found.left_out:
        walks, count = len(found.walks), found.left_out
        yield call.say(said.LEFT_OUT, walks=walks, count=count)
    for walk in found.walks:
        for flaw in _flaws_of(call, walk):
            yield call.say(said.UNSOUND, way=_way(call, plan, walk.way), what=flaw)
    for way in found.unwalked:
        yield call.say(said.NOT_GONE, way=_way(call, plan, way))


def _flaws_of(call: Call, walk: "Walked") -> Iterator[str]:
    if walk.stuck is not None:
        step = call.say(said.step_said(walk.stuck.step))
        if walk.refused is None:
            yield call.say(said.STUCK, step=step)
        else:
            why = explain(walk.refused, call.language).why
            yield call.say(said.STUCK_BECAUSE, step=step, why=why)
    elif not walk.milestones:
        yield call.say(said.NO_MILESTONE)
    if walk.unstaffed:
        yield call.say(said.UNSTAFFED, roles=", ".join(walk.unstaffed))


def _way(call: Call, plan: Plan, way: "Way") -> str:
    return call.say(said.way_said(plan, way.fork, way.step, way.taken))


def _in_json(call: Call, plan: Plan, found: "Paths") -> dict[str, object]:
    def in_json(way: "Way") -> dict[str, str]:
        where = {"fork": way.fork.value, "step": way.step, "taken": way.taken}
        return where | {"text": _way(call, plan, way)}

    walks = [
        {
            "way": in_json(walk.way),
            "acts": len(walk.acts),
            "milestones": [one.value for one in walk.milestones],
            "stuck": walk.stuck and walk.stuck.step.id,
            "unstaffed": list(walk.unstaffed),
            "flaws": list(_flaws_of(call, walk)),
        }
        for walk in found.walks
    ]
    return {
        "sound": found.is_sound,
        "ways": len(found.ways),
        "unwalked": [in_json(way) for way in found.unwalked],
        "left_out": found.left_out,
        "walks": walks,
    }
