"""Referents: what an account offers for "he", "the company" or "Volk" to mean.

Enters: an account's `Name`s, its parse, who speaks in it. Leaves: `Referents`, which
`coreference` and `descriptions` look through.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from variorum.annotations import Annotation
from variorum.extract.names.bearers import given_gender
from variorum.extract.names.borne import plain_words, role_heads
from variorum.extract.names.keys import name_words, surname
from variorum.extract.referents.genders import genders_told
from variorum.extract.referents.places import NamePosition
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.records import Account, Name, Span
from variorum.segment.tree import Tree
from variorum.syntax import NOMINAL_SUBJECTS, Relation, WordClass

_MENTIONS_BACK = 60
_LOOKED_AT = 50
TOKENS_BACK = 150
"""Words that are looked through for a person who may be meant."""
_NOUNS = frozenset[WordClass](("noun", "proper noun", "pronoun"))
_WITHIN_NAME = frozenset[Relation](("compound", "apposition"))


class Speaking(Struct, frozen=True):
    """A source that the narrator gives words: its head and tokens; whether the words were uttered,
    and whether they stand in marks beside the cue.
    """

    head: int
    first: int
    end: int
    speech: bool
    marked: bool


class Referents(Struct, frozen=True):
    """All mentions of an account in order, and what is known of each name.

    `genders` is "m", "f" or ``None`` for each name.
    `shared` are the names that are only a surname which several persons bear: nobody is meant.
    `called` are the persons by the head nouns of their printed roles, `worded` the bodies by the words of
    their names. `human` are nouns that the text itself shows to be persons'.
    """

    names: tuple[Name, ...]
    places: tuple[NamePosition, ...]
    starts: tuple[int, ...]
    genders: tuple[str | None, ...]
    shared: frozenset[int]
    called: Mapping[str, Sequence[int]]
    worded: Mapping[str, Sequence[int]]
    speaking: tuple[Speaking, ...]
    human: frozenset[str]
    tree: Tree
    title_end: int
    quoted: Mapping[int, bool]

    @property
    def language(self) -> Language:
        """The language that the account is read in."""
        return self.tree.language

    def words(self, first: int, end: int) -> str:
        """Return tokens as one line of words, as the account spaces them."""
        tokens = self.tree.tokens[first:end]
        gaps = [one.end < other.start for one, other in pairwise(tokens)]
        said = (
            f" {t.text}" if gap else t.text for t, gap in zip(tokens, [False, *gaps], strict=True)
        )
        return " ".join("".join(said).split())

    def phrase(self, head: int) -> str:
        """Return the words of the phrase that a token heads, up to it, without a mark before them."""
        first = self.tree.left[head]
        while first < head and self.tree.tokens[first].word_class == "punctuation":
            first += 1
        return self.words(first, head + 1)

    def printed(self, index: int) -> int | None:
        """Return the name whose mention holds a token."""
        token = self.tree.tokens[index]
        at = bisect_right(self.starts, token.start) - 1
        if at >= 0 and self.places[at].end >= token.end:
            return self.places[at].name
        return None

    def places_at(self, start: int) -> Sequence[NamePosition]:
        """Return the mentions that begin at a character."""
        return self.places[bisect_left(self.starts, start) : bisect_right(self.starts, start)]

    def in_sentence(self, number: int, before: int) -> Sequence[NamePosition]:
        """Return the mentions of a sentence that stand before a token, the last sixty of them."""
        tokens = self.tree.tokens
        first = self.tree.sentence_first[number]
        end = min(tokens[before].start, tokens[self.tree.last_of(first) - 1].end)
        last = bisect_left(self.starts, end)
        at = max(bisect_left(self.starts, tokens[first].start), last - _MENTIONS_BACK)
        return self.places[at:last]

    def speaking_before(self, index: int) -> int:
        """Return how many of `speaking` stand before a token."""
        return bisect_left(self.speaking, index, key=lambda one: one.head)


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
        _place(span, number, tree, starts, quoted)
        for number, name in enumerate(names)
        for span in name.mentions
    ]
    found.sort(key=lambda place: (place.start, place.end))
    return Referents(
        names=tuple(names),
        places=tuple(found),
        starts=tuple(place.start for place in found),
        genders=_genders(account, names, tree, found, quoted),
        shared=_shared(names),
        called=_called(language_of(account.language), names),
        worded=_worded(names),
        speaking=(),
        human=_human(tree),
        tree=tree,
        title_end=max((r.end for r in account.regions if r.kind == "title"), default=0),
        quoted=quoted,
    )


def _place(
    span: Span, number: int, tree: Tree, starts: list[int], quoted: Mapping[int, bool]
) -> NamePosition:
    start, end = span.start, span.end
    token = bisect_right(starts, end - 1) - 1
    if token < 0 or tree.tokens[token].end <= start:
        return NamePosition(start, end, number, -1, -1, subject=True, quoted=False)
    head = token
    while _goes_up(tree, head, start, end):
        head = tree.tokens[head].head
    top = head
    while (
        tree.tokens[top].relation == "conjunct"
        and tree.tokens[tree.tokens[top].head].word_class in _NOUNS
    ):
        top = tree.tokens[top].head
    subject = (
        tree.tokens[top].relation in NOMINAL_SUBJECTS
        or tree.tokens[token].relation in NOMINAL_SUBJECTS
    )
    return NamePosition(start, end, number, token, head, subject, quoted.get(token, False))


def _goes_up(tree: Tree, index: int, start: int, end: int) -> bool:
    """Tell whether the word that governs a token belongs to the same phrase, or holds the name."""
    up = tree.tokens[index].head
    inside = start <= tree.tokens[up].start < end
    return up != index and (inside or tree.tokens[index].relation in _WITHIN_NAME)


def _genders(
    account: Account,
    names: Sequence[Name],
    tree: Tree,
    places: Sequence[NamePosition],
    quoted: Mapping[int, bool],
) -> tuple[str | None, ...]:
    """Return the gender that titles, kinship or pronouns give each person."""
    words = language_of(account.language).names
    persons = frozenset(number for number, name in enumerate(names) if name.kind == "person")
    told = genders_told(tree, [p for p in places if p.name in persons], quoted)
    return tuple(
        given_gender(words, account.text, name.roles, _looked_at(name)) or told.get(number)
        for number, name in enumerate(names)
    )


def _looked_at(name: Name) -> Iterator[tuple[int, int]]:
    return ((span.start, span.end) for span in name.mentions[:_LOOKED_AT])


def _shared(names: Sequence[Name]) -> frozenset[int]:
    """Return the persons' names of one word that is the surname of several other persons."""
    said = [name_words(name.name) if name.kind == "person" else () for name in names]
    bearers = Counter(surname(name) for name in said if len(name) > 1)
    return frozenset(i for i, n in enumerate(said) if len(n) == 1 and bearers[surname(n)] > 1)


def _human(tree: Tree) -> frozenset[str]:
    """Return the nouns, by lemma, of which the text says "who" or that tell somebody something."""
    names, reporting = tree.language.names, tree.reporting
    bodily = names.body_of.keys() | names.body_endings | reporting.documents | reporting.reported
    shown = (
        tree.lemma(index)
        for index, token in enumerate(tree.tokens)
        if token.form == "singular" and (_tells(tree, index) or _is_who(tree, index))
    )
    return frozenset(lemma for lemma in shown if lemma not in bodily)


def _tells(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.relation == "subject" and tree.lemma(token.head) in tree.language.names.telling


def _is_who(tree: Tree, index: int) -> bool:
    words = tree.reporting.relative_persons
    verbs = tree.all(index, "relative clause")
    return any(tree.word(child) in words for verb in verbs for child in tree.children[verb])


def _called(language: Language, names: Sequence[Name]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        roles = name.roles if name.kind == "person" else ()
        for head in {h for role in roles for h in role_heads(language.names, plain_words(role))}:
            found.setdefault(head, []).append(number)
    return found


def _worded(names: Sequence[Name]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for word in set(plain_words(name.name)) if name.kind == "organisation" else ():
            found.setdefault(word, []).append(number)
    return found
