"""Short posts of networks, as rows with their fields or as bare text."""

import json
from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_text

POST = "The 7.40 to Holm will not sail today because of high wind on the sound."


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"handle": "@HolmFerries"}, "@HolmFerries"),
        ({"publisher": "@HolmFerries", "url": "https://chatter.example/1"}, "@HolmFerries"),
        ({"author": "@HolmFerries"}, "@HolmFerries"),
        ({"author": "Maja Lind", "likes": 12}, "Maja Lind"),
        ({"user": {"screen_name": "holmferries"}, "retweet_count": 3}, "holmferries"),
    ],
)
def test_a_short_row_with_a_handle_or_counts_is_a_post(
    tmp_path: Path, fields: dict[str, object], outlet: str
) -> None:
    account = read_text(tmp_path, json.dumps({"text": POST, **fields}), "a.json")
    assert (account.kind, account.outlet) == ("post", outlet)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Ferry stays in port", "likes": 12},
        {"author": "Maja Lind"},
        {"text": f"{POST} " * 12, "shares": 4},
    ],
)
def test_an_article_with_counts_or_an_author_is_no_post(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    assert read_text(tmp_path, json.dumps({"text": POST, **fields}), "a.json").kind == "report"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Maja Lind @majalind · 3h\nThe ferry is cancelled again. #holm #ferry", "@majalind"),
        ("@HolmFerries\n" + POST + "\n\nSorry. #holm", "@HolmFerries"),
        ("The ferry to Holm is cancelled again\n#holm @HolmFerries", None),
    ],
)
def test_short_text_with_handles_is_a_post_without_a_headline(
    tmp_path: Path, text: str, outlet: str | None
) -> None:
    account = read_text(tmp_path, text)
    assert (account.kind, account.outlet, account.title) == ("post", outlet, None)
    assert {kind for kind, _ in kinds(account)} == {"body"}


def test_a_brief_with_a_headline_and_a_tag_is_no_post(tmp_path: Path) -> None:
    text = f"Ferry stays in port\n\n{POST}\n\n{POST}\n\nThe crew stayed on board. {POST} #holm"
    assert read_text(tmp_path, text).title == "Ferry stays in port"
