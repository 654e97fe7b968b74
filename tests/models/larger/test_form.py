"""What a model is told, to the letter: answers are kept under the version of these words."""

from __future__ import annotations

from hashlib import blake2b

import variorum.seams
from variorum.models.larger.form import INSTRUCTIONS, PROMPT_VERSION

VERSIONS = {"2": "1b3d3de71e57fa3f", "3": "e7907be66cb7c005"}
"""The instructions of each version by their hash: changed words need a new version, and a new line here."""


def test_the_instructions_ask_for_an_answer_and_name_nothing_of_the_code() -> None:
    assert '\nAnswer with JSON only: {"answers":' in INSTRUCTIONS
    assert not [name for name in vars(variorum.seams) if "Pair" in name and name in INSTRUCTIONS]


def test_other_instructions_are_of_another_version() -> None:
    assert VERSIONS[PROMPT_VERSION] == blake2b(INSTRUCTIONS.encode(), digest_size=8).hexdigest()
