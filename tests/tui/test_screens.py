import sqlite3

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.tui.screens.first_run import FirstRunScreen
from netfin_incident.tui.screens.help import HelpScreen
from netfin_incident.tui.screens.home import HomeScreen
from netfin_incident.tui.screens.incident import IncidentScreen
from netfin_incident.tui.screens.record_error import RecordErrorScreen
from plans import outage
from responder import INC, Place, card, terminal


async def test_an_empty_home_names_the_next_key(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        assert "Press D to declare one" in responder.screen


async def test_a_first_start_offers_demo_empty_start_and_another_database(place: Place) -> None:
    async with terminal(place.app()) as responder:
        assert responder.shows(FirstRunScreen)
        for way in ("Try the demo", "Start empty", "Open another database"):
            assert way in responder.screen
        assert not place.database.exists()
        await responder.press("down", "enter")
        await responder.finished("opening")
        await responder.settle()
        assert responder.shows(HomeScreen)
    assert place.database.exists()


async def test_a_first_start_opens_another_database_by_its_path(place: Place) -> None:
    other = Place(place.folder / "other")
    other.folder.mkdir()
    other.declared("It is the other one")
    async with terminal(place.app()) as responder:
        await responder.press("down", "down", "enter")
        await responder.write(str(other.database))
        await responder.press("enter")
        await responder.finished("opening")
        await responder.settle()
        assert "It is the other one" in responder.screen


async def test_a_path_that_is_no_database_is_explained(place: Place) -> None:
    async with terminal(place.app()) as responder:
        await responder.press("down", "down", "enter")
        await responder.write("postgresql://host/db")
        await responder.press("enter")
        assert "NF-9" in responder.screen
        assert responder.shows(FirstRunScreen)


async def test_the_demo_is_asked_for_by_leaving(place: Place) -> None:
    app = place.app(offers_demo=True)
    async with terminal(app) as responder:
        await responder.press("enter")
    assert app.wants_demo
    assert not place.database.exists()


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00short"])
async def test_a_file_that_is_no_record_takes_the_screen(place: Place, content: bytes) -> None:
    place.database.write_bytes(content)
    async with terminal(place.app()) as responder:
        assert responder.shows(RecordErrorScreen)
        assert "The record cannot be used" in responder.screen
        assert "NF-3" in responder.screen
        await responder.press("q")
    assert responder.app.return_code == 5
    assert place.database.read_bytes() == content


async def test_a_newer_record_takes_the_screen_until_it_can_be_read(place: Place) -> None:
    place.declared()
    connection = sqlite3.connect(place.database)
    (ours,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    async with terminal(place.app()) as responder:
        assert responder.shows(RecordErrorScreen)
        connection.execute("UPDATE alembic_version SET version_num = ?", (ours,))
        connection.commit()
        connection.close()
        await responder.press("R")
        await responder.finished("opening")
        await responder.settle()
        assert "Open incidents 1" in responder.screen


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (20, 5), (1, 1)])
async def test_a_terminal_that_is_too_small_is_told_so(place: Place, size: tuple[int, int]) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        await responder.pilot.resize_terminal(*size)
        await responder.settle()
        if size[0] > 40:
            assert "60x16" in responder.screen
        assert "Text" not in responder.screen
        await responder.pilot.resize_terminal(80, 24)
        await responder.settle()
        await responder.write("still here")
        await responder.press("enter")
    assert len(place.events()) == 2


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 30), (200, 50), (1000, 300)])
async def test_no_line_is_wider_than_the_screen(place: Place, size: tuple[int, int]) -> None:
    place.declared("支付通道" * 40, c.AttachPlaybook(outage()), c.Note("长" * 500))
    async with terminal(place.app(), size) as responder:
        await responder.open()
        lines = responder.screen.split("\n")
        assert len(lines) == size[1]
        from netfin_incident.tui.text import width

        assert {width(line) for line in lines} == {size[0]}


async def test_a_wide_terminal_shows_all_panes_side_by_side(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()), c.Note("seen by wang"))
    async with terminal(place.app(), (200, 50)) as responder:
        await responder.open()
        for part in ("Isolate the node", "seen by wang", "commander", "2 Timeline"):
            assert part in responder.screen
        await responder.pilot.resize_terminal(80, 24)
        await responder.settle()
        assert "seen by wang" not in responder.screen
        await responder.press("2")
        assert "seen by wang" in responder.screen


