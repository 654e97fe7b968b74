"""The command that holds quotations against the record: check.

Enters: quotations and records, or a ledger. Leaves: checks on stdout.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
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
    list[str] | None,
    typer.Option(
        "--against",
        metavar="RECORD|LEDGER",
        help="A transcript, or a ledger that holds it; may be given again.",
        autocompletion=complete_ledger,
    ),
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

    `variorum check article.html --against session.variorum`

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
    quotes: Sequence[str], against: Sequence[str] | None, *, said_by: str | None, lines: bool
) -> Iterator[Material]:
    """Give the material of the one ledger named, or of quotations held against records now."""
    from variorum.report.standing import accepted
    from variorum.serve.console import opening

    if against:
        yield _held(quotes, against, said_by=said_by, lines=lines)
        return
    if len(quotes) != 1 or not opening.is_ledger(quotes[0]):
        raise UsageError("Say what to hold the quotations against, with --against RECORD.")
    with opening.opened(quotes[0]) as ledger:
        yield accepted(ledger)


def _held(
    quotes: Sequence[str], against: Sequence[str], *, said_by: str | None, lines: bool
) -> Material:
    """Hold quotations against records, some of which may stand in ledgers."""
    from variorum.against import Asked, held_against
    from variorum.find.matter.material import material
    from variorum.ledgers.opening import printable
    from variorum.serve.console import opening
    from variorum.serve.console.progress import progress
    from variorum.settings import Settings

    records = tuple(Path(name) for name in against if not _is_ledger(name))
    settings = Settings()
    with ExitStack() as stack:
        ledgers = {
            printable(name): stack.enter_context(opening.opened(name))
            for name in against
            if _is_ledger(name)
        }
        asked = Asked(
            quotes=tuple(quotes), records=records, ledgers=ledgers, said_by=said_by, lines=lines
        )
        engine = stack.enter_context(opening.engine(settings, [*records, *map(Path, quotes)]))
        report = stack.enter_context(progress())
        return material(held_against(asked, engine, settings=settings, progress=report))


def _is_ledger(name: str) -> bool:
    """Tell a ledger from a record; what is not there is a ledger only if it is named like one."""
    from variorum.ledgers.opening import is_address
    from variorum.serve.console import opening

    named = is_address(name) or Path(name).suffix == opening.LEDGER
    return named or (Path(name).exists() and opening.is_ledger(name))


def _fail(found: Sequence[Checked], kinds: Sequence[str]) -> None:
    if any(line.kind in kinds for line in found):
        raise typer.Exit(DIFFERS)
