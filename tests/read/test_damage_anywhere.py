"""Files that are damaged or cut anywhere: each gives accounts or a problem, and raises nothing."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.read.paper import PICTURE, column, pdf
from tests.read.reading_room import read_bytes
from tests.read.warehouse import mhtml, packed, page, record, response, wacz, zipped

TOLD = "The north quay of Selm will close on Monday, the harbour master said, and nobody may moor."
PAGE = page(TOLD)
SENT = [
    record("warcinfo", b"software: none\r\n"),
    response("https://a.example/quay", PAGE.encode()),
    response("https://a.example/packed", gzip.compress(PAGE.encode()), packing="gzip"),
]
WHOLE = {
    "a.pdf": pdf([column(50, 700, TOLD), PICTURE]),
    "a.warc": b"".join(SENT),
    "a.warc.gz": packed(SENT),
    "a.wacz": wacz(SENT, ["https://a.example/quay"]),
    "a.zip": zipped({"a.txt": TOLD, "b.html": PAGE, "c.pdf": pdf([column(50, 700, TOLD)])}),
    "a.mht": mhtml(PAGE),
    "a.txt.gz": gzip.compress(TOLD.encode()),
}


def damaged(data: bytes) -> Iterator[bytes]:
    """Yield a file cut, with a byte changed, with some left out and with some twice, all along it."""
    for at in range(1, len(data), max(1, len(data) // 25)):
        yield data[:at]
        yield data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]
        yield data[:at] + data[at + 9 :]
        yield data[: at + 20] + data[at:]


@pytest.mark.parametrize("name", WHOLE)
def test_damage_anywhere_gives_accounts_or_a_problem(tmp_path: Path, name: str) -> None:
    for data in damaged(WHOLE[name]):
        accounts, problems = read_bytes(tmp_path, name, data)
        assert accounts or problems
        assert all(problem.reason and problem.where for problem in problems)


@pytest.mark.parametrize("name", ["a.pdf", "a.warc", "a.warc.gz", "a.wacz", "a.zip", "a.mht"])
def test_a_file_that_is_cut_anywhere_is_noticed(tmp_path: Path, name: str) -> None:
    data = WHOLE[name]
    for at in range(1, len(data) - 8, max(1, len(data) // 40)):
        _, problems = read_bytes(tmp_path, name, data[:at])
        assert problems != (), f"cut at {at} of {len(data)}"
