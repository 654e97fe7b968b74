"""Frames: the constructions in which a verb can carry somebody's words or thoughts.

Enters: a `Tree` and a token. Leaves: the frame's name and the heads of what is attributed.

A verb is a cue or not by its frame as much as by its lemma: "he found that" reports a mind,
"he found his keys" does not. The names of frames are the keys of the tables in `languages.en.cues`.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.segment.tree import Tree
from variorum.syntax import FINITE, NOUNS, TENSED, Form, Relation, WordClass

OPENING = frozenset[Form](
    ("past participle", "present participle", "interrogative adverb", "preposition")
)

_PHRASE = 8
_BEFORE = 80
_NOMINAL = frozenset[WordClass](
    ("proper noun", "noun", "determiner", "adjective", "numeral", "particle")
)
_COMPLEMENTS = frozenset[Relation](("object", "open complement", "object predicate"))


class Frame(Struct, frozen=True):
    """A frame's `name`, the `heads` of its content, and the preposition that leads to it.

    `link` is a token between verb and content that belongs to the cue ("called *for*").
    """

    name: str
    heads: tuple[int, ...] = ()
    link: int | None = None


def frame(tree: Tree, verb: int) -> Frame:
    """Return the frame a verb stands in; the first that fits of the table's order."""
    relations: dict[str, list[int]] = {}
    for child in tree.children[verb]:
        relations.setdefault(tree.tokens[child].relation, []).append(child)
    later = [child for child in relations.get("preposition", ()) if child > verb]
    if set_between(tree, verb) is not None:
        return Frame("aside")
    asked = _asked(tree, verb, relations)
    if asked is not None:
        relations["clausal complement"] = [asked]
    if _passive(tree, verb, relations):
        return _passive_frame(tree, relations, later)
    clauses = relations.get("clausal complement", [])
    if _inverted(tree, verb, clauses):
        return Frame("inverted")
    following = [child for child in clauses if child > verb]
    if following:
        return Frame("clause", (following[0],))
    if _opens_clause(tree, verb):
        return Frame("opened")
    if _aside(tree, verb) or (clauses and not relations.keys() & _COMPLEMENTS):
        return Frame("aside", tuple(clauses))
    return _complement_frame(tree, verb, relations, later)


def set_between(tree: Tree, verb: int) -> int | None:
    """Return who speaks in "The dam, said the mayor, is safe", by place; ``None`` elsewhere.

    The parse takes the dam for who speaks.
    """
    first = tree.first_of(verb)
    set_off = verb > first + 1 and tree.tokens[verb - 1].text == ","
    if (
        not set_off
        or tree.tokens[verb].form not in TENSED
        or tree.lemma(verb) not in tree.reporting.saying
    ):
        return None
    end = verb + 1
    while end < min(tree.last_of(verb), verb + _PHRASE) and tree.tokens[end].word_class in _NOMINAL:
        end += 1
    if end == verb + 1 or tree.tokens[end - 1].word_class not in NOUNS:
        return None
    before = range(max(first, verb - _BEFORE), verb)
    whole = any(tree.tokens[index].form in FINITE for index in before)
    closed = end < tree.last_of(verb) - 1 and tree.tokens[end].text == ","
    return end - 1 if closed and not whole else None


def _asked(tree: Tree, verb: int, relations: dict[str, list[int]]) -> int | None:
    """Return an indirect question that the parse took for a condition: "asked if"."""
    if tree.lemma(verb) not in tree.reporting.asking or "clausal complement" in relations:
        return None
    for child in relations.get("adverbial clause", ()):
        marks = {tree.word(mark) for mark in tree.all(child, "marker")}
        if child > verb and marks & tree.reporting.conditions:
            return child
    return None


def _inverted(tree: Tree, verb: int, clauses: list[int]) -> bool:
    """Tell "The dam is safe, the mayor said on Monday": what is said fills the sentence before.

    The subject follows a comma, a finite clause that nothing subordinates stands before that
    comma, and no clause that "that" opens, or that follows at once, is found after the verb.
    """
    if tree.lemma(verb) not in tree.reporting.saying:
        return False
    if any(0 < tree.left[c] - verb <= 2 or tree.child(c, "marker") is not None for c in clauses):
        return False
    subject = tree.child(verb, "subject")
    if (
        subject is None
        or subject > verb
        or _reported_before(tree, verb)
        or tree.tokens[subject].form in ("interrogative", "interrogative determiner")
    ):
        return False
    comma = tree.left[subject] - 1
    first = tree.first_of(verb)
    if comma <= first or tree.tokens[comma].text != "," or tree.tokens[first].form in OPENING:
        return False
    return any(_main_clause(tree, index, verb) for index in range(first, comma))


