"""Two people at two terminals on one database: each sees the other, and neither loses a word."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pseudo_terminal import Responder, seated
from shell import Shell

SLOWEST = 3.0
"""Seconds within which the other must see a note; a second is meant, on a machine that is free."""
STEP = "confirm-outage"
WANG = ("--as", "wang-min", "--lang", "en")
LI = ("--as", "li-na", "--lang", "zh-Hans")


class Two(NamedTuple):
    """Both in one incident."""

    shell: Shell
    wang: Responder
    li: Responder

    def both_look_at(self, pane: str) -> None:
        for person in (self.wang, self.li):
            person.press(pane)
            person.sees(f"[{pane} ")

    def noted(self) -> dict[int, tuple[str, str]]:
        """Who wrote which note, by the number of the entry."""
        entries = [entry for entry in self.shell.entries() if entry["kind"] == "noted"]
        return {entry["entry"]: (entry["by"], entry["event"]["text"]) for entry in entries}


def declared(home: Path) -> Shell:
    shell = Shell(home)
    words = ("declare", "Channel A", "--sev", "2", "--playbook", "payment-channel-outage")
    said = shell.here(*words)
    assert said.code == 0, said
    return shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return declared(tmp_path)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    shell = declared(tmp_path_factory.mktemp("home"))
    with seated(shell, *WANG) as wang, seated(shell, *LI) as li:
        for person in (wang, li):
            goes_in(person)
        yield Two(shell, wang, li)
        leaves(wang, li)
    shell.done("journal", "verify")


def goes_in(person: Responder) -> None:
    person.sees("Channel A", "INC-")
    person.press("enter")
    person.sees("[1 ")
    person.press("2")
    person.sees("[2 ")


def begins_a_note(person: Responder, text: str) -> None:
    zh = "时间线" in person.screen
    person.opens("n", "记录" if zh else "Note")
    person.writes("内容" if zh else "Text", text)


def leaves(*people: Responder) -> None:
    for person in people:
        person.press("q")
        person.until(lambda screen: "Open incidents" in screen or "未结束事件" in screen, "home")
        person.press("q")
        assert person.ended() == 0


def test_a_note_saved_at_one_terminal_appears_at_the_other(two: Two) -> None:
    two.both_look_at("2")
    seconds: dict[str, float] = {}
    for number, (writer, reader) in enumerate(((two.wang, two.li), (two.li, two.wang)) * 2):
        text = f"note {number}"
        begins_a_note(writer, text)
        writer.press("enter")
        seconds[text] = _until_seen(reader, text)
        writer.saved()
    assert max(seconds.values()) <= SLOWEST, seconds
    written = list(two.noted().values())
    assert written[-4:] == [
        ("wang-min", "note 0"), ("li-na", "note 1"), ("wang-min", "note 2"), ("li-na", "note 3"),
    ]  # fmt: skip


def _until_seen(reader: Responder, text: str) -> float:
    return reader.until(lambda screen: text in screen, text)


def test_what_both_save_at_the_same_time_is_all_there(two: Two) -> None:
    two.both_look_at("2")
    told: dict[int, tuple[str, str]] = {}
    for number in range(3):
        for person, name in ((two.wang, "W"), (two.li, "L")):
            begins_a_note(person, f"{name}{number} at once")
        two.wang.press("enter")
        two.li.press("enter")
        told[two.wang.saved()] = ("wang-min", f"W{number} at once")
        told[two.li.saved()] = ("li-na", f"L{number} at once")
        for person in two[1:]:
            person.sees(f"W{number} at once", f"L{number} at once")
    noted = two.noted()
    assert len(told) == 6
    assert {entry: noted[entry] for entry in told} == told


def test_a_step_that_both_mark_done_at_the_same_time_is_done_once(two: Two) -> None:
    two.both_look_at("1")
    for person in two[1:]:
        person.sees_row(">", " 1 ")
    two.wang.press("space")
    two.li.press("space")
    for person in two[1:]:
        person.sees_row("[x]", " 1 ")
    two.wang.until(lambda _: _is_one_told(two), "one is told that it is so already")
    done = [entry for entry in two.shell.entries() if entry["kind"] == "step-completed"]
    assert [entry["event"]["step"] for entry in done] == [STEP]


def _is_one_told(two: Two) -> bool:
    return "it is so already" in two.wang.screen or "已是如此" in two.li.screen


def test_a_terminal_killed_while_somebody_types_loses_no_word_and_stops_nobody(
    shell: Shell,
) -> None:
    with seated(shell, *WANG) as wang:
        goes_in(wang)
        with seated(shell, *LI) as li:
            goes_in(li)
            begins_a_note(li, "银行侧来电，预计")
            li.until(lambda _: bool(drafts(shell, "银行侧来电，预计")), "a draft on file")
            li.type("二十分钟")
            li.kill()
        begins_a_note(wang, "li-na is gone")
        wang.saves()
        with seated(shell, *LI) as li:
            goes_in(li)
            li.sees("li-na is gone")
            li.opens("n", "记录")
            li.sees("银行侧来电，预计", "尚未保存")
            li.press("enter")
            li.saved()
            wang.sees("银行侧来电，预计")
            leaves(wang, li)
    assert drafts(shell, "银行侧来电") == []
    [gone, back] = [entry for entry in shell.entries() if entry["kind"] == "noted"]
    assert back["by"] == "li-na"
    assert back["event"]["text"].startswith("银行侧来电，预计")
    assert (gone["by"], gone["event"]["text"]) == ("wang-min", "li-na is gone")
    shell.done("journal", "verify")


def drafts(shell: Shell, text: str) -> list[Path]:
    """The drafts on file that hold a text."""
    written = text.encode("unicode-escape").decode()
    return [path for path in shell.home.rglob("drafts/**/*.json") if written in path.read_text()]


def test_a_terminal_killed_while_it_saves_has_saved_or_kept_every_word(shell: Shell) -> None:
    with seated(shell, *LI) as li:
        goes_in(li)
        begins_a_note(li, "通道恢复")
        li.until(lambda _: bool(drafts(shell, "通道恢复")), "a draft on file")
        li.press("enter")
        li.kill()
    saved = [entry["event"].get("text") for entry in shell.entries()].count("通道恢复")
    with seated(shell, *LI) as li:
        goes_in(li)
        li.opens("n", "记录")
        if not saved:
            li.sees("通道恢复", "尚未保存")
        li.press("escape")
        li.kill()
    assert saved in (0, 1)
    shell.done("journal", "verify")
