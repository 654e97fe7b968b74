"""Cues: the smallest words that show an attribution is being made.

Enters: a `Tree`. Leaves: `Cue`s in the order of the text.

What counts as a cue, and how far it reaches (auxiliaries, negation, adverbs, the preposition
that leads to the content), follows the annotation guidelines of PolNeAR (Newell, Margolin and
Ruths, LREC 2018).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from variorum.extract.quotations.frames import Frame, frame, put_it
from variorum.extract.referents.relatives import is_human
from variorum.segment.tree import Tree
from variorum.syntax import Relation

_ENTOURAGE = frozenset[Relation](("auxiliary", "passive auxiliary", "negation", "verb particle"))


CueKind = Literal["verb", "noun", "adjective", "according", "label"]


class Cue(Struct, frozen=True):
    """Tokens `first` to `last` (included), the `head` among them, and its frame.

    `kind` is "verb", "noun", "adjective", "according" or "label". `speech` is true where
    words are uttered, not merely held in mind.
    """

    first: int
    last: int
    head: int
    kind: CueKind
    frame: Frame
    speech: bool = False


def cues(tree: Tree) -> tuple[Cue, ...]:
    """Return the cues of an account, those inside quoted speech among them."""
    found: list[Cue] = []
    for index, token in enumerate(tree.tokens):
        cue = None
        if token.word_class == "verb":
            cue = _verb_cue(tree, index)
        elif token.word_class in ("auxiliary", "noun", "adposition"):
            cue = _other_cue(tree, index)
        if cue is not None:
            found.append(cue)
    return tuple(found)


def speech_cue(tree: Tree, index: int) -> Cue | None:
    """Return a token as the cue of words in quotation marks beside it, if it can be one.

    A verb taken for a noun may be one, but not a noun that modifies another.
    """
    token = tree.tokens[index]
    if put_it(tree, index):
        return Cue(index, index + 1, index, "verb", Frame("quote"), speech=True)
    if (
        token.word_class not in ("verb", "auxiliary", "noun", "proper noun")
        or token.lemma.lower() not in tree.reporting.speech
    ):
        return None
    named = token.word_class == "proper noun" and not token.text.islower()
    if named or (token.word_class == "noun" and _is_thing(tree, index)):
        return None
    first, last = _verb_group(tree, index)
    return Cue(first, last, index, "verb", Frame("quote"), speech=True)


def _is_thing(tree: Tree, index: int) -> bool:
    """Tell a noun proper from a verb taken for one: "the report writer", "according to a tweet"."""
    token = tree.tokens[index]
    vouches = tree.word(tree.tokens[token.head].head) in tree.reporting.according
    return token.relation in ("compound", "adjectival modifier", "possessor") or (
        token.relation == "prepositional object" and vouches
    )


def manner_cue(
    tree: Tree, index: int, starting: Mapping[int, int], ending: Mapping[int, int]
) -> Cue | None:
    """Return a finite verb of any kind that touches a noun phrase right after quoted words.

    "…," beamed the winner: in that place every verb says how something was said.
    """
    token = tree.tokens[index]
    if token.form not in ("past", "present singular") or token.word_class != "verb":
        return None
    if index + 1 not in starting and index not in ending:
        return None
    return Cue(index, index, index, "verb", Frame("quote"), speech=True)


def _verb_cue(tree: Tree, index: int) -> Cue | None:
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    if token.text.lower() in tree.reporting.according:
        return _according(tree, index)
    shape = frame(tree, index)
    if shape.name.endswith("+as") and _says_next(tree, shape):
        return None
    if shape.name == "passive+as" and _names(tree, index, lemma):
        return None
    light = _light(tree, index, lemma, shape)
    if light is not None:
        return light
    known = lemma in tree.reporting.verbs.get(shape.name, frozenset()) or _says_that(
        tree, lemma, shape
    )
    if not known or _nominal(tree, index) or _deed(tree, index, lemma, shape):
        return None
    first, last = _verb_group(tree, index)
    if shape.name == "aside" and put_it(tree, index):
        last = index + 1
    if shape.link is not None:
        last = max(last, shape.link) if _adjacent(tree, last, shape.link) else last
    return Cue(first, last, index, "verb", shape, speech=lemma in tree.reporting.speech)


def _says_next(tree: Tree, shape: Frame) -> bool:
    """Tell "is quoted as saying", "quoted him as saying": the cue is the last verb."""
    return any(
        tree.tokens[inner].form == "present participle"
        and tree.child(inner, "clausal complement") is not None
        for head in shape.heads
        for inner in tree.all(head, "prepositional complement")
    )


def _says_that(tree: Tree, lemma: str, shape: Frame) -> bool:
    """Tell a verb of any kind with a clause that "that" opens: "moaned that the ferry was late"."""
    if shape.name != "clause" or lemma in tree.reporting.not_a_cue:
        return False
    mark = tree.child(shape.heads[0], "marker")
    return mark is not None and tree.word(mark) in tree.reporting.complementisers


def _names(tree: Tree, index: int, lemma: str) -> bool:
    """Tell "a group called Open Doors": a name is given, nothing is said."""
    unsaid = (
        tree.child(index, "agent") is None and tree.tokens[index].relation == "adnominal clause"
    )
    return unsaid and lemma in tree.reporting.naming


def _deed(tree: Tree, index: int, lemma: str, shape: Frame) -> bool:
    """Tell "claimed nine lives", "gunmen attacked": what was done, and nobody's words."""
    things = tree.reporting.deed_objects.get(lemma, frozenset())
    if shape.name == "object" and any(tree.lemma(head) in things for head in shape.heads):
        return True
    strikes = shape.name in ("object", "infinitive") and lemma in tree.reporting.blows
    return strikes and _by_force(tree, index)


