"""Question weights: log-odds of one question for each feature of `features`.

Enters: nothing. Leaves: the table. Written by `quality/train_questions.py`, trained on labelled
pairs of sixteen real stories: numbers only; no text of theirs is kept.
"""

from __future__ import annotations

QUESTION_WEIGHTS = {
    "bias": -4.167,
    "vectors of passage": 0.1353,
    "vectors of sentence": 1.8694,
    "vectors of context": 1.6011,
    "passage and sentence, least": -0.9546,
    "passage and sentence, most": 0.6516,
    "words of passage": 0.0962,
    "words of sentence": 1.464,
    "words of context": 1.7728,
    "words of passage had": 0.3296,
    "words of sentence had": 0.8058,
    "words of context had": 0.2791,
    "names shared in passage": -0.1812,
    "names shared in sentence": -0.0872,
    "names shared in context": 0.0728,
    "names lacking in passage, fewer": -0.0513,
    "names lacking in sentence, fewer": 0.0813,
    "names lacking in context, fewer": -0.0259,
    "names lacking in passage, more": -0.0019,
    "names lacking in sentence, more": 0.0051,
    "names lacking in context, more": -0.015,
    "shared words": -0.1092,
    "fewer words": 0.4912,
    "more words": 0.381,
    "both have figures": -0.0392,
    "one has figures": -0.1323,
    "one number": 0.4387,
    "count of one thing": 0.0787,
    "both have moments": 0.4885,
    "one has moments": 0.0742,
    "one moment": 0.1757,
    "one predicate": 0.4621,
    "one negated": -0.3265,
    "one modal": -0.3477,
    "both quoted": 0.3006,
    "one quoted": 0.2355,
    "one speaker": 0.3633,
    "two speakers": -0.0419,
    "better partners, fewer": -0.299,
    "better partners, more": -0.3844,
    "before the next, least": 0.986,
    "before the next, most": 1.4353,
    "first place": -0.5998,
    "places apart": -1.0043,
}
