"""The command that reads accounts and sets them side by side: collate.

Enters: paths, and addresses if the network is allowed. Leaves: a ledger, and its findings on stdout.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import (
    Answers,
    AsJson,
    BaseUrl,
    JudgeAll,
    JudgeName,
    ModelName,
    PairsACall,
    PriceIn,
    PriceOut,
    complete_ledger,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.read.web.addresses import NamedAddress
    from variorum.seams import Ledger

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|ADDRESS",
        help="Folders and files: text, Markdown, HTML, JSON, subtitles. Addresses of pages.",
    ),
]
AllowNetwork = Annotated[
    bool, typer.Option("--allow-network", help="Allow addresses to be asked over the network.")
]
AddressList = Annotated[
    Path | None,
    typer.Option("--addresses", metavar="FILE", help="File with addresses of pages, one a line."),
]
NewLedger = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--out",
        "--ledger",
        metavar="LEDGER",
        help="The ledger: a file, or a postgresql:// address. [default: FOLDER.variorum]",
        autocompletion=complete_ledger,
    ),
]
Workers = Annotated[
    int, typer.Option(min=0, metavar="N", help="Number of worker processes; 0 means one per core.")
]
EngineName = Annotated[
    Literal["local", "spark"],
    typer.Option(help="Where the work is done: on this machine, or on a Spark cluster."),
]
Master = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Address of the cluster, such as spark://HOST:7077."),
]
STOPPED = 130
MOST_FILES_NAMED = 8
"""Files that are gone and named in a line."""


def collate(  # noqa: PLR0913  each argument is an option of the command, given by name
    inputs: Inputs = None,
    *,
    out: NewLedger = None,
    allow_network: AllowNetwork = False,
    addresses: AddressList = None,
    workers: Workers = 0,
    engine: EngineName = "local",
    master: Master = None,
    judge: JudgeName = "rules",
    model: ModelName = "",
    base_url: BaseUrl = "",
    answers: Answers = "",
    judge_all: JudgeAll = False,
    pairs_a_call: PairsACall = 1,
    price_in: PriceIn = None,
    price_out: PriceOut = None,
    as_json: AsJson = False,
) -> None:
    """Read accounts, compare them, and print where they differ.

    A run that was stopped continues where it stopped when you give the same command again.

    `variorum collate flood/`

    `variorum collate wire.txt speech.html -o speech.variorum`

    `variorum collate flood/ --ledger postgresql://ada@desk/flood`

    `variorum collate flood/ https://courier.example/dam --allow-network -o flood.variorum`

    `variorum collate flood/ --judge openai --model NAME --base-url http://localhost:11434/v1`
    """
    from variorum.serve.console import opening
    from variorum.serve.console.larger import larger_judge
    from variorum.settings import LargerJudge, Settings

    paths, named = _given(inputs or [], addresses, allow_network=allow_network)
    _refuse_half_a_cluster(engine, master)
    larger = larger_judge(
        judge,
        LargerJudge(
            model=model,
            base_url=base_url,
            answers=answers,
            everything=judge_all,
            pairs_a_call=pairs_a_call,
            price_in=price_in,
            price_out=price_out,
        ),
    )
    location = out or str(default_ledger(paths))
    settings = Settings(workers=workers, master=master, larger=larger)
    with opening.opened(location, writable=True) as ledger:
        with stoppable():
            opening.run_journey(paths, ledger, settings, named, location)
        _print(ledger, location, as_json=as_json)


def _refuse_half_a_cluster(engine: str, master: str | None) -> None:
    """Raise UsageError where only one of the two options of a cluster is given."""
    if (engine == "spark") != bool(master):
        raise UsageError("A Spark cluster needs both: --engine spark --master spark://HOST:7077.")


@contextmanager
def stoppable() -> Iterator[None]:
    """End a run that is stopped by hand with a word on how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        tell("Stopped. Run the same command again to continue.")
        raise typer.Exit(STOPPED) from None


def _given(
    inputs: Sequence[str], listed_in: Path | None, *, allow_network: bool
) -> tuple[list[Path], list[NamedAddress]]:
    """Part what was named into paths and addresses; UsageError for addresses that may not be asked."""
    from variorum.ledgers.opening import refuse_addresses
    from variorum.read.web.addresses import listed, parted
    from variorum.read.web.retrieval import require_allowed

    paths, named = parted(inputs)
    refuse_addresses(paths)
    named += listed(listed_in) if listed_in else []
    require_allowed(named, allowed=allow_network)
    if not paths and not named:
        raise UsageError("Nothing was named. Name folders, files or addresses of accounts.")
    return paths, named


def _print(ledger: Ledger, location: str, *, as_json: bool) -> None:
    """Print the findings, and what to do next."""
    from variorum.ledgers.opening import printable
    from variorum.serve.commands.show import print_findings

    print_findings(ledger, as_json=as_json)
    _tell_missing(ledger, location)
    tell(f"The ledger is {printable(location)}. Next: variorum report {printable(location)}")


def _tell_missing(ledger: Ledger, location: str) -> None:
    """Name the files of accounts that are gone from where they were read."""
    from variorum.find.matter.material import without_folders
    from variorum.ledgers.opening import printable
    from variorum.lineage import GONE
    from variorum.records import Problem

    missing = [problem.where for problem in ledger.read(Problem) if problem.reason == GONE]
    if missing:
        names = ", ".join(sorted(map(without_folders, missing))[:MOST_FILES_NAMED])
        beyond = len(missing) - MOST_FILES_NAMED
        more = f" and {beyond} more" if beyond > 0 else ""
        tell(f"Files no longer there (their accounts are kept): {names}{more}.")
        tell(f"To drop them: variorum forget {printable(location)}")


def default_ledger(paths: list[Path]) -> Path:
    """Return FOLDER.variorum beside the one folder or file given; UsageError for several, or for none."""
    if len(paths) != 1:
        given = f"{len(paths)} paths were" if paths else "Only addresses were"
        raise UsageError(f"{given} given. Say where the ledger should go, with -o NAME.variorum.")
    path = paths[0].resolve()
    name = path.name if path.is_dir() else path.stem
    return path.parent / f"{name or 'story'}.variorum"
