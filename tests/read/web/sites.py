"""A site on this machine, which behaves as badly as a test wants it to, and a world in which it is public."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread

from msgspec.structs import replace

from tests.read.reading_room import English
from tests.read.warehouse import page
from variorum.read.ingestion import read_source
from variorum.read.inputs import Source
from variorum.read.web.addresses import NamedAddress
from variorum.read.web.evidence import EvidencePacket
from variorum.read.web.exchange import Bounds
from variorum.read.web.reaching import Outside, ips_of, may_be_asked
from variorum.read.web.retrieval import Retrieval, retrieve
from variorum.records import Account, Problem
from variorum.settings import Settings

HERE = "127.0.0.1"
NAME = "news.example"
NOW = datetime(2031, 5, 5, 10, 4, tzinfo=UTC)
QUICK = Bounds(opening_s=2, silence_s=0.5, whole_s=20, most_bytes=100_000)
Reply = Callable[[str], bytes | Iterable[bytes]]
"""From the head of a request to all that is sent back, in pieces if they are to be slow."""


class Site:
    """A server: `pages` are its replies by path, `heads` what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {}
        self.heads: list[str] = []
        self.port = 0
        self.stopping = Event()

    def at(self, path: str, host: str = NAME) -> str:
        return f"http://{host}:{self.port}{path}"

    def asked(self) -> list[str]:
        """Return the paths that were asked, robots.txt left out."""
        paths = [head.split()[1] for head in self.heads]
        return [path for path in paths if path != "/robots.txt"]

    def reply(self, head: str) -> bytes | Iterable[bytes]:
        reply = self.pages.get(head.split()[1])
        return sent(b"", status="404 Not Found") if reply is None else reply(head)


class World:
    """An outside in which the sites are public and an hour may go by in no time."""

    def __init__(self, *sites: Site) -> None:
        self.names: dict[str, list[str]] = {NAME: [HERE]}
        self.public = {(HERE, site.port) for site in sites}
        self.slept: list[float] = []
        self.now = NOW

    def outside(self) -> Outside:
        return Outside(
            resolve=self.resolve, permits=self.permits, clock=self.clock, sleep=self.sleep,
            now=lambda: self.now,
        )  # fmt: skip

    def resolve(self, host: str, port: int) -> list[str]:
        return self.names[host] if host in self.names else ips_of(host, port)

    def permits(self, number: str, port: int) -> bool:
        return (number, port) in self.public or may_be_asked(number, port)

    def clock(self) -> float:
        return time.monotonic() + sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            head = received(self.request)
            site.heads.append(head)
            reply = site.reply(head)
            try:
                for piece in [reply] if isinstance(reply, bytes) else reply:
                    self.request.sendall(piece)
                    if site.stopping.is_set():
                        return
            except OSError:
                return

    class Server(ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server((HERE, 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        site.port = server.server_address[1]
        try:
            yield site
        finally:
            site.stopping.set()
            server.shutdown()


def received(line: object) -> str:
    data = b""
    while b"\r\n\r\n" not in data:
        part = line.recv(65536)  # type: ignore[attr-defined]
        if not part:
            break
        data += part
    return data.decode("latin-1")


def sent(
    content: bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK",
    fields: Mapping[str, str] = {},
) -> bytes:  # fmt: skip
    """Return a whole response."""
    told = {"Content-Type": kind, "Content-Length": str(len(content)), **fields}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + content


def always(reply: bytes) -> Reply:
    return lambda head: reply


def article(told: str = "The quay will close in June, the harbour office said.") -> Reply:
    return always(sent(page(told).encode()))


def redirect(to: str, status: str = "302 Found") -> Reply:
    return always(sent(b"", status=status, fields={"Location": to}))


def zipped(content: bytes) -> bytes:
    return sent(gzip.compress(content), fields={"Content-Encoding": "gzip"})


def sources(
    folder: Path, world: World, *addresses: str, bounds: Bounds | None = None
) -> list[Source]:
    """Retrieve addresses into an evidence packet in a folder."""
    named = [NamedAddress(text, f"address {n}") for n, text in enumerate(addresses, 1)]
    settings = replace(Settings(), max_source_bytes=(bounds or QUICK).most_bytes)
    if bounds is None:
        return retrieve(named, packet(folder), settings, outside=world.outside())
    from variorum.read.web.addresses import address_of

    with EvidencePacket(packet(folder)) as evidence:
        retrieving = Retrieval(evidence, bounds, world.outside())
        return [retrieving.source(address_of(text)) for text in addresses]


def packet(folder: Path) -> Path:
    return folder / "flood.variorum.warc.gz"


def read(found: Sequence[Source]) -> tuple[list[Account], list[Problem]]:
    accounts: list[Account] = []
    problems: list[Problem] = []
    for source in found:
        some, told = read_source(source, Settings(), English())
        accounts += some
        problems += told
    return accounts, problems


def why(folder: Path, world: World, address: str, bounds: Bounds = QUICK) -> str:
    """Retrieve one address that gives nothing; return the reason."""
    (source,) = sources(folder, world, address, bounds=bounds)
    assert source.part is None
    accounts, (problem,) = read([source])
    assert accounts == []
    assert problem.where == source.name
    return problem.reason
