"""Invented input for property tests: any text at all, and parses that no parser would give.

A step owes records or a `Problem` for each of these, never a crash; the words at a span are the
account's words; the same input twice gives the same ids.
"""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random
from typing import get_args

from hypothesis import strategies as st

from tests.factory import account as make_account
from variorum.annotations import Annotation, NamedSpan, Sentence, Token
from variorum.records import Account, Region
from variorum.segment import blocks
from variorum.syntax import Form, NamedKind, Relation, WordClass

PIECES = (
    *(
        "“The dam held,” she said.",
        "“We left at 5 p.m. Monday",
        '"Nobody warned us," said Mr. Voss',
    ),
    *("According to the U.N., 6.5 mln people", "over a million and a half", "1 of 4", "€3bn"),
    *("Nov. 11–12", "back in 2018", "last Tuesday", "13:25", "Resolution 2254", "he", "the mayor"),
    *("President: ", "Q:", "PORT ELLEN, March 3 (Wire) -", "<…>", "[laughs]", "(retranslated)"),
    *("‘It’s over’", "'90s", "don't", "\u00a0", "\u200b", "\ufeff", "\u2028", "\r\n", "\n\n", "\t"),
    *("Ünïcödé", "ДОМ", "القدس", "👩‍👩‍👧", "e\u0301", "((((", '""""', "5,5.5,5", "-", "—", "…"),
)
"""What breaks tools: marks without partners, odd spaces, numbers that are none, other scripts."""

REGIONS = ("title", "dateline", "body", "turn", "furniture", "elision")
WORD = re.compile(r"\w+|[^\w\s]")


def texts(pieces: int = 30) -> st.SearchStrategy[str]:
    """Return texts of awkward pieces and arbitrary characters (no lone surrogates)."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    spaced = st.lists(st.sampled_from(PIECES) | anything, max_size=pieces)
    return spaced.map(" ".join) | spaced.map("".join)


@st.composite
def accounts(draw: st.DrawFn, pieces: int = 30) -> Account:
    """Return an account with regions of any kind that cover its text."""
    text = draw(texts(pieces))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)) | {0, len(text)})
    regions = tuple(
        Region(kind=draw(st.sampled_from(REGIONS)), start=start, end=end)
        for start, end in pairwise(cuts)
    )
    return make_account(text, regions=regions)


@st.composite
def annotated(draw: st.DrawFn, pieces: int = 30) -> tuple[Account, Annotation]:
    """Return an account and a parse of it that is well-formed and otherwise nonsense.

    Heads form trees inside their sentences, as those of any parser do.
    """
    account = draw(accounts(pieces))
    return account, nonsense(account, Random(draw(st.integers(0, 2**32))))  # noqa: S311


def nonsense(account: Account, random: Random) -> Annotation:
    """Return a random annotation of an account's blocks, one sentence a block."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for paragraph, block in enumerate(blocks(account)):
        first = len(tokens)
        words = list(WORD.finditer(account.text, block.start, block.end))
        root = first + random.randrange(len(words)) if words else first
        tokens += [_token(word, first + place, root, random) for place, word in enumerate(words)]
        if words:
            start, end = words[0].start(), words[-1].end()
            last = len(tokens)
            sentences.append(
                Sentence(start, end, first, last, paragraph=paragraph, region=block.region)
            )
    named, chunks = [], []
    for sentence in sentences:
        start = random.randrange(sentence.first, sentence.last)
        end = min(sentence.last, start + random.randint(1, 3))
        named.append(NamedSpan(start, end, random.choice(get_args(NamedKind))))
        chunks.append((start, end))
    return Annotation(
        account=account.id,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        named=tuple(named),
        noun_chunks=tuple(chunks),
    )


def _token(word: re.Match[str], place: int, root: int, random: Random) -> Token:
    """Return a token whose head lies between it and the root, so that heads form a tree."""
    step = (root > place) - (root < place)
    head = place if place == root else place + step * random.randint(1, abs(root - place))
    return Token(
        start=word.start(),
        end=word.end(),
        text=word[0],
        lemma=random.choice(("say", "kill", word[0].lower())),
        word_class=random.choice(get_args(WordClass)),
        form=random.choice(get_args(Form)),
        relation="root" if place == root else random.choice(get_args(Relation)),
        head=head,
    )
