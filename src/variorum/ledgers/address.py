"""The address of a ledger in PostgreSQL: what it names, and how it may be printed.

Enters: ``postgresql://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME``. Leaves: its parts. No message
repeats a part that could be a piece of a password.
"""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from variorum.errors import UsageError

PORT = 5432
DEFAULT_SCHEMA = "variorum"
SSL_MODES = ("disable", "prefer", "require", "verify-full")
SCHEMA_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
ADDRESS_FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME"


@dataclass(frozen=True)
class Address:
    """Where a ledger is: `host` may be the folder of a server's Unix socket."""

    host: str
    port: int
    user: str
    database: str
    password: str = field(repr=False)
    schema: str = DEFAULT_SCHEMA
    ssl: str = "prefer"

    @property
    def shown(self) -> str:
        """The address without its password."""
        if self.host.startswith("/"):
            where, more = "", f"host={self.host}&port={self.port}&"
        else:
            host = f"[{self.host}]" if ":" in self.host else self.host
            where, more = f"{host}:{self.port}", ""
        return f"postgresql://{self.user}@{where}/{self.database}?{more}schema={self.schema}"


def address(url: str) -> Address:
    """Return the parts of an address; UsageError if it is not of the form `ADDRESS_FORM`.

    The user is by default the one who runs the program, the database the one of the user's
    name, the password what the environment variable ``PGPASSWORD`` holds.
    """
    parts, port = _split(url)
    options = _options(parts.query)
    user = unquote(parts.username or "") or getpass.getuser()
    return Address(
        host=options.get("host") or unquote(parts.hostname or "") or "localhost",
        port=port or int(options.get("port", PORT)),
        user=user,
        database=unquote(parts.path.removeprefix("/")) or user,
        password=unquote(parts.password or "") or os.environ.get("PGPASSWORD", ""),
        schema=options.get("schema", DEFAULT_SCHEMA),
        ssl=options.get("sslmode", "prefer"),
    )


def _split(url: str) -> tuple[SplitResult, int | None]:
    """Split an address; what follows from a mark in a password that was not encoded is refused."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _malformed() from None
    marked = re.search("[/@:]", parts.path.removeprefix("/")) or "@" in (parts.username or "")
    if parts.fragment or marked:
        raise _malformed()
    if "\0" in unquote(url):
        raise UsageError(
            "The address of the ledger holds the character NUL (%00), which no server takes. "
            "Write it without."
        )
    return parts, port


def _options(query: str) -> Mapping[str, str]:
    try:
        options = dict(parse_qsl(query, strict_parsing=True)) if query else {}
    except ValueError:
        raise _malformed() from None
    if not options.keys() <= {"schema", "sslmode", "host", "port"}:
        raise UsageError(
            "The address of the ledger has an unknown setting. "
            "It may have schema, sslmode, host and port."
        )
    if options.get("sslmode", "prefer") not in SSL_MODES:
        raise UsageError(f"The sslmode of an address is one of {', '.join(SSL_MODES)}.")
    if not SCHEMA_NAME.fullmatch(options.get("schema", DEFAULT_SCHEMA)):
        raise UsageError(
            "The schema of an address is a name of small letters, digits and underscores."
        )
    if not options.get("port", "0").isdecimal():
        raise _malformed()
    return options


def _malformed() -> UsageError:
    return UsageError(
        f"The address of the ledger does not have the form {ADDRESS_FORM}. "
        "Marks such as @ : / ? # in a password are written as %40 %3A %2F %3F %23."
    )
