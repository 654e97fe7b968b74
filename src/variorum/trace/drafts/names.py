"""Names of a draft: does any source name this person, body or place?

Enters: the draft, its sources, the names of all. Leaves: an `Assessment` for the first mention of each name in a
sentence.

A name that the sources have, but nowhere near what the draft says, is at odds with the name of its kind that the nearest
sentence has in its place; where that has none, or the sentence is not near enough, it is left open. A name with an office
that the sources give to one other person alone is at odds with that person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from operator import itemgetter
from pathlib import Path

from msgspec import Struct

from variorum.align.differences import words
from variorum.annotations import Token
from variorum.languages.registry import language_of
from variorum.link.names.name_parts import name_form
from variorum.records import Account, Dossier, Entity, Name, Span, new_id
from variorum.trace.checking.voices import People
from variorum.trace.drafts.assessments import Assessment, assessed
from variorum.trace.drafts.by_place import ByPlace, by_place, places, sentence_at
from variorum.trace.drafts.evidence import NearSentences

NEAR_ENOUGH = 0.6
"""How near a sentence must be for a name of its own to stand where the draft has another."""

Office = tuple[str, frozenset[str]]
"""What somebody is: the word that says it, and all words, in lower case."""

NO_ENTITIES: frozenset[str] = frozenset()


class NamesOfSources(Struct, frozen=True):
    """Whom the sources name: mentions by entity and by place, persons by their last word, and every word that they print."""

    people: People
    mentions: dict[str, list[Span]]
    placed: ByPlace[tuple[Entity, Span]]
    persons: dict[str, list[Entity]]
    offices: dict[str, set[Office]]
    printed: frozenset[str]


def names_of(
    sources: Sequence[Dossier], entities: Sequence[Entity], people: People
) -> NamesOfSources:
    """Gather whom the sources name."""
    accounts = {source.account.id for source in sources}
    named = [(entity, one) for entity in entities for one in entity.mentions]
    placed = [(entity, one) for entity, one in named if one.account in accounts]
    mentions: dict[str, list[Span]] = {}
    persons: dict[str, list[Entity]] = {}
    for entity, place in placed:
        mentions.setdefault(entity.id, []).append(place)
    for entity in (one for one in entities if one.id in mentions):
        last = name_form(people.parts, entity.name, entity.kind).words[-1:]
        if entity.kind == "person" and last:
            persons.setdefault(last[0], []).append(entity)
    printed = frozenset(key for source in sources for key in _printed(source.account))
    return NamesOfSources(
        people,
        mentions,
        by_place(placed, itemgetter(1)),
        persons,
        _offices(sources, people),
        printed,
    )


def _offices(sources: Sequence[Dossier], people: People) -> dict[str, set[Office]]:
    """Return the offices that the sources give to each person."""
    found: dict[str, set[Office]] = {}
    for source in sources:
        for name in source.statements.names:
            owner = people.owner.get(name.id)
            if owner is not None and name.kind == "person":
                made = (office(role, source.account) for role in name.roles)
                found.setdefault(owner, set()).update(one for one in made if one is not None)
    return found


def office(role: str, account: Account) -> Office | None:
    """Return an office by its words: of "director of the port" the first says what somebody is, of "port director" the last."""
    language = language_of(account.language)
    keys = [word.key for word in words(role, language=language) if word.key]
    told = [key for key in keys if key not in language.sense.common]
    before = list(takewhile(lambda key: key not in language.sense.relating, keys)) or keys
    return (before[-1], frozenset(told)) if told else None


def _printed(account: Account) -> Iterator[str]:
    """Yield the words of an account, and those by which it is known: its outlet, title, file and address."""
    language = language_of(account.language)
    known = " ".join(
        filter(None, (account.outlet, account.title, Path(account.source).stem, account.url))
    )
    for text in (account.text, known.replace("-", " ").replace("_", " ").replace(".", " ")):
        yield from (word.text.casefold() for word in words(text, language=language) if word.key)


def assess_names(
    draft: Dossier, found: NamesOfSources, near: Mapping[int, NearSentences], quoted: ByPlace[Span]
) -> Iterator[Assessment]:
    """Yield what each name of a draft comes to, once a sentence; those in `quoted` words are left out.

    `near` is the evidence of each sentence of the draft that is asked about, by its number.
    """
    told = draft.statements.quotations
    carriers = places(
        w for q in told for w in (q.speaker.place, *(c.place for c in q.via)) if w is not None
    )
    beside = _entities_by_sentence(draft, found)
    for name in _all_names(draft):
        for number, mention in _once_a_sentence(draft, name).items():
            if number in near and not quoted.meets(mention):
                one = _in_office(draft, name, mention, found) or _assessment(
                    name, mention, found, near[number], beside.get(number, NO_ENTITIES)
                )
                carries = name.kind == "organisation" and carriers.meets(mention)
                if one.rule == "absent_name" and carries:
                    one = assessed("name", mention, "absent_carrier", mine=name.name)
                yield one


def _all_names(draft: Dossier) -> Iterator[Name]:
    """Yield the names of a draft, and runs of proper nouns that were taken for no name: "the Tasman Glacier"."""
    yield from draft.statements.names
    said = draft.statements
    named = (mention for name in said.names for mention in name.mentions)
    moments, figures = (one.place for one in said.moments), (one.place for one in said.figures)
    known = places((*named, *moments, *figures))
    run: list[Token] = []
    for token in (*draft.annotation.tokens, None):
        if token is not None and token.word_class == "proper noun":
            run.append(token)
            continue
        place = draft.account.span(run[0].start, run[-1].end) if run else None
        if place is not None and not known.meets(place):
            yield Name(
                id=new_id("n", draft.account.id, place.start),
                account=draft.account.id,
                name=place.text,
                kind="place",
                mentions=(place,),
            )
        run = []


def _once_a_sentence(draft: Dossier, name: Name) -> dict[int, Span]:
    first: dict[int, Span] = {}
    for mention in name.mentions:
        number = sentence_at(draft.annotation.sentences, mention.start)
        if number is not None:
            first.setdefault(number, mention)
    return first


def _entities_by_sentence(draft: Dossier, found: NamesOfSources) -> dict[int, frozenset[str]]:
    """Return the entities that each sentence of the draft names."""
    named: dict[int, set[str]] = {}
    for name in draft.statements.names:
        owner = found.people.owner.get(name.id)
        for number in _once_a_sentence(draft, name) if owner else ():
            named.setdefault(number, set()).add(owner or "")
    return {number: frozenset(owners) for number, owners in named.items()}


def _assessment(
    name: Name, mention: Span, found: NamesOfSources, near: NearSentences, beside: frozenset[str]
) -> Assessment:
    there = found.mentions.get(found.people.owner.get(name.id, ""), [])
    if there:
        return _placed(name, mention, found, near, beside)
    form = name_form(found.people.parts, name.name, name.kind)
    if all(word in found.printed for word in _spelt(name)):
        return assessed("name", mention, "named", mine=name.name)
    namesakes = (
        found.persons.get(form.words[-1], []) if form.words and name.kind == "person" else []
    )
    if len(form.words) > 1 and namesakes:
        other = found.mentions[namesakes[0].id][0]
        return assessed(
            "name", mention, "other_given_name", other, theirs=namesakes[0].name, mine=name.name
        )
    return assessed("name", mention, "absent_name", mine=name.name)


def _in_office(
    draft: Dossier, name: Name, mention: Span, found: NamesOfSources
) -> Assessment | None:
    """Say of a person whom the draft gives an office that it is another's, if the sources give it to one person alone."""
    owner = found.people.owner.get(name.id, "")
    number = sentence_at(draft.annotation.sentences, mention.start)
    if name.kind != "person" or owner not in found.mentions or number is None:
        return None
    sentence = draft.annotation.sentences[number]
    text = draft.account.text[sentence.start : sentence.end]
    for role in (one for one in name.roles if one in text):
        mine = office(role, draft.account)
        own = frozenset(word for _, told in found.offices.get(owner, ()) for word in told)
        holders = [
            who
            for who, held in found.offices.items()
            if mine and any(map(partial(_is_office, mine), held))
        ]
        if mine and len(holders) == 1 and holders[0] != owner and own and own.isdisjoint(mine[1]):
            there, other = found.mentions[holders[0]][0], found.people.names[holders[0]]
            return assessed(
                "name", mention, "other_office", there, mine=name.name, theirs=other, office=role
            )
    return None


