"""Orrish: a language of forty words that nobody speaks, with the parser that knows them.

Enters: nothing. Leaves: `ORRISH`, `Parser`, `Encoder` and `Identifier`, named in settings. Words show what they are
by how they end: -o a noun and -i its plural, -u a verb, and what begins with a capital is a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from msgspec.structs import replace

from variorum.annotations import NamedSpan, Token
from variorum.languages.language import Language
from variorum.languages.numbers import Numbers
from variorum.languages.pages import Pages
from variorum.languages.reporting import Reporting
from variorum.languages.tables import word_set
from variorum.languages.units import Unit, Units
from variorum.seams import Parsed
from variorum.syntax import Form, Relation, WordClass

SMALL = {"unu": 1, "du": 2, "tri": 3, "kvar": 4, "kvin": 5, "ses": 6, "sep": 7, "dek": 10}
PLACES = frozenset({"Halvo", "Skerro"})

ORRISH = Language(
    code="qor",
    name="Orrish",
    parser=f"{__name__}:Parser",
    numbers=Numbers(
        small={word: Decimal(number) for word, number in SMALL.items()},
        scales={"milo": Decimal(1000)},
        beginnings=frozenset(SMALL),
        before={"pli ol": "over"},
        may_be_a_number=re.compile(r"\d|\b(?:" + "|".join(SMALL) + r")\b"),
    ),
    pages=Pages(
        whole=re.compile(r"legu pli|kundivu en \w+"),
        function=word_set("li ke en kaj"),
    ),
    reporting=Reporting(
        verbs={"clause": word_set("sagu"), "aside": word_set("sagu"), "inverted": word_set("sagu")},
        speech=word_set("sagu kriu"),
        saying=word_set("sagu kriu"),
        complementisers=word_set("ke"),
        complementers=word_set("ke"),
    ),
    units=Units(units={"stado": Unit("stade", "length"), "stadi": Unit("stade", "length")}),
)

FUNCTION: dict[str, tuple[WordClass, Form]] = {
    "li": ("determiner", "determiner"),
    "ke": ("subordinator", "preposition"),
    "en": ("adposition", "preposition"),
    "kaj": ("coordinator", "coordinator"),
    "pli": ("adverb", "comparative adverb"),
    "ol": ("adposition", "preposition"),
}
ENDINGS: dict[str, tuple[WordClass, Form]] = {
    "o": ("noun", "singular"),
    "i": ("noun", "plural"),
    "u": ("verb", "past"),
    "a": ("adjective", "adjective"),
}
WORD = re.compile(r"\w+|[^\w\s]")


class Parser:
    """Reads a clause as subject, verb, object and places, and "ke" as the head of another clause."""

    fingerprint = "orrish-1"

    def parse(self, blocks: Sequence[str]) -> list[Parsed]:
        return [parsed(block) for block in blocks]


def parsed(block: str) -> Parsed:
    """Return the parse of one block; a full stop ends a sentence."""
    words = list(WORD.finditer(block))
    tokens = [token(match) for match in words]
    ends = [at + 1 for at, word in enumerate(tokens) if word.text == "."] or [len(tokens)]
    bounds = [*ends, len(tokens)] if ends[-1] < len(tokens) else ends
    sentences = tuple(
        (first, last) for first, last in zip([0, *bounds], bounds, strict=False) if first < last
    )
    for first, last in sentences:
        tokens[first:last] = clause(tokens, first, last)
    chunks = tuple(phrases(tokens))
    named = tuple(
        NamedSpan(first, last, "polity" if tokens[first].text in PLACES else "person")
        for first, last in names(tokens)
    )
    return Parsed(tuple(tokens), sentences, named, chunks)


def token(match: re.Match[str]) -> Token:
    """Return a word by its ending, without a head."""
    text = match[0]
    word_class, form = FUNCTION.get(text.lower()) or ENDINGS.get(text[-1], ("other", "other"))
    if not text.isalpha():
        number = text.isdigit()
        word_class, form = ("numeral", "cardinal") if number else ("punctuation", "other")
    elif text in SMALL or text == "milo":
        word_class, form = "numeral", "cardinal"
    elif text[0].isupper() and text.lower() not in FUNCTION:
        word_class, form = "proper noun", "proper singular"
    lemma = f"{text[:-1]}o".lower() if form == "plural" else text.lower()
    return Token(*match.span(), text, lemma, word_class, form, "unclassified", 0)


def clause(tokens: list[Token], first: int, last: int) -> list[Token]:
    """Give the words of a sentence their heads: a verb governs its nouns, the first one all verbs."""
    found = {at: tokens[at] for at in range(first, last)}
    verbs = [at for at in found if found[at].word_class == "verb"] or [first]
    opened = next((at for at in found if found[at].text == "ke"), last)
    said = [at for at in verbs if at > opened]

    def hang(at: int, head: int, relation: Relation) -> None:
        found[at] = replace(found[at], head=head, relation=relation)

    for at, word in list(found.items()):
        own = said[0] if said and at >= opened else verbs[0]
        hang(at, own, "punctuation" if word.word_class == "punctuation" else "unclassified")
    for start, end in phrases([found[at] for at in range(first, last)]):
        head, own = first + end - 1, found[first + end - 1].head
        before = found.get(first + start - 1)
        for at in range(first + start, head):
            hang(at, head, RELATIONS.get(found[at].word_class, "compound"))
        if before is not None and before.word_class == "adposition" and before.text == "en":
            hang(first + start - 1, own, "preposition")
            hang(head, first + start - 1, "prepositional object")
        else:
            hang(head, own, "subject" if head < own or own == verbs[0] else "object")
    hang(verbs[0], verbs[0], "root")
    for at in said[:1]:
        hang(at, verbs[0], "clausal complement")
        hang(opened, at, "marker")
    return [found[at] for at in range(first, last)]


RELATIONS: dict[WordClass, Relation] = {
    "determiner": "determiner",
    "adjective": "adjectival modifier",
    "numeral": "numeric modifier",
}


def phrases(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the noun phrases: runs of nominal words that end in a noun or a name."""
    nominal = ("determiner", "adjective", "numeral", "noun", "proper noun")
    found, first = [], 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].word_class in nominal:
            last += 1
        if last > first and tokens[last - 1].word_class in ("noun", "proper noun"):
            found.append((first, last))
        first = max(last, first + 1)
    return found


def names(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the runs of proper nouns."""
    proper = [token.word_class == "proper noun" for token in tokens]
    starts = [at for at, is_name in enumerate(proper) if is_name and not (at and proper[at - 1])]
    return [
        (at, next(e for e in range(at, len(proper) + 1) if e == len(proper) or not proper[e]))
        for at in starts
    ]


class Encoder:
    """A sentence is the words that it holds."""

    fingerprint = "orrish-words-1"

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        found = np.zeros((len(sentences), 64), dtype=np.float32)
        for row, sentence in enumerate(sentences):
            for word in WORD.findall(sentence.lower()):
                found[row, sum(word.encode()) % 64] += 1
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
        return found


class Identifier:
    """Takes every text for Orrish."""

    def identify(self, text: str) -> tuple[str, float]:
        return "qor", 1.0
