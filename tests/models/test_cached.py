"""Vectors by text: asked for when they are needed, and of each text once."""

from collections.abc import Sequence

import numpy as np
import pytest

from variorum.models.cached import CachedEncoder


class Counting:
    """An encoder that notes what it is asked; a text's vector is its length and its first letter."""

    fingerprint = "counting-1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        self.asked += sentences
        return np.array([[len(s) / 3, ord(s[:1] or " ")] for s in sentences], dtype=np.float32)


def test_a_text_asked_for_twice_is_encoded_once() -> None:
    counting = Counting()
    encoder = CachedEncoder(counting)
    first = encoder.encode(["The ferry sank", "Nobody drowned", "The ferry sank"])
    again = encoder.encode(["Nobody drowned"])
    assert counting.asked == ["Nobody drowned", "The ferry sank"]
    assert (first[0] == first[2]).all()
    assert (again[0] == first[1]).all()


def test_of_too_many_texts_those_asked_for_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.models.cached.MOST_TEXTS", 2)
    counting = Counting()
    encoder = CachedEncoder(counting)
    for text in ("one", "two", "one", "three", "one", "two"):
        encoder.encode([text])
    assert counting.asked == ["one", "two", "three", "two"]


def test_more_texts_at_once_than_are_kept_have_their_vectors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("variorum.models.cached.MOST_TEXTS", 1)
    assert len(CachedEncoder(Counting()).encode(["one", "two", "three"])) == 3


def test_marks_at_the_ends_of_a_text_do_not_count() -> None:
    counting = Counting()
    CachedEncoder(counting).encode(["“The ferry sank.”", "The ferry sank", "The ferry sank?"])
    assert counting.asked == ["The ferry sank"]


def test_vectors_have_the_precision_of_16_bit_floats() -> None:
    (row,) = CachedEncoder(Counting()).encode(["F"])
    assert row.dtype == np.float32
    assert row[0] == np.float32(np.float16(1 / 3))


def test_of_no_texts_there_are_no_vectors_and_nobody_is_asked() -> None:
    counting = Counting()
    assert len(CachedEncoder(counting).encode([])) == 0
    assert counting.asked == []


def test_the_fingerprint_is_that_of_the_encoder_that_is_asked() -> None:
    assert CachedEncoder(Counting()).fingerprint == "counting-1"
