"""The commands that do one job each: figures, quotes, timeline, stemma.

Enters: a ledger, or accounts that are read now and kept nowhere. Leaves: lists on stdout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import (
    CLOSER,
    MANNERS,
    MORE,
    AsJson,
    Given,
    OfAccount,
    OfManner,
    OfSpeaker,
    print_json,
)

if TYPE_CHECKING:
    from variorum.report.material import Material


def register(app: typer.Typer) -> None:
    """Add the commands to the application, in the order of `--help`."""
    for command in (figures, quotes, timeline, stemma):
        app.command(rich_help_panel=CLOSER, epilog=MORE)(command)


@contextmanager
def _material(given: Sequence[str]) -> Iterator[Material]:
    from variorum.report.standing import accepted
    from variorum.serve import opening

    with opening.opened_or_collated(given) as ledger:
        yield accepted(ledger)


def figures(
    given: Given,
    *,
    counted: Annotated[
        str | None,
        typer.Option("--counted", metavar="WORD", help="Only figures of what has this word."),
    ] = None,
    account: OfAccount = None,
    speaker: OfSpeaker = None,
    as_json: AsJson = False,
) -> None:
    """Print figures by what they count: who gives which range, and how they compare.

    `variorum figures flood.variorum --counted dead`

    `variorum figures articles/ --json`
    """
    from variorum.report.counted import counts
    from variorum.serve.printed import figures as printed

    with _material(given) as known:
        found = counts(known, counted=counted, account=account, speaker=speaker)
    if as_json:
        print_json(found)
    else:
        printed.show(found)


def quotes(
    given: Given,
    *,
    speaker: OfSpeaker = None,
    account: OfAccount = None,
    manner: OfManner = None,
    as_json: AsJson = False,
) -> None:
    """Print who said what, in which account, and through whom it came.

    `variorum quotes flood.variorum --speaker Voss`

    `variorum quotes article.html --manner direct --json`
    """
    from variorum.report.said import quotations
    from variorum.serve.printed import quotes as printed

    if manner is not None and manner not in MANNERS:
        raise UsageError(f"There is no manner {manner!r}. There are: {', '.join(MANNERS)}.")
    with _material(given) as known:
        found = quotations(known, speaker=speaker, account=account, manner=manner)
    if as_json:
        print_json(found)
    else:
        printed.show(found)


def timeline(
    given: Given,
    *,
    account: OfAccount = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only days from here on: 2031-05-04, 2031."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only days up to here.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print events, publications and dates that accounts tell of, and what dated them.

    `variorum timeline flood.variorum --since 2031-05`

    `variorum timeline articles/ --account "Valley Wire"`
    """
    from variorum.report.chronicle import chronicle
    from variorum.serve.printed import timeline as printed

    with _material(given) as known:
        found = chronicle(known, account=account, since=since, until=until)
    if as_json:
        print_json(found)
    else:
        printed.show(found)


def stemma(given: Given, *, account: OfAccount = None, as_json: AsJson = False) -> None:
    """Print who depends on whom, the ground for it, and how many origins there are.

    `variorum stemma flood.variorum`

    `variorum stemma articles/ --json`
    """
    from variorum.report.descent import descent
    from variorum.serve.printed import stemma as printed

    with _material(given) as known:
        found = descent(known, account=account)
    if as_json:
        print_json([*found.links, *found.origins])
    else:
        printed.show(found)
