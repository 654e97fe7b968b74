"""Propositions: does one account have what a part of another account's sentence says?

Enters: `shared/data/propsegment` dev (Chen and others 2023): propositions, as words of a sentence,
each held against another document on the same matter. Leaves: a `Score`: balanced accuracy of
"the other document has it".

A proposition's words are read as an account of their own. The document has it where a verdict on
each of its readings is that both say the same, or that the document says more. Peer, on the same rows: the best
threshold over the cosine of sentence vectors.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from quality.score import Score, shared
from quality.textual import Compared, balanced, compared, cuts, nearest, says_same, studied
from variorum.records import Verdict

DOCUMENT, PART = "a-document", "b-part"
ENTAILS = "RELATIONSHIP_ENTAILS"
UNREAD = "RELATIONSHIP_UNSPECIFIED"


class Row(Struct, frozen=True):
    """A proposition and another document: whether people found it there, and what the steps did."""

    had: bool
    found: Compared


@cache
def rows() -> tuple[Row, ...]:
    folder = shared("data/propsegment")
    return () if folder is None else tuple(_rows(folder))


def _rows(folder: Path) -> Iterator[Row]:
    sentences = _sentences(folder)
    documents = {
        key: studied(DOCUMENT, "\n".join(s["sentence_text"] for s in said))
        for key, said in sentences.items()
    }
    for case in json.loads((folder / "relationships.dev.json").read_text(encoding="utf-8")):
        answer = _commonest(case)
        if answer == UNREAD:
            continue
        part = studied(PART, _words(case["hypothesis_proposition"], sentences))
        yield Row(answer == ENTAILS, compared(documents[case["premise_document_id"]], part))


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


def has(found: Compared) -> bool:
    """Tell whether the document has the proposition, as far as the verdicts say."""
    verdicts = [v for v in found.about(PART) if v.rule != "own_detail"]
    return bool(verdicts) and all(says_same(v) or longer(v) for v in verdicts)


def longer(verdict: Verdict) -> bool:
    """Tell whether a verdict says that the document has what the proposition says, and more."""
    return verdict.rule in ("all_and_more", "says_more") and all(
        m.account != PART for m in verdict.marks
    )


def scores() -> list[Score]:
    found = rows()
    if not found:
        return []
    gold = [row.had for row in found]
    likeness = [nearest(row.found.right, row.found.left) for row in found]
    best = max(balanced(gold, [value >= cut for value in likeness]) for cut in cuts(likeness))
    return [
        Score(
            key="propositions.propsegment.had.balanced",
            value=round(balanced(gold, [has(row.found) for row in found]), 1),
            rows=len(found),
            peer="sentence vectors, best threshold",
            peer_value=round(best, 1),
            peer_basis="same rows",
        )
    ]


if __name__ == "__main__":
    for row in rows():
        if has(row.found) != row.had:
            sys.stdout.write(f"{'missed' if row.had else 'not there'}\n")
            for verdict in row.found.about(PART):
                sys.stdout.write(f"    {verdict.kind} ({verdict.rule}): {verdict.because}\n")
