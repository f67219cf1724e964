"""How claimed notices are put together: each once, grave pages alone, the rest of many as digests."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.app.courier import DIGEST_ABOVE, _bundles, _groups
from netfin_incident.app.delivery import LEASE
from netfin_incident.app.letters import MOST_IN_DIGEST
from netfin_incident.domain.escalation import Purpose
from netfin_incident.domain.roster import Contact, Kept, Person
from netfin_incident.domain.roster.people import Address, ContactChannel
from netfin_incident.store.codec import format_time
from netfin_incident.store.outbox import Claim, PendingNotice
from story import T0

NOTICES = st.lists(
    st.builds(
        lambda purpose, to, contact, mode, severity: (purpose, to, contact, mode, severity),
        st.sampled_from(Purpose), st.sampled_from(["ann", "bo"]), st.sampled_from(["log", "sms"]),
        st.sampled_from(["live", "drill"]), st.integers(1, 4),
    ),
    max_size=80,
)  # fmt: skip


def claim(number: int, purpose: Purpose, to: str, contact: str, mode: str, severity: int) -> Claim:
    made_at = format_time(T0 + timedelta(seconds=number))
    key, incident = f"{number:032}", f"INC-2026-{number:04}"
    notice = PendingNotice(key, incident, 3, purpose, to, contact, mode, severity, made_at)
    return Claim(notice, 0)


@given(NOTICES)
def test_every_notice_is_in_one_bundle_with_its_like(
    given_ones: list[tuple[Purpose, str, str, str, int]],
) -> None:
    claims = [claim(number, *one) for number, one in enumerate(given_ones)]
    bundles = [
        one for group in _groups(claims) for one in _bundles(group, T0, lambda _person: None)
    ]
    spread = [one for bundle in bundles for one in bundle.claims]
    assert sorted(one.notice.key for one in spread) == [one.notice.key for one in claims]
    for bundle in bundles:
        notices = [one.notice for one in bundle.claims]
        assert bundle.until == T0 + LEASE
        assert len({(one.receiver, one.contact, one.mode) for one in notices}) == 1
        assert len(notices) <= MOST_IN_DIGEST
        grave = [one for one in notices if Purpose(one.purpose).is_call and one.severity <= 2]
        assert len(notices) == 1 or not grave


@given(st.integers(1, 45))
def test_what_goes_to_a_telephone_as_one_is_no_more_than_it_can_name(count: int) -> None:
    sms = Contact("sms", ContactChannel.SMS, Address(Kept.HERE, "+86 138 0000 0001"), 1)
    ann = Person("ann", "Ann", "Asia/Shanghai", "en", (sms,))
    claims = [claim(number, Purpose.PAGE, "ann", "sms", "live", 3) for number in range(count)]
    sizes = [len(one.claims) for one in _bundles(claims, T0, lambda _person: ann)]
    assert sum(sizes) == count
    assert max(sizes) == (min(count, 8) if count > DIGEST_ABOVE else 1)


@given(st.integers(1, 45))
def test_a_digest_is_made_of_more_than_five(count: int) -> None:
    claims = [claim(number, Purpose.PAGE, "ann", "log", "live", 3) for number in range(count)]
    sizes = [len(one.claims) for one in _bundles(claims, T0, lambda _person: None)]
    expected = -(-count // MOST_IN_DIGEST) if count > DIGEST_ABOVE else count
    assert len(sizes) == expected
