"""Unpacking: the files inside a zip or gzip file, in memory and within bounds.

Enters: the bytes of an archive, `Settings`. Leaves: `PackedFile`s and complaints, one by one.

No name of a member is ever used as a path. A name that leads out of the archive, a link and what is locked
are complaints; so is what unpacks to more than is allowed. What the system hides stays hidden, as in a folder.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath

from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint
from variorum.settings import Settings

_MOST_MEMBERS = 10_000
"""Files in one archive."""
MOST_UNPACKED = 10
"""All members together unpack to so many times what one source may have."""
_MOST_TIMES = 200
"""A member that unpacks to so many times its size is made to fill the memory,"""
_HARMLESS = 1_000_000
"""unless it has so few bytes."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
GZIP = b"\x1f\x8b\x08"
"""How a gzip file begins, and each of several in one."""
_PIECE = 65_536
WARC = b"WARC/"
"""How each record of a web archive begins."""
WACZ_PART = re.compile(r"archive/[^/\\]+\.warc(?:\.gz)?")
"""Where a zip file of web archives keeps them."""
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
"""What documents of office programs and books have inside."""
_IWORK = ".iwa"
"""The ending of what documents of Apple's office programs have inside."""
_OUTWARD = re.compile(r"[/\\]|[A-Za-z]:")
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises on damaged members, and on those packed in ways it does not know."""
_LOCKED = "is locked with a password; unpack it, and name the files inside"
_OUTSIDE = "has a name that leads out of the archive; unpack it with care, and name the file itself"
_LINK = "is a link, and links in archives are not followed; name the file that it leads to"
_DAMAGED = "is damaged, or packed in a way that cannot be read; unpack it with another program"
_CUT = "the file is cut short, and its first part was read; get the whole file"


class PackedFile(Struct, frozen=True):
    """A file inside an archive, named by its place: "archive.zip/inner/name.txt"."""

    name: str
    data: bytes


def is_zip(data: bytes) -> bool:
    """Tell a zip file that is no document of an office program, no book and no web archive."""
    names = zipped_names(data)
    if names is None or names & _OFFICE:
        return False
    return not any(WACZ_PART.fullmatch(name) or name.endswith(_IWORK) for name in names)


def is_iwork(data: bytes) -> bool:
    """Tell a document of Apple's Pages, Numbers or Keynote, which only these programs read."""
    return any(name.endswith(_IWORK) for name in zipped_names(data) or ())


def is_gzip(data: bytes) -> bool:
    """Tell a gzip file (RFC 1952) that is no web archive."""
    return data.startswith(GZIP) and not gunzipped(data, len(WARC))[0].startswith(WARC)


def zipped_names(data: bytes) -> frozenset[str] | None:
    """Return the names of all that a whole zip file holds; ``None`` for other files."""
    if not data.startswith(_ZIP):
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except _FAILURES:
        return None


def opened_zip(data: bytes) -> zipfile.ZipFile:
    """Return a zip file that is open; SourceError where it is none, or damaged."""
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _FAILURES as error:
        raise SourceError("the archive is damaged or cut short; get the whole file") from error


def zip_members(data: bytes, where: str, settings: Settings) -> Iterator[PackedFile | Complaint]:
    """Yield what a zip file holds, by name."""
    with opened_zip(data) as archive:
        listed = archive.infolist()
        if len(listed) > _MOST_MEMBERS:
            raise SourceError(
                f"the archive holds {len(listed)} files, more than {_MOST_MEMBERS}; split it"
            )
        left, seen = MOST_UNPACKED * settings.max_source_bytes, set[str]()
        for entry in sorted(listed, key=lambda one: one.filename):
            if entry.is_dir() or _is_hidden(entry.filename):
                continue
            name = f"{where}/{entry.filename.lstrip('/')}"
            limit = min(left, settings.max_source_bytes)
            reason = _refused(entry) or (
                "is there twice, and only the first was read; unpack the archive, and name the files inside"
                if entry.filename in seen
                else None
            )
            found = reason or _unzipped(archive, entry, limit)
            seen.add(entry.filename)
            if isinstance(found, bytes):
                left -= len(found)
                yield PackedFile(name, found)
            else:
                yield name, f"the file {found}"


def gzip_member(data: bytes, where: str, settings: Settings) -> Iterator[PackedFile | Complaint]:
    """Yield the one file that a gzip file holds, under its own name without ".gz"."""
    limit = settings.max_source_bytes
    content, whole = gunzipped(data, limit)
    if len(content) > limit:
        raise SourceError(
            f"the file unpacks to more than {limit} bytes; split it, or raise max_source_bytes"
        )
    if not whole:
        yield where, _CUT
    inner = PurePosixPath(where).name
    inner = inner[:-3] if inner.lower().endswith(".gz") else inner
    yield PackedFile(f"{where}/{inner}", content)


def gunzipped(data: bytes, limit: int) -> tuple[bytes, bool]:
    """Return what gzip data unpacks to, at most a byte more than the limit; and whether it is whole."""
    parts: list[bytes] = []
    at, room, whole = 0, limit + 1, True
    while room > 0 and data.startswith(GZIP, at):
        unpacking, whole = zlib.decompressobj(16 + zlib.MAX_WBITS), False
        while room > 0 and at < len(data) and not unpacking.eof:
            piece = data[at : at + _PIECE]
            try:
                part = unpacking.decompress(piece, room)
            except zlib.error:
                return b"".join(parts), False
            at += len(piece) - len(unpacking.unused_data) - len(unpacking.unconsumed_tail)
            parts.append(part)
            room -= len(part)
        whole = unpacking.eof
    return b"".join(parts), whole


def zipped_file(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Return one file of a zip archive by name; SourceError where it is too large or damaged."""
    found = _unzipped(archive, archive.getinfo(name), limit)
    if isinstance(found, str):
        raise SourceError(f"{name} {found}")
    return found


def _is_hidden(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)


def _refused(entry: zipfile.ZipInfo) -> str | None:
    """Return why a member is not even looked at."""
    mode = entry.external_attr >> 16
    if ".." in re.split(r"[/\\]", entry.filename) or _OUTWARD.match(entry.filename):
        return _OUTSIDE
    if stat.S_ISLNK(mode):
        return _LINK
    return _LOCKED if entry.flag_bits & 1 else None


def _unzipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes | str:
    """Return the bytes of a member, never more than is allowed; or why there are none."""
    if entry.file_size > max(_HARMLESS, _MOST_TIMES * entry.compress_size):
        return f"unpacks to more than {_MOST_TIMES} times its size; unpack it with care"
    try:
        with archive.open(entry) as file:
            content = file.read(limit + 1)
    except _FAILURES:
        return _DAMAGED
    if len(content) > limit:
        return f"unpacks to more than {limit} bytes; split it, or raise max_source_bytes"
    return content
