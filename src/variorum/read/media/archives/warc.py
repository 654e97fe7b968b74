"""Web archives: the pages in WARC and WACZ files, each with its address and the time of its capture.

Enters: the bytes of a file (ISO 28500; WACZ 1.1), `Settings`. Leaves: a `Draft` for each page, and complaints.

Libraries read a file that was cut in half to its end and say nothing. So records are measured here, by the
length that each one gives; what is inside a record is read by warcio.
"""

from __future__ import annotations

import logging
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from variorum.errors import SourceError
from variorum.read.media.archives.captures import PAGE_TYPES, Capture, media_type, read_capture
from variorum.read.media.archives.unpacking import (
    MOST_UNPACKED,
    WACZ_PART,
    WARC,
    gunzipped,
    opened_zip,
    zipped_file,
    zipped_names,
)
from variorum.read.media.drafts import Complaint, Draft, Found
from variorum.read.media.extras import missing
from variorum.settings import Settings

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

_MOST_RECORDS = 100_000
"""Records of one archive."""
_LONGEST_HEAD = 100_000
"""Bytes above the content of a record."""
_MOST_NAMED = 6
"""Kinds of what is left out that a complaint names."""

# Without a handler of its own the library's warnings would reach the terminal of every user.
logging.getLogger("warcio").addHandler(logging.NullHandler())

_NEXT = re.compile(rb"\r?\n\r?\nWARC/\d")
_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.I | re.M)
_READ_BY_US = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")


class _Archive(Struct):
    """What is gathered of an archive; `listed` are the addresses that count as pages, if it has a list."""

    where: str
    listed: frozenset[str] | None = None
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    others: Counter[str] = field(default_factory=Counter)


def is_warc(data: bytes) -> bool:
    """Tell a WARC file, packed or not."""
    return data.startswith(WARC) or gunzipped(data, len(WARC))[0].startswith(WARC)


def is_wacz(data: bytes) -> bool:
    """Tell a zip file of WARC files with a description of them."""
    return any(map(WACZ_PART.fullmatch, zipped_names(data) or ()))


def read_warc(data: bytes, where: str, settings: Settings) -> Found:
    """Return the pages of a WARC file."""
    archive = _Archive(where)
    _read_records(data, archive, settings)
    return _found(archive)


def read_wacz(data: bytes, where: str, settings: Settings) -> Found:
    """Return the pages of a WACZ file: of all that it holds those that it lists, if it lists any."""
    with opened_zip(data) as packed:
        archive = _Archive(where, _listed(packed, settings))
        for name in sorted(set(filter(WACZ_PART.fullmatch, packed.namelist()))):
            content = zipped_file(packed, name, settings.max_source_bytes)
            _read_records(content, archive, settings)
    return _found(archive)


def _listed(packed: zipfile.ZipFile, settings: Settings) -> frozenset[str] | None:
    addresses = set()
    for name in _LISTS:
        if name not in packed.namelist():
            continue
        for line in zipped_file(packed, name, settings.max_source_bytes).splitlines():
            try:
                row = msgspec.json.decode(line)
            except (msgspec.MsgspecError, RecursionError):
                continue
            if isinstance(row, dict) and isinstance(row.get("url"), str):
                addresses.add(row["url"])
    return frozenset(addresses) or None


def _found(archive: _Archive) -> Found:
    """Close an archive: what was no page is one complaint."""
    if archive.others:
        many = archive.others.total()
        shown = archive.others.most_common(_MOST_NAMED)
        told = ", ".join(f"{count} × {kind}" for kind, count in shown)
        more = ", …" if len(archive.others) > len(shown) else ""
        left_out = (
            "1 record is no page and was" if many == 1 else f"{many} records are no pages and were"
        )
        archive.complaints.append((archive.where, f"{left_out} left out ({told}{more})"))
    if not archive.drafts and not archive.complaints:
        raise SourceError("the archive holds no page; save the pages themselves as HTML")
    return archive.drafts, archive.complaints


