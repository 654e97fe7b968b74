"""Ten invented passages with the names read in them, right and not, for `docs/steps/names.md`.

Enters: a parser. Leaves: a Markdown table. `python -m quality.names_examples` puts it into the
page; a test holds the page to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from quality.figures_examples import lines, page
from variorum.extract.names.extraction import names
from variorum.models.parser import SpacyParser
from variorum.records import Account, Name, Region
from variorum.seams import Parser
from variorum.segment import annotate

PAGE: Final = Path(__file__).parents[1] / "docs" / "steps" / "names.md"
RIGHT: Final = "as meant"
EXAMPLES: Final = (
    (
        "Dominik Sarrow, the prosecutor of Orlo, said the tanker Calypso had left the port of Bellemare.",
        "as meant; a ship is no name",
    ),
    (
        "Minister of Trade Anna Brenner and the director of the port, Paul Asker, came to Lower Quenby.",
        RIGHT,
    ),
    (
        "Syrian officials met in Damascus. Damascus denied that Syria had paid.",
        "as meant; a government denied",
    ),
    (
        "Halvorsen Motors will close its plant in Quenby. HM gave no reason; Halvorsen said no more.",
        RIGHT,
    ),
    (
        "The Alder Mercury and the Vale Chronicle agree, but the Mercury counts more heads.",
        RIGHT,
    ),
    (
        "The Public Works Board (PWB) met on Tuesday. The Board heard Josiah Thrale, an architect.",
        RIGHT,
    ),
    ("The level of the Tessen fell, the Tessen Water Board said after Easter.", RIGHT),
    ("Detroit lost to Chicago by two goals.", "two clubs, called by their towns"),
    ("The reporter Oriane Tessel of Channel Five asked about the Petrel.", "the Petrel is a ship"),
    ("Mr Ford visited the Ford works. Ford makes tractors there.", "the firm is none of Mr Ford"),
)
"""Passages, and what is right or other than meant in the records."""


def table(parser: Parser) -> str:
    """Return the examples as a Markdown table, one line a name."""
    head = "| passage | name | kind | mentions | roles | remark |\n|---|---|---|---|---|---|\n"
    return head + "".join(lines(EXAMPLES, lambda passage: map(_cells, read(passage, parser))))


def read(text: str, parser: Parser) -> tuple[Name, ...]:
    """Return the names of a text that is an account by itself."""
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id="a-example", source="example", text=text, regions=(body,))
    return names(account, annotate(account, parser))


def _cells(name: Name) -> list[str]:
    mentions = ", ".join(mention.text for mention in name.mentions)
    return [name.name, name.kind, mentions, ", ".join(name.roles)]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8"), table(SpacyParser())), "utf-8")
