"""Keys that arrive together, as a stalled connection delivers them, do what they would do apart."""

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import NoteKind
from responder import Place, terminal


async def test_two_notes_typed_in_one_go_are_two_notes(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.burst("n", *"first", "enter", "n", *"second", "enter")
    assert place.events()[-2:] == [
        e.Noted(NoteKind.NOTE, "first"),
        e.Noted(NoteKind.NOTE, "second"),
    ]


async def test_a_severity_and_its_reason_typed_in_one_go_are_not_lost(place: Place) -> None:
    place.declared(severity=Severity.S2)
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.burst("s", "1", "tab", *"two banks", "enter")
    changed = [event for event in place.events() if isinstance(event, e.SeverityChanged)]
    assert changed == [e.SeverityChanged(Severity.S2, Severity.S1, "two banks")]


async def test_a_declaration_typed_in_one_go_keeps_its_fields_apart(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        await responder.burst("D", *"gateway down", "enter", "2", "enter", "enter")
        assert responder.app.queue.is_idle
    [declared] = [event for event in place.events() if isinstance(event, e.Declared)]
    assert (declared.title, declared.severity) == ("gateway down", Severity.S2)
