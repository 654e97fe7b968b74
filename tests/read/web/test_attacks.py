"""Servers that mean harm: every one of them becomes a problem that says what to do, within bounds."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.read.reading_room import English
from tests.read.warehouse import page
from tests.read.web.sites import (
    HERE,
    NAME,
    QUICK,
    Site,
    World,
    always,
    article,
    packet,
    read,
    redirect,
    sent,
    serving,
    sources,
    why,
    zipped,
)  # fmt: skip
from variorum.read.ingestion import read_source
from variorum.settings import Settings

# --- where it leads -------------------------------------------------------------------------------

INWARD = [
    "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::]", "0.0.0.0", "169.254.169.254",  # noqa: S104
    "[fd00:ec2::254]", "10.0.0.1", "192.168.0.1", "100.100.100.200", "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]", "2130706433", "017700000001", "0x7f000001", "0177.0.0.1", "0x7f.1", "127.1",
    "127.0.0.1.",
]  # fmt: skip


@pytest.mark.parametrize("host", INWARD)
def test_an_address_of_this_machine_or_its_network_is_never_asked(
    site: Site, tmp_path: Path, host: str
) -> None:
    world = World()
    (source,) = sources(tmp_path, world, f"http://{host}:{site.port}/quay")
    assert source.part is None
    assert source.refused
    assert site.heads == []


@pytest.mark.parametrize("host", INWARD)
def test_a_redirect_into_this_machine_or_its_network_is_not_followed(
    site: Site, world: World, tmp_path: Path, host: str
) -> None:
    with serving() as inner:
        site.pages["/in"] = redirect(f"http://{host}:{inner.port}/quay")
        reason = why(tmp_path, world, site.at("/in"))
        assert inner.heads == []
    assert ";" in reason


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/passwd", "ftp://news.example/", "data:text/html,x", "javascript:alert(1)",
        "//ada:s3cret@news.example/", "http://news.example:22/", "http://[::1", "http://a\x00b/",
        "http://" + "a" * 60_000,
    ],
)  # fmt: skip
def test_a_redirect_to_what_is_no_page_of_the_web_is_not_followed(
    site: Site, world: World, tmp_path: Path, to: str
) -> None:
    site.pages["/in"] = redirect(to)
    reason = why(tmp_path, world, site.at("/in"))
    assert site.asked() == ["/in"]
    assert "s3cret" not in reason
    assert len(reason) < 300


def test_a_redirect_in_a_circle_ends(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/in"] = redirect("/in")
    assert "more than 5 times" in why(tmp_path, world, site.at("/in"))
    assert len(site.asked()) == 6


def test_robots_that_lead_into_this_machine_are_not_followed(
    site: Site, world: World, tmp_path: Path
) -> None:
    with serving() as inner:
        site.pages |= {"/robots.txt": redirect(f"http://{HERE}:{inner.port}/"), "/quay": article()}
        assert "no server of the public web" in why(tmp_path, world, site.at("/quay"))
        assert (inner.heads, site.asked()) == ([], [])


@pytest.mark.parametrize("numbers", [["10.0.0.7"], [HERE, "10.0.0.7"], ["::1"], []])
def test_a_name_that_leads_inward_is_not_asked(
    site: Site, world: World, tmp_path: Path, numbers: list[str]
) -> None:
    world.names["inner.example"] = numbers
    assert "public web" in why(tmp_path, world, site.at("/quay", "inner.example"))
    assert site.heads == []


def test_a_name_that_leads_elsewhere_the_second_time_is_resolved_once_for_each_line(
    site: Site, world: World, tmp_path: Path
) -> None:
    """The connection goes to the IP address that was checked: what is resolved next is checked again."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return [HERE] if len(asked) == 1 else ["10.0.0.7"]

    world.resolve = resolve  # type: ignore[method-assign]
    site.pages["/quay"] = article()
    assert "public web" in why(tmp_path, world, site.at("/quay"))
    assert (len(asked), site.asked()) == (2, [])


def test_a_name_that_is_not_known_is_told(world: World, tmp_path: Path) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError

    world.resolve = resolve  # type: ignore[method-assign]
    assert "is not known" in why(tmp_path, world, "https://nowhere.example/")


def test_a_server_that_is_not_there_is_told(world: World, tmp_path: Path) -> None:
    with serving() as gone:
        world.public.add((HERE, gone.port))
    assert "cannot be reached" in why(tmp_path, world, gone.at("/quay"))


# --- how much it sends ----------------------------------------------------------------------------


