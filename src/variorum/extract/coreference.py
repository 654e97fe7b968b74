"""Coreference: whom "he", "the Russian leader" or "the company" means, within one account.

Enters: an account's `Name`s, its parse, the words that name a speaker. Leaves: a `Resolved`.

Only what is safe is resolved: a pronoun to the person who was last the subject of a sentence (or
last spoke), a description to the one name whose printed roles bear it out. Plurals ("officials",
"residents") stay as printed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct

from variorum.annotations import Annotation
from variorum.extract.attribution_tree import Tree
from variorum.extract.english_names import (
    BODY_OF,
    BODY_PRONOUNS,
    DEMONYMS,
    FEMALE_TITLES,
    MALE_TITLES,
    OFFICES,
    PRONOUNS,
    ROLE_OF,
)
from variorum.records import Account, Name, Span

_SENTENCES_BACK = 6
_MENTIONS_BACK = 60
_TOKENS_BACK = 150
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
_SUBJECT = frozenset(("nsubj", "nsubjpass"))


class Resolved(Struct, frozen=True):
    """The `Name` meant (or ``None``) and the path that led to it, empty where it is printed."""

    name: Name | None
    path: tuple[str, ...] = ()


class _Mention(Struct, frozen=True):
    start: int
    end: int
    name: int
    token: int
    subject: bool
    quoted: bool


class Referents(Struct, frozen=True):
    """All mentions of an account in order, and what is known of each name."""

    names: tuple[Name, ...]
    mentions: tuple[_Mention, ...]
    starts: tuple[int, ...]
    genders: tuple[str | None, ...]
    tree: Tree
    sentence_starts: tuple[int, ...]
    title_end: int
    quoted: Mapping[int, bool]

    def phrase(self, head: int) -> str:
        """Return the words of the phrase that a token heads, up to it."""
        return _phrase(
            self, self.tree.tokens[self.tree.left[head]].start, self.tree.tokens[head].end
        )


def referents(
    account: Account,
    annotation: Annotation,
    names: Sequence[Name],
    tree: Tree,
    quoted: Mapping[int, bool],
) -> Referents:
    """Gather what resolving needs. `quoted` holds the tokens that stand inside quotations."""
    starts = [token.start for token in tree.tokens]
    found = [
        _mention(span, number, tree, starts, quoted)
        for number, name in enumerate(names)
        for span in name.mentions
    ]
    found.sort(key=lambda mention: (mention.start, mention.end))
    return Referents(
        tuple(names),
        tuple(found),
        tuple(mention.start for mention in found),
        tuple(_gender(name) for name in names),
        tree,
        tuple(sentence.start for sentence in annotation.sentences),
        max((region.end for region in account.regions if region.kind == "title"), default=0),
        quoted,
    )


def _mention(
    span: Span, number: int, tree: Tree, starts: list[int], quoted: Mapping[int, bool]
) -> _Mention:
    start, end = span.start, span.end
    token = bisect_right(starts, end - 1) - 1
    if token < 0 or tree.tokens[token].end <= start:
        return _Mention(start, end, number, -1, True, False)
    head = token
    while tree.tokens[head].dep in ("compound", "appos", "flat") and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    subject = tree.tokens[head].dep in _SUBJECT or tree.tokens[token].dep in _SUBJECT
    return _Mention(start, end, number, token, subject, quoted.get(token, False))


def _gender(name: Name) -> str | None:
    said = {word.lower().strip(".") for role in name.roles for word in role.split()}
    if said & FEMALE_TITLES:
        return "f"
    return "m" if said & MALE_TITLES else None


def resolve(view: Referents, head: int) -> Resolved:
    """Return whom the phrase with this head token means.

    The path is ("he", "Bashar al-Assad") where the printed words are not the name itself.
    """
    token = view.tree.tokens[head]
    plain = token.text.lower()
    if view.tree.child(head, "conj") is not None and view.tree.child(head, "cc") is not None:
        return Resolved(None)
    printed = _printed(view, head)
    if printed is not None:
        return Resolved(view.names[printed])
    if plain in _RELATIVES:
        return _relative(view, head)
    if plain in PRONOUNS:
        return _path(view, head, _by_pronoun(view, head, PRONOUNS[plain]))
    if plain in BODY_PRONOUNS:
        return _path(view, head, _last_body(view, head))
    if token.tag in ("NN", "NNP"):
        return _path(view, head, _by_description(view, head))
    return Resolved(None)


def _path(view: Referents, head: int, found: int | None) -> Resolved:
    if found is None:
        return Resolved(None)
    token = view.tree.tokens[head]
    words = token.text if token.pos == "PRON" else view.phrase(head)
    return Resolved(view.names[found], (words, view.names[found].name))


def _phrase(view: Referents, start: int, end: int) -> str:
    return " ".join(
        token.text for token in view.tree.tokens[_at(view, start) : _at(view, end - 1) + 1]
    )


def _at(view: Referents, char: int) -> int:
    return bisect_right(view.tree.tokens, char, key=lambda token: token.start) - 1


def _printed(view: Referents, head: int) -> int | None:
    """Return the name whose mention holds the head token or stands in apposition to it."""
    tree = view.tree
    for index in (head, *tree.all(head, "appos", "flat")):
        at = bisect_right(view.starts, tree.tokens[index].start) - 1
        if at >= 0 and view.mentions[at].end >= tree.tokens[index].end:
            mention = view.mentions[at]
            if index == head or view.names[mention.name].kind == "person":
                return mention.name
    return None


def _relative(view: Referents, head: int) -> Resolved:
    """Resolve "who" to what its clause stands beside."""
    outer = antecedent(view.tree, head)
    found = resolve(view, outer) if outer is not None else Resolved(None)
    if found.name is None:
        return Resolved(None)
    return Resolved(found.name, (view.tree.tokens[head].text, found.name.name))


def antecedent(tree: Tree, head: int) -> int | None:
    """Return the noun that a relative pronoun's clause stands beside; ``None`` for other words."""
    if tree.tokens[head].text.lower() not in _RELATIVES:
        return None
    verb = tree.tokens[head].head
    for _ in range(4):
        if tree.tokens[verb].dep == "relcl":
            outer = tree.tokens[verb].head
            return outer if outer != head else None
        verb = tree.tokens[verb].head
    return None


