import inspect
from enum import Enum

import pytest

from netfin_incident.domain import vocabulary
from netfin_incident.domain.days import Days
from netfin_incident.domain.incident.checklist import Obstacle, ObstacleKind
from netfin_incident.domain.incident.deadlines import DeadlineKind
from netfin_incident.domain.indicators import IndicatorGroup
from netfin_incident.domain.playbook import VariableKind, Verb
from netfin_incident.domain.roster import ContactChannel, Why
from netfin_incident.domain.rota.state import SwapState
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Milestone, Mode, Origin, Role, Status
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel
from netfin_incident.domain.warning.state import Standing
from netfin_incident.wording.labels import label, level_label, role_label
from netfin_incident.wording.obstacles import obstacle_sentence

LISTS: list[type[Enum]] = [
    *(
        kind
        for _, kind in inspect.getmembers(vocabulary, inspect.isclass)
        if issubclass(kind, Enum) and kind.__module__ == vocabulary.__name__
    ),
    Severity, Verb, VariableKind, ObstacleKind, DeadlineKind, Why, ContactChannel, Days, SwapState,
    WarningLevel, IndicatorGroup, Unit, Comparison, Standing,
]  # fmt: skip
MEMBERS = [member for kind in LISTS for member in kind]


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


@pytest.mark.parametrize("member", MEMBERS, ids=str)
def test_every_member_has_a_label_in_both_languages(member: Enum) -> None:
    words = label(member)

    assert words.en == words.en.strip() != ""
    assert words.en.isascii()
    assert "_" not in words.en
    assert has_chinese(words.zh)
    assert "{" not in words.en + words.zh


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_no_two_members_of_a_list_share_a_label(kind: type[Enum]) -> None:
    words = [label(member) for member in kind]

    assert len({one.en for one in words}) == len(words)
    assert len({one.zh for one in words}) == len(words)


def test_members_that_share_a_stored_value_keep_their_own_labels() -> None:
    assert label(Status.DECLARED).zh == "已接报·研判中"
    assert label(Milestone.DECLARED).zh == "接报登记"


@pytest.mark.parametrize(
    ("member", "zh"),
    [
        (Mode.LIVE, "真实事件"),
        (Mode.DRILL, "演练"),
        (Origin.BACKFILLED, "补录"),
        (Status.RESPONDING, "处置中"),
        (Status.CONTAINED, "已控制"),
        (Status.RECOVERED, "业务已恢复"),
        (Status.RESOLVED, "应急结束"),
        (Status.IN_REVIEW, "总结评估与整改"),
        (Status.CLOSED, "已关闭"),
        (Status.CANCELLED, "已撤销"),
        (Role.LEADER, "总指挥"),
        (Role.COMMANDER, "现场指挥"),
        (Role.SCRIBE, "记录"),
        (Milestone.RECONCILED, "对账平"),
        (vocabulary.ReportKind.INITIAL, "初报"),
        (vocabulary.ReportKind.PROGRESS, "续报"),
        (vocabulary.ReportKind.FINAL, "终报"),
    ],
)
def test_chinese_labels_are_the_terms_of_the_trade(member: Enum, zh: str) -> None:
    assert label(member).zh == zh


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_said_with_its_numeral_and_its_word(severity: Severity) -> None:
    words = label(severity)

    assert words.en.startswith(f"{severity.roman} (")
    assert words.zh.split()[0] == f"{'ⅠⅡⅢⅣ'[severity - 1]}级"


def test_a_response_level_is_not_said_like_a_severity() -> None:
    assert level_label(Severity.S2) == Text("level II", "Ⅱ级响应")


def test_a_standard_role_has_its_label_whatever_a_playbook_calls_it() -> None:
    assert role_label("commander", Text("boss", "老板")) == label(Role.COMMANDER)


def test_a_playbooks_own_role_has_the_playbooks_name_or_its_id() -> None:
    own = Text("channel liaison", "通道联络")

    assert role_label("channel-liaison", own) == own
    assert role_label("channel-liaison") == Text("channel-liaison", "channel-liaison")


@pytest.mark.parametrize("kind", ObstacleKind)
def test_an_obstacle_names_the_thing_and_the_command_that_settles_it(kind: ObstacleKind) -> None:
    said = obstacle_sentence(Obstacle(kind, "{x7}"))
    about_one_thing = kind not in (ObstacleKind.FUNDS_UNKNOWN, ObstacleKind.BOOKS_OPEN)

    for text in (said.en, said.zh):
        assert "netfin-incident " in text
        assert ("{x7}" in text) is about_one_thing
        assert "{id}" not in text
    assert has_chinese(said.zh)