def _reported_before(tree: Tree, verb: int) -> bool:
    """Tell whether an earlier "said that" of the sentence holds the verb."""
    return any(
        tree.tokens[index].word_class == "verb" and _opens_clause(tree, index)
        for index in range(tree.first_of(verb), verb)
    )


def _opens_clause(tree: Tree, verb: int) -> bool:
    """Tell whether "that" follows a verb of reporting, whatever the parse made of it."""
    if tree.lemma(verb) not in tree.reporting.saying or verb + 2 >= len(tree.tokens):
        return False
    following, after = tree.tokens[verb + 1], tree.tokens[verb + 2]
    return (
        following.text.lower() in tree.reporting.complementisers
        and following.form == "preposition"
        and after.word_class != "punctuation"
    )


def _main_clause(tree: Tree, index: int, verb: int) -> bool:
    token = tree.tokens[index]
    if token.form not in FINITE or token.relation in (
        "relative clause",
        "adnominal clause",
        "adverbial clause",
        "auxiliary",
        "passive auxiliary",
    ):
        return (
            token.relation in ("auxiliary", "passive auxiliary")
            and token.head != verb
            and (
                tree.tokens[token.head].relation
                in ("root", "clausal complement", "conjunct", "parataxis")
            )
        )
    return index != verb and tree.child(index, "marker") is None


def _aside(tree: Tree, verb: int) -> bool:
    """Tell whether a clause stands beside what it reports: "…, he said, …", "as he said"."""
    token = tree.tokens[verb]
    if token.relation == "parataxis":
        return True
    likened = tree.child(verb, "marker", "adverbial modifier")
    return (
        token.relation == "adverbial clause"
        and likened is not None
        and likened < verb
        and tree.word(likened) in tree.reporting.likening
        and tree.child(verb, "subject") is not None
        and (put_it(tree, verb) or tree.child(verb, "object", "open complement") is None)
        and not any(_leads(tree, verb, link) for link in tree.all(verb, "preposition"))
    )


def put_it(tree: Tree, verb: int) -> bool:
    """Tell "put it": an object that says nothing stands for the words beside it."""
    following = tree.tokens[verb + 1 : verb + 2]
    phrased = tree.lemma(verb) in tree.reporting.phrasing and tree.tokens[verb].word_class == "verb"
    return phrased and bool(following) and following[0].text.lower() in tree.reporting.empty_objects


def _leads(tree: Tree, verb: int, link: int) -> bool:
    """Tell whether a preposition leads to a content of the verb's own: "as he called for calm"."""
    leading = tree.reporting.verbs.get(tree.word(link), frozenset())
    return link > verb and tree.lemma(verb) in leading


def _passive(tree: Tree, verb: int, relations: dict[str, list[int]]) -> bool:
    token = tree.tokens[verb]
    if "object" in relations and any(
        _has(tree, one) for one in relations.get("passive auxiliary", ())
    ):
        return False
    if "passive auxiliary" in relations or "passive subject" in relations:
        return True
    return (
        token.form == "past participle"
        and token.relation in ("adnominal clause", "adverbial clause")
        and "auxiliary" not in relations
    )


def _has(tree: Tree, auxiliary: int) -> bool:
    """Tell an "'s" that may be "has": "he's renounced most of them"."""
    return tree.word(auxiliary).endswith("s") and not (tree.tokens[auxiliary].text.isalpha())


def _passive_frame(tree: Tree, relations: dict[str, list[int]], later: list[int]) -> Frame:
    subject = tuple(
        child
        for child in relations.get("passive subject", ())
        if tree.word(child) not in tree.reporting.expletives
        or not ("clausal complement" in relations or "open complement" in relations)
    )
    if "clausal complement" in relations:
        return Frame("passive+clause", (relations["clausal complement"][0],))
    if "open complement" in relations:
        return Frame("passive+infinitive", (*subject, relations["open complement"][0]))
    named = relations.get("object predicate", [])
    likened = [child for child in later if tree.word(child) in tree.reporting.likening]
    if named or likened:
        return Frame("passive+as", (*subject, *named, *likened))
    other = [child for child in later if tree.word(child) not in tree.reporting.agents]
    if not subject and other:
        return _prepositional(tree, other[0], "passive+")
    return Frame("passive", subject)


