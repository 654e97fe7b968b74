"""Retrieval: addresses that a person named, asked one after another, with manners and within bounds.

Enters: named addresses, the path of the evidence, `Settings`, the `Outside`. Leaves: a `Source` for each, whose
response stands in the evidence, or which says why there is none. What cannot be had now, and was retrieved in an
earlier run, is read as it was then, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from msgspec import Struct

from variorum.errors import SourceError, UsageError
from variorum.read.inputs import Source
from variorum.read.web.addresses import NamedAddress, WebAddress, address_of
from variorum.read.web.evidence import UNCHANGED, EvidencePacket, Retrieved
from variorum.read.web.exchange import (
    AGENT,
    OK,
    Bounds,
    Exchange,
    Request,
    exchanged,
    redirect_of,
)
from variorum.read.web.reaching import OUTSIDE, Outside
from variorum.read.web.robots import RobotRule, allows, rules_for
from variorum.settings import Settings

EVIDENCE_ENDING = ".variorum.warc.gz"
"""The ending of the archive beside a ledger, in the place of ".variorum"."""
MOST_REDIRECTS = 5
"""Addresses that one may lead to, one after another."""
PAUSE_S = 1.0
"""Seconds between two requests to one host."""
BACK_OFF_S = (2.0, 8.0)
"""Seconds before a request that a busy server turned away is sent again, the second time and the last."""
BUSY_STATUSES = frozenset({429, 500, 502, 503, 504})
"""Statuses after which the same request may be answered."""
_BROKEN = 500
"""From this status on a server says that the fault is its own."""
_CLOSED = frozenset({401, 402, 403, 451})
"""Statuses of pages that a server does not give to everybody."""
_GONE = frozenset({404, 410})

Report = Callable[[str, int, int], None]


class _Robots(Struct, frozen=True):
    """What a server asks of programs; or why that could not be found out."""

    rules: list[RobotRule] = []
    unknown: str | None = None


def require_allowed(named: Sequence[NamedAddress], *, allowed: bool) -> None:
    """Raise UsageError if there are addresses and the network is not allowed."""
    if named and not allowed:
        raise UsageError(
            "Addresses are asked over the network only if you allow it: add --allow-network "
            "(in Python, allow_network=True), or save the pages and name the files."
        )


def retrieve(
    named: Sequence[NamedAddress],
    beside: Path,
    settings: Settings,
    *,
    report: Report = lambda step, done, total: None,
    outside: Outside = OUTSIDE,
) -> list[Source]:
    """Ask for each address once, and return a source for each; LedgerError if the evidence cannot be kept.

    `beside` is the path of the evidence. What was fetched before a run is stopped stays in it.
    """
    found: dict[str, Source] = {}
    with EvidencePacket(beside) as evidence:
        bounds = Bounds(most_bytes=settings.max_source_bytes)
        retrieving = Retrieval(evidence, bounds, outside)
        for done, one in enumerate(named):
            report("retrieve", done, len(named))
            try:
                address = address_of(one.text)
            except SourceError as error:
                found[one.where] = Source(one.where, beside, refused=str(error), is_address=True)
                continue
            if address.text not in found:
                found[address.text] = retrieving.source(address)
    report("retrieve", len(named), len(named))
    return list(found.values())


class Retrieval:
    """Asks addresses, one after another, and remembers of their servers what it learned."""

    def __init__(self, evidence: EvidencePacket, bounds: Bounds, outside: Outside) -> None:
        self.evidence = evidence
        self._bounds, self._outside = bounds, outside
        self._asked_at: dict[str, float] = {}
        self._robots: dict[str, _Robots] = {}

    def source(self, address: WebAddress) -> Source:
        """Return an address as a source: its page as it is now, or else as it was, or why there is none."""
        path, name = self.evidence.path, address.text
        before = self.evidence.page_of(name, MOST_REDIRECTS)
        try:
            page = self._page(address, self._outside.clock() + self._bounds.whole_s)
        except SourceError as error:
            if before is None:
                return Source(name, path, refused=str(error), is_address=True)
            note = f"was read as it was on {before.when[:10]}, since it could not be retrieved anew: {error}"
            return Source(name, path, part=before.part, note=note, is_address=True)
        return Source(name, path, part=page.part, is_address=True)

    def _page(self, address: WebAddress, until: float) -> Retrieved:
        """Return the page at an address, or where it leads; each address on the way is checked, asked and kept."""
        for _ in range(MOST_REDIRECTS + 1):
            self._require_welcome(address, until)
            known = self.evidence.known(address.text)
            conditions = known.conditions if known and known.leads_to is None else {}
            exchange = self._answered(Request(address, conditions), until)
            self.evidence.add(exchange)
            to = redirect_of(address.text, exchange.status, exchange.fields)
            if to is None:
                return self._kept(exchange)
            address = to
        raise SourceError(
            f"the server leads on more than {MOST_REDIRECTS} times; open the page, and give the address that the "
            "browser shows"
        )

    def _kept(self, exchange: Exchange) -> Retrieved:
        known = self.evidence.known(exchange.address.text)
        if exchange.status in (OK, UNCHANGED) and known and known.leads_to is None:
            return known
        raise SourceError(_told(exchange.status))

    def _answered(self, request: Request, until: float) -> Exchange:
        """Return the response to a request, which a busy server gets again after a pause, as long as it asks for."""
        for pause in (*BACK_OFF_S, None):
            self._pace(request.address.host)
            exchange = exchanged(request, self._bounds, self._outside, until)
            if exchange.status not in BUSY_STATUSES or pause is None:
                break
            wait = max(pause, _retry_after(exchange, self._outside.now()))
            if self._outside.clock() + wait >= until:
                raise SourceError(
                    f"the server replied {exchange.status} and asks to wait {wait:,.0f} s; try again then"
                )
            self._outside.sleep(wait)
        return exchange

    def _pace(self, host: str) -> None:
        """Wait until a second has gone by since the last request to a host."""
        now = self._outside.clock()
        due = self._asked_at.get(host, now - PAUSE_S) + PAUSE_S
        if due > now:
            self._outside.sleep(due - now)
        self._asked_at[host] = max(due, now)

    def _require_welcome(self, address: WebAddress, until: float) -> None:
        """Raise SourceError where a server asks programs not to read an address, or does not say."""
        if address.origin not in self._robots:
            self._robots[address.origin] = self._robots_of(address, until)
        robots = self._robots[address.origin]
        if robots.unknown is not None:
            raise SourceError(robots.unknown)
        if not allows(robots.rules, address.target):
            raise SourceError(
                f"the robots.txt of {address.authority} asks programs not to read it; open the page and save it "
                "as HTML"
            )

    def _robots_of(self, address: WebAddress, until: float) -> _Robots:
        """Ask a server for its robots.txt; one that has none lets everybody in (RFC 9309)."""
        at = address_of(f"{address.origin}/robots.txt")
        try:
            for _ in range(MOST_REDIRECTS + 1):
                exchange = self._answered(Request(at, page=False), until)
                to = redirect_of(at.text, exchange.status, exchange.fields)
                if to is None:
                    return _robots_in(exchange)
                at = to
        except SourceError as error:
            return _Robots(unknown=str(error))
        return _Robots()


def _robots_in(exchange: Exchange) -> _Robots:
    if exchange.status == OK:
        return _Robots(rules_for(exchange.content, AGENT))
    if exchange.status in BUSY_STATUSES or exchange.status >= _BROKEN:
        return _Robots(
            unknown=f"the robots.txt of the server could not be read (status {exchange.status}); try again later"
        )
    return _Robots()


def _told(status: int) -> str:
    if status in _GONE:
        return f"there is no such page (status {status}); check the address in a browser"
    if status in _CLOSED:
        return f"the server does not give the page to programs (status {status}); open it and save it as HTML"
    if status in BUSY_STATUSES:
        return f"the server is busy or broken (status {status}); try again later"
    return f"the server gave no page (status {status}); open it in a browser, and save it as HTML"


def _retry_after(exchange: Exchange, now: datetime) -> float:
    """Return for how many seconds a server asks not to be asked: a number, or until a date; 0 for neither."""
    said = exchange.fields.get("retry-after", "").strip()
    if said.isdecimal() and said.isascii():
        return float(said[:9])
    with suppress(ValueError, TypeError, OverflowError):
        until = parsedate_to_datetime(said)
        return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
    return 0.0
