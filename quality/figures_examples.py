"""Ten sentences with the figures read from them, right and not, for `docs/steps/figures.md`.

Enters: a parser. Leaves: a Markdown table. `python -m quality.figures_examples` puts it into the
page; a test holds the page to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from variorum.extract.figures.extraction import figures
from variorum.models.parser import SpacyParser
from variorum.records import Account, Figure, Region
from variorum.seams import Parser
from variorum.segment import annotate

PAGE: Final = Path(__file__).parents[1] / "docs" / "steps" / "figures.md"
BEGINS, ENDS = "<!-- examples: begin -->\n", "<!-- examples: end -->\n"
RIGHT: Final = "as meant"
EXAMPLES: Final = (
    ("Another 40 people were missing and some 2,100 had been moved to schools.", RIGHT),
    (
        "The death toll from the collapse of the dam rose to 17, with 31 people still missing.",
        RIGHT,
    ),
    ("Shares in Kessler fell 6.5 percent before closing down 4.1 percent at $38.20.", RIGHT),
    ("The jury awarded $12.4 million in damages to three former employees.", RIGHT),
    ("He was jailed for three years and six months and stole it over 14 months.", RIGHT),
    ("Fewer than one in ten of the 1.8 million displaced have returned.", "of whom it is a share"),
    ("Officials confirmed 212 cases, taking the total to 9,871.", "a total of cases, not said"),
    (
        "Thieves made off with jewellery worth an estimated 9 million euros.",
        RIGHT,
    ),
    ("The report said 13,400 children under five died of hunger.", "five is an age"),
    ("The plan needs 75 USD million a year.", RIGHT),
)
"""Sentences, the first two after the shipped stories, and what is right or wrong in the records."""


def extract(text: str, parser: Parser) -> tuple[Figure, ...]:
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id="a", source="a", text=text, regions=(body,))
    return figures(account, annotate(account, parser), ())


def table(parser: Parser) -> str:
    """Return the examples as a Markdown table, one line a figure."""
    head = "| sentence | figure | is | unit | counts | of whom | remark |\n|---|---|---|---|---|---|---|\n"
    return head + "".join(lines(EXAMPLES, lambda sentence: map(_cells, extract(sentence, parser))))


def lines(
    examples: Iterable[tuple[str, str]], cells: Callable[[str], Iterable[list[str]]]
) -> Iterator[str]:
    """Yield the rows of a table: a passage and its remark stand in the first of its rows."""
    for passage, remark in examples:
        for at, found in enumerate(cells(passage)):
            row = [passage if at == 0 else "", *found, remark if at == 0 else ""]
            yield "| " + " | ".join(row) + " |\n"


def _cells(figure: Figure) -> list[str]:
    said = [figure.unit or "", figure.counted or "", figure.subject or ""]
    return [figure.place.text, _range(figure), *said]


def _range(figure: Figure) -> str:
    worth = figure.value or f"{figure.low} to {figure.high}"
    extra = [figure.approximator, figure.change, figure.predicate]
    return ", ".join([worth, *(word for word in extra if word)])


def page(text: str, examples: str) -> str:
    """Return a page with the examples between its two marks."""
    before, _, rest = text.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    return before + BEGINS + examples + ENDS + after


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8"), table(SpacyParser())), "utf-8")
