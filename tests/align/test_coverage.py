"""Coverage: how much of a passage's words other passages have."""

from variorum.align.coverage import Cover, cover, share


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def test_a_share_is_the_part_of_the_words_that_is_found() -> None:
    assert share(words("dam burst monday"), words("dam burst tuesday flood")) == 2 / 3


def test_no_words_are_had_by_nobody() -> None:
    assert share(frozenset(), words("dam")) == 0.0


def test_one_passage_that_has_all_needs_no_second() -> None:
    others = [(4, words("dam")), (7, words("dam burst monday night"))]
    assert cover(words("dam burst monday"), others) == Cover(1.0, (7,))


def test_two_passages_together_have_what_neither_has_alone() -> None:
    others = [(4, words("dam burst")), (7, words("monday rain")), (9, words("rain"))]
    assert cover(words("dam burst monday rain"), others) == Cover(1.0, (4, 7))


def test_nothing_is_had_where_nothing_stands_near() -> None:
    assert cover(words("dam burst"), []) == Cover(0.0, ())


def test_of_passages_that_have_as_much_the_more_alike_is_taken() -> None:
    others = [(9, words("dam")), (4, words("dam"))]
    assert cover(words("dam burst"), others) == Cover(0.5, (9,))
