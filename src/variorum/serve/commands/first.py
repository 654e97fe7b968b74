"""The commands that people meet first: collate, report, review, brief, forget.

Enters: arguments. Leaves: a ledger, a page, a screen, a brief.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import (
    FIRST,
    MORE,
    AsJson,
    LedgerLocation,
    complete_ledger,
    tell,
)

STOPPED = 130
MOST_NAMED = 8
"""Files that are gone and named in a line."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application, in the order of `--help`."""
    for command in (collate, report, review, brief, forget):
        app.command(rich_help_panel=FIRST, epilog=MORE)(command)


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
    from variorum.backends.ledgers import refuse_addresses, shown
    from variorum.lineage import GONE
    from variorum.records import Problem
    from variorum.report.material import without_folders
    from variorum.serve import opening
    from variorum.settings import Settings

    refuse_addresses(paths)
    location = out or str(default_ledger(paths))
    with opening.opened(location, writable=True) as ledger:
        try:
            opening.run(paths, ledger, Settings(workers=workers))
        except KeyboardInterrupt:
            typer.echo("Stopped; run the same command again to go on.", err=True)
            raise typer.Exit(STOPPED) from None
        from variorum.serve.commands.closer import print_findings

        print_findings(ledger, as_json=as_json)
        missing = [problem.where for problem in ledger.read(Problem) if problem.reason == GONE]
    if missing:
        names = ", ".join(sorted(map(without_folders, missing))[:MOST_NAMED])
        more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
        tell(f"Not there any more, and kept: {names}{more}.")
        tell(f"Drop with: variorum forget {shown(location)}")
    tell(f"The ledger is {shown(location)}. Next: variorum report {shown(location)}")


def report(
    ledger: LedgerLocation,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="PAGE", help="The page. [default: LEDGER.html]"),
    ] = None,
) -> None:
    """Write the ledger as one self-contained page that can be mailed.

    `variorum report flood.variorum`

    `variorum report flood.variorum -o flood-for-the-desk.html`
    """
    from variorum.report import page
    from variorum.report.placing import whole
    from variorum.serve import opening

    target = out or opening.beside(ledger, ".html")
    with opening.opened(ledger) as opened, whole(target) as partial:
        partial.write_text(page(opened), encoding="utf-8")
    tell(f"The page is {target}")


def review(
    ledger: LedgerLocation,
    *,
    reviewer: Annotated[
        str | None,
        typer.Option("--reviewer", metavar="NAME", help="Whose decisions these are."),
    ] = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="N", help="0 takes any free one.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the screen in the browser.")
    ] = True,
) -> None:
    """Open the review screen: confirm, reject, merge and note, by keyboard.

    It is served on this machine only, and only to who has the address that is printed.

    `variorum review flood.variorum --reviewer Ada`
    """
    from variorum.serve.web import run

    run(ledger, reviewer=reviewer, port=port, open_browser=browser)


def brief(
    ledger: LedgerLocation,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="A file to write it to, not the screen."),
    ] = None,
) -> None:
    """Print a brief in Markdown that can be read in two minutes.

    `variorum brief flood.variorum`

    `variorum brief flood.variorum -o flood.md`
    """
    from variorum.report import brief as written
    from variorum.report.placing import whole
    from variorum.serve import opening
    from variorum.serve.harmless import harmless_lines

    with opening.opened(ledger) as opened:
        text = harmless_lines(written(opened))
    if out is None:
        typer.echo(text, nl=False)
        return
    with whole(out) as partial:
        partial.write_text(text, encoding="utf-8")
    tell(f"The brief is {out}")


def forget(ledger: LedgerLocation, as_json: AsJson = False) -> None:
    """Drop the accounts whose files are gone, and compare those that are left.

    `collate` keeps an account whose file was deleted or renamed with other words, and says so.
    Decisions on its words stay on record, as orphans.

    `variorum forget flood.variorum`
    """
    from variorum.serve import opening
    from variorum.serve.commands.closer import print_findings

    with opening.opened(ledger, writable=True, new=False) as opened:
        dropped = opening.forget(opened)
        if dropped:
            print_findings(opened, as_json=as_json)
    for name in dropped:
        tell(f"Forgotten: {name}")
    if not dropped:
        tell("Nothing was forgotten: every account is where it was read from.")


def default_ledger(paths: list[Path]) -> Path:
    """Return FOLDER.variorum beside the one folder or file given; UsageError for several."""
    if len(paths) != 1:
        raise UsageError(
            f"{len(paths)} paths were given: say where the ledger should be, with -o NAME.variorum."
        )
    path = paths[0].resolve()
    name = path.name if path.is_dir() else path.stem
    return path.parent / f"{name or 'story'}.variorum"
