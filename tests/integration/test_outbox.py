"""The outbox: what is owed is claimed once, taken over from the dead, and never lost."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CancelKind, Known, Mode
from netfin_incident.errors import RecordError, StoreBusy
from netfin_incident.store.codec import format_time
from netfin_incident.store.kept import KeptStates
from netfin_incident.store.outbox import Claim, Outbox, PendingNotice
from netfin_incident.store.store import create_store, open_store
from netfin_incident.store.views import IncidentView
from other_users import open_folder, unprivileged
from pages import WAIT, paged, tick
from story import LI, T0

LEASE = timedelta(seconds=30)
SECOND = timedelta(seconds=1)
WATCH = Act(T0, "watch", Known.PROGRAM)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_store(tmp_path / "pages.db", "test").close()
    return tmp_path / "pages.db"


def opened(path: Path) -> tuple[Desk, Outbox]:
    """A desk and an outbox, as of a process of its own."""
    store = open_store(path)
    return Desk(store), Outbox(store, IncidentView(store, KeptStates()))


def receivers(claims: list[Claim]) -> list[str]:
    return [one.notice.receiver for one in claims]


def settle(desk: Desk, outbox: Outbox, claim: Claim, owner: str) -> bool:
    """As a courier does it: the lease is checked, then the outcome is recorded and it is forgotten."""
    with desk.store.writing():
        if not outbox.holds(claim.notice.key, owner):
            return False
        outbox.forget(claim.notice.key)
    desk.handle(claim.notice.incident, WATCH, c.RecordSent(claim.notice.key, claim.attempts + 1))
    return True


def test_what_an_incident_owes_is_claimed_with_all_that_is_known_of_it(path: Path) -> None:
    desk, outbox = opened(path)
    incident = paged(desk, "ann", contacts=("im", "mail"))
    claims = outbox.claim("a", T0, 10, LEASE)
    assert {one.notice.contact for one in claims} == {"im", "mail"}
    assert {one.notice.key for one in claims} == set(incident.notices)
    for one in claims:
        owed = incident.notices[one.notice.key]
        notice = PendingNotice(
            owed.key, incident.id, owed.entry, "page", "ann", owed.contact, "live", 2,
            format_time(T0),
        )  # fmt: skip
        assert one == Claim(notice, 0)


def test_the_worst_and_then_the_oldest_is_claimed_first(path: Path) -> None:
    desk, outbox = opened(path)
    for step, (person, severity) in enumerate([("d", 3), ("c", 2), ("a", 1), ("e", 3), ("b", 1)]):
        paged(desk, person, step=step, severity=Severity(severity))
    now = T0 + 60 * SECOND
    assert receivers(outbox.claim("one", now, 2, LEASE)) == ["a", "b"]
    assert receivers(outbox.claim("two", now, 10, LEASE)) == ["c", "d", "e"]


def test_two_owners_never_hold_the_same_notice(path: Path) -> None:
    desk, one = opened(path)
    _, other = opened(path)
    for step in range(20):
        paged(desk, f"p{step}", step=step)
    taken = [outbox.claim(name, T0, 3, LEASE) for outbox, name in [(one, "1"), (other, "2")] * 4]
    keys = [claim.notice.key for claims in taken for claim in claims]
    assert len(keys) == len(set(keys)) == 20
    assert one.claim("1", T0, 10, LEASE) == other.claim("2", T0, 10, LEASE) == []


def test_a_lease_that_ran_out_is_taken_over_and_counts_as_an_attempt(path: Path) -> None:
    desk, outbox = opened(path)
    paged(desk, "ann")
    (first,) = outbox.claim("dead", T0, 10, LEASE)
    assert outbox.claim("next", T0 + LEASE - SECOND, 10, LEASE) == []
    (second,) = outbox.claim("next", T0 + LEASE, 10, LEASE)
    assert (first.attempts, second.attempts) == (0, 1)
    (third,) = outbox.claim("last", T0 + 2 * LEASE, 10, LEASE)
    assert third == Claim(first.notice, 2)


def test_whoever_lost_the_lease_settles_nothing(path: Path) -> None:
    desk, outbox = opened(path)
    incident = paged(desk, "ann")
    (claim,) = outbox.claim("zombie", T0, 1, LEASE)
    outbox.claim("next", T0 + LEASE, 1, LEASE)
    assert not settle(desk, outbox, claim, "zombie")
    assert not outbox.put_off(claim.notice.key, "zombie", T0, "timeout")
    assert not outbox.give_back(claim.notice.key, "zombie")
    assert not outbox.holds("0" * 32, "zombie")
    assert settle(desk, outbox, claim, "next")
    assert desk.incident(incident.id).notices[claim.notice.key].attempts == 1


def test_what_was_sent_is_not_claimed_again_by_one_who_had_looked_before(path: Path) -> None:
    """The outcome is in the journal and not yet in the table when the next one claims."""
    desk, outbox = opened(path)
    _, other = opened(path)
    paged(desk, "ann")
    assert other.due_at(T0) == T0
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    assert settle(desk, outbox, claim, "a")
    assert other.claim("b", T0 + 2 * LEASE, 1, LEASE) == []
    assert other.due_at(T0) is None


def test_what_is_put_off_waits_and_keeps_count_and_reason(path: Path) -> None:
    desk, outbox = opened(path)
    paged(desk, "ann")
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    again = T0 + 15 * SECOND
    assert outbox.put_off(claim.notice.key, "a", again, "http_500")
    assert outbox.due_at(T0) == again
    (row,) = outbox.rows(T0)
    assert row == (claim.notice, 1, format_time(again), "", "http_500")
    assert outbox.claim("b", again - SECOND, 1, LEASE) == []
    assert outbox.claim("b", again, 1, LEASE) == [Claim(claim.notice, 1)]
    (row,) = outbox.rows(again)
    assert (row.owner, row.last_reason) == ("b", "http_500")


def test_what_is_put_off_does_not_hold_up_what_is_less_bad(path: Path) -> None:
    desk, outbox = opened(path)
    paged(desk, "worst", severity=Severity.S1)
    paged(desk, "mild", severity=Severity.S4)
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    assert claim.notice.receiver == "worst"
    outbox.put_off(claim.notice.key, "a", T0 + WAIT, "timeout")
    assert receivers(outbox.claim("a", T0, 1, LEASE)) == ["mild"]
    assert receivers(outbox.claim("b", T0 + WAIT, 5, LEASE)) == ["worst", "mild"]


def test_what_is_given_back_was_not_tried(path: Path) -> None:
    desk, outbox = opened(path)
    paged(desk, "ann")
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    assert outbox.due_at(T0) == T0 + LEASE
    assert outbox.give_back(claim.notice.key, "a")
    assert outbox.due_at(T0) == T0
    assert outbox.claim("b", T0, 1, LEASE) == [claim]


def test_further_notices_by_the_same_way_are_claimed_together_and_never_across_modes(
    path: Path,
) -> None:
    desk, outbox = opened(path)
    for step in range(4):
        paged(desk, "ann", step=step, contacts=("im", "mail"))
    paged(desk, "ann", mode=Mode.DRILL)
    paged(desk, "bo")
    (first,) = outbox.claim("a", T0, 1, LEASE)
    way = first.notice.contact
    further = outbox.claim_for("ann", way, "a", T0, 10, LEASE, mode="live")
    assert [one.notice.made_at for one in further] == [
        format_time(T0 + step * SECOND) for step in (1, 2, 3)
    ]
    assert {one.notice.contact for one in further} == {way}
    assert {one.notice.mode for one in further} == {"live"}
    assert outbox.claim_for("ann", way, "b", T0, 10, LEASE, mode="live") == []
    assert len(outbox.claim_for("ann", "im", "b", T0, 10, LEASE, mode="drill")) == 1


def test_after_an_acknowledgement_nothing_is_left_to_claim(path: Path) -> None:
    desk, outbox = opened(path)
    incident = paged(desk, "ann")
    assert [one.notice.receiver for one in outbox.rows(T0)] == ["ann"]
    desk.handle(incident.id, Act(T0 + SECOND, "ann"), c.Acknowledge())
    assert outbox.rows(T0) == []
    assert outbox.claim("a", T0 + SECOND, 10, LEASE) == []


def test_leases_that_nobody_waits_for_are_swept_once_they_have_run_out(path: Path) -> None:
    desk, outbox = opened(path)
    incident = paged(desk, "ann")
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    desk.handle(incident.id, Act(T0, "ann"), c.Acknowledge())

    def after_a_sweep(now: datetime) -> bool:
        _, fresh = opened(path)
        fresh.claim("b", now, 1, LEASE)
        return outbox.holds(claim.notice.key, "a")

    assert after_a_sweep(T0 + LEASE - SECOND)
    assert not after_a_sweep(T0 + LEASE)


def test_a_claim_first_catches_up_with_a_long_journal(path: Path) -> None:
    desk, outbox = opened(path)
    incident = paged(desk, "ann")
    for _ in range(9):
        desk.handle(incident.id, Act(T0, LI), *[c.Note(f"note {number}") for number in range(50)])
    desk.handle(incident.id, Act(T0, "ann"), c.Acknowledge())
    other = paged(desk, "bo")
    claims = outbox.claim("a", T0, 10, LEASE)
    assert [one.notice.incident for one in claims] == [other.id]
    (seq,) = desk.store.connection.execute("SELECT seq FROM view_cursor").fetchone()
    assert seq == desk.head().seq > 450


def test_the_points_of_a_claim_stand_on_both_sides_of_its_commit(path: Path) -> None:
    desk, outbox = opened(path)
    seen: list[tuple[str, bool]] = []

    def point(name: str) -> None:
        seen.append((name, desk.store.connection.in_transaction))

    assert outbox.claim("a", T0, 1, LEASE, point=point) == []
    assert seen == []
    paged(desk, "ann")
    outbox.claim("a", T0, 1, LEASE, point=point)
    assert seen == [("claim.before_commit", True), ("claim.after_commit", False)]


def test_a_claim_that_dies_before_its_commit_claims_nothing(path: Path) -> None:
    desk, outbox = opened(path)
    paged(desk, "ann")

    class Killed(BaseException):
        pass

    def point(_name: str) -> None:
        raise Killed

    with pytest.raises(Killed):
        outbox.claim("a", T0, 1, LEASE, point=point)
    assert len(outbox.claim("b", T0, 1, LEASE)) == 1


def test_the_lines_of_an_incident_change_in_the_transaction_that_moves_the_cursor(
    path: Path,
) -> None:
    desk, outbox = opened(path)
    first = paged(desk, "ann", "bo")
    outbox.claim("a", T0, 1, LEASE)
    seen: list[tuple[int, int, str]] = []
    connection = outbox._store.connection
    connection.create_function("seen", 3, lambda *row: seen.append(row))
    connection.execute(
        "CREATE TEMP TRIGGER watch AFTER INSERT ON main.view_cursor BEGIN SELECT seen(NEW.seq, "
        "(SELECT count(*) FROM notice_view), (SELECT max(wakes_at) FROM incident_view)); END"
    )
    escalated = tick(desk, first.id, T0 + WAIT, "ann", "bo")
    owed = sum(1 for one in escalated.notices.values() if one.is_open)
    assert owed == 2
    assert outbox.wakes_at() == T0 + 2 * WAIT
    assert seen == [(desk.head().seq, owed, format_time(T0 + 2 * WAIT))]


def test_rebuilt_the_queue_is_the_same_and_keeps_its_leases(path: Path) -> None:
    desk, outbox = opened(path)
    for step in range(3):
        paged(desk, f"p{step}", step=step)
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    outbox.put_off(claim.notice.key, "a", T0 + WAIT, "timeout")
    before = outbox.rows(T0)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE notice_view SET receiver = 'nonsense'")
        connection.execute("UPDATE notice_view SET key = 'x' WHERE rowid = 1")
    connection.close()
    assert desk.rebuild() == 3
    assert outbox.rows(T0) == before
    assert before[0].attempts == 1


def test_losing_every_lease_loses_no_notice(path: Path) -> None:
    desk, outbox = opened(path)
    paged(desk, "ann")
    (claim,) = outbox.claim("a", T0, 1, LEASE)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM sending")
    connection.close()
    assert outbox.due_at(T0) == T0
    assert outbox.claim("b", T0, 1, LEASE) == [claim]


def held(path: Path, task: Callable[[], object]) -> object:
    """What `task` answers while somebody else writes."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        return task()
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def test_while_another_writes_the_queue_and_the_alarms_are_folded_in_memory(path: Path) -> None:
    desk, outbox = opened(path)
    first = paged(desk, "ann", "bo")
    assert len(outbox.rows(T0)) == 1
    second = paged(desk, "cy", step=10, severity=Severity.S1)
    desk.handle(first.id, Act(T0 + SECOND, "ann"), c.Acknowledge())
    now = T0 + timedelta(days=1)

    def looked() -> object:
        rows = [one.notice.receiver for one in outbox.rows(T0)]
        return rows, outbox.due_at(T0), outbox.waking(now, 10), outbox.wakes_at()

    in_memory = held(path, looked)
    wakes = (T0 + 10 * SECOND + WAIT, [second.id, first.id])
    assert in_memory == (["cy"], T0, wakes[1], wakes[0])
    assert looked() == in_memory


