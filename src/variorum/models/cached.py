"""Vectors by text: an encoder that is asked once for each text, whoever needs its vector.

Enters: an encoder. Leaves: an encoder. Steps ask for the vectors they need, when they need them;
what no step asks for is never encoded, and an event of one account loads no weights. A process that
compares an event again, since one more account tells of it, has the vectors of the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from threading import Lock

import numpy as np

from variorum.seams import Encoder

MOST_TEXTS = 50_000
"""Texts whose vectors are kept, those asked for last: some 50 MB."""


class CachedEncoder:
    """Encodes each text once, without the marks at its ends, to the precision of 16-bit floats.

    Most passages are whole sentences but for a full stop or a quotation mark, and copies of one
    story have the same sentences: all of them share a vector. Several threads may ask at once.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, np.ndarray] = {}
        self._lock = Lock()

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the encoder that is asked."""
        return self._encoder.fingerprint

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        """Return float32 unit vectors, one row a text, in the order given."""
        cores = [_core(sentence) for sentence in sentences]
        if not cores:
            return np.zeros((0, 0), dtype=np.float32)
        with self._lock:
            found = {core: self._known[core] for core in cores if core in self._known}
        new = sorted(set(cores) - found.keys())
        if new:
            halves = self._encoder.encode(new).astype(np.float16)
            found.update(zip(new, map(np.copy, halves), strict=True))  # no row holds its batch
        with self._lock:
            self._keep(found)
        return np.stack([found[core] for core in cores]).astype(np.float32)

    def _keep(self, latest: Mapping[str, np.ndarray]) -> None:
        """Keep vectors behind all others, and let the first of too many go."""
        for core in latest:
            self._known.pop(core, None)
        self._known |= latest
        for oldest in list(islice(self._known, max(0, len(self._known) - MOST_TEXTS))):
            del self._known[oldest]


def _core(text: str) -> str:
    """Leave out what is neither letter nor digit at both ends."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]
