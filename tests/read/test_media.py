"""HTML, JSON, JSON Lines and Markdown: text, headings and the facts that stand beside them."""

import json
from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_bytes, read_text

BODY = (
    "<p>The harbour master closed the port of Selm on Monday after a tanker lost its anchor.</p>"
    "<p>Eleven ships wait outside, and the storm is expected to last until Wednesday night.</p>"
    "<h2>Pilots refuse</h2>"
    "<p>The pilots said that they would not board any ship while the waves are over four metres.</p>"
    "<p>No oil has been seen, the coast guard said in the evening after two flights over the bay.</p>"
)
PAGE = f"""<!doctype html><html><head><title>Port of Selm closed | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Port of Selm closed", "datePublished": "2031-03-03T18:40:00+01:00",
"publisher": {{"@type": "Organization", "name": "Harbour Gazette"}}}}</script>
<link rel="canonical" href="https://gazette.example/2031/selm"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Port of Selm closed</h1>
{BODY}</article><footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>"""


def test_a_page_gives_its_article_with_headline_and_headings_as_titles(tmp_path: Path) -> None:
    account = read_text(tmp_path, PAGE, "a.html")
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Port of Selm closed",
        "Pilots refuse",
    ]
    assert "newsletter" not in account.text


def test_a_page_gives_the_facts_of_its_metadata(tmp_path: Path) -> None:
    account = read_text(tmp_path, PAGE, "a.html")
    assert account.title == "Port of Selm closed"
    assert account.outlet == "Harbour Gazette"
    assert account.url == "https://gazette.example/2031/selm"
    assert account.published.earliest == account.published.latest == "2031-03-03"
    assert account.published.basis == "metadata"


def test_a_page_under_a_text_name_is_read_as_a_page(tmp_path: Path) -> None:
    assert "<p>" not in read_text(tmp_path, PAGE, "a.txt").text


def test_markdown_keeps_its_marks_and_its_headings_are_titles(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Port closed\ndate: 2031-03-03\npublisher: Gazette\n---\n"
        "# Port closed\n\nThe port of Selm was closed on Monday.\n\n## Pilots\n\nThey refuse to sail.\n"
    )
    account = read_text(tmp_path, text, "a.md")
    assert account.text == text
    assert [kind for kind, _ in kinds(account)] == ["furniture", "title", "body", "title", "body"]
    assert (account.title, account.outlet) == ("Port closed", "Gazette")
    assert account.published.earliest == "2031-03-03"


# --- JSON ----------------------------------------------------------------------------------------

TEXT = "The port of Selm was closed on Monday."


@pytest.mark.parametrize(
    "fields",
    [
        {"text": TEXT, "title": "Port closed", "url": "https://g.example/1", "date": "2031-03-03"},
        {"content": TEXT, "headline": "Port closed", "link": "https://g.example/1", "dct": "20310303"},
        {"body": TEXT, "title": "Port closed", "uri": "https://g.example/1", "published": 1930262400},
        {"article": {"text": TEXT, "title": "Port closed", "url": "https://g.example/1",
                     "publishedAt": "2031-03-03T10:00:00Z"}},
        {"Text": [TEXT], "Title": "Port closed", "URL": "https://g.example/1", "Date": "March 3, 2031"},
    ],
)  # fmt: skip
def test_common_field_names_give_the_same_account(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    account = read_text(tmp_path, json.dumps(fields), "a.json")
    assert account.text == f"Port closed\n\n{TEXT}"
    assert (account.title, account.url) == ("Port closed", "https://g.example/1")
    assert (account.published.earliest, account.published.basis) == ("2031-03-03", "metadata")


@pytest.mark.parametrize("name", ["publisher", "outlet", "source", "site", "sitename"])
@pytest.mark.parametrize("value", ["Gazette", {"name": "Gazette", "id": None}])
def test_an_outlet_may_be_named_by_many_fields(tmp_path: Path, name: str, value: object) -> None:
    assert (
        read_text(tmp_path, json.dumps({"text": TEXT, name: value}), "a.json").outlet == "Gazette"
    )


@pytest.mark.parametrize(
    "wrapped",
    [lambda rows: rows, lambda rows: {"articles": rows}, lambda rows: {"data": {"items": rows}}],
)
def test_lists_of_articles_give_an_account_each(tmp_path: Path, wrapped) -> None:
    rows = [{"text": "One ferry sank."}, {"text": "Two ferries sank."}]
    accounts, problems = read_bytes(tmp_path, "a.json", json.dumps(wrapped(rows)).encode())
    assert [account.source for account in accounts] == ["a.json#1", "a.json#2"]
    assert problems == ()


def test_json_lines_under_a_json_name_are_read_by_lines(tmp_path: Path) -> None:
    data = b'{"text": "One ferry sank."}\n{"text": "Two ferries sank."}\n'
    assert len(read_bytes(tmp_path, "a.json", data)[0]) == 2


def test_a_headline_that_opens_the_text_is_not_put_before_it_again(tmp_path: Path) -> None:
    fields = {"title": "Port closed", "text": f"PORT CLOSED\n\n{TEXT}"}
    assert read_text(tmp_path, json.dumps(fields), "a.json").text == fields["text"]


def test_a_day_that_can_be_read_two_ways_keeps_both(tmp_path: Path) -> None:
    account = read_text(tmp_path, json.dumps({"text": TEXT, "date": "03/04/2031"}), "a.json")
    assert (account.published.earliest, account.published.latest) == ("2031-03-04", "2031-04-03")


def test_an_archived_address_gives_the_site_and_not_the_archive(tmp_path: Path) -> None:
    url = "http://web.archive.org/web/20310303101010/http://www.gazette.example:80/news/1"
    assert read_text(tmp_path, json.dumps({"text": TEXT, "url": url}), "a.json").outlet == (
        "gazette.example"
    )


def test_fields_of_a_network_make_a_post(tmp_path: Path) -> None:
    fields = {"text": TEXT, "platform": "Mastodon", "created_at": "2031-03-03"}
    assert read_text(tmp_path, json.dumps(fields), "a.json").kind == "post"


def test_the_same_content_has_one_id_whatever_its_file(tmp_path: Path) -> None:
    first = read_text(tmp_path, TEXT, "a.txt")
    second = read_text(tmp_path, TEXT, "b.txt")
    assert first.id == second.id
    assert first.source != second.source


def test_another_outlet_is_another_id(tmp_path: Path) -> None:
    first = read_text(tmp_path, json.dumps({"text": TEXT, "outlet": "Gazette"}), "a.json")
    second = read_text(tmp_path, json.dumps({"text": TEXT, "outlet": "Bugle"}), "a.json")
    assert first.id != second.id
