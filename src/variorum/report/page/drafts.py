"""The page of a draft: its text as it was written, marked, with the words of the sources beside it.

Enters: `AssessedDraft`s. Leaves: one self-contained HTML file.

What a sentence comes to stands in the margin beside its paragraph; what stands and needs no look is folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from markupsafe import Markup
from msgspec import Struct

from variorum.find.matter.material import without_folders
from variorum.read.naming import account_labels
from variorum.records import Account
from variorum.report.lists.drafted import drafted, summary
from variorum.report.runs import Mark, runs
from variorum.report.templating import TEMPLATES, environment
from variorum.trace.drafts.assessments import STANDING, AssessedDraft, Assessment
from variorum.trace.drafts.by_place import by_place

MOST_AROUND = 160
"""Characters of a source that are shown on either side of the words that are meant."""


class Piece(Struct, frozen=True):
    """Words of the draft with their classes; `number` is the note that a sentence ending here has."""

    text: str
    classes: str
    number: int | None = None


class SourceWords(Struct, frozen=True):
    """The sentence of a source, and the words of it that are meant, by what stands before and after them."""

    label: str
    before: str
    words: str
    after: str


class Remark(Struct, frozen=True):
    """What a statement comes to: the draft's own words where it is part of a sentence."""

    kind: str
    verdict: str
    because: str
    own: str
    source: SourceWords | None


class DraftNote(Struct, frozen=True):
    """What a sentence comes to and why; `settled` tells that it stands."""

    number: int
    verdict: str
    settled: bool
    remarks: tuple[Remark, ...]


class DraftParagraph(Struct, frozen=True):
    """A paragraph of the draft with the notes on its sentences."""

    pieces: tuple[Piece, ...]
    notes: tuple[DraftNote, ...]


class DraftSheet(Struct, frozen=True):
    """A draft: its name, what sums it up, its sources, its paragraphs, and what could not be done."""

    title: str
    summary: str
    sources: tuple[str, ...]
    paragraphs: tuple[DraftParagraph, ...]
    problems: tuple[str, ...]


def draft_page(found: Sequence[AssessedDraft]) -> str:
    """Return drafts and what their statements come to as one page."""
    style = Markup((TEMPLATES / "draft.css").read_text(encoding="utf-8"))  # noqa: S704  our own file
    return (
        environment()
        .get_template("draft.html.j2")
        .render(sheets=[_sheet(one) for one in found], style=style)
    )


def _sheet(found: AssessedDraft) -> DraftSheet:
    labels = account_labels([found.draft, *found.sources.values()])
    return DraftSheet(
        title=labels[found.draft.id],
        summary=summary(drafted([found])),
        sources=tuple(labels[key] for key in sorted(found.sources)),
        paragraphs=tuple(_paragraphs(found, labels)),
        problems=tuple(f"{without_folders(one.where)}: {one.reason}" for one in found.problems),
    )


def _paragraphs(found: AssessedDraft, labels: dict[str, str]) -> Iterator[DraftParagraph]:
    numbered = {one.place: number for number, one in enumerate(found.sentences, start=1)}
    placed = by_place(found.assessments, attrgetter("place"))
    for start, end in _lines(found.draft.text):
        met = placed.meeting(found.draft.span(start, end))
        told = [one for one in met if start <= one.place.start < end]
        inside = [(numbered[one.place], one) for one in told if one.kind == "sentence"]
        notes = tuple(_note(number, one, found, labels) for number, one in inside)
        yield DraftParagraph(tuple(_pieces(found.draft, (start, end), told, inside)), notes)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text that are not empty, as characters."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line)
        start += len(line)


def _pieces(
    draft: Account,
    line: tuple[int, int],
    told: Sequence[Assessment],
    inside: Sequence[tuple[int, Assessment]],
) -> Iterator[Piece]:
    start, end = line
    ends = {min(one.place.end, end): number for number, one in inside}
    given = [
        Mark(one.place.start - start, min(one.place.end, end) - start, _class(one))
        for one in told
        if one.kind == "sentence" or one.is_flagged
    ]
    for run in runs(draft.text[start:end], given):
        stop = start + run.start + len(run.text)
        yield Piece(run.text, " ".join(run.classes), ends.get(stop))


def _class(one: Assessment) -> str:
    kind = "standing" if one.verdict in STANDING else one.verdict.replace(" ", "-")
    return f"{'s' if one.kind == 'sentence' else 'p'}-{kind}"


def _note(number: int, one: Assessment, found: AssessedDraft, labels: dict[str, str]) -> DraftNote:
    parts = [part for part in found.parts(one) if part.is_flagged]
    told = parts or [one]
    return DraftNote(
        number=number,
        verdict=one.verdict,
        settled=one.verdict in STANDING,
        remarks=tuple(_remark(part, found, labels) for part in told),
    )


def _remark(one: Assessment, found: AssessedDraft, labels: dict[str, str]) -> Remark:
    source = None
    if one.source is not None:
        account = found.sources[one.source.account]
        source = _words(account, one.source.start, one.source.end, labels[account.id])
    own = "" if one.kind == "sentence" or one.place.text in one.because else one.place.text
    return Remark(one.kind, one.verdict, one.because, own, source)


def _words(account: Account, start: int, end: int, label: str) -> SourceWords:
    """Return words of a source with the rest of their line, cut between words where it is long."""
    text = account.text
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[first:start], text[end:last]
    if len(before) > MOST_AROUND:
        before = f"… {before[-MOST_AROUND:].partition(' ')[2]}"
    if len(after) > MOST_AROUND:
        after = f"{after[:MOST_AROUND].rpartition(' ')[0]} …"
    return SourceWords(label, before, text[start:end], after)
