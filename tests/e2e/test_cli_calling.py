"""Declaring, acknowledging and escalating by a roster and policies, as typed at a shell."""

from pathlib import Path

import pytest

from firm import Firm


@pytest.fixture
def firm(tmp_path: Path) -> Firm:
    return Firm(tmp_path)


def test_declaring_says_who_is_called_by_which_policy(firm: Firm) -> None:
    said = firm.declared()
    year = said.answer.split("-")[1]
    assert said.answer == f"INC-{year}-0001"
    line = said.err.splitlines()[-1]
    assert line.startswith(f"{said.answer}: by the policy “Payments” level 1 is called at ")
    assert line.endswith(": li-na, tom")


def test_who_is_on_call_and_declares_has_acknowledged(firm: Firm) -> None:
    said = firm.asked("declare", "x", "--sev", "2", by="tom")
    assert "policy “Payments”; acknowledged by: tom" in said.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("severity", "more", "why"),
    [
        ("4", (), "no escalation policy is meant for it"),
        ("2", ("--backfilled", "--at", "-2h"), "it was entered afterwards"),
    ],
)
def test_declaring_says_that_nobody_is_called_and_why(
    firm: Firm, severity: str, more: tuple[str, ...], why: str
) -> None:
    said = firm.asked("declare", "x", "--sev", severity, *more)
    assert said.code == 0
    assert "nobody is called: " in said.err.splitlines()[-1]
    assert why in said.err.splitlines()[-1]


def test_without_policies_declaring_says_where_they_would_be(firm: Firm) -> None:
    firm.without_policies()
    said = firm.asked("declare", "x", "--sev", "1")
    assert said.code == 0
    line = said.err.splitlines()[-1]
    assert "nobody is called: there are no escalation policies" in line
    assert line.endswith("escalation.yaml")


@pytest.mark.parametrize("broken", ["policies", "roster", "no policies although named"])
def test_a_broken_file_keeps_nobody_from_declaring_and_is_said(firm: Firm, broken: str) -> None:
    file = firm.roster_file if broken == "roster" else firm.policy_file
    file.write_text("schema: [", encoding="utf-8")
    if broken not in ("policies", "roster"):
        file.unlink()
    said = firm.asked("declare", "x", "--sev", "1")
    assert said.code == 0
    assert said.answer.startswith("INC-")
    line = said.err.splitlines()[-1]
    assert file.name in line
    if broken != "roster":
        assert "nobody is called: the policies or the roster cannot be used: " in line
        return
    assert said.err.splitlines()[-2].endswith(": nobody")
    assert line.startswith("The roster or a policy cannot be used, so the people may be others")


def test_an_alarm_that_comes_again_is_recorded_as_a_repeat(firm: Firm) -> None:
    first = firm.declared("--key", "mon:1")
    again = firm.declared("--key", "mon:1")
    assert again.answer == first.answer
    assert "it was recorded that the alarm came again" in again.err
    assert firm.entries()[-1]["kind"] == "duplicate-suppressed"
    lately = firm.declared("--key", "mon:1")
    assert lately.answer == first.answer
    assert "within a minute; nothing was written" in lately.err
    worse = firm.asked("declare", "支付通道中断", "--sev", "1", "--key", "mon:1")
    assert worse.answer == first.answer
    assert [one["kind"] for one in firm.entries()][-3:] == [
        "duplicate-suppressed", "severity-changed", "escalation-started",
    ]  # fmt: skip


def test_a_code_acknowledges_for_its_person_and_once(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    code = firm.code_of("tom")
    said = firm.asked("ack", "1", "--code", f"{code[:3]} {code[3:]}")
    assert said.code == 0
    entry = firm.entries()[-2]
    assert (entry["kind"], entry["by"], entry["on_behalf_of"]) == ("acknowledged", "wang", "tom")
    assert entry["basis"] == "phone"
    assert entry["event"]["by_code"] is True
    again = firm.asked("ack", "1", "--code", code)
    assert again.code == 3
    assert "NF-1190" in again.err
    assert "--behalf-of PERSON --basis phone" in again.err


def test_ones_own_code_is_ones_own_acknowledgement(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    assert firm.asked("ack", "1", "--code", firm.code_of("tom"), by="tom").code == 0
    entry = firm.entries()[-2]
    assert (entry["by"], entry["on_behalf_of"]) == ("tom", "")
    assert entry["event"]["by_code"] is True


def test_a_wrong_code_is_refused_with_what_to_do(firm: Firm) -> None:
    firm.declared()
    wrong = firm.asked("ack", "1", "--code", "000000")
    assert wrong.code == 3
    assert "NF-1190" in wrong.err
    firm.escalated()
    other = firm.asked(
        "ack", "1", "--code", firm.code_of("tom"), "--behalf-of", "li-na", "--basis", "phone"
    )
    assert other.code == 3
    assert "NF-1191" in other.err
    unread = firm.asked("ack", "1", "--code", "12")
    assert unread.code == 2
    assert "NF-9231" in unread.err
    assert "acknowledged" not in [one["kind"] for one in firm.entries()]


def test_without_the_code_an_acknowledgement_for_another_is_shown_as_such(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    said = firm.asked("ack", "1", "--behalf-of", "li-na", "--basis", "phone")
    assert said.code == 0
    shown = firm.here("ladder", "1").out
    assert "typed by wang, by phone, without the code; not confirmed yet" in shown
    assert firm.entries()[-2]["event"]["by_code"] is False


def test_escalating_calls_the_next_level_and_says_whom(firm: Firm) -> None:
    firm.declared()
    first = firm.asked("escalate", "1", "--reason", "nobody answers")
    assert first.code == 0
    assert "level 1 (line) called; called: li-na (chat, sms), tom (mail, sms)" in first.err
    assert "reason: nobody answers" in first.err
    assert "level 2 (lead) called" in firm.asked("escalate", "1", "--seen", "1").err
    late = firm.asked("escalate", "1", "--seen", "1")
    assert late.code == 3
    assert "NF-1183" in late.err
    fallback = firm.asked("escalate", "1", "--seen", "2")
    assert "fallback called, time 1" in fallback.err
    assert "dial 赵总: +86 139 0000 0002" in fallback.err


def test_an_incident_that_began_without_a_policy_is_escalated_in_one_go(firm: Firm) -> None:
    firm.without_policies()
    firm.declared()
    refused = firm.asked("escalate", "1")
    assert refused.code == 3
    assert "NF-1181" in refused.err
    firm.with_policies()
    said = firm.asked("escalate", "1")
    assert said.code == 0
    assert [one["kind"] for one in firm.entries()][-2:] == ["escalation-started", "escalated"]
    assert len({one["recorded_at"] for one in firm.entries()[-2:]}) == 1


@pytest.mark.parametrize("began", [True, False])
def test_escalating_by_a_broken_file_says_so_and_writes_nothing(firm: Firm, *, began: bool) -> None:
    broken = firm.roster_file if began else firm.policy_file
    if not began:
        firm.without_policies()
    firm.declared()
    firm.with_policies()
    broken.write_text("schema: [", encoding="utf-8")
    said = firm.asked("escalate", "1")
    assert said.code == 4
    assert broken.name in said.err
    assert "escalated" not in [one["kind"] for one in firm.entries()]
