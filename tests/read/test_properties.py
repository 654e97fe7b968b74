"""What reading owes for any input at all."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.read.reading_room import read_bytes
from variorum.records import Account

PIECES = st.sampled_from(
    [
        *(
            "Home",
            "[ad_1]",
            "<…>",
            "(Applause.)",
            "Q: Why?",
            "A: I said so.",
            "By Jane Doe",
            "1 of 4",
        ),
        *(
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "\u00a0",
            "\ufeff",
            "\x0b",
            "—",
            '"',
            "Share",
            "Leave a Reply",
        ),
        *("LIMA, May 3 (EFE) - ", "MAYOR REYE: ", "(retranslated): ", "3 March 2029", "# Heading"),
        *("The river rose again on Monday night.", "We are here, and I thank you.", "Related"),
        *("According to the Daily Post, it sank.", "Reuters reported", "é", "漢字", "\U0001f30a"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a"])


def read_any(name: str, data: bytes) -> tuple[tuple[Account, ...], int]:
    with tempfile.TemporaryDirectory() as folder:
        accounts, problems = read_bytes(Path(folder), name, data)
    return accounts, len(problems)


@settings(max_examples=60, deadline=None)
@given(NAMES, st.binary(max_size=300))
def test_any_bytes_give_accounts_or_problems(name: str, data: bytes) -> None:
    accounts, problems = read_any(name, data)
    assert len(accounts) + problems > 0


@settings(max_examples=120, deadline=None)
@given(TEXTS)
@example("HomeHome\nHome\x0b(retranslated): We are here, and I thank you.")
def test_every_visible_character_lies_in_exactly_one_region(text: str) -> None:
    for account in read_any("a.txt", text.encode())[0]:
        seen = [0] * len(account.text)
        for region in account.regions:
            for at in range(region.start, region.end):
                seen[at] += 1
        assert max(seen) == 1
        assert all(seen[at] for at, mark in enumerate(account.text) if not mark.isspace())


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_regions_are_sorted_and_begin_and_end_with_visible_characters(text: str) -> None:
    for account in read_any("a.txt", text.encode())[0]:
        for before, after in zip(account.regions, account.regions[1:], strict=False):
            assert before.end <= after.start
        for region in account.regions:
            words = account.text[region.start : region.end]
            assert words == words.strip() != ""
            assert region.start <= (region.label_end or region.start) <= region.end


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_plain_text_is_the_file_decoded(text: str) -> None:
    for account in read_any("a.txt", text.encode())[0]:
        assert account.text == text


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_cited_sources_are_the_accounts_words(text: str) -> None:
    for account in read_any("a.txt", text.encode())[0]:
        for cited in account.cites:
            assert account.span(cited.place.start, cited.place.end) == cited.place


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_id_does_not_depend_on_the_files_name(text: str) -> None:
    first, _ = read_any("a.txt", text.encode())
    second, _ = read_any("b.txt", text.encode())
    assert [account.id for account in first] == [account.id for account in second]