def _by_pronoun(view: Referents, head: int, gender: str) -> int | None:
    """Return the person meant: the last subject of a sentence, else the only one named in it.

    Nobody is returned where another person whom no name is known for stands nearer, and where
    several persons of the sentence may be meant and none of them is its subject alone.
    """
    sentence = view.tree.sentence_of[head]
    for number in range(sentence, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        said = _named_in(view, number, head, gender)
        subjects = list(dict.fromkeys(m.name for m in said if m.subject))
        described = _described(view, number, head)
        if described is not None:
            found = _described_person(view, described)
            return found if found is None or view.genders[found] in (None, gender) else None
        if subjects:
            return subjects[0] if len(subjects) == 1 or number == sentence else subjects[-1]
        if number != sentence and said:
            return said[0].name if len({mention.name for mention in said}) == 1 else None
    return None


def _named_in(view: Referents, number: int, head: int, gender: str) -> list[_Mention]:
    """Return the persons named in a sentence before a pronoun, outside quotations."""
    first = view.sentence_starts[number]
    end = view.tree.tokens[head].start
    if number + 1 < len(view.sentence_starts):
        end = min(end, view.sentence_starts[number + 1])
    last = bisect_left(view.starts, end)
    at = max(bisect_left(view.starts, first), last - _MENTIONS_BACK)
    return [mention for mention in view.mentions[at:last] if _may_be(view, mention, gender)]


def _may_be(view: Referents, mention: _Mention, gender: str) -> bool:
    known = view.genders[mention.name]
    person = view.names[mention.name].kind == "person"
    return person and not mention.quoted and (known is None or known == gender)


def _described(view: Referents, number: int, head: int) -> int | None:
    """Return the last subject that is a person by description or an unknown name: "the judge"."""
    tree = view.tree
    first = tree.sentence_first[number]
    last = min(head, tree.last_of(first))
    for index in range(last - 1, max(first, last - _TOKENS_BACK) - 1, -1):
        token = tree.tokens[index]
        if token.dep != "nsubj" or view.quoted.get(index, False) or token.tag == "PRP":
            continue
        if _printed(view, index) is not None:
            return None
        if token.tag == "NNP" or (token.tag == "NN" and token.lemma.lower() in ROLE_OF):
            return index
    return None


def _described_person(view: Referents, head: int) -> int | None:
    """Return the person whose printed role bears a description out, ``None`` for a mere name."""
    lemma = view.tree.tokens[head].lemma.lower()
    return _by_description(view, head) if lemma in ROLE_OF else None


def _last_body(view: Referents, head: int) -> int | None:
    """Return the body or place that was the last subject before "it", in this or the last sentence."""
    token = view.tree.tokens[head]
    sentence = bisect_right(view.sentence_starts, token.start) - 1
    floor = view.sentence_starts[max(0, sentence - 1)]
    at = bisect_right(view.starts, token.start) - 1
    while at >= 0 and view.mentions[at].start >= floor:
        mention = view.mentions[at]
        if mention.subject and not mention.quoted and view.names[mention.name].kind != "person":
            return mention.name
        at -= 1
    return None


def _by_description(view: Referents, head: int) -> int | None:
    """Resolve "the Russian leader" by printed roles, "the company" by the words of names."""
    tree = view.tree
    lemma = tree.tokens[head].lemma.lower()
    definite = any(
        tree.tokens[child].text.lower() in ("the", "this", "that")
        for child in tree.all(head, "det")
    )
    headline = tree.tokens[head].start < view.title_end and lemma in OFFICES
    if not definite and not headline:
        return None
    origins = _origins(tree, head)
    if lemma in ROLE_OF:
        return _by_role(view, head, lemma, origins)
    return _by_body(view, head, lemma) if lemma in BODY_OF else None


def _origins(tree: Tree, head: int) -> frozenset[str]:
    """Return the countries that modify a description, demonyms turned into their country."""
    said = [tree.tokens[child].text.lower() for child in tree.all(head, "amod", "compound", "nmod")]
    return frozenset(DEMONYMS[word] for word in said if word in DEMONYMS)


def _by_role(view: Referents, head: int, lemma: str, origins: frozenset[str]) -> int | None:
    start = view.tree.tokens[head].start
    fits = []
    for number, name in enumerate(view.names):
        unmet = name.mentions[0].start > start >= view.title_end
        if name.kind != "person" or unmet:
            continue
        if any(_bears(role, ROLE_OF[lemma], origins) for role in name.roles):
            fits.append(number)
    return fits[0] if len(fits) == 1 else _just_named(view, start, fits)


def _just_named(view: Referents, start: int, fits: Sequence[int]) -> int | None:
    """Return the one of several who is named in the sentence before, or in this one."""
    sentence = bisect_right(view.sentence_starts, start) - 1
    floor = view.sentence_starts[max(0, sentence - 1)]
    first, last = bisect_left(view.starts, floor), bisect_left(view.starts, start)
    near = {m.name for m in view.mentions[max(first, last - _MENTIONS_BACK) : last]}
    kept = [number for number in fits if number in near]
    return kept[0] if len(kept) == 1 else None


def _bears(role: str, heads: frozenset[str], origins: frozenset[str]) -> bool:
    said = [word.strip(".,").lower() for word in role.split()]
    if not heads & _heads(said):
        return False
    if not origins:
        return True
    joined = " ".join(said)
    countries = {DEMONYMS[word] for word in said if word in DEMONYMS}
    return bool(origins & countries) or any(country in joined for country in origins)


def _heads(said: Sequence[str]) -> set[str]:
    """Return the head nouns of a role: the last word before "of", "for" and the like, each side
    of an "and"; "the mayor's brother" is no mayor.
    """
    heads, current = set(), ""
    for word in said:
        if word in ("and", "&"):
            heads.add(current)
        elif word in ("of", "for", "at", "in", "to", "from", "with"):
            break
        current = word
    return heads | {current}


def _by_body(view: Referents, head: int, lemma: str) -> int | None:
    start = view.tree.tokens[head].start
    fits = [
        number
        for number, name in enumerate(view.names)
        if name.kind == "organisation"
        and name.mentions[0].start < start
        and BODY_OF[lemma] & {word.strip(".,").lower() for word in name.name.split()}
    ]
    return fits[0] if len(fits) == 1 else None
