"""Names on Wikinews (MEANTIME) and news (ECB+): found, of the right kind, meaning the right one.

Enters: `shared/data/meantime_en` (60 articles; the six sentences of each that are annotated) and
`shared/data/ecbplus` (every fourth document; the sentences its curators list). Leaves: `Score`s.

"found": the name's last word is the last of a name found. "kind": of those, the right kind.
"person_precision": of the persons found at a marked participant, those that are persons there.
"precision" (MEANTIME, whose participants are all marked): names found at a participant of their
kind. "b_cubed": F1 over the marked names of who is one with whom inside a document; what was not
found is one with nobody. Each article is collated as an account, and its entities are the names
found. The peer is what the language pipeline itself labels, one name for each spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from quality.collating import collation
from quality.halves import half
from quality.intervals import by_text
from quality.names_gold import Article, Mark, ecb, meantime
from quality.score import Score, shared
from variorum.annotations import Annotation
from variorum.extract.names.keys import name_words
from variorum.models.parser import SpacyParser
from variorum.records import Account, Region
from variorum.segment import annotate
from variorum.syntax import NamedKind
from variorum.vocabulary import NameKind

EVERY = 4
PEER = "spaCy's labels"
LABELS: dict[NamedKind, NameKind] = {
    "person": "person",
    "organisation": "organisation",
    "polity": "place",
    "location": "place",
    "facility": "place",
}
Measured = tuple[float, int]
"""A measure, 0 to 100, and the number of its rows."""


class Row(Struct, frozen=True):
    """An article and the names found in its annotated sentences."""

    article: Article
    found: tuple[Mark, ...]


def scores() -> list[Score]:
    parser = SpacyParser()
    made: list[Score] = []
    for name, folder, read in _SETS:
        root = shared(folder)
        if root is not None:
            made += _beside(name, read(root), parser)
    return made


def _every_fourth(root: Path) -> list[Article]:
    return ecb(root, EVERY)


_SETS: tuple[tuple[str, str, Callable[[Path], list[Article]]], ...] = (
    ("meantime", "data/meantime_en", meantime),
    ("ecb", "data/ecbplus", _every_fourth),
)


def _beside(name: str, articles: Sequence[Article], parser: SpacyParser) -> Iterator[Score]:
    """Yield the scores of a collection, each beside the peer's on the same rows."""
    ours = [_row(article, ours_of(article)) for article in articles]
    theirs = [_row(article, labelled(*parse(article, parser))) for article in articles]
    for key, measure in MEASURES.items():
        if key == "precision" and name != "meantime":
            continue
        value, rows = measure(ours)
        yield Score(
            key=f"names.{name}.{key}",
            value=round(value, 1),
            rows=rows,
            interval=by_text(ours, lambda row: row.article.key, lambda drawn: measure(drawn)[0]),  # noqa: B023
            work=_half(ours, "work", measure),
            watch=_half(ours, "watch", measure),
            peer=PEER,
            peer_value=round(measure(theirs)[0], 1),
            peer_basis="same rows",
        )


def _half(rows: Sequence[Row], name: str, measure: Callable[[Sequence[Row]], Measured]) -> float:
    return round(measure([row for row in rows if half(row.article.key) == name])[0], 1)


def parse(article: Article, parser: SpacyParser) -> tuple[Account, Annotation]:
    """Return an article as an account, and its annotation."""
    body = Region(kind="body", start=0, end=len(article.text))
    account = Account(id="a-article", source="article", text=article.text, regions=(body,))
    return account, annotate(account, parser)


def ours_of(article: Article) -> list[Mark]:
    """Return the mentions of the entities that the ledger has of an article."""
    return [
        Mark(mention.start, mention.end, entity.kind, entity.id)
        for entity in collation([{"text": article.text}]).entities
        for mention in entity.mentions
    ]


