"""Which inputs are addresses, and which addresses are asked at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.errors import SourceError, UsageError
from variorum.read.web.addresses import address_of, listed, parted


def test_addresses_and_paths_are_told_apart() -> None:
    paths, named = parted(
        ["flood/", "https://a.example/1", "HTTP://b.example", "C:/texts", "a.txt"]
    )
    assert paths == [Path("flood/"), Path("C:/texts"), Path("a.txt")]
    assert [(one.text, one.where) for one in named] == [
        ("https://a.example/1", "address 1"),
        ("HTTP://b.example", "address 2"),
    ]


def test_a_path_is_never_an_address() -> None:
    assert parted([Path("https://a.example/1")]) == ([Path("https://a.example/1")], [])


def test_a_file_whose_name_looks_like_an_address_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data: 2031.txt").write_text("It rained.")
    assert parted(["data: 2031.txt"]) == ([Path("data: 2031.txt")], [])


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("https://A.Example", "https://a.example/"),
        ("https://a.example:443/x y".replace(" ", "%20"), "https://a.example/x%20y"),
        ("http://a.example:8000/x?q=1", "http://a.example:8000/x?q=1"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("http://[2001:4860:4860::8888]/", "http://[2001:4860:4860::8888]/"),
        ("https://a.example/x?next=a@b", "https://a.example/x?next=a@b"),
    ],
)
def test_an_address_has_one_spelling(given: str, text: str) -> None:
    assert address_of(given).text == text


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://a.example/x",
        "data:text/html,<p>It rained.",
        "javascript:alert(1)",
        "gopher://a.example/",
        "https://",
        "https:///x",
        "https:a.example",
        "https://a..example/",
        "https://a.example:99999/",
        "https://a.example:x/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://0x7f.0.0.1/",
        "https://127.0.0.0x1/",
        "https://a.example\\@b.example/",
        "https://a.example/x\r\nHost: b.example",
        "https://a.example/\x00",
        "https://a.example/a b",
        "https://a.example/\u202e",
        "https://" + "a" * 100_000,
        "https://a.example/" + "a" * 100_000,
        "https://a_b.exa mple/",
        "https://℀.example/",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(SourceError) as told:
        address_of(address)
    assert len(str(told.value)) < 200


@pytest.mark.parametrize(
    "address", ["https://ada:s3cret@a.example/", "https://s3cret@a.example", "http://:s3cret@a.example/"]
)  # fmt: skip
def test_a_name_or_password_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(SourceError) as told:
        address_of(address)
    assert "password" in str(told.value)
    assert "s3cret" not in str(told.value)


def test_a_list_has_an_address_on_each_line(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"\xef\xbb\xbf# wires\r\nhttps://a.example/1\r\n\r\n  https://b.example/2 \n")
    assert [(one.text, one.where) for one in listed(path)] == [
        ("https://a.example/1", "list.txt, line 2"),
        ("https://b.example/2", "list.txt, line 4"),
    ]


def test_a_list_that_is_not_there_is_one_clear_message(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        listed(tmp_path / "list.txt")


def test_a_list_that_is_too_long_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("https://a.example/1\n" * 10_001)
    with pytest.raises(UsageError, match="more than 10,000"):
        listed(tmp_path / "list.txt")
