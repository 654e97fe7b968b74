"""Accounts with pages: wherever words of one are shown, the page they stand on is told."""

from __future__ import annotations

import msgspec
import pytest

from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.read.naming import page_of
from variorum.records import Account, Check, Finding, Quotation, Speaker
from variorum.report.dossier.composing import dossier
from variorum.report.dossier.document import Paragraph
from variorum.report.lists.checked import checked
from variorum.report.lists.said import quotations
from variorum.report.page.building import page
from variorum.serve.printed import checks, findings, quotes

TEXT = "The dam held on Monday.\n\nNobody was hurt, Hann said.\n"
SECOND_PAGE = TEXT.index("Nobody")


def ledger() -> MemoryLedger:
    made = MemoryLedger()
    account = Account(
        id="a-1", source="report.pdf", text=TEXT, outlet="The Orl Post", pages=(0, SECOND_PAGE)
    )
    place = account.span(SECOND_PAGE, SECOND_PAGE + 15)
    made.add([account])
    made.add(
        [
            Quotation(
                id="q-1",
                place=place,
                manner="indirect",
                contents=(place,),
                speaker=Speaker(name="Hann"),
            )
        ]
    )
    made.add([Finding(id="f-1", kind="k", text="One.", because="", weight=1.0, places=(place,))])
    return made


def test_the_page_names_the_page_of_a_place() -> None:
    assert "The Orl Post</bdi></a>, page 2" in page(ledger())


def test_a_footnote_names_the_page_of_its_place() -> None:
    paragraphs = [block for block in dossier(ledger()).blocks if isinstance(block, Paragraph)]
    notes = [note for block in paragraphs for piece in block.pieces for note in piece.notes]
    assert {note.label for note in notes} == {"The Orl Post, page 2"}


def test_printed_lists_name_the_page_of_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    kept = ledger()
    findings.show(kept, list(enumerate(kept.read(Finding), start=1)))
    assert "The Orl Post, page 2" in capsys.readouterr().out
    quotes.show(quotations(material(kept)))
    assert "page 2, indirect" in capsys.readouterr().out


def test_a_list_of_checks_names_the_pages_of_both_sides(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept = ledger()
    (account,) = kept.read(Account)
    place, match = account.span(0, 12), account.span(SECOND_PAGE, SECOND_PAGE + 15)
    kept.add(
        [
            Check(
                id="c-1", quotation="q-1", place=place, record="a-1", kind="edited", because="",
                match=match,
            )
        ]
    )  # fmt: skip
    (line,) = checked(material(kept), kind="edited")
    assert (line.page, line.match_page) == (1, 2)
    checks.show([line])
    assert "The Orl Post, page 1" in (told := capsys.readouterr().out)
    assert "  page 2" in told


def test_an_account_of_an_earlier_ledger_has_no_pages() -> None:
    earlier = b'{"id":"a-1","source":"a.txt","text":"The dam held."}'
    account = msgspec.json.decode(earlier, type=Account)
    assert (account.pages, account.captured, page_of(account, 4)) == ((), None, None)


def test_page_and_dossier_say_when_an_account_was_retrieved() -> None:
    kept = MemoryLedger()
    kept.add(
        [
            Account(
                id="a-1", source="https://orl.example/dam", text="The dam held.",
                url="https://orl.example/dam", captured="2031-05-05T10:04:00Z",
            )
        ]
    )  # fmt: skip
    told = "https://orl.example/dam, retrieved 2031-05-05, 10:04 UTC"
    assert told in page(kept)
    assert told in str(dossier(kept))
