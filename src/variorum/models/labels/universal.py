"""Universal Dependencies, as treebanks and most parsers of other languages give them.

Enters: the `UniversalWord`s of a block. Leaves: `Token`s in the vocabularies of `syntax`.

There a word of content governs the words of function beside it; in the tree that rules read it is the
other way round. So adpositions and copulas are raised over what they belong to, each conjunct hangs on
the one before it, and the last word of a name governs the others (de Marneffe, Manning, Nivre and
Zeman, "Universal Dependencies", Computational Linguistics 2021).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from variorum.annotations import Token
from variorum.syntax import Form, Relation, WordClass

WORD_CLASSES: Final[Mapping[str, WordClass]] = {
    "ADJ": "adjective",
    "ADP": "adposition",
    "ADV": "adverb",
    "AUX": "auxiliary",
    "CCONJ": "coordinator",
    "DET": "determiner",
    "INTJ": "interjection",
    "NOUN": "noun",
    "NUM": "numeral",
    "PART": "particle",
    "PRON": "pronoun",
    "PROPN": "proper noun",
    "PUNCT": "punctuation",
    "SCONJ": "subordinator",
    "SPACE": "space",
    "SYM": "symbol",
    "VERB": "verb",
}
"""By universal part of speech; "X" and what is not in the table is "other"."""

RELATIONS: Final[Mapping[str, Relation]] = {
    "root": "root",
    "nsubj": "subject",
    "nsubj:pass": "passive subject",
    "csubj": "clausal subject",
    "expl": "expletive",
    "obj": "object",
    "iobj": "indirect object",
    "ccomp": "clausal complement",
    "xcomp": "open complement",
    "advcl": "adverbial clause",
    "acl": "adnominal clause",
    "acl:relcl": "relative clause",
    "parataxis": "parataxis",
    "mark": "marker",
    "aux": "auxiliary",
    "aux:pass": "passive auxiliary",
    "compound:prt": "verb particle",
    "obl": "noun adverbial",
    "obl:agent": "agent",
    "advmod": "adverbial modifier",
    "amod": "adjectival modifier",
    "nmod": "nominal modifier",
    "nmod:poss": "possessor",
    "nummod": "numeric modifier",
    "det": "determiner",
    "det:predet": "predeterminer",
    "case": "case",
    "compound": "compound",
    "flat": "compound",
    "appos": "apposition",
    "cc": "coordinator",
    "conj": "conjunct",
    "punct": "punctuation",
    "dep": "unclassified",
}
"""By relation; one with a subtype that is not here is read without it."""

_OF_CLAUSE: Final = frozenset(
    [
        "nsubj",
        "csubj",
        "expl",
        "aux",
        "mark",
        "advmod",
        "advcl",
        "obl",
        "punct",
        "parataxis",
        "ccomp",
    ]
)
"""What a predicate noun or adjective leaves to the copula that is raised over it."""

_PREPOSITIONAL: Final = frozenset[Relation](
    ("noun adverbial", "nominal modifier", "predicate noun", "indirect object", "object")
)
"""What a noun is to its head before an adposition is raised over it."""
_NOT_UNDER_ADPOSITIONS: Final = frozenset[Relation](("possessor", "prepositional object"))


class UniversalWord(Struct, frozen=True):
    """A word as a parser gives it: `features` as in "Number=Sing|Person=3"; a root is its own head."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    features: str
    relation: str
    head: int


def tokens(words: Sequence[UniversalWord]) -> tuple[Token, ...]:
    """Return the words of a block as the tokens that rules read."""
    tree = _Tree(words)
    tree.names()
    tree.conjuncts()
    tree.copulas()
    tree.adpositions()
    return tuple(
        Token(
            start=word.start,
            end=word.end,
            text=word.text,
            lemma=word.lemma,
            word_class=WORD_CLASSES.get(word.upos, "other"),
            form=_form(word),
            relation=tree.relations[index],
            head=tree.heads[index],
        )
        for index, word in enumerate(words)
    )


