from datetime import timedelta

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import NoteKind
from responder import T0, Place, terminal


async def test_a_note_is_two_keys_and_its_text(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        await responder.write("success rate 62 %")
        await responder.press("enter")
        assert "✓ #2 saved" in responder.status
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, "success rate 62 %")


async def test_a_note_carries_the_moment_of_the_key_press(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        place.clock.forward(minutes=3)
        await responder.write("seen at the first key")
        await responder.press("enter")
    act = place.acts()[-1]
    assert act.happened == T0
    assert act.at == T0 + timedelta(minutes=3)


async def test_the_terminals_own_cursor_stands_where_text_goes_before_a_key_is_pressed(
    place: Place,
) -> None:
    """An input method shows its candidates there."""
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        field = responder.form.field("text").editor.content_region
        assert responder.app.cursor_position == field.offset
        assert field.y > 0
