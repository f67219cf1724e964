"""What the record costs: writing a note, checking, opening a long incident, a command on one."""

import hashlib
import json
import sqlite3
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Measured, side_by_side
from netfin_incident.app.desk import Desk, stream_of
from netfin_incident.app.timeline import timeline
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.vocabulary import Milestone, NoteKind, Role, TaskState
from netfin_incident.library.paths import shipped_folder
from netfin_incident.library.shelf import Shelf
from netfin_incident.store.schema import COLUMNS
from netfin_incident.store.store import create_store
from netfin_incident.store.verify import verify_store
from record_book import act, declare

NOTE = "Channel A answers again for 62 % of payments; 渠道 A 恢复六成，继续观察 #{number}"


def note(number: int) -> c.Note:
    """A note as people write them."""
    return c.Note(
        NOTE.format(number=number), NoteKind.FINDING if number % 5 == 0 else NoteKind.NOTE
    )


def long_incident(desk: Desk, entries: int) -> str:
    """An incident of so many entries: a playbook with its steps, tasks, roles, mostly notes."""
    incident = declare(desk)
    plan = Shelf((shipped_folder("playbooks"),)).get("payment-channel-outage")
    work: list[c.Command] = [
        c.AttachPlaybook(plan),
        *(c.AssignRole(role, f"person-{role}") for role in list(Role)[:6]),
        *(c.SetMilestone(milestone, "seen") for milestone in list(Milestone)[:5]),
    ]
    for number in range(1, 41):
        work.append(c.GiveTask(f"Count the open payments of bank {number}", "wang", 1800))
        work.append(c.MoveTask(f"T{number}", TaskState.DONE, "counted"))
    work += [c.RecordDecision(f"Question {number}?", "yes", ("yes", "no")) for number in range(20)]
    for second, command in enumerate(work, 1):
        desk.handle(incident, act(second), command)
        if second % 5 == 0:
            desk.handle(incident, act(second), next_step(desk.incident(incident)))
        desk.handle(incident, act(second), *map(note, range(3)))
    left = entries - desk.incident(incident).version
    desk.handle(incident, act(9000), *map(note, range(left)))
    assert desk.incident(incident).version == entries
    return incident


def next_step(incident: Incident) -> c.Command:
    """The first step whose turn it is, done."""
    ready = (one for one in board(incident) if one.ready_at and not one.is_settled)
    view = next((one for one in ready if one.step.verb is not Verb.PARALLEL), None)
    if view is None:
        return note(0)
    if view.step.verb not in (Verb.DO, Verb.DECIDE, Verb.MILESTONE, Verb.NOTIFY):
        return c.SkipStep(view.step.id, "left out", second="zhao")
    option = view.step.options[0].id if view.step.options else ""
    return c.CompleteStep(view.step.id, note="done", option=option)


def a_durable_note(folder: Path, rounds: int) -> Measured:
    """A note through the desk, against a plain commit of the same bytes with the same pragmas."""
    desk = Desk(create_store(folder / "note.db"))
    incident = declare(desk)
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for pragma in ("journal_mode", "synchronous"):
        (value,) = desk.store.connection.execute(f"PRAGMA {pragma}").fetchone()
        plain.execute(f"PRAGMA {pragma} = {value}")
    plain.execute("CREATE TABLE note (seq INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    desk.handle(incident, act(1), note(1))
    (row,) = desk.rows(incident, after=1)
    text = "".join(map(str, row))
    numbers = count(2)

    def ours() -> None:
        number = next(numbers)
        desk.handle(incident, act(number), note(number))

    def baseline() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO note (text) VALUES (?)", (text,))
        plain.execute("COMMIT")

    measured = side_by_side(ours, baseline, rounds)
    plain.close()
    desk.store.close()
    return Measured("durable note : commit of the same bytes", *measured, 2.5)


def checking(folder: Path, rounds: int, entries: int) -> Measured:
    """`journal verify`, against a loop that reads the rows and computes the digests."""
    desk = Desk(create_store(folder / "verify.db"))
    long_incident(desk, entries)
    plain = sqlite3.connect(folder / "verify.db")
    columns = ", ".join(f"entry.{column}" for column in COLUMNS)

    def baseline() -> None:
        rows = plain.execute(
            f"SELECT {columns}, body.salt, body.body FROM entry JOIN body USING (seq) "  # noqa: S608
            "ORDER BY entry.seq"
        )
        for row in rows:
            header = json.dumps(row[1:9], ensure_ascii=False, separators=(",", ":"))
            hashlib.sha256(b"nfi-entry/1\0" + (row[9] + header).encode()).hexdigest()
            hashlib.sha256(f'nfi-anchor/1\0{row[11]}[{row[0]},"{row[10]}"]'.encode()).hexdigest()
            hashlib.sha256(f"nfi-body/1\0{row[13]}\0{row[14]}".encode()).hexdigest()

    def ours() -> None:
        assert verify_store(desk.store).entries == entries

    measured = side_by_side(ours, baseline, rounds)
    plain.close()
    desk.store.close()
    return Measured(f"verify {entries} entries : digests alone", *measured, 0.5, at_least=True)


def opening(folder: Path, rounds: int, entries: int) -> Measured:
    """Opening a long incident with its timeline, against the raw read of its rows."""
    desk = Desk(create_store(folder / "open.db"))
    incident = long_incident(desk, entries)
    plain = sqlite3.connect(folder / "open.db")
    columns = ", ".join(f"entry.{column}" for column in COLUMNS)

    def ours() -> None:
        opened = Desk(desk.store)
        state = opened.incident(incident)
        assert len(timeline(opened.rows(incident))) == state.version == entries

    def baseline() -> None:
        found = plain.execute(
            f"SELECT {columns}, body.salt, body.body FROM entry JOIN body USING (seq) "  # noqa: S608
            "WHERE stream = ? ORDER BY version",
            (stream_of(incident),),
        ).fetchall()
        assert len(found) == entries

    measured = side_by_side(ours, baseline, rounds)
    plain.close()
    desk.store.close()
    return Measured(f"open {entries} entries : raw read of the rows", *measured, 3)


def a_command(folder: Path, rounds: int, entries: int) -> Measured:
    """A command on a long incident, against one on a short one, in one running process."""
    desk = Desk(create_store(folder / "command.db"))
    long, short = long_incident(desk, entries), declare(desk)
    desk.handle(short, act(1), *map(note, range(9)))
    numbers = count(10_000)

    def command(incident: str) -> None:
        number = next(numbers)
        desk.handle(incident, act(number), note(number))

    measured = side_by_side(lambda: command(long), lambda: command(short), rounds)
    desk.store.close()
    return Measured(f"command on {entries} entries : on 10", *measured, 1.5)


def measures(*, quick: bool) -> list[Measured]:
    """Every figure of the record."""
    rounds, entries = (5, 1000) if quick else (200, 2000)
    with TemporaryDirectory() as name:
        folder = Path(name)
        return [
            a_durable_note(folder, rounds),
            checking(folder, 3 if quick else 15, entries),
            opening(folder, 3 if quick else 30, entries),
            a_command(folder, rounds, 1500 if quick else 5000),
        ]
