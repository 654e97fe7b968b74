"""Whom or what a figure is said of: the subject of the verb over it.

Enters: a sentence's `Syntax`, the figure's token and the verb over it. Leaves: a token.
"""

from typing import Final

from variorum.extract.figures.counted.noun_phrases import (
    STEPS,
    SUBJECTS,
    Syntax,
    is_share,
    is_under,
    is_unit,
)
from variorum.syntax import NOUNS, PLURAL, TENSED

SUBJECT_REACH: Final = 8
"""Tokens before a verb within which a subject may stand that the parser took for an object."""


def holder_of(tree: Syntax, index: int, verb: int | None, *, own: bool = False) -> int | None:
    """Return the subject of the verb over a number, where the number is not itself the subject.

    A pronoun is taken back to the subject of the clause above ("the firm said it has 40 shops"),
    "we" and "you" to nobody; with `own` not to whoever says it ("officials said he fled").
    """
    at = None if _is_aside(tree, index, verb) else verb
    pronoun: int | None = None
    upwards = {"conjunct", "open complement", "adverbial clause", "prepositional complement"}
    for _ in range(STEPS):
        if at is None:
            return None
        if tree.tokens[at].relation == "adnominal clause":
            return _doer(tree, at, index)
        subject = _subject(tree, at)
        if subject is not None and tree.tokens[subject].text.lower() in tree.counts.speakers:
            return None
        if subject is not None and tree.tokens[subject].form != "personal":
            return _named(tree, subject, index) if _agree(tree, pronoun, subject) else None
        pronoun = subject if pronoun is None else pronoun
        said = subject is not None and not own
        upwards = upwards | {"clausal complement"} if said else upwards
        at = _clause_above(tree, at) if tree.tokens[at].relation in upwards else None
    return None


def owner(tree: Syntax, noun: int | None, anchor: int) -> int | None:
    """Return whose those counted are: "the country's 300 schools", "a bus with 40 pupils".

    Of "Marsh, a father of three children" it is Marsh.
    """
    if noun is None:
        noun = anchor
    own = tree.child(noun, "possessor")
    if own is None and noun > anchor:
        own = _had_by(tree, noun, anchor)
    if own is None or tree.tokens[own].word_class not in NOUNS:
        return None
    above = tree.tokens[own].head
    named = (
        tree.tokens[own].relation == "apposition" and tree.tokens[above].word_class == "proper noun"
    )
    return above if named else own


def _had_by(tree: Syntax, noun: int, anchor: int) -> int | None:
    """Return the bus of "a bus with 40 pupils", the crew of "a crew of 18 men", not a toll or a death.

    Of "the shops that Kessler owns" it is Kessler.
    """
    clause = tree.child(noun, "relative clause")
    if clause is not None:
        return next(
            (
                at
                for at in tree.below(clause)
                if tree.tokens[at].relation in SUBJECTS and tree.tokens[at].word_class in NOUNS
            ),
            None,
        )
    token = tree.tokens[noun]
    preposition = tree.tokens[token.head]
    above = tree.tokens[preposition.head]
    telling = above.lemma.lower() in tree.counts.not_counted | tree.counts.event_nouns
    telling = telling or _is_a_part(tree, above.text.lower())
    if token.relation != "prepositional object" or preposition.head >= anchor or telling:
        return None
    with_it = preposition.lemma.lower() in tree.counts.holding
    return preposition.head if with_it and not is_unit(tree, above) else None


def _is_a_part(tree: Syntax, word: str) -> bool:
    """Tell the third of "a third of the 40 homes", the none of "none of the 40 homes"."""
    numbers, negations = tree.numbers, tree.language.sense.negations
    return word in negations or word in numbers.denominators or word in numbers.vague


def bearer(tree: Syntax, verb: int) -> int | None:
    """Return the noun that is a verb's own subject; of "which" the noun it takes up."""
    subject = _subject(tree, verb)
    if subject is None or tree.tokens[subject].form == "personal":
        return None
    return _named(tree, subject, verb)


def _is_personal(tree: Syntax, subject: int | None) -> bool:
    return subject is not None and tree.tokens[subject].text.lower() in tree.counts.personal


def _agree(tree: Syntax, pronoun: int | None, subject: int) -> bool:
    """Tell whether a pronoun can take up a subject: "he" and "it" no several, "he" no body."""
    if pronoun is None:
        return True
    person = tree.label_of(subject) == "person"
    if _is_personal(tree, pronoun):
        return not _is_body(tree, subject) and tree.tokens[subject].form not in PLURAL
    one = tree.tokens[pronoun].text.lower() in tree.counts.neuter
    return not one or not (person or tree.tokens[subject].form in PLURAL)


