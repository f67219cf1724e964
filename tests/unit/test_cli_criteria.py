from pathlib import Path

import pytest

from meta.sources import ROOT
from netfin_incident.domain.criteria import QUESTIONS
from shell import Shell

EXAMPLE = (ROOT / "templates" / "severity.yaml").read_text(encoding="utf-8")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    path = shell.home / "config" / "netfin-incident" / "severity.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(EXAMPLE, encoding="utf-8")
    return shell


def test_a_proposal_names_the_criterion_that_decides_and_the_answer(shell: Shell) -> None:
    said = shell.here(
        "severity", "propose", "--set", "customers=12万", "--set", "peak=yes", "--estimate", "duration=3h"
    )  # fmt: skip
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "proposed: I (critical)"
    assert lines[1] == (
        "  decided by: Outage in peak hours (duration ≥ 2 hours: 3 hours (estimate); in peak hours: yes)"
    )
    assert "without the estimates it would be another grade" in said.out


def test_what_is_not_answered_is_named_as_open(shell: Shell) -> None:
    said = shell.here("severity", "propose", "--set", "customers=12000").out
    assert "proposed: III (moderate)" in said
    assert "could still become I (critical): " in said
    assert "major ICT-related incident (DORA): open: " in said


def test_it_is_said_in_chinese_with_the_choices_by_their_labels(shell: Shell) -> None:
    said = shell.here(
        "severity", "propose", "--set", "opinion=全国性媒体报道", "--set", "persons=200万", "--lang", "zh-Hans"
    )  # fmt: skip
    assert "建议等级：Ⅰ级 特别重大" in said.out
    assert "较大网络安全事件：是；不低于 Ⅲ级 较大" in said.out


def test_json_has_the_proposal_and_the_classifications(shell: Shell) -> None:
    said = shell.here(
        "severity", "propose", "--json", "--set", "authorised_service=yes",
        "--set", "media=yes", "--set", "duration=25h",
    ).json  # fmt: skip
    assert said["proposal"]["severity"] == 1
    assert said["proposal"]["decided_by"] == ["outage"]
    found = {one["id"]: one for one in said["classifications"]}
    assert found["eu-dora-major"]["holds"] is True
    assert found["eu-dora-major"]["parts"] == ["6(b)", "9(2)", "9(3)"]
    assert found["cn-cac-larger"] == {
        "id": "cn-cac-larger", "holds": None, "parts": [], "floor": 3,
        "open": [{"question": "persons", "operator": "at_least", "threshold": "1000000"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--set", "customer=1"), "NF-9311"), (("--set", "customers=many"), "NF-9312"),
        (("--set", "customers"), "NF-9313"), (("--estimate", "=1"), "NF-9313"),
        (("--set", "customers=1", "--estimate", "customers=2"), "NF-9314"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(shell: Shell, words: tuple[str, ...], code: str) -> None:
    said = shell.here("severity", "propose", *words)
    assert (said.code, said.out) == (2, "")
    assert code in said.err


def test_the_criteria_are_shown_with_their_sources_and_all_questions(shell: Shell) -> None:
    said = shell.here("severity", "criteria").out
    assert "    II  customers affected ≥ 100,000" in said
    assert "附件二 第1项 (the firm's own rule, checked on 2026-11-01)" in said
    assert "        at least 2 of:" in said
    assert all(f"  {name} " in said for name in QUESTIONS)
    whole = shell.here("severity", "criteria", "--json").json
    assert whole["firm"]["criteria"][0]["grades"]["S2"][0]["threshold"] == "100000"
    assert [one["id"] for one in whole["questions"]] == list(QUESTIONS)


def test_a_faulty_file_is_checked_with_the_exit_code_and_used_for_nothing(shell: Shell) -> None:
    path = shell.home / "severity.yaml"
    path.write_text(EXAMPLE.replace("S2: 10万", "S2: 1000万"), encoding="utf-8")
    named = ("--severity-file", str(path))
    said = shell.here("severity", "check", *named)
    assert said.code == 1
    assert f"{path}:13:" in said.out
    assert "NF-2682" in said.out
    assert shell.here("severity", "check", *named, "--json").json["findings"][0]["line"] == 13
    assert shell.here("severity", "propose", *named).code == 4
    assert shell.here("severity", "check").code == 0


def test_without_a_file_the_laws_are_still_asked(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    said = shell.here("severity", "propose", "--set", "persons=1000000")
    assert said.code == 0
    assert "severity.yaml" in said.err
    assert "larger cybersecurity incident: yes; at least III (moderate)" in said.out
    assert shell.here("severity", "check").code == 0


def test_grading_an_incident_is_called_as_before(shell: Shell) -> None:
    shell.here("declare", "Payments fail", "--sev", "3")
    assert shell.here("severity", "1", "2").code == 0
    assert shell.here("--json", "severity", "1", "1").json["severity"] == 1


def test_answers_are_recorded_in_the_incident_and_propose_at_once(shell: Shell) -> None:
    shell.here("declare", "Payments fail", "--sev", "3")
    assert "nothing was said of the impact" in shell.here("impact", "1").err
    said = shell.here("impact", "1", "--set", "customers=12万", "--estimate", "funds=50万")
    assert said.code == 0
    assert "proposed: II (major)" in said.err
    assert "the incident is graded III (moderate)" in said.err
    assert "netfin-incident severity INC-" in said.err
    shown = shell.here("impact", "1").out
    assert "CNY 500,000 (estimate)" in shown
    assert "decided by: Customers affected" in shown
    told = shell.here("timeline", "1").out
    assert "Impact (estimate): funds lost, missing or booked wrongly: CNY 500,000" in told
    assert shell.here("impact", "1", "--json").json["impact"]["customers"]["value"] == "120000"


def test_a_milder_proposal_asks_for_nothing(shell: Shell) -> None:
    shell.here("declare", "Payments fail", "--sev", "1")
    said = shell.here("impact", "1", "--set", "customers=12万")
    assert "proposed: II (major)" in said.err
    assert "the incident is graded" not in said.err
    back = shell.here("impact", "1", "--forget", "customers")
    assert "not known any more" in back.err
    assert "NF-1201" in shell.here("impact", "1", "--forget", "customer").err


def test_a_faulty_file_does_not_keep_answers_from_being_recorded(shell: Shell) -> None:
    path = shell.home / "config" / "netfin-incident" / "severity.yaml"
    path.write_text(EXAMPLE.replace("S2: 10万", "S2: 1000万"), encoding="utf-8")
    shell.here("declare", "Payments fail", "--sev", "3")
    said = shell.here("impact", "1", "--set", "customers=5")
    assert said.code == 0
    assert "NF-2682" in said.err
    assert "Impact: customers affected: 5" in shell.here("timeline", "1").out
