"""The command that writes what a larger judge would be asked: pairs.

Enters: a ledger. Leaves: the questions as JSON Lines, on stdout or in a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.serve.commands.options import JudgeAll, LedgerLocation, print_json, tell


def pairs(
    ledger: LedgerLocation,
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FILE",
            help="Write the pairs to this file instead of the screen.",
        ),
    ] = None,
    judge_all: JudgeAll = False,
) -> None:
    """Write the pairs that a larger judge would be asked about, one per line.

    A person or any program can answer them; `variorum collate … --judge recorded --answers FILE` reads the
    answers.

    `variorum pairs flood.variorum -o pairs.jsonl`
    """
    from variorum.report.placing import atomically
    from variorum.serve.console import opening
    from variorum.serve.console.harmless import harmless_json
    from variorum.settings import LargerJudge

    asked = LargerJudge(model="", everything=judge_all)
    with opening.opened(ledger, writable=True, new=False) as opened:
        questions = opening.questions(opened, asked)
    if out is None:
        print_json(questions)
    else:
        with atomically(out) as partial:
            partial.write_text("".join(f"{harmless_json(one)}\n" for one in questions), "utf-8")
    tell(f"{len(questions):,} pairs.")