def test_a_bomb_is_not_unpacked(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = always(zipped(b"\0" * 60_000_000))
    assert "unpacks to more than 100,000 bytes" in why(tmp_path, world, site.at("/quay"))


def test_a_bomb_in_a_bomb_stays_packed(site: Site, world: World, tmp_path: Path) -> None:
    inner = gzip.compress(gzip.compress(b"\0" * 60_000_000))
    site.pages["/quay"] = always(sent(gzip.compress(inner), kind="text/plain", fields={"Content-Encoding": "gzip"}))  # fmt: skip
    accounts, (problem,) = read(sources(tmp_path, world, site.at("/quay")))
    assert (accounts, "archive" in problem.reason) == ([], True)


def test_a_packing_that_was_not_asked_for_is_told(site: Site, world: World, tmp_path: Path) -> None:
    for packing in ("br", "zstd", "deflate", "gzip, gzip", "\x1b[31m"):
        site.pages["/quay"] = always(sent(b"x", fields={"Content-Encoding": packing}))
        reason = why(tmp_path, world, site.at("/quay"))
        assert "not asked for" in reason
        assert reason.isprintable()


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Iterator[bytes]:
    yield head
    while True:
        time.sleep(pause)
        yield piece


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (HEAD + b"\r\n", b"<p>It rained.</p>" * 100),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"4\r\nrain\r\n"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffff\r\n", b"rain" * 1000),
        (HEAD, b"X-Rain: 1\r\n"),
        (HEAD + b"X-Rain: ", b"rain" * 1000),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"rain" * 1000),
    ],
)
def test_an_endless_stream_ends(
    site: Site, world: World, tmp_path: Path, head: bytes, piece: bytes
) -> None:
    site.pages["/quay"] = lambda _: endless(head, piece)
    began = time.monotonic()
    assert ";" in why(tmp_path, world, site.at("/quay"))
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("head", [HEAD + b"\r\n", HEAD, b"", HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n"])  # fmt: skip
def test_a_slow_drip_ends_when_the_time_in_all_is_over(
    site: Site, world: World, tmp_path: Path, head: bytes
) -> None:
    site.pages["/quay"] = lambda _: endless(head, b"a", 0.05)
    began = time.monotonic()
    bounds = replace(QUICK, whole_s=2.5)  # a second of it goes to the pause after robots.txt
    assert "took too long" in why(tmp_path, world, site.at("/quay"), bounds)
    assert time.monotonic() - began < 4


def test_a_server_that_says_nothing_is_not_waited_for(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = lambda _: endless(b"", b"", 0.05)
    began = time.monotonic()
    assert "took too long" in why(tmp_path, world, site.at("/quay"))
    assert time.monotonic() - began < 2


def test_of_a_response_that_says_it_is_too_large_nothing_is_read(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = always(HEAD + b"Content-Length: 99999999999\r\n\r\nrain")
    assert "more than 100,000 bytes" in why(tmp_path, world, site.at("/quay"))


# --- what it sends --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reply",
    [
        HEAD + b"Content-Length: 5000\r\n\r\n<p>It rained",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n50\r\n<p>It rained",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>It rained",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n<p>It rained",
        HEAD,
        b"",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.0\r\n",
        b"<html>It rained.</html>",
        HEAD + b"X: " + b"a" * 70_000 + b"\r\n\r\n",
        HEAD + b"X: 1\r\n" * 200 + b"\r\n",
        sent(gzip.compress(page("It rained.").encode())[:-20], fields={"Content-Encoding": "gzip"}),
        sent(b"no gzip" * 10, fields={"Content-Encoding": "gzip"}),
        sent(zlib.compress(b"It rained."), fields={"Content-Encoding": "gzip"}),
    ],
)
def test_half_and_broken_responses_are_none(
    site: Site, world: World, tmp_path: Path, reply: bytes
) -> None:
    site.pages["/quay"] = always(reply)
    reason = why(tmp_path, world, site.at("/quay"))
    assert ";" in reason
    assert reason.isprintable()


def test_of_more_than_was_announced_the_announced_is_read(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = always(
        HEAD + b"Content-Length: 22\r\n\r\n<p>The quay stays.</p>HTTP/1.1 200 OK\r\n\r\nEvil"
    )
    (source,) = sources(tmp_path, world, site.at("/quay"))
    assert b"Evil" not in gzip.decompress(packet(tmp_path).read_bytes())
    assert source.part is not None


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "application/zip", "", "\x1b[2J"])  # fmt: skip
def test_what_is_no_text_is_not_waited_for(
    site: Site, world: World, tmp_path: Path, kind: str
) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
    site.pages["/quay"] = lambda _: endless(head, b"", 0.05)
    reason = why(tmp_path, world, site.at("/quay"))
    assert "save it as a file" in reason
    assert reason.isprintable()


def test_an_archive_that_says_it_is_a_text_is_not_opened(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = always(sent(gzip.compress(b"It rained."), kind="text/plain"))
    accounts, (problem,) = read(sources(tmp_path, world, site.at("/quay")))
    assert (accounts, "archive" in problem.reason) == ([], True)


def test_no_script_is_run_and_nothing_else_is_fetched(
    site: Site, world: World, tmp_path: Path
) -> None:
    told = (
        "The quay stays.</p><script src=/s.js></script><script>location='/evil'</script>"
        "<meta http-equiv=refresh content='0;url=/evil'><img src=/i.png><iframe src=/f.html></iframe>"
        "<link rel=stylesheet href=/c.css><p onclick=evil()>The harbour office said so."
    )
    site.pages["/quay"] = article(told)
    (account,), _ = read(sources(tmp_path, world, site.at("/quay")))
    assert site.asked() == ["/quay"]
    assert "evil" not in account.text


def test_a_page_larger_than_what_is_read_is_told(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/quay"] = article("The quay stays. " * 3_000)
    (source,) = sources(tmp_path, world, site.at("/quay"))
    accounts, (problem,) = read_source(
        source, replace(Settings(), max_source_bytes=1_000), English()
    )
    assert (accounts, "more than 1,000 bytes" in problem.reason) == ((), True)


def test_a_name_of_a_host_is_not_a_name_of_another(
    site: Site, world: World, tmp_path: Path
) -> None:
    """The server is told the name that was asked, so that it cannot mistake itself for another."""
    site.pages["/quay"] = article()
    sources(tmp_path, world, site.at("/quay"))
    assert f"Host: {NAME}:{site.port}\r\n" in site.heads[-1]
