"""Genders: which persons an account itself speaks of as "he" or as "she".

Enters: a `Tree`, the places of persons' names in it. Leaves: "m" or "f" for those it tells of.

A pronoun tells where a sentence names one person only, as its subject, and the pronoun follows: "Wu left
with her dog" at once, "Wu said she left", where another may be meant, if the account has it twice. Where
both are told, neither is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from variorum.extract.referents.places import NamePosition
from variorum.segment.tree import Tree
from variorum.syntax import NOMINAL_SUBJECTS

_BOUND, _LOOSE, _ENOUGH = 2, 1, 2


def genders_told(
    tree: Tree, persons: Sequence[NamePosition], quoted: Mapping[int, bool]
) -> dict[int, str]:
    """Return the gender of each name of a person that pronouns show to have one.

    `quoted` holds the tokens inside quotations, which tell nothing.
    """
    votes: dict[int, Counter[str]] = {}
    for subject in _alone(tree, persons):
        for gender, weight in _shown(tree, subject, quoted):
            votes.setdefault(subject.name, Counter())[gender] += weight
    shown = {name: _only(told) for name, told in votes.items()}
    return {name: gender for name, gender in shown.items() if gender is not None}


def _alone(tree: Tree, persons: Sequence[NamePosition]) -> Iterator[NamePosition]:
    """Yield the first subject of each sentence that names one person and no other."""
    by_sentence: dict[int, list[NamePosition]] = {}
    for place in persons:
        if place.token >= 0 and not place.quoted:
            by_sentence.setdefault(tree.sentence_of[place.token], []).append(place)
    for said in by_sentence.values():
        subjects = [place for place in said if place.subject]
        if subjects and len({place.name for place in said}) == 1:
            yield subjects[0]


def _only(told: Counter[str]) -> str | None:
    gender, weight = told.most_common(1)[0]
    return gender if len(told) == 1 and weight >= _ENOUGH else None


def _shown(
    tree: Tree, subject: NamePosition, quoted: Mapping[int, bool]
) -> Iterator[tuple[str, int]]:
    """Yield the gender of the pronouns after a subject in its sentence, where they all show one."""
    pronouns = tree.language.names.pronouns
    after = [
        index
        for index in range(subject.token + 1, tree.last_of(subject.token))
        if tree.word(index) in pronouns and not quoted.get(index, False)
    ]
    if len({pronouns[tree.word(index)] for index in after}) == 1:
        bound = any(_same_clause(tree, index, subject) for index in after)
        yield pronouns[tree.word(after[0])], _BOUND if bound else _LOOSE


def _same_clause(tree: Tree, index: int, subject: NamePosition) -> bool:
    """Tell "Wu left with her dog" from "Wu said her dog left": whose, by the subject next above."""
    if tree.tokens[index].relation != "possessor":
        return False
    while tree.tokens[index].head != index:
        index = tree.tokens[index].head
        for one in tree.all(index, *NOMINAL_SUBJECTS):
            return one in (subject.head, subject.token)
    return False
