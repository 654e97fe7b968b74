"""A PostgreSQL server of the system's own packages, for as long as the tests run."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.parse import quote

import pytest
from pg8000.native import Connection, DatabaseError, InterfaceError

PACKAGES = Path("/usr/lib/postgresql")
OWNER, PASSWORD = "ada", "m@rrick: d/am?#1"
"""The password has every mark that an address must encode."""
PATIENCE = 30.0


class Server:
    """A running server, reached through a socket in its own folder or on this machine's port."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self._schemas = count()

    def url(self, *, password: str = PASSWORD, database: str = "postgres", **options: str) -> str:
        """Return an address; without a schema among the options, that of a new one."""
        options = {"schema": f"story_{next(self._schemas)}", "port": str(self.port), **options}
        options.setdefault("host", str(self.folder))
        query = "&".join(f"{key}={quote(value)}" for key, value in options.items())
        account = f"{OWNER}:{quote(password, safe='')}"
        return f"postgresql://{account}@/{database}?{query}"

    def connect(self, database: str = "postgres") -> Connection:
        """Open a connection as any other program would."""
        place = f"{self.folder}/.s.PGSQL.{self.port}"
        return Connection(OWNER, password=PASSWORD, unix_sock=place, database=database)

    def run(self, command: str, database: str = "postgres") -> list[list[object]]:
        """Run one command as another program; return its rows."""
        with self.connect(database) as connection:
            return connection.run(command) or []


def program(name: str) -> str | None:
    """Return the newest program of that name among the packages, or the one on the path."""
    found = sorted(PACKAGES.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    return str(found[-1]) if found else shutil.which(name)


@contextmanager
def serving() -> Iterator[Server]:
    """Yield a running server; skip where there is no program for it, fail where CI is set."""
    initdb, postgres = program("initdb"), program("postgres")
    if initdb is None or postgres is None:
        if "CI" in os.environ:
            pytest.fail("PostgreSQL's server programs are not installed.")
        pytest.skip("PostgreSQL's server programs are not installed.")
    # the server refuses to be root, and must be able to enter its folder and the socket's
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    with TemporaryDirectory(prefix="variorum-") as name:
        folder = Path(name)
        (folder / "password").write_text(PASSWORD)
        for path in (folder, folder / "password"):
            os.chown(path, pwd.getpwnam(user).pw_uid, -1)
        make = [initdb, "-D", f"{name}/data", "-U", OWNER, "--pwfile", f"{name}/password"]
        make += ["-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(make, check=True, capture_output=True, user=user, cwd=name)  # noqa: S603
        server = Server(folder, free_port())
        with _running([postgres, "-D", f"{name}/data", "-k", name], server, user):
            yield server


@contextmanager
def _running(command: list[str], server: Server, user: str) -> Iterator[None]:
    """Run the server, without waiting for disks; end it at the end."""
    command += ["-p", str(server.port), "-c", "listen_addresses=127.0.0.1"]
    command += ["-c", "fsync=off", "-c", "max_connections=40"]
    with (server.folder / "log").open("wb") as log:
        child = subprocess.Popen(  # noqa: S603
            command, stdout=log, stderr=log, user=user, cwd=server.folder
        )
    try:
        _await(child, server)
        yield
    finally:
        child.send_signal(signal.SIGINT)  # end now, whoever is connected
        child.wait(PATIENCE)


def _await(child: subprocess.Popen[bytes], server: Server) -> None:
    until = monotonic() + PATIENCE
    while True:
        try:
            server.connect().close()
            return
        except (InterfaceError, DatabaseError):
            if child.poll() is not None or monotonic() > until:
                pytest.fail((server.folder / "log").read_text())
            sleep(0.05)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
