"""Which machines may be asked."""

from __future__ import annotations

import pytest

from variorum.read.web.reaching import is_public, may_be_asked


@pytest.mark.parametrize(
    "number",
    [
        "0.0.0.0",  # noqa: S104
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "192.0.2.1", "224.0.0.1", "239.1.1.1",
        "240.0.0.1", "255.255.255.255", "192.88.99.1", "168.63.129.16",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:808:808::1", "2001::1", "2001:db8::1", "not a number", "",
    ],
)  # fmt: skip
def test_a_number_that_is_not_public_is_never_asked(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1"])
def test_a_public_number_may_be_asked_at_the_ports_of_the_web(number: str) -> None:
    assert [port for port in (22, 25, 80, 443, 6379, 8080) if may_be_asked(number, port)] == [
        80,
        443,
    ]