def _read_records(data: bytes, archive: _Archive, settings: Settings) -> None:
    try:
        from warcio.recordloader import ArcWarcRecordLoader
    except ImportError as error:
        raise missing("warcio") from error
    loader = ArcWarcRecordLoader(arc2warc=False)
    limit = MOST_UNPACKED * settings.max_source_bytes
    content, whole = (data, True) if data.startswith(WARC) else gunzipped(data, limit)
    for count, (record, complete) in enumerate(_records(content)):
        if count == _MOST_RECORDS:
            told = f"the archive holds more than {_MOST_RECORDS:,} records, and only those were read; split it"
            archive.complaints.append((archive.where, told))
            return
        if complete:
            _read_record(loader, record, archive, settings)
        whole = whole and complete
    if len(content) > limit:
        told = f"the archive unpacks to more than {limit} bytes, and only those were read; split it"
        archive.complaints.append((archive.where, told))
    elif not whole:
        told = "the archive is cut short or damaged, and what is whole of it was read; get the whole file"
        archive.complaints.append((archive.where, told))


def _records(content: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield each record, and whether it is as long as it says and stands where it should."""
    at = 0
    while at < len(content):
        head = _END.search(content, at, at + _LONGEST_HEAD)
        length = _LENGTH.search(content, at, head.start() + 1) if head is not None else None
        end = at if head is None or length is None else head.end() + int(length[1])
        ends = _END.match(content, end)
        if content.startswith(WARC, at) and end > at and ends is not None:
            yield content[at : ends.end()], True
            at = ends.end()
            continue
        yield b"", False
        following = _NEXT.search(content, at)
        if following is None:
            return
        at = following.start() + len(_END.match(content, following.start())[0])  # type: ignore[index]


def _read_record(
    loader: ArcWarcRecordLoader, data: bytes, archive: _Archive, settings: Settings
) -> None:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    try:
        record = loader.parse_record_stream(BytesIO(data))
        kind = _other_kind(record, archive)
        if kind is not None:
            archive.others.update([kind] if kind else [])
            return
        content = record.content_stream().read(settings.max_source_bytes + 1)
    except (
        ArchiveLoadFailed,
        StatusAndHeadersParserException,
        AttributeError,
        EOFError,
        LookupError,
        OSError,
        TypeError,
        ValueError,
        zlib.error,
    ):
        archive.others["damaged"] += 1
        return
    _read_page_of(record, content, archive, settings)


def _other_kind(record: ArcWarcRecord, archive: _Archive) -> str | None:
    """Return what a record holds that is no page, "" for what serves the archive itself, ``None`` for a page."""
    if record.rec_type not in ("response", "resource", "revisit"):
        return "" if record.rec_type in ("warcinfo", "request", "metadata") else record.rec_type
    if record.rec_type == "revisit":
        return "page that had not changed"
    if record.http_headers is not None:
        status = record.http_headers.get_statuscode()
        if not status.startswith("2"):
            return f"status {status[:3]}"
        packing = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
        if packing not in _READ_BY_US:
            return f"page packed as {packing[:20]}"
    kind = media_type(_sent_type(record))
    if kind not in PAGE_TYPES:
        return kind[:60] or "record without a type"
    listed = archive.listed is None or _address(record) in archive.listed
    return None if listed else "page inside another page"


def _read_page_of(
    record: ArcWarcRecord, content: bytes, archive: _Archive, settings: Settings
) -> None:
    number = len(archive.drafts) + 1
    address = _address(record)
    where = f"{archive.where}, {address[:200]}"
    if len(content) > settings.max_source_bytes:
        told = f"the page is larger than {settings.max_source_bytes} bytes; raise max_source_bytes"
        archive.complaints.append((where, told))
        return
    capture = Capture(
        source=f"{archive.where}#{number}",
        where=where,
        content=content,
        address=address,
        media_type=_sent_type(record) or "",
        when=_when(record.rec_headers.get_header("WARC-Date")),
    )
    try:
        draft, complaints = read_capture(capture, settings)
    except SourceError as error:
        archive.complaints.append((where, str(error)))
        return
    archive.drafts.append(draft)
    archive.complaints += complaints


def _address(record: ArcWarcRecord) -> str:
    return record.rec_headers.get_header("WARC-Target-URI") or ""


def _sent_type(record: ArcWarcRecord) -> str | None:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    told: str | None = headers.get_header("Content-Type")
    return told


def _when(told: str | None) -> datetime | None:
    try:
        when = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)
