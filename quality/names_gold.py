"""Names that people marked: MEANTIME and ECB+ as texts with named persons, bodies and places.

Enters: the files of `meantime_en` and `ecbplus`. Leaves: `Article`s: the text, a line a sentence,
every marked participant, and of them the names, each with the one it means.

Only sentences that carry annotation are scored. A marked participant is a name where it ends in
capitals: "in Athens" gives "Athens". A single word that the same collection also has in lower
case ("Investigators") is none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from msgspec import Struct

from variorum.vocabulary import NameKind

KINDS: dict[str, NameKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organisation",
    "LOC_GEO": "place",
    "LOC_FAC": "place",
}
"""Kinds of the two collections; participants of other kinds ("PRO": a product) are no names."""
ANNOTATED = 6
"""Sentences of a MEANTIME article that carry annotation, the title among them."""
NAMING = ("NAM", "PRE.NAM", "", None)
"""MEANTIME's syntactic types of names; a conjunction or an apposition is left to its parts."""
_GLUED = ("'s", "’s", "n't")
_CLOSING = frozenset(".,;:!?)]%")
_INSIDE = frozenset(("of", "and", "the", "for", "de", "al", "-", "&"))
_JOINING = frozenset((",", "and", "who", "which", "that"))


class Mark(Struct, frozen=True):
    """Characters `start` to `end` of a participant; `means` is the id of who or what it is."""

    start: int
    end: int
    kind: NameKind | None
    means: str


class Article(Struct, frozen=True):
    """A text, the stretches of it that were annotated, its marked participants and its names."""

    key: str
    text: str
    annotated: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    names: tuple[Mark, ...]


class _Word(Struct, frozen=True):
    text: str
    sentence: int
    start: int
    end: int


class _Marked(Struct, frozen=True):
    words: tuple[_Word, ...]
    kind: NameKind | None
    means: str
    naming: bool


def meantime(root: Path) -> list[Article]:
    """Return MEANTIME's articles by path."""
    paths = sorted(root.glob("intra_cross-doc_annotation/*/*.xml"))
    return _articles(paths, {path.stem: set(range(ANNOTATED)) for path in paths})


def ecb(root: Path, every: int = 1) -> list[Article]:
    """Return every n-th document of ECB+ by path, each with the sentences its curators list."""
    chosen: dict[str, set[int]] = {}
    with (root / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            stem = f"{row['Topic']}_{row['File']}"
            chosen.setdefault(stem, set()).add(int(row["Sentence Number"]))
    paths = [path for path in sorted(root.glob("ECB+/*/*.xml")) if path.stem in chosen]
    return _articles(paths[::every], chosen)


def _articles(paths: Sequence[Path], chosen: dict[str, set[int]]) -> list[Article]:
    common = frozenset(
        word.text
        for path in paths
        for word in _text(_tokens(path))[1].values()
        if word.text[:1].islower()
    )
    return [_article(path, chosen[path.stem], common) for path in paths]


@cache
def _root(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()  # noqa: S314


def _tokens(path: Path) -> list[ElementTree.Element]:
    return list(_root(path).iter("token"))


def _text(tokens: Sequence[ElementTree.Element]) -> tuple[str, dict[str, _Word]]:
    """Return tokens set as text, a line a sentence, and each token's place by its id."""
    text, line, words = "", "0", dict[str, _Word]()
    for token in tokens:
        word, sentence = token.text or "", token.get("sentence", "0")
        tight = not text or word[:1] in _CLOSING or word in _GLUED
        text += "\n" if sentence != line else "" if tight else " "
        words[token.get("t_id", "")] = _Word(word, int(sentence), len(text), len(text) + len(word))
        text, line = text + word, sentence
    return text, words


def _article(path: Path, chosen: set[int], common: frozenset[str]) -> Article:
    text, words = _text(_tokens(path))
    marked = [
        one for one in _marked(_root(path), words) if {w.sentence for w in one.words} <= chosen
    ]
    sentences: dict[int, list[_Word]] = {}
    for word in words.values():
        if word.sentence in chosen:
            sentences.setdefault(word.sentence, []).append(word)
    names = {(n.start, n.end): n for one in marked if (n := _name(one, common)) is not None}
    return Article(
        path.stem,
        text,
        tuple((line[0].start, line[-1].end) for line in sentences.values()),
        tuple(_mark(one.words, one) for one in marked),
        tuple(names[place] for place in sorted(names)),
    )


def _marked(root: ElementTree.Element, words: dict[str, _Word]) -> Iterator[_Marked]:
    """Yield the participants of a CAT document; times and actions are left out."""
    markables = root.find("Markables")
    assert markables is not None
    whose = _chains(root)
    instances = {one.get("m_id", ""): one for one in markables if one.get("ent_type")}
    for one in markables:
        anchors = [words[a.get("t_id", "")] for a in one.findall("token_anchor")]
        if not anchors or one.tag.startswith(("TIME", "ACTION", "NEG", "EVENT", "VALUE", "SIGNAL")):
            continue
        means = whose.get(one.get("m_id", ""), one.get("m_id", ""))
        instance = instances.get(means)
        label = instance.get("ent_type", "") if instance is not None else one.tag
        naming = one.tag in KINDS or one.get("syntactic_type") in NAMING
        yield _Marked(tuple(anchors), KINDS.get(label), means, naming)


def _chains(root: ElementTree.Element) -> dict[str, str]:
    """Return for each mention's id the id of what it means."""
    relations = root.find("Relations")
    chains: dict[str, str] = {}
    for relation in relations if relations is not None else ():
        target = relation.find("target")
        if relation.tag in ("REFERS_TO", "CROSS_DOC_COREF", "INTRA_DOC_COREF"):
            means = target.get("m_id", "") if target is not None else relation.get("r_id", "")
            chains |= {source.get("m_id", ""): means for source in relation.findall("source")}
    return chains


def _name(one: _Marked, common: frozenset[str]) -> Mark | None:
    """Return the capitals at the end of a participant, or ``None`` where it is no name."""
    words = [word for word in one.words if word.text not in _GLUED]
    while words and words[-1].text[-1:] in _CLOSING and len(words[-1].text) == 1:
        words.pop()
    first = len(words)
    while first and (words[first - 1].text[:1].isupper() or words[first - 1].text in _INSIDE):
        first -= 1
    while first < len(words) and not words[first].text[:1].isupper():
        first += 1
    run = words[first:]
    joined = any(word.text in _JOINING for word in words)
    if one.kind is None or not one.naming or not run or joined:
        return None
    if len(run) == 1 and run[0].text.lower() in common:
        return None
    return _mark(run, one)


def _mark(words: Sequence[_Word], one: _Marked) -> Mark:
    return Mark(words[0].start, words[-1].end, one.kind, one.means)
