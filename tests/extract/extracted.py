"""What is extracted from a text, for tests with the trained parser."""

from __future__ import annotations

from tests.factory import account as make_account
from variorum.extract.figures.extraction import figures
from variorum.extract.names.extraction import names
from variorum.extract.quotations.extraction import quotations
from variorum.models.parser import SpacyParser
from variorum.records import Figure, Name, Quotation
from variorum.segment import annotate


def named(text: str, parser: SpacyParser) -> dict[str, Name]:
    """Return the names of a text, each under its own words."""
    account = make_account(text)
    return {name.name: name for name in names(account, annotate(account, parser))}


def read(text: str, parser: SpacyParser) -> tuple[Figure, ...]:
    """Return the figures of a text with no quotations."""
    account = make_account(text)
    return figures(account, annotate(account, parser), ())


def only(text: str, parser: SpacyParser) -> Figure:
    """Return the one figure of a text."""
    (figure,) = read(text, parser)
    return figure


def quoted(text: str, parser: SpacyParser) -> tuple[Quotation, ...]:
    """Return the quotations of a text."""
    account = make_account(text)
    annotation = annotate(account, parser)
    return quotations(account, annotation, names(account, annotation))