def _complement_frame(
    tree: Tree, verb: int, relations: dict[str, list[int]], later: list[int]
) -> Frame:
    objects = [
        child for child in relations.get("object", ()) if child > verb or _relative(tree, child)
    ]
    infinitives = relations.get("open complement", [])
    lemma = tree.lemma(verb)
    if objects and infinitives:
        marked = any(
            tree.tokens[c].form == "infinitive marker" for c in tree.children[infinitives[0]]
        )
        told = lemma in tree.reporting.recipient and not marked
        return Frame(
            "object+infinitive", (infinitives[0],) if told else (objects[0], infinitives[0])
        )
    if infinitives:
        links = (*later, *relations.get("verb particle", ()))
        called = [
            c for c in links if tree.word(c) in tree.reporting.addressing and c < infinitives[0]
        ]
        if lemma in tree.reporting.calling and called:
            asked = tree.inner(called[0])
            return Frame("infinitive", (*asked, infinitives[0]), called[0])
        return _open_frame(tree, infinitives[0])
    about = any(tree.word(child) in tree.reporting.told_topics for child in later)
    asked_thing = (
        lemma in tree.reporting.asking_things and tree.tokens[objects[0]].word_class == "noun"
        if objects
        else False
    )
    if objects and lemma in tree.reporting.recipient and not about and not asked_thing:
        return _told(tree, objects[0])
    if len(objects) > 1 and lemma in tree.reporting.naming:
        return Frame("object+as", tuple(objects))
    if objects:
        return _object_frame(tree, objects[-1], relations.get("object predicate", []), later)
    wished = _wished(tree, verb, relations)
    if wished is not None:
        return wished
    answer = next(
        (c for c in relations.get("adverbial modifier", ()) if _answers(tree, c, verb)), None
    )
    if answer is not None and lemma in tree.reporting.saying:
        return Frame("clause", (answer,))
    if later:
        likened = tuple(c for c in later[1:] if tree.word(c) in tree.reporting.likening)
        return _prepositional(tree, later[0], "", likened)
    return Frame("bare")


def _answers(tree: Tree, index: int, verb: int) -> bool:
    return index == verb + 1 and tree.word(index) in tree.reporting.answers


def _told(tree: Tree, recipient: int) -> Frame:
    """Read "told the Post she would go", whose clause the parse hangs on the recipient."""
    for child in tree.all(recipient, "relative clause"):
        if not any(_relative(tree, inner) for inner in tree.children[child]):
            return Frame("clause", (child,))
    return Frame("recipient")


def _relative(tree: Tree, index: int) -> bool:
    return tree.tokens[index].form in ("interrogative", "interrogative determiner")


def _wished(tree: Tree, verb: int, relations: dict[str, list[int]]) -> Frame | None:
    """Read "called for all sides to stop", whose "for" the parse takes as a conjunction."""
    for child in relations.get("adverbial clause", ()):
        link = tree.child(child, "marker")
        if link is not None and link > verb and tree.word(link) in tree.reporting.wishes:
            return Frame(tree.word(link), (child,), link)
    return None


def _open_frame(tree: Tree, complement: int) -> Frame:
    token = tree.tokens[complement]
    if token.word_class not in ("verb", "auxiliary"):
        return Frame("adjective", (complement,))
    return Frame("gerund" if token.form == "present participle" else "infinitive", (complement,))


def _object_frame(tree: Tree, thing: int, named: list[int], later: list[int]) -> Frame:
    likened = [child for child in later if tree.word(child) in tree.reporting.likening]
    if named or likened:
        return Frame("object+as", (thing, *named, *likened))
    rated = [child for child in later if tree.word(child) in tree.reporting.amounts]
    if rated and tree.lemma(tree.tokens[thing].head) in tree.reporting.rating:
        return Frame("object+at", (thing, rated[0]))
    about = [child for child in later if tree.word(child) in tree.reporting.topics]
    if about:
        told = tree.lemma(tree.tokens[thing].head) in tree.reporting.recipient
        return Frame(f"object+{tree.word(about[0])}", (about[0],) if told else (thing, about[0]))
    return Frame("object", (thing,))


def _prepositional(tree: Tree, link: int, prefix: str, more: tuple[int, ...] = ()) -> Frame:
    inner = tree.inner(link)
    word = tree.word(link)
    return Frame(f"{prefix}{word}", (*inner, *more), link) if inner else Frame("bare")
