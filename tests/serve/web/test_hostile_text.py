"""Hostile text: in accounts, names, notes and searches it is shown as text on every page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.report.ledgers import EVIL, hostile
from tests.serve.web.screens import Person, copied, served

BARE = EVIL.replace("\u202e", "")
PAGES = (
    *("/?state=all&at=v-1", "/?state=all&at=c-1", "/?state=all&at=e-1", "/?state=all&at=ev-1"),
    *("/?state=all&at=b-2", "/entities", "/events", "/alignments", "/part?id=e-1"),
    *("/part?id=ev-1", "/part?id=al-1", "/orphans", "/log", "/people", "/account?id=a-1"),
    *("/name", f"/entities?q={BARE}", f"/log?of={BARE}", f"/?kind={BARE}&state={BARE}&at={BARE}"),
)


class Elements(HTMLParser):
    """All elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Person:
    """A person with a hostile name who left hostile notes on a hostile ledger."""
    path = tmp_path_factory.mktemp("evil") / "evil.variorum"
    person = Person(served(copied(hostile(), path)), BARE[:80])
    for key in ("v-1", "c-1"):
        person.decide(key, "reject", note=EVIL)
    person.send("/split", id="ev-1", place="1", note=EVIL)
    return person


@pytest.mark.parametrize("page", PAGES)
def test_no_text_becomes_an_element_or_a_handler(evil: Person, page: str) -> None:
    found = Elements(evil.see(page)).found
    scripts = [given for tag, given in found if tag == "script"]
    assert scripts == [{"src": "/screen.js"}]
    assert [tag for tag, _ in found if tag in {"img", "iframe", "object", "svg", "base"}] == []
    assert [name for _, given in found for name in given if name.startswith("on")] == []
    assert [given for _, given in found if "style" in given] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_form_stays_on_the_screen(evil: Person, page: str) -> None:
    found = Elements(evil.see(page)).found
    links = [given[n] or "" for _, given in found for n in ("href", "src", "action") if n in given]
    assert [link for link in links if not re.match(r"/(?!/)|#", link)] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_character_reorders_a_page(evil: Person, page: str) -> None:
    assert re.findall("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", evil.see(page)) == []


def test_template_marks_are_not_run(evil: Person) -> None:
    assert "{{ 7*7 }}" in evil.see("/account?id=a-1")


def test_a_token_of_a_hundred_thousand_characters_is_cut(tmp_path: Path) -> None:
    from tests.serve.web.screens import ledger_at
    from variorum.records import Account, Entity

    given = Account(id="a-1", source="long.txt", text="x" * 100_000)
    whole = Entity(
        id="e-1",
        name="x" * 100_000,
        kind="person",
        mentions=(given.span(0, 100_000),),
        names=("a", "b"),
    )
    page = Person(served(ledger_at(tmp_path / "l.variorum", [given, whole])), "Ada").see("/")
    assert len(page) < 20_000
