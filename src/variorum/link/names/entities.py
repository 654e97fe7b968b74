"""Entities: names of several accounts that mean one person, body or place.

Enters: the dossiers of a story, with each account's `Name`s. Leaves: `Entity`s, every `Name` in
exactly one. Names are compared only where they share a block key (`forms.block_keys`), and
joined from the likeliest pair down; a pair that must not be joined keeps whole groups apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from variorum.languages.registry import name_parts
from variorum.link.grouping.groups import Groups
from variorum.link.names.ages import ages, other_persons
from variorum.link.names.name_parts import Form, block_keys, name_form
from variorum.link.names.same_name import Likeness, compare_names, word_likeness
from variorum.records import Dossier, Entity, Name, new_id
from variorum.vocabulary import NameKind

JOIN = 0.8
"""Two full names are joined from here on: higher than `SAME_NAME_SCORE`, for a merge names a person."""
ENTITY_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")


class Member(Struct, frozen=True):
    """A name of one account with its form, and the age of its bearer where the account gives it."""

    name: Name
    form: Form
    age: int | None = None


class Spelling(Struct, frozen=True):
    """All names of one form: compared once, however many accounts have it."""

    members: tuple[Member, ...]

    @property
    def form(self) -> Form:
        """Return the form that stands for all."""
        return self.members[0].form

    @property
    def accounts(self) -> frozenset[str]:
        """Return the accounts that have it."""
        return frozenset(member.name.account for member in self.members)

    @property
    def ages(self) -> frozenset[int]:
        """Return the ages that accounts give its bearers."""
        return frozenset(member.age for member in self.members if member.age is not None)


class SpellingPair(Struct, frozen=True):
    """Two spellings that may be one name, by their positions, and how alike they are."""

    left: int
    right: int
    likeness: Likeness


def entities(dossiers: Sequence[Dossier]) -> tuple[Entity, ...]:
    """Merge the names of accounts of one event into entities, ordered by kind, name and id.

    Names are taken apart by the words of all languages of the accounts together. Given names must agree; a shorter form joins the only fuller name of the event that fits it.
    Two names that one account keeps apart stay apart, unless one holds all words of the other; so
    do names, be they the same, of persons whose ages are ten years apart.
    """
    members = voted_kind(_members(dossiers))
    found = [
        entity
        for kind in ENTITY_KINDS
        for entity in _of_kind([m for m in members if m.name.kind == kind], kind)
    ]
    return tuple(sorted(found, key=lambda entity: (entity.kind, entity.name, entity.id)))


def _members(dossiers: Sequence[Dossier]) -> list[Member]:
    names = [name for dossier in dossiers for name in dossier.statements.names]
    aged = ages(dossiers)
    parts = name_parts(dossier.account.language for dossier in dossiers)
    return [
        Member(name, name_form(parts, name.name, name.kind), aged.get(name.id))
        for name in sorted(names, key=lambda name: (name.account, name.id))
    ]


def _of_kind(members: list[Member], kind: NameKind) -> list[Entity]:
    spelt = _spellings(members)
    links = _links(spelt, kind)
    groups = Groups(len(spelt), _forbidden(spelt, links))
    full = [link for link in links if link.likeness.score >= JOIN]
    if kind == "person":
        full = [link for link in full if not _partial(spelt, link)]
    made = [link for link in full if groups.join(link.left, link.right)]
    for fits in SHORT_FORMS[kind]:
        made += _only_bearers(spelt, links, groups, fits)
    return [_entity(spelt, group, made, kind) for group in groups.all()]


def _spellings(members: list[Member]) -> list[Spelling]:
    """Gather the names of one form, in the order of their first accounts."""
    found: dict[str, list[Member]] = {}
    for member in members:
        found.setdefault(member.form.alias or member.name.id, []).append(member)
    return [Spelling(tuple(one)) for group in found.values() for one in _of_one_age(group)]


def _of_one_age(members: list[Member]) -> list[list[Member]]:
    """Part the bearers of one form whose ages are far apart; who has no age is then neither."""
    aged = sorted((m for m in members if m.age is not None), key=lambda m: m.age or 0)
    groups = [[aged[0]]] if aged else []
    for younger, older in pairwise(aged):
        if other_persons(younger.age, older.age):
            groups.append([])
        groups[-1].append(older)
    if len(groups) < 2:
        return [members]
    return [*groups, *([m] for m in members if m.age is None)]


# --- kinds -----------------------------------------------------------------------------------------


Ballots = dict[NameKind, tuple[int, int]]
"""Accounts and mentions that give one spelling each kind."""


def voted_kind(members: list[Member]) -> list[Member]:
    """Give a name the kind that most accounts give the same words, then most mentions.

    A pipeline calls one name a body here and a person there. A body of one word is a person
    where the story has a person of that surname and no body of more words that holds it. A firm's
    name without its last word ("Ford", where the story has "Ford Motor Company") is the firm's. A
    person stays one where a role is printed, or fewer than twice as many accounts say otherwise.
    """
    ballots = _ballots(members)
    titled = frozenset(m.form.alias for m in members if m.name.kind == "person" and m.name.roles)
    surnames = _ends(members, "person") - _ends(members, "organisation")
    firms = frozenset(short for member in members for short in _firm(member))
    return [
        _as_kind(member, _vote(member, ballots[member.form.alias], surnames, firms, titled))
        for member in members
    ]


def _ballots(members: list[Member]) -> dict[str, Ballots]:
    accounts: dict[str, dict[NameKind, set[str]]] = {}
    mentions: Counter[tuple[str, NameKind]] = Counter()
    for member in members:
        alias, name = member.form.alias, member.name
        accounts.setdefault(alias, {}).setdefault(name.kind, set()).add(name.account)
        mentions[alias, name.kind] += len(name.mentions)
    return {
        alias: {kind: (len(found), mentions[alias, kind]) for kind, found in kinds.items()}
        for alias, kinds in accounts.items()
    }


def _ends(members: list[Member], kind: NameKind) -> set[str]:
    """Return surnames of persons, or all words of bodies that have more than one."""
    forms = [name_form(m.form.parts, m.name.name, "person") for m in members if m.name.kind == kind]
    longer = [form.words for form in forms if len(form.words) > 1]
    return {w for words in longer for w in (words[-1:] if kind == "person" else words)}


def _firm(member: Member) -> Iterable[tuple[str, ...]]:
    """Yield a firm's name of two words or more without the words that say only what it is."""
    words, endings = member.form.words, member.form.parts.firm_endings
    while member.name.kind == "organisation" and len(words) > 2 and words[-1] in endings:
        words = words[:-1]
        yield words


