"""Letters as Outlook saves them, made for tests: a compound file (MS-CFB) with properties (MS-OXMSG)."""

from __future__ import annotations

import struct
from collections.abc import Mapping

SECTOR, SMALL = 512, 4_096
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
UNICODE, BINARY, TIME = 0x001F, 0x0102, 0x0040
SUBJECT, SENDER, ADDRESS, BODY, PAGE, SENT, FILE = (
    *(0x0037, 0x0C1A, 0x0C1F, 0x1000, 0x1013),
    *(0x0039, 0x3707),
)
SINCE_1601 = 116_444_736_000_000_000

Folder = dict[str, "bytes | Folder"]


def outlook(
    values: Mapping[int, str | bytes], *, sent: int, attached: tuple[str, ...] = ()
) -> bytes:
    """Return an MSG file with properties by their ids; `sent` is in seconds since 1970."""
    folder = _properties(values, header=32, sent=sent, attached=len(attached))
    for number, name in enumerate(attached):
        folder[f"__attach_version1.0_#{number:08X}"] = _properties({FILE: name}, header=8)
    return compound(folder)


def _properties(
    values: Mapping[int, str | bytes], *, header: int, sent: int | None = None, attached: int = 0
) -> Folder:
    folder: Folder = {}
    head = struct.pack("<8x4I8x", 0, attached, 0, attached)[:header].ljust(header, b"\0")
    for key, value in values.items():
        kind = BINARY if isinstance(value, bytes) else UNICODE
        data = value if isinstance(value, bytes) else value.encode("utf-16-le")
        folder[f"__substg1.0_{key:04X}{kind:04X}"] = data
        head += struct.pack("<HHIII", kind, key, 6, len(data), 0)
    if sent is not None:
        head += struct.pack("<HHIQ", TIME, SENT, 6, sent * 10_000_000 + SINCE_1601)
    folder["__properties_version1.0"] = head
    return folder


class Sectors:
    """Stretches of data in pieces of one size, each leading to the next."""

    def __init__(self, size: int) -> None:
        self.size, self.data, self.table = size, b"", list[int]()

    def stored(self, data: bytes) -> int:
        first, count = len(self.table), -(-len(data) // self.size)
        self.table += [*range(first + 1, first + count), END] if count else []
        self.data += data.ljust(count * self.size, b"\0")
        return first if count else END


def compound(folder: Folder) -> bytes:
    """Return a compound file of streams and folders; small streams lie together in one."""
    large, small = Sectors(SECTOR), Sectors(64)
    entries: list[list] = [["Root Entry", 5, NONE, NONE, NONE, END, 0]]

    def entered(inside: Folder, parent: int) -> None:
        before = None
        for name in sorted(inside, key=lambda n: (len(n), n.upper())):
            value, at = inside[name], len(entries)
            if isinstance(value, bytes):
                start = (small if len(value) < SMALL else large).stored(value)
                entries.append([name, 2, NONE, NONE, NONE, start, len(value)])
            else:
                entries.append([name, 1, NONE, NONE, NONE, 0, 0])
                entered(value, at)
            if before is None:
                entries[parent][4] = at
            else:
                entries[before][3] = at
            before = at

    entered(folder, 0)
    entries[0][5:] = [large.stored(small.data), len(small.data)]
    of_small = large.stored(
        struct.pack(f"<{len(small.table)}I", *small.table).ljust(SECTOR, b"\xff")
    )
    directory = large.stored(b"".join(map(_entry, entries)))
    table, at = large.table, len(large.table)
    fat = -(-(at + 8) * 4 // SECTOR)
    table += [FAT_SECTOR] * fat
    table += [FREE] * (fat * SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, fat, directory, 0, SMALL, of_small, 1, END, 0),
    )
    header += struct.pack("<109I", *range(at, at + fat), *[FREE] * (109 - fat))
    return header + large.data + struct.pack(f"<{len(table)}I", *table)


def _entry(entry: list) -> bytes:
    name, kind, left, right, child, start, size = entry
    shown = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI16xIQ", shown, len(shown), kind, 1, left, right, child, 0, start, size
    )
