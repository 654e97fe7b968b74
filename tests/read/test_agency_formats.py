"""Articles as agencies send them: NewsML-G2, NITF and ninjs; versions and withdrawals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_bytes

FIRST = (
    "The council of Selm voted on Tuesday to close the north quay for three months, its head said."
)
SECOND = (
    "“We could not wait for autumn,” said the harbour master, Ina Rolt, on the quay of the town."
)
XHTML = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>{FIRST}</p><h2>No choice</h2><p>{SECOND}<br/></p></body></html>"
NITF = f"<nitf><body><body.head><hedline><hl1>Quay to close</hl1></hedline><byline>By Rita Hann</byline></body.head><body.content><p>{FIRST}</p><hl2>No choice</hl2><p>{SECOND}</p></body.content></body></nitf>"


def item(
    guid: str = "urn:1", version: int = 1, status: str = "usable", content: str = XHTML
) -> str:
    return (
        f'<newsItem guid="{guid}" version="{version}" xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>'
        '<provider qcode="nprov:SPA"><name>Selm Press Agency</name></provider><versionCreated>2031-05-06T08:00:00Z</versionCreated>'
        f'<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><contentCreated>2031-05-05T23:30:00+02:00</contentCreated>'
        f'<by>By Rita Hann</by><headline>Quay to close</headline><language tag="en-GB"/></contentMeta><contentSet>'
        f'<inlineXML contenttype="application/xhtml+xml">{content}</inlineXML></contentSet></newsItem>'
    )


def message(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    ).encode()


TEXT = f"Quay to close\n\nBy Rita Hann\n\n{FIRST}\n\nNo choice\n\n{SECOND}\n"


@pytest.mark.parametrize("content", [XHTML, NITF])
@pytest.mark.parametrize("name", ["a.xml", "a.txt"])
def test_an_item_of_newsml_is_an_account_of_its_agency(
    tmp_path: Path, name: str, content: str
) -> None:
    (account,), problems = read_bytes(tmp_path, name, message(item(content=content)))
    assert problems == ()
    assert account.text == TEXT
    assert (account.outlet, account.published.earliest) == ("Selm Press Agency", "2031-05-05")
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Quay to close",
        "No choice",
    ]


def test_the_last_version_counts_and_what_was_withdrawn_is_no_account(tmp_path: Path) -> None:
    later = item(version=2, content=XHTML.replace("three months", "four months"))
    data = message(item(), later, item("urn:2", status="canceled"))
    (account,), problems = read_bytes(tmp_path, "a.xml", data)
    assert (account.source, "four months" in account.text) == ("a.xml#2", True)
    assert [problem.where for problem in problems] == ["a.xml, item 1", "a.xml, item 3"]
    assert "withdrawn" in problems[1].reason


def test_an_article_of_nitf_is_read(tmp_path: Path) -> None:
    docdata = '<head><docdata><date.issue norm="20310505T233000Z"/></docdata><pubdata name="Selm Gazette"/></head>'
    data = NITF.replace("<nitf>", f"<nitf>{docdata}").encode()
    (account,), _ = read_bytes(tmp_path, "a.xml", data)
    assert account.text == TEXT
    assert (account.outlet, account.published.earliest) == ("Selm Gazette", "2031-05-05")


def test_newsml_without_text_is_a_problem(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.xml", message(item(content="<x/>")))
    assert accounts == ()
    assert "holds no text" in problem.reason


def test_newsml_expands_no_entities(tmp_path: Path) -> None:
    data = message(item(content=XHTML.replace("its head", "&b;"))).replace(
        b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>\n'
    )
    accounts, problems = read_bytes(tmp_path, "a.xml", data)
    assert accounts or problems
    assert all("boom" not in account.text for account in accounts)


@pytest.mark.parametrize("cut", [200, 700, 900])
def test_half_a_message_is_a_problem(tmp_path: Path, cut: int) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.xml", message(item())[:cut])
    assert accounts == ()
    assert "; " in problem.reason


# --- ninjs ------------------------------------------------------------------------------------------

NINJS = {
    "uri": "http://spa.example/1", "type": "text", "versioncreated": "2031-05-06T08:00:00Z", "pubstatus": "usable",
    "firstcreated": "2031-05-05T23:30:00Z", "language": "en", "headline": "Quay to close", "byline": "Rita Hann",
    "body_xhtml": f"<p>{FIRST}</p><p>{SECOND}</p>", "body_text": "not this", "provider": "Selm Press Agency",
}  # fmt: skip
NINJS_2 = {
    "uri": "http://spa.example/1", "contentcreated": "2031-05-05T23:30:00Z", "standard": {"name": "ninjs", "version": "2.0"},
    "headlines": [{"role": "main", "value": "Quay to close"}], "infosources": [{"name": "Selm Press Agency"}],
    "bodies": [{"contenttype": "text/html", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
}  # fmt: skip


@pytest.mark.parametrize("told", [NINJS, NINJS_2])
def test_an_item_of_ninjs_is_an_account_of_its_agency(tmp_path: Path, told: dict) -> None:
    (account,), problems = read_bytes(tmp_path, "a.json", json.dumps(told).encode())
    assert problems == ()
    assert account.text == f"Quay to close\n\n{FIRST}\n\n{SECOND}"
    assert (account.outlet, account.published.earliest) == ("Selm Press Agency", "2031-05-05")


def test_an_item_of_ninjs_that_was_withdrawn_is_a_problem(tmp_path: Path) -> None:
    rows = [NINJS | {"pubstatus": "canceled"}, NINJS]
    (account,), (problem,) = read_bytes(tmp_path, "a.json", json.dumps(rows).encode())
    assert account.source == "a.json#2"
    assert "withdrawn" in problem.reason
