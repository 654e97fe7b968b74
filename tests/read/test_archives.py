"""Zip and gzip files: each file inside is read as one of its own, within bounds, and none is written."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
from pathlib import Path

import pytest

from tests.read.paper import column, pdf
from tests.read.reading_room import read_bytes
from tests.read.warehouse import page, zipped
from variorum.records import Account

TOLD = "The north quay of Selm will close on Monday, the harbour master said, and nobody may moor."


def read(
    folder: Path, name: str, data: bytes, **limits: int
) -> tuple[tuple[Account, ...], list[str]]:
    accounts, problems = read_bytes(folder, name, data, **limits)
    assert [path.name for path in folder.iterdir()] == [name]
    return accounts, [f"{problem.where}: {problem.reason}" for problem in problems]


def test_each_file_inside_is_an_account_named_by_its_place(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "b/quay.html": page(TOLD),
        "a.txt": TOLD,
        "c.pdf": pdf([column(50, 700, TOLD)]),
    }
    accounts, problems = read(tmp_path, "desk.zip", zipped(files))
    assert [account.source for account in accounts] == [
        "desk.zip/a.txt",
        "desk.zip/b/quay.html",
        "desk.zip/c.pdf",
    ]
    assert accounts[1].title == "Quay to close"
    assert problems == []


def test_what_cannot_be_read_inside_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.txt": TOLD,
        "quay.png": b"\x89PNG\r\n\x1a\n",
        "empty.txt": "",
    }
    (account,), problems = read(tmp_path, "desk.zip", zipped(files))
    assert account.text == TOLD
    assert {told.split(": ")[0] for told in problems} == {"desk.zip/empty.txt", "desk.zip/quay.png"}


def test_what_a_system_hides_is_left_out_as_in_a_folder(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.txt": TOLD,
        "__MACOSX/._a.txt": b"\x00",
        ".DS_Store": b"\x00",
    }
    accounts, problems = read(tmp_path, "desk.zip", zipped(files))
    assert len(accounts) == 1
    assert problems == []


@pytest.mark.parametrize(
    "name", ["../a.txt", "b/../../a.txt", "/etc/a.txt", "..\\a.txt", "C:\\a.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_a_problem(tmp_path: Path, name: str) -> None:
    accounts, (told,) = read(tmp_path, "desk.zip", zipped({name: TOLD}))
    assert accounts == ()
    assert "leads out of the archive" in told


def test_a_link_inside_is_a_problem(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("a.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    accounts, (told,) = read(tmp_path, "desk.zip", made.getvalue())
    assert accounts == ()
    assert "is a link" in told


def test_a_locked_file_inside_is_a_problem(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TOLD}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    accounts, (told,) = read(tmp_path, "desk.zip", bytes(data))
    assert accounts == ()
    assert "locked with a password; unpack it" in told


def test_a_file_that_unpacks_to_far_more_than_it_is_is_not_unpacked(tmp_path: Path) -> None:
    (account,), (told,) = read(
        tmp_path, "desk.zip", zipped({"a.txt": TOLD, "b.txt": "0" * 9_000_000})
    )
    assert account.text == TOLD
    assert "unpacks to more than 200 times its size" in told


def test_all_files_together_unpack_to_no_more_than_is_allowed(tmp_path: Path) -> None:
    files = {f"{number:02}.txt": TOLD * 500 for number in range(30)}
    accounts, problems = read(tmp_path, "desk.zip", zipped(files), max_source_bytes=50_000)
    assert len(accounts) == 11
    assert len(problems) == 19
    assert "raise max_source_bytes" in problems[0]


def test_an_archive_inside_an_archive_is_a_problem(tmp_path: Path) -> None:
    inner = zipped({"a.txt": TOLD})
    accounts, problems = read(
        tmp_path,
        "desk.zip",
        zipped({"in.zip": inner, "b.txt.gz": gzip.compress(b"x"), "c.txt": TOLD}),
    )
    assert len(accounts) == 1
    assert all("is an archive inside an archive; unpack it" in told for told in problems)
    assert len(problems) == 2


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    data = zipped({"a.txt": TOLD})
    accounts, (told,) = read(tmp_path, "desk.zip", data[: len(data) // 2])
    assert accounts == ()
    assert "damaged or cut short; get the whole file" in told


def test_damage_inside_costs_one_file(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TOLD, "b.txt": TOLD}))
    data[40] ^= 0xFF
    (account,), (told,) = read(tmp_path, "desk.zip", bytes(data))
    assert account.source == "desk.zip/b.txt"
    assert "is damaged" in told


def test_a_packed_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    (account,), problems = read(tmp_path, "quay.html.gz", gzip.compress(page(TOLD).encode()))
    assert account.source == "quay.html.gz/quay.html"
    assert account.title == "Quay to close"
    assert problems == []


def test_a_packed_file_that_is_cut_short_gives_what_is_there_and_says_so(tmp_path: Path) -> None:
    (account,), (told,) = read(tmp_path, "quay.txt.gz", gzip.compress(TOLD.encode())[:-4])
    assert account.text == TOLD
    assert "cut short" in told


def test_a_packed_file_that_fills_the_memory_is_refused(tmp_path: Path) -> None:
    accounts, (told,) = read(tmp_path, "quay.txt.gz", gzip.compress(b"0" * 30_000_000))
    assert accounts == ()
    assert "unpacks to more than 20000000 bytes" in told


def test_an_archive_is_known_by_its_content(tmp_path: Path) -> None:
    (account,), _ = read(tmp_path, "desk.txt", zipped({"a.txt": TOLD}))
    assert account.source == "desk.txt/a.txt"


def test_a_document_of_pages_is_no_archive_and_says_how_to_export_it(tmp_path: Path) -> None:
    data = zipped({"Index/Document.iwa": b"\x00", "preview.jpg": b"\xff\xd8\xff"})
    accounts, (told,) = read(tmp_path, "quay.pages", data)
    assert accounts == ()
    assert "export it as a Word document" in told
