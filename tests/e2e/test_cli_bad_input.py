"""Words at the command line that cannot be meant so: one clear line each, and nothing written."""

import os
import re
from pathlib import Path

import pytest

from shell import Said, Shell

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def incident(shell: Shell) -> str:
    said = shell.here("declare", "Channel A is down", "--sev", "2")
    assert said.code == 0, said
    return said.answer


def refused(said: Said, code: int, number: str = "NF-") -> str:
    """The one line that says no."""
    assert (said.code, said.out) == (code, ""), said
    lines = [line for line in said.err.splitlines() if " · NF-" in line]
    assert len(lines) == 1, said.err
    assert number in lines[0], said.err
    assert "Traceback" not in said.err
    assert CONTROLS.search(said.err) is None
    return lines[0]


# --- what is typed for a text ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2J\x1b]0;pwn\x07seen", "\x1b]52;c;aGk=\x1b\\seen", "seen\x1b[6n", "\x1bPq\x1b\\seen",
        "\x9b2Jseen", "se\x85en\r", "\x1b]unterminated", "a\u202eb seen", "\ufeffseen", "sé\x08\x7f",
    ],
)  # fmt: skip
def test_a_text_that_could_steer_a_terminal_is_kept_without_that(
    shell: Shell, incident: str, text: str
) -> None:
    said = shell.here("note", incident, f"before {text}")
    assert said.code == 0
    assert "left out or made visible" in said.err
    for look in (said.err, shell.here("timeline", incident).out, shell.here("show", incident).out):
        assert CONTROLS.search(look) is None
    assert CONTROLS.search(shell.entries()[-1]["text"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "[/",
        "[/]",
        "[bold",
        "[@click=app.quit]x[/]",
        "[link=https://evil]x",
        "[0] x",
        "$primary",
        "%_\\",
    ],
)
def test_markup_in_a_text_is_text(shell: Shell, incident: str, text: str) -> None:
    assert shell.here("note", incident, text).code == 0
    assert shell.entries()[-1]["event"]["text"] == text
    assert text in shell.here("timeline", incident).out


def test_bytes_that_are_no_text_are_refused(shell: Shell) -> None:
    line = refused(shell("declare", b"bad\xff", "--sev", "2"), 2, "NF-9108")
    assert "⟨U+DCFF⟩" in line
    assert not shell.database.exists()


@pytest.mark.parametrize(
    ("title", "code", "number"),
    [("", 3, "NF-1009"), ("   ", 3, "NF-1009"), ("\t\n", 3, "NF-1009"),
     ("x" * 201, 3, "NF-1010"), ("字" * 201, 3, "NF-1010")],
)  # fmt: skip
def test_a_title_must_be_there_and_fit_a_line(
    shell: Shell, title: str, code: int, number: str
) -> None:
    refused(shell.here("declare", title, "--sev", "2"), code, number)
    assert shell.here("list", "--all").answer == ""


@pytest.mark.parametrize(
    ("content", "code", "number"),
    [
        (b"x" * (1 << 20), 3, "NF-1010"), (b"x" * ((1 << 20) + 1), 2, "NF-9109"),
        (b"\n" * 1_000_000, 3, "NF-1010"), (b"bad\xff", 2, "NF-9110"), (b"", 3, "NF-1009"),
        ("通道".encode("gb18030"), 2, "NF-9110"),
    ],
    ids=["long", "longer", "a million lines", "a stray byte", "nothing", "GB 18030"],
)  # fmt: skip
def test_a_text_from_standard_input_must_fit_and_be_utf_8(
    shell: Shell, incident: str, content: bytes, code: int, number: str
) -> None:
    refused(shell.here("note", incident, "-", stdin=content), code, number)
    assert len(shell.entries()) == 1


def test_a_text_can_come_from_standard_input(shell: Shell, incident: str) -> None:
    assert shell("note", incident, "-", stdin="两行\r\n文字".encode()).code == 0
    assert shell.entries()[-1]["event"]["text"] == "两行\n文字"


