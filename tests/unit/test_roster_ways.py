import pytest

from netfin_incident.domain.reached import Ways
from netfin_incident.domain.roster import Address, Contact, ContactChannel, Kept, Person
from netfin_incident.domain.roster.ways import CARRIED, bare_number, ways
from netfin_incident.notify import KINDS


def person(*channels: ContactChannel) -> Person:
    contacts = tuple(
        Contact(f"{channel}-{place}", channel, Address(Kept.HERE, "x"), place)
        for place, channel in enumerate(channels)
    )
    return Person("ann", "安", "Asia/Shanghai", "zh-Hans", contacts)


def test_numbers_to_dial_and_contacts_to_send_to_each_keep_their_order() -> None:
    phone, sms, bell = ContactChannel.PHONE, ContactChannel.SMS, ContactChannel.BELL
    assert ways(person(phone, sms, phone, bell)) == Ways(
        ("sms-1", "bell-3"), ("phone-0", "phone-2")
    )


def test_a_person_without_contacts_is_reached_in_no_way() -> None:
    assert ways(person()) == Ways()


@pytest.mark.parametrize("channel", ContactChannel)
def test_every_channel_of_the_roster_is_carried_or_dialled(channel: ContactChannel) -> None:
    reached = ways(person(channel))
    assert bool(reached.dial) is (channel is ContactChannel.PHONE)
    assert bool(reached.contacts) is not bool(reached.dial)


def test_every_kind_that_carries_a_contact_can_be_made_and_every_kind_carries_one() -> None:
    assert {kind for carriage in CARRIED.values() for kind in carriage.kinds} == set(KINDS)


def test_a_number_loses_only_what_makes_it_readable() -> None:
    assert bare_number("+86 (138) 0000-0001") == "+8613800000001"
    assert bare_number("010 8888 0000转8") == "01088880000转8"
