"""Quotations held against a record that a person names, without a ledger on disk."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from variorum.against import Asked, held_against
from variorum.engines.local import LocalEngine
from variorum.errors import UsageError
from variorum.find.matter.material import material
from variorum.report.lists.checked import Checked, checked
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


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_an_article_is_held_against_the_turns_of_its_speaker(tmp_path: Path) -> None:
    found = held(tmp_path, write(tmp_path, "article.txt", ARTICLE))
    assert [(line.kind, line.turn) for line in found] == [
        ("differs", "Mayor Ada Voss"),
        ("verbatim", "Mayor Ada Voss"),
    ]
    assert [(c.from_, c.to) for c in found[0].changes] == [("May", "June")]


def test_a_record_in_the_folder_of_the_articles_is_no_article(tmp_path: Path) -> None:
    write(tmp_path, "article.txt", ARTICLE)
    assert {line.label for line in held(tmp_path, str(tmp_path))} == {"“Bridge opens in May”"}


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
    assert "No record in hand" in line.because


def test_a_record_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    asked = Asked(quotes=("-",), records=(tmp_path / "none.txt",))
    with LocalEngine(1) as engine, pytest.raises(UsageError, match="No record could be read"):
        held_against(asked, engine, settings=Settings(), progress=lambda *_: None)


def test_a_speech_is_held_against_accounts_when_its_speaker_is_said(tmp_path: Path) -> None:
    article = write(tmp_path, "article.txt", ARTICLE)
    with pytest.raises(UsageError, match="--said-by"):
        held(tmp_path, article, record=SPEECH)
    assert "differs" in {k.kind for k in held(tmp_path, article, record=SPEECH, said_by="Ada Voss")}
