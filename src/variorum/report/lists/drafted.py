"""Drafted: what the statements of a draft come to, as lines with the names of the sources.

Enters: an `AssessedDraft`. Leaves: `DraftLine`s in the order of the draft, and the sentence that sums them up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from variorum.errors import UsageError
from variorum.find.matter.material import without_folders
from variorum.read.naming import account_labels
from variorum.records import Account, Change, Span
from variorum.trace.drafts.assessments import BY_GRAVITY, STANDING, AssessedDraft, Assessment
from variorum.vocabulary import DraftStatement, DraftVerdict

SUMMED: dict[DraftVerdict, str] = {
    "differs": "differ",
    "not found": "in no source",
    "in another source": "in another source",
    "cannot tell": "not settled",
}
"""How the summary counts each verdict of what does not stand."""


class DraftLine(Struct, frozen=True, kw_only=True):
    """A statement of a draft: its verdict, the rule behind it, and a source's words, if one has any to show.

    `draft` and `source` are short names of accounts, `file` is the draft's without its folder; `around` are the
    sentences of the source in which its words stand.
    """

    draft: str
    file: str
    kind: DraftStatement
    verdict: DraftVerdict
    rule: str
    because: str
    place: Span
    source: str | None = None
    words: Span | None = None
    around: Span | None = None
    changes: tuple[Change, ...] = ()


def drafted(found: Iterable[AssessedDraft]) -> list[DraftLine]:
    """Return a line a statement; sources and drafts are called by short names, unique among them."""
    return [line for one in found for line in _lines(one)]


def _lines(found: AssessedDraft) -> list[DraftLine]:
    labels = account_labels([found.draft, *found.sources.values()])
    return [_line(one, found.draft, labels) for one in found.assessments]


def _line(one: Assessment, draft: Account, labels: dict[str, str]) -> DraftLine:
    return DraftLine(
        draft=labels[draft.id],
        file=without_folders(draft.source),
        kind=one.kind,
        verdict=one.verdict,
        rule=one.rule,
        because=one.because,
        place=one.place,
        source=labels[one.source.account] if one.source else None,
        words=one.source,
        around=one.around,
        changes=one.changes,
    )


def summary(lines: Sequence[DraftLine]) -> str:
    """Return the sentence that sums up a draft: "12 sentences: 9 stand, 1 differs, 2 not settled"."""
    sentences = [line for line in lines if line.kind == "sentence"]
    count = Counter(line.verdict for line in sentences)
    stand = sum(count[verdict] for verdict in STANDING)
    told = [f"{stand} stand{'s' if stand == 1 else ''}"] if stand else []
    told += [f"{count[v]} {_summed(v, count[v])}" for v in BY_GRAVITY if v in SUMMED and count[v]]
    many = "1 sentence" if len(sentences) == 1 else f"{len(sentences)} sentences"
    return f"{many}: {', '.join(told)}" if told else "No sentence could be read in the draft."


def _summed(verdict: DraftVerdict, count: int) -> str:
    return "differs" if verdict == "differs" and count == 1 else SUMMED[verdict]


def known_verdict(name: str | None) -> None:
    """Raise UsageError where no statement of a draft can have this verdict; ``None`` is any."""
    if name is not None and name not in BY_GRAVITY:
        raise UsageError(f"There is no verdict “{name}”. There are: {', '.join(BY_GRAVITY)}.")
