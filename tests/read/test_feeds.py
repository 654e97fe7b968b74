"""Feeds: an account an entry, of the outlet that it names; what hands articles on is no outlet of theirs."""

from __future__ import annotations

import sys
from pathlib import Path

import feedparser
import pytest

from tests.read.reading_room import read_bytes

NEWS = (
    "The council of Selm voted on Tuesday to close the north quay for three months after a diver "
    "found a hole in its wall. “We could not wait for autumn,” said the harbour master, Ina Rolt."
)
LONG = " ".join([NEWS] * 4)


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>Harbour Watch</title><language>en-gb</language>"
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


FULL = (
    "<title>Quay &amp; wall</title><link>https://g.example/1</link><source url='https://g.example/rss'>Selm Gazette</source>"
    "<pubDate>Tue, 05 May 2031 23:30:00 +0200</pubDate><description>Short.</description>"
    f"<content:encoded><![CDATA[<p>{NEWS}</p><h2>Ferries</h2><p>None sails.</p><script>x()</script>]]></content:encoded>"
)
BRIEF = (
    f"<title>Ferry to sail</title><link>https://h.example/2</link><description>{NEWS}</description>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Planet Harbour</title><entry>'
    '<title type="html">Quay &amp;amp; wall</title><link href="https://g.example/3"/><id>3</id>'
    "<published>2031-05-05T01:00:00+02:00</published><updated>2031-05-09T01:00:00Z</updated><summary>Short.</summary>"
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{NEWS}</p></div></content>'
    "<source><title>Selm Gazette</title></source></entry></feed>"
).encode()


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.txt", "a.html"])
def test_an_entry_is_an_account_of_its_source_with_its_whole_content(
    tmp_path: Path, name: str
) -> None:
    (account,), problems = read_bytes(tmp_path, name, rss(FULL))
    assert problems == ()
    assert account.text == f"Quay & wall\n\n{NEWS}\n\nFerries\n\nNone sails."
    assert (account.outlet, account.url) == ("Selm Gazette", "https://g.example/1")
    assert (account.source, account.published.earliest) == (f"{name}#1", "2031-05-05")


@pytest.mark.parametrize("name", ["a.atom", "a.xml", "a.txt"])
def test_an_entry_of_atom_keeps_the_day_on_which_it_was_published(
    tmp_path: Path, name: str
) -> None:
    (account,), problems = read_bytes(tmp_path, name, ATOM)
    assert account.text == f"Quay & wall\n\n{NEWS}"
    assert (account.outlet, account.published.earliest) == ("Selm Gazette", "2031-05-05")
    assert problems == ()


def test_entries_with_a_summary_only_are_counted(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.rss", rss(FULL, BRIEF, BRIEF))
    assert [account.outlet for account in accounts] == [
        "Selm Gazette",
        "Harbour Watch",
        "Harbour Watch",
    ]
    assert problem.reason.startswith(
        "entries that seem to hold a summary only: 2 (the first is entry 2)"
    )


def test_a_long_description_is_the_article(tmp_path: Path) -> None:
    item = f"<title>Quay</title><description>{LONG}</description>"
    assert read_bytes(tmp_path, "a.rss", rss(item))[1] == ()


def test_an_entry_without_text_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.rss", rss("<title>Quay</title>", FULL))
    assert [account.source for account in accounts] == ["a.rss#2"]
    assert problem.where == "a.rss, entry 1"


def test_a_feed_cut_in_half_is_told(tmp_path: Path) -> None:
    accounts, problems = read_bytes(tmp_path, "a.rss", rss(FULL, BRIEF)[:-150])
    assert accounts
    assert "ends too early" in problems[0].reason


@pytest.mark.parametrize(
    "inside",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_feed_that_declares_entities_is_refused(tmp_path: Path, inside: str) -> None:
    data = inside.encode() + rss(FULL).partition(b"\n")[2].replace(b"Short.", b"&a;")
    accounts, (problem,) = read_bytes(tmp_path, "a.rss", data)
    assert accounts == ()
    assert "cannot be read" in problem.reason


def test_feeds_are_never_taken_for_names_of_files_or_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("asked for an address")

    monkeypatch.setattr(feedparser.http, "get", refused)
    for data in (b"https://g.example/feed", b"/etc/hostname", b"<rss"):
        accounts, problems = read_bytes(tmp_path, "a.rss", data)
        assert accounts == ()
        assert problems


def test_a_week_of_feeds_holds_what_lxml_finds_in_it(tmp_path: Path) -> None:
    from lxml import etree

    data = rss(*(FULL.replace("Quay", f"Quay {n}") for n in range(60)))
    accounts, _ = read_bytes(tmp_path, "a.rss", data)
    told = etree.fromstring(data).xpath("//item/title/text()")
    assert [account.title for account in accounts] == told


def test_without_the_library_a_feed_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    _, (problem,) = read_bytes(tmp_path, "a.rss", rss(FULL))
    assert "pip install 'variorum[formats]'" in problem.reason