async def test_digits_and_tab_switch_panes(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        for key, pane in (("3", 2), ("tab", 3), ("tab", 4), ("tab", 0), ("shift+tab", 4), ("2", 1)):
            await responder.press(key)
            assert room.pane == pane


async def test_the_mouse_shows_panes_and_chooses_rows(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.pilot.click("Tabs", offset=(20, 0))
        await responder.settle()
        assert room.pane == 1
        await responder.press("1")
        await responder.pilot.click("StepList", offset=(10, 5))
        await responder.settle()
        assert room.lists.steps.step is not None
        assert room.lists.steps.step.number == 4


async def test_a_drill_is_marked_on_every_screen(place: Place) -> None:
    drill = place.declared("Switch-over", c.AttachPlaybook(outage()), mode=Mode.DRILL)
    async with terminal(place.app()) as responder:
        assert "DRILL" in responder.screen
        await responder.open(drill)
        assert responder.screen.count("DRILL") >= 4
        for key in ("n", "s", "t", "x", "r", "u", "question_mark", "colon", "full_stop"):
            await responder.press(key)
            title = responder.app.screen.query_one("DialogTitle")
            assert "DRILL" in title.render_line(0).text
            await responder.press("escape")


async def test_declaring_in_the_middle_of_a_drill_is_no_part_of_it(place: Place) -> None:
    drill = place.declared("Switch-over", mode=Mode.DRILL)
    async with terminal(place.app()) as responder:
        await responder.open(drill)
        await responder.press("D")
        title = responder.app.screen.query_one("DialogTitle")
        assert title.render_line(0).text.strip() == "Declare an incident"
        await responder.write("It is real")
        await responder.press("ctrl+s")
        assert "Declare a real incident?" in responder.screen
        await responder.press("enter")
        assert place.made().desk.incidents(Mode.LIVE).rows == ()
        await responder.press("ctrl+s", "y")
        assert INC in responder.screen
        assert "DRILL" not in responder.screen


async def test_a_live_incident_bears_no_drill_mark(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "DRILL" not in responder.screen


async def test_a_card_stays_until_it_is_closed(place: Place) -> None:
    place.declared()
    app = place.app(card=card("try n and Space"))
    async with terminal(app, (100, 40)) as responder:
        assert "try n and Space" in responder.screen
        await responder.open()
        assert "try n and Space" in responder.screen
        await responder.press("escape")
        assert "try n and Space" not in responder.screen
        assert responder.shows(IncidentScreen)


async def test_a_demo_database_says_so_on_every_screen(place: Place) -> None:
    place.session().create("demo")
    async with terminal(place.app()) as responder:
        assert "DEMO" in responder.screen


async def test_escape_goes_back_one_level_and_q_quits_only_at_home(place: Place) -> None:
    place.declared()
    app = place.app()
    async with terminal(app) as responder:
        await responder.press("escape", "escape", "enter")
        assert responder.shows(IncidentScreen)
        await responder.press("n", "escape", "escape")
        assert responder.shows(HomeScreen)
        await responder.press("enter", "q")
        assert responder.shows(HomeScreen)
        await responder.press("q")
    assert app.return_code == 0
    assert len(place.events()) == 1


async def test_control_c_throws_nothing_away(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("ctrl+c")
        assert "Ctrl+Q quits" in responder.status
        await responder.press("n")
        await responder.write("kept")
        await responder.press("ctrl+c", "n")
        assert "kept" in responder.screen


async def test_the_key_list_runs_what_is_chosen(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("question_mark")
        assert responder.shows(HelpScreen)
        await responder.press("enter")
        await responder.write("from the key list")
        await responder.press("enter")
    assert len(place.events()) == 2


async def test_the_palette_goes_to_another_incident(place: Place) -> None:
    place.declared()
    place.declared("Settlement file late", severity=Severity.S4)
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("ctrl+p")
        await responder.write("0002")
        await responder.press("enter")
        assert responder.app.shell.about == "INC-2026-0002"
        await responder.press("q")
        assert responder.shows(HomeScreen)


async def test_the_filter_shows_ended_incidents(place: Place) -> None:
    from netfin_incident.domain.vocabulary import CancelKind

    place.declared("It was nothing")
    place.handled(c.Cancel(CancelKind.FALSE_ALARM, "wrong alarm"))
    async with terminal(place.app()) as responder:
        assert "It was nothing" not in responder.screen
        await responder.press("f")
        assert "It was nothing" in responder.screen
        assert "cancelled" in responder.screen


async def test_copying_says_where_the_text_went(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("y")
        assert "Sent to the terminal's clipboard" in responder.status
        assert responder.app.clipboard.startswith("#1 2026-11-24 14:00:00 +08:00")


async def test_chinese_labels_fit_eighty_columns(place: Place) -> None:
    place.language = "zh-Hans"
    place.declared("快捷支付成功率下跌", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        assert "未结束事件 1" in responder.screen
        await responder.open()
        for part in ("II 重大 ###-", INC, "研判中", "未经审批版本", "空缺", "隔离故障节点"):
            assert part in responder.screen
        assert "..." not in responder.screen


async def test_traditional_script_leaves_what_people_typed_alone(place: Place) -> None:
    place.language = "zh-Hant"
    place.declared("网关中断")
    async with terminal(place.app()) as responder:
        assert "網關中斷" not in responder.screen
        assert "网关中断" in responder.screen
        assert "未結束事件" in responder.screen


async def test_a_read_only_database_says_so_and_greys_what_writes(place: Place) -> None:
    place.declared()
    app = place.app()
    async with terminal(app) as responder:
        app.is_read_only = True
        await responder.open()
        app.tick()
        assert "READ ONLY" in responder.screen
        await responder.press("n")
        assert "NF-3" in responder.status
    assert len(place.events()) == 1


async def test_without_colour_severity_and_overdue_are_still_told_apart(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    place.declared("One", c.GiveTask("restart", "wang", 60), severity=Severity.S1)
    place.declared("Four", severity=Severity.S4)
    place.clock.forward(minutes=5)
    async with terminal(place.app()) as responder:
        for part in ("I   critical ####", "IV  minor    #---", "OVERDUE +04:00"):
            assert part in responder.screen


async def test_a_page_shows_what_was_not_in_view(place: Place) -> None:
    place.declared("Gateway down", *(c.Note(f"note {n:02}") for n in range(60)))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "note 59" in responder.screen
        assert "note 40" not in responder.screen
        await responder.press("pageup")
        assert "note 40" in responder.screen
        assert "note 59" not in responder.screen
        await responder.press("pagedown")
        assert "note 59" in responder.screen
