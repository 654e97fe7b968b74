"""Snippets: of two texts the words that differ, with a few beside them; of several, those in common.

Enters: texts. Leaves: words as printed, on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from variorum.folding import fold

BESIDE = 2
"""Words shown on either side of what differs."""
LONGEST_SNIPPET = 14
"""Words of one that is shown; a longer one is cut."""
_EDGES = " .,;:!?“”‘’\"'…–—-()[]"


def differing_words(one: str, other: str) -> tuple[str, str]:
    """Return of either text what the other has not, with words beside it; case and marks are none."""
    left, right = one.split(), other.split()
    found = SequenceMatcher(None, _keys(left), _keys(right), autojunk=False).get_opcodes()
    changed = [code for code in found if code[0] != "equal"]
    return (
        _around(left, [(code[1], code[2]) for code in changed]),
        _around(right, [(code[3], code[4]) for code in changed]),
    )


def common_words(texts: Sequence[str]) -> str:
    """Return the longest run of words that all texts have, as the first prints it; "" for none."""
    first = texts[0].split()
    keys = _keys(first)
    start, stop = 0, len(first)
    for text in texts[1:]:
        other = _keys(text.split())
        matcher = SequenceMatcher(None, keys[start:stop], other, autojunk=False)
        block = matcher.find_longest_match()
        start, stop = start + block.a, start + block.a + block.size
    return shortened_words(" ".join(first[start:stop]))


def shortened_words(text: str) -> str:
    """Return words without marks at their ends, the last of too many left out."""
    words = text.split()
    cut = len(words) > LONGEST_SNIPPET
    plain = " ".join(words[:LONGEST_SNIPPET]).strip(_EDGES)
    return f"{plain} …" if cut else plain


def _keys(words: Sequence[str]) -> list[str]:
    return [re.sub(r"[^\w%$£€]+", "", fold(word).casefold()) for word in words]


def _around(words: Sequence[str], spans: Sequence[tuple[int, int]]) -> str:
    """Return stretches with the words beside them, those that touch as one, "…" where words are left out."""
    shown = sorted({at for a, b in spans for at in range(max(0, a - BESIDE), b + BESIDE)})
    told = ""
    for number, at in enumerate(shown):
        if at < len(words):
            gap = number and shown[number - 1] != at - 1
            told += f" … {words[at]}" if gap else f" {words[at]}"
    plain = shortened_words(told)
    before = "… " if plain and shown[0] else ""
    after = " …" if plain and shown[-1] + 1 < len(words) and not plain.endswith("…") else ""
    return f"{before}{plain}{after}"
