"""What a command about a step costs, on a plan ten times as long as another.

Once through the door (decided, written, on disk), once in memory alone, where nothing else hides
what the length of the plan costs.
"""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Measured, Task, side_by_side
from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.playbook import Option, Plan, Step, Verb
from netfin_incident.domain.text import Text
from netfin_incident.store.store import create_store
from record_book import act, declare
from small_plans import plan, variable

SHORT, LONG = 20, 200


def long_plan(length: int) -> Plan:
    """Phases of ten steps: a decision with nested steps, a condition, needs, a required step."""
    steps: list[Step] = []
    for number in range(length // 10):
        steps += _ten(f"p{number}")
    return plan(*steps, name=f"of-{length}", variables=(variable("large"),))


def _ten(phase: str) -> list[Step]:
    def step(name: str, verb: Verb = Verb.DO, **more: object) -> Step:
        words = Text(name, name)
        return Step(f"{phase}-{name}", verb, words, phase, **more)  # type: ignore[arg-type]

    branches = (
        Option("a", Text("a", "a"), (f"{phase}-c", f"{phase}-d")),
        Option("b", Text("b", "b"), (f"{phase}-e",)),
    )
    return [
        step("a"),
        step("b", Verb.DECIDE, options=branches),
        step("c", under=(f"{phase}-b", "a")),
        step("d", under=(f"{phase}-b", "a"), needs=(f"{phase}-c",)),
        step("e", under=(f"{phase}-b", "b")),
        step("f", when="severity <= S2"),
        step("g", when="large"),
        step("h", needs=(f"{phase}-a",)),
        step("i"),
        step("j"),
    ]


def measures(*, quick: bool = False) -> list[Measured]:
    """The figures."""
    rounds = 6 if quick else 60
    with TemporaryDirectory() as folder:
        desk = Desk(create_store(Path(folder) / "netfin.db"))
        longer, shorter = _started(desk, LONG), _started(desk, SHORT)
        written = side_by_side(_commands(desk, longer), _commands(desk, shorter), rounds)
        there = desk.incident(longer), desk.incident(shorter)
        done = [c.CompleteStep(f"p{number // 10 - 1}-j") for number in (LONG, SHORT)]
        decided = side_by_side(
            lambda: decide(there[0], act(10_000), done[0]),
            lambda: decide(there[1], act(10_000), done[1]),
            rounds * 5,
        )
        desk.store.close()
    return [
        Measured(f"a command on a plan of {LONG} steps / of {SHORT}", *written, 3),
        Measured(f"deciding its last step, in memory / of {SHORT}", *decided, 12),
    ]


def _started(desk: Desk, length: int) -> str:
    incident = declare(desk)
    desk.handle(incident, act(1), c.AttachPlaybook(long_plan(length)))
    return incident


def _commands(desk: Desk, incident: str) -> Task:
    """Start, complete and reopen the last step, in turns."""
    length = len(next(iter(desk.incident(incident).runs.values())).plan.steps)
    step = f"p{length // 10 - 1}-j"
    turns = (c.StartStep(step), c.CompleteStep(step), c.ReopenStep(step, "again"))
    numbers = count()

    def one() -> object:
        number = next(numbers)
        return desk.handle(incident, act(100 + number), turns[number % 3])

    return one
