"""The command line. Each command opens a ledger, calls one function and says what it made.

Enters: arguments. Leaves: output on stdout, messages on stderr, an exit code: 0 done, 2 a clear
message says what to do, 130 stopped by Ctrl-C. Modules are imported where they are used, so that
`--help` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from variorum.errors import UsageError, VariorumError

if TYPE_CHECKING:
    from variorum.backends.ledger_sqlite import SqliteLedger
    from variorum.seams import Ledger

STOPPED = 130

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="""
    Reads many accounts of the same events and builds one evidence ledger: who said what,
    where the accounts agree, where they differ and how, what each leaves out.

    **Start here:**

    `variorum collate FOLDER`  reads the folder, writes `FOLDER.variorum`, prints the findings

    `variorum report FOLDER.variorum`  writes the same as one page that can be mailed
    """,
)


class Format(StrEnum):
    """The formats that `export` writes."""

    JSONL = "jsonl"
    CSV = "csv"


LedgerPath = Annotated[Path, typer.Argument(metavar="LEDGER", help="A file made by collate.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines for other programs.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"variorum {version('variorum')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command(rich_help_panel="First")
def collate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Folders and files: text, HTML, JSON.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", metavar="LEDGER", help="The ledger. [default: FOLDER.variorum]"
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
    """
    from variorum.serve.terminal import progress

    ledger_path = out or default_ledger(paths)
    with _open(ledger_path, writable=True) as ledger:
        try:
            with progress() as report_progress:
                _journey(paths, ledger, workers, report_progress)
        except KeyboardInterrupt:
            typer.echo("Stopped; run the same command again to go on.", err=True)
            raise typer.Exit(STOPPED) from None
        _print(ledger, as_json=as_json)
    typer.echo(f"The ledger is {ledger_path}. Next: variorum report {ledger_path}", err=True)


@app.command(rich_help_panel="First")
def report(
    ledger: LedgerPath,
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

    target = out or ledger.with_suffix(".html")
    with _open(ledger) as opened:
        target.write_text(page(opened), encoding="utf-8")
    typer.echo(f"The page is {target}", err=True)


@app.command(rich_help_panel="First")
def brief(ledger: LedgerPath) -> None:
    """Print a brief in Markdown that can be read in two minutes.

    `variorum brief flood.variorum > flood.md`
    """
    from variorum.report import brief as written

    with _open(ledger) as opened:
        typer.echo(written(opened), nl=False)


@app.command(rich_help_panel="Then")
def show(
    ledger: LedgerPath,
    everything: Annotated[bool, typer.Option("--all", help="All findings, not only 15.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print a ledger's findings with the words they rest on.

    `variorum show flood.variorum --all | less`

    `variorum show flood.variorum --json`
    """
    with _open(ledger) as opened:
        _print(opened, as_json=as_json, everything=everything)


@app.command(rich_help_panel="Then")
def why(
    ledger: LedgerPath,
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
    from variorum.serve.terminal import explain

    with _open(ledger) as opened:
        found = answer(opened, record)
        if as_json:
            typer.echo(msgspec.json.encode(found).decode())
        else:
            explain(opened, found)


@app.command(rich_help_panel="Then")
def export(
    ledger: LedgerPath,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder to write to; made if missing.")
    ],
    file_format: Annotated[
        Format, typer.Option("--format", help="jsonl: contract v1; csv: tables.")
    ] = Format.JSONL,
) -> None:
    """Write every kind of record to a file of its own.

    `variorum export flood.variorum --format csv --out flood-tables/`
    """
    from variorum.report import export as write

    with _open(ledger) as opened:
        write(opened, out, file_format.value)
    typer.echo(f"The files are in {out}", err=True)


def default_ledger(paths: list[Path]) -> Path:
    """Return FOLDER.variorum beside the one folder or file given; UsageError for several."""
    if len(paths) != 1:
        raise UsageError(
            f"{len(paths)} paths were given: say where the ledger should be, with -o NAME.variorum."
        )
    path = paths[0].resolve()
    name = path.name if path.is_dir() else path.stem
    return path.parent / f"{name or 'story'}.variorum"


def main() -> None:
    """Run the command line; what is wrong becomes one clear message and exit code 2."""
    try:
        app()
    except VariorumError as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{error.filename or 'A file'}: {error.strerror}.")


def _fail(message: str) -> None:
    typer.secho(message, err=True, fg=typer.colors.RED)
    sys.exit(2)


def _open(path: Path, *, writable: bool = False) -> SqliteLedger:
    from variorum.backends.ledger_sqlite import SqliteLedger

    return SqliteLedger(path, writable=writable)


def _journey(
    paths: list[Path], ledger: Ledger, workers: int, progress: Callable[[str, int, int], None]
) -> None:
    from variorum.backends.engine_local import LocalEngine
    from variorum.journey import collate as journey
    from variorum.settings import Settings

    settings = Settings(workers=workers)
    with LocalEngine(settings.worker_count()) as engine:
        journey(paths, ledger, engine, settings=settings, progress=progress)


def _print(ledger: Ledger, *, as_json: bool, everything: bool = False) -> None:
    from variorum.backends.ledger_kinds import written
    from variorum.report import ranked
    from variorum.serve.terminal import MOST_FINDINGS, show

    if as_json:
        for finding in ranked(ledger):
            typer.echo(written(finding))
    else:
        show(ledger, most=None if everything else MOST_FINDINGS)
