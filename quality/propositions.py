"""Propositions: does one account have what a part of another account's sentence says?

Enters: `shared/data/propsegment` dev (Chen and others 2023): propositions, as words of a sentence,
each held against another document on the same matter. Leaves: `Score`s: of the propositions that
people found in the document, the share that meets it; of those said to be the same, the share that
people found there; of those said to be only here, the share that they did not; balanced accuracy
of "the document has it".

Document and proposition are collated as two accounts. The document has it where the ledger says the
same and leaves no part of it alone. Peer, on the same rows: the cosine of sentence vectors, its
threshold set on other documents.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from quality.score import Score, shared
from quality.text_pairs import Pair, Row, balanced, rows, score, shares
from quality.text_pairs_peers import beside, vectors

GOLD = {
    "RELATIONSHIP_ENTAILS": "same",
    "RELATIONSHIP_CONTRADICTS": "changed",
    "RELATIONSHIP_NEITHER_ENTAILS_NOR_CONTRADICTS": "apart",
}
"""What people said most often; rows that they could not read are left out."""


@cache
def found() -> tuple[Row, ...]:
    """Return every row with what the ledger says of it."""
    folder = shared("data/propsegment")
    return () if folder is None else rows("propsegment", pairs(folder))


def pairs(folder: Path) -> Iterator[Pair]:
    """Yield every proposition against its document, named by the cluster of both."""
    sentences = _sentences(folder)
    documents = {
        key: "\n".join(s["sentence_text"] for s in said) for key, said in sentences.items()
    }
    for case in json.loads((folder / "relationships.dev.json").read_text(encoding="utf-8")):
        gold = GOLD.get(_commonest(case))
        if gold is not None:
            words = _words(case["hypothesis_proposition"], sentences)
            yield Pair(case["cluster_id"], documents[case["premise_document_id"]], words, gold)


def _sentences(folder: Path) -> dict[str, list[dict[str, Any]]]:
    clusters = json.loads((folder / "document_clusters.dev.json").read_text(encoding="utf-8"))
    return {
        document["document_id"]: document["sentences"]
        for cluster in clusters
        for document in cluster["documents"]
    }


def _words(proposition: dict[str, Any], sentences: dict[str, list[dict[str, Any]]]) -> str:
    """Return a proposition's words in their order, with space where the sentence has any."""
    said = sentences[proposition["document_id"]][proposition["sentence_index"]]
    tokens = [said["tokens"][i] for i in sorted(proposition["proposition"]["token_indices"])]
    text, end = "", -1
    for token in tokens:
        start = token["character_offset_of_token_in_sentence"]
        text += ("" if start == end or not text else " ") + token["text"]
        end = start + len(token["text"])
    return text


def _commonest(case: dict[str, Any]) -> str:
    answers = Counter(answer["relationship"] for answer in case["relationship_responses"])
    return str(answers.most_common(1)[0][0])


def had(row: Row) -> bool:
    return row.gold == "same"


def has(row: Row) -> bool:
    return row.answer == "same" and not row.only_here


def scores() -> list[Score]:
    if not found():
        return []
    ours = score("propositions.propsegment.has.balanced", found(), balanced(had, has))
    return [
        *shares("propositions.propsegment.met", found(), had, lambda row: row.met),
        *shares("propositions.propsegment.same.right", found(), has, had),
        *shares(
            "propositions.propsegment.only_here.right",
            found(),
            lambda row: row.only_here,
            lambda row: not had(row),
        ),
        beside(ours, found(), [had(row) for row in found()], vectors),
    ]
