"""The queue of notices, as typed at a shell."""

from pathlib import Path

import pytest

from firm import Firm


@pytest.fixture
def firm(tmp_path: Path) -> Firm:
    return Firm(tmp_path)


def test_the_queue_lists_what_waits_the_worst_first(firm: Firm) -> None:
    assert firm.declared()
    assert "no notices are waiting" in firm.here("notify", "queue").err
    firm.escalated()
    shown = firm.here("notify", "queue").out.splitlines()
    assert len(shown) == 5
    assert shown[0].split()[:2] == ["key", "incident"]
    found = firm.here("notify", "queue", "--json").json["notices"]
    assert {one["to"] for one in found} == {"li-na", "tom"}
    assert all(one["state"] == "pending" and len(one["key"]) == 32 for one in found)


def test_what_did_not_arrive_is_listed_with_why_and_tried_again(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    assert "no notice was left undelivered" in firm.here("notify", "queue", "--dead").err
    keys = firm.undelivered("tom")
    dead = firm.here("notify", "queue", "--dead").out
    assert all(key[:12] in dead for key in keys)
    assert "not delivered" in dead
    one = firm.asked("notify", "retry", keys[0][:12])
    assert one.code == 0
    assert firm.entries()[-1]["kind"] == "notice-retried"
    assert "NF-1185" in firm.asked("notify", "retry", keys[0]).err
    rest = firm.asked("notify", "retry", "--all-dead")
    assert rest.answer.split()[1] == keys[1][:12]
    assert "notices that are tried again: 1" in rest.err
    assert "no notice was left undelivered" in firm.here("notify", "queue", "--dead").err


def test_a_call_that_has_no_point_any_more_is_not_tried_again_with_the_rest(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.undelivered("tom")
    firm.asked("ack", "1", by="li-na")
    said = firm.asked("notify", "retry", "--all-dead", "--json")
    assert said.json == {"notices": []}
    assert "calls that were left out: 2" in said.err
    assert firm.entries()[-1]["kind"] != "notice-retried"


def test_a_notice_is_held_back_with_a_reason(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    key = firm.here("notify", "queue", "--json").json["notices"][0]["key"]
    assert firm.asked("notify", "quarantine", key[:10]).code == 3
    said = firm.asked("notify", "quarantine", key[:10], "--reason", "the number changed")
    assert said.code == 0
    assert firm.entries()[-1]["event"]["reason"] == "the number changed"
    assert key[:12] in firm.here("notify", "queue", "--dead").out
    assert key[:12] not in firm.here("notify", "queue").out
    assert "NF-1186" in firm.asked("notify", "quarantine", key, "--reason", "again").err


def test_a_notice_is_named_by_a_key_of_its_own(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    assert "NF-9232" in firm.asked("notify", "retry", "zz").err
    firm.escalated(12)
    keys = [one["key"] for one in firm.here("notify", "queue", "--json").json["notices"]]
    assert len(keys) > 16, "so that at least two begin with the same digit"
    shared = next(key[0] for key in keys if sum(one[0] == key[0] for one in keys) > 1)
    assert "NF-9233" in firm.asked("notify", "retry", shared).err
    for words in ((), (keys[0], "--all-dead")):
        unnamed = firm.asked("notify", "retry", *words)
        assert unnamed.code == 2
        assert "NF-9234" in unnamed.err
