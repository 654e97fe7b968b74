"""Moments on TimeML news (TBAQ) and Wikinews (MEANTIME): extent, and TIMEX3 value.

Enters: `shared/data/tempeval3/TBAQ-cleaned` (all 256 articles of TimeBank and AQUAINT, 1,822
expressions) and `shared/data/meantime_en` (60 articles; the six sentences of each that are
annotated). Leaves: `Score`s, F1 as TempEval-3 counts it.

"strict" wants the same characters, "relaxed" an overlap, "value" an overlap and the same TIMEX3
value. The dateline's own date is not scored. Peers are slow: they read every sixth article of
TBAQ, beside Variorum on the same ones ("tbaq_part").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from quality.moments_peers import Reader, peers
from quality.moments_timex import Article, Timex, meantime, tbaq
from quality.score import Score, shared
from variorum.backends.parser import SpacyParser
from variorum.extract.moments import moments
from variorum.records import Account, Published, Region
from variorum.segment import annotate

EVERY = 6
PEER_BASIS = "TempEval-3's own test articles, another part"


class Row(Struct, frozen=True):
    """What people marked and what was found in one article."""

    gold: tuple[Timex, ...]
    found: tuple[Timex, ...]


def scores() -> list[Score]:
    parser = SpacyParser()
    made: list[Score] = []
    for name, folder, read in _SETS:
        root = shared(folder)
        if root is not None:
            articles = list(read(root))
            rows = [measured(article, parser) for article in articles]
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
        peer="HeidelTime (SUTime 67.4)" if peered else None,
        peer_value=77.6 if peered else None,
        peer_basis=PEER_BASIS if peered else None,
    )


def _beside_peers(articles: Sequence[Article], rows: Sequence[Row]) -> Iterator[Score]:
    """Yield the scores of some articles with those of each installed peer on the same ones."""
    beside = {
        peer: [_read(article, read) for article in articles] for peer, read in peers().items()
    }
    for kind, same in SAME.items():
        others = [(peer, round(f1(read, same), 1)) for peer, read in beside.items()]
        (peer, value), *rest = others or [(None, None)]
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
    return Row(article.gold, _inside(article, found))


_SETS: tuple[tuple[str, str, Callable[[Path], Iterator[Article]]], ...] = (
    ("tbaq", "data/tempeval3/TBAQ-cleaned", tbaq),
    ("meantime", "data/meantime_en", meantime),
)


def measured(article: Article, parser: SpacyParser) -> Row:
    when = Published(earliest=article.published, latest=article.published, basis="metadata")
    body = Region(kind="body", start=0, end=len(article.text))
    account = Account(
        id="a-article", source="article", text=article.text, published=when, regions=(body,)
    )
    found = [
        Timex(moment.place.start, moment.place.end, moment.value or "")
        for moment in moments(account, annotate(account, parser))
    ]
    return Row(article.gold, _inside(article, found))


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
