"""The commands that look closer at a ledger: show, check, why, diff.

Enters: arguments. Leaves: findings, checks, grounds, differences on stdout.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import (
    CLOSER,
    DIFFERS,
    MORE,
    AsJson,
    Everything,
    LedgerLocation,
    OfAccount,
    OfSpeaker,
    complete_ledger,
    print_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.report.checked import Checked
    from variorum.report.material import Material
    from variorum.seams import Ledger


def register(app: typer.Typer) -> None:
    """Add the commands to the application, in the order of `--help`."""
    for command in (show, why, check, diff):
        app.command(rich_help_panel=CLOSER, epilog=MORE)(command)


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


def show(
    ledger: LedgerLocation,
    *,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help='Only findings of a kind: "figure differs".'),
    ] = None,
    account: OfAccount = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Print a ledger's findings with the words they rest on.

    `variorum show flood.variorum --all | less`

    `variorum show flood.variorum --kind "figure differs" --json`
    """
    from variorum.serve import opening

    with opening.opened(ledger) as opened:
        print_findings(opened, kind=kind, account=account, everything=everything, as_json=as_json)


def print_findings(
    ledger: Ledger,
    *,
    kind: str | None = None,
    account: str | None = None,
    everything: bool = False,
    as_json: bool = False,
) -> None:
    """Print the findings of a kind and account, each under its number among all."""
    from variorum.report.choosing import chosen_findings
    from variorum.serve.printed import findings as printed

    found = chosen_findings(ledger, kind=kind, account=account)
    if as_json:
        print_json(finding for _, finding in found)
    else:
        printed.show(ledger, found, most=None if everything else printed.MOST_FINDINGS)


def why(
    ledger: LedgerLocation,
    record: Annotated[
        str, typer.Argument(metavar="ID", help="A finding's number, or the id of any record.")
    ],
    as_json: AsJson = False,
) -> None:
    """Say what a finding, a verdict, a merge or any other record rests on.

    `variorum why flood.variorum 3`

    `variorum why flood.variorum v-0f3c2a9b1d4e5f60`
    """
    from variorum.report import why as answer
    from variorum.serve import opening
    from variorum.serve.printed.findings import explain

    with opening.opened(ledger) as opened:
        found = answer(opened, record)
        if as_json:
            print_json([found])
        else:
            explain(opened, found)


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
    from variorum.report.checked import checked, known_kind
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
    from variorum.report.material import material
    from variorum.report.standing import accepted
    from variorum.serve import opening

    if not against:
        if len(quotes) != 1 or not opening.is_ledger(quotes[0]):
            raise UsageError("Say what to hold the quotations against, with --against RECORD.")
        with opening.opened(quotes[0]) as ledger:
            yield accepted(ledger)
        return
    from variorum.serve.against import Asked, held_against
    from variorum.serve.progress import progress
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


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A ledger.", autocompletion=complete_ledger),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="Another ledger.", autocompletion=complete_ledger),
    ],
    *,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Say what one ledger has that another has not; exit with 1 if they differ.

    `variorum diff monday.variorum tuesday.variorum`

    `variorum diff monday.variorum tuesday.variorum --json | grep '"lost"'`
    """
    from variorum.report.comparing import compared, edition
    from variorum.serve import opening
    from variorum.serve.printed import gaps as printed

    with opening.opened(old) as one, opening.opened(new) as other:
        found = compared(edition(one), edition(other))
    if as_json:
        print_json(found)
    else:
        printed.show(found, everything=everything)
    if found:
        raise typer.Exit(DIFFERS)
