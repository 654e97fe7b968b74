"""The encoder that ships: vectors of single sentences, whatever else is encoded with them."""

import numpy as np
import pytest

from variorum.models.encoder import BATCH, MiniLmEncoder

pytestmark = pytest.mark.model

SENTENCES = [
    "The ferry ran aground at dawn.",
    "At dawn the ferry struck a sandbank.",
    "Shares of the brewery rose after a calm quarter.",
    "Nobody drowned.",
    "",
    "word " * 400,
]


def test_a_vector_does_not_depend_on_its_neighbours_to_the_last_bit(encoder: MiniLmEncoder) -> None:
    alone = np.concatenate([encoder.encode([sentence]) for sentence in SENTENCES])
    many = SENTENCES * (BATCH + 1)
    assert (encoder.encode(SENTENCES) == alone).all()
    assert (encoder.encode(many[::-1])[::-1][: len(SENTENCES)] == alone).all()


def test_vectors_are_unit_rows_in_the_order_of_the_sentences(encoder: MiniLmEncoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (len(SENTENCES), 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)
    assert (encoder.encode(SENTENCES[:1])[0] == vectors[0]).all()


def test_what_says_the_same_in_other_words_is_nearer(encoder: MiniLmEncoder) -> None:
    ferry, bank, shares, *_ = encoder.encode(SENTENCES)
    assert ferry @ bank > 0.5
    assert ferry @ shares < 0.2
