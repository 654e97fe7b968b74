"""Reaching: a connection to a server, if the server is one of the public network.

Enters: a `WebAddress`, and the `Outside`. Leaves: an open connection, and the IP address at its other end.

A name is resolved once, and the connection goes to the IP address that was checked: a name that leads elsewhere the next
time leads nowhere. If one of its addresses is not public, none is asked.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network
from ssl import SSLContext

from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.web.addresses import OWN_PORTS, WebAddress

MOST_TRIED = 3
"""Numbers of one name that are tried in turn."""
_UNICAST = IPv6Network("2000::/3")
"""All that is handed out of IPv6; outside it are this machine, its network, and ways into IPv4 (RFC 4291)."""
_WITHHELD = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocols, and secrets of machines of a cloud (Oracle)
            "192.88.99.0/24",  # ways into 6to4
            "168.63.129.16/32",  # secrets of machines of a cloud (Azure)
            "2001::/23",  # protocols, Teredo among them
            "2002::/16",  # 6to4
            "2001:db8::/32",  # documents
            "3fff::/20",
        ),
    )
)
"""Networks of special purpose that some versions of Python take for public (IANA's registries)."""


def is_public(ip: str) -> bool:
    """Tell an IP address of the public network from one of this machine, its network, or a way into either."""
    try:
        found = ip_address(ip)
    except ValueError:
        return False
    if not found.is_global or found.is_multicast or found.is_reserved:
        return False
    if any(found in network for network in _WITHHELD):
        return False
    return isinstance(found, IPv4Address) or found in _UNICAST


def may_be_asked(ip: str, port: int) -> bool:
    """Tell whether a connection may go to a port of a machine: a public one, at a port of the web."""
    return is_public(ip) and port in OWN_PORTS.values()


def ips_of(host: str, port: int) -> list[str]:
    """Return the IP addresses of a name, as this machine resolves it; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


class Outside(Struct, frozen=True):
    """All that retrieving takes of the world: names, connections, certificates, time. Tests give their own."""

    resolve: Callable[[str, int], list[str]] = ips_of
    permits: Callable[[str, int], bool] = may_be_asked
    tls: Callable[[], SSLContext] = ssl.create_default_context
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


OUTSIDE = Outside()
"""The world as it is."""


def reach(address: WebAddress, outside: Outside, seconds: float) -> tuple[socket.socket, str]:
    """Open a connection within so many seconds for each IP address; SourceError where none may be, or can be, opened."""
    try:
        ips = outside.resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        raise SourceError(
            f"the name {address.host} is not known; check the address, and your connection"
        ) from error
    if not ips or not all(outside.permits(one, address.port) for one in ips):
        raise SourceError(
            f"{address.authority} is no server of the public web (a private or special IP address, or an unusual "
            "port), and is never asked; save the page as HTML"
        )
    return _opened(address, ips[:MOST_TRIED], outside, seconds)


def _opened(
    address: WebAddress, ips: list[str], outside: Outside, seconds: float
) -> tuple[socket.socket, str]:
    failure: OSError | None = None
    for ip in ips:
        try:
            connection = socket.create_connection((ip, address.port), timeout=seconds)
        except OSError as error:
            failure = error
            continue
        return _secured(connection, address, outside), ip
    raise SourceError(
        f"{address.authority} cannot be reached ({_told(failure)}); try again later"
    ) from failure


def _secured(connection: socket.socket, address: WebAddress, outside: Outside) -> socket.socket:
    """Return a connection on which the server has shown who it is, if the address asks for that."""
    if address.scheme == "http":
        return connection
    try:
        return outside.tls().wrap_socket(connection, server_hostname=address.host)
    except (OSError, ValueError) as error:
        connection.close()
        raise SourceError(
            f"{address.authority} could not show that it is the server named ({_told(error)}); look at the "
            "page in a browser, and save it as HTML if you trust it"
        ) from error


def _told(error: Exception | None) -> str:
    """Return what went wrong in a few words of the system; nothing in them is the server's."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return "certificate not valid"
    if isinstance(error, TimeoutError):
        return "no reply in time"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
