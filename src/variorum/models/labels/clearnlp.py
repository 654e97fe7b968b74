"""The English model's labels: Penn Treebank tags, ClearNLP dependencies, OntoNotes names.

Enters: nothing. Leaves: tables to the vocabularies of `syntax`. A label that no rule asks for is
"other", and so is one that is not in a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from variorum.syntax import Form, NamedKind, Relation

FORMS: Final[Mapping[str, Form]] = {
    "VB": "base",
    "VBP": "present",
    "VBZ": "present singular",
    "VBD": "past",
    "VBG": "present participle",
    "VBN": "past participle",
    "MD": "modal",
    "NN": "singular",
    "NNS": "plural",
    "NNP": "proper singular",
    "NNPS": "proper plural",
    "JJ": "adjective",
    "JJR": "comparative",
    "JJS": "superlative",
    "RB": "adverb",
    "RBR": "comparative adverb",
    "PRP": "personal",
    "PRP$": "possessive",
    "WP": "interrogative",
    "WP$": "interrogative possessive",
    "WDT": "interrogative determiner",
    "WRB": "interrogative adverb",
    "DT": "determiner",
    "PDT": "predeterminer",
    "CD": "cardinal",
    "IN": "preposition",
    "TO": "infinitive marker",
    "POS": "possessive marker",
    "RP": "particle",
    "CC": "coordinator",
    "SYM": "symbol",
}
"""By Penn Treebank tag."""

RELATIONS: Final[Mapping[str, Relation]] = {
    "ROOT": "root",
    "nsubj": "subject",
    "nsubjpass": "passive subject",
    "csubj": "clausal subject",
    "expl": "expletive",
    "dobj": "object",
    "dative": "indirect object",
    "oprd": "object predicate",
    "attr": "predicate noun",
    "acomp": "predicate adjective",
    "ccomp": "clausal complement",
    "xcomp": "open complement",
    "advcl": "adverbial clause",
    "relcl": "relative clause",
    "acl": "adnominal clause",
    "parataxis": "parataxis",
    "mark": "marker",
    "aux": "auxiliary",
    "auxpass": "passive auxiliary",
    "neg": "negation",
    "prt": "verb particle",
    "prep": "preposition",
    "pobj": "prepositional object",
    "pcomp": "prepositional complement",
    "agent": "agent",
    "advmod": "adverbial modifier",
    "npadvmod": "noun adverbial",
    "amod": "adjectival modifier",
    "nmod": "nominal modifier",
    "nummod": "numeric modifier",
    "quantmod": "quantity modifier",
    "det": "determiner",
    "predet": "predeterminer",
    "poss": "possessor",
    "case": "case",
    "compound": "compound",
    "appos": "apposition",
    "cc": "coordinator",
    "conj": "conjunct",
    "punct": "punctuation",
    "dep": "unclassified",
}
"""By ClearNLP dependency label (Choi and Palmer, 2012)."""

NAMED_KINDS: Final[Mapping[str, NamedKind]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "polity",
    "LOC": "location",
    "FAC": "facility",
    "NORP": "group",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "law",
    "DATE": "date",
    "TIME": "time",
}
"""By OntoNotes label; amounts of all kinds are "other"."""

CUT_SHORT: Final = (
    *("Sgt.", "Capt.", "Lt.", "Col.", "Maj.", "Cpl.", "Det.", "Insp.", "Supt.", "Cmdr."),
    *("Dist.", "Atty.", "Asst."),
)
"""Ranks and offices before a name that its tokenizer would end a sentence after."""
