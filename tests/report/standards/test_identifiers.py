"""Names, addresses, days and ids in forms that the standards allow."""

from __future__ import annotations

import pytest

from variorum.records import Account
from variorum.report.standards import identifiers


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("https://a.example/é <b>\"'", None),
        ("https://a.example/é<b>\"'", "https://a.example/%C3%A9%3Cb%3E%22'"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/\u202egnp", "https://a.example/%E2%80%AEgnp"),
        ("https://name@a.example/", None),
        ("https://a.example\\@b.example/", None),
        ("https://[::1/", None),
        ("https://", None),
        ("javascript:alert(1)//http://", None),
        ("data:text/html,x", None),
        ("ftp://a.example/", None),
        ("//a.example/", None),
        ("/srv/wire.txt", None),
        ("https://a.example/\nx", None),
        ("https://a.example/" + "x" * 2000, None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_web_address_is_an_address(address: str | None, uri: str | None) -> None:
    assert identifiers.web(address) == uri


def test_an_account_is_known_by_its_address_then_its_source_then_its_id() -> None:
    page = Account(id="a-1", source="https://b.example/", text="", url="https://a.example/")
    read = Account(id="a-1", source="https://b.example/", text="")
    file = Account(id="a 1", source="wire.txt", text="")
    assert identifiers.source_of(page) == "https://a.example/"
    assert identifiers.source_of(read) == "https://b.example/"
    assert identifiers.source_of(file) == "urn:variorum:a%201"


@pytest.mark.parametrize(
    ("bound", "day"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("2031-05-04T10:30", "2031-05-04"),
        ("2031-02-30", None),
        ("2031-13", None),
        ("2031-05-04<b>", None),
        ("0000", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_one_of_the_calendar(bound: str | None, day: str | None) -> None:
    assert identifiers.iso_day(bound) == day


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2031-05-06T10:00:00Z", True),
        ("2031-05-06T10:00:00.123+02:00", True),
        ("2031-05-06T10:00:00", False),
        ("2031-05-06T25:00:00Z", False),
        ("2031-05-06", False),
        ("soon", False),
    ],
)
def test_an_instant_has_a_time_and_a_zone(value: str, kept: bool) -> None:
    assert identifiers.instant(value) == (value if kept else None)


def test_different_ids_stay_different_as_xml_ids() -> None:
    ids = ["a-1", "a 1", "a_1", "a_20_1", "", "1", "_1", "é", "e"]
    assert len({identifiers.xml_id(one) for one in ids}) == len(ids)


def test_text_for_xml_keeps_all_that_xml_allows() -> None:
    allowed = "\t\n\r \u0085\ud7ff\ue000\ufffd\U0010ffff"
    assert identifiers.xml_characters(allowed) == allowed
    assert identifiers.xml_characters("\x00\x08\x0b\x1f\ufffe\uffff") == "\ufffd" * 6
