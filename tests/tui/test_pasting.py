import pytest
from textual import events
from textual.drivers import linux_driver

from netfin_incident.domain.text import MAX_TEXT, clean
from netfin_incident.tui.pasting import PasteParser, take_pastes_whole

LOG = "12:01 \x1b[31mERROR\x1b[0m: s1\r\n\x1b]52;c;aGk=\x07second \x1bline\r"


def read(*reads: str) -> list[tuple[str, str]]:
    """What comes of these reads: the names of keys, and the texts of pastes."""
    parser = PasteParser()
    found: list[tuple[str, str]] = []
    for data in reads:
        for event in parser.feed(data):
            if isinstance(event, events.Paste):
                found.append(("paste", event.text))
            elif isinstance(event, events.Key):
                found.append(("key", event.key))
    return found


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def test_nothing_in_a_pasted_log_is_a_key() -> None:
    assert read(f"n{pasted(LOG)}q") == [("key", "n"), ("paste", clean(LOG)), ("key", "q")]


@pytest.mark.parametrize("size", range(1, 12))
def test_a_paste_may_come_in_any_number_of_reads(size: int) -> None:
    sent = f"n{pasted(LOG)}{pasted('支付')}\x1b[2~\x1b[A"
    reads = [sent[start : start + size] for start in range(0, len(sent), size)]
    assert read(*reads) == [
        ("key", "n"), ("paste", clean(LOG)), ("paste", "支付"), ("key", "insert"), ("key", "up"),
    ]  # fmt: skip


def test_a_paste_of_megabytes_is_cut_where_no_field_takes_more() -> None:
    reads = ["\x1b[200~", *["x" * 4096] * 2_500, "y\x1b[20", "1~q"]
    [paste, key] = read(*reads)
    assert key == ("key", "q")
    assert MAX_TEXT < len(paste[1]) < 3 * MAX_TEXT


def test_keys_are_read_as_before() -> None:
    keys = [name for _, name in read("a\r\t \x7f\x1b[1;2A\x1b[3~字")]
    assert keys == [
        "a", "enter", "tab", "space", "backspace", "shift+up", "delete", "字",
    ]  # fmt: skip


def test_the_terminal_reads_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "XTermParser", None)
    take_pastes_whole()
    assert getattr(linux_driver, "XTermParser", None) is PasteParser
