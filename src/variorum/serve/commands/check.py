"""The command that holds a text in hand against what a person names: check.

Enters: quotations and records, a draft and its sources, or a ledger. Leaves: checks on stdout.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

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
    tell,
)
from variorum.vocabulary import CheckKind, DraftVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.find.matter.material import Material
    from variorum.trace.drafts import AssessedDraft

DRAFT_VERDICTS, CHECK_KINDS = (", ".join(get_args(kinds)) for kinds in (DraftVerdict, CheckKind))

ToCheck = Annotated[
    list[str],
    typer.Argument(
        metavar="DRAFT|QUOTES|LEDGER",
        help="Drafts, a list of quotations (- for stdin), or a ledger.",
        autocompletion=complete_ledger,
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar="SOURCE|RECORD|LEDGER",
        help="Sources, a transcript, or a ledger that holds them; repeat for several.",
        autocompletion=complete_ledger,
    ),
]
SaidBy = Annotated[
    str | None,
    typer.Option(
        "--said-by", metavar="NAME", help="Who speaks in a record that names no speakers."
    ),
]
Lines = Annotated[
    bool, typer.Option("--lines", help="Treat each line of a text file as a quotation.")
]
OfCheckKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Show only what has this verdict. Of a draft: {DRAFT_VERDICTS}. Of a quotation: {CHECK_KINDS}.",
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="KIND",
        help="Exit with 1 if anything has this verdict, as for --kind; repeat for several.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--out",
        metavar="FILE",
        help="Write the marked draft as a page (.html) or for other programs (.sarif).",
    ),
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
    out: Out = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Check a draft against its sources, or quotations against a transcript.

    Every quotation, figure, name, date and sentence of a draft is looked up in the sources. If the sources
    are transcripts, or --said-by names a speaker, only quotations are checked, word by word. Without
    --against, prints the checks that a ledger holds.

    `variorum check draft.md --against flood/`

    `variorum check draft.md --against flood.variorum -o draft.html --fail-on "not found"`

    `variorum check article.html --against transcript.txt`

    `variorum check quotes.txt --against speech.txt --said-by "Ada Voss" --fail-on differs`
    """
    with _to_check(quotes, against, said_by=said_by, lines=lines) as found:
        if isinstance(found, tuple):
            from variorum.report.lists.drafted import known_verdict

            for name in (kind, *(fail_on or ())):
                known_verdict(name)
            kinds = _show_drafts(found, kind, out, everything=everything, as_json=as_json)
        else:
            from variorum.report.lists.checked import checked, known_kind
            from variorum.serve.printed import checks as printed

            for name in (kind, *(fail_on or ())):
                known_kind(name)
            told = checked(found, account=account, speaker=speaker, kind=kind)
            kinds = [line.kind for line in told]
            if as_json:
                print_json(told)
            else:
                printed.show(told, everything=everything)
    if any(one in (fail_on or []) for one in kinds):
        raise typer.Exit(DIFFERS)


def _show_drafts(
    found: Sequence[AssessedDraft],
    kind: str | None,
    out: Path | None,
    *,
    everything: bool,
    as_json: bool,
) -> list[str | None]:
    """Show what drafts come to, write what was asked for, and return the verdicts of all statements."""
    from variorum.report.lists.drafted import drafted
    from variorum.serve.printed import drafts as printed

    told = drafted(found)
    chosen = [line for line in told if kind in (None, line.verdict)]
    if as_json:
        print_json(chosen)
    else:
        printed.show(chosen, told, everything=everything or kind is not None)
    for problem in dict.fromkeys(problem for one in found for problem in one.problems):
        tell(f"{problem.where}: {problem.reason}")
    if out is not None:
        _write(found, out)
    return [line.verdict for line in told]


def _write(found: Sequence[AssessedDraft], out: Path) -> None:
    """Write drafts as a page or as SARIF, by the ending of the file."""
    from variorum.report.page.drafts import draft_page
    from variorum.report.placing import atomically
    from variorum.report.standards.sarif import sarif

    forms = {".html": draft_page, ".sarif": sarif}
    form = forms.get(out.suffix.lower())
    if form is None:
        raise UsageError(f"{out} ends in neither .html (a page) nor .sarif (for other programs).")
    with atomically(out) as partial:
        partial.write_text(form(found), encoding="utf-8")
    tell(f"The marked draft is {out}")


@contextmanager
def _to_check(
    quotes: Sequence[str], against: Sequence[str] | None, *, said_by: str | None, lines: bool
) -> Iterator[Material | tuple[AssessedDraft, ...]]:
    """Give the material of the one ledger named, or what is held against something now."""
    from variorum.report.standing import accepted
    from variorum.serve.console import opening

    if against:
        yield _held(quotes, against, said_by=said_by, lines=lines)
        return
    if len(quotes) != 1 or not opening.is_ledger(quotes[0]):
        raise UsageError("Name what to check the text against, with --against SOURCE.")
    with opening.opened(quotes[0]) as ledger:
        yield accepted(ledger)


def _held(
    quotes: Sequence[str], against: Sequence[str], *, said_by: str | None, lines: bool
) -> Material | tuple[AssessedDraft, ...]:
    """Hold drafts against sources, or quotations against records, some of which may stand in ledgers."""
    from variorum.against import Asked, held_now
    from variorum.engines.opening import engine_of
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
        engine = stack.enter_context(engine_of(settings, [*records, *map(Path, quotes)]))
        report = stack.enter_context(progress())
        return held_now(asked, engine, settings=settings, progress=report)


def _is_ledger(name: str) -> bool:
    """Tell a ledger from a record; what is not there is a ledger only if it is named like one."""
    from variorum.ledgers.opening import is_address
    from variorum.serve.console import opening

    named = is_address(name) or Path(name).suffix == opening.LEDGER
    return named or (Path(name).exists() and opening.is_ledger(name))
