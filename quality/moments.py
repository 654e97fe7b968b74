"""Moments on TimeML news (TBAQ) and Wikinews (MEANTIME): extent, and TIMEX3 value.

Enters: `shared/data/tempeval3/TBAQ-cleaned` (all 256 articles of TimeBank and AQUAINT, 1,822
expressions) and `shared/data/meantime_en` (60 articles; the six sentences of each that are
annotated). Each article is collated as an account with its date. Leaves: `Score`s, F1 of the
ledger's moments as TempEval-3 counts it.

"strict" wants the same characters, "relaxed" an overlap, "value" an overlap and the same TIMEX3
value. The dateline's own date is not scored. Peers are slow: they read every sixth article of
TBAQ, beside Variorum on the same ones ("tbaq_part").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from quality.collating import collation
from quality.halves import half
from quality.intervals import by_text
from quality.moments_peers import Reader, peers
from quality.moments_timex import Article, Timex, meantime, tbaq
from quality.score import Score, shared

EVERY = 6
PEER_BASIS = "TempEval-3's own test articles, another part"


class Row(Struct, frozen=True):
    """What people marked and what was found in one article."""

    text: str
    gold: tuple[Timex, ...]
    found: tuple[Timex, ...]


def scores() -> list[Score]:
    made: list[Score] = []
    for name, folder, read in _SETS:
        root = shared(folder)
        if root is not None:
            articles = list(read(root))
            rows = [measured(article) for article in articles]
            made += [_score(name, kind, rows) for kind in SAME]
            if name == "tbaq":
                made += _beside_peers(articles[::EVERY], rows[::EVERY])
    return made


def _score(name: str, kind: str, rows: Sequence[Row]) -> Score:
    peered = name == "tbaq" and kind == "value"
    return Score(
        key=f"moments.{name}.{kind}",
        value=round(f1(rows, SAME[kind]), 1),
        rows=len(rows),
        interval=by_text(rows, lambda row: row.text, lambda drawn: f1(drawn, SAME[kind])),
        work=_half(rows, "work", kind),
        watch=_half(rows, "watch", kind),
        peer="HeidelTime (SUTime 67.4)" if peered else None,
        peer_value=77.6 if peered else None,
        peer_basis=PEER_BASIS if peered else None,
    )


def _half(rows: Sequence[Row], name: str, kind: str) -> float:
    return round(f1([row for row in rows if half(row.text) == name], SAME[kind]), 1)


def _beside_peers(articles: Sequence[Article], rows: Sequence[Row]) -> Iterator[Score]:
    """Yield the scores of some articles with those of each installed peer on the same ones."""
    beside = {
        peer: [_read(article, read) for article in articles] for peer, read in peers().items()
    }
    for kind, same in SAME.items():
        others = [(peer, round(f1(read, same), 1)) for peer, read in beside.items()]
        (peer, value), *rest = others or [(None, None)]  # type: ignore[list-item]
        yield Score(
            key=f"moments.tbaq_part.{kind}",
            value=round(f1(rows, same), 1),
            rows=len(rows),
            peer=peer,
            peer_value=value,
            peer_basis="; ".join(["same rows", *(f"{other} {worth}" for other, worth in rest)])
            if peer
            else None,
        )


def _read(article: Article, read: Reader) -> Row:
    found = read(article.text, date.fromisoformat(article.published))
    return Row(article.text, article.gold, _inside(article, found))


_SETS: tuple[tuple[str, str, Callable[[Path], Iterator[Article]]], ...] = (
    ("tbaq", "data/tempeval3/TBAQ-cleaned", tbaq),
    ("meantime", "data/meantime_en", meantime),
)


def measured(article: Article) -> Row:
    """Return the moments that the ledger has of an article, beside what people marked."""
    given = {"text": article.text, "date": article.published}
    found = [
        Timex(moment.place.start, moment.place.end, moment.value or "")
        for moment in collation([given]).moments
    ]
    return Row(article.text, article.gold, _inside(article, found))


def _inside(article: Article, found: Sequence[Timex]) -> tuple[Timex, ...]:
    """Return what was found where people marked, the dateline left out."""
    line = article.dateline
    return tuple(
        one for one in found if one.end <= article.end and not (line and _overlap(line, one))
    )


def f1(rows: Sequence[Row], same: Callable[[Timex, Timex], bool]) -> float:
    """Return F1 in per cent; each expression found meets the first one marked that it overlaps."""
    right = sum(_matched(row, same) for row in rows)
    total = sum(len(row.gold) + len(row.found) for row in rows)
    return 200 * right / total if total else 0.0


def _matched(row: Row, same: Callable[[Timex, Timex], bool]) -> int:
    left = list(row.found)
    right = 0
    for gold in row.gold:
        met = next((found for found in left if _overlap(gold, found)), None)
        if met is not None:
            left.remove(met)
            right += same(gold, met)
    return right


def _overlap(gold: Timex, found: Timex) -> bool:
    return gold.start < found.end and found.start < gold.end


def _value(gold: Timex, found: Timex) -> bool:
    return gold.value == found.value


def _extent(gold: Timex, found: Timex) -> bool:
    return (gold.start, gold.end) == (found.start, found.end)


SAME: dict[str, Callable[[Timex, Timex], bool]] = {
    "strict": _extent,
    "relaxed": _overlap,
    "value": _value,
}
