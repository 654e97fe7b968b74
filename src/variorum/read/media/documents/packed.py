"""Packed: documents that are XML files in a zip archive.

Enters: the bytes of a file, how much it may unpack to. Leaves: its parts by name; SourceError where there is
none such.

Parts are read from memory by their names, which are never taken for paths. What all of them unpack to
together is bounded, whatever the archive says of their sizes. XML is parsed without entities, external
documents or network.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from variorum.errors import SourceError

_MAGIC = b"PK\x03\x04"
_FAILURES = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    etree.LxmlError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zipfile and lxml raise on damaged, encrypted and invented archives."""


class Parts:
    """The parts of an archive, of which no more than `limit` bytes are ever unpacked."""

    def __init__(self, archive: zipfile.ZipFile, limit: int) -> None:
        self.names = frozenset(archive.namelist())
        self._archive, self._limit, self._left = archive, limit, limit

    def part(self, name: str) -> bytes:
        """Return a part; KeyError if there is none of that name, SourceError above the limit."""
        with self._archive.open(name) as part:
            content = part.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise SourceError(
                f"the document unpacks to more than {self._limit} bytes; "
                "split it, or raise max_source_bytes"
            )
        return content

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part in XML."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        return etree.fromstring(self.part(name), parser)


@contextmanager
def unpacked(data: bytes, limit: int, damaged: str) -> Iterator[Parts]:
    """Open an archive; what goes wrong while it is open is a SourceError with the words of `damaged`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield Parts(archive, limit)
    except _FAILURES as error:
        raise SourceError(damaged) from error


def holds(data: bytes, part: str) -> bool:
    """Tell whether a file is an archive with a part of that name."""
    if not data.startswith(_MAGIC):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return part in archive.namelist()
    except _FAILURES:
        return False


def is_declared(data: bytes, kind: str) -> bool:
    """Tell an archive whose first part says of which media type it is (OpenDocument, EPUB)."""
    told = data[30:200]
    return data.startswith(_MAGIC) and told.startswith(f"mimetype{kind}".encode())