def _is_office(mine: Office, other: Office) -> bool:
    return mine[0] == other[0] and mine[1] <= other[1]


def _placed(
    name: Name, mention: Span, found: NamesOfSources, near: NearSentences, beside: frozenset[str]
) -> Assessment:
    """Say of a name that the sources have whether it stands near what the draft says."""
    there = found.mentions[found.people.owner[name.id]]
    here = next((place for place in there if near.holds(place)), None)
    if here is not None:
        return assessed("name", mention, "named", here, mine=name.name)
    last = _spelt(name)[-1:]
    if any(word in one.beside.text.casefold() for one in near.found for word in last):
        return assessed("name", mention, "named", there[0], mine=name.name)
    for place, other in _in_nearest(name, found, near):
        if other.id not in beside:
            return assessed("name", mention, "other_name", place, theirs=other.name, mine=name.name)
    return assessed("name", mention, "name_elsewhere", there[0], mine=name.name)


def _in_nearest(
    name: Name, found: NamesOfSources, near: NearSentences
) -> Iterator[tuple[Span, Entity]]:
    """Yield the names of one kind that the nearest sentence has, if it is near enough."""
    if near.best is None or near.scores[0] < NEAR_ENOUGH:
        return
    for entity, place in found.placed.meeting(near.best.place):
        if entity.kind == name.kind:
            yield place, entity


def _spelt(name: Name) -> list[str]:
    return [word.text.casefold() for word in words(name.name) if word.key]
