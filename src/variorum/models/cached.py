"""Vectors by text: an encoder that is asked once for each text, whoever needs its vector.

Enters: an encoder. Leaves: an encoder. Steps ask for the vectors they need, when they need them;
what no step asks for is never encoded, and an event of one account loads no weights.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from variorum.seams import Encoder


class CachedEncoder:
    """Encodes each text once, without the marks at its ends, to the precision of 16-bit floats.

    Most passages are whole sentences but for a full stop or a quotation mark, and copies of one
    story have the same sentences: all of them share a vector.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, np.ndarray] = {}

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the encoder that is asked."""
        return self._encoder.fingerprint

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        """Return float32 unit vectors, one row a text, in the order given."""
        cores = [_core(sentence) for sentence in sentences]
        new = sorted(set(cores) - self._known.keys())
        if new:
            halves = self._encoder.encode(new).astype(np.float16)
            self._known.update(zip(new, halves, strict=True))
        if not cores:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([self._known[core] for core in cores]).astype(np.float32)


def _core(text: str) -> str:
    """Leave out what is neither letter nor digit at both ends."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]
