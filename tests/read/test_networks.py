"""What networks hand out: Telegram, Mastodon, X; an account a post, of whoever wrote it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.reading_room import read_bytes

NEWS = "The north quay of Selm is shut for three months, the council said."
CHAT = {
    "name": "Selm Harbour", "type": "public_channel", "id": 7,
    "messages": [
        {"id": 1, "type": "service", "date": "2031-05-01T08:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2031-05-05T08:00:00", "from": "Selm Harbour", "text": NEWS},
        {"id": 3, "type": "message", "date": "2031-05-06T08:00:00", "from": "Selm Harbour", "forwarded_from": "Ina Rolt",
         "text": ["See ", {"type": "link", "text": "https://g.example"}, {"type": "bold", "text": ": shut"}, "!"]},
        {"id": 4, "type": "message", "date": "2031-05-06T09:00:00", "from": "Selm Harbour", "photo": "../a.jpg", "text": ""},
    ],
}  # fmt: skip


@pytest.mark.parametrize("value", [CHAT, {"chats": {"list": [CHAT]}}])
@pytest.mark.parametrize("name", ["result.json", "a.txt"])
def test_messages_of_telegram_are_posts_of_whoever_wrote_them(
    tmp_path: Path, name: str, value: dict
) -> None:
    (first, second), (problem,) = read_bytes(tmp_path, name, json.dumps(value).encode())
    assert (first.text, first.outlet, first.kind) == (NEWS, "Selm Harbour", "post")
    assert (second.text, second.outlet) == ("See https://g.example: shut!", "Ina Rolt")
    assert [one.published.earliest for one in (first, second)] == ["2031-05-05", "2031-05-06"]
    assert problem.reason.startswith("posts without text of their own were left out: 1;")


def test_notes_of_mastodon_are_posts_of_their_handle(tmp_path: Path) -> None:
    note = {
        "type": "Note", "published": "2031-05-05T08:00:00Z", "url": "https://m.example/@ana/1",
        "attributedTo": "https://m.example/users/ana", "content": f"<p>{NEWS}</p><p>Sorry &amp; all.</p>", "contentMap": {"en": "x"},
    }  # fmt: skip
    box = {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "object": note}, {"type": "Announce", "object": "https://o.example/1"}]}  # fmt: skip
    (account,), (problem,) = read_bytes(tmp_path, "outbox.json", json.dumps(box).encode())
    assert account.text == f"{NEWS}\n\nSorry & all."
    assert (account.outlet, account.kind) == ("@ana@m.example", "post")
    assert account.published.earliest == "2031-05-05"
    assert "without text of their own" in problem.reason


@pytest.mark.parametrize("name", ["tweets.js", "a.txt"])
def test_posts_of_an_archive_of_x(tmp_path: Path, name: str) -> None:
    tweet = {
        "id_str": "1",
        "full_text": f"{NEWS} #selm",
        "created_at": "Mon May 05 08:00:00 +0000 2031",
        "lang": "en",
    }
    data = f"window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet}])}".encode()
    (account,), problems = read_bytes(tmp_path, name, data)
    assert (account.text, account.kind, account.outlet) == (f"{NEWS} #selm", "post", None)
    assert account.published.earliest == "2031-05-05"
    assert problems == ()


def test_half_an_archive_of_x_is_a_problem(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.js", b'window.YTD.tweets.part0 = [{"tweet":')
    assert accounts == ()
    assert "is not valid JSON" in problem.reason
