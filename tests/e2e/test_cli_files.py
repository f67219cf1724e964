"""Commands about files: reports, written logs, playbooks, settings, the demonstration."""

import json
from pathlib import Path

import pytest

from shell import Shell

LOG = """# Incident on 2024-04-15 - Payments slow

- **Key events**
  - First detected 2024-04-15 12:32
  - Incident declared 2024-04-15 13:43
  - Repaired 2024-04-15 15:30
  - Resolved 2024-04-15 15:00

- **Time to repair**: 2h 58m
- **Time to resolve**: 9h 00m

- **Impact**: payments were slow

- **Context**
  - 2024-04-15 12:40: A batch was started by hand
  - 2024-04-15 13:50: The batch was stopped
"""

PLAYBOOK = """schema: netfin-playbook/1
id: small
revision: 1
status: draft
name: {zh: 小预案, en: A small playbook}
goal: {zh: 试用, en: To try it}
category: operations
roles: {technical: {required: true, backup: support}}
phases:
  - id: first
    name: {zh: 先期处置, en: Immediate response}
    steps:
      - {id: look, do: {zh: 看一看, en: Look}, role: technical, due: 5m}
      - {id: known, milestone: detected, name: {zh: 已发现, en: Detected}, role: technical}
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def log(shell: Shell) -> str:
    path = shell.home / "incident.md"
    path.write_text(LOG, encoding="utf-8")
    return str(path)


def test_a_log_that_is_only_tried_leaves_nothing(shell: Shell, log: str) -> None:
    said = shell.here("incident", "import-log", log, "--zone", "Europe/London", "--dry-run")
    assert said.code == 0
    assert "nothing was written" in said.err
    assert "Europe/London" in said.err
    assert not shell.database.exists()


def test_an_imported_log_is_a_closed_incident_with_its_doubts(shell: Shell, log: str) -> None:
    hours = ("--hours", "Mon-Fri 10:00-17:00")
    said = shell.here("incident", "import-log", log, "--zone", "Europe/London", *hours)
    assert said.code == 0, said
    incident, title, *_ = said.out.splitlines()
    assert incident == "INC-2024-0001"
    assert "Payments slow" in title
    assert "Doubts (" in said.out
    assert "2h 58m" in said.out
    shown = shell.here("show", incident, "--json").json
    assert (shown["status"], shown["origin"]) == ("closed", "imported")
    assert {"detected", "declared", "recovered", "resolved"} <= set(shown["milestones"])
    kinds = [entry["kind"] for entry in shell.entries(incident)]
    assert "doubt-noted" in kinds
    assert kinds.count("duration-stated") == 2
    assert "imported" in shell.here("show", incident).out


def test_a_log_is_answered_in_json_too(shell: Shell, log: str) -> None:
    found = shell.here("incident", "import-log", log, "--json", "--dry-run").json
    assert found["incident"] is None
    assert [one["verdict"] for one in found["durations"]]
    assert found["doubts"][0]["number"] == 1


def test_a_log_is_not_read_where_its_zone_is_unknown(shell: Shell, log: str) -> None:
    said = shell.here("incident", "import-log", log, NETFIN_ZONE="", TZ="../nowhere")
    assert (said.code, said.out) == (2, "")
    assert "NF-9139" in said.err


def test_a_report_comes_as_markdown_or_json_into_a_file_or_not(shell: Shell) -> None:
    assert shell.here("declare", "通道中断", "--sev", "2").code == 0
    said = shell.here("report", "1", "--lang", "zh")
    assert said.code == 0
    assert said.out.startswith("# ")
    assert "通道中断" in said.out
    out = shell.home / "report.json"
    assert shell.here("report", "1", "--format", "json", "--out", str(out)).out == ""
    assert json.loads(out.read_text(encoding="utf-8")) == shell.here("report", "1", "--json").json
    again = shell.here("report", "1", "--format", "json", "--out", str(out))
    assert (again.code, "NF-9153" in again.err) == (2, True)


def test_the_demonstration_leaves_a_record_that_verifies_and_a_report(shell: Shell) -> None:
    out = shell.home / "demo"
    said = shell.here("demo", "--headless", "--out", str(out), "--lang", "zh")
    assert said.code == 0, said
    files = {path.name: path for path in map(Path, said.out.splitlines())}
    assert shell.here("journal", "verify", "--db", str(files["demo.db"])).code == 0
    assert shell.here("journal", "verify", str(files["journal.jsonl"])).code == 0
    assert files["report.zh-Hans.md"].read_text(encoding="utf-8").startswith("# ")
    again = shell.here("demo", "--headless", "--out", str(out))
    assert (again.code, "NF-9153" in again.err) == (2, True)
    assert shell.here("demo", "--headless", "--out", str(out), "--force").code == 0


def test_the_demonstration_never_replaces_a_real_database(shell: Shell) -> None:
    real = shell.home / "demo.db"
    assert shell.here("declare", "x", "--sev", "2", "--db", str(real)).code == 0
    before = real.read_bytes()
    said = shell.here("demo", "--headless", "--out", str(shell.home), "--force")
    assert (said.code, "NF-9156" in said.err) == (2, True)
    assert real.read_bytes() == before


def test_shipped_playbooks_are_listed_shown_and_lint_clean(shell: Shell) -> None:
    listed = shell.here("playbook", "list", "--json").json["playbooks"]
    ids = [one["id"] for one in listed]
    assert "payment-channel-outage" in ids
    assert all(one["error"] is None for one in listed)
    shown = shell.here("playbook", "show", "payment-channel-outage", "--lang", "zh")
    assert "先期处置" in shown.out
    lint = shell.here("playbook", "lint")
    assert lint.code == 0
    assert {line.split()[1] for line in lint.out.splitlines()} <= {"info:"}


def test_lint_names_file_line_and_column_and_says_so_by_its_exit_code(shell: Shell) -> None:
    folder = shell.home / "own"
    folder.mkdir()
    good, bad = folder / "small.yaml", folder / "bad.yaml"
    good.write_text(PLAYBOOK, encoding="utf-8")
    bad.write_text(PLAYBOOK.replace("role: technical", "rol: technical"), encoding="utf-8")
    said = shell.here("playbook", "lint", "small", "--playbooks", str(folder))
    assert said.code == 0, said
    said = shell.here("playbook", "lint", str(bad))
    assert said.code == 1
    assert f"{bad}:13:" in said.out
    found = shell.here("playbook", "lint", str(bad), "--json").json["findings"][0]
    assert (found["line"], found["severity"]) == (13, "error")
    listed = shell.here("playbook", "list", "--playbooks", str(folder))
    assert "small" in listed.out
    assert "bad.yaml" in listed.err
    refused = shell.here(
        "declare", "x", "--sev", "2", "--playbook", "bad", "--playbooks", str(folder)
    )
    assert (refused.code, refused.out) == (4, "")


def test_a_firms_own_playbook_is_attached_and_carried_out(shell: Shell) -> None:
    folder = shell.home / "own"
    folder.mkdir()
    (folder / "small.yaml").write_text(PLAYBOOK, encoding="utf-8")
    own = ("--playbooks", str(folder))
    assert shell.here("declare", "x", "--sev", "2", "--playbook", "small", *own).code == 0
    assert shell.here("step", "1", "look", "--start").code == 0
    assert shell.here("step", "1", "look").code == 0
    assert shell.here("step", "1", "known").code == 0
    assert shell.here("step", "1", "look", "--reopen", "it is back").code == 0
    shown = shell.here("show", "1", "--json").json
    states = {step["id"]: step["state"] for step in shown["playbooks"][0]["steps"]}
    assert states == {"look": "ready", "known": "done"}
    assert shown["status"] == "responding"


def test_settings_are_shown_with_where_they_come_from(shell: Shell) -> None:
    file = shell.home / "netfin.toml"
    file.write_text("language = 'zh-Hans'\n[people]\n1000 = 'li-na'\n", encoding="utf-8")
    shown = shell.here("--config", str(file), "config", "show", "--json").json
    assert shown["language"] == {"value": "zh-Hans", "source": f"{file}:1"}
    assert shown["database"]["source"] == "NETFIN_DB"
    assert shown["people"]["value"] == {"1000": "li-na"}
    assert shell.here("config", "path", "--config", str(file)).answer == str(file)
    unread = shell.here("config", "path")
    assert unread.answer == str(shell.home / "config" / "netfin-incident" / "netfin.toml")
    assert "no configuration file" in unread.err


def test_names_of_people_are_shown_where_they_are_configured(shell: Shell) -> None:
    file = shell.home / "netfin.toml"
    file.write_text("[names]\nli-na = '李娜'\n", encoding="utf-8")
    assert shell.here("declare", "x", "--sev", "2").code == 0
    assert shell.here("assign", "1", "commander", "li-na").code == 0
    for words in (("list",), ("show", "1")):
        assert "李娜" in shell.here(*words, "--config", str(file)).out


def test_a_drill_is_marked_wherever_it_is_shown(shell: Shell) -> None:
    said = shell.here("declare", "Tabletop", "--sev", "2", "--drill")
    assert said.answer == "DRL-2026-0001" or said.answer.startswith("DRL-")
    assert "[DRILL]" in said.err
    assert shell.here("list").out == ""
    for words in (("list", "--drill"), ("show", said.answer), ("timeline", said.answer)):
        assert "[DRILL]" in shell.here(*words).out
