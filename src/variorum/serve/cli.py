"""The command line: the application, its help, and how its errors are told.

Enters: arguments. Leaves: output on stdout, messages on stderr, an exit code: 0 done, 1 something
differs (where that was asked), 2 a clear message says what to do, 130 stopped by Ctrl-C. The
commands are in `commands/`.
"""

from __future__ import annotations

import os
import sys
from traceback import format_exception
from typing import Annotated

import typer

from variorum.errors import TRACEBACK, VariorumError
from variorum.serve.commands.options import TOLD
from variorum.serve.console.harmless import harmless_lines
from variorum.serve.table import register
from variorum.sparing import FAULTS

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""
    Reads many accounts of the same events and builds one evidence ledger: who said what,
    where the accounts agree, and where and how they differ.

    **Start here:**

    `variorum collate FOLDER`  reads the folder, writes `FOLDER.variorum` and prints the findings

    `variorum report FOLDER.variorum`  writes the findings as one page that you can e-mail
    """,
    epilog="""
    `variorum COMMAND --help` has examples. docs/commands.md describes every command,
    docs/words.md the words used here.
    """,
)


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


register(app)


def main() -> None:
    """Run the command line; what is wrong becomes one clear message and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow encoding must not end a long run
    try:
        app()
    except VariorumError as error:
        _fail(str(error), error)
    except OSError as error:
        _fail(f"{error.filename or 'A file'}: {error.strerror or error}.", error)
    except (*FAULTS, RuntimeError) as error:
        _fail(_defect(error), error)


def _defect(error: Exception) -> str:
    """Say of an error that nobody foresaw that it is ours, and what is safe."""
    from importlib.metadata import version

    first, *_ = str(error).strip().splitlines() or ["no message"]
    return (
        f"The command failed ({type(error).__name__}: {first}). This is a bug in Variorum "
        f"{version('variorum')}, not a fault in your texts.\nThe ledger is unchanged.\n"
        f"Please report it: run the command with {TRACEBACK}=1 in front and include what it prints."
    )


def _fail(message: str, error: Exception) -> None:
    """Say what is wrong, in red where there is a screen and NO_COLOR is not set."""
    if os.environ.get(TRACEBACK):
        typer.echo(harmless_lines("".join(format_exception(error))), err=True)
    red = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    said = harmless_lines(message)
    typer.echo(typer.style(said, fg=typer.colors.RED) if red else said, err=True)
    sys.exit(TOLD)
