"""Linking: names under two spellings, and accounts grouped by event.

Rows: all of `name_bench` dev; every n-th of `netransliteration` 16, 200 a script, all pairs of
them compared; the first 300 articles by date, in whole incidents, of each half of `gva_accounts`
dev (incidents with an even and an odd number); all of `ecbplus` 1 to 35, in halves by topic, and
topic by topic. Each half is scored with weights trained on the other (`event_folds.json`).
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import cast

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform

from quality.event_data import Told, dossiers, ecb, gva, join
from quality.score import Score, shared
from variorum.languages.registry import name_parts
from variorum.link.events.blocking import candidate_pairs
from variorum.link.events.chains import chain_members, chained
from variorum.link.events.features import features
from variorum.link.events.model import grouped, likelihoods
from variorum.link.events.profiles import profiles
from variorum.link.events.weights import WEIGHTS
from variorum.link.names.same_name import same_name, sound_likeness
from variorum.link.names.transliteration import romanise
from variorum.models.parser import SpacyParser
from variorum.records import Dossier
from variorum.vocabulary import NameKind

FOLDS = Path(__file__).with_name("event_folds.json")
ARTICLES = 300
NAMES = 200
PRECISION = 0.95
_WORD = re.compile(r"[a-z0-9]+")


def scores() -> list[Score]:
    return [*_name_bench(), *_transliteration(), *_events()]


# --- names -----------------------------------------------------------------------------------


def _name_bench() -> Iterator[Score]:
    path = shared("data/name_bench/cases.dev.csv")
    if path is None:
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    same = [row["is_match"] == "true" for row in rows]
    english = name_parts([None])
    said = [
        same_name(english, row["name1"], row["name2"], _kind(row["schema"])).same for row in rows
    ]
    yield Score(
        key="linking.names.name_bench.f1",
        value=_f1(said, same),
        rows=len(rows),
        peer="nomenklatura logic_v2",
        peer_value=79.0,
        peer_basis="published, all rows of the set (Levenshtein 66.4)",
    )


def _kind(schema: str) -> NameKind:
    return "person" if schema == "Person" else "organisation"


def _f1(said: Sequence[bool], same: Sequence[bool]) -> float:
    both = sum(one and two for one, two in zip(said, same, strict=True))
    return 200 * both / max(1, sum(said) + sum(same))


def _transliteration() -> Iterator[Score]:
    for script in ("arabic", "hebrew", "russian"):
        path = shared(f"data/netransliteration/wd_{script}_16")
        if path is None:
            return
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t")[:2] for line in lines[:: len(lines) // NAMES][:NAMES]]
        pairs = [(latin, other.replace(" ", "")) for latin, other in rows]
        yield Score(
            key=f"linking.names.transliteration.{script}.recall_at_95",
            value=_recall(pairs, sound_likeness),
            rows=len(pairs),
            peer="Levenshtein on the same Latin letters",
            peer_value=_recall(pairs, Levenshtein.normalized_similarity),
            peer_basis="same rows",
        )


def _recall(pairs: Sequence[tuple[str, str]], likeness: Callable[[str, str], float]) -> float:
    """Return the recall of all same names, of all pairs, where precision is `PRECISION`."""
    plain = [(romanise(latin), romanise(other)) for latin, other in pairs]
    judged = [
        (likeness(one[0], two[1]), left[0] == right[0] or left[1] == right[1])
        for one, left in zip(plain, pairs, strict=True)
        for two, right in zip(plain, pairs, strict=True)
    ]
    levels: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, same in judged:
        levels[score][same] += 1
    found = all_found = best = 0
    for level in sorted(levels, reverse=True):
        found += levels[level][1]
        all_found += sum(levels[level])
        best = found if found >= PRECISION * all_found else best
    return 100 * best / max(1, sum(same for _, same in judged))


# --- events ----------------------------------------------------------------------------------


def _events() -> Iterator[Score]:
    parser = SpacyParser()
    reports = [_first(gva(), half) for half in (0, 1)]
    if reports[0]:
        parts = [(told, dossiers(told, parser), None) for told in reports]
        yield _score("gva.unseen", parts, 0.75)
    documents = ecb()
    if documents:
        both = list(zip(documents, dossiers(documents, parser), strict=True))
        halves = [[pair for pair in both if pair[0].topic % 2 == half] for half in (0, 1)]
        yield _score("ecb.held_out", [(*_unzip(h), 1 - i) for i, h in enumerate(halves)], 0.8)
        topics = [
            [p for p in both if p[0].topic == t] for t in sorted({o.topic for o in documents})
        ]
        yield _score(
            "ecb_topics.held_out", [(*_unzip(t), 1 - t[0][0].topic % 2) for t in topics], 0.8
        )


def _unzip(both: list[tuple[Told, Dossier]]) -> tuple[list[Told], list[Dossier]]:
    return [told for told, _ in both], [dossier for _, dossier in both]


def _first(told: Sequence[Told], half: int) -> list[Told]:
    """Return the first `ARTICLES` articles by date of a half, with all of their incidents'."""
    mine = [one for one in told if one.topic % 2 == half]
    ordered = sorted(mine, key=lambda one: (one.account.published.earliest or "", one.account.id))
    chosen = {one.event for one in ordered[:ARTICLES]}
    return [one for one in ordered if one.event in chosen]


