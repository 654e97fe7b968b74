"""The sentence encoder: all-MiniLM-L6-v2 in 8-bit integers, through ONNX Runtime.

Enters: sentences. Leaves: unit vectors of 384 dimensions. Trained on English: vectors bring
statements together, they do not judge them (agreeing and contradicting pairs look alike).

The weights are our own export of the published ones (`quality.export_encoder`, decision 0009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from variorum.models.weights import verified

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL: Final = "e7120844a7ce196e03b0030a7ee82c7b9ec50cb294505a8d7b15110c3c4460f1"
TOKENIZER: Final = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSIONS: Final = 384
LONGEST: Final = 128
"""Word pieces of a sentence that are read; the rest is cut off."""
BATCH: Final = 32
_DATA = Path(__file__).parent / "data" / "minilm"


class MiniLmEncoder:
    """Mean-pooled MiniLM vectors; a sentence's vector does not depend on its neighbours, bit for bit.

    A batch has sentences of one length, so nothing is padded, and each row is rounded by itself.
    """

    fingerprint = f"all-MiniLM-L6-v2-int8-{MODEL[:8]}"

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        """Return float32 unit vectors, shape (len(sentences), 384), in the order given."""
        vectors = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        pieces = [encoded.ids for encoded in self._tokenizer.encode_batch(list(sentences))]
        for rows in _batches([len(ids) for ids in pieces]):
            vectors[rows] = self._vectors([pieces[row] for row in rows])
        return vectors

    def _vectors(self, pieces: list[list[int]]) -> np.ndarray:
        (hidden,) = self._session.run(None, {"input_ids": np.array(pieces, dtype=np.int64)})
        pooled = np.asarray(hidden).mean(axis=1)
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True))

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(verified(_DATA / "tokenizer.json", TOKENIZER)))
        tokenizer.enable_truncation(LONGEST)
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # workers are processes; more threads change the sums
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # an arena keeps the largest batch for ever
        path = verified(_DATA / "model.onnx", MODEL)
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the rows of each batch: at most `BATCH` of one length, the shortest first."""
    by_length: dict[int, list[int]] = {}
    for row, length in enumerate(lengths):
        by_length.setdefault(length, []).append(row)
    for _, rows in sorted(by_length.items()):
        yield from (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
