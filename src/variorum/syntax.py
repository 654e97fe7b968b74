"""Syntax: what rules may ask of a parse, whatever parser and language it comes from.

Enters: nothing. Leaves: the closed vocabularies `WordClass`, `Form`, `Relation` and `NamedKind`, and
the sets of them that rules share.

A parser's own labels end in `models.labels`, where a mapping turns them into these: the next parser is
a mapping, and no rule changes. The terms are those of Universal Dependencies where it has one. The
tree is one in which words of content hang on words of function: a preposition governs its noun
("prepositional object"), a copula what is said of its subject ("predicate noun", "predicate
adjective"), and each conjunct the next.
"""

from __future__ import annotations

from typing import Final, Literal

WordClass = Literal[
    "adjective", "adposition", "adverb", "auxiliary", "coordinator", "determiner", "noun", "numeral",
    "interjection", "particle", "pronoun", "proper noun", "punctuation", "space", "subordinator", "symbol", "verb",
    "other",
]  # fmt: skip
"""The universal parts of speech."""

Form = Literal[
    "base", "present", "present singular", "past", "present participle", "past participle", "modal",
    "singular", "plural", "proper singular", "proper plural",
    "adjective", "comparative", "superlative", "adverb", "comparative adverb",
    "personal", "possessive", "interrogative", "interrogative possessive",
    "interrogative determiner", "interrogative adverb",
    "determiner", "predeterminer", "cardinal", "preposition", "infinitive marker", "possessive marker", "particle",
    "coordinator", "symbol", "other",
]  # fmt: skip
"""What inflection and use show of a word: of a verb its tense or that it is none, of a noun its number.

"present participle" is the present participle too, "preposition" also what opens a subordinate clause, and the
interrogative words are the relative ones.
"""

Relation = Literal[
    "root", "subject", "passive subject", "clausal subject", "expletive", "object",
    "indirect object", "object predicate", "predicate noun", "predicate adjective",
    "clausal complement", "open complement", "adverbial clause", "relative clause",
    "adnominal clause", "parataxis", "marker",
    "auxiliary", "passive auxiliary", "negation", "verb particle",
    "preposition", "prepositional object", "prepositional complement", "agent",
    "adverbial modifier", "noun adverbial", "adjectival modifier", "nominal modifier",
    "numeric modifier", "quantity modifier", "determiner", "predeterminer", "possessor", "case",
    "compound", "apposition", "coordinator", "conjunct", "punctuation", "unclassified", "other",
]  # fmt: skip
"""How a word hangs on its head."""

NamedKind = Literal[
    "person", "organisation", "polity", "location", "facility", "group", "product", "event", "work",
    "law", "date", "time", "other",
]  # fmt: skip
"""What a parser takes a name or quantity for; a group is a nation, a faith or a party's people."""

TENSED: Final = frozenset[Form](("past", "present singular", "present"))
FINITE: Final = TENSED | frozenset[Form](("modal",))
"""A verb that has a tense or is a modal one: the clause it heads can stand alone."""
VERB_FORMS: Final = FINITE | frozenset[Form](("base", "present participle", "past participle"))
PLURAL: Final = frozenset[Form](("plural", "proper plural"))
PROPER: Final = frozenset[Form](("proper singular", "proper plural"))
PRONOUNS: Final = frozenset[Form](("personal", "possessive"))
ADJECTIVES: Final = frozenset[Form](("adjective", "comparative", "superlative"))
INTERROGATIVE: Final = frozenset[Form](
    (
        "interrogative",
        "interrogative possessive",
        "interrogative determiner",
        "interrogative adverb",
    )
)
NOUNS: Final = frozenset[WordClass](("noun", "proper noun"))
NOMINAL_SUBJECTS: Final = frozenset[Relation](("subject", "passive subject"))
