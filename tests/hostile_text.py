"""Texts that would steer a terminal, pass for markup or hide, in every place that holds a text.

They go in beneath the boundary that cleans what is typed, as somebody with the file could write
them; and a record of the same shape with plain words shows which sequences are the program's own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from netfin_incident.app.desk import stream_of
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import DueBySeverity, Option, Phase, Plan, RolePlan, Step, Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import (
    Basis,
    Known,
    MessageState,
    Milestone,
    NoteKind,
    Relation,
    ReportKind,
    Status,
)
from netfin_incident.store.store import create_store
from story import T0

PAYLOADS: Final = (
    "[/", "[/]", "[/x]", "[bold", "[@click=app.quit]x[/]", "[link=https://evil]x", "[0] x",
    "a=[1,2]", "$primary", "[$error]x", "[reverse]x[/]", "{0.__class__}",
    "\x1b[2J", "\x1b]0;pwned\x1b\\", "\x1b]52;c;aGk=\x1b\\", "\x1b]52;c;aGk=\x07", "\x1b[6n",
    "\x1b[c", "\x1bPq\x1b\\", "\x1b_x\x1b\\", "\x1bc", "\x9b2J", "\x9d0;pwned\x9c", "\x85",
    "\r\b\x00\x7f", "\u202eback", "\u2066in\u2069", "\u200b\ufeff\u2028", "\U000e0041",
    "\x1b[31;5m", "\x1b[?1049l", "\x1b]8;;https://evil\x1b\\", "\x1b]unterminated",
)  # fmt: skip

Words = Callable[[int], str]
"""The text that stands in the n-th place of each kind."""

COUNT: Final = len(PAYLOADS)


def hostile(n: int) -> str:
    """One of the payloads, between words that can be searched for."""
    return f"q{n:02} {PAYLOADS[n]} end"


def harmless(n: int) -> str:
    """Plain words of the same shape."""
    return f"q{n:02} {'payment slow'[: len(PAYLOADS[n])]} end"


def write(path: Path, words: Words) -> str:
    """Add an incident for each text, and one that holds all of them in every place; its id."""
    store = create_store(path)
    everything = _declared(0, words, f"INC-2025-{COUNT + 1:04}")
    with store.writing() as journal:
        for n in range(COUNT):
            declared = _declared(n, words, f"INC-2025-{n + 1:04}")
            journal.append(stream_of(declared.id), [(_act(n, words), declared)])
        happened = [(_act(0, words), everything), *_everything(words)]
        journal.append(stream_of(everything.id), happened)
    store.close()
    return everything.id


def _act(n: int, words: Words) -> Act:
    return Act(T0 + timedelta(seconds=n), words(n), Known.ASSERTED)


def _declared(n: int, words: Words, incident: str) -> e.Declared:
    said = words(n)
    return e.Declared(incident, said, Severity.S2, "Asia/Shanghai", key=said, service=said)


def _everything(words: Words) -> Iterator[tuple[Act, e.Event]]:
    yield _act(0, words), e.PlaybookAttached(_plan(words), approved=False)
    for make in _EVENTS:
        for n in range(COUNT):
            yield _act(n, words), make(n, words(n))
    for n in range(COUNT):
        said = words(n)
        act = replace(_act(n, words), on_behalf_of=said, basis=Basis.PHONE, break_glass=said)
        yield act, e.Noted(NoteKind.NOTE, said)
    every = "\n".join(words(n)[4:] for n in range(COUNT))
    yield _act(0, words), e.Noted(NoteKind.FINDING, every)


_DUE: Final = T0 + timedelta(hours=1)
_EVENTS: Final[tuple[Callable[[int, str], e.Event], ...]] = (
    lambda n, said: e.RoleAssigned(f"role-{n}", said),
    lambda n, said: e.HandoverOffered(f"role-{n}", said, said),
    lambda n, said: e.TaskGiven(f"T{n}", said, said, _DUE),
    lambda n, said: e.MeasureTaken(f"X{n}", said, temporary=True),
    lambda n, said: e.MessageRecorded(f"M{n}", said, said, said, MessageState.DRAFT),
    lambda n, said: e.UpwardReportRecorded(
        f"R{n}", said, ReportKind.INITIAL, _DUE, None, said, said
    ),
    lambda n, said: e.EvidenceAdded(f"E{n}", said, said, said, "", None, f"step-{n}"),
    lambda n, said: e.DecisionRecorded(f"D{n}", said, said, (said, said), said, said),
    lambda _, said: e.Linked(Relation.RELATED, said, said),
    lambda _, said: e.MilestoneReached(Milestone.DETECTED, said),
    lambda _, said: e.SeverityChanged(Severity.S2, Severity.S2, said),
    lambda _, said: e.StatusChanged(Status.RESPONDING, Status.RESPONDING, said),
    lambda _, said: e.Activated(Severity.S2, said),
    lambda _, said: e.FundsStated(touched=True, amount=said, suspense=said, reason=said),
    lambda n, said: e.StepSkipped("hostile", f"step-{n // 2 * 2}", said, said),
    lambda n, said: e.Corrected(3 + n, said, said),
)


def _plan(words: Words) -> Plan:
    def twice(n: int) -> Text:
        return Text(words(n), words(n))

    options = (Option("a", twice(0)), Option("b", twice(1)))
    steps = tuple(
        Step(
            f"step-{n}", Verb.DO if n else Verb.DECIDE, twice(n), f"phase-{n // 17}", f"role-{n}",
            DueBySeverity(60, 60, 60, 60), body=twice(n), options=() if n else options,
        )
        for n in range(COUNT)
    )  # fmt: skip
    phases = tuple(
        Phase(f"phase-{n}", twice(n), tuple(one.id for one in steps if one.phase == f"phase-{n}"))
        for n in range(2)
    )
    roles = tuple(RolePlan(f"role-{n}", twice(n)) for n in range(COUNT))
    return Plan("hostile", 1, "draft", twice(0), twice(1), words(2), phases, steps, roles)


_SEQUENCES: Final = re.compile(
    r"\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[PX^_])[^\x1b]*\x1b\\"
    r"|\x1b\[(?P<private>[<-?]?)(?P<numbers>[0-9:;]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<short>[ -/]*[0-~])"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<unseen>[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\U000e0000-\U000e007f])"
)
_COLOUR: Final = re.compile(r"(?:38|48)[;:](?:5[;:][0-9]+|2[;:][0-9]+[;:][0-9]+[;:][0-9]+)")


def sequences(raw: bytes) -> set[str]:
    """The kinds of control sequences and unseen characters in what a terminal was sent.

    Where a number changes what a sequence does (modes, queries, reports, looks) it is of its kind;
    places on the screen and colours are not.
    """
    return {kind for found in _SEQUENCES.finditer(raw.decode()) for kind in _kinds(found)}


def _kinds(found: re.Match[str]) -> Iterator[str]:
    parts = found.groupdict()
    if parts["osc"] is not None:
        yield f"OSC {parts['osc'].partition(';')[0]}"
    elif parts["string"]:
        yield f"string {parts['string']}"
    elif parts["final"] == "m" and not parts["private"]:
        for number in re.split("[;:]", _COLOUR.sub("38", parts["numbers"])):
            yield f"look {number}"
    elif parts["final"]:
        numbers = "" if parts["final"] == "H" else parts["numbers"]
        yield f"CSI {parts['private']}{numbers}{parts['between']}{parts['final']}"
    elif parts["short"]:
        yield f"ESC {parts['short']}"
    else:
        yield f"U+{ord(found[0]):04X}"