class _Tree:
    """Heads and relations while they are turned round."""

    def __init__(self, words: Sequence[UniversalWord]) -> None:
        self.words = words
        self.heads = [word.head for word in words]
        self.relations = [_relation(word, words[word.head]) for word in words]

    def below(self, head: int, *kinds: str) -> list[int]:
        """Return the words on a head that came with relations of some kinds, subtypes included."""
        return [
            index
            for index, word in enumerate(self.words)
            if self.heads[index] == head != index and word.relation.partition(":")[0] in kinds
        ]

    def raised(self, index: int, over: int, relation: Relation) -> None:
        """Put a word in the place of another, which becomes its child."""
        root = self.heads[over] == over
        self.heads[index] = index if root else self.heads[over]
        self.relations[index] = self.relations[over]
        self.heads[over], self.relations[over] = index, relation

    def names(self) -> None:
        """Let the last word of a name govern it: "Ann" hangs on "Wu"."""
        for first in range(len(self.words)):
            flat = self.below(first, "flat")
            if not flat:
                continue
            last = flat[-1]
            for child, head in enumerate(self.heads):
                if head == first != child:
                    self.heads[child] = last
            self.raised(last, first, "compound")

    def conjuncts(self) -> None:
        """Hang each conjunct on the one before it, and the "and" between them too."""
        for first in range(len(self.words)):
            before = first
            for conjunct in self.below(first, "conj"):
                self.heads[conjunct] = before
                for joint in self.below(conjunct, "cc", "punct"):
                    if joint < conjunct:
                        self.heads[joint] = before
                before = conjunct

    def copulas(self) -> None:
        """Raise a copula over what it says of the subject, with the parts of the clause."""
        for copula, word in enumerate(self.words):
            if not word.relation.startswith("cop"):
                continue
            said = self.heads[copula]
            for child in self.below(said, *_OF_CLAUSE):
                self.heads[child] = copula
            adjective = self.words[said].upos == "ADJ"
            self.raised(copula, said, "predicate adjective" if adjective else "predicate noun")

    def adpositions(self) -> None:
        """Raise an adposition over its noun; a mark of the possessor stays below it."""
        for link, word in enumerate(self.words):
            noun = self.heads[link]
            if word.relation != "case" or self.relations[noun] in _NOT_UNDER_ADPOSITIONS:
                continue
            self.raised(link, noun, "prepositional object")
            if self.relations[link] in _PREPOSITIONAL:
                self.relations[link] = "preposition"


def _relation(word: UniversalWord, head: UniversalWord) -> Relation:
    if word.relation.startswith("advmod"):
        if "Polarity=Neg" in word.features:
            return "negation"
        return "quantity modifier" if head.upos == "NUM" else "adverbial modifier"
    if word.relation == "mark" and word.upos == "PART":
        return "auxiliary"
    whole = RELATIONS.get(word.relation)
    return whole or RELATIONS.get(word.relation.partition(":")[0], "other")


def _form(word: UniversalWord) -> Form:
    """Return what the features of a word show of its form."""
    features = dict(pair.split("=", 1) for pair in word.features.split("|") if "=" in pair)
    if word.relation == "compound:prt":
        return "particle"
    if word.upos in ("VERB", "AUX"):
        return _verb(word.upos, features)
    if word.upos in ("NOUN", "PROPN"):
        plural = features.get("Number") == "Plur"
        if word.upos == "NOUN":
            return "plural" if plural else "singular"
        return "proper plural" if plural else "proper singular"
    if word.upos in ("PRON", "DET", "ADV") and features.get("PronType") in (
        "Int",
        "Rel",
        "Int,Rel",
    ):
        return _interrogative(word.upos, features)
    if word.upos in ("ADJ", "ADV"):
        return _degree(word.upos, features)
    if word.upos in ("PRON", "DET") and features.get("Poss") == "Yes":
        return "possessive"
    if word.upos == "PRON":
        return "personal" if features.get("PronType") == "Prs" else "determiner"
    if word.upos == "DET":
        return "predeterminer" if word.relation == "det:predet" else "determiner"
    if word.upos == "PART":
        return _particle(word, features)
    return _FORMS.get(word.upos, "other")


_FORMS: Final[Mapping[str, Form]] = {
    "NUM": "cardinal",
    "ADP": "preposition",
    "SCONJ": "preposition",
    "CCONJ": "coordinator",
    "SYM": "symbol",
}


def _verb(upos: str, features: Mapping[str, str]) -> Form:
    kind = features.get("VerbForm", "Fin")
    if kind == "Inf" or features.get("Mood") == "Imp":
        return "base"
    if kind in ("Part", "Ger"):
        return "past participle" if features.get("Tense") == "Past" else "present participle"
    if upos == "AUX" and "Mood" not in features and "Person" not in features:
        return "modal"
    if features.get("Tense") == "Past":
        return "past"
    third = features.get("Person") == "3" and features.get("Number") == "Sing"
    return "present singular" if third else "present"


def _interrogative(upos: str, features: Mapping[str, str]) -> Form:
    if upos == "ADV":
        return "interrogative adverb"
    if features.get("Poss") == "Yes":
        return "interrogative possessive"
    return "interrogative" if upos == "PRON" else "interrogative determiner"


def _degree(upos: str, features: Mapping[str, str]) -> Form:
    compared = features.get("Degree") == "Cmp"
    if upos == "ADV":
        return "comparative adverb" if compared else "adverb"
    if features.get("Degree") == "Sup":
        return "superlative"
    return "comparative" if compared else "adjective"


def _particle(word: UniversalWord, features: Mapping[str, str]) -> Form:
    if word.relation == "case":
        return "possessive marker"
    return "adverb" if features.get("Polarity") == "Neg" else "infinitive marker"
