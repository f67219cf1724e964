import ipaddress

import pytest

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.notify.addresses import Target, is_public, read_allowed, read_target

PLACE = Place("channels.yaml", 7)


def flaw_of(url: str) -> str:
    with pytest.raises(DefinitionError) as raised:
        read_target(url, "url", PLACE)
    assert raised.value.place == PLACE
    assert url not in str(raised.value) or len(url) < 8
    return raised.value.slug


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://Hook.Example/a?b=c", Target("https", "hook.example", 443, "/a?b=c")),
        ("https://hook.example.:8443", Target("https", "hook.example", 8443, "/")),
        ("http://10.1.2.3:80/x", Target("http", "10.1.2.3", 80, "/x")),
        ("https://[2001:DB8::1]/x", Target("https", "2001:db8::1", 443, "/x")),
        ("https://[::ffff:169.254.169.254]/", Target("https", "::ffff:a9fe:a9fe", 443, "/")),
        ("https://支付.example/渠道?k=值", Target("https", "xn--bnq875c.example", 443, "/%E6%B8%A0%E9%81%93?k=%E5%80%BC")),
        ("https://h.example/{address}?t={text}", Target("https", "h.example", 443, "/{address}?t={text}")),
    ],
)  # fmt: skip
def test_an_address_has_one_form(url: str, target: Target) -> None:
    assert read_target(url, "url") == target


@pytest.mark.parametrize(
    "url",
    [
        "", "https://", "https:///path", "https://hook.example:0/", "https://hook.example:/",
        "https://hook.example:99999/", "https://hook.example:8x/", "https://user@hook.example/",
        "https://user:word@hook.example/", "https://hook.example@127.0.0.1/", "https://h.example/#a",
        "https://h.example/a b", "https://h.example/\\@127.0.0.1", "https://h.example/\r\nX: y",
        "https://h\x00.example/", "https://h\t.example/", "https://h%2eexample/", "https://..",
        "https://-h.example/", "https://h..example/", "https://[fe80::1%25eth0]/", "https://[::1",
        "https://2130706433/", "https://0177.1/", "https://127.1/", "https://0x7f.1/",
        "https://0x7f000001/", "https://0177.0.0.01/", "https://127.0.0.1.1/", "https://1.2.3.4.5/",
        "https://ⓛocalhost/", "https://ｌocalhost/", "https://127。0。0。1/", "https://faß.example/",
        "https://{address}/", "https://h.example/\u202e", "https://" + "a." * 150 + "example/",
        "https://h.example/" + "a" * 5000,
    ],
)  # fmt: skip
def test_an_address_that_could_be_read_in_two_ways_is_refused(url: str) -> None:
    assert flaw_of(url) in {"channel-url", "channel-scheme"}


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://h.example/", "syslog://h.example", "gopher://h", "//h", "h"],
)
def test_only_web_addresses_are_reached(url: str) -> None:
    assert flaw_of(url) == "channel-scheme"


@pytest.mark.parametrize("number", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_hosts_of_the_open_internet_are_public(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.0.1",  # noqa: S104 - refused
        "169.254.169.254", "172.16.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "203.0.113.5", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
        "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2001:db8::1", "fc00::1",
        "fd00:ec2::254", "fe80::1", "fe80::1%1", "fec0::1", "ff02::1", "100::1",
    ],
)  # fmt: skip
def test_hosts_of_a_network_of_ones_own_are_not_public(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    ("allow", "host", "number", "encrypted", "permitted"),
    [
        ([], "h.example", "8.8.8.8", True, True),
        ([], "h.example", "8.8.8.8", False, False),
        ([], "h.example", "10.0.0.1", True, False),
        (["h.example"], "h.example", "10.0.0.1", True, True),
        (["H.Example."], "h.example", "10.0.0.1", False, True),
        (["h.example"], "sub.h.example", "10.0.0.1", True, False),
        (["10.0.0.0/8"], "h.example", "10.0.0.1", False, True),
        (["10.0.0.0/8"], "h.example", "11.0.0.1", False, False),
        (["10.0.0.0/8"], "h.example", "::ffff:10.0.0.1", True, True),
        (["fd00::/16"], "h.example", "fd00:ec2::254", True, False),
        (["h.example"], "h.example", "169.254.169.254", True, False),
        (["169.254.0.0/16"], "h.example", "169.254.169.254", True, False),
        (["169.254.0.0/16"], "h.example", "::ffff:169.254.169.254", True, False),
        (["169.254.169.254"], "h.example", "169.254.169.254", True, True),
        (["[::1]"], "::1", "::1", False, True),
    ],
)
def test_what_is_not_public_is_reached_only_where_it_is_named(
    allow: list[str], host: str, number: str, encrypted: bool, permitted: bool
) -> None:
    address = ipaddress.ip_address(number)
    assert read_allowed(allow).permits(host, address, encrypted=encrypted) is permitted


@pytest.mark.parametrize(
    ("entry", "slug"),
    [
        ("", "network-unreadable"),
        ("10.0.0.1/8", "network-unreadable"),
        ("127.1", "network-unreadable"),
        ("*.example", "network-unreadable"),
        ("https://h.example", "network-unreadable"),
        ("0.0.0.0/0", "network-too-wide"),
        ("::/0", "network-too-wide"),
        ("10.0.0.0/7", "network-too-wide"),
        ("8.0.0.0/7", "network-too-wide"),
    ],
)
def test_what_allows_everything_or_nothing_is_refused(entry: str, slug: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        read_allowed([entry], PLACE)
    assert (raised.value.slug, raised.value.place) == (slug, PLACE)


def test_an_address_shows_its_host_and_nothing_that_may_be_a_token() -> None:
    target = read_target("https://[2001:db8::1]:8443/robot?access_token=canary", "url")
    assert "canary" not in repr(target)
    assert target.where == "[2001:db8::1]:8443"
