from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import NoteKind
from responder import Place, terminal

CARD, COVERED = "4111 1111 1111 1111", "**** **** **** 1111"


async def test_customer_data_is_announced_while_typed_and_masked_when_saved(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        assert "masked" not in responder.screen
        await responder.write(f"card {CARD}")
        assert "Will be masked: 1 card number" in responder.screen
        await responder.press("enter")
        assert "masked: 1 card number" in responder.status
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, f"card {COVERED}")


async def test_one_key_keeps_what_is_typed_and_takes_that_back(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        await responder.write(f"test card {CARD}")
        await responder.press("ctrl+r")
        assert "Kept as typed" in responder.screen
        await responder.press("ctrl+r")
        assert "Will be masked" in responder.screen
        await responder.press("ctrl+r", "enter")
        assert "masked" not in responder.status
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, f"test card {CARD}")


async def test_the_key_does_nothing_before_there_is_something_to_keep(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n", "ctrl+r")
        await responder.write(f"card {CARD}")
        await responder.press("enter")
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, f"card {COVERED}")
