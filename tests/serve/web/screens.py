"""Screens for tests: a ledger in a file, the application behind its guard, and people who use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from httpx import Response
from starlette.testclient import TestClient

from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import (
    Account,
    Decision,
    Entity,
    Event,
    Finding,
    Quotation,
    Record,
    Region,
    Span,
    Speaker,
    Verdict,
)
from variorum.seams import Ledger
from variorum.serve.web.app import application
from variorum.serve.web.screen import Screen
from variorum.serve.web.sessions import Sessions

PORT = 8765
HERE = f"http://127.0.0.1:{PORT}"
TOKEN = "the-token-of-this-run"  # noqa: S105 - a token for tests

KINDS = ("figure differs", "sense differs", "scope differs")
NUMBERS = (("Forty", "Fifty"), ("Nine", "Ten"), ("Two", "Three"))
NEVER = "2031-05-04T10:00:00.{:06}Z"


def clock() -> Callable[[], str]:
    """Return a clock that ticks a microsecond a look."""
    ticks = count(1)
    return lambda: NEVER.format(next(ticks))


def account(key: str, column: int) -> Account:
    """Return an account with one sentence for each of `NUMBERS`."""
    text = "\n".join(
        f"The mayor said that {pair[column]} houses on street {n} burned."
        for n, pair in enumerate(NUMBERS)
    )
    body = Region(kind="body", start=0, end=len(text))
    return Account(id=key, source=f"{key}.txt", outlet=f"Outlet {key}", text=text, regions=(body,))


def story() -> list[Record]:
    """Return two accounts that differ in three places, with an entity, an event and a finding."""
    first, second = account("a-1", 0), account("a-2", 1)
    verdicts = [_verdict(n, first, second) for n in range(len(NUMBERS))]
    mayor = [a.span(4, 9) for a in (first, second)]
    fire = a_finding(verdicts[0])
    quotation = Quotation(
        id="q-1",
        place=first.span(0, 20),
        manner="indirect",
        contents=(first.span(15, 20),),
        speaker=Speaker(name="The mayor", place=mayor[0], entity="e-1"),
        cue=first.span(10, 14),
    )
    return [
        *(first, second, *verdicts, fire, quotation),
        Entity(id="e-1", name="The mayor", kind="person", mentions=tuple(mayor), names=("a", "b")),
        Entity(id="e-2", name="Mayor Ord", kind="person", mentions=(second.span(0, 9),)),
        Event(id="ev-1", label="The fire", accounts=("a-1", "a-2"), because="One street."),
    ]


def a_finding(verdict: Verdict) -> Finding:
    """Return the finding that rests on a verdict."""
    places = tuple(place for place in (verdict.left, verdict.right) if place)
    return Finding(
        id="f-1",
        kind=verdict.kind,
        text="They differ.",
        because="They differ.",
        weight=90.0,
        places=places,
        about=(verdict.id,),
    )


def _verdict(number: int, first: Account, second: Account) -> Verdict:
    left, right = (_place(a, column, number) for column, a in enumerate((first, second)))
    return Verdict(
        id=f"v-{number}",
        alignment="al-1",
        left=left,
        right=right,
        kind=KINDS[number],  # type: ignore[arg-type]
        rule="figures",
        because=f"The two differ, number {number}.",
        marks=(left, right),
    )


def _place(given: Account, column: int, number: int) -> Span:
    start = given.text.index(NUMBERS[number][column])
    return given.span(start, start + len(NUMBERS[number][column]))


def ledger_at(path: Path, records: Iterable[Record]) -> str:
    """Write records into a ledger file; return its location."""
    with SqliteLedger(path, writable=True) as ledger:
        ledger.add(records)
    return str(path)


def copied(ledger: Ledger, path: Path) -> str:
    """Write all records of a ledger into a file."""
    from variorum.ledgers.record_kinds import RECORD_KINDS as EVERY

    return ledger_at(path, [record for kind in EVERY.values() for record in ledger.read(kind)])


class Person:
    """A browser of its own, on a screen: `name` is who uses it, "" before they said so."""

    def __init__(self, app: object, name: str = "") -> None:
        self.client = TestClient(
            app,  # type: ignore[arg-type]
            base_url=HERE,
            headers={"Origin": HERE},
            raise_server_exceptions=False,
        )
        self.client.get(f"/start?token={TOKEN}")
        self.form_token = field(self.client.get("/name").text, "form_token")
        if name:
            self.send("/name", name=name)

    def see(self, address: str = "/") -> str:
        """Return a page that is there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text
        return answer.text

    def send(self, address: str, **fields: object) -> Response:
        """Send a form; redirects are followed."""
        return self.client.post(address, data={"form_token": self.form_token, **fields})  # type: ignore[return-value]

    def decide(self, key: str, view: str, **fields: object) -> Response:
        """Decide on an item as its page would."""
        shown = field(self.see(f"/?state=all&at={key}"), "said")
        return self.send("/decide", id=key, view=view, said=shown, **fields)


def field(html: str, name: str) -> str:
    """Return the value of a hidden field of the form that decides, or of the first form."""
    found = re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', html)
    return str(found[-1]) if found else ""


def served(location: str, reviewer: str = "") -> object:
    """Return the application for a ledger."""
    return application(Screen(location, clock(), reviewer), Sessions(TOKEN), PORT)


def decisions(location: str) -> list[Decision]:
    """Return the decisions that a ledger holds, in order of time."""
    with SqliteLedger(Path(location), writable=False) as ledger:
        return sorted(ledger.read(Decision), key=lambda decision: decision.when)