def _vote(
    member: Member,
    ballots: Ballots,
    surnames: set[str],
    firms: frozenset[tuple[str, ...]],
    titled: frozenset[str],
) -> NameKind:
    kind = member.name.kind
    as_person = name_form(member.form.parts, member.name.name, "person").words
    if kind == "organisation" and len(as_person) == 1 and as_person[0] in surnames:
        return "person"
    if as_person in firms and not member.name.roles:
        return "organisation"
    others: list[NameKind] = [k for k in ENTITY_KINDS[1:] if k in ballots]
    persons = ballots.get("person", (0, 0))[0]
    best = max(others, key=lambda k: (*ballots[k], k == kind, k), default=kind)
    outvoted = best in ballots and ballots[best][0] >= max(2, 2 * persons)
    if persons and (member.form.alias in titled or not outvoted):
        return kind
    return best


def _as_kind(member: Member, kind: NameKind) -> Member:
    if kind == member.name.kind:
        return member
    form = name_form(member.form.parts, member.name.name, kind)
    return Member(replace(member.name, kind=kind), form, member.age)


# --- which names meet, and which must not ------------------------------------------------------


def _links(spelt: list[Spelling], kind: NameKind) -> list[SpellingPair]:
    """Compare forms that share a key; the likeliest pairs come first."""
    pairs = {pair for block in _blocks(spelt) for pair in combinations(block, 2)}
    links = [
        SpellingPair(left, right, compare_names(spelt[left].form, spelt[right].form, kind))
        for left, right in sorted(pairs)
    ]
    return sorted(links, key=lambda link: (-link.likeness.score, link.left, link.right))


def _blocks(spelt: list[Spelling]) -> list[list[int]]:
    blocks: dict[str, list[int]] = {}
    for index, spelling in enumerate(spelt):
        for key in block_keys(spelling.form):
            blocks.setdefault(key, []).append(index)
    return [blocks[key] for key in sorted(blocks)]


def _forbidden(spelt: list[Spelling], links: list[SpellingPair]) -> set[tuple[int, int]]:
    """Return pairs that must stay apart: words that clash, and names one account keeps apart."""
    clashing = {
        (link.left, link.right)
        for link in links
        if link.likeness.conflict or _of_two_ages(spelt[link.left], spelt[link.right])
    }
    near = Groups(len(spelt))
    for link in links:
        if not link.likeness.conflict:
            near.join(link.left, link.right)
    return clashing.union(*(_kept_apart(spelt, group) for group in near.all()))


def _of_two_ages(one: Spelling, other: Spelling) -> bool:
    """Tell whether two spellings are of persons of other ages, or of one form that ages part."""
    same = bool(one.form.alias) and one.form.alias == other.form.alias
    return same or any(other_persons(age, beside) for age in one.ages for beside in other.ages)


def _kept_apart(spelt: list[Spelling], group: list[int]) -> set[tuple[int, int]]:
    return {
        (left, right)
        for left, right in combinations(group, 2)
        if not spelt[left].accounts.isdisjoint(spelt[right].accounts)
        and not _contained(spelt[left].form, spelt[right].form)
    }


def _contained(left: Form, right: Form) -> bool:
    one, two = set(left.words), set(right.words)
    return one <= two or two <= one