def _by_force(tree: Tree, verb: int) -> bool:
    """Tell "gunmen attacked", "the flood threatened": who does so is neither named nor a person by role."""
    subject = tree.child(verb, "subject")
    if subject is None or tree.tokens[subject].word_class != "noun":
        return False
    return tree.tokens[subject].form == "plural" or not is_human(tree, subject)


def _nominal(tree: Tree, index: int) -> bool:
    """Tell a verb form that only names or qualifies a thing: "power to discuss", "a ban"."""
    token = tree.tokens[index]
    if token.relation in ("object", "subject", "prepositional object"):
        return True
    if token.relation not in ("adnominal clause", "relative clause"):
        return False
    return any(tree.tokens[child].form == "infinitive marker" for child in tree.children[index])


def _light(tree: Tree, index: int, lemma: str, shape: Frame) -> Cue | None:
    """Read "made the case that", "raised questions about": verb and noun are one cue."""
    if shape.name == "clause" and lemma in tree.reporting.making:
        return _made_clear(tree, index, shape)
    if not shape.name.startswith("object") or lemma not in tree.reporting.light:
        return None
    noun = shape.heads[0] if shape.name.startswith("object") else None
    if noun is None or tree.lemma(noun) not in tree.reporting.nouns:
        return None
    inner = _noun_frame(tree, noun)
    if inner is None and len(shape.heads) > 1:
        inner = Frame("noun", tree.inner(shape.heads[1]), shape.heads[1])
    if inner is None or not inner.heads:
        return None
    first, _ = _verb_group(tree, index)
    last = noun
    if inner.link is not None and _adjacent(tree, noun, inner.link):
        last = inner.link
    return Cue(first, last, index, "verb", inner, speech=True)


def _made_clear(tree: Tree, index: int, shape: Frame) -> Cue | None:
    """Read "made it clear that", "made the point that"."""
    for place in range(index + 1, min(index + 5, tree.left[shape.heads[0]] + 1)):
        lemma = tree.lemma(place)
        if lemma in tree.reporting.nouns or lemma in tree.reporting.made:
            first, _ = _verb_group(tree, index)
            return Cue(first, place, index, "verb", shape, speech=True)
    return None


def _noun_frame(tree: Tree, noun: int) -> Frame | None:
    clause = tree.child(noun, "adnominal clause", "clausal complement", "relative clause")
    if clause is not None and clause > noun:
        marks = [tree.word(child) for child in tree.children[clause]]
        if tree.reporting.opening_claims.intersection(marks):
            return Frame("noun+clause", (clause,))
    for link in tree.all(noun, "preposition"):
        if link > noun and tree.word(link) in tree.reporting.nouns[tree.lemma(noun)]:
            return Frame("noun", tree.inner(link), link)
    return None


