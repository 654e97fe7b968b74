"""Moments on TimeML news (TBAQ) and Wikinews (MEANTIME): extent, and TIMEX3 value.

Enters: `shared/data/tempeval3/TBAQ-cleaned` (all 256 articles of TimeBank and AQUAINT, 1,822
expressions) and `shared/data/meantime_en` (60 articles; the six sentences of each that are
annotated). Leaves: `Score`s, F1 as TempEval-3 counts it.

"strict" wants the same characters, "relaxed" an overlap, "value" an overlap and the same TIMEX3
value. Line breaks inside a paragraph of TBAQ are made spaces, so that the pipeline sees whole
sentences; nothing else is changed. The dateline's own date is not scored.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from quality.score import Score, shared
from variorum.backends.parser import SpacyParser
from variorum.extract.moments import moments
from variorum.records import Account, Published, Region
from variorum.segment import annotate

PEER_BASIS = "TempEval-3's own test articles, another part"
_TAG = re.compile(r"(<[^>]*>)")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TOKEN = re.compile(r'<token number="\d+" sentence="(\d+)" t_id="(\d+)">(.*?)</token>')
_TIMEX = re.compile(r"<TIMEX3([^>]*?)(?:/>|>(.*?)</TIMEX3>)", re.DOTALL)
_CLOSING = frozenset(".,;:!?)]%")
ANNOTATED = 6
"""Sentences of a MEANTIME article that carry annotation, the title among them."""


class Timex(Struct, frozen=True):
    """A time expression: where it stands and its TIMEX3 value."""

    start: int
    end: int
    value: str


class Article(Struct, frozen=True):
    """A text with its date, what people marked in it, and where marking ends."""

    text: str
    published: str
    gold: tuple[Timex, ...]
    end: int
    dateline: Timex | None = None


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
            rows = [measured(article, parser) for article in read(root)]
            made += [_score(name, kind, rows) for kind in SAME]
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


def tbaq(root: Path) -> Iterator[Article]:
    for path in sorted([*root.glob("TimeBank/*.tml"), *root.glob("AQUAINT/*.tml")]):
        yield timeml(path.read_text(encoding="utf-8", errors="replace"))


def timeml(source: str) -> Article:
    """Read the text of a TimeML document; offsets count from its beginning, entities resolved."""
    created = _first(r'<DCT>.*?value="([^"]*)"', source)
    text, gold, opened = "", [], None
    for part in _TAG.split(_first(r"<TEXT>(.*?)</TEXT>", source)):
        if part.startswith("<TIMEX3"):
            opened = (len(text), dict(_ATTRIBUTE.findall(part)).get("value", ""))
        elif part == "</TIMEX3>" and opened is not None:
            gold.append(Timex(opened[0], len(text), opened[1]))
        elif not part.startswith("<"):
            text += html.unescape(part)
    text = re.sub(r"(?<!\n)\n(?![\n ])", " ", text)
    return Article(text, created[:10], tuple(gold), len(text))


def _first(pattern: str, source: str) -> str:
    found = re.search(pattern, source, re.DOTALL)
    return found[1] if found else ""


def meantime(root: Path) -> Iterator[Article]:
    for path in sorted(root.glob("intra_cross-doc_annotation/*/*.xml")):
        yield cat(path.read_text(encoding="utf-8"))


def cat(source: str) -> Article:
    """Read a CAT document: its tokens set as text, a line a sentence."""
    places, text, end, line = dict[str, tuple[int, int]](), "", 0, 0
    for sentence, token, printed in _TOKEN.findall(source):
        word = html.unescape(printed)
        glue = "\n" if int(sentence) != line else "" if word[0] in _CLOSING or not text else " "
        line, text = int(sentence), text + glue + word
        places[token] = (len(text) - len(word), len(text))
        end = len(text) if line < ANNOTATED else end
    dateline, gold = Timex(0, 0, ""), []
    for fields, inside in _TIMEX.findall(source):
        named = dict(_ATTRIBUTE.findall(fields))
        tokens = re.findall(r't_id="(\d+)"', inside)
        if not tokens:
            continue
        timex = Timex(places[tokens[0]][0], places[tokens[-1]][1], named["value"])
        if named.get("functionInDocument") == "CREATION_TIME":
            dateline = timex
        else:
            gold.append(timex)
    gold.sort(key=lambda timex: timex.start)
    return Article(text, dateline.value, tuple(gold), end, dateline)


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
        if moment.place.end <= article.end
    ]
    line = article.dateline
    return Row(article.gold, tuple(one for one in found if not (line and _overlap(line, one))))


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