def test_standard_input_serves_one_text_only(shell: Shell, incident: str) -> None:
    words = ("decide", incident, "--question", "-", "--choice", "-")
    assert "--question, --choice" in refused(shell.here(*words, stdin=b"x"), 2, "NF-9111")


def test_words_after_two_dashes_are_text(shell: Shell, incident: str) -> None:
    assert shell.here("note", incident, "--", "--at=x").code == 0
    assert shell.entries()[-1]["event"]["text"] == "--at=x"


def test_a_text_that_looks_like_an_option_is_refused_with_the_way_out(
    shell: Shell, incident: str
) -> None:
    line = refused(shell.here("note", incident, "-15m it fell"), 2, "NF-9103")
    assert "-15m it fell" in line
    assert "put --" in line


# --- values ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "number"),
    [("p0", "NF-9001"), ("P1 ", "NF-9001"), ("Ｐ１", "NF-9001"), ("1;drop", "NF-9002"),
     ("0", "NF-9002"), ("5", "NF-9002"), ("", "NF-9002"), ("\x1b[2J", "NF-9002")],
)  # fmt: skip
def test_a_severity_is_one_of_four(shell: Shell, severity: str, number: str) -> None:
    refused(shell.here("declare", "Channel A", "--sev", severity), 2, number)
    assert not shell.database.exists()


@pytest.mark.parametrize(
    "at",
    ["9999-12-31", "9999-12-31 00:00", "now+1y", "1970", "2026-02-30 10:00", "P1Y", "23:59:60Z",
     "tomorrow 10:00", "", "  ", "03/04/2026 10:00", "\x1b[2J"],
)  # fmt: skip
def test_a_time_that_cannot_be_is_refused(shell: Shell, incident: str, at: str) -> None:
    refused(shell.here("note", incident, "text", "--at", at), 2, "NF-90")
    assert len(shell.entries()) == 1


def test_a_time_is_said_in_full_before_it_is_kept(shell: Shell, incident: str) -> None:
    said = shell.here("note", incident, "text", "--at", "-15m")
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d \+08:00 \(Asia/Shanghai\)", said.err)


@pytest.mark.parametrize(
    "given",
    ["../../x", "INC-1%0a", "*", "' OR 1=1--", "INC-٠٠٠١", "", "INC-2026-9999", "999999999999999999",
     "DRL-1", "\x1b[2J"],
)  # fmt: skip
def test_an_id_that_names_no_incident_is_refused(shell: Shell, incident: str, given: str) -> None:
    for words in (("note", given, "text"), ("show", given), ("close", given)):
        refused(shell.here(*words), 2, "NF-9140")
    assert len(shell.entries(incident)) == 1


