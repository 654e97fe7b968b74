"""Quotations held against a record that a person names, without a ledger on disk."""

from __future__ import annotations

import io
import sqlite3
import sys
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from variorum.against import Asked, held_against
from variorum.engines.local import LocalEngine
from variorum.errors import LedgerError, UsageError
from variorum.find.matter.material import material
from variorum.journey import collate
from variorum.keeping import SOURCES, STUDIED
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.schema import APPLICATION, FILE_VERSION
from variorum.ledgers.sqlite import SqliteLedger
from variorum.models.parser import SpacyParser
from variorum.report.lists.checked import Checked, checked
from variorum.seams import Ledger
from variorum.serve.commands.check import check
from variorum.settings import Settings

pytestmark = pytest.mark.model

TURNS = """Briefing on the Orl bridge

Mayor Ada Voss: Good morning. The bridge over the Orl will open in May, and nobody will pay a toll.

Question: What did it cost?

Mayor Ada Voss: Forty million crowns. We expected thirty, and I will not hide the difference.
"""
SPEECH = "Good morning. The bridge over the Orl will open in May, and nobody will pay a toll.\n"
ARTICLE = """Bridge opens in May

The new bridge will open in spring. “The bridge over the Orl will open in June, and nobody will pay
a toll,” Mayor Ada Voss said on Monday.

“We expected thirty,” Voss said.
"""


def held(folder: Path, *quotes: str, record: str = TURNS, **more: object) -> list[Checked]:
    (folder / "record.txt").write_text(record, encoding="utf-8")
    asked = Asked(quotes=quotes, records=(folder / "record.txt",), **more)  # type: ignore[arg-type]
    with LocalEngine(1) as engine:
        ledger = held_against(
            asked, engine, settings=Settings(), progress=lambda step, done, total: None
        )
    return checked(material(ledger))


def collated(folder: Path, **texts: str) -> MemoryLedger:
    ledger = MemoryLedger()
    paths = [Path(write(folder, f"{name}.txt", text)) for name, text in texts.items()]
    with LocalEngine(1) as engine:
        collate(paths, ledger, engine, settings=Settings())
    return ledger


