"""Left out: the program as it would be had a story taught it nothing.

`python -m quality.left_out STORY ACCOUNTS -o LEDGER` collates with the weights of the question model
that were trained on the other stories (`quality/question_folds.json`), in this process alone.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from variorum.align.weights import QUESTION_WEIGHTS
from variorum.serve.cli import main

FOLDS = Path(__file__).with_name("question_folds.json")


def leave_out(story: str) -> None:
    """Put the weights in place that a story had no part in; a story that taught nothing changes none."""
    QUESTION_WEIGHTS.update(json.loads(FOLDS.read_text("utf-8")).get(story, {}))


if __name__ == "__main__":
    story, *arguments = sys.argv[1:]
    leave_out(story)
    sys.argv = ["variorum", "collate", *arguments, "--workers", "1"]
    main()
