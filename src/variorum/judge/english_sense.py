"""English words that change what a sentence claims.

Enters: nothing. Leaves: tables from lemma to class; the logic knows the classes only.
"""

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none"})

MODALS = {
    "should": "obligation",
    "must": "obligation",
    "ought": "obligation",
    "shall": "obligation",
    "need": "obligation",
    "have to": "obligation",
    "may": "possibility",
    "might": "possibility",
    "could": "possibility",
    "can": "possibility",
    "will": "future",
    "would": "future",
    "'ll": "future",
    "'d": "future",
}
"""Modal lemma to class; reported speech shifts "can" to "could" and "will" to "would"."""

DEGREES = {
    "almost": "nearly",
    "nearly": "nearly",
    "virtually": "nearly",
    "practically": "nearly",
    "largely": "nearly",
    "mostly": "nearly",
    "mainly": "nearly",
    "effectively": "nearly",
    "partly": "partly",
    "partially": "partly",
    "somewhat": "partly",
    "slightly": "partly",
    "barely": "hardly",
    "hardly": "hardly",
    "scarcely": "hardly",
    "completely": "wholly",
    "entirely": "wholly",
    "totally": "wholly",
    "fully": "wholly",
    "wholly": "wholly",
    "utterly": "wholly",
    "actually": "wholly",
    "definitively": "wholly",
}
"""Adverb to how far its verb is true; where several stand together the weakest counts."""

WEAKEST_FIRST = ("hardly", "partly", "nearly", "wholly")

LIGHT_VERBS = frozenset({"be", "have", "do", "get", "make", "take", "go", "come", "say", "tell"})
"""Verbs that say little by themselves: sharing one is no sign of one claim."""

HEDGES = frozenset(
    {
        "reportedly",
        "allegedly",
        "apparently",
        "possibly",
        "probably",
        "perhaps",
        "maybe",
        "likely",
        "presumably",
        "seemingly",
        "supposedly",
    }
)

QUANTIFIERS = {
    "all": "all",
    "every": "all",
    "each": "all",
    "entire": "all",
    "whole": "all",
    "most": "most",
    "majority": "most",
    "many": "many",
    "numerous": "many",
    "some": "some",
    "several": "some",
    "few": "few",
    "none": "none",
    "no": "none",
    "half": "half",
    "minority": "few",
}

FOREMOST = frozenset(
    {"top", "main", "chief", "foremost", "primary", "first", "greatest", "biggest", "leading"}
)
"""Words that single one thing out; after "one of" they do not."""

ANTONYMS = (
    ("rise", "fall"),
    ("rise", "drop"),
    ("rise", "decline"),
    ("increase", "decrease"),
    ("increase", "decline"),
    ("increase", "reduce"),
    ("increase", "cut"),
    ("grow", "shrink"),
    ("gain", "lose"),
    ("gain", "loss"),
    ("profit", "loss"),
    ("up", "down"),
    ("higher", "lower"),
    ("above", "below"),
    ("more", "fewer"),
    ("more", "less"),
    ("accept", "reject"),
    ("accept", "refuse"),
    ("approve", "reject"),
    ("approve", "oppose"),
    ("support", "oppose"),
    ("favour", "against"),
    ("favor", "against"),
    ("for", "against"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("allow", "prohibit"),
    ("permit", "forbid"),
    ("confirm", "deny"),
    ("admit", "deny"),
    ("convict", "acquit"),
    ("guilty", "innocent"),
    ("arrest", "release"),
    ("open", "close"),
    ("open", "closed"),
    ("begin", "end"),
    ("start", "stop"),
    ("start", "end"),
    ("win", "lose"),
    ("victory", "defeat"),
    ("succeed", "fail"),
    ("success", "failure"),
    ("improve", "worsen"),
    ("strengthen", "weaken"),
    ("expand", "reduce"),
    ("raise", "lower"),
    ("raise", "cut"),
    ("enter", "leave"),
    ("arrive", "depart"),
    ("before", "after"),
    ("buy", "sell"),
    ("hire", "dismiss"),
    ("survive", "die"),
    ("alive", "dead"),
    ("safe", "unsafe"),
    ("safe", "dangerous"),
    ("legal", "illegal"),
    ("lawful", "unlawful"),
    ("possible", "impossible"),
    ("likely", "unlikely"),
    ("stable", "unstable"),
    ("optimistic", "pessimistic"),
    ("positive", "negative"),
    ("maximum", "minimum"),
    ("early", "late"),
    ("north", "south"),
    ("northern", "southern"),
    ("east", "west"),
    ("eastern", "western"),
    ("left", "right"),
    ("male", "female"),
    ("man", "woman"),
    ("boy", "girl"),
    ("public", "private"),
    ("temporary", "permanent"),
    ("voluntary", "mandatory"),
    ("voluntary", "compulsory"),
    ("intentional", "accidental"),
    ("deliberate", "accidental"),
)
