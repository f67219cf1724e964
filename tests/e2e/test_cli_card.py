"""The handover card at a shell."""

from pathlib import Path

import pytest

from netfin_incident.cli.columns import width
from shell import Shell

WIDTH = 80


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.environment["NETFIN_ESCALATION"] = str(tmp_path / "none.yaml")
    steps = (
        ("declare", "支付通道中断，用户无法付款" * 4, "--sev", "2"),
        ("attach", "1", "payment-channel-outage"),
        ("assign", "1", "commander", "li-na"),
        ("task", "1", "Ask the operator for codes", "--to", "tom", "--for", "10m"),
        ("measure", "1", "Retries are off", "--temporary"),
        ("decide", "1", "--question", "Switch?", "--choice", "switch", "--option", "wait"),
        ("reported", "1", "--to", "PBoC", "--kind", "initial", "--due", "+2h"),
        ("message", "1", "Payments are slow", "--to", "customers", "--channel", "app"),
        ("note", "1", "Ask audit about the limit"),
        ("ack", "1", "--behalf-of", "tom", "--basis", "phone"),
    )
    for words in steps:
        said = shell.here(*words, "--as", "wang")
        assert said.code == 0, said
    return shell


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_card_fits_eighty_columns_and_has_what_matters(shell: Shell, language: str) -> None:
    said = shell.here("card", "1", "--lang", language)
    assert said.code == 0
    lines = said.out.splitlines()
    assert max(map(width, lines)) <= WIDTH
    for wanted in ("li-na", "Ask the operator for codes", "Retries are off", "switch", "PBoC"):
        assert wanted in said.out
    heads = {"en": "Also to know", "zh-Hans": "另须知悉", "zh-Hant": "另須知悉"}
    assert heads[language] in said.out
    assert "tom" in said.out.split(heads[language])[1]
    head = shell.here("journal", "head").answer
    seq, anchor = head.split(":")
    assert anchor[:16] in lines[-1]
    assert seq in lines[-1]


def test_the_card_is_there_for_programs_too(shell: Shell) -> None:
    found = shell.here("card", "1", "--json").json
    headings = [one["heading"] for one in found["sections"]]
    assert headings[:2] == ["Incident", "Escalation"]
    assert headings[-1] == "Also to know"
    assert found["mode"] == "live"
    alarming = {one["heading"]: one["alarming"] for one in found["sections"]}
    assert alarming["Vacant"] is True


def test_a_drills_card_says_that_it_is_one(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert shell.here("declare", "x", "--sev", "3", "--drill").code == 0
    drill = shell.here("list", "--drill", "--json").json["incidents"][0]["id"]
    assert shell.here("card", drill).out.startswith("[DRILL] Handover card\n")
    assert shell.here("card", drill, "--lang", "zh-Hans").out.startswith("[演练] 交接卡\n")


def test_what_is_still_to_know_disappears_once_it_is_settled(shell: Shell) -> None:
    owed = next(one for one in shell.entries() if one["kind"] == "acknowledged")["entry"]
    assert f"entry #{owed}: tom has still to confirm it" in shell.here("card", "1").out
    assert shell.here("confirm", "1", str(owed), "--as", "tom").code == 0
    assert f"entry #{owed}: tom" not in shell.here("card", "1").out
