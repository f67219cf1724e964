"""A drill goes through the same door as an emergency, and says on every screen that it is one."""

from typing import NamedTuple

import pytest

from pseudo_terminal import Responder, seated
from shell import Shell

MARK = "演练"
TITLE = "支付通道中断推演"
REAL = "核心系统真的中断"
NOTE = "第一批短信已发出"

DIALOGS = (
    ("n", "记录"), ("N", "补记"), ("d", "决策"), ("a", "限时任务"), ("s", "事件等级"),
    ("t", "处置状态"), ("x", "跳过步骤 1"), ("u", "情况通报"), ("v", "登记证据"),
    ("m", "里程碑"), (".", "1. 对照监控"), ("i", "现场指挥: 空缺"), ("r", "应急角色"),
    ("?", "本屏按键"), (":", "要做什么"),
)  # fmt: skip
"""A key of the incident, and the heading of what it opens."""
PANES = (("2", "[2 时间线"), ("3", "[3 角色"), ("4", "[4 时限"), ("1", "[1 步骤"))


class Drilled(NamedTuple):
    """What was left when the terminal had ended, and what was on its screens."""

    shell: Shell
    drill: str
    headings: dict[str, str]
    """By the key that opened a dialog: the line with its heading."""
    screens: dict[str, str]
    """By name: screens without a dialog over them."""
    code: int | None


@pytest.fixture(scope="module")
def drilled(tmp_path_factory: pytest.TempPathFactory) -> Drilled:
    shell = Shell(tmp_path_factory.mktemp("home"))
    real = shell.here("declare", "真实事件", "--sev", "3")
    assert real.code == 0, real
    drill = shell.done(
        "declare", TITLE, "--sev", "2", "--drill", "--playbook", "payment-channel-outage"
    )
    with seated(shell, "--lang", "zh-Hans") as person:
        screens = {"list": person.sees(drill, "真实事件")}
        person.goes_to(TITLE)
        person.press("enter")
        person.sees(TITLE, "先期处置")
        headings = {key: _heading(person, key, said) for key, said in DIALOGS}
        for key, tab in PANES:
            person.press(key)
            screens[tab] = person.sees(tab)
        _drive(person)
        screens["driven"] = person.screen
        _declare_for_real(person)
        person.press("q")
        person.sees("未结束事件 3")
        person.press("q")
        return Drilled(shell, drill, headings, screens, person.ended())


def _heading(person: Responder, key: str, said: str) -> str:
    """Open a dialog and leave it again; its heading, which names the incident at its end."""

    def headings(screen: str) -> list[str]:
        lines = [line for line in screen.splitlines() if said in line]
        return [line for line in lines if line.split()[-1].startswith("DRL-")]

    person.press(key)
    person.until(lambda screen: bool(headings(screen)), f"the heading {said}")
    heading = headings(person.screen)[0]
    person.press("escape")
    person.until(lambda screen: not headings(screen), f"no heading {said}")
    return heading


def _drive(person: Responder) -> None:
    person.press("i")
    person.sees("> 由我担任")
    person.saves()
    person.goes_to("对照监控")
    person.saves("space")
    person.opens("n", "记录")
    person.writes("内容", NOTE)
    person.saves()
    person.opens("t", "处置状态")
    person.chooses("变更为", "1", "已控制")
    person.saves()
    person.sees("[已控制]")
    person.goes_to("口头报告值班领导")
    person.opens("x", "跳过步骤 5")
    person.writes("原因", "演练中不惊动领导")
    person.saves()


def _declare_for_real(person: Responder) -> None:
    """In the middle of the drill something happens; go back to the drill afterwards."""
    person.opens("D", "登记突发事件")
    heading = next(line for line in person.screen.splitlines() if "登记突发事件" in line)
    assert MARK not in heading
    assert "DRL-" not in heading
    person.writes("标题", REAL)
    person.type("\x13")  # Ctrl+S, past the other fields
    person.sees("登记一起真实事件？", "> (*) 否，返回")
    person.press("y")
    person.sees("INC-", REAL)


def test_the_terminal_ends_well(drilled: Drilled) -> None:
    assert drilled.code == 0


def test_the_id_says_that_it_is_a_drill(drilled: Drilled) -> None:
    assert drilled.drill.startswith("DRL-")


def test_the_heading_of_every_dialog_carries_the_mark(drilled: Drilled) -> None:
    assert len(drilled.headings) == len(DIALOGS)
    assert [key for key, line in drilled.headings.items() if MARK not in line] == []


def test_every_pane_of_the_drill_carries_the_banner_and_the_mark(drilled: Drilled) -> None:
    for name, screen in drilled.screens.items():
        if name != "list":
            banner, head, *_ = screen.splitlines()
            assert "非真实事件" in banner
            assert MARK in head
            assert drilled.drill in head


def test_the_list_tells_the_drill_from_the_real_incident(drilled: Drilled) -> None:
    rows = [line for line in drilled.screens["list"].splitlines() if "-0001" in line]
    marked = {line.split()[-1]: MARK in line for line in rows if "时限" not in line}
    assert marked == {TITLE: True, "真实事件": False}


def test_what_was_keyed_is_recorded_as_a_drill(drilled: Drilled) -> None:
    shown = drilled.shell.here("show", drilled.drill, "--json").json
    assert (shown["mode"], shown["status"]) == ("drill", "contained")
    entries = drilled.shell.entries(drilled.drill)
    assert NOTE in [entry["event"].get("text") for entry in entries]
    assert "演练中不惊动领导" in [entry["event"].get("reason") for entry in entries]


def test_the_report_carries_the_mark(drilled: Drilled) -> None:
    for language, mark in (("zh-Hans", "演练"), ("zh-Hant", "演練"), ("en", "DRILL")):
        report = drilled.shell.here("report", drilled.drill, "--lang", language).out
        title, facts, *_ = report.split("\n\n", 2)
        assert mark in title + facts
    data = drilled.shell.here("report", drilled.drill, "--format", "json").json
    assert data["incident"]["mode"] == "drill"


def test_a_list_of_incidents_does_not_show_drills_unless_asked(drilled: Drilled) -> None:
    plain = drilled.shell.here("list", "--all").out
    assert "真实事件" in plain
    assert drilled.drill not in plain
    asked = drilled.shell.here("list", "--drill").out
    assert drilled.drill in asked


def test_what_happens_during_a_drill_is_declared_as_real_once_that_was_confirmed(
    drilled: Drilled,
) -> None:
    shown = drilled.shell.here("show", "2", "--json").json
    assert (shown["title"], shown["mode"]) == (REAL, "live")


def test_the_number_alone_means_the_real_incident(drilled: Drilled) -> None:
    assert drilled.shell.here("show", "1", "--json").json["title"] == "真实事件"
