import os
import sqlite3
import stat
from pathlib import Path

from textual.events import Key

from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import NoteKind
from netfin_incident.store.store import Store, open_store
from netfin_incident.tui.drafts import Drafts
from responder import T0, Place, Responder, terminal


class Impatient(Store):
    """A store that does not wait for its turn."""

    def _prepare(self, patience: float) -> None:
        super()._prepare(min(patience, 0.01))


def kept(place: Place, person: str = "wang.min") -> list[Path]:
    """The draft files of a person."""
    return sorted((place.folder / "state" / person / "drafts").rglob("*.json"))


async def wait_for_drafts(responder: Responder) -> None:
    """Wait for the moment after which a draft is on file."""
    await responder.pilot.pause(0.3)


async def test_what_was_typed_survives_the_terminal(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        await responder.write("half a sen")
        await wait_for_drafts(responder)
        (path,) = kept(place)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        responder.app.exit()
    place.clock.forward(hours=1)
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        assert "half a sen" in responder.screen
        assert "2026-11-24 14:00:00 +08:00" in responder.screen
        await responder.write("tence")
        await responder.press("enter")
    assert place.events()[-1] == e.Noted(NoteKind.NOTE, "half a sentence")
    assert place.acts()[-1].happened == T0
    assert kept(place) == []


async def test_closing_a_form_keeps_its_text_and_saving_removes_it(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("d")
        await responder.write("switch?")
        await responder.press("escape")
        assert len(kept(place)) == 1
        await responder.press("d")
        assert "switch?" in responder.screen
        await responder.press("tab")
        await responder.write("yes")
        await responder.press("ctrl+s")
    assert place.events()[-1] == e.DecisionRecorded("D1", "switch?", "yes")
    assert kept(place) == []


async def test_a_form_in_which_nothing_was_typed_leaves_nothing(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("u", "escape", "s", "escape")
    assert kept(place) == []


async def test_a_refused_text_stays_in_its_form(place: Place) -> None:
    place.declared("Gateway down", c.AssignRole("commander", "wang.min"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("i", "enter", "enter")
        await responder.write("wang.min")
        await responder.press("ctrl+s")
        assert "holds it already" in responder.screen
        assert "wang.min" in responder.screen
        assert len(kept(place)) == 1


async def test_a_held_database_keeps_the_text_and_says_so(place: Place) -> None:
    place.declared()
    app = place.app()
    opened = open_store(place.database)
    impatient = Impatient(opened.connection, opened.path, read_only=False)
    app.session.__dict__["desk"] = Desk(impatient)
    async with terminal(app) as responder:
        await responder.open()
        await responder.press("n")
        await responder.write("cannot be lost")
        other = sqlite3.connect(place.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await responder.press("enter")
        assert "another program holds the database" in responder.screen
        assert "cannot be lost" in responder.screen
        assert len(kept(place)) == 1
        other.execute("ROLLBACK")
        await responder.press("enter")
    assert isinstance(place.events()[-1], e.Noted)
    assert kept(place) == []


def test_two_terminals_never_write_to_the_same_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    first, second = drafts.open("note", "INC-1"), drafts.open("note", "INC-1")
    assert first is not None
    assert second is not None
    first.keep({"text": "mine"}, T0)
    second.keep({"text": "yours"}, T0)
    assert first.path != second.path
    first.release()
    again = drafts.open("note", "INC-1")
    assert again is not None
    assert again.values == {"text": "mine"}


def test_a_draft_that_was_left_comes_before_an_empty_place(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    first, second = drafts.open("note"), drafts.open("note")
    assert first is not None
    assert second is not None
    second.keep({"text": "left behind"}, T0)
    first.release()
    second.release()
    found = drafts.open("note")
    assert found is not None
    assert found.values == {"text": "left behind"}


def test_a_draft_of_a_killed_terminal_is_found(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        draft = Drafts(tmp_path).open("note", "INC-1")
        assert draft is not None
        draft.keep({"text": "typed before the kill"}, T0)
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    found = Drafts(tmp_path).open("note", "INC-1")
    assert found is not None
    assert (found.values, found.begun_at) == ({"text": "typed before the kill"}, T0)


def test_a_shorter_text_over_a_longer_one_is_read_whole(tmp_path: Path) -> None:
    draft = Drafts(tmp_path).open("note")
    assert draft is not None
    draft.keep({"text": "x" * 500}, T0)
    long = draft.path.read_bytes()
    draft.keep({"text": "short"}, T0)
    short = draft.path.read_bytes()
    draft.release()
    draft.path.write_bytes(short + long[len(short) :])
    again = Drafts(tmp_path).open("note")
    assert again is not None
    assert again.values == {"text": "short"}


def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    draft = Drafts(tmp_path / "drafts").open("note", "../../etc/passwd")
    assert draft is not None
    assert draft.path.parent == tmp_path / "drafts"


def test_typing_is_possible_where_no_draft_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert Drafts(tmp_path / "file" / "drafts").open("note") is None


def test_a_link_in_place_of_a_draft_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("precious", encoding="utf-8")
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "note.1.json").symlink_to(outside)
    assert Drafts(folder).open("note") is None
    assert outside.read_text(encoding="utf-8") == "precious"


async def test_quitting_right_after_a_key_loses_nothing(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        await responder.write("just now")
        responder.app.post_message(Key("ctrl+q", None))
        await responder.handled()
    (path,) = kept(place)
    assert "just now" in path.read_text(encoding="utf-8")
