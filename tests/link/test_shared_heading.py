"""An event goes by words that most of its accounts begin with."""

from __future__ import annotations

from tests.factory import account as make_account
from variorum.annotations import Annotation, Sentence, Token
from variorum.link.events.shared_heading import shared_heading
from variorum.records import Dossier, Name, Statements
from variorum.syntax import WordClass

NOUNS = {"dam", "valley", "ferry", "toll"}


def told(key: str, text: str, *places: str) -> Dossier:
    """Return an account of one sentence that names places; words with a capital are names."""
    account = make_account(text, id=key, source=f"{key}.txt")
    tokens, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        tokens.append(_token(word, start))
        start += len(word)
    names = [
        Name(id=f"n-{key}-{name}", account=key, name=name, kind="place", mentions=(span,))
        for name in places
        for span in [account.span(text.index(name), text.index(name) + len(name))]
    ]
    sentence = Sentence(0, len(text), 0, len(tokens), 0, 0)
    return Dossier(
        account=account,
        annotation=Annotation(account=key, tokens=tuple(tokens), sentences=(sentence,)),
        statements=Statements(account=key, names=tuple(names)),
    )


def _token(word: str, start: int) -> Token:
    kind: WordClass = "noun" if word in NOUNS else "proper noun" if word.istitle() else "verb"
    return Token(start, start + len(word), word, word, kind, "singular", "root", 0)


def test_a_noun_stands_behind_the_name_that_it_follows() -> None:
    accounts = [
        told("a", "the Orrin dam broke", "Orrin"),
        told("b", "water left the Orrin dam again", "Orrin"),
    ]
    assert shared_heading(accounts) == "Orrin dam"


def test_a_word_of_one_account_alone_is_not_in_it() -> None:
    accounts = [
        told("a", "the dam broke at Orrin", "Orrin"),
        told("b", "it rained on Orrin and Selm", "Orrin", "Selm"),
    ]
    assert shared_heading(accounts) == "Orrin"


def test_accounts_that_share_no_name_are_counted() -> None:
    accounts = [told("a", "the dam broke at Orrin", "Orrin"), told("b", "a ferry sank")]
    assert shared_heading(accounts) == "2 accounts"


def test_a_sum_of_something_is_not_what_accounts_tell_of() -> None:
    accounts = [
        told("a", "the toll rose as the dam broke at Orrin", "Orrin"),
        told("b", "the toll of a dam near Orrin", "Orrin"),
    ]
    assert shared_heading(accounts) == "Orrin: dam"
