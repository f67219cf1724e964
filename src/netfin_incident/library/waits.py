"""What steps wait for: steps that there are, that can come up beside them, and not each other."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from netfin_incident.domain.playbook import Step, Verb
from netfin_incident.errors import Place
from netfin_incident.library.reading import Given, Reading

_Moment = tuple[str, bool]
"""Of a step: when it is settled (True), or when its turn comes."""

_TURN: Final = False
_SETTLED: Final = True


def check_waits(steps: tuple[Step, ...], reading: Reading) -> None:
    """Record every step that would wait for ever."""
    known: dict[str, Step] = {}
    for step in steps:
        known.setdefault(step.id, step)
    for step, given in zip(steps, reading.steps, strict=True):
        for need in dict.fromkeys(given.get("needs", ())):
            _check_need(step, need, given, known, reading)
    circle = _first_circle(known) if len(known) == len(steps) else ()
    if circle:
        place = _place_of_circle(circle, reading)
        reading.refuse("needs-cycle", place, path=" → ".join(circle))


def _check_need(
    step: Step, need: str, given: Given, steps: Mapping[str, Step], reading: Reading
) -> None:
    if need not in steps:
        others = (other for other in steps if other != step.id)
        place = reading.word_place(given, "needs", need)
        reading.refuse_name("needs-unknown", place, need, others, step=step.id)
        return
    chosen = dict(branches_above(step, steps))
    for holder, branch in branches_above(steps[need], steps):
        verb, mine = steps[holder].verb, chosen.get(holder)
        if verb is Verb.DECIDE and mine not in (None, branch):
            place = reading.word_place(given, "needs", need)
            reading.refuse("needs-other-option", place, step=step.id, need=need, decision=holder)
        if verb is Verb.REPEAT and mine is None:
            place = reading.word_place(given, "needs", need)
            reading.refuse("needs-round", place, step=step.id, need=need, repeat=holder)


def branches_above(step: Step, steps: Mapping[str, Step]) -> Iterator[tuple[str, str]]:
    """The holders of a step, each with its branch, from the innermost outwards."""
    seen = set()
    above = step.under
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        holder = steps.get(above[0])
        above = holder.under if holder is not None else None


def _first_circle(steps: Mapping[str, Step]) -> tuple[str, ...]:
    """Steps that wait for each other, from one of them round to itself; empty if there are none."""
    inside: dict[str, list[str]] = {}
    for step in steps.values():
        if step.under is not None:
            inside.setdefault(step.under[0], []).append(step.id)
    done: set[_Moment] = set()
    path: dict[_Moment, Iterator[_Moment]] = {}
    for start in ((step, _TURN) for step in steps):
        if start not in done:
            path[start] = _awaited(start, steps, inside)
        while path:
            following = next(path[next(reversed(path))], None)
            if following is None:
                done.add(path.popitem()[0])
            elif following in path:
                moments = tuple(path)
                return _names((*moments[moments.index(following) :], following))
            elif following not in done:
                path[following] = _awaited(following, steps, inside)
    return ()


def _awaited(
    moment: _Moment, steps: Mapping[str, Step], inside: Mapping[str, list[str]]
) -> Iterator[_Moment]:
    """What must come before: its needs and those of its holder before its turn; all in it after."""
    step = steps[moment[0]]
    if moment[1] is _SETTLED:
        yield step.id, _TURN
        yield from ((nested, _SETTLED) for nested in inside.get(step.id, ()))
        return
    yield from ((need, _SETTLED) for need in step.awaited if need in steps)
    if step.under is not None and step.under[0] in steps:
        yield step.under[0], _TURN


def _names(moments: tuple[_Moment, ...]) -> tuple[str, ...]:
    """The steps of a circle, each once beside itself."""
    names = [name for name, _ in moments]
    changes = [name for before, name in pairwise(names) if name != before]
    return (names[0], *(changes or names[-1:]))


def _place_of_circle(circle: tuple[str, ...], reading: Reading) -> Place:
    """Where the first of its `needs` stands that is written in the file."""
    written = {given.get("id"): given for given in reading.steps}
    for step, awaited in pairwise(circle):
        if awaited in written[step].get("needs", ()):
            return reading.word_place(written[step], "needs", awaited)
    return reading.step_place(circle[0])