def test_on_a_busy_database_nothing_is_claimed_and_it_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, outbox = opened(path)
    paged(desk, "ann")
    view = outbox._view
    real = view.writing
    monkeypatch.setattr(view, "writing", lambda: real(0.05))
    with pytest.raises(StoreBusy, match="store-busy"):
        held(path, lambda: outbox.claim("a", T0, 1, LEASE))
    assert len(outbox.claim("a", T0, 1, LEASE)) == 1


def test_where_only_reading_is_allowed_the_queue_is_shown_and_nothing_claimed(path: Path) -> None:
    desk, _ = opened(path)
    paged(desk, "ann", "bo")
    with open_folder() as folder:
        copy = folder / "pages.db"
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o444)

        def looked() -> tuple[list[str], list[str], datetime | None, str]:
            _, outbox = opened(copy)
            rows = [one.notice.receiver for one in outbox.rows(T0)]
            waking = outbox.waking(T0 + WAIT, 10)
            try:
                outbox.claim("a", T0, 1, LEASE)
            except RecordError as error:
                return rows, waking, outbox.wakes_at(), error.slug
            return rows, waking, None, ""

        assert unprivileged(looked) == (
            ["ann"], ["INC-2026-0001"], T0 + WAIT, "database-read-only",
        )  # fmt: skip


def test_incidents_wake_in_the_order_in_which_they_are_due(path: Path) -> None:
    desk, outbox = opened(path)
    assert outbox.wakes_at() is None
    ids = [paged(desk, "ann", "bo", step=step).id for step in (2, 0, 1, 0)]
    quiet = paged(desk, "cy", step=3)
    desk.handle(quiet.id, Act(T0, LI), c.Cancel(CancelKind.FALSE_ALARM, "a test alarm"))
    assert len(outbox.waking(T0 + timedelta(days=9), 10)) == 4
    assert outbox.wakes_at() == T0 + WAIT
    assert outbox.waking(T0 + WAIT - SECOND, 10) == []
    assert outbox.waking(T0 + WAIT, 10) == [ids[1], ids[3]]
    assert outbox.waking(T0 + WAIT + 2 * SECOND, 3) == [ids[1], ids[3], ids[2]]