Part = tuple[list[Told], list[Dossier], int | None]
"""Accounts, their dossiers, and the half of ECB+ on which the weights to use were trained."""


def _score(name: str, parts: Sequence[Part], cut: float) -> Score:
    ours = [bcubed(_grouping(made, half), [o.event for o in told]) for told, made, half in parts]
    peers = [bcubed(_tfidf(told, cut), [o.event for o in told]) for told, _, _ in parts]
    return Score(
        key=f"linking.events.{name}.bcubed_f1",
        value=100 * float(np.mean(ours)),
        rows=sum(len(told) for told, _, _ in parts),
        peer=f"TF-IDF, average link cut at {cut}",
        peer_value=100 * float(np.mean(peers)),
        peer_basis="same rows",
    )


def _grouping(made: Sequence[Dossier], half: int | None) -> list[int]:
    weights = WEIGHTS if half is None else json.loads(FOLDS.read_text(encoding="utf-8"))[half]
    told = profiles(made)
    pairs = candidate_pairs(told, join)
    seen = features(told, pairs)
    labels = [0] * len(told)
    likely = likelihoods(seen, weights=weights)
    for number, chain in enumerate(chained(grouped(len(told), pairs, likely), told)):
        for index in chain_members(chain):
            labels[index] = number
    return labels


def _tfidf(told: Sequence[Told], cut: float) -> list[int]:
    counts = [Counter(_WORD.findall(one.account.text.lower())) for one in told]
    frequency = Counter(word for row in counts for word in row)
    number = {word: index for index, word in enumerate(sorted(frequency))}
    entries = [
        (row, number[word], (1 + log(n)) * log(1 + len(told) / frequency[word]))
        for row, words in enumerate(counts)
        for word, n in words.items()
    ]
    rows, columns, values = zip(*entries, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(told), len(number))).toarray()
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    distance = np.clip(1 - matrix @ matrix.T, 0, 1)
    np.fill_diagonal(distance, 0)
    joined = linkage(squareform(distance, checks=False), "average")
    return cast("list[int]", fcluster(joined, cut, "distance").tolist())


def bcubed(found: Sequence[object], gold: Sequence[object]) -> float:
    """Return the B-cubed F1 of a grouping (Bagga and Baldwin 1998), 0 to 1."""
    ours, theirs = Counter(found), Counter(gold)
    both = Counter(zip(found, gold, strict=True))
    precision = sum(n * n / ours[one] for (one, _), n in both.items()) / len(gold)
    recall = sum(n * n / theirs[two] for (_, two), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)
