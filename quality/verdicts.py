"""Verdicts: how often each rule of judging is right, on the labelled rows of three sets.

Enters: the rows of `summedits`, `paraphrase` and `propositions`. Leaves: a count for each rule. It
is no scorer of its own: `python -m quality.verdicts` prints the table that
`variorum.judge.precision` keeps, and says where the two differ.

What "right" means follows from what a rule claims. A rule that tells a difference is right where
the sentence was changed (SummEdits), one that tells sameness where people found a paraphrase
(MRPC), one that finds all of a statement in a longer one where people found it there, and one that
finds it nowhere where they did not (PropSegmEnt).
"""

from __future__ import annotations

from collections.abc import Iterator

from quality import paraphrase, propositions, summedits
from quality.textual import says_same
from variorum.judge.precision import MEASURED, Measured
from variorum.records import Verdict

EVERY = 4
"""Of MRPC every fourth pair is counted, of the other sets every row."""


def judged() -> Iterator[tuple[str, str, bool]]:
    """Yield (rule, set, was it right) for each verdict whose claim the sets can tell of."""
    yield from _changes()
    yield from _paraphrases()
    yield from _propositions()


def _changes() -> Iterator[tuple[str, str, bool]]:
    for kind in summedits.KINDS:
        for row in summedits.rows(kind):
            for rule in sorted({verdict.rule for verdict in row.tells}):
                yield rule, "SummEdits", row.changed


def _paraphrases() -> Iterator[tuple[str, str, bool]]:
    for row in paraphrase.rows(EVERY):
        for verdict in row.found.verdicts:
            if (says_same(verdict) and verdict.kind != "attribution differs") or _alike(verdict):
                yield verdict.rule, "MRPC", row.same


def _propositions() -> Iterator[tuple[str, str, bool]]:
    for row in propositions.rows():
        for verdict in row.found.about(propositions.PART):
            if propositions.longer(verdict):
                yield verdict.rule, "PropSegmEnt", row.had
            elif verdict.rule == "only_here" and verdict.left.account == propositions.PART:
                yield verdict.rule, "PropSegmEnt", not row.had


def _alike(verdict: Verdict) -> bool:
    return verdict.rule == "other_wording"


def measured() -> dict[str, Measured]:
    """Return how often each rule was right, by its name."""
    found: dict[str, Measured] = {}
    for rule, source, right in judged():
        before = found.get(rule, Measured(0, 0, source))
        found[rule] = Measured(before.right + right, before.of + 1, source)
    return dict(sorted(found.items()))


def main() -> None:
    """Print each rule's count, and the kept one where it is another."""
    for rule, one in measured().items():
        kept = MEASURED.get(rule)
        note = "" if kept == one else f"   kept: {kept}"
        print(f'    "{rule}": Measured({one.right}, {one.of}, "{one.source}"),{note}')


if __name__ == "__main__":
    main()
