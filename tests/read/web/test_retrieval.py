"""Addresses become accounts, with their address and the time at which they were retrieved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.reading_room import English
from tests.read.warehouse import page
from tests.read.web.sites import (
    QUICK,
    Site,
    World,
    always,
    article,
    packet,
    read,
    redirect,
    sent,
    sources,
    why,
    zipped,
)  # fmt: skip
from variorum.errors import UsageError
from variorum.read.ingestion import read_source
from variorum.read.inputs import Source
from variorum.read.web.retrieval import require_allowed
from variorum.settings import Settings

TOLD = "The quay will close in June, the harbour office said."


def test_a_page_becomes_an_account_with_its_address_and_time(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article(TOLD)
    (account,), problems = read(sources(tmp_path, world, site.at("/quay#part")))
    assert problems == []
    assert (account.source, account.url) == (site.at("/quay"), site.at("/quay"))
    assert (account.title, account.captured) == ("Quay to close", "2031-05-05T10:04:00Z")
    assert TOLD in account.text


def test_a_page_packed_with_gzip_is_read(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = always(zipped(page(TOLD).encode()))
    (account,), _ = read(sources(tmp_path, world, site.at("/quay")))
    assert TOLD in account.text


def test_a_page_sent_in_chunks_is_read(site: Site, world: World, tmp_path: Path) -> None:
    body = page(TOLD).encode()
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(p), p) for p in (body[:50], body[50:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    site.pages["/quay"] = always(head + chunks)
    (account,), _ = read(sources(tmp_path, world, site.at("/quay")))
    assert TOLD in account.text


def test_a_plain_text_is_read_as_one(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = always(sent(TOLD.encode(), kind="text/plain; charset=utf-8"))
    (account,), _ = read(sources(tmp_path, world, site.at("/quay")))
    assert (account.text, account.url) == (TOLD, site.at("/quay"))
    assert account.captured == "2031-05-05T10:04:00Z"


def test_a_feed_gives_an_account_for_each_entry(site: Site, world: World, tmp_path: Path) -> None:
    feed = (
        "<rss version='2.0'><channel><title>Courier</title>"
        f"<item><title>One</title><description>{TOLD}</description><link>https://c.example/1</link></item>"
        "<item><title>Two</title><description>The bridge stays open.</description></item>"
        "</channel></rss>"
    )
    site.pages["/feed"] = always(sent(feed.encode(), kind="application/rss+xml"))
    accounts, _ = read(sources(tmp_path, world, site.at("/feed")))
    assert [account.url for account in accounts] == ["https://c.example/1", site.at("/feed")]


def test_who_asks_is_told_and_nothing_else(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = article()
    sources(tmp_path, world, site.at("/quay?x=1"))
    fields = dict(line.split(": ", 1) for line in site.heads[-1].strip().splitlines()[1:])
    assert set(fields) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert fields["User-Agent"].startswith("Variorum/")
    assert fields["Accept-Encoding"] == "gzip"


def test_cookies_are_never_sent_back(site: Site, world: World, tmp_path: Path) -> None:
    fields = {"Location": "/quay", "Set-Cookie": "who=ada; Path=/"}
    site.pages["/in"] = always(sent(b"", status="302 Found", fields=fields))
    site.pages["/quay"] = article()
    (account,), _ = read(sources(tmp_path, world, site.at("/in")))
    assert account.url == site.at("/quay")
    assert not any("cookie" in head.lower() for head in site.heads)


def test_redirects_are_followed_to_the_page(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/1"] = redirect("/2", "301 Moved")
    site.pages["/2"] = redirect(site.at("/3"), "307 Temporary")
    site.pages["/3"] = article()
    (account,), _ = read(sources(tmp_path, world, site.at("/1")))
    assert (account.source, account.url) == (site.at("/1"), site.at("/3"))


def test_an_address_is_asked_once(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = article()
    found = sources(tmp_path, world, site.at("/quay"), site.at("/quay#end"))
    assert (len(found), site.asked()) == (1, ["/quay"])


def test_one_host_is_asked_once_a_second(site: Site, world: World, tmp_path: Path) -> None:
    site.pages |= {"/1": article(), "/2": article("The bridge stays open.")}
    sources(tmp_path, world, site.at("/1"), site.at("/2"))
    assert sum(world.slept) == pytest.approx(2, abs=0.5)


def test_an_address_that_fails_leaves_the_others(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = article()
    found = sources(
        tmp_path, world, "https://ada:s3cret@a.example/", site.at("/no"), site.at("/quay")
    )
    (account,), (secret, gone) = read(found)
    assert account.source == site.at("/quay")
    assert (secret.where, "s3cret" in str(found)) == ("address 1", False)
    assert (gone.where, "404" in gone.reason) == (site.at("/no"), True)


# --- manners --------------------------------------------------------------------------------------


def test_what_a_server_asks_programs_not_to_read_is_not_asked(
    site: Site, world: World, tmp_path: Path
) -> None:
    rules = b"User-agent: *\nDisallow: /quay\n"
    site.pages |= {"/robots.txt": always(sent(rules, kind="text/plain")), "/quay": article()}
    assert "robots.txt" in why(tmp_path, world, site.at("/quay"))
    assert site.asked() == []


def test_where_a_redirect_leads_its_server_is_heard_too(
    site: Site, world: World, tmp_path: Path
) -> None:
    rules = b"User-agent: *\nDisallow: /quay\n"
    site.pages |= {"/robots.txt": always(sent(rules)), "/in": redirect("/quay"), "/quay": article()}
    assert "robots.txt" in why(tmp_path, world, site.at("/in"))
    assert site.asked() == ["/in"]


def test_a_huge_robots_file_counts_as_far_as_it_is_read(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article()
    site.pages["/robots.txt"] = always(sent(b"User-agent: *\nDisallow: /quay\n" + b"#" * 90_000))
    assert "asks programs not to" in why(tmp_path, world, site.at("/quay"))


def test_without_an_answer_on_robots_nothing_is_asked(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages |= {"/robots.txt": always(sent(b"", status="500 Broken")), "/quay": article()}
    assert "robots.txt" in why(tmp_path, world, site.at("/quay"))
    assert (site.asked(), len(site.heads)) == ([], 3)


def test_an_endless_robots_file_is_none(site: Site, world: World, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": always(sent(b"#" * 200_000)), "/quay": article()}
    assert "more than 100,000 bytes" in why(tmp_path, world, site.at("/quay"))
    assert site.asked() == []


def test_a_busy_server_is_asked_again_when_it_says(
    site: Site, world: World, tmp_path: Path
) -> None:
    busy = sent(b"", status="429 Too Many", fields={"Retry-After": "7"})
    replies = iter([busy, sent(page(TOLD).encode())])
    site.pages["/quay"] = lambda head: next(replies)
    (account,), _ = read(sources(tmp_path, world, site.at("/quay")))
    assert TOLD in account.text
    assert 7 in world.slept


@pytest.mark.parametrize("until", ["3600", "Mon, 05 May 2031 11:04:00 GMT"])
def test_a_server_that_asks_for_an_hour_is_left_alone(
    site: Site, world: World, tmp_path: Path, until: str
) -> None:
    site.pages["/quay"] = always(sent(b"", status="503 Busy", fields={"Retry-After": until}))
    assert "asks to wait 3,600 s" in why(tmp_path, world, site.at("/quay"))
    assert site.asked() == ["/quay"]


@pytest.mark.parametrize("until", ["-1", "soon", "1e9", "Mon, 05 May 0000", "٣"])
def test_a_pause_that_makes_no_sense_is_our_own(
    site: Site, world: World, tmp_path: Path, until: str
) -> None:
    fields = {"Retry-After": until.encode().decode("latin-1")}
    site.pages["/quay"] = always(sent(b"", status="429 Too Many", fields=fields))
    assert "429" in why(tmp_path, world, site.at("/quay"))
    assert site.asked() == ["/quay"] * 3


def test_a_server_that_is_broken_is_asked_three_times(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = always(sent(b"", status="500 Broken"))
    assert "status 500" in why(tmp_path, world, site.at("/quay"))
    assert site.asked() == ["/quay"] * 3


@pytest.mark.parametrize("status", ["401 No", "403 Forbidden", "404 Gone", "410 Gone", "204 None", "304 Same", "418 Tea"])  # fmt: skip
def test_any_other_status_is_told_with_what_to_do(
    site: Site, world: World, tmp_path: Path, status: str
) -> None:
    site.pages["/quay"] = always(sent(b"", status=status))
    reason = why(tmp_path, world, site.at("/quay"))
    assert f"status {status[:3]}" in reason
    assert ";" in reason
    assert site.asked() == ["/quay"]


# --- again ----------------------------------------------------------------------------------------


def test_a_page_that_is_as_it_was_is_asked_for_by_what_it_said(
    site: Site, world: World, tmp_path: Path
) -> None:
    fields = {"ETag": '"v1"', "Last-Modified": "Mon, 05 May 2031 09:00:00 GMT"}
    site.pages["/quay"] = lambda head: (
        sent(b"", status="304 Not Modified")
        if 'If-None-Match: "v1"' in head
        else sent(page(TOLD).encode(), fields=fields)
    )
    first = sources(tmp_path, world, site.at("/quay"))
    world.now = world.now.replace(day=6)
    assert sources(tmp_path, world, site.at("/quay")) == first
    assert "If-Modified-Since: Mon, 05 May 2031 09:00:00 GMT" in site.heads[-1]
    (account,), problems = read(first)
    assert (account.captured, problems) == ("2031-05-05T10:04:00Z", [])


def test_a_page_with_the_same_content_stays_the_earlier_one(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article()
    first = sources(tmp_path, world, site.at("/quay"))
    world.now = world.now.replace(day=6)
    assert sources(tmp_path, world, site.at("/quay")) == first


def test_a_page_that_has_changed_is_read_as_it_is_now(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article()
    sources(tmp_path, world, site.at("/quay"))
    world.now = world.now.replace(day=6)
    site.pages["/quay"] = article("The quay stays open.")
    (account,), _ = read(sources(tmp_path, world, site.at("/quay")))
    assert "stays open" in account.text
    assert account.captured == "2031-05-06T10:04:00Z"


def test_what_cannot_be_had_now_is_read_as_it_was(site: Site, world: World, tmp_path: Path) -> None:
    site.pages |= {"/in": redirect("/quay"), "/quay": article(TOLD)}
    sources(tmp_path, world, site.at("/in"))
    site.pages["/quay"] = always(sent(b"", status="404 Gone"))
    (account,), (problem,) = read(sources(tmp_path, world, site.at("/in")))
    assert TOLD in account.text
    assert problem.reason.startswith("was read as it was on 2031-05-05")
    assert "404" in problem.reason


def test_a_condition_that_would_be_a_second_request_is_not_sent(
    site: Site, world: World, tmp_path: Path
) -> None:
    fields = {"ETag": '"v1"\r\n Evil: 1'}
    site.pages["/quay"] = always(sent(page(TOLD).encode(), fields=fields))
    sources(tmp_path, world, site.at("/quay"))
    sources(tmp_path, world, site.at("/quay"))
    assert "Evil" not in "".join(site.heads)
    assert "If-None-Match" not in site.heads[-1]


# --- permission -----------------------------------------------------------------------------------


def test_without_permission_an_address_is_refused() -> None:
    from variorum.read.web.addresses import parted

    _, named = parted(["https://a.example/"])
    with pytest.raises(UsageError, match="--allow-network"):
        require_allowed(named, allowed=False)


def test_a_response_that_was_damaged_on_the_disk_is_a_problem(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article()
    (source,) = sources(tmp_path, world, site.at("/quay"), bounds=QUICK)
    data = bytearray(packet(tmp_path).read_bytes())
    assert source.part is not None
    data[source.part.start + 200 :] = b"\0" * (len(data) - source.part.start - 200)
    packet(tmp_path).write_bytes(data)
    accounts, (problem,) = read_source(source, Settings(), English())
    assert accounts == ()
    assert "damaged" in problem.reason


def test_a_folder_leaves_out_what_addresses_gave(tmp_path: Path) -> None:
    from variorum.read.inputs import find_sources

    packet(tmp_path).write_bytes(b"")
    (tmp_path / "a.txt").write_text("It rained.")
    found = find_sources([tmp_path, Source("https://a.example/", packet(tmp_path))], Settings())
    assert [Path(source.name).name for source in found] == ["a.txt", "a.example"]
