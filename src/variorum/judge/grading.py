"""Degrees: one act told of one thing, with other words of degree or of doubt, or none.

Enters: an event's dossiers. Leaves: alignments of those who tell the act, and a verdict for each two
accounts whose words of degree differ: "almost totally destroyed", "destroyed".

The verb, what befalls, what it is called ("treated as suspicious"), negation and modals are the same. That it is
one thing shows in a name that both have with it, or in what it is called.
What differs is shown and nothing concluded: the verdict is left open, and a finding shows the words.
Words of degree of two languages are not held against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from variorum.align.alignments import MOST_SILENT, reading
from variorum.folding import fold
from variorum.judge.acts.same_act import nested
from variorum.judge.figures.occasions import NamedDay, occasion
from variorum.judge.figures.occasions import at_other_times as times_apart
from variorum.languages.language import Language
from variorum.link.grouping.groups import Groups
from variorum.records import Account, Alignment, Dossier, Span, Verdict, new_id
from variorum.segment.tree import Tree, tree
from variorum.syntax import INTERROGATIVE, PLURAL, PRONOUNS, Relation

DEGREE_RULE = "degree"
BECAUSE = "The accounts tell one act with other words of degree or doubt."
Act = tuple[str, str, str | None, bool, tuple[str, ...]]
"""Lemmas of the verb, of what it befalls, of what that is called; negated; the modals."""


class Told(Struct, frozen=True):
    """An act as one sentence tells it: its words of degree, and the place from them to the verb.

    `names` are those that stand with what it befalls, where that is one thing; `days` those of its
    sentence; `language` is that of its account.
    """

    act: Act
    degree: tuple[str, ...]
    names: frozenset[str]
    place: Span
    days: tuple[NamedDay, ...]
    language: Language


def degrees(
    event: str, dossiers: Mapping[str, Dossier]
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return an alignment for each act told in several degrees, with the verdicts of its pairs."""
    firsts: dict[tuple[Act, str, tuple[str, ...]], Told] = {}
    for account in sorted(dossiers):
        for told in _told_acts(dossiers[account]):
            firsts.setdefault((told.act, account, told.degree), told)
    acts: dict[Act, list[Told]] = defaultdict(list)
    for told in firsts.values():
        acts[told.act].append(told)
    made = [
        _alignment(event, group, sorted(dossiers))
        for act in sorted(acts, key=str)
        for group in _alike(acts[act])
    ]
    found = [(one, verdicts) for one, verdicts in made if verdicts]
    return tuple(one for one, _ in found), tuple(v for _, verdicts in found for v in verdicts)


def _alike(told: Sequence[Told]) -> list[list[Told]]:
    """Put together what tells of one thing, directly or through others."""
    groups = Groups(len(told))
    for (one, left), (other, right) in combinations(enumerate(told), 2):
        if _one_thing(left, right):
            groups.join(one, other)
    return [[told[number] for number in group] for group in groups.all() if len(group) > 1]


def _one_thing(one: Told, other: Told) -> bool:
    _, thing, called, _, _ = one.act
    return called is not None or nested(one.names - {thing}, other.names - {thing})


def _alignment(
    event: str, told: Sequence[Told], accounts: Sequence[str]
) -> tuple[Alignment, list[Verdict]]:
    act = told[0].act
    identity = new_id(
        "l", event, DEGREE_RULE, *(f"{t.place.account}.{t.place.start}" for t in told)
    )
    verdicts = [_verdict(identity, *pair) for pair in combinations(told, 2) if _differ(*pair)]
    speaking = sorted({one.place.account for one in told})
    heard = accounts if len(accounts) <= MOST_SILENT else speaking
    places = {a: [one.place for one in told if one.place.account == a] for a in heard}
    alignment = Alignment(
        id=identity,
        event=event,
        about=" ".join(word for word in (act[1], act[0], act[2]) if word),
        readings=tuple(reading(account, places[account], ()) for account in heard),
    )
    return alignment, verdicts


def _differ(one: Told, other: Told) -> bool:
    apart = one.place.account != other.place.account and one.language is other.language
    days = times_apart(one.days, other.days)
    return (
        apart and not days and _degree_words(one) != _degree_words(other) and _one_thing(one, other)
    )


def _degree_words(told: Told) -> list[str]:
    return [word for word in told.degree if word not in told.language.sense.wholly]


def _verdict(alignment: str, one: Told, other: Told) -> Verdict:
    return Verdict(
        id=new_id("v", alignment, one.place.start, other.place.account, other.place.start),
        alignment=alignment,
        left=one.place,
        right=other.place,
        kind="unclear",
        rule=DEGREE_RULE,
        because=BECAUSE,
        marks=(one.place, other.place),
    )


# --- acts ---------------------------------------------------------------------------------------