def labelled(account: Account, annotation: Annotation) -> list[Mark]:
    """Return the pipeline's own named spans; one spelling and kind is one name."""
    spans = [span for span in annotation.named if span.kind in LABELS]
    places = [
        (annotation.tokens[span.first].start, annotation.tokens[span.last - 1].end, span.kind)
        for span in spans
    ]
    return [
        Mark(
            start,
            end,
            LABELS[label],
            " ".join(name_words(account.text[start:end])).removeprefix("the "),
        )
        for start, end, label in places
    ]


def _row(article: Article, marks: Sequence[Mark]) -> Row:
    found = [
        mark for mark in marks if any(start <= mark.start < end for start, end in article.annotated)
    ]
    return Row(article, tuple(sorted(found, key=lambda mark: (mark.start, mark.end))))


# --- measures --------------------------------------------------------------------------------------

_MARKS = " .,;:!?'’\"”)"


def _end(text: str, mark: Mark) -> int:
    """Return where a name ends, genitives and marks left out."""
    said = text[mark.start : mark.end].rstrip(_MARKS)
    said = said.removesuffix("'s").removesuffix("’s").rstrip(_MARKS)
    return mark.start + len(said)


def met(row: Row) -> list[tuple[Mark, Mark | None]]:
    """Return each marked name with the name found that ends in the same word."""
    text = row.article.text
    ends = {_end(text, found): found for found in row.found}
    return [(name, ends.get(_end(text, name))) for name in row.article.names]


def at_participant(row: Row) -> list[tuple[Mark, Mark | None]]:
    """Return each name found with the shortest marked participant that holds it."""
    held = []
    for found in row.found:
        end = _end(row.article.text, found)
        holding = [m for m in row.article.marks if m.start < end <= m.end and found.start < m.end]
        exact = [m for m in holding if _end(row.article.text, m) == end or m.start <= found.start]
        held.append((found, min(exact, key=lambda m: (m.end - m.start, m.start), default=None)))
    return held


def _share(marks: Sequence[bool]) -> Measured:
    return (100 * sum(marks) / len(marks) if marks else 0.0), len(marks)


def found(rows: Sequence[Row]) -> Measured:
    """Return the share of marked names that were found."""
    return _share([other is not None for row in rows for _, other in met(row)])


def kind(rows: Sequence[Row]) -> Measured:
    """Return the share of names found that are of the marked kind."""
    return _share([n.kind == o.kind for row in rows for n, o in met(row) if o is not None])


def person_precision(rows: Sequence[Row]) -> Measured:
    """Return the share of persons found at a participant that are persons there."""
    pairs = [pair for row in rows for pair in at_participant(row) if pair[0].kind == "person"]
    return _share([mark.kind == "person" for _, mark in pairs if mark is not None])


def precision(rows: Sequence[Row]) -> Measured:
    """Return the share of names found that stand at a participant of their kind."""
    pairs = [pair for row in rows for pair in at_participant(row)]
    return _share([mark is not None and mark.kind == one.kind for one, mark in pairs])


def b_cubed(rows: Sequence[Row]) -> Measured:
    """Return B-cubed F1 over the marked names, each document by itself."""
    parts = [part for row in rows for part in _b_cubed(met(row))]
    recall = sum(r for _, r in parts) / len(parts) if parts else 0.0
    precise = [p for p, _ in parts if p is not None]
    mean = sum(precise) / len(precise) if precise else 0.0
    return (200 * mean * recall / (mean + recall) if mean + recall else 0.0), len(parts)


def _b_cubed(pairs: Sequence[tuple[Mark, Mark | None]]) -> Iterator[tuple[float | None, float]]:
    """Yield precision (``None`` for a name not found) and recall of each marked name."""
    for name, other in pairs:
        same = [o for n, o in pairs if n.means == name.means]
        if other is None:
            yield None, 0.0
            continue
        together = [n for n, o in pairs if o is not None and o.means == other.means]
        right = sum(n.means == name.means for n in together)
        yield right / len(together), right / len(same)


MEASURES: dict[str, Callable[[Sequence[Row]], Measured]] = {
    "found": found,
    "kind": kind,
    "person_precision": person_precision,
    "precision": precision,
    "b_cubed": b_cubed,
}
