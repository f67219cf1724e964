"""Rehearsing at a terminal: each step is shown, and a key says what becomes of it."""

from pathlib import Path

import pexpect
import pytest

from playbook_text import changed
from shell import PROGRAM, Shell

ASK = """\
      - id: ask-eta
        ask: {zh: 填报, en: State it}
        into: [eta]
        role: technical
      - id: look
"""
TEXT = changed(
    ("      - id: look\n", ASK),
    (
        "roles:\n",
        "variables:\n  eta: {kind: duration, name: {zh: 预计, en: the estimate}}\nroles:\n",
    ),
    ("role: technical\n        due", "role: technical\n        required: true\n        due"),
)
KEYS = {"en": "q quit", "zh": "q 退出"}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / "small.yaml").write_text(TEXT, encoding="utf-8")
    return Shell(tmp_path)


class Rehearsed:
    """A person at the terminal."""

    def __init__(self, shell: Shell, language: str = "en") -> None:
        self._keys = KEYS[language]
        self.child = pexpect.spawn(
            str(PROGRAM), ["playbook", "rehearse", "./small.yaml", "--lang", language],
            env={**shell.environment, "TERM": "xterm-256color"}, cwd=str(shell.home),
            encoding="utf-8", dimensions=(40, 100), timeout=30,
        )  # fmt: skip

    def key(self, key: str, *answers: tuple[str, str]) -> None:
        """Press a key once it is asked for; then give each answer to its question."""
        self.child.expect_exact(self._keys)
        self.child.sendline(key)
        for question, answer in answers:
            self.child.expect_exact(question)
            self.child.sendline(answer)

    def sees(self, words: str) -> None:
        self.child.expect_exact(words)

    def ended(self) -> int | None:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus


def test_a_playbook_is_walked_by_keys_and_nothing_is_kept(shell: Shell) -> None:
    person = Rehearsed(shell)
    person.sees("== Immediate response · ask-eta")
    person.key("", ("the estimate (length of time):", "soon"))
    person.sees("NF-")  # no length of time: asked again
    person.key("", ("the estimate (length of time):", "20m"))
    person.sees("Known: the estimate = 20 minutes")
    person.key("s", ("Reason:", "seen already"))
    person.sees("skipped; reason: seen already")
    person.key("x")
    person.sees("Press one of the keys")
    person.key("j", ("Step (choose, back):", "back"))
    person.sees("== Recover · back")
    person.key("j", ("Step (choose, back):", "nowhere"))
    person.sees("That step cannot be taken now")
    person.key("o", ("Option (fix, leave):", "fix"))
    person.sees("decided: fix (Fix)")
    person.key("f", ("Reason:", "it broke"))
    person.sees("did not succeed; reason: it broke")
    person.key("")
    person.sees("Step repair (Repair the service) done")
    person.key("")
    person.sees("Milestone: recovered")
    person.sees("Nothing is left to do")
    person.sees("facts: the estimate: 20 minutes\r\n")
    assert person.ended() == 0
    assert not shell.database.exists()
    assert not (shell.home / "state").exists()


@pytest.mark.parametrize("leave", ["q", "end"])
def test_a_person_may_leave_before_the_end(shell: Shell, leave: str) -> None:
    person = Rehearsed(shell, "zh")
    person.sees("== 先期处置 · ask-eta")
    if leave == "q":
        person.key("q")
    else:
        person.sees("q 退出")
        person.child.sendeof()
    person.sees("未走完即退出")
    person.sees("小结")
    assert person.ended() == 0


def test_without_a_terminal_nobody_is_asked(shell: Shell) -> None:
    said = shell("playbook", "rehearse", "./small.yaml")
    assert said.code == 0
    assert "[Enter]" not in said.out
    assert "T+0:04" in said.out
