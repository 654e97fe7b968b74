"""The regions and facts of invented pages, against gold written by hand."""

import pytest

from quality.paging import GoldPage, found_kind, pages
from tests.read.reading_room import English
from variorum.read.accounts import account
from variorum.read.media.texts.plain import read_plain
from variorum.records import Account


def read(page: GoldPage) -> Account:
    return account(read_plain(page.text, f"{page.name}.txt"), English())


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_line_of_an_invented_page_plays_its_part(page: GoldPage) -> None:
    found = read(page)
    missed = [
        (page.text[start:end], kind, found_kind(found.regions, start, end))
        for kind, start, end in page.gold
        if found_kind(found.regions, start, end) != kind
    ]
    assert missed == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_the_facts_of_an_invented_page_are_found(page: GoldPage) -> None:
    found = read(page)
    told = found.published
    facts = {
        "kind": found.kind,
        "outlet": found.outlet,
        "place": found.place,
        "published": f"{told.earliest} {told.latest} {told.basis}",
    }
    assert {name: facts[name] for name in page.facts} == page.facts