# --- names that say too little ------------------------------------------------------------------


def _partial(spelt: list[Spelling], link: SpellingPair) -> bool:
    """Tell whether a link rests on an initial or on fewer words: it needs a unique bearer."""
    forms = spelt[link.left].form, spelt[link.right].form
    if forms[0].words == forms[1].words:
        return False
    return len(forms[0].words) != len(forms[1].words) or any(
        len(form.words) == 1 or _has_initial(form) for form in forms
    )


Fits = Callable[[Form, Form, Likeness], bool]
"""Whether a short form may stand for a full one."""


def _has_initial(form: Form) -> bool:
    return any(len(word) == 1 for word in form.words)


def _only_bearers(
    spelt: list[Spelling], links: list[SpellingPair], groups: Groups, fits: Fits
) -> list[SpellingPair]:
    """Join names that say too little to the only group of fuller names that fits them.

    Longer forms come first: "Fernando Pérez" fits one group once "Pérez Noriega" has joined it.
    """
    fitting: dict[int, list[tuple[int, SpellingPair]]] = {}
    for link in links:
        for short, full in ((link.left, link.right), (link.right, link.left)):
            forms = spelt[short].form, spelt[full].form
            if not link.likeness.conflict and fits(*forms, link.likeness):
                fitting.setdefault(short, []).append((full, link))
    made: list[SpellingPair] = []
    for short in sorted(fitting, key=lambda index: (-len(spelt[index].form.words), index)):
        leaders = {groups.leader(full) for full, _ in fitting[short]}
        link = fitting[short][0][1]
        if len(leaders) == 1 and groups.join(link.left, link.right):
            made.append(link)
    return made


def _by_fewer_words(short: Form, full: Form, likeness: Likeness) -> bool:
    """A given name and a surname may stand for a name of more words."""
    return 1 < len(short.words) < len(full.words) and likeness.score >= JOIN


def _by_initial(short: Form, full: Form, likeness: Likeness) -> bool:
    return likeness.score >= JOIN and _has_initial(short) and not _has_initial(full)


def _by_surname(short: Form, full: Form, likeness: Likeness) -> bool:
    return len(short.words) == 1 < len(full.words) and _surname(short.words[0], full)


def _surname(word: str, full: Form) -> bool:
    """A last word is a surname; a first one is, where it is no common given name."""
    if word_likeness(full.parts, word, full.words[-1], "person")[0] >= 0.85:
        return True
    first = word_likeness(full.parts, word, full.words[0], "person")[0]
    return word not in full.parts.given and first >= 0.95


def _by_ending(short: Form, full: Form, likeness: Likeness) -> bool:
    """A body's name may lose its beginning, if what is left could not be any body's."""
    size = len(short.words)
    ends = size < len(full.words) and full.words[-size:] == short.words
    return ends and any(word not in short.parts.vague_body for word in short.words)


SHORT_FORMS: dict[NameKind, tuple[Fits, ...]] = {
    "person": (_by_fewer_words, _by_initial, _by_surname),
    "organisation": (_by_ending,),
    "place": (),
}
"""How a name may be short for the only one of the story that it fits."""


# --- entities ------------------------------------------------------------------------------------------


def _entity(
    spelt: list[Spelling], group: list[int], made: list[SpellingPair], kind: NameKind
) -> Entity:
    members = [member for index in group for member in spelt[index].members]
    names = sorted(member.name.id for member in members)
    return Entity(
        id=new_id("e", kind, *names),
        name=_canonical(members),
        kind=kind,
        mentions=tuple(sorted({m for member in members for m in member.name.mentions})),
        roles=tuple(dict.fromkeys(role for member in members for role in member.name.roles)),
        names=tuple(names),
        because=_because(spelt, group, made),
    )


def _canonical(members: list[Member]) -> str:
    """Return the fullest form most accounts use: more words first, then more accounts."""
    counts = Counter(member.name.name for member in members)
    best = max(members, key=lambda m: (min(len(m.form.words), 3), *_preferred(m, counts)))
    return best.name.name


def _preferred(member: Member, counts: Counter[str]) -> tuple[int, bool, bool, str]:
    name = member.name.name
    return counts[name], member.form.latin, name[:1].isupper(), name


def _because(spelt: list[Spelling], group: list[int], links: list[SpellingPair]) -> str:
    """Say in a sentence why the names of a group are one, and how alike they are, 0 to 1."""
    if sum(len(spelt[index].members) for index in group) == 1:
        return "Named in one account only."
    parts = dict.fromkeys(
        f"“{_printed_name(spelt[link.left])}” and “{_printed_name(spelt[link.right])}”: "
        f"{link.likeness.because} (likeness {link.likeness.score:.2f})"
        for link in links
        if link.left in group and spelt[link.left].form.words != spelt[link.right].form.words
    )
    return "; ".join(parts) + "." if parts else "All accounts use the same name."


def _printed_name(spelling: Spelling) -> str:
    return spelling.members[0].name.name
