import pytest

from netfin_incident.notify.message import chat_text, cut, inert, plain_text, subject
from netfin_incident.wording.notify_sayings import CUT_MARK, DRILL_MARK
from notify_sinks import page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@all", "＠all"),
        ("请 @所有人 看", "请 ＠所有人 看"),
        ("请@all看", "请＠all看"),
        ("P1@all", "P1＠all"),
        ("a@all.", "a＠all."),
        ("@everyone\n@here", "＠everyone\n＠here"),
        ("(@13800000000)", "(＠13800000000)"),
        ("<@everyone> <!channel> <#C1>", "<＠everyone> ＜!channel> ＜#C1>"),
        ('<at user_id="all">所有人</at>', '＜at user_id="all">所有人＜/at>'),
        ("<font color=red>", "＜font color=red>"),
        ("[官网](https://evil.example)", "[官网］(https://evil.example)"),
        ("[a][b]\n[b]: https://evil.example", "[a］[b]\n[b］: https://evil.example"),
        ("[at]all[/at] [CQ:at,qq=all] [ @x]", "［at]all[/at] ［CQ:at,qq=all] [ ＠x]"),
        # What only looks like it stays as it was.
        ("mail li.wei@firm.example", "mail li.wei@firm.example"),
        ("3 < 4, a <= b, a[0] = [1, 2]", "3 < 4, a <= b, a[0] = [1, 2]"),
        ("https://firm.example/a?b=c", "https://firm.example/a?b=c"),
        ("@ 12:00", "@ 12:00"),
        ("[attention] P1", "[attention] P1"),
    ],
)
def test_nothing_in_a_text_mentions_or_links(text: str, shown: str) -> None:
    assert inert(text) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize("most", range(8, 40))
@pytest.mark.parametrize(
    "text", ["支付渠道中断" * 5, "é́é" * 12, "👩\u200d🔧" * 6, "🇨🇳" * 9, "plain words " * 9]
)
def test_a_text_is_cut_between_characters_and_says_so(text: str, most: int) -> None:
    shown = cut(text, most)
    assert len(shown.encode()) <= most
    assert shown.endswith(CUT_MARK)
    kept = shown.removesuffix(CUT_MARK)
    assert text.startswith(kept)
    assert not kept.endswith("\u200d")
    assert not text[len(kept)].startswith("\u0301")


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut("中断", 6) == "中断"
    assert cut("中断", 5) != "中断"


def test_a_drill_says_so_first_and_last_also_when_it_is_cut() -> None:
    drill = page(drill=True, text="很长" * 50_000)
    for shown in (chat_text(drill, 500), plain_text(drill, 500), chat_text(drill, 500, "@138")):
        assert shown.startswith(f"{DRILL_MARK}\n")
        assert shown.endswith(f"{CUT_MARK}\n{DRILL_MARK}")
        assert len(shown.encode()) <= 500
    assert subject(drill).startswith(DRILL_MARK)


def test_a_drill_that_says_so_already_says_it_once_at_each_end() -> None:
    drill = page(
        drill=True, subject=f"{DRILL_MARK} 中断", text=f"{DRILL_MARK}\n请确认\n{DRILL_MARK}"
    )
    assert plain_text(drill, 500) == f"{DRILL_MARK}\n请确认\n{DRILL_MARK}"
    assert subject(drill) == f"{DRILL_MARK} 中断"


def test_a_real_page_cannot_pass_for_a_drill() -> None:
    real = page(subject=f"{DRILL_MARK} 中断", text=f"{DRILL_MARK}\n请确认\n{DRILL_MARK}")
    assert not {DRILL_MARK} & {
        subject(real)[:10],
        plain_text(real, 500)[:10],
        plain_text(real, 500)[-10:],
    }


def test_the_mention_of_the_receiver_survives_and_no_other() -> None:
    shown = chat_text(page(subject="中断", text="@all 请确认"), 500, "@13800000000")
    assert shown == "@13800000000\n中断\n＠all 请确认"


def test_a_message_holds_no_control_character() -> None:
    hostile = page(subject="a\x1b[2J\r\nb\u202e", text="x\x00\x1b]0;t\x07\u2028y")
    for shown in (subject(hostile), chat_text(hostile, 500), plain_text(hostile, 500)):
        assert shown.replace("\n", "").isprintable()
    assert subject(hostile) == "a b⟨U+202E⟩"


def test_a_megabyte_is_cut_to_what_the_channel_takes() -> None:
    shown = chat_text(page(text="@all " * 200_000), 2048)
    assert len(shown.encode()) <= 2048
    assert shown.endswith(CUT_MARK)
