"""Addresses: which of the inputs are addresses, and which addresses may be asked at all.

Enters: what a person named, or where a server leads. Leaves: a `WebAddress`, or a SourceError that says why not,
and never repeats an address with a password in it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

from msgspec import Struct

from variorum.errors import SourceError, UsageError

LONGEST_ADDRESS = 2_000
"""Characters of an address."""
MOST_ADDRESSES = 10_000
"""Addresses in a list."""
_LARGEST_LIST = 10_000_000
OWN_PORTS = {"http": 80, "https": 443}
"""The ports of the two schemes."""

_MEANT = re.compile(r"\s*(?!postgres)(?:[a-z][a-z0-9+.-]+:[/\\]|data:|https?:)", re.I)
"""What somebody means for an address of a page; a ledger's address is none, and `C:` is a disk."""
_HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)")
_KEPT = "/%:=&?~#+!$,;'@()*[]-._"
"""Signs of an address that stay as they are; all that is not ASCII is written in percents."""


class NamedAddress(Struct, frozen=True):
    """An address as a person named it, and `where`: what to call it if it may not be repeated."""

    text: str
    where: str


class WebAddress(Struct, frozen=True):
    """An address that may be asked, if its server may: `text` is the whole, in one spelling and in ASCII."""

    text: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Return the host, and the port if it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == OWN_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return the part before the path."""
        return f"{self.scheme}://{self.authority}"


def parted(given: Iterable[str | Path]) -> tuple[list[Path], list[NamedAddress]]:
    """Part what a person named into paths and addresses; what is there, or was given as a `Path`, is one."""
    paths: list[Path] = []
    addresses: list[NamedAddress] = []
    for one in given:
        if isinstance(one, str) and _MEANT.match(one) and not os.path.lexists(one):
            addresses.append(NamedAddress(one.strip(), f"address {len(addresses) + 1}"))
        else:
            paths.append(Path(one))
    return paths, addresses


def listed(path: Path) -> list[NamedAddress]:
    """Return the addresses in a file, one a line; lines that are empty or begin with "#" are none.

    UsageError where the file cannot be read, or holds too many.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_LIST + 1)
    except OSError as error:
        raise UsageError(
            f"The list of addresses {path} cannot be opened ({error.strerror}). Check its name."
        ) from error
    lines = data.decode("utf-8-sig", "replace").splitlines()
    found = list(_named(lines, path.name))
    if len(data) > _LARGEST_LIST or len(found) > MOST_ADDRESSES:
        raise UsageError(f"{path} lists more than {MOST_ADDRESSES:,} addresses. Split it.")
    return found


def _named(lines: Sequence[str], name: str) -> Iterator[NamedAddress]:
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text and not text.startswith("#"):
            yield NamedAddress(text, f"{name}, line {number}")


def address_of(text: str) -> WebAddress:
    """Return an address in its one spelling; SourceError, which does not repeat it, where it may not be asked."""
    if len(text) > LONGEST_ADDRESS:
        raise SourceError(
            f"the address has {len(text):,} characters, more than {LONGEST_ADDRESS:,}; give a shorter one"
        )
    if not text.isprintable() or " " in text or "\\" in text:
        raise SourceError(
            "the address holds spaces, backslashes or signs that cannot be printed; copy it again"
        )
    try:
        parts = urlsplit(text)
        scheme, port = parts.scheme.lower(), parts.port
        host = _host(parts.hostname or "")
    except ValueError as error:
        raise SourceError(_NONE) from error
    if "@" in parts.netloc:
        raise SourceError(
            "the address holds a name or password, which would be sent and kept; give it without them"
        )
    if scheme not in OWN_PORTS:
        raise SourceError(_NONE)
    path = quote(parts.path or "/", safe=_KEPT)
    target = f"{path}?{quote(parts.query, safe=_KEPT)}" if parts.query else path
    made = WebAddress("", scheme, host, port or OWN_PORTS[scheme], target)
    return WebAddress(f"{made.origin}{target}", scheme, host, made.port, target)


_NONE = "is no address of a page; only addresses that begin with https:// or http:// and name a server are asked"


def _host(name: str) -> str:
    """Return a host in ASCII; ValueError for none, and for numbers that only some programs take for one."""
    with suppress(ValueError):
        if "%" in name:
            raise ValueError("a zone of this machine")
        return str(ip_address(name))
    host = name.encode("idna").decode("ascii").lower().removesuffix(".")
    if not _HOST.fullmatch(host) or _NUMBER.fullmatch(host.rpartition(".")[2]):
        raise ValueError("no name of a server")
    return host
