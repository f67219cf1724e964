import pytest
from textual.events import Key, Paste

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import NoteKind, Status
from netfin_incident.tui.dialogs.declare import DeclareForm
from netfin_incident.tui.dialogs.note import NoteForm
from netfin_incident.tui.screens.help import HelpScreen
from netfin_incident.tui.screens.palette import PaletteScreen
from responder import Place, terminal


async def test_chinese_text_outside_a_field_opens_the_note_box_with_it(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.write("网关已恢复")
        assert responder.shows(NoteForm)
        await responder.press("enter")
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, "网关已恢复")


async def test_chinese_text_at_home_is_the_title_of_a_declaration(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        await responder.write("支付成功率下跌")
        assert responder.shows(DeclareForm)
        assert "支付成功率下跌" in responder.screen


async def test_what_is_typed_while_a_form_opens_is_not_lost(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.write("nall in one go")
        await responder.press("enter")
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, "all in one go")


async def test_text_with_a_line_end_in_one_burst_is_saved(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        for key, character in (("n", "n"), ("o", "o"), ("k", "k"), ("enter", "\r")):
            responder.app.post_message(Key(key, character))
        await responder.settle()
        await responder.settle()
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, "ok")


async def test_pasting_outside_a_field_opens_the_note_box(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        responder.app.post_message(Paste("line one\nline two"))
        await responder.settle()
        await responder.press("enter")
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, "line one\nline two")


async def test_what_is_pasted_into_a_field_is_cleaned_before_it_is_drawn(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        responder.app.post_message(Paste("a\x1b]52;c;QUJD\x07b\u202ec"))
        await responder.settle()
        assert "ab⟨U+202E⟩c" in responder.screen
        await responder.press("escape", "d")
        responder.app.post_message(Paste("a\x1b[2J\nb"))
        await responder.settle()
        assert "a b" in responder.screen


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("？", HelpScreen),
        ("?", HelpScreen),
        ("：", PaletteScreen),
        (":", PaletteScreen),
    ],
)
async def test_full_width_twins_do_what_their_keys_do(place: Place, key: str, screen: type) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.write(key)
        assert responder.shows(screen)


@pytest.mark.parametrize("key", ["/", "／", "、"])
async def test_searching_opens_with_every_twin(place: Place, key: str) -> None:
    place.declared("Gateway down", c.Note("needle one"), c.Note("hay"), c.Note("needle two"))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.write(key)
        await responder.write("needle")
        assert room.lists.timeline.selected is not None
        assert room.lists.timeline.selected.entry == 4
        await responder.press("enter")
        assert room.lists.timeline.selected.entry == 2
        assert "1 of 2" in responder.screen
        await responder.press("up")
        assert room.lists.timeline.selected.entry == 4
        await responder.press("escape", "n")
        assert responder.shows(NoteForm)


async def test_the_full_width_full_stop_opens_the_menu(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.write("。")
        assert "Correct this entry" in responder.screen


async def test_no_note_box_opens_on_a_closed_incident(place: Place) -> None:
    place.declared("Over", c.ChangeStatus(Status.RECOVERED), c.StateFunds(touched=False))
    place.handled(c.ChangeStatus(Status.RESOLVED), c.ChangeStatus(Status.CLOSED))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.write("晚了")
        assert not responder.shows(NoteForm)
        assert "closed" in responder.status
