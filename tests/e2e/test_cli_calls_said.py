"""What lists, ladders and answers say of calls: why, how many have to answer, who is called next."""

from pathlib import Path

import pytest

from calling_desk import POLICIES
from firm import Firm

TWO = POLICIES.replace("wait: 5m}", "wait: 5m, acknowledgements: 2}")


@pytest.fixture
def firm(tmp_path: Path) -> Firm:
    return Firm(tmp_path)


def shown(firm: Firm, command: str = "ladder", language: str = "en") -> str:
    """What is said of the first incident."""
    return firm.here(command, "1", "--lang", language).out


def test_the_first_call_is_explained_by_the_beginning_and_not_by_silence(firm: Firm) -> None:
    firm.declared()
    firm.here("watch", "--once")
    [line] = [one for one in shown(firm).splitlines() if "1.1 line" in one]
    assert line.endswith("escalation began")
    [line] = [one for one in shown(firm, language="zh-Hans").splitlines() if "1.1 line" in one]
    assert line.endswith("升级开始")


def test_one_of_two_is_said_in_the_ladder_and_where_the_incident_is_shown(firm: Firm) -> None:
    firm.policy_file.write_text(TWO, encoding="utf-8")
    firm.declared()
    firm.escalated()
    firm.asked("ack", "1", by="tom")
    for command in ("ladder", "show"):
        assert "1 of 2 needed in escalation 1" in shown(firm, command)
        assert "第 1 次升级所需 2 人中已有 1 人确认接报" in shown(firm, command, "zh-Hans")
    found = firm.here("ladder", "1", "--json").json
    assert (found["standing"], found["counting"], found["needed"]) == ("partly", 1, 2)
    firm.asked("ack", "1", by="li-na")
    assert "of 2 needed" not in shown(firm)


def test_that_more_people_were_asked_for_is_said_until_somebody_acknowledges(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.asked("ack", "1", by="tom")
    firm.escalated()
    for command in ("ladder", "show"):
        assert "escalated since by hand; waits for another acknowledgement" in shown(firm, command)
    firm.asked("ack", "1", by="hsu")
    assert "waits for another" not in shown(firm)


def test_a_ladder_in_chinese_has_chinese_punctuation(firm: Firm) -> None:
    firm.declared()
    firm.escalated()
    firm.undelivered("li-na")
    firm.asked("ack", "1", "--behalf-of", "tom", "--basis", "phone")
    said = shown(firm, language="zh-Hans")
    assert "李娜（sms）：未送达" in said
    assert "确认接报：\n" in said
    assert "未凭确认码；尚未确认" in said
    assert [mark for mark in (":\n", "; ", ", ", "通知中的代码") if mark in said] == []


def test_a_count_of_calls_that_was_never_reached_is_refused_as_such(firm: Firm) -> None:
    firm.declared()
    said = firm.asked("escalate", "1", "--seen", "99")
    assert said.code == 3
    assert "NF-1187" in said.err
    assert "was not called 99 times" in said.err
    assert "made so far: 0" in said.err


def test_the_list_says_that_nobody_has_acknowledged_yet(firm: Firm) -> None:
    firm.declared()
    assert "[not acknowledged] 支付通道中断" in firm.here("list").out
    assert "[未确认接报] 支付通道中断" in firm.here("list", "--lang", "zh-Hans").out
    firm.asked("ack", "1", by="tom")
    assert "acknowledged" not in firm.here("list").out


def test_the_list_does_not_say_it_where_nobody_is_called_or_it_is_over(firm: Firm) -> None:
    firm.asked("declare", "small", "--sev", "4")
    firm.declared(title="large")
    firm.asked("cancel", "2", "--kind", "false-alarm", "--reason", "a test")
    assert "not acknowledged" not in firm.here("list", "--all").out


def test_raising_the_severity_says_who_is_called_and_lowering_says_nothing(firm: Firm) -> None:
    firm.declared()
    raised = firm.asked("severity", "1", "1", "--reason", "two sites")
    assert "by the policy “Payments” level 1 is called at " in raised.err.splitlines()[-1]
    lowered = firm.asked("severity", "1", "3", "--reason", "one site only")
    assert lowered.code == 0
    assert "is called at" not in lowered.err


def test_taking_the_response_up_again_says_who_is_called(firm: Firm) -> None:
    firm.declared()
    firm.asked("cancel", "1", "--kind", "false-alarm", "--reason", "a test")
    said = firm.asked("reopen", "1", "--reason", "it was real")
    assert said.err.splitlines()[-1].endswith(": li-na, tom")
    assert "level 1 is called at " in said.err.splitlines()[-1]
