import json
import time
from pathlib import Path

import pytest

from meta.sources import ROOT
from shell import Shell

EXAMPLE = (ROOT / "templates" / "indicators.yaml").read_text(encoding="utf-8")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    path = shell.home / "config" / "netfin-incident" / "indicators.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(EXAMPLE, encoding="utf-8")
    return shell


def first(shell: Shell, *more: str) -> str:
    """Raise a warning; its id, in whatever year this is."""
    said = shell.here("warning", "raise", "payment-failures", "12.5%", *more)
    assert said.code == 0, said
    return said.answer


def test_a_value_below_all_thresholds_is_said_and_nothing_is_written(shell: Shell) -> None:
    said = shell.here("warning", "raise", "payment-failures", "1%")
    assert (said.code, said.out) == (0, "")
    assert "1% reaches no threshold of payment-failures" in said.err
    line = '{"indicator": "complaints", "value": 1}'
    imported = shell.here("warning", "import", "-", "--json", stdin=line)
    assert (imported.code, imported.json["below"]) == (0, 1)
    assert not shell.database.exists()
    first(shell, "--key", "other")
    assert shell.here("warning", "raise", "payment-failures", "1%", "--json").json["below"] == 1
    assert shell.here("journal", "head", "--json").json["seq"] == 1


def test_a_warning_is_raised_handled_and_shown(shell: Shell) -> None:
    warning = first(shell, "--source", "gateway")
    assert (
        shell.here("warning", "raise", "payment-failures", "25%", "--source", "gateway").code == 0
    )
    for words in (
        ("assess", "1", "One channel only"), ("own", "1", "li-na"), ("note", "1", "Operator asked"),
        ("accept", "1", "--until", "+2h", "--reason", "planned work"),
    ):  # fmt: skip
        assert shell.here("warning", *words).answer == warning
    said = shell.here("warning", "show", "1").out
    for fact in ("Share of payments that fail  accepted", "25% (worst 25%, threshold 20%)"):
        assert fact in said
    for fact in ("gateway:payment-failures", "One channel only", "Operator asked", "planned work"):
        assert fact in said
    shown = shell.here("warning", "show", "1", "--json").json
    assert (shown["standing"], shown["level"], shown["times"]) == ("accepted", "red", 2)
    assert (shown["owner"], shown["owner_role"]) == ("li-na", "technical")


def test_lists_leave_out_what_is_over_unless_all_is_asked_for(shell: Shell) -> None:
    first(shell)
    first(shell, "--key", "b")
    assert shell.here("warning", "false", "1", "--reason", "a test").code == 0
    assert shell.here("warning", "close", "2", "--note", "repaired").code == 0
    said = shell.here("warning", "list")
    assert (said.out, "no warnings" in said.err) == ("", True)
    listed = shell.here("warning", "list", "--all", "--json").json["warnings"]
    assert [one["standing"] for one in listed] == ["false", "closed"]
    assert "误报" in shell.here("warning", "list", "--all", "--lang", "zh-Hans").out


def test_a_drill_is_marked_everywhere_and_kept_apart(shell: Shell) -> None:
    first(shell)
    said = shell.here("warning", "raise", "payment-failures", "12.5%", "--drill")
    assert "[DRILL] " in said.err
    out = shell.here("warning", "list").out.splitlines()
    assert sum(line.startswith("[DRILL] ") for line in out) == 1
    assert len(out) == 2
    for words in (("show", "2"), ("ledger",)):
        assert r"DRILL" in shell.here("warning", *words).out


def test_it_becomes_an_incident_that_names_it(shell: Shell) -> None:
    warning = first(shell)
    said = shell.here("warning", "promote", "1", "--sev", "3")
    incident = said.answer
    assert incident.startswith("INC-")
    assert f"netfin-incident attach {incident} payment-channel-outage" in said.err
    shown = shell.here("show", incident).out
    assert f"alarm key  warning:{warning}" in shown
    assert "III (moderate)" in shown
    assert shell.here("warning", "show", "1", "--json").json["incident"] == incident
    again = shell.here("warning", "promote", "1")
    assert (again.code, "NF-1215" in again.err) == (3, True)
    assert shell.here("journal", "verify").code == 0


def test_the_suggested_playbook_can_be_attached_at_once(shell: Shell) -> None:
    first(shell)
    said = shell.here("warning", "promote", "1", "--playbook", "payment-channel-outage")
    assert "netfin-incident attach" not in said.err
    assert "payment-channel-outage" in shell.here("show", said.answer).out


def test_the_ledger_is_a_table_that_no_text_can_break(shell: Shell) -> None:
    first(shell, "--source", "a|b")
    shell.here("warning", "assess", "1", "| one |\n# two <b>")
    shell.here("warning", "note", "1", "asked")
    lines = shell.here("warning", "ledger").out.splitlines()
    table = [line for line in lines if line.startswith("|")]
    columns = [len(line.replace(r"\|", "").split("|")) for line in table]
    assert (len(table), set(columns)) == (3, {14})
    assert r"\| one \|<br>" in table[2]
    assert "&lt;b&gt;" in table[2] or r"\<b" in table[2]
    assert "预警台账" in shell.here("warning", "ledger", "--lang", "zh-Hans").out


