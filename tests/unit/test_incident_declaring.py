from datetime import timedelta

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import MAX_LINE, MAX_TEXT
from netfin_incident.domain.vocabulary import Basis, CancelKind, Field, Milestone, Status
from story import LI, T0, WANG, act, declared, given


def declare(title: str = "支付通道中断", key: str = "") -> c.Declare:
    return c.Declare("INC-2026-0001", title, Severity.S2, "Asia/Shanghai", key=key)


def test_declaring_commits_nobody() -> None:
    incident = given().when(declare()).accepted().incident
    assert (incident.status, incident.seats, incident.acknowledged) == (Status.DECLARED, {}, ())


def test_declaring_is_the_first_milestone() -> None:
    assert given(declared()).incident.first(Milestone.DECLARED) == T0


def test_an_incident_is_declared_before_anything_else() -> None:
    given().when(c.Note("x")).refused("incident-undeclared")


def test_an_id_is_given_once() -> None:
    given(declared()).when(declare()).refused("id-taken", id="INC-2026-0001")


def test_declaring_again_by_the_same_key_changes_nothing_while_it_is_open() -> None:
    given(declare(key="zabbix:77")).when(declare(key=" zabbix:77 ")).nothing()


def test_declaring_again_by_another_key_is_refused() -> None:
    given(declare(key="zabbix:77")).when(declare(key="zabbix:78")).refused("id-taken")


def test_declaring_again_by_the_same_key_is_refused_once_it_ended() -> None:
    ended = given(declare(key="zabbix:77"), c.Cancel(CancelKind.FALSE_ALARM, "misread"))
    ended.when(declare(key="zabbix:77")).refused("id-taken")


@pytest.mark.parametrize("title", ["", "   ", "\x1b[2J", "\x00\x07"])
def test_a_title_that_shows_nothing_is_missing(title: str) -> None:
    given().when(declare(title)).refused("text-missing", field=Field.TITLE)


def test_a_title_has_a_longest_length() -> None:
    given().when(declare("长" * MAX_LINE)).accepted()
    given().when(declare("长" * (MAX_LINE + 1))).refused("text-too-long", longest=MAX_LINE)


def test_an_enormous_text_is_refused_whole_and_never_cut() -> None:
    given(declared()).when(c.Note("\x00" * (MAX_TEXT * 8 - 1) + "x")).accepted()
    hidden = "\x00" * MAX_TEXT * 8 + "x"
    given(declared()).when(c.Note(hidden)).refused("text-too-long", length=len(hidden))


def test_what_is_recorded_has_happened() -> None:
    ahead = act(at=T0, occurred_at=T0 + timedelta(minutes=3))
    given(declared()).when_acting(ahead, c.Note("x")).refused("not-yet-happened")
    nearly = act(at=T0, occurred_at=T0 + timedelta(minutes=2))
    given(declared()).when_acting(nearly, c.Note("x")).accepted()


def test_acting_for_another_says_on_what_basis() -> None:
    acting = act(on_behalf_of=WANG)
    given(declared()).when_acting(acting, c.Note("x")).refused("basis-missing", person=WANG)
    acting = act(on_behalf_of=LI, basis=Basis.PHONE)
    given(declared()).when_acting(acting, c.Note("x")).refused("on-behalf-of-oneself")
    acting = act(on_behalf_of=" ", basis=Basis.PHONE)
    given(declared()).when_acting(acting, c.Note("x")).refused("text-missing", field=Field.PERSON)


def test_a_break_glass_without_a_reason_is_refused() -> None:
    acting = act(break_glass="  ")
    given(declared()).when_acting(acting, c.Note("x")).refused("text-missing", field=Field.REASON)