def _is_body(tree: Syntax, subject: int) -> bool:
    """Tell a subject that is no person: "he" does not take it up."""
    label = tree.label_of(subject)
    return (
        label in ("organisation", "polity")
        or tree.tokens[subject].lemma.lower() in tree.counts.institutions
    )


def _clause_above(tree: Syntax, verb: int) -> int:
    """Return the verb over a clause, past the "before" of "slowed before rising to 5%"."""
    above = tree.tokens[verb].head
    return tree.tokens[above].head if tree.tokens[above].relation == "preposition" else above


def _is_aside(tree: Syntax, index: int, verb: int | None) -> bool:
    """Tell a figure inside another noun's phrase: "killed in attacks at two markets"."""
    for _ in range(STEPS):
        head = tree.tokens[index].head
        if head in (index, verb):
            return False
        above = tree.tokens[head]
        apart = above.relation == "preposition" and above.lemma.lower() in tree.counts.aside
        if apart and tree.tokens[above.head].word_class in NOUNS:
            return True
        index = head
    return False


def antecedent(tree: Syntax, pronoun: int) -> int | None:
    """Read "Lebanon, which hosts 10,000": the noun that "which" takes up.

    After a number or unit ("pay was $5 million, which includes …") that is whatever measures it.
    """
    at = pronoun
    for _ in range(STEPS):
        if tree.tokens[at].relation == "relative clause":
            noun = _nearer(tree, pronoun, tree.tokens[at].head)
            bare = tree.tokens[noun].word_class == "numeral" or is_unit(tree, tree.tokens[noun])
            return _subject(tree, tree.tokens[noun].head) if bare else noun
        at = tree.tokens[at].head
    return None


def _nearer(tree: Syntax, pronoun: int, noun: int) -> int:
    """Take the noun right before a relative pronoun where the parser took no noun at all."""
    before = pronoun - 1
    close = before >= tree.sentence.first and tree.tokens[before].word_class in NOUNS
    return before if close and tree.tokens[noun].word_class not in NOUNS else noun


def _doer(tree: Syntax, participle: int, index: int) -> int | None:
    """Read "a firm employing 600 people": the noun before an active participle."""
    active = tree.tokens[participle].form == "present participle"
    noun = tree.tokens[participle].head
    if tree.tokens[participle].form == "base":
        return _planner(tree, noun)
    fits = active and noun != index and tree.tokens[noun].word_class in NOUNS
    return noun if fits else None


def _planner(tree: Syntax, noun: int) -> int | None:
    """Read "the council has a plan to build 300 homes", "the bid to free 300 hostages failed"."""
    token = tree.tokens[noun]
    if token.relation in SUBJECTS:
        return noun
    subject = _subject(tree, token.head) if token.relation == "object" else None
    named = subject is not None and tree.tokens[subject].word_class in NOUNS
    return subject if named else None


def _subject(tree: Syntax, verb: int) -> int | None:
    """Return the subject nearest before a verb; a dateline may stand as another before it."""
    found = [at for at in tree.below(verb) if tree.tokens[at].relation in SUBJECTS]
    before = [at for at in found if at < verb]
    if before:
        return before[-1]
    return found[0] if found else _lost_subject(tree, verb)


def _lost_subject(tree: Syntax, verb: int) -> int | None:
    """Read "the rod was 2 m and the rope was 5 m", where the parser joined the rope to the 2 m.

    Two clauses joined by "and" give the verb an "and" of its own; here only the nouns have one.
    """
    token = tree.tokens[verb]
    finite = token.form in TENSED or tree.child(verb, "auxiliary", "passive auxiliary") is not None
    if token.relation != "conjunct" or not finite or token.head >= verb:
        return None
    before = range(verb - 1, max(token.head, verb - SUBJECT_REACH), -1)
    near = (
        at
        for at in before
        if tree.tokens[at].relation == "conjunct" and tree.tokens[at].word_class in NOUNS
    )
    noun = next(near, None)
    joints = [
        at
        for at in tree.below(token.head)
        if tree.tokens[at].relation in ("coordinator", "punctuation")
    ]
    if noun is None or any(noun < at < verb for at in joints):
        return None
    return noun


def _named(tree: Syntax, subject: int, index: int) -> int | None:
    token = tree.tokens[subject]
    if token.form in ("interrogative determiner", "interrogative"):
        taken_up = antecedent(tree, subject)
        return (
            taken_up if taken_up is not None and tree.tokens[taken_up].word_class in NOUNS else None
        )
    if subject == index or token.word_class not in NOUNS or is_share(tree, token):
        return None
    return None if is_under(tree, index, subject) else subject
