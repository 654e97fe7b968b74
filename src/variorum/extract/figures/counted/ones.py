"""What one of a plain count is: its unit, the noun in the singular with what qualifies it.

Enters: a sentence's `Syntax` and what a figure counts. Leaves: words.
"""

from collections.abc import Sequence

from variorum.annotations import Token
from variorum.extract.figures.counted.noun_phrases import Syntax
from variorum.extract.figures.counted.phrases import CountedPhrase
from variorum.languages.counts import CROWD, OF_PEOPLE
from variorum.languages.units import PER
from variorum.syntax import NOMINAL_SUBJECTS


def one_of(tree: Syntax, what: CountedPhrase) -> str | None:
    """Return what one of a plain count is: the noun in the singular, with what qualifies it.

    A noun before the number ("a toll of 45") is not counted one by one.
    """
    noun, span, tokens = what.noun, what.phrase, tree.tokens
    if is_of_people(tree, what):
        return CROWD
    if noun is None or span is None:
        return None
    if noun < what.anchor and not _is_of_a_number(tree, noun):
        return None
    mass = tokens[noun].form == "singular" and what.anchor in _above(tokens, noun)
    if tokens[noun].text.lower() in tree.counts.states or mass:
        return None
    if tokens[noun].word_class == "pronoun":
        return None
    before = [
        token.text
        for token in tokens[span[0] : noun]
        if token.relation in ("adjectival modifier", "compound")
        and token.word_class in ("adjective", "noun", "proper noun")
        and token.text.lower() not in tree.counts.relative
    ]
    return " ".join([*before, lemma_of(tokens[noun]), *_rate(tree, noun)]).lower()


def is_of_people(tree: Syntax, what: CountedPhrase) -> bool:
    """Tell "a further 15 are missing", "three others were hurt", "a 24,000-strong crowd"."""
    if what.noun is None:
        part = tree.tokens[what.anchor].relation in (*NOMINAL_SUBJECTS, "object", "conjunct")
        return part and _befell_people(tree, what)
    if lemma_of(tree.tokens[what.noun]) in tree.counts.relative:
        return _befell_people(tree, what)
    before = what.phrase[0] - 1 if what.phrase else tree.sentence.first
    return tree.tokens[before].text.lower() in tree.counts.strong and before > tree.sentence.first


def _befell_people(tree: Syntax, what: CountedPhrase) -> bool:
    return tree.counts.fates.get(what.predicate or "") in OF_PEOPLE


def _is_of_a_number(tree: Syntax, noun: int) -> bool:
    """Tell the pupils of "the number of pupils rose to 300": they are counted one by one."""
    above = tree.tokens[tree.tokens[tree.tokens[noun].head].head]
    plural = tree.tokens[noun].form == "plural"
    return (
        plural
        and tree.tokens[noun].relation == "prepositional object"
        and above.lemma.lower() in tree.counts.numbers
    )


def head_of(tree: Syntax, what: CountedPhrase) -> str | None:
    """Return the lemma of what is counted; of "three others were hurt" it is people."""
    if is_of_people(tree, what):
        return CROWD
    return None if what.noun is None else lemma_of(tree.tokens[what.noun])


def lemma_of(token: Token) -> str:
    """Return a noun's lemma; of "Rebels" in a headline too, whose plural the pipeline keeps."""
    lemma = token.lemma.lower()
    kept = (
        token.form == "proper plural" and lemma == token.text.lower() and not lemma.endswith("ss")
    )
    return lemma.removesuffix("s") if kept else lemma


def _above(tokens: Sequence[Token], noun: int) -> tuple[int, int]:
    """Return the tokens one and two steps above a noun: in "half of the city" the number."""
    return tokens[noun].head, tokens[tokens[noun].head].head


def _rate(tree: Syntax, noun: int) -> tuple[str, ...]:
    """Return "per day" for what follows in "tests per day" and "barrels a day"."""
    words = [token.text.lower() for token in tree.tokens[noun + 1 : noun + 3]]
    fits = len(words) == 2 and words[0] in tree.units.rates and words[1] in tree.units.rated
    return (PER, words[1]) if fits else ()
