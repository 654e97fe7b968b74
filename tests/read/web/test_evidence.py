"""The evidence packet: every response as it came, in a file that loses nothing and that others can read."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.read.reading_room import read_bytes
from tests.read.warehouse import packed, page, response
from tests.read.web.sites import (
    HERE,
    Site,
    World,
    always,
    article,
    packet,
    read,
    redirect,
    sent,
    sources,
    zipped,
)  # fmt: skip
from variorum.errors import LedgerError
from variorum.read.media.archives.unpacking import GZIP
from variorum.read.web.evidence import EvidencePacket


def records(folder: Path) -> list[tuple[str, str, str]]:
    """Return kind, address and digest of each record, as an independent reader finds them."""
    with packet(folder).open("rb") as file:
        return [
            (
                one.rec_type,
                one.rec_headers.get_header("WARC-Target-URI") or "",
                one.rec_headers.get_header("WARC-Payload-Digest") or "",
            )
            for one in ArchiveIterator(file)
        ]


def test_request_and_response_are_kept_as_they_came(
    site: Site, world: World, tmp_path: Path
) -> None:
    raw = zipped(page("It rained.").encode())
    site.pages["/quay"] = always(raw)
    sources(tmp_path, world, site.at("/quay"))
    with packet(tmp_path).open("rb") as file:
        about, request, kept = [
            (one.rec_headers, one.raw_stream.read()) for one in ArchiveIterator(file, no_record_parse=True)
        ]  # fmt: skip
    assert about[1].startswith(b"software: Variorum/")
    assert request[1].decode() == site.heads[-1]
    assert kept[1] == raw
    assert kept[0].get_header("WARC-Date") == "2031-05-05T10:04:00.000000Z"
    assert kept[0].get_header("WARC-IP-Address") == HERE
    digest = sha256(raw.partition(b"\r\n\r\n")[2]).hexdigest()
    assert kept[0].get_header("WARC-Payload-Digest") == f"sha256:{digest}"
    assert request[0].get_header("WARC-Concurrent-To") == kept[0].get_header("WARC-Record-ID")


def test_every_step_of_a_redirect_and_every_error_is_kept(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages |= {"/in": redirect("/quay"), "/quay": article()}
    sources(tmp_path, world, site.at("/in"), site.at("/gone"))
    kept = [address for kind, address, _ in records(tmp_path) if kind == "response"]
    assert kept == [site.at("/in"), site.at("/quay"), site.at("/gone")]


def test_a_page_that_is_as_it_was_is_noted_and_not_kept_twice(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article()
    sources(tmp_path, world, site.at("/quay"))
    size = packet(tmp_path).stat().st_size
    sources(tmp_path, world, site.at("/quay"))
    kinds = [kind for kind, *_ in records(tmp_path)]
    assert kinds == ["warcinfo", "request", "response", "request", "revisit"]
    digests = {digest for kind, _, digest in records(tmp_path) if kind in ("response", "revisit")}
    assert len(digests) == 1
    assert packet(tmp_path).stat().st_size > size


def test_the_packet_can_be_read_as_any_web_archive(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/quay"] = article("The quay stays.")
    sources(tmp_path, world, site.at("/quay"))
    (account,), _ = read_bytes(tmp_path, "copy.warc.gz", packet(tmp_path).read_bytes())
    assert (account.url, "The quay stays." in account.text) == (site.at("/quay"), True)


def test_nothing_that_was_kept_is_written_over(site: Site, world: World, tmp_path: Path) -> None:
    site.pages |= {"/1": article(), "/2": article("The bridge stays open.")}
    sources(tmp_path, world, site.at("/1"))
    before = packet(tmp_path).read_bytes()
    sources(tmp_path, world, site.at("/2"))
    assert packet(tmp_path).read_bytes().startswith(before)


@pytest.mark.parametrize("cut", [1, 3, 10, 60, 150])
def test_a_record_that_a_crash_left_half_is_cut_off(
    site: Site, world: World, tmp_path: Path, cut: int
) -> None:
    site.pages |= {"/1": article("One."), "/2": article("Two."), "/3": article("Three.")}
    sources(tmp_path, world, site.at("/1"))
    whole = packet(tmp_path).stat().st_size
    sources(tmp_path, world, site.at("/2"))
    data = packet(tmp_path).read_bytes()
    packet(tmp_path).write_bytes(data[: whole + cut])
    found = sources(tmp_path, world, site.at("/1"), site.at("/3"))
    accounts, problems = read(found)
    assert problems == []
    assert [account.url for account in accounts] == [site.at("/1"), site.at("/3")]
    assert packet(tmp_path).read_bytes().startswith(data[:whole])
    assert len(records(tmp_path)) == 7


def test_a_packet_that_is_damaged_is_left_as_it_is(
    site: Site, world: World, tmp_path: Path
) -> None:
    site.pages["/1"] = article()
    sources(tmp_path, world, site.at("/1"))
    data = bytearray(packet(tmp_path).read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40] = b"\0" * 40
    packet(tmp_path).write_bytes(data)
    with pytest.raises(LedgerError, match="damaged"):
        sources(tmp_path, world, site.at("/1"))
    assert packet(tmp_path).read_bytes() == data


def test_damage_that_looks_like_a_cut_takes_no_whole_record_with_it(
    site: Site, world: World, tmp_path: Path
) -> None:
    """A block whose length is said to be larger swallows what follows, without an error."""
    site.pages |= {"/1": article("One."), "/2": article("Two.")}
    (first,) = sources(tmp_path, world, site.at("/1"))
    sources(tmp_path, world, site.at("/2"))
    data = packet(tmp_path).read_bytes()
    assert first.part is not None
    endless = GZIP + b"\0" * 5 + b"\2\xff" + b"\0\xff\xff\0\0"  # 65,535 bytes, as they are
    data = data[: first.part.start] + endless + data[first.part.start + len(endless) :]
    packet(tmp_path).write_bytes(data)
    with pytest.raises(LedgerError, match="damaged"):
        sources(tmp_path, world, site.at("/1"))
    assert packet(tmp_path).read_bytes() == data


@pytest.mark.parametrize(
    "content",
    [packed([response("https://a.example/", b"It rained.")]), b"It rained.", gzip.compress(b"It rained.")],
    ids=["of a crawler", "text", "packed text"],
)  # fmt: skip
def test_a_file_of_another_program_is_left_as_it_is(
    site: Site, world: World, tmp_path: Path, content: bytes
) -> None:
    packet(tmp_path).write_bytes(content)
    with pytest.raises(LedgerError, match="not made by Variorum"):
        sources(tmp_path, world, site.at("/1"))
    assert packet(tmp_path).read_bytes() == content


def test_a_link_in_its_place_is_not_followed(site: Site, world: World, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    packet(tmp_path).symlink_to(tmp_path / "other")
    with pytest.raises(LedgerError, match="link"):
        sources(tmp_path, world, site.at("/1"))
    assert (tmp_path / "other").read_bytes() == b""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
def test_what_is_no_file_is_not_written_to(site: Site, world: World, tmp_path: Path) -> None:
    os.mkfifo(packet(tmp_path))
    with pytest.raises(LedgerError, match="no ordinary file"):
        sources(tmp_path, world, site.at("/1"))


def test_a_full_disk_is_told_and_loses_nothing(site: Site, world: World, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    site.pages |= {"/1": article(), "/2": article("The bridge stays open.")}
    sources(tmp_path, world, site.at("/1"))
    before = packet(tmp_path).read_bytes()
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, most))
    try:
        with pytest.raises(LedgerError, match="Make room"):
            sources(tmp_path, world, site.at("/2"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert packet(tmp_path).read_bytes().startswith(before)
    accounts, _ = read(sources(tmp_path, world, site.at("/1"), site.at("/2")))
    assert len(accounts) == 2


def test_two_runs_do_not_write_into_one_packet(site: Site, world: World, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with EvidencePacket(packet(tmp_path)), pytest.raises(LedgerError, match="Another run"):
        sources(tmp_path, world, site.at("/1"))


def test_where_nothing_was_sent_no_packet_is_left(site: Site, world: World, tmp_path: Path) -> None:
    sources(tmp_path, world, "https://127.0.0.1/")
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_stopped_keeps_what_it_has(site: Site, world: World, tmp_path: Path) -> None:
    site.pages["/1"] = article()
    resolve = world.resolve
    asked: list[str] = []

    def until_two(host: str, port: int) -> list[str]:
        asked.append(host)
        if len(asked) > 2:
            raise KeyboardInterrupt
        return resolve(host, port)

    world.resolve = until_two  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        sources(tmp_path, world, site.at("/1"), site.at("/2"))
    assert [kind for kind, *_ in records(tmp_path)] == ["warcinfo", "request", "response"]
    world.resolve = resolve  # type: ignore[method-assign]
    (account,), _ = read(sources(tmp_path, world, site.at("/1")))
    assert account.url == site.at("/1")


CHUNKED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"11\r\n<p>It rained.</p>\r\n0\r\nX-Late: 1\r\n\r\n"
)
OLD_LINES = b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>It rained.</p>"
REPLIES = [sent(page("It rained.").encode()), zipped(b"<p>It rained."), CHUNKED, OLD_LINES]


@pytest.mark.parametrize("reply", REPLIES)
def test_every_byte_of_a_response_is_kept(
    site: Site, world: World, tmp_path: Path, reply: bytes
) -> None:
    site.pages["/quay"] = always(reply)
    sources(tmp_path, world, site.at("/quay"))
    with packet(tmp_path).open("rb") as file:
        *_, kept = [one.raw_stream.read() for one in ArchiveIterator(file, no_record_parse=True)]
    assert kept == reply


@pytest.mark.parametrize("reply", REPLIES)
def test_digests_hold_for_an_independent_reader(
    site: Site, world: World, tmp_path: Path, reply: bytes
) -> None:
    site.pages["/quay"] = always(reply)
    first = sources(tmp_path, world, site.at("/quay"))
    assert sources(tmp_path, world, site.at("/quay")) == first
    kinds = []
    data = BytesIO(packet(tmp_path).read_bytes())
    for one in ArchiveIterator(data, check_digests="raise"):
        one.content_stream().read()
        kinds.append((one.rec_type, one.digest_checker.passed))
    assert kinds == [
        ("warcinfo", True), ("request", True), ("response", True), ("request", True), ("revisit", None),
    ]  # fmt: skip
