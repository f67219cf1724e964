import json
from pathlib import Path
from typing import Any

import pytest

from clock_cases import SMALL
from shell import Said, Shell

DORA = (
    "clock", "simulate", "eu-dora", "--zone", "Europe/Berlin",
    "--anchor", "aware=2026-11-20 20:00", "--anchor", "classified=2026-11-21 01:00",
)  # fmt: skip


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def firm(shell: Shell, text: str = SMALL, name: str = "small.yaml") -> Path:
    """A folder of the firm's own clocks with one in it."""
    folder = shell.home / "clocks"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def reports(said: Said) -> dict[str, Any]:
    assert said.code == 0, said
    return {one["id"]: one for one in said.json["reports"]}


def test_clocks_are_listed_with_their_state_the_ones_that_count_first(shell: Shell) -> None:
    lines = shell.here("clock", "list").answer.splitlines()
    assert len(lines) > 50
    assert "enabled" in lines[0]
    assert " off " in lines[-1]
    assert any("4 hours from classification" in line for line in lines)
    chinese = shell.here("clock", "list", "--lang", "zh-Hans").out
    for word in ("启用", "待核实", "停用", "凭记忆"):
        assert word in chinese


def test_a_firm_s_clock_that_cannot_be_used_stands_first_with_its_line(shell: Shell) -> None:
    folder = firm(shell, SMALL.replace("state: enabled", "state: on"))
    said = shell.here("clock", "list", "--clocks", str(folder))
    first = said.answer.splitlines()[0]
    assert first.startswith("small  ")
    assert "small.yaml:7:8" in first
    listed = shell.here("clock", "list", "--json", "--clocks", str(folder)).json["clocks"]
    assert listed[0]["error"]["line"] == 7


def test_a_clock_is_shown_with_its_words_its_proof_and_its_reports(shell: Shell) -> None:
    shown = shell.here("clock", "show", "eu-dora").out
    for part in (
        "Commission Delegated Regulation (EU) 2025/301",
        "within four hours from the classification",
        "text read, checked on 2026-11-23, review by 2027-05-23",
        "eu-dora-intermediate",
        "until 12:00 of the next working day; not for credit_institution",
        "restoration of service",
        "5(3)",
    ):
        assert part in shown
    chinese = shell.here("clock", "show", "cn-cac-operator", "--lang", "zh-Hans").out
    for part in ("最迟不得超过4小时", "自发现或获知起 4 小时", "第四条", "2025-11-01", "Ⅲ级"):
        assert part in chinese


def test_one_report_is_shown_by_the_name_that_playbooks_use(shell: Shell) -> None:
    shown = shell.here("clock", "show", "eu-dora-final").out
    assert "1 month from the latest submission of intermediate" in shown
    assert "eu-dora-initial" not in shown


def test_a_clock_as_json_has_every_field(shell: Shell) -> None:
    folder = firm(shell)
    shown = shell.here("clock", "show", "small", "--json", "--clocks", str(folder)).json
    assert shown["trigger"] == {
        "severity_at_least": 2, "classification": "xx.major", "fact": "data_lost",
    }  # fmt: skip
    initial, final = shown["reports"]
    assert initial["name"] == "small-initial"
    assert initial["limits"][1] == {
        "from": "aware",
        "within": {"unit": "minutes", "count": 90, "end_of_day": False},
        "unless": {
            "anchor": "classified",
            "after": "aware",
            "by": {"unit": "hours", "count": 24, "end_of_day": False},
        },
    }
    assert final["limits"][1]["within"] == {
        "unit": "immediate", "count": None, "end_of_day": False,
    }  # fmt: skip
    assert final["repeat"]["until"] == "contained"


def test_a_trial_says_when_each_report_is_due_and_what_is_legal(shell: Shell) -> None:
    said = shell.here(*DORA, "--at", "2026-11-21 02:00")
    assert said.code == 0
    times = "due 2026-11-21 05:00:00 +01:00; legally until 2026-11-23 12:00:00 +01:00"
    assert said.answer.splitlines()[1:] == [
        f"  initial       running      {times}",
        "  intermediate  not started  –",
        "  final         not started  –",
    ]
    assert "classification dora.major" in said.err
    assert "Europe/Berlin" in said.err


def test_a_bank_may_not_be_later(shell: Shell) -> None:
    found = reports(shell.here(*DORA, "--entity", "credit_institution", "--json"))
    assert found["initial"]["due"] == "2026-11-21T04:00:00.000000Z"
    assert found["initial"]["legally_until"] == found["initial"]["due"]
    assert "not_rolled" in [one["kind"] for one in found["initial"]["grounds"]]


def test_what_was_sent_starts_the_next_report(shell: Shell) -> None:
    sent = ("--anchor", "submitted:initial=2026-11-21 04:00")
    found = reports(shell.here(*DORA, *sent, "--at", "2026-11-22 04:00", "--json"))
    assert (found["initial"]["state"], found["initial"]["sent"][0]["late"]) == ("met", False)
    assert found["intermediate"]["counted_from"] == "submitted:initial"
    assert found["intermediate"]["due"] == "2026-11-24T03:00:00.000000Z"
    assert found["intermediate"]["percent"] == 33


