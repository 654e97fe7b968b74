"""The command that reads accounts and sets them side by side: collate.

Enters: paths. Leaves: a ledger, and its findings on stdout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import AsJson, complete_ledger, tell

STOPPED = 130
MOST_FILES_NAMED = 8
"""Files that are gone and named in a line."""


def collate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Folders and files: text, HTML, JSON.")
    ],
    *,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            "--ledger",
            metavar="LEDGER",
            help="The ledger: a file, or a postgresql:// address. [default: FOLDER.variorum]",
            autocompletion=complete_ledger,
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="Worker processes; 0 is one for each core.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Read accounts, set them side by side, and print where they differ.

    A run that was stopped goes on where it stopped when the same command is given again.

    `variorum collate flood/`

    `variorum collate wire.txt speech.html -o speech.variorum`

    `variorum collate flood/ --ledger postgresql://ada@desk/flood`
    """
    from variorum.find.matter.material import without_folders
    from variorum.ledgers.opening import printable, refuse_addresses
    from variorum.lineage import GONE
    from variorum.records import Problem
    from variorum.serve.console import opening
    from variorum.settings import Settings

    refuse_addresses(paths)
    location = out or str(default_ledger(paths))
    with opening.opened(location, writable=True) as ledger:
        try:
            opening.run_journey(paths, ledger, Settings(workers=workers))
        except KeyboardInterrupt:
            typer.echo("Stopped; run the same command again to go on.", err=True)
            raise typer.Exit(STOPPED) from None
        from variorum.serve.commands.show import print_findings

        print_findings(ledger, as_json=as_json)
        missing = [problem.where for problem in ledger.read(Problem) if problem.reason == GONE]
    if missing:
        names = ", ".join(sorted(map(without_folders, missing))[:MOST_FILES_NAMED])
        more = (
            f" and {len(missing) - MOST_FILES_NAMED} more"
            if len(missing) > MOST_FILES_NAMED
            else ""
        )
        tell(f"Not there any more, and kept: {names}{more}.")
        tell(f"Drop with: variorum forget {printable(location)}")
    tell(f"The ledger is {printable(location)}. Next: variorum report {printable(location)}")


def default_ledger(paths: list[Path]) -> Path:
    """Return FOLDER.variorum beside the one folder or file given; UsageError for several."""
    if len(paths) != 1:
        raise UsageError(
            f"{len(paths)} paths were given: say where the ledger should be, with -o NAME.variorum."
        )
    path = paths[0].resolve()
    name = path.name if path.is_dir() else path.stem
    return path.parent / f"{name or 'story'}.variorum"
