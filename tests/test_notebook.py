"""A ledger in a notebook: tables by name, findings that show themselves, hostile text as text."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import variorum
from tests.report.ledgers import EVIL, hostile, many
from variorum.errors import LedgerError, UsageError
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.opened import OpenLedger
from variorum.records import Account, Alignment, Decision, Finding, Problem
from variorum.report.files.arrow import TABLE_RECORDS
from variorum.seams import Ledger


class Tags(HTMLParser):
    """The tags, attributes and text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def ledger() -> OpenLedger:
    return OpenLedger(hostile())


@pytest.mark.parametrize("name", list(TABLE_RECORDS))
def test_every_kind_of_record_is_a_table(name: str, ledger: OpenLedger) -> None:
    assert isinstance(getattr(ledger, name), pa.Table)


def test_findings_come_most_telling_first() -> None:
    ledger = OpenLedger(many(2))
    ledger.add(
        Finding(id=f"f-{n}", kind="k", text="", because="", weight=float(n), places=())
        for n in (1, 3, 2)
    )
    assert ledger.findings["weight"].to_pylist() == [3.0, 2.0, 1.0]


def test_a_table_shows_what_was_added_meanwhile(ledger: OpenLedger) -> None:
    before = ledger.decisions.num_rows
    ledger.add([Decision(id="d-1", target="v-1", view="unsure", who="A", when="2031-05-04")])
    assert (before, ledger.decisions.num_rows) == (0, 1)


def test_an_opened_file_is_a_ledger_with_tables(tmp_path: Path) -> None:
    path = tmp_path / "story.variorum"
    with SqliteLedger(path) as kept:
        kept.add(hostile().read(Finding))
    with variorum.open_ledger(path) as ledger:
        assert ledger.findings.num_rows == 1
        assert [f.id for f in ledger.read(Finding)] == ["f-1"]
        assert ledger.get(Finding, "f-1").weight == 90.0


def test_it_keeps_every_promise_of_a_ledger(ledger: OpenLedger) -> None:
    ledger.renew({"": [Problem(where="x", step="read", reason="y")]})
    assert ledger.parts() == {""}
    ledger.keep_work("read", {"k": b"1", "l": b"2"})
    ledger.drop_work("read", ["k"])
    assert [p.where for p in ledger.read(Problem)] == ["x"]
    assert ledger.work("read") == {"l": b"2"}
    with ledger.snapshot() as still:
        assert [p.where for p in still.read(Problem)] == ["x"]
    assert ledger.revision() > 0
    with pytest.raises(LedgerError):
        ledger.get(Finding, "f-2")


def test_in_a_terminal_it_is_one_short_line(ledger: OpenLedger) -> None:
    assert repr(ledger) == (
        "<Variorum ledger: 2 accounts, 1 event, 2 quotations, 2 figures, 2 alignments, 1 finding>"
    )


SHOWN: dict[str, Any] = {
    "the ledger": lambda ledger: ledger,
    "all findings": lambda ledger: ledger.show(),
    "a finding by number": lambda ledger: ledger.show(1),
    "a finding by itself": lambda ledger: ledger.show(ledger.get(Finding, "f-1")),
    "an alignment": lambda ledger: ledger.show(ledger.get(Alignment, "al-1")),
    "a verdict": lambda ledger: ledger.show("v-1"),
    "a check": lambda ledger: ledger.show("c-1"),
    "an entity": lambda ledger: ledger.show("e-1"),
    "a borrowing": lambda ledger: ledger.show("b-1"),
}


@pytest.mark.parametrize("what", list(SHOWN))
def test_hostile_text_stays_text(what: str, ledger: OpenLedger) -> None:
    html = SHOWN[what](ledger)._repr_html_()
    found = Tags(html)
    assert found.tags <= {"div", "style", "p", "strong", "span", "blockquote", "mark", "code"}
    assert found.attributes <= {"class", "dir"}
    assert "\u202e" not in html
    assert EVIL.replace("\u202e", "\ufffd") in found.text


@pytest.mark.parametrize("what", list(SHOWN))
def test_a_terminal_gets_no_character_that_reorders(what: str, ledger: OpenLedger) -> None:
    assert "\u202e" not in repr(SHOWN[what](ledger))


def test_a_ledger_shows_both_readings_of_its_first_findings(ledger: OpenLedger) -> None:
    text = Tags(ledger._repr_html_()).text
    assert "Forty houses burned" in text
    assert "Fifty houses burned" in text


def test_words_that_differ_are_marked(ledger: OpenLedger) -> None:
    html = ledger.show(1)._repr_html_()
    assert "<mark>Forty</mark>" in html
    assert "<mark>Fifty</mark>" in html


def test_a_long_list_says_how_many_more_there_are() -> None:
    ledger = OpenLedger(many(2))
    ledger.add(
        Finding(id=f"f-{n}", kind="k", text="", because="", weight=1.0, places=()) for n in range(7)
    )
    assert "2 more findings" in Tags(ledger._repr_html_()).text


def test_a_record_that_is_not_there_is_a_clear_error(ledger: OpenLedger) -> None:
    with pytest.raises(UsageError, match="no record x-1"):
        ledger.show("x-1")


def test_files_are_written_from_the_ledger(ledger: OpenLedger, tmp_path: Path) -> None:
    assert [p.name for p in ledger.export(tmp_path, "xlsx")] == ["ledger.xlsx"]


def test_an_unknown_format_is_a_clear_error(ledger: OpenLedger, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no format 'xls'.*jsonl"):
        ledger.export(tmp_path, "xls")


def test_marimo_draws_it(ledger: OpenLedger) -> None:
    formatting = pytest.importorskip("marimo._output.formatting")
    kind, html = formatting.try_format(ledger.show(1)).mimetype, ledger.show(1)._repr_html_()
    assert (kind, "<mark>Forty</mark>" in html) == ("text/html", True)


def test_a_text_without_end_is_cut_with_a_mark() -> None:
    ledger = OpenLedger(MemoryLedger())
    account = Account(id="a-1", source="x.txt", text="x" * 100_000)
    place = account.span(0, 100_000)
    ledger.add([account])
    ledger.add(
        [Finding(id="f-1", kind="k", text="", because="y" * 100_000, weight=1.0, places=(place,))]
    )
    assert len(ledger._repr_html_()) < 10_000
    assert "xxx …" in Tags(ledger._repr_html_()).text


def test_it_has_all_that_a_ledger_has() -> None:
    promised = {name for name in vars(Ledger) if not name.startswith("_")}
    assert promised - set(vars(OpenLedger)) == set()


def test_it_gives_the_brief_as_markdown(ledger: OpenLedger) -> None:
    assert ledger.brief().startswith("# ")


def test_it_says_why_by_number_and_by_id(ledger: OpenLedger) -> None:
    assert ledger.why(1).id == ledger.why("f-1").id == "f-1"


@pytest.mark.model
def test_it_checks_a_draft_against_its_own_accounts(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("The quake in Orl killed 14 people on Monday.", "utf-8")
    (tmp_path / "draft.txt").write_text("The quake in Orl killed 19 people on Monday.", "utf-8")
    ledger = variorum.collate(tmp_path / "wire.txt", settings=variorum.Settings(workers=1))
    found = ledger.check(tmp_path / "draft.txt", settings=variorum.Settings(workers=1))
    assert [one.verdict for one in found.assessments if one.place.text == "19"] == ["differs"]