def _told_acts(dossier: Dossier) -> Iterator[Told]:
    if dossier.account.kind == "transcript":
        return
    grown = tree(dossier.annotation)
    light = grown.language.sense.light_verbs
    for verb, token in enumerate(grown.tokens):
        if token.word_class == "verb" and token.lemma.lower() not in light:
            thing, held = _befalls(grown, verb)
            if thing is not None and _is_told(grown, verb):
                yield _act(dossier, grown, verb, (thing, held))


def _is_told(grown: Tree, verb: int) -> bool:
    """Tell whether an act is no condition or question, and no deed of somebody named."""
    tokens, condition = grown.tokens, grown.language.sense.condition
    under = [tokens[i] for i in grown.children[verb]]
    bound = any(t.relation == "marker" and t.text.lower() in condition for t in under)
    by_name = any(t.relation == "subject" and t.word_class == "proper noun" for t in under)
    return not bound and not by_name and tokens[grown.last_of(verb) - 1].text != "?"


def _act(dossier: Dossier, grown: Tree, verb: int, what: tuple[int, int | None]) -> Told:
    thing, held = what
    tokens = grown.tokens
    called = _called(grown, verb)
    words = [*_degrees(grown, verb), *(_degrees(grown, called) if called is not None else ())]
    words += [held] if held is not None else []
    shown = [verb, *words, *([called] if called is not None else [])]
    modals = tuple(
        tokens[i].lemma.lower() for i in grown.children[verb] if tokens[i].form == "modal"
    )
    denied = any(
        tokens[i].relation == "negation" or grown.lemma(i) in grown.language.sense.negations
        for i in grown.children[verb]
    )
    act = (
        tokens[verb].lemma.lower(),
        tokens[thing].lemma.lower(),
        tokens[called].lemma.lower() if called is not None else None,
        denied,
        modals,
    )
    degree = tuple("held" if i == held else tokens[i].lemma.lower() for i in sorted(words))
    place = _closed(dossier.account, tokens[min(shown)].start, tokens[max(shown)].end)
    days = occasion(dossier, grown.sentence_of[verb])
    return Told(act, degree, _names(grown, thing), place, days, grown.language)


def _closed(account: Account, start: int, end: int) -> Span:
    """Return a place with the mark that closes a quotation begun in it."""
    odd = fold(account.text[start:end]).count('"') % 2 == 1
    closes = odd and fold(account.text[end : end + 1]) == '"'
    return account.span(start, end + closes)


def _befalls(grown: Tree, verb: int) -> tuple[int | None, int | None]:
    """Return what an act befalls, and the verb by which it is only held to: "is believed to be"."""
    token = grown.tokens[verb]
    thing = _last(grown, verb, "passive subject")
    if thing is None and token.form == "past participle" and token.relation == "adnominal clause":
        return token.head, None
    if thing is None and token.form == "past participle" and token.relation == "open complement":
        held = grown.lemma(token.head) in grown.language.sense.held
        return (_last(grown, token.head, "passive subject"), token.head) if held else (None, None)
    if thing is None and grown.child(verb, "passive auxiliary") is None:
        thing = _last(grown, verb, "object")
    if thing is not None and grown.tokens[thing].form in INTERROGATIVE:
        thing = token.head if token.relation == "relative clause" else None
    known = thing is not None and grown.tokens[thing].form not in PRONOUNS
    return (thing if known else None), None


def _last(grown: Tree, verb: int, relation: Relation) -> int | None:
    """Return the last child in a relation."""
    return next(iter(reversed(grown.all(verb, relation))), None)


def _called(grown: Tree, verb: int) -> int | None:
    """Return the word that says as what something is treated or seen."""
    for link in grown.all(verb, "preposition"):
        if grown.lemma(link) in grown.language.reporting.likening:
            inner = [
                i
                for i in grown.children[link]
                if grown.tokens[i].word_class in ("adjective", "noun")
            ]
            return inner[0] if inner else None
    return None


def _degrees(grown: Tree, word: int) -> list[int]:
    """Return the words of degree before a word, and those before them: "almost totally"."""
    found = [
        child
        for child in grown.all(word, "adverbial modifier")
        if child < word and grown.lemma(child) in grown.language.sense.degrees
    ]
    return [index for one in found for index in (*_degrees(grown, one), one)]


def _names(grown: Tree, thing: int) -> frozenset[str]:
    """Return the names that stand with one thing, left of any clause; none where there are several."""
    clause = grown.child(thing, "relative clause", "adnominal clause")
    last = grown.right[thing] if clause is None else grown.left[clause] - 1
    tokens = grown.tokens[grown.left[thing] : max(last, thing) + 1]
    many = grown.tokens[thing].form in PLURAL or any(
        t.relation == "numeric modifier" for t in tokens
    )
    return (
        frozenset()
        if many
        else frozenset(t.lemma.lower() for t in tokens if t.word_class == "proper noun")
    )
