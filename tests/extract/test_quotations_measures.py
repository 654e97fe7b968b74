"""How found spans are held against marked ones."""

from __future__ import annotations

from quality.quotations import Tally
from quality.quotations_gold import annotated, words
from quality.quotations_peers import plain
from tests.factory import account as make_account
from variorum.annotations import Annotation, Sentence, Token
from variorum.syntax import Relation, WordClass


def spans(*groups: str) -> list[frozenset[int]]:
    """Return each group of letters as a set of word places: "ab" is words 0 and 1."""
    return [frozenset(ord(letter) - ord("a") for letter in group) for group in groups]


def test_a_span_found_whole_and_one_found_half_are_counted_four_ways() -> None:
    tally = Tally()
    tally.add(spans("ab", "cdef"), spans("ab", "cd"))
    assert {how: round(value) for how, value in tally.scores().items()} == {
        "exact": 50,
        "overlap": 86,  # precision 1, recall .75
        "tokens": 80,  # 4 words shared of 6 gold and 4 found
        "touch": 100,
    }


def test_a_word_marked_in_two_spans_counts_twice_among_tokens() -> None:
    tally = Tally()
    tally.add(spans("a", "a"), spans("a", "a"))
    assert tally.scores()["tokens"] == 200


def test_words_are_where_letters_or_digits_begin() -> None:
    assert words("“No,” said Ann", [(0, 5)]) == frozenset({1})


def test_an_attribution_is_read_from_its_entities_and_its_event(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = "Ann said “we won the cup.”"
    path = tmp_path / "one.ann"
    path.write_text(
        "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 26\twe won\n"
        "E1\tT3:Attribution Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    (one,) = annotated(text, path)
    assert (one.source, one.cue, one.direct) == ({0}, {4}, True)


def test_the_plain_rules_give_a_clause_to_its_subject() -> None:
    text = "Ann says we won"
    rows: list[tuple[str, WordClass, Relation, int]] = [
        ("Ann", "proper noun", "subject", 1),
        ("says", "verb", "root", 1),
        ("we", "pronoun", "subject", 3),
        ("won", "verb", "clausal complement", 1),
    ]
    tokens, start = [], 0
    for word, word_class, relation, head in rows:
        lemma = {"says": "say", "won": "win"}.get(word, word)
        tokens.append(
            Token(start, start + len(word), word, lemma, word_class, "other", relation, head)
        )
        start += len(word) + 1
    sentence = Sentence(0, len(text), 0, 4, 0, 0)
    annotation = Annotation(account="a", tokens=tuple(tokens), sentences=(sentence,))
    (one,) = plain(make_account(text), annotation)
    assert (one.source, one.cue, one.content) == ({0}, {4}, {9, 12})
