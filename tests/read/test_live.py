"""Live blogs: the posts keep their times; what shares them, and when they were changed, goes."""

from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_text

POSTS = (
    ("18.05", "The council has voted to shut the dam road for the whole of the summer."),
    ("Mon 14:30 CET", "The engineer has told the council that the crack is two metres long."),
    ("9.10am", "Police say that no lorry may use the dam road until they know more of it."),
)
DECLARED = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'


def page(head: str = DECLARED, kind: str = "") -> str:
    posts = "".join(
        f'<div class="block"><time datetime="x">{time}</time><p>{said}</p>'
        "<a>Share</a> <a>Updated at 14.41 BST</a></div>"
        for time, said in POSTS
    )
    return (
        f"<!doctype html><html><head><title>Dam live</title>{head}</head><body>"
        f"<main{kind}><h1>Dam live: road shut</h1>{posts}</main></body></html>"
    )


def told(folder: Path, html: str) -> list[str]:
    account = read_text(folder, html, "a.html")
    body = [words for kind, words in kinds(account) if kind == "body"]
    return [line for line in "\n".join(body).split("\n") if line]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (DECLARED, ""),
        (DECLARED.replace('"LiveBlogPosting"', '["Article", "LiveBlogPosting"]'), ""),
        ("", ' itemscope itemtype="https://schema.org/LiveBlogPosting"'),
    ],
)
def test_posts_of_a_live_blog_keep_their_times(tmp_path: Path, head: str, kind: str) -> None:
    assert told(tmp_path, page(head, kind)) == [line for post in POSTS for line in post]


def test_a_page_that_is_no_live_blog_keeps_no_times(tmp_path: Path) -> None:
    assert told(tmp_path, page(head="")) == [said for _, said in POSTS]


def test_a_time_within_a_paragraph_breaks_no_sentence(tmp_path: Path) -> None:
    html = page().replace("The council has", "At <time>six</time> the council has")
    assert "the council has voted" in told(tmp_path, html)[1]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share Updated at 14.41 BST", "furniture"),
        ("Share | Last updated on 4 May 2031", "furniture"),
        ("Share prices updated at 14.41", "body"),
        ("The map of the dam was updated at 14.41.", "body"),
    ],
)
def test_a_button_beside_a_stamp_is_furniture_and_a_sentence_is_not(
    tmp_path: Path, line: str, kind: str
) -> None:
    said = "The engineer has told the council of Selm that the crack is two metres long."
    account = read_text(tmp_path, f"{said}\n\n{said}\n\n- one\n{line}\n\n{said} Nobody was hurt.\n")
    (found,) = (kind for kind, words in kinds(account) if line in words)
    assert found == kind
