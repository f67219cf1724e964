"""Whatever is in the record, a terminal is sent only what the program itself has to say to it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from hostile_text import PAYLOADS, Words, harmless, hostile, sequences, write
from netfin_incident.domain.text import clean
from netfin_incident.store import chain
from netfin_incident.store.journal import Row
from netfin_incident.store.store import create_store
from pseudo_terminal import Responder, Terminal, seated
from record_book import sealed
from shell import Shell

LINE_ENDS = {"U+000A", "U+000D"}
VERBATIM = tuple(one for one in PAYLOADS if one.isprintable())
PANES = {"1": (">", "  1 "), "2": ("> 14:00 declared",), "3": ("> leader",), "4": (">",)}
"""By the key of a pane: what stands on its first row."""
DIALOGS = (
    ("n", "Note"), ("t", "Status of the response"), ("x", "Skip step"), ("v", "Evidence"),
    ("u", "Update to an audience"), ("r", "Roles"), ("i", "commander: vacant"), ("?", "Keys"),
)  # fmt: skip


class Seen(NamedTuple):
    """What a terminal was sent in a tour of a record, and what then stood on its screen."""

    shell: Shell
    incident: str
    raw: bytes
    screens: dict[str, str]


def toured(home: Path, words: Words, rows: int) -> Seen:
    """Look at every screen of a record with such words in it; paste them into a note.

    In lists, look at so many of the texts at least.
    """
    shell = Shell(home)
    incident = write(shell.database, words)
    screens: dict[str, str] = {}
    with seated(shell) as person:
        person.sees("> II", "commander vacant")
        screens["list"] = _read(person, rows)
        person.goes_to(incident)
        person.press("enter")
        person.sees("[1 Steps", incident)
        for pane, first in PANES.items():
            person.press(pane, "g")
            person.sees(f"[{pane} ")
            person.sees_row(*first)
            screens[pane] = _read(person, rows)
            _look_at(person, ".", "Enter do", incident)
        person.press("1")
        person.sees("[1 ")
        for key, heading in DIALOGS:
            _look_at(person, key, heading, incident)
        _find(person, "q1")
        _paste(person, words)
        person.press("q")
        person.sees("Open incidents")
        person.press("q")
        assert person.ended() == 0
        return Seen(shell, incident, bytes(person.raw), screens)


def _read(person: Responder, rows: int) -> str:
    """Page down until so many texts were on the screen; all that was on it."""
    screens = [person.screen]
    while len(_numbers("\n".join(screens))) < rows:
        last = _numbers(person.screen)
        person.press("pagedown")
        person.until(lambda screen, last=last: _numbers(screen) != last, "more rows")  # type: ignore[misc]
        screens.append(person.screen)
    return "\n".join(screens)


def _numbers(screen: str) -> set[str]:
    return set(re.findall(r"\bq[0-9]{2}\b", screen))


def _look_at(person: Responder, key: str, heading: str, incident: str) -> None:
    """Open a dialog, of which the heading names the incident, and leave it again."""

    def is_open(screen: str) -> bool:
        lines = screen.splitlines()
        named = any(line.startswith("  ") and line.endswith(incident) for line in lines)
        return named and heading in screen

    person.press(key)
    person.until(is_open, f"the dialog {heading}")
    person.press("escape")
    person.until(lambda screen: not is_open(screen), f"no dialog {heading}")


def _find(person: Responder, sought: str) -> None:
    """Look for incidents by their titles in the palette."""
    person.press(":")
    person.sees("What to do, or which incident")
    person.type(sought)
    person.sees("go to", f"{sought}0")
    person.press("escape")
    person.sees_no_more("What to do, or which incident")


def _paste(person: Responder, words: Words) -> None:
    """Paste every text where no field is: it opens a note."""
    person.paste(_pasted(words))
    person.sees("Text *", "q32")
    person.saves()


def _pasted(words: Words) -> str:
    return "\n".join(words(n) for n in range(len(PAYLOADS)))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return toured(tmp_path_factory.mktemp("plain"), harmless, rows=1)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return toured(tmp_path_factory.mktemp("hostile"), hostile, rows=len(PAYLOADS))


def test_the_screens_send_nothing_that_plain_words_do_not(plain: Seen, seen: Seen) -> None:
    own = sequences(plain.raw)
    assert {"CSI H", "look 0", "CSI ?1049h"} <= own  # it was a terminal
    assert not own & {"OSC 52", "OSC 0", "OSC 2", "OSC 8", "ESC c", "CSI 6n", "CSI c"}
    assert sequences(seen.raw) - own == set()


@pytest.mark.parametrize("place", ["list", "1", "2", "3", "4"])
def test_what_looks_like_markup_is_shown_letter_by_letter(seen: Seen, place: str) -> None:
    screens = seen.screens[place]
    room = 11 if place in "34" else 20
    missing = [one for one in VERBATIM if f" {one}"[:room] not in screens]
    assert missing == []


def test_what_hides_is_shown_by_its_number(seen: Seen) -> None:
    for number in ("U+202E", "U+2066", "U+200B", "U+E0041"):
        assert f"⟨{number}⟩" in seen.screens["2"]


def test_what_was_pasted_is_recorded_without_what_acts_and_pressed_no_key(seen: Seen) -> None:
    entries = seen.shell.entries(seen.incident)
    assert entries[-1]["event"]["text"] == clean(_pasted(hostile))
    assert entries[-2]["by"] != entries[-1]["by"]  # nothing else came of it


@pytest.mark.parametrize("command", [("list", "--all"), ("show",), ("timeline",), ("report",)])
def test_commands_send_a_terminal_text_and_line_ends_only(
    seen: Seen, command: tuple[str, ...]
) -> None:
    words = command if len(command) > 1 else (*command, seen.incident)
    terminal = Terminal(seen.shell, *words)
    assert terminal.ended() == 0
    said = terminal.raw.decode()
    assert "[@click=app.quit]x" in said.replace("\\", "")
    assert sequences(bytes(terminal.raw)) == LINE_ENDS


@pytest.mark.parametrize("command", ["show", "timeline", "report", "journal"])
def test_commands_send_a_pipe_text_and_line_ends_only(seen: Seen, command: str) -> None:
    about = ("export",) if command == "journal" else (seen.incident, "--json")
    for words in ((command, about[0]), (command, *about)):
        said = seen.shell.here(*words)
        assert (said.code, said.err) == (0, "")
        assert sequences(said.out.encode()) == {"U+000A"}


def _typed(incident: str, text: str) -> Iterator[tuple[str, ...]]:
    """The text in every place of the command line that takes one."""
    as_text = ("--as", text, "--behalf-of", f"{text} 2", "--basis", "phone")
    yield "declare", text, "--sev", "2", "--service", text, "--key", text, *as_text
    yield "note", incident, text, *as_text
    yield "task", incident, text, "--to", text, "--for", "10m", *as_text
    yield "measure", incident, text
    yield "decide", incident, "--question", text, "--choice", text, "--rationale", text
    yield "assign", incident, "scribe", text
    yield "message", incident, text, "--to", text, "--channel", text
    yield "reported", incident, "--to", text, "--kind", "initial", "--due", "1h"


def test_what_is_typed_at_the_shell_comes_out_of_it_harmless(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    incident = shell.here("declare", "Channel A", "--sev", "2").out.strip()
    text = " ".join(one for one in PAYLOADS if "\x00" not in one and one.isascii())
    for part in (text[:90], text[90:]):
        for words in _typed(incident, part):
            said = shell.here(*words)
            assert (said.code, words[0]) == (0, words[0]), said
            assert sequences(said.err.encode()) <= {"U+000A"}
        shell.here("release", incident, "scribe", "--reason", part)
    for words in (("list",), ("show", incident), ("timeline", incident), ("report", incident)):
        terminal = Terminal(shell, *words)
        assert terminal.ended() == 0
        assert sequences(bytes(terminal.raw)) == LINE_ENDS


ACTS = "\x1b[2J\x1b]52;c;aGk=\x07\x9b6n[@click=app.quit]x[/]\u202e"


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": f"noted{ACTS}"}, {"known": ACTS}, {"recorded_at": f"2026-11-24T06:00{ACTS}Z"},
        {"stream": f"incident/INC-2026-0009{ACTS}"}, {"body": ACTS},
        {"body": '{"event":{"kind":"note' + ACTS[-5:] + '","text":"x"}}'},
    ],
    ids=["kind", "known", "time", "stream", "no JSON", "value"],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_named_without_harm(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    shell = Shell(tmp_path)
    _forge(shell, changed)
    for words in (("list",), ("timeline", "1"), ("report", "1"), ("journal", "verify")):
        said = shell.here(*words)
        assert said.code in (0, 5)
        assert sequences(said.out.encode() + said.err.encode()) <= {"U+000A"}


def test_the_screen_for_a_record_that_cannot_be_read_is_harmless(
    plain: Seen, tmp_path: Path
) -> None:
    shell = Shell(tmp_path)
    _forge(shell, {"kind": f"noted{ACTS}"})
    with seated(shell) as person:
        person.sees("The record cannot be used", "[@click=app.quit]x[/]⟨U+202E⟩")
        person.press("q")
        assert person.ended() is not None
        assert sequences(bytes(person.raw)) - sequences(plain.raw) == set()


def _forge(shell: Shell, changed: dict[str, str]) -> None:
    """Add an entry as somebody with the file could: sealed like all others, and unreadable."""
    assert shell.here("declare", "Channel A", "--sev", "2").code == 0
    store = create_store(shell.database)
    with store.writing() as journal:
        [last] = journal.tail()
        row = Row(**{**last._replace(kind="noted", version=2)._asdict(), **changed})
        before = last.digest
        if row.stream != last.stream:
            row, before = row._replace(version=1), chain.stream_start(row.stream)
        journal.restore(sealed(row, last.seq + 1, last.anchor, before))
    store.close()
