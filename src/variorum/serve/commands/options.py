"""Options: what several commands take, and what a shell may complete.

Enters: what was typed so far. Leaves: types of arguments, and completions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from variorum.vocabulary import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST, CLOSER, AWAY = "Start here", "Look closer", "Export"
"""The groups of commands in `--help`."""
SEE_ALSO = "docs/commands.md describes every command, with examples and exit codes."

DONE, DIFFERS, TOLD = 0, 1, 2
"""Exit codes: done; something differs; a message says what to do. 130 is Ctrl-C."""
SUFFIX = ".variorum"
MANNERS = get_args(Manner)
JUDGES = ("rules", "openai", "recorded")


def complete_ledger(incomplete: str) -> list[str]:
    """Return ledgers, and folders that may hold one, whose path begins as typed."""
    typed = Path(incomplete)
    folder = typed if incomplete.endswith("/") or not incomplete else typed.parent
    if not folder.is_dir():
        return []
    start = incomplete[: incomplete.rfind("/") + 1]
    found = []
    for path in sorted(folder.iterdir()):
        shown = f"{start}{path.name}"
        if shown.startswith(incomplete) and not path.name.startswith("."):
            found += [f"{shown}/"] if path.is_dir() else [shown] if path.suffix == SUFFIX else []
    return found


def complete_format(incomplete: str) -> list[tuple[str, str]]:
    """Return formats of `export` whose name begins as typed, each with what it is."""
    from variorum.report.exporting import FORMATS

    return [(f.name, f.what) for f in FORMATS.values() if f.name.startswith(incomplete)]


def _complete_manner(incomplete: str) -> list[str]:
    return [manner for manner in MANNERS if manner.startswith(incomplete)]


LedgerLocation = Annotated[
    str,
    typer.Argument(
        metavar="LEDGER",
        help="A ledger made by collate: a file or a postgresql:// address.",
        autocompletion=complete_ledger,
    ),
]
Given = Annotated[
    list[str],
    typer.Argument(
        metavar="LEDGER|ACCOUNTS",
        help="A ledger, or files and folders of accounts to read just for this.",
        autocompletion=complete_ledger,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines, for other programs.")]
Everything = Annotated[bool, typer.Option("--all", help="Print everything, however long.")]
OfAccount = Annotated[
    str | None,
    typer.Option("--account", metavar="NAME", help="Show only accounts with this in their name."),
]
OfSpeaker = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME", help="Show only speakers with this in their name."),
]
OfManner = Annotated[
    str | None,
    typer.Option(
        "--manner",
        metavar="MANNER",
        help="Show only direct, indirect, mixed, fragment or turn.",
        autocompletion=_complete_manner,
    ),
]


JudgeName = Annotated[
    str,
    typer.Option(
        "--judge",
        metavar="JUDGE",
        help="rules, or a larger judge as well: openai (an endpoint) or recorded (a file).",
        autocompletion=lambda incomplete: [one for one in JUDGES if one.startswith(incomplete)],
    ),
]
ModelName = Annotated[
    str,
    typer.Option(
        "--model", metavar="NAME", help="The larger judge's name, shown beside its claims."
    ),
]
BaseUrl = Annotated[
    str,
    typer.Option(
        "--base-url",
        metavar="URL",
        help="Address of the openai endpoint, such as http://localhost:11434/v1.",
    ),
]
Answers = Annotated[
    str,
    typer.Option(
        "--answers", metavar="FILE", help="File with the answers for recorded, as JSON Lines."
    ),
]
JudgeAll = Annotated[
    bool, typer.Option("--judge-all", help="Also ask about pairs that agree by the rules.")
]
PairsACall = Annotated[
    int, typer.Option("--pairs-a-call", min=1, metavar="N", help="Pairs per call to openai.")
]
PriceIn = Annotated[
    float | None,
    typer.Option("--price-in", min=0, metavar="P", help="Price per million tokens sent."),
]
PriceOut = Annotated[
    float | None,
    typer.Option("--price-out", min=0, metavar="P", help="Price per million tokens returned."),
]


def tell(message: str) -> None:
    """Print one line on stderr, in which no name of a file or folder is obeyed by the terminal."""
    from variorum.serve.console.harmless import harmless

    typer.echo(harmless(message), err=True)


def print_json(records: Iterable[object]) -> None:
    """Print each record as one line of JSON, harmless on a terminal too."""
    from variorum.serve.console.harmless import harmless_json

    for record in records:
        typer.echo(harmless_json(record))
