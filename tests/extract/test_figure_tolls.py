"""What peers are asked for, on invented accounts."""

import re
from decimal import Decimal

import pytest

from quality import figures_peers
from quality.figures_answers import Answer
from quality.figures_differ_peers import peers, plain


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A raid killed 12 people. Among them were nine civilians, medics said.", "9"),
        ("A raid killed at least 1,200 on Monday.", "1200"),
        ("Dozens were buried in 2016.", None),
    ],
)
def test_the_plain_expression_takes_the_number_next_to_a_word_of_casualties(
    text: str, number: str | None
) -> None:
    found = plain(text)
    assert (found.value if found else None) == number


def test_a_peer_is_asked_for_people_in_the_first_sentence_on_dead_civilians(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(sentence: str) -> tuple[Answer, ...]:
        return tuple(Answer(Decimal(n), Decimal(n)) for n in re.findall(r"\d+", sentence))

    monkeypatch.setattr(figures_peers, "peers", lambda: {"digits": read})
    found = peers()["digits"]("In 2016, 40 people died. On Monday 7 civilians were killed.")
    assert found is not None
    assert found.value == "7"
