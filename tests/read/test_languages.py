"""What a page or a row says of its language, in the fields that are made for that."""

from __future__ import annotations

import pytest

from variorum.read.media.pages.webpage import read_page
from variorum.read.media.rows.json_feeds import read_json
from variorum.read.media.texts.plain import read_markdown

STORY = (
    "<p>The lock at Ferrin will stay shut until a diver has looked at the lower gate this week.</p>"
    * 3
)


@pytest.mark.parametrize(
    ("root", "head", "language"),
    [
        ('lang="en-GB"', "", "en"),
        ('lang="qor"', '<meta property="og:locale" content="en_US">', "qor"),
        ("", '<meta http-equiv="Content-Language" content="pt-BR">', "pt"),
        ("", '<meta property="og:locale" content="sv_SE">', "sv"),
        ('lang="English"', "", None),
        ("", "", None),
    ],
)
def test_a_page_names_its_language(root: str, head: str, language: str | None) -> None:
    html = f"<html {root}><head>{head}<title>Lock shut</title></head><body><article>{STORY}</article></body></html>"
    assert read_page(html, "a.html").language == language


@pytest.mark.parametrize(
    ("field", "language"), [('"language": "en"', "en"), ('"lang": "qor"', "qor"), ('"x": 1', None)]
)
def test_a_row_names_its_language(field: str, language: str | None) -> None:
    (draft,), _ = read_json('{"text": "The lock is shut.", ' + field + "}", "a.json")
    assert draft.language == language


def test_the_header_of_markdown_names_its_language() -> None:
    assert read_markdown("---\nlang: sv-SE\n---\n# Lock shut\n", "a.md").language == "sv"
