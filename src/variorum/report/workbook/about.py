"""Workbook's first sheet: what the workbook is, how to read it, what it could not hold.

Enters: a workbook in the making. Leaves: its sheet "About".
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, Protocol

from variorum.find.matter.material import Material
from variorum.report.files.contract import FILES
from variorum.report.workbook.cells import clipped, height, what

MOST_ACCOUNT_COLUMNS = 60
"""Accounts that stand side by side."""
HEIGHTS = {"title": 28.0, "section": 30.0}
"""Heights of rows in points, where not that of their text."""
READING_RULES = (
    "Accounts differ; nothing here says who is right. A transcript is an account too.",
    "Every statement names the characters of an unchanged text that it rests on.",
    "Not knowing is an answer: unclear and cannot tell are verdicts, an empty cell is unknown.",
    "Articles are not sources: corroboration counts origins, not accounts.",
    "The same accounts give the same workbook, byte for byte.",
)
READING = (
    "place.start and place.end count characters (Unicode code points) of the account's text from 0; "
    "the end is excluded. place.account shows the account's label and leads to its row.",
    "An underlined id leads to the row of that record. Columns have the names of contract v1.",
    "The colour of a verdict tells its kind and nothing else.",
    "Characters that would hide or reorder others are shown as \ufffd; "
    "the JSON Lines export has every text as it was.",
)
SHEETS = {
    "findings": "What to look at first, most telling first, with the readings spelled out.",
    "side by side": "Places of the story that two or more accounts have, one column an account; "
    "an empty cell is silence.",
    **{name: what(kind) for name, kind in FILES if name != "findings"},
}


class Made(Protocol):
    """What the sheet tells of: the ledger, the sheets with their rows, the cells that were cut."""

    known: Material
    sheets: list[tuple[str, int]]
    cut: dict[str, int]
    formats: dict[str, Any]


def about(made: Made, sheet: Any) -> None:
    """Write the sheet: two columns, what a sheet is called and what is to be said of it."""
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 96)
    for row, (style, left, right) in enumerate(_lines(made)):
        sheet.set_row(row, HEIGHTS.get(style) or height([(right, 96)]))
        if left in {name for name, _ in made.sheets}:
            sheet.write_url(row, 0, f"internal:'{left}'!A1", made.formats["link"], left)
        elif left:
            sheet.write_string(row, 0, clipped(left), made.formats[style or "plain"])
        if right:
            sheet.write_string(row, 1, clipped(right), made.formats["plain"])


def _lines(made: Made) -> Iterator[tuple[str, str, str]]:
    """Yield the rows: a style for the first column, its text, the second column's text."""
    yield "title", "Variorum", ""
    yield from (("", "", line) for line in _counts(made.known))
    yield from _section("Five rules", (("", rule) for rule in READING_RULES))
    yield from _section("The sheets", _sheets(made))
    yield from _section("How to read them", (("", line) for line in READING))
    yield from _section("What is not in it", _left_out(made))
    yield from _section("Made by", [("", f"variorum {version('variorum')}")])


def _section(title: str, lines: Any) -> Iterator[tuple[str, str, str]]:
    found = list(lines)
    if found:
        yield "section", title, ""
        yield from (("", left, right) for left, right in found)


def _counts(known: Material) -> Iterator[str]:
    yield (
        f"Accounts: {len(known.accounts)}, events: {len(known.events)}; read and set side by side. "
        "Who said what, where the accounts agree, where they differ and how, what each leaves out."
    )
    yield from (f"{event.label} (accounts: {len(event.accounts)})" for event in _events(known))


def _events(known: Material) -> list[Any]:
    return sorted(known.events.values(), key=lambda event: -len(event.accounts))[:5]


def _sheets(made: Made) -> Iterator[tuple[str, str]]:
    for name, rows in made.sheets:
        kind = name.rstrip(" 0123456789").lower()
        yield name, f"{rows:,} rows. {SHEETS.get(kind, '')}"


def _left_out(made: Made) -> Iterator[tuple[str, str]]:
    for key, cells in made.cut.items():
        yield key, f"{cells:,} cells are longer than Excel can hold; they end with a mark."
    if len(made.known.accounts) > MOST_ACCOUNT_COLUMNS:
        yield "Side by side", f"Only the first {MOST_ACCOUNT_COLUMNS} accounts have a column."
