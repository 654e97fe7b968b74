"""The command that adds accounts as they come and announces what they change: watch.

Enters: paths. Leaves: a ledger that grows, and announcements on stdout as they are made.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from variorum.serve.commands.collate import (
    NewLedger,
    Workers,
    default_ledger,
    stoppable,
)
from variorum.serve.commands.options import AsJson, print_json, tell

Watched = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Folders and files that accounts come to.")
]
MINUTE = 60


def watch(  # noqa: PLR0913  each argument is an option of the command, given by name
    paths: Watched,
    *,
    out: NewLedger = None,
    every: Annotated[
        int, typer.Option(min=1, metavar="SECONDS", help="Seconds between two rounds.")
    ] = MINUTE,
    once: Annotated[bool, typer.Option("--once", help="End after one round.")] = False,
    digest: Annotated[
        int,
        typer.Option(
            min=0, metavar="MINUTES", help="Tell all changes together, once in so many minutes."
        ),
    ] = 0,
    workers: Workers = 0,
    as_json: AsJson = False,
) -> None:
    """Add accounts to a ledger as they come, and print what they change.

    Stop it with Ctrl-C. Started again, it prints what has changed since it last printed something.

    `variorum watch flood/ -o flood.variorum`

    `variorum watch feeds/ letters.mbox -o flood.variorum --every 300 --digest 60`

    `variorum watch flood/ --once --json`
    """
    from variorum.consulting import SILENT
    from variorum.engines.opening import engine_of
    from variorum.events import Run
    from variorum.ledgers.opening import printable, refuse_addresses
    from variorum.serve.console import opening
    from variorum.serve.printed import announcements as printed
    from variorum.settings import Settings
    from variorum.watching import Pace, rounds

    refuse_addresses(paths)
    location = out or str(default_ledger(paths))
    settings = Settings(workers=workers)
    pace = Pace(every=float(every), digest=float(digest * MINUTE), once=once)
    with (
        opening.opened(location, writable=True) as ledger,
        engine_of(settings, paths) as engine,
    ):
        if not once:
            tell(f"Looking every {every} s; the ledger is {printable(location)}. Stop with Ctrl-C.")
        run = Run(ledger, engine, settings, SILENT)
        with (
            stoppable(),
            closing(rounds(paths, run, pace, screen=opening.screen)) as batches,
        ):
            for batch in batches:
                if as_json:
                    print_json(batch.told)
                else:
                    printed.show(batch, summed=digest > 0)