def _other_cue(tree: Tree, index: int) -> Cue | None:
    token = tree.tokens[index]
    if token.word_class == "noun" and token.lemma.lower() in tree.reporting.nouns:
        return _noun_cue(tree, index)
    if token.word_class == "auxiliary" and token.relation not in ("auxiliary", "passive auxiliary"):
        return _adjective_cue(tree, index)
    if token.lemma.lower() in tree.reporting.via:
        return _according(tree, index)
    return None


def _noun_cue(tree: Tree, noun: int) -> Cue | None:
    """Read "his claim that", "calls by X for Y", "the view of X that"."""
    inner = _noun_frame(tree, noun)
    if inner is None or not inner.heads or tree.tokens[noun].relation == "object":
        return None
    if tree.lemma(noun) in tree.reporting.not_alone:
        return None
    last = noun
    if inner.link is not None and _adjacent(tree, noun, inner.link):
        last = inner.link
    return Cue(noun, last, noun, "noun", inner, speech=False)


def _adjective_cue(tree: Tree, index: int) -> Cue | None:
    """Read "was sure that", "is ready to", "are worried about"."""
    adjective = tree.child(index, "predicate adjective")
    if adjective is None:
        return None
    frames = tree.reporting.adjectives.get(tree.lemma(adjective))
    if frames is None:
        return None
    if adjective < index:
        return None
    first, _ = _verb_group(tree, index)
    complement = tree.child(adjective, "clausal complement", "open complement") or tree.child(
        index, "clausal complement"
    )
    if complement is not None and complement > adjective:
        return Cue(first, adjective, index, "adjective", Frame("adjective", (complement,)))
    for link in tree.all(adjective, "preposition"):
        inner = tree.inner(link)
        if tree.word(link) in frames and inner:
            return Cue(first, link, index, "adjective", Frame("adjective", inner, link))
    return None


def _according(tree: Tree, index: int) -> Cue | None:
    """Read "according to X", "in the words of X": the sentence is X's."""
    link = next((link for link in tree.all(index, "preposition") if link > index), None)
    last = link if link is not None else index
    inner = tree.child(last, "prepositional object", "prepositional complement")
    if inner is None or tree.lemma(inner) in tree.reporting.not_a_source:
        return None
    if _arranged(tree, index) or (link is None and _rate(tree, inner)):
        return None
    return Cue(index, last, index, "according", Frame("according", (inner,), last), speech=True)


def _rate(tree: Tree, noun: int) -> bool:
    """Tell "per foot", "per graduate" from "per the report", "per Reuters"."""
    token = tree.tokens[noun]
    return token.form == "singular" and tree.child(noun, "determiner", "possessor") is None


def _arranged(tree: Tree, index: int) -> bool:
    """Tell "that is used according to", "are ranked according to": a rule, not a report."""
    before = tree.tokens[max(0, index - 1)]
    return before.form == "past participle" and before.lemma.lower() in tree.reporting.arranged


def _verb_group(tree: Tree, verb: int) -> tuple[int, int]:
    """Return the verb with auxiliaries, negation, particles and adverbs that touch it."""
    members = {verb}
    top = verb
    while _continues(tree, top):
        top = tree.tokens[top].head
        members.add(top)
    for member in tuple(members):
        for child in tree.children[member]:
            token = tree.tokens[child]
            adverb = (
                token.relation == "adverbial modifier"
                and token.form in ("adverb", "comparative adverb")
                and token.text.islower()
            )
            if token.relation in _ENTOURAGE or adverb:
                members.add(child)
    first = last = verb
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    return first, last


def _continues(tree: Tree, verb: int) -> bool:
    """Tell whether a verb hangs on another that only says how: "went on to say"."""
    token = tree.tokens[verb]
    return (
        token.relation == "open complement"
        and token.head < verb
        and tree.tokens[token.head].word_class == "verb"
        and verb - token.head <= 4
    )


def _adjacent(tree: Tree, last: int, link: int) -> bool:
    return last < link <= last + 3
