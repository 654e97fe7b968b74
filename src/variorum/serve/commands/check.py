"""The command that holds quotations against the record: check.

Enters: quotations and records, or a ledger. Leaves: checks on stdout.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import (
    DIFFERS,
    AsJson,
    Everything,
    OfAccount,
    OfSpeaker,
    complete_ledger,
    print_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.find.matter.material import Material
    from variorum.report.lists.checked import Checked


ToCheck = Annotated[
    list[str],
    typer.Argument(
        metavar="QUOTES|LEDGER",
        help="Accounts, a list of quotations (- is stdin), or a ledger.",
        autocompletion=complete_ledger,
    ),
]
Against = Annotated[
    list[Path] | None,
    typer.Option("--against", metavar="RECORD", help="A transcript; may be given again."),
]
SaidBy = Annotated[
    str | None,
    typer.Option("--said-by", metavar="NAME", help="Whose words a record without speakers holds."),
]
Lines = Annotated[
    bool, typer.Option("--lines", help="Take each line of a text file for a quotation.")
]
OfCheckKind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help='Only checks of a kind: "differs".')
]
FailOn = Annotated[
    list[str] | None,
    typer.Option("--fail-on", metavar="KIND", help="Exit with 1 if a check is of this kind."),
]


def check(  # noqa: PLR0913  each argument is an option of the command, given by name
    quotes: ToCheck,
    *,
    against: Against = None,
    said_by: SaidBy = None,
    lines: Lines = False,
    kind: OfCheckKind = None,
    account: OfAccount = None,
    speaker: OfSpeaker = None,
    fail_on: FailOn = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Hold quotations against the record of what was said, word by word.

    Without --against, prints the checks that a ledger holds.

    `variorum check article.html --against transcript.txt`

    `variorum check quotes.txt --against speech.txt --said-by "Ada Voss" --fail-on differs`

    `variorum check flood.variorum --kind differs`
    """
    from variorum.report.lists.checked import checked, known_kind
    from variorum.serve.printed import checks as printed

    for name in (kind, *(fail_on or ())):
        known_kind(name)
    with _to_check(quotes, against, said_by=said_by, lines=lines) as material:
        found = checked(material, account=account, speaker=speaker, kind=kind)
    if as_json:
        print_json(found)
    else:
        printed.show(found, everything=everything)
    _fail(found, fail_on or [])


@contextmanager
def _to_check(
    quotes: Sequence[str], against: list[Path] | None, *, said_by: str | None, lines: bool
) -> Iterator[Material]:
    """Give the material of the one ledger named, or of quotations held against records now."""
    from variorum.find.matter.material import material
    from variorum.report.standing import accepted
    from variorum.serve.console import opening

    if not against:
        if len(quotes) != 1 or not opening.is_ledger(quotes[0]):
            raise UsageError("Say what to hold the quotations against, with --against RECORD.")
        with opening.opened(quotes[0]) as ledger:
            yield accepted(ledger)
        return
    from variorum.against import Asked, held_against
    from variorum.serve.console.progress import progress
    from variorum.settings import Settings

    asked = Asked(quotes=tuple(quotes), records=tuple(against), said_by=said_by, lines=lines)
    settings = Settings()
    given = [*asked.records, *(Path(name) for name in asked.quotes)]
    with opening.engine(settings, given) as engine, progress() as report:
        held = held_against(asked, engine, settings=settings, progress=report)
    yield material(held)


def _fail(found: Sequence[Checked], kinds: Sequence[str]) -> None:
    if any(line.kind in kinds for line in found):
        raise typer.Exit(DIFFERS)
