"""The questions of `entity init`, answered on a pseudo-terminal."""

import stat
import sys
from pathlib import Path

import pexpect

from shell import Shell

PATIENCE = 30


def asked(shell: Shell, *words: str) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable, ["-m", "netfin_incident", "entity", "init", *words], cwd=str(shell.home),
        env=shell.environment, encoding="utf-8", timeout=PATIENCE, echo=False,
    )  # fmt: skip


def test_questions_are_asked_until_each_answer_does(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    terminal = asked(shell)
    for question, answer in (
        ("in Chinese", "示例支付"),
        ("in English", "Example Payments"),
        ("licences has it", "paymnt"),
        ("Did you mean|payment", "payment"),
        ("critical infrastructure", "maybe"),
        ("true", "no"),
        ("domicile", "CN-SH"),
        ("Under which regimes", "cn, dorra"),
        ("NF-2732", "cn, cn-pboc"),
        ("at home", "Asia/Shanghai"),
        ("working days", "cn"),
        ("exceptions", ""),
    ):
        terminal.expect(question)
        terminal.sendline(answer)
    terminal.expect("written to")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    path = tmp_path / "config/netfin-incident/entity.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8") == (
        'schema: netfin-entity/1\nname: {zh: "示例支付", en: "Example Payments"}\n'
        "licences: [payment]\ncritical_infrastructure: false\ndomicile: CN-SH\n"
        "regimes: [cn, cn-pboc]\nzone: Asia/Shanghai\ncalendar: cn\n"
    )
    assert shell.here("entity", "check").code == 0


def test_leaving_in_the_middle_writes_nothing(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    terminal = asked(shell)
    terminal.expect("in Chinese")
    terminal.sendline("示例支付")
    terminal.expect("in English")
    terminal.sendeof()
    terminal.expect("NF-9322")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 2
    assert not (tmp_path / "config/netfin-incident/entity.yaml").exists()