@pytest.mark.parametrize("limit", ["-1", "0", "1e9", str(2**63), "", "ten", "１"])
def test_a_limit_is_a_whole_number(shell: Shell, incident: str, limit: str) -> None:
    refused(shell.here("timeline", incident, "--limit", limit), 2, "NF-9131")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("status", "1", "finished"), "NF-9130"), (("milestone", "1", "lunch"), "NF-9130"),
        (("cancel", "1", "--kind", "dull"), "NF-9130"), (("link", "1", "loves", "1"), "NF-9130"),
        (("note", "1", "x", "--basis", "mail", "--behalf-of", "li"), "NF-9130"),
        (("timeline", "1", "--kind", "gossip"), "NF-9130"), (("correct", "1", "x"), "NF-9131"),
        (("funds", "1", "maybe"), "NF-9130"), (("report", "1", "--format", "pdf"), "NF-9130"),
        (("task", "1", "Do it"), "NF-9133"), (("task", "1", "T1", "--done", "--ack"), "NF-9132"),
        (("task", "1", "Do it", "--to", "li"), "NF-9134"), (("task", "1", "Do it", "--done"), "NF-9136"),
        (("task", "1", "Do it", "--to", "li", "--for", "soon"), "NF-9026"),
        (("message", "1", "Hello"), "NF-9133"), (("handover", "1", "commander"), "NF-9133"),
        (("reported", "1", "--to", "PBoC", "--sent", "now"), "NF-9134"),
        (("reported", "1", "--to", "x", "--kind", "final", "--due", "-1h"), "NF-9025"),
        (("status", "1", "resolved", "--amount", "5 CNY"), "NF-9135"),
        (("evidence", "1", "log"), "NF-9133"), (("declare", "x", "--sev", "2", "--backfilled"), "NF-9138"),
        (("journal", "verify", "--expect", "7"), "NF-9137"), (("list", "--drill", "--both"), "NF-9132"),
        (("note", "1", "x", "--as", " "), "NF-9141"), (("demo", "--headless"), "NF-9134"),
        (("note", "1"), "NF-9106"), (("declare", "x"), "NF-9106"), (("note", "1", "a", "b"), "NF-9107"),
        (("note", "1", "x", "--actor", "boss"), "NF-9103"), (("list", "--al"), "NF-9103"),
        (("note", "1", "x", "--at"), "NF-9104"), (("list", "--all=yes"), "NF-9105"),
        (("lst",), "NF-9101"), (("journal", "verfy"), "NF-9101"), (("journal",), "NF-9102"),
        (("--lng", "zh", "list"), "NF-9103"), (("list", "--lang", "fr"), "NF-9003"),
        (("list", "--zone", "x" * 5000), "NF-9028"), (("list", "--zone", "Asia/Nowhere"), "NF-9028"),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_are_refused_with_what_would(
    shell: Shell, incident: str, words: tuple[str, ...], number: str
) -> None:
    refused(shell.here(*words), 2, number)
    assert len(shell.entries(incident)) == 1


def test_a_near_miss_is_answered_with_what_was_meant(shell: Shell, incident: str) -> None:
    assert "“note”" in shell.here("nte", incident, "x").err
    assert "“--reason”" in shell.here("reopen", incident, "--reson", "x").err
    assert "“contained”" in shell.here("status", incident, "contaned").err


def test_a_refusal_is_said_in_the_readers_language(shell: Shell, incident: str) -> None:
    assert "没有命令" in shell.here("nte", "--lang", "zh").err
    assert "沒有命令" in shell.here("nte", "--lang", "zh-Hant").err
    assert "处置状态不能变为" in shell.here("close", incident, LANG="zh_CN.UTF-8").err


# --- files -----------------------------------------------------------------------------------


def test_evidence_is_hashed_only_from_a_regular_file(shell: Shell, incident: str) -> None:
    os.mkfifo(shell.home / "pipe")
    for name, number in (
        ("pipe", "NF-9151"), ("/dev/zero", "NF-9151"), (".", "NF-9151"), ("nothing", "NF-9150"),
    ):  # fmt: skip
        path = str(shell.home / name)
        refused(shell.here("evidence", incident, "log", "--file", path), 2, number)
    assert len(shell.entries()) == 1


def test_an_export_never_replaces_what_is_there_unasked(shell: Shell, incident: str) -> None:
    out = shell.home / "out"
    out.write_text("precious", encoding="utf-8")
    export = ("journal", "export", "--out")
    refused(shell.here(*export, str(out)), 2, "NF-9153")
    assert out.read_text(encoding="utf-8") == "precious"
    assert shell.here(*export, str(out), "--force").code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    (shell.home / "link").symlink_to(shell.home / "elsewhere")
    refused(shell.here(*export, str(shell.home / "link"), "--force"), 2, "NF-9154")
    assert not (shell.home / "elsewhere").exists()
    refused(shell.here(*export, "/dev/full", "--force"), 2, "NF-9154")
    refused(shell.here(*export, str(shell.home / "no" / "out")), 2, "NF-9155")
    assert {path.name for path in shell.home.iterdir() if path.name.startswith(".")} == set()
    assert incident
