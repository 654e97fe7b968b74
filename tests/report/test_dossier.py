"""The dossier: every claim with a footnote that says the exact words; hostile text is no markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.report.ledgers import EVIL, hostile
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Decision, Finding, Span
from variorum.report.dossier.composing import dossier
from variorum.report.dossier.document import Footnote, Heading, Paragraph, Table, TextRun
from variorum.report.dossier.markdown import markdown
from variorum.report.exporting import export

REFERENCE = re.compile(r"\[\^(\d+)\](?!:)")
FOOTNOTE = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)


def pieces(ledger: MemoryLedger) -> list[TextRun]:
    found: list[TextRun] = []
    for block in dossier(ledger).blocks:
        if isinstance(block, Paragraph):
            found += block.pieces
        elif isinstance(block, Table):
            found += [cell for row in block.rows for cell in row]
    return found


def notes(ledger: MemoryLedger) -> list[Footnote]:
    return [note for piece in pieces(ledger) for note in piece.notes]


def headings(ledger: MemoryLedger, level: int = 1) -> list[str]:
    blocks = dossier(ledger).blocks
    return [b.text for b in blocks if isinstance(b, Heading) and b.level == level]


def told(text: str) -> MemoryLedger:
    """Return a ledger of one account and one finding that quotes it all."""
    ledger = MemoryLedger()
    account = Account(id="a-1", source="folder/x.txt", text=text, outlet="The Orl Post")
    place = account.span(0, len(text))
    ledger.add([account])
    ledger.add([Finding(id="f-1", kind="k", text=text, because=text, weight=1.0, places=(place,))])
    return ledger


def test_its_chapters_follow_the_work() -> None:
    assert headings(hostile()) == [
        "What was read",
        "In short",
        "Findings",
        "Figures",
        "Who depends on whom",
        "What could not be done",
        "How this was made",
    ]


def test_what_people_decided_is_a_chapter_of_its_own() -> None:
    ledger = hostile()
    ledger.add(
        [
            Decision(
                id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-04", note="Called."
            )
        ]
    )
    assert "What people decided" in headings(ledger)
    said = [piece.text for piece in pieces(ledger) if "Ada" in piece.text]
    assert all("confirm: Called." in text for text in said)


def test_a_decision_taken_back_is_not_told() -> None:
    ledger = hostile()
    ledger.add(
        [
            Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-04"),
            Decision(id="d-2", target="d-1", view="undo", who="Ada", when="2031-05-05"),
        ]
    )
    assert "What people decided" not in headings(ledger)


def test_every_finding_has_both_readings_quoted() -> None:
    quotes = [
        "".join(piece.text for piece in block.pieces)
        for block in dossier(hostile()).blocks
        if isinstance(block, Paragraph) and block.style == "quote"
    ]
    assert ["Forty houses" in quotes[0], "Fifty houses" in quotes[1]] == [True, True]


def test_a_note_has_the_exact_words_at_its_place() -> None:
    accounts = {account.id: account for account in hostile().read(Account)}
    found = notes(hostile())
    assert len(found) > 4
    for note in found:
        place = note.place
        assert accounts[place.account].text[place.start : place.end] == place.text


def test_every_reading_of_a_finding_has_a_note() -> None:
    places = [note.place for note in notes(hostile())]
    (finding,) = hostile().read(Finding)
    assert set(finding.places) <= set(places)


def test_an_account_is_named_without_the_folders_of_a_machine() -> None:
    assert "folder/" not in markdown(dossier(told("Words.")))


def test_references_and_footnotes_of_markdown_match_one_to_one() -> None:
    text = markdown(dossier(hostile()))
    numbers = [str(n) for n in range(1, len(notes(hostile())) + 1)]
    assert REFERENCE.findall(text) == numbers
    assert FOOTNOTE.findall(text) == numbers


def test_a_footnote_of_markdown_names_account_offsets_and_words() -> None:
    text = markdown(dossier(told("The bridge fell.")))
    assert text.endswith(": The Orl Post, 0–16: “The bridge fell.”\n")


@pytest.mark.parametrize(
    "text",
    [
        EVIL,
        "# no heading",
        "- no item",
        "1. no item",
        "> no quote",
        "| a | b |",
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "![a](http://x.org/a.png)",
        "http://x.org and www.x.org and a@x.org",
        "`code` *soft* **loud** ~~gone~~",
        "&lt;b&gt; &#8238;",
        "[^1]: no note",
        "===",
        "+ plus",
    ],
)
def test_text_of_an_account_is_no_markup(text: str) -> None:
    kinds = {"heading_open", "list_item_open", "blockquote_open"}
    plain = skeleton(told("Plain."), kinds)
    assert skeleton(told(text), kinds) == plain
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown(dossier(told(text))))
    assert not re.search(r"<(?:a|img|script|code|em|s)\b", html)


def skeleton(ledger: MemoryLedger, kinds: set[str]) -> list[str]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown(dossier(ledger)))
    return [token.type for token in tokens if token.type in kinds]


def test_an_entity_in_an_account_is_shown_as_it_stands() -> None:
    html = MarkdownIt().render(markdown(dossier(told("&#8238;x"))))
    assert "\u202e" not in html
    assert "&amp;#8238;x" in html.replace("&amp;\\#", "&amp;#")


def test_nothing_says_who_is_right() -> None:
    text = markdown(dossier(told("Words."))).lower()
    assert not re.search(r"\b(?:false|wrong|misquot\w*|fabricat\w*|incorrect)\b", text)


def test_the_same_ledger_gives_the_same_file(tmp_path: Path) -> None:
    (first,) = export(hostile(), tmp_path / "a", "markdown")
    (again,) = export(hostile(), tmp_path / "b", "markdown")
    assert first.read_bytes() == again.read_bytes()


def test_a_ledger_without_findings_says_so() -> None:
    texts = [piece.text for piece in pieces(MemoryLedger())]
    assert "None." in texts


def test_a_place_that_several_findings_rest_on_has_a_note_each_time() -> None:
    ledger = told("The bridge fell.")
    place = Span("a-1", 0, 16, "The bridge fell.")
    ledger.add([Finding(id="f-2", kind="k", text="", because="b", weight=0.5, places=(place,))])
    assert [note.place for note in notes(ledger)] == [place, place]
