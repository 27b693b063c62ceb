"""Which addresses of the network may be asked: those that are open to everybody."""

import ipaddress
from collections.abc import Callable, Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_open(address: str) -> bool:
    """Whether an IP address is public: not private, loopback, link-local, multicast or reserved, nor such a one inside an IPv6 address."""
    try:
        found: Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast and not each.is_reserved and not each.is_unspecified for each in _meant(found))


def _meant(address: Address) -> Sequence[Address]:
    """The address, or the IPv4 addresses that it carries (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address, address.sixtofour)
    if address.teredo is not None:
        return (address, *address.teredo)
    if address in _NAT64:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)


def is_any(address: str) -> bool:
    """Any address at all: for --allow-private."""
    return True
