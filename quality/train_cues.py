"""Counts behind the verb tables: how often a verb in a frame is a cue, in PolNeAR's train part.

Enters: `polnear/train` of the labelled data. Leaves: lines of frame, lemma, cues, occurrences.

    python -m quality.train_cues 100     the first hundred articles

Verbs inside an annotated content are left out unless they are cues themselves, since nested
attributions are not annotated. The tables of `languages.en.reporting` were written with these
counts at hand; they are frequencies, no text is kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from quality.quotations_gold import annotated, articles, words
from quality.score import shared
from variorum.extract.quotations.frames import frame
from variorum.models.parser import SpacyParser
from variorum.segment import annotate
from variorum.segment.tree import tree

Counts = Counter[tuple[str, str]]


def counts(folder: Path, number: int) -> tuple[Counts, Counts]:
    """Return how often each (frame, lemma) occurs, and how often it is a cue."""
    parser = SpacyParser()
    seen: Counts = Counter()
    cues: Counts = Counter()
    for account, annotators in islice(articles(folder), number):
        gold = list(annotated(account.text, annotators[0]))
        cue_words = frozenset(word for one in gold for word in one.cue)
        content = frozenset(word for one in gold for word in one.content)
        parsed = tree(annotate(account, parser))
        for index, token in enumerate(parsed.tokens):
            own = words(account.text, [(token.start, token.end)])
            if token.word_class != "verb" or (own & content and not own & cue_words):
                continue
            key = (frame(parsed, index).name, token.lemma.lower())
            seen[key] += 1
            cues[key] += bool(own & cue_words)
    return seen, cues


if __name__ == "__main__":
    train = shared("data/polnear/train")
    if train is not None:
        seen, cues = counts(train, int(sys.argv[1]))
        for (name, lemma), number in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
            print(name, lemma, cues[name, lemma], number, sep="\t")
