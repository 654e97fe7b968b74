"""SummEdits: does a sentence still say what the text says, after small edits?

Enters: `shared/data/summedits` (Laban and others 2023): all rows, of nine texts of news and of
twenty others. Leaves: `Score`s: balanced accuracy of "the sentence was changed", on all, on news and on
the others; of the sentences said to differ, the share that was changed; of those said to say the
same, the share that does.

Text and sentence are collated as two accounts. A sentence is called changed where the ledger says
that it differs, or that one of its names or numbers is nowhere else. Peer, on the same rows: the
cosine of sentence vectors, its threshold set on other texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache

from quality.score import Score, shared
from quality.text_pairs import Pair, Row, balanced, rows, score, shares
from quality.text_pairs_peers import beside, vectors

FILES = (
    *("news.dev", "news.more", "ectsum.dev", "podcast.dev", "qmsumm.dev", "samsum.dev"),
    "scitldr.dev",
)
NEWS = "news"
UNSEEN = "news.more"
"""Texts that no rule was read off."""


@cache
def found() -> tuple[Row, ...]:
    """Return every row with what the ledger says of it."""
    return rows("summedits", pairs())


def pairs() -> Iterator[Pair]:
    """Yield every row; a text is named by its file and its first characters."""
    for name in FILES:
        path = shared(f"data/summedits/summedits_{name}.json")
        for case in json.loads(path.read_text(encoding="utf-8")) if path else ():
            text = f"{name} {case['doc'][:80]}"
            yield Pair(text, case["doc"], case["summary"], "same" if case["label"] else "changed")


def is_news(row: Row) -> bool:
    return row.pair.text.startswith(NEWS)


def was_changed(row: Row) -> bool:
    return row.gold == "changed"


def differs(row: Row) -> bool:
    return row.answer == "differs" or any(one.rule == "own_detail" for one in row.told)


def same(row: Row) -> bool:
    return row.answer == "same" and not differs(row)


def scores() -> list[Score]:
    if not found():
        return []
    news = [row for row in found() if is_news(row)]
    others = [row for row in found() if not is_news(row)]
    return [
        _balanced("all", found()),
        _balanced("news", news),
        _balanced("others", others),
        *shares("summedits.differs.right", found(), differs, was_changed),
        *shares("summedits.same.right", found(), same, lambda row: not was_changed(row)),
    ]


def _balanced(name: str, chosen: Sequence[Row]) -> Score:
    ours = score(f"summedits.{name}.balanced", chosen, balanced(was_changed, differs))
    return beside(ours, chosen, [not was_changed(row) for row in chosen], vectors)