def test_the_ledger_is_of_a_time(shell: Shell) -> None:
    first(shell, "--at", "2026-03-01 10:00")
    first(shell, "--at", "2026-04-01 00:00", "--key", "b")
    march = ("warning", "ledger", "--from", "2026-03-01", "--to", "2026-04-01")
    found = shell.here(*march, "--json").json["warnings"]
    assert [one["key"] for one in found] == ["payment-failures"]
    assert "2026-03-01 00:00:00" in shell.here(*march).out


def test_bad_lines_are_named_by_number_and_the_good_ones_count(shell: Shell) -> None:
    lines = [
        '{"indicator": "complaints", "value": 120}',
        "nonsense",
        '{"indicator": "complaint", "value": 120}',
        '{"indicator": "complaints", "value": 130, "at": "2099-01-01T00:00:00Z"}',
        '{"indicator": "complaints", "value": 140}',
    ]
    said = shell.here("warning", "import", "-", "--json", stdin="\n".join(lines))
    assert said.code == 1
    assert said.json["lines_not_taken"] == [2, 3, 4]
    assert [one["times"] for one in said.json["warnings"]] == [2]
    for words in ("-:2", "-:3", "-:4", "NF-9332", "NF-2776"):
        assert words in said.err
    assert "2 values taken: 1 warnings raised" in said.err


def test_ten_thousand_lines_are_taken_in_seconds_as_one_warning_and_a_count(shell: Shell) -> None:
    line = json.dumps({"indicator": "payment-failures", "value": "12.5%", "source": "gateway"})
    file = shell.home / "alerts.jsonl"
    file.write_text(f"{line}\n" * 10_000, encoding="utf-8")
    began = time.monotonic()
    said = shell.here("warning", "import", str(file))
    assert time.monotonic() - began < 15
    assert (said.code, said.answer) == (
        0,
        shell.here("warning", "list", "--json").json["warnings"][0]["id"],
    )
    assert shell.here("warning", "show", "1", "--json").json["times"] == 10_000
    assert shell.here("journal", "head", "--json").json["seq"] == 2


def test_ten_thousand_keys_are_taken_in_seconds_and_none_is_lost(shell: Shell) -> None:
    lines = (
        json.dumps({"indicator": "payment-failures", "value": "12.5%", "key": f"k{number}"})
        for number in range(10_000)
    )
    began = time.monotonic()
    said = shell.here("warning", "import", "-", stdin="\n".join(lines))
    assert time.monotonic() - began < 30
    assert len(said.out.splitlines()) == 10_000
    assert shell.here("warning", "show", "10000", "--json").json["key"] == "k9999"


def test_indicators_are_listed_and_their_file_checked(shell: Shell) -> None:
    assert "red ≥ 20% (ends at 15%)" in shell.here("indicator", "list").out
    assert "红色 ≥ 20%（回到 15% 解除）" in shell.here("indicator", "list", "--lang", "zh-Hans").out
    said = shell.here("indicator", "check")
    assert (said.code, said.out) == (0, "")
    path = shell.home / "config" / "netfin-incident" / "indicators.yaml"
    path.write_text(EXAMPLE.replace("red: 20%", "red: many"), encoding="utf-8")
    said = shell.here("indicator", "check")
    assert (said.code, "indicators.yaml:12:19" in said.out) == (1, True)
    assert shell.here("warning", "raise", "payment-failures", "12%").code == 4
    path.unlink()
    assert "no indicators" in shell.here("indicator", "list").err


def test_the_examples_of_lines_in_the_docs_are_taken(shell: Shell) -> None:
    page = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    example = example.replace("2026-11-24", "2026-01-24")
    said = shell.here("warning", "import", "-", stdin=example)
    assert (said.code, len(said.out.splitlines())) == (0, 2)


def test_one_warning_is_exported_and_verified_alone(shell: Shell) -> None:
    first(shell)
    first(shell, "--key", "b")
    exported = shell.here("journal", "export", "--warning", "2").out
    assert shell.here("journal", "verify", "-", stdin=exported).code == 0
    assert len(exported.splitlines()) == 2


def test_a_single_value_within_a_minute_is_answered_and_not_written(shell: Shell) -> None:
    warning = first(shell)
    said = shell.here("warning", "raise", "payment-failures", "12.5%")
    assert (said.answer, "within a minute" in said.err) == (warning, True)
    assert shell.here("journal", "head", "--json").json["seq"] == 1


@pytest.mark.parametrize(
    ("words", "code", "number"),
    [
        (("show", "9"), 2, "NF-9331"),
        (("raise", "payment-failures", "many"), 2, "NF-9337"),
        (("raise", "payments", "1%"), 4, "NF-2776"),
        (("accept", "1", "--until", "+400d", "--reason", "x"), 3, "NF-1213"),
        (("close", "1"), 3, "NF-1"),
    ],
)
def test_what_is_refused_is_said_with_its_code(
    shell: Shell, words: tuple[str, ...], code: int, number: str
) -> None:
    first(shell)
    said = shell.here("warning", *words)
    assert (said.code, number in said.err) == (code, True), said