def held_in(ledger: Ledger, *quotes: str, said_by: str | None = None) -> list[Checked]:
    asked = Asked(quotes=quotes, ledgers={"flood.variorum": ledger}, said_by=said_by)
    with LocalEngine(1) as engine:
        found = held_against(asked, engine, settings=Settings(), progress=lambda *_: None)
    return checked(material(found))


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function after which nothing can be parsed any more."""

    def parse(*_: object) -> None:
        raise AssertionError("something was parsed")

    return lambda: monkeypatch.setattr(SpacyParser, "parse", parse)


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


@pytest.mark.parametrize("body", [b"no stream", zlib.compress(b"{}"), zlib.compress(b"no JSON")])
@pytest.mark.parametrize("step", [STUDIED, SOURCES])
def test_a_damaged_ledger_says_what_to_do(tmp_path: Path, step: str, body: bytes) -> None:
    path = tmp_path / "flood.variorum"
    with SqliteLedger(path) as ledger, LocalEngine(1) as engine:
        collate([Path(write(tmp_path, "record.txt", TURNS))], ledger, engine, settings=Settings())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE work SET body = ? WHERE step = ?", (body, step))
    article = write(tmp_path, "article.txt", ARTICLE)
    with (
        SqliteLedger(path, writable=False) as ledger,
        pytest.raises(LedgerError, match=r"damaged.* again into a new ledger"),
    ):
        held_in(ledger, article)


def test_an_article_is_held_against_the_turns_of_its_speaker(tmp_path: Path) -> None:
    found = held(tmp_path, write(tmp_path, "article.txt", ARTICLE))
    assert [(line.kind, line.turn) for line in found] == [
        ("differs", "Mayor Ada Voss"),
        ("verbatim", "Mayor Ada Voss"),
    ]
    assert [(c.from_, c.to) for c in found[0].changes] == [("May", "June")]


def test_a_record_in_the_folder_of_the_articles_is_no_article(tmp_path: Path) -> None:
    write(tmp_path, "article.txt", ARTICLE)
    assert {line.label for line in held(tmp_path, str(tmp_path))} == {"article"}


def test_a_list_of_quotations_is_held_line_by_line(tmp_path: Path) -> None:
    lines = "“nobody will pay a toll.” — Ada Voss\nAda Voss: “We shall paint it all in red.”\n"
    found = held(tmp_path, write(tmp_path, "quotes.txt", lines))
    assert [line.kind for line in found] == ["verbatim", "not found"]


def test_lines_that_name_nobody_belong_to_the_only_voice(tmp_path: Path) -> None:
    lines = write(
        tmp_path,
        "quotes.txt",
        "nobody will pay a toll\nThe bridge over the Orl will open in June\n",
    )
    found = held(tmp_path, lines, record=SPEECH, lines=True, said_by="Ada Voss")
    assert [(line.kind, line.speaker) for line in found] == [
        ("verbatim", "Ada Voss"),
        ("differs", "Ada Voss"),
    ]


def test_a_list_may_come_from_stdin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("“nobody will pay a toll.”\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    (line,) = held(tmp_path, "-", record=SPEECH)
    assert (line.kind, line.label) == ("verbatim", "stdin")


def test_a_quotation_of_somebody_else_is_held_against_nothing(tmp_path: Path) -> None:
    (line,) = held(tmp_path, write(tmp_path, "q.txt", "Jo Reed: “nobody will pay a toll.”"))
    assert line.kind is None
    assert "No record has a turn by this speaker" in line.because


def test_a_record_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    asked = Asked(quotes=("-",), records=(tmp_path / "none.txt",))
    with LocalEngine(1) as engine, pytest.raises(UsageError, match="No source could be read"):
        held_against(asked, engine, settings=Settings(), progress=lambda *_: None)


def test_a_speech_is_held_against_accounts_when_its_speaker_is_said(tmp_path: Path) -> None:
    article = write(tmp_path, "article.txt", ARTICLE)
    with pytest.raises(UsageError, match="--said-by"):
        held(tmp_path, article, record=SPEECH)
    assert "differs" in {k.kind for k in held(tmp_path, article, record=SPEECH, said_by="Ada Voss")}


LIST = "“nobody will pay a toll.” — Ada Voss\nAda Voss: “We shall paint it all in red.”\n"


def test_a_ledger_holds_the_record_as_its_file_does(
    tmp_path: Path, no_parser: Callable[[], None]
) -> None:
    quotes = write(tmp_path, "quotes.txt", LIST)
    by_file = held(tmp_path, quotes)
    ledger = collated(tmp_path, record=TURNS)
    no_parser()
    assert held_in(ledger, quotes) == by_file


def test_of_a_ledger_that_holds_transcripts_the_articles_are_no_record(
    tmp_path: Path, no_parser: Callable[[], None]
) -> None:
    ledger = collated(tmp_path, record=TURNS, article=ARTICLE)
    article = str(tmp_path / "article.txt")
    by_file = held(tmp_path, article)
    no_parser()  # the article is known to the ledger too
    assert held_in(ledger, article) == by_file


def test_a_speech_that_a_ledger_holds_is_the_words_of_whom_somebody_names(
    tmp_path: Path, no_parser: Callable[[], None]
) -> None:
    quotes = write(tmp_path, "quotes.txt", LIST)
    by_file = held(tmp_path, quotes, record=SPEECH, said_by="Ada Voss")
    ledger = collated(tmp_path, record=SPEECH)
    no_parser()
    assert held_in(ledger, quotes, said_by="Ada Voss") == by_file


def test_what_another_version_studied_is_studied_again_and_not_kept(tmp_path: Path) -> None:
    ledger = collated(tmp_path, record=TURNS)
    kept = ledger.work(STUDIED)
    ledger.drop_work(STUDIED, kept)
    ledger.keep_work(STUDIED, {f"{name} of another version": kept[name] for name in kept})
    before = ledger.work(STUDIED)
    assert [line.kind for line in held_in(ledger, write(tmp_path, "quotes.txt", LIST))] == [
        "verbatim",
        "not found",
    ]
    assert ledger.work(STUDIED) == before


def test_a_ledger_without_accounts_is_no_record(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.txt", LIST)
    with pytest.raises(UsageError, match=r"No source could be read in flood\.variorum"):
        held_in(MemoryLedger(), quotes)


def test_a_ledger_that_is_not_there_is_named(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.txt", LIST)
    with pytest.raises(LedgerError, match=r"none\.variorum"):
        check([quotes], against=[str(tmp_path / "none.variorum")])


def test_a_transcript_that_is_not_there_is_not_taken_for_a_ledger(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.txt", LIST)
    with pytest.raises(UsageError, match="No source could be read"):
        check([quotes], against=[str(tmp_path / "none.txt")])


def test_a_ledger_of_a_later_version_is_said_to_be_one(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.txt", LIST)
    with closing(sqlite3.connect(tmp_path / "later.variorum")) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION}")
        file.execute(f"PRAGMA user_version = {FILE_VERSION + 1}")
    with pytest.raises(LedgerError, match="version"):
        check([quotes], against=[str(tmp_path / "later.variorum")])
