import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.sources.net.addresses import is_any, is_open


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::",
        "2001:db8::1", "no address", "",
    ],
)
def test_not_open(address: str) -> None:
    assert not is_open(address) and is_any(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"])
def test_open(address: str) -> None:
    assert is_open(address)


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_no_more_open(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    assert {is_open(f"::ffff:{address}"), is_open(str(ipaddress.IPv6Address((0x0064_FF9B << 96) | number)))} == {is_open(str(address))}
