"""Time expressions that people marked: TimeML and CAT documents as texts with TIMEX3 values.

Enters: the files of `tempeval3/TBAQ-cleaned` and `meantime_en`. Leaves: `Article`s.

Line breaks inside a paragraph of TBAQ are made spaces, so that the pipeline sees whole sentences;
nothing else is changed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

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
