"""Which addresses may be reached: web addresses in one strict form, and public hosts only.

A private, loopback, link-local, multicast or metadata address is reached only where the settings
name the host or the network.  What is judged is the number that is then connected to, never the
name, so that no spelling and no later answer of the name service leads elsewhere.
"""

import ipaddress
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.wording import notify_sayings as words

Address = IPv4Address | IPv6Address
Net = IPv4Network | IPv6Network

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LONGEST_HOST: Final = 253
_LONGEST_URL: Final = 4000
_PATH_SAFE: Final = "/%:@!$&'()*+,;=~-._?{}"

_METADATA: Final = frozenset(
    ipaddress.ip_address(number)
    for number in (
        "169.254.169.254", "169.254.170.2", "169.254.0.23", "100.100.100.200", "168.63.129.16",
        "192.0.0.192", "fd00:ec2::254",
    )
)  # fmt: skip
"""Where clouds hand out credentials to whoever asks; allowed only by the exact number."""
_NOT_PUBLIC: Final = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("192.88.99.0/24"))
_ALLOTTED: Final = ipaddress.ip_network("2000::/3")
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_SHORTEST_PREFIX: Final = {4: 8, 6: 16}


@dataclass(frozen=True, slots=True)
class Target:
    """One web address, taken apart; the part after the host may hold a token and is not shown."""

    scheme: str
    host: str
    """In ASCII and small letters, without a dot at the end."""
    port: int
    path: str = field(repr=False)
    """Path and query, ready to be sent."""

    @property
    def where(self) -> str:
        """The part that may be shown."""
        return f"{self.authority}:{self.port}"

    @property
    def authority(self) -> str:
        """The host as it stands in an address."""
        return f"[{self.host}]" if ":" in self.host else self.host


@dataclass(frozen=True, slots=True)
class Allowed:
    """The hosts and networks that the settings name, beside what is public."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[Net, ...] = ()

    @property
    def named(self) -> frozenset[str]:
        """The hosts and single addresses that are named one by one."""
        single = {str(net.network_address) for net in self.networks if _is_one(net)}
        return self.hosts | single

    def permits(self, host: str, address: Address, *, encrypted: bool) -> bool:
        """Whether `host` may be reached at `address`; in plain text only where it is named."""
        address = carried(address)
        if any(address in network and _is_one(network) for network in self.networks):
            return True
        if address in _METADATA:
            return False
        named = host in self.hosts or any(address in network for network in self.networks)
        return named or (encrypted and is_public(address))

    def excludes(self, host: str, *, encrypted: bool) -> bool:
        """Whether it is certain, without asking the name service, that `host` is never reached."""
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return not (encrypted or host in self.hosts or self.networks)
        return not self.permits(host, address, encrypted=encrypted)


def read_allowed(entries: Iterable[str], place: Place | None = None) -> Allowed:
    """What a list of host names, addresses and networks (`10.1.0.0/16`) allows.

    Raises:
        DefinitionError: an entry is none of these, or a network is too wide.
    """
    hosts, networks = set(), []
    for entry in entries:
        try:
            network = ipaddress.ip_network(entry)
        except ValueError:
            host = _host(entry)
            if isinstance(host, Text):
                raise DefinitionError("network-unreadable", place=place, given=entry) from None
            hosts.add(host)
            continue
        if network.prefixlen < _SHORTEST_PREFIX[network.version]:
            shortest = _SHORTEST_PREFIX[network.version]
            raise DefinitionError("network-too-wide", place=place, given=entry, shortest=shortest)
        networks.append(network)
    return Allowed(frozenset(hosts), tuple(networks))


def read_target(
    url: str, field: str, place: Place | None = None, schemes: Collection[str] = ("https", "http")
) -> Target:
    """The address `url`, checked; it is never repeated in a message, for it may hold a token.

    Raises:
        DefinitionError: its scheme is not among `schemes`, or its form leaves room for doubt.
    """
    flaw = _unclean(url)
    if flaw is not None:
        raise DefinitionError("channel-url", place=place, field=field, flaw=flaw)
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError:
        flaw = words.URL_FORM
        raise DefinitionError("channel-url", place=place, field=field, flaw=flaw) from None
    if split.scheme not in schemes:
        raise DefinitionError(
            "channel-scheme", place=place, field=field, given=split.scheme, choices=schemes
        )
    host = _host(split.hostname or "")
    flaw = host if isinstance(host, Text) else _flaw(split, port)
    if flaw is not None:
        raise DefinitionError("channel-url", place=place, field=field, flaw=flaw)
    path = quote(split.path or "/", safe=_PATH_SAFE)
    query = f"?{quote(split.query, safe=_PATH_SAFE)}" if split.query else ""
    return Target(split.scheme, str(host), port or _DEFAULT_PORTS[split.scheme], path + query)


def read_host(text: str) -> str | None:
    """A bare host name or address in its one form; None where it is neither."""
    host = _host(text)
    return None if isinstance(host, Text) else host


def is_public(address: Address) -> bool:
    """Whether `address` belongs to the open internet and to a single host."""
    address = carried(address)
    if isinstance(address, IPv6Address):
        return address in _ALLOTTED and address.is_global
    special = address.is_multicast or any(address in network for network in _NOT_PUBLIC)
    return address.is_global and not special


def carried(address: Address) -> Address:
    """The IPv4 address that an IPv6 address leads to, where it does; else the address itself."""
    if isinstance(address, IPv6Address):
        if address.scope_id:
            return IPv6Address(int(address))
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return inner
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def _unclean(url: str) -> Text | None:
    if len(url) > _LONGEST_URL:
        return words.URL_LONG
    if not url.isprintable() or any(sign in url for sign in ' \\"<>^`|'):
        return words.URL_CHARACTER
    return None


def _flaw(split: SplitResult, port: int | None) -> Text | None:
    if "@" in split.netloc:
        return words.URL_USER
    if split.fragment:
        return words.URL_FRAGMENT
    if port == 0 or split.netloc.endswith(":"):
        return words.URL_FORM
    return None


def _host(text: str) -> str | Text:
    """The host in its one form, or what is wrong with it."""
    host = text.lower().removesuffix(".")
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        return str(ipaddress.ip_address(bare)) if "%" not in bare else words.URL_HOST
    except ValueError:
        pass
    if not host.isascii():
        # The name service knows the ASCII form only, and look-alikes must not have two readings.
        try:
            name = host.encode("idna").decode("ascii")
            if name.encode("ascii").decode("idna") != host:
                return words.URL_HOST
        except UnicodeError:
            return words.URL_HOST
        host = name
    labels = host.split(".")
    if len(host) > _LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        return words.URL_HOST
    return words.URL_NUMBER if _NUMBER.fullmatch(labels[-1]) else host


def _is_one(network: Net) -> bool:
    return network.prefixlen == network.max_prefixlen
