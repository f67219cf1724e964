"""What a letter says to machines: a key of no other database, and whatever a digest stands for."""

from dataclasses import replace
from pathlib import Path

import pytest

from calling_desk import CallingDesk
from netfin_incident.app.letters import MOST_IN_DIGEST, MOST_IN_SHORT_DIGEST
from netfin_incident.domain.escalation import Purpose
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.notify.channel import Page
from netfin_incident.notify.message import chat_text
from story import T0

PAGE = Purpose.PAGE


@pytest.fixture
def office(tmp_path: Path) -> CallingDesk:
    return CallingDesk(tmp_path)


@pytest.fixture
def paged(office: CallingDesk) -> str:
    incident_id = office.declare()
    office.tick(incident_id)
    return incident_id


def test_no_other_database_makes_the_same_key(
    office: CallingDesk, paged: str, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = CallingDesk(tmp_path / "other")
    other.tick(other.declare())
    notice, twin = (one.notice(paged, "li-na", "chat", PAGE) for one in (office, other))
    assert notice.key == twin.key
    person = office.person("li-na")
    keys = {
        one.letters.letter(one.incident(paged), notice, person, T0).key for one in (office, other)
    }
    assert len(keys) == 2
    owed = ("li-na", "chat"), ("li-na", "sms"), ("tom", "mail")
    notices = [office.notice(paged, *one, PAGE) for one in owed]
    incident = office.incident(paged)
    keys |= {office.letters.letter(incident, one, office.person(one.to), T0).key for one in notices}
    assert len(keys) == 4
    assert all(len(key) == 32 for key in keys)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("person", ["li-na", "tom"])
def test_a_telephone_is_told_every_incident_and_code_that_a_digest_stands_for(
    office: CallingDesk, person: str, mode: Mode
) -> None:
    owed = []
    for number in range(MOST_IN_SHORT_DIGEST):
        incident_id = office.declare("支付通道中断" * 30, Severity.S3, mode=mode)
        office.tick(incident_id)
        notice = office.notice(incident_id, person, "sms", PAGE)
        owed.append((office.incident(incident_id), notice))
        if number == 0:
            owed[0] = (owed[0][0], replace(notice, purpose=Purpose.ROLE_TAKEN))
    letter = office.letters.digest(owed, office.person(person), T0)
    page = Page(person, "", letter.subject, letter.text, letter.key, drill=mode is Mode.DRILL)
    sent = chat_text(page, 20_000)
    assert len(sent) <= 300, sent
    (told, _), *calls = owed
    word = "确认码" if person == "li-na" else "code"
    assert f"{told.id} {word}" not in sent
    assert told.id in sent
    for incident, _ in calls:
        assert f"{incident.id} {word} {office.codes.code(incident, person)}" in sent


def test_a_digest_that_a_channel_may_cut_names_everything_first(office: CallingDesk) -> None:
    ids = [office.declare("支付通道中断" * 30, Severity.S3) for _ in range(MOST_IN_DIGEST)]
    for one in ids:
        office.tick(one)
    owed = [(office.incident(one), office.notice(one, "li-na", "chat", PAGE)) for one in ids]
    letter = office.letters.digest(owed, office.person("li-na"), T0)
    page = Page("li-na", "", letter.subject, letter.text, letter.key, drill=False)
    sent = chat_text(page, 1000)
    assert all(f"{one.id} 确认码 {office.codes.code(one, 'li-na')}" in sent for one, _ in owed)
