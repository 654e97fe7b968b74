"""Question weights: log-odds of one question for each feature of `features`.

Enters: nothing. Leaves: the table. Written by `quality/train_questions.py`, trained on labelled
pairs of sixteen real stories: numbers only; no text of theirs is kept.
"""

from __future__ import annotations

QUESTION_WEIGHTS = {
    "bias": -4.0289,
    "vectors of passage": 0.1342,
    "vectors of sentence": 1.0031,
    "vectors of context": 1.1484,
    "passage and sentence, least": -0.5334,
    "passage and sentence, most": 0.9781,
    "words of passage": 0.0481,
    "words of sentence": 1.7963,
    "words of context": 1.921,
    "words of passage had": 0.3642,
    "words of sentence had": 0.7232,
    "words of context had": 0.2779,
    "names shared in passage": -0.2133,
    "names shared in sentence": -0.0561,
    "names shared in context": 0.0902,
    "names lacking in passage, fewer": -0.0344,
    "names lacking in sentence, fewer": 0.0521,
    "names lacking in context, fewer": -0.0213,
    "names lacking in passage, more": 0.0098,
    "names lacking in sentence, more": -0.0022,
    "names lacking in context, more": -0.0175,
    "shared words": -0.1156,
    "fewer words": 0.5026,
    "more words": 0.4269,
    "both have figures": -0.0116,
    "one has figures": -0.1085,
    "one number": 0.4131,
    "count of one thing": 0.0902,
    "both have moments": 0.4814,
    "one has moments": 0.1074,
    "one moment": 0.1418,
    "one predicate": 0.4579,
    "one negated": -0.3199,
    "one modal": -0.3872,
    "both quoted": 0.3284,
    "one quoted": 0.2205,
    "one speaker": 0.3896,
    "two speakers": -0.0917,
    "better partners, fewer": -0.3308,
    "better partners, more": -0.3838,
    "before the next, least": 0.9286,
    "before the next, most": 1.2677,
    "first place": -0.6266,
    "places apart": -0.9905,
}
