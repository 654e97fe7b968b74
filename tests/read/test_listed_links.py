"""Lines that are links and nothing else: two in a row are a list of other pages, one may be a sentence's."""

from tests.read.reading_room import English, kinds
from variorum.read.accounts import account
from variorum.read.media.drafts import Draft
from variorum.read.media.pages.webpage import read_page

BEFORE = (
    "The harbour board met on Tuesday and heard its engineer for an hour before the members voted."
)
AFTER = (
    "The quay will be shut from Monday, and a ferry will carry people on foot until it opens again."
)


def parts(*linked: str) -> list[tuple[str, str]]:
    """Return the lines of a text with links between its two paragraphs, each with its part."""
    text = "\n\n".join([BEFORE, *linked, AFTER])
    offsets = tuple(text.index(line) for line in linked)
    told = account(Draft(text=text, source="a", where="a", linked=offsets), English())
    return [(kind, line) for kind, words in kinds(told) for line in words.split("\n\n")]


def test_links_in_a_row_are_no_part_of_the_article() -> None:
    found = parts("Mill fire in Tarn kills three", "Keld elects its first mayor")
    assert [line for kind, line in found if kind == "furniture"] == [
        "Mill fire in Tarn kills three",
        "Keld elects its first mayor",
    ]


def test_sentences_that_are_links_are_read() -> None:
    said = ("The engineer put her report on the board's page.", "She wrote it in May with two men.")
    assert all(("body", line) in parts(*said) for line in said)


def test_a_link_alone_between_paragraphs_is_left_as_it_was() -> None:
    assert ("furniture", "The report of the engineer") not in parts("The report of the engineer")


def test_a_page_tells_which_of_its_blocks_are_links_as_a_whole() -> None:
    item = '<li><a href="/1">The last repair of the quay\n was made in 1998</a></li>'
    page = f"<html><body><article><p>{BEFORE * 3}</p><ul>{item}<li>{AFTER}</li></ul><p>{AFTER * 3}</p></article>"
    draft = read_page(page, "a")
    (at,) = draft.linked
    assert draft.text[at:].startswith("The last repair of the quay was made in 1998\n")
