"""One-time codes: whose they are, for how long, and that no two people share one."""

from pathlib import Path

import pytest

from calling_desk import CallingDesk
from netfin_incident.app.codes import Codes, read_code
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.errors import RecordError, UsageError
from netfin_incident.store.secrets import secret
from netfin_incident.store.store import Store, open_store


@pytest.fixture
def office(tmp_path: Path) -> CallingDesk:
    return CallingDesk(tmp_path)


def test_a_code_is_six_digits_and_stands_for_one_of_those_called(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    incident = office.incident(incident_id)
    codes = {one: office.codes.code(incident, one) for one in ("li-na", "tom")}
    assert all(len(one) == 6 and one.isdigit() for one in codes.values())
    assert {office.codes.person(incident, one) for one in codes.values()} == {"li-na", "tom"}
    assert office.codes.person(incident, codes["tom"]) == "tom"


def test_who_was_not_called_has_no_code(office: CallingDesk) -> None:
    incident_id = office.declare()
    assert office.codes.code(office.incident(incident_id), "li-na") == ""
    office.tick(incident_id)
    incident = office.incident(incident_id)
    assert office.codes.code(incident, "li-na") != ""
    assert [office.codes.code(incident, one) for one in ("hsu", "ops", "wang")] == ["", "", ""]


def test_a_channel_gets_no_code(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    office.tick(incident_id, 6)
    incident = office.incident(incident_id)
    assert office.codes.code(incident, "hsu") != ""
    assert office.codes.code(incident, "ops") == ""


def test_a_code_is_nobodys_once_its_person_has_acknowledged(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    incident = office.incident(incident_id)
    li_na, tom = (office.codes.code(incident, one) for one in ("li-na", "tom"))
    office.ask(incident_id, c.Acknowledge(by_code=True), by="tom", minute=1)
    after = office.incident(incident_id)
    assert office.codes.person(after, tom) == ""
    assert office.codes.person(after, li_na) == "li-na"


def test_a_new_escalation_has_new_codes(office: CallingDesk) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    before = office.codes.code(office.incident(incident_id), "li-na")
    office.ask(incident_id, c.ChangeSeverity(Severity.S1), minute=1)
    assert office.codes.person(office.incident(incident_id), before) == ""
    office.tick(incident_id, 1)
    incident = office.incident(incident_id)
    assert incident.escalation is not None
    assert incident.escalation.generation == 2
    assert office.codes.code(incident, "li-na") not in ("", before)
    assert office.codes.person(incident, before) == ""


def test_without_an_escalation_no_code_is_anybodys(office: CallingDesk) -> None:
    incident_id = office.declare(severity=Severity.S4)
    incident = office.incident(incident_id)
    assert incident.escalation is None
    assert office.codes.person(incident, "123456") == ""


def test_codes_differ_between_incidents_and_databases(tmp_path: Path) -> None:
    found = set()
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        office = CallingDesk(folder)
        for title in ("支付通道中断", "核心系统中断"):
            incident_id = office.declare(title)
            office.tick(incident_id)
            found.add(office.codes.code(office.incident(incident_id), "li-na"))
    assert len(found) == 4


class _Narrow(Codes):
    """Codes of which every other is the same, as rarely happens by chance."""

    def _derived(self, incident: object, person: str, number: int) -> str:
        del incident, person
        return f"{number:06}"


def test_two_people_never_share_a_code_even_where_chance_gives_them_the_same(
    office: CallingDesk,
) -> None:
    incident_id = office.declare()
    office.tick(incident_id)
    first = {one: _Narrow(b"").code(office.incident(incident_id), one) for one in ("li-na", "tom")}
    assert len(set(first.values())) == 2
    office.tick(incident_id, 6)
    incident = office.incident(incident_id)
    later = {one: _Narrow(b"").code(incident, one) for one in ("li-na", "tom", "hsu")}
    assert len(set(later.values())) == 3
    assert {one: later[one] for one in first} == first
    assert _Narrow(b"").person(incident, later["hsu"]) == "hsu"


@pytest.mark.parametrize("given", ["123456", " 123 456 ", "123-456", "１２３４５６"])
def test_a_code_is_read_as_people_type_it(given: str) -> None:
    assert read_code(given) == "123456"


@pytest.mark.parametrize("given", ["", "12345", "1234567", "12345a", "¹²³⁴⁵⁶7", "一二三四五六"])
def test_what_is_not_six_digits_is_no_code(given: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_code(given)
    assert refused.value.slug == "code-not-digits"
    assert refused.value.values["given"] == given


def test_the_secret_of_a_database_is_drawn_once_and_kept(tmp_path: Path) -> None:
    store = CallingDesk(tmp_path).desk.store
    drawn = secret(store, "code_secret")
    assert len(drawn) == 32
    assert secret(store, "code_secret") == drawn
    assert secret(store, "another") != drawn
    store.close()
    again = open_store(tmp_path / "netfin.db")
    assert secret(again, "code_secret") == drawn


def test_a_database_that_cannot_be_written_and_has_no_secret_says_so(tmp_path: Path) -> None:
    store = CallingDesk(tmp_path).desk.store
    read_only = Store(store.connection, store.path, read_only=True)
    assert secret(read_only, "code_secret") == secret(store, "code_secret")
    with pytest.raises(RecordError) as refused:
        secret(read_only, "another")
    assert refused.value.slug == "database-read-only"
