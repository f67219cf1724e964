from pathlib import Path

import pytest

from shell import Shell

CARD, COVERED = "4111 1111 1111 1111", "**** **** **** 1111"
LOG = """\
# 2026-11-20 Payments failed

- **Key events**
  - First detected: 2026-11-20 10:00
  - Repaired: 2026-11-20 10:30
  - Resolved: 2026-11-20 10:45
- **Timeline**
  - 2026-11-20 10:00 customer with card 6222021234567890128 rang
  - 2026-11-20 10:20 called 13800138000 and 13900139000 back
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    said = shell.here("declare", f"Card {CARD} is charged twice", "--sev", "2")
    assert said.code == 0
    assert "1 card number" in said.err
    return shell


def timeline(shell: Shell) -> str:
    return shell.here("timeline", "1").out


def test_what_is_typed_is_masked_and_said(shell: Shell) -> None:
    said = shell.here("note", "1", f"{CARD} and 5105105105105100; rang 13800138000")
    assert said.code == 0
    assert "Masked: 2 card numbers, 1 mobile number. With --keep-raw" in said.err
    told = timeline(shell)
    assert f"{COVERED} and ************5100; rang 138****8000" in told
    assert CARD not in told
    chinese = shell.here("note", "1", f"卡号 {CARD}", "--lang", "zh-Hans").err
    assert "已掩码：1 个银行卡号" in chinese


def test_nothing_is_said_where_nothing_was_masked(shell: Shell) -> None:
    assert "Masked" not in shell.here("note", "1", "62 % of 1,200,000 fail").err


def test_what_is_kept_on_purpose_is_as_typed(shell: Shell) -> None:
    said = shell.here("finding", "1", f"{CARD} is the test card", "--keep-raw")
    assert "Masked" not in said.err
    assert f"{CARD} is the test card" in timeline(shell)


def test_a_message_never_holds_customer_data(shell: Shell) -> None:
    said = shell.here("message", "1", f"Dear holder of {CARD}", "--to", "customers", "--keep-raw")
    assert "Masked: 1 card number" in said.err
    assert CARD not in timeline(shell)


def test_json_says_how_much_was_masked(shell: Shell) -> None:
    said = shell.here("note", "1", f"{CARD} 13800138000", "--json")
    assert said.json["masked"] == {"card": 1, "mobile": 1}
    assert shell.here("note", "1", "nothing", "--json").json["masked"] == {}


def test_an_imported_log_is_masked_and_each_such_line_is_doubted(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "log.md").write_text(LOG, encoding="utf-8")
    words = ("incident", "import-log", str(tmp_path / "log.md"), "--zone", "Asia/Shanghai")
    tried = shell.here(*words, "--dry-run")
    assert "The line holds customer data (1), which was masked (line 8)" in tried.out
    assert "The line holds customer data (2), which was masked (line 9)" in tried.out
    assert shell.here(*words).code == 0
    told = shell.here("timeline", "2").out
    assert "card ***************0128 rang" in told
    assert "called 138****8000 and 139****9000 back" in told
    assert "customer data (2)" in told