def test_a_due_time_is_explained_step_by_step_in_both_languages(shell: Shell) -> None:
    words = ("clock", "explain", *DORA[2:], "--at", "2026-11-21 02:00")
    english = shell.here(*words).out
    for part in (
        "Classification was 2026-11-21 01:00:00 +01:00; 4 hours from then is",
        "The earliest applies, which is from classification",
        "is not a working day by calendar weekdays",
        "Calendar weekdays knows no holidays of 2026",
        "Nothing is counted from the submission of initial yet",
    ):
        assert part in english
    chinese = shell.here(*words, "--lang", "zh-Hans").out
    for part in ("4 小时至", "取最早者", "法定可顺延至", "尚不能自报送“initial”起算"):
        assert part in chinese
    assert "{" not in english + chinese


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            ("eu-dora", "--anchor", "aware=2026-11-18 10:00", "--anchor",
             "classified=2026-11-19 16:00"),
            ("The limit from awareness falls away", "more than 24 hours after awareness"),
        ),
        (
            ("uk-fca-sup-15-18", "--anchor", "determined=2027-03-17 10:00"),
            ("not in force on 2027-03-17", "2027-03-18 to open"),
        ),
        (
            ("au-cps234-weakness", "--calendar", "cn", "--anchor", "aware=2026-12-29 10:00"),
            ("The working days of 2027 in calendar cn are provisional", "10 business days"),
        ),
        (
            ("eu-dora", "--entity", "ccp", "--anchor", "classified=2026-11-21 10:00"),
            ("a ccp may not be later",),
        ),
        (
            ("eu-dora", "--anchor", "submitted:initial=2026-11-20 10:00", "--anchor",
             "submitted:intermediate=2026-11-21 10:00", "--anchor",
             "service_restored=2026-11-22 10:00"),
            ("after the last submission: another is owed at once",),
        ),
        (
            ("cn-nfra-data-security", "--anchor", "submitted:progress=2026-11-20 10:00"),
            ("the next is due after 2 hours",),
        ),
        (
            ("cn-nfra-liquidity", "--anchor", "aware=2026-11-20 10:00"),
            ("limit not read yet",),
        ),
    ],
    ids=["falls away", "not in force", "provisional year", "exempt", "again", "repeated", "unseen"],
)  # fmt: skip
def test_every_ground_is_said(words: tuple[str, ...], parts: tuple[str, ...], shell: Shell) -> None:
    said = shell.here("clock", "explain", *words, "--zone", "Asia/Shanghai")
    assert said.code == 0, said
    for part in parts:
        assert part in said.out
    chinese = shell.here("clock", "explain", *words, "--lang", "zh-Hans")
    assert chinese.code == 0
    assert "{" not in chinese.out


def test_a_severity_below_the_trigger_starts_nothing(shell: Shell) -> None:
    words = ("clock", "simulate", "cn-cac-operator", "--anchor", "aware=2026-11-20 10:00")
    below = shell.here(*words, "--severity", "4")
    assert "not started" in below.out
    assert "does not start this clock" in below.err
    assert "not started" not in shell.here(*words, "--severity", "3").answer.splitlines()[1]
    assert shell.here(*words, "--severity", "4", "--json").json["starts"] is False


def test_an_unverified_clock_is_never_tried_without_saying_so(shell: Shell) -> None:
    words = ("clock", "simulate", "cn-pboc-network-security", "--anchor", "occurred=-5m")
    for language, word in (("en", "checked against its source"), ("zh-Hans", "尚未核实")):
        assert word in shell.here(*words, "--lang", language).err
    off = shell.here("clock", "simulate", "au-cps234-incident", "--anchor", "aware=-5m")
    assert "switched off" in off.err


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("simulate", "eu-doro"), 4, "NF-2609"),
        (("show", "eu-doro"), 4, "NF-2609"),
        (("simulate", "eu-dora", "--anchor", "aware"), 2, "NF-9301"),
        (("simulate", "eu-dora", "--anchor", "=10:00"), 2, "NF-9301"),
        (("simulate", "eu-dora", "--anchor", "payment_made=10:00"), 2, "NF-9302"),
        (("explain", "eu-dora", "--anchor", "aware=9:00", "--anchor", "aware=10:00"), 2, "NF-9303"),
        (("simulate", "eu-dora", "--calendar", "de"), 4, "NF-2611"),
        (("simulate", "eu-dora", "--severity", "P1"), 2, "NF-9001"),
    ],
)
def test_what_does_not_fit_is_refused(
    words: tuple[str, ...], code: int, error: str, shell: Shell
) -> None:
    for language in ("en", "zh-Hans"):
        said = shell.here("clock", *words, "--lang", language)
        assert (said.code, said.out) == (code, "")
        assert error in said.err


def test_lint_says_what_is_to_be_mended_and_the_exit_code_says_so(shell: Shell) -> None:
    clean = shell.here("clock", "lint", "--on", "2026-12-01")
    assert (clean.code, clean.out) == (0, "")
    assert "nothing to mend" in clean.err
    folder = firm(shell, SMALL.replace("  quote: within four hours\n", ""))
    said = shell.here("clock", "lint", "--on", "2026-12-01", "--clocks", str(folder))
    assert said.code == 1
    assert "small.yaml:7:8 An enabled clock lacks quote" in said.out
    as_json = shell.here(
        "clock", "lint", "--on", "2026-12-01", "--json", "--lang", "zh-Hans",
        NETFIN_CLOCKS=str(folder),
    )  # fmt: skip
    assert as_json.code == 1
    assert as_json.json["on"] == "2026-12-01"
    assert as_json.json["findings"][0]["code"] == "NF-2621"
    assert "缺少 quote" in json.dumps(as_json.json, ensure_ascii=False)


def test_lint_on_a_day_ahead_finds_the_reviews_that_will_be_due(shell: Shell) -> None:
    said = shell.here("clock", "lint", "--on", "2027-05-24", "--json")
    assert said.code == 1
    codes = {one["code"] for one in said.json["findings"]}
    assert codes == {"NF-2624", "NF-2628"}
