"""Talking to a PostgreSQL server: the connection, and its errors in words that say what to do.

Enters: an address. Leaves: an open connection, or the reason why there is none.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping

from pg8000.native import (
    Connection,
    DatabaseError,
    InterfaceError,
    identifier,
)

from variorum.errors import LedgerError
from variorum.ledgers.address import Address

__all__ = ["TROUBLE", "Connection", "connect", "identifier", "reason"]

TROUBLE = (DatabaseError, InterfaceError, ConnectionError)
"""What pg8000 raises: the server's refusals, its own, and sometimes a connection that broke."""

ANSWER_TIMEOUT = 10.0
"""Seconds to wait for a server to answer."""

SQLSTATE_REASONS = {
    "28P01": "refuses this user: the password is missing or wrong. Write it "
    "into the address, or into the environment variable PGPASSWORD.",
    "28000": "refuses this user. Check the user's name, and the server's pg_hba.conf.",
    "3D000": "names a database that does not exist. Create it with 'createdb', or name another.",
    "42501": "does not allow this to its user. Ask the database's owner for the right to create "
    "a schema, or for a schema of your own.",
    "25006": "can only be read. Open it for writing.",
    "55P03": "is being written by another process. Wait for it, or stop it.",
    "53100": "cannot grow: the server's disk is full. Free some space and run again.",
    "53300": "has too many connections. Close some and run again.",
    "57P01": "was shut down. Start the server and run the same command again.",
    "57P03": "is on a server that is still starting. Run the same command again.",
    "42703": "is not a ledger: another program made its tables. Name another schema.",
    "42P01": "is no longer a ledger: its tables are gone. Collate the accounts again.",
    "22021": "cannot keep the character NUL in an id. Give the record another.",
}
"""What a person can do about each of the server's codes (SQLSTATE)."""


CONNECTION_ENDED = {"network error", "connection is closed"}
"""How pg8000 says that the connection has ended."""


def connect(where: Address) -> Connection:
    """Return an open connection; LedgerError that says why there is none."""
    try:
        connection = Connection(
            where.user,
            host=where.host,
            database=where.database,
            password=where.password,
            sock=_reach(where),
            ssl_context=_encryption(where),
            application_name="variorum",
        )
    except ssl.SSLError as error:
        raise LedgerError(
            f"The certificate of the server at {where.shown} cannot be trusted "
            f"({getattr(error, 'verify_message', '') or error.reason}). Use the name in the "
            "certificate, or make this machine trust its signer."
        ) from error
    except OSError as error:
        raise LedgerError(
            f"No server answers at {where.shown} ({error.strerror or error}). "
            "Start it, or check the address."
        ) from error
    except (DatabaseError, InterfaceError) as error:
        raise LedgerError(f"{where.shown} {reason(error)}") from error
    encoding = connection.parameter_statuses.get("server_encoding")
    if encoding != "UTF8":
        connection.close()
        raise LedgerError(
            f"{where.shown} is a database in {encoding}, which cannot hold every text. Make one with "
            "'createdb --encoding=UTF8 --template=template0', and name it."
        )
    return connection


def reason(error: Exception) -> str:
    """Return what a server's error means and what to do; it follows the address."""
    said = _server_fields(error)
    if said:
        code = said.get("C", "")
        return SQLSTATE_REASONS.get(code, f"failed: {said.get('M')} (code {code}).")
    if isinstance(error, ConnectionError) or str(error) in CONNECTION_ENDED:
        return "no longer answers. Check the server and run the same command again."
    if str(error) == "Server refuses SSL":
        return (
            "offers no encryption, which sslmode asks for. Turn it on there, or leave sslmode out."
        )
    return f"failed: {error}."


def _server_fields(error: BaseException | None) -> Mapping[str, str]:
    """Return what the server itself said, by the letters of its protocol; nothing if it did not.

    pg8000 hides a refusal behind the broken pipe that it meets when it then takes its leave.
    """
    while error:
        if isinstance(error, DatabaseError) and error.args and isinstance(error.args[0], dict):
            return error.args[0]
        error = error.__context__
    return {}


def _reach(where: Address) -> socket.socket:
    if where.host.startswith("/"):
        reached = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        reached.connect(f"{where.host}/.s.PGSQL.{where.port}")
        return reached
    reached = socket.create_connection((where.host, where.port), ANSWER_TIMEOUT)
    reached.settimeout(None)  # a long transaction of another process is not an error
    reached.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return reached


def _encryption(where: Address) -> ssl.SSLContext | bool | None:
    """Return what pg8000 calls an SSL context: None is "if the server can"."""
    if where.host.startswith("/") or where.ssl == "disable":
        return False
    return {"prefer": None, "require": True}.get(where.ssl, ssl.create_default_context())
