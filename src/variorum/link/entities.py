"""Entities: names of several accounts that mean one person, body or place.

Enters: the dossiers of a story, with each account's `Name`s. Leaves: `Entity`s, every `Name` in
exactly one. Names are compared only where they share a block key (`name_forms.block_keys`), and
joined from the likeliest pair down; a pair that must not be joined keeps whole groups apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.english_given import GIVEN
from variorum.extract.english_names import FIRM_ENDINGS
from variorum.link.english_names import VAGUE_BODY
from variorum.link.groups import Groups
from variorum.link.name_forms import Form, block_keys, name_form
from variorum.link.same_name import Likeness, compare, word_likeness
from variorum.records import Dossier, Entity, Name, new_id
from variorum.vocabulary import NameKind

JOIN = 0.8
"""Two full names are joined from here on: higher than `SAME`, for a merge names a person."""
LARGEST_BLOCK = 400
"""Only names spelt alike are compared in a larger block."""
KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")


class Member(Struct, frozen=True):
    """A name of one account with its form."""

    name: Name
    form: Form


class Link(Struct, frozen=True):
    """Two members that may be one, by their positions, and how alike they are."""

    left: int
    right: int
    likeness: Likeness


def entities(dossiers: Sequence[Dossier]) -> tuple[Entity, ...]:
    """Merge the names of all accounts into entities, ordered by kind, name and id.

    Given names must agree; a surname alone joins the only full name of the story that bears it.
    Two names that one account keeps apart stay apart, unless one holds all words of the other.
    """
    members = voted(_members(dossiers))
    found = [
        entity
        for kind in KINDS
        for entity in _of_kind([m for m in members if m.name.kind == kind], kind)
    ]
    return tuple(sorted(found, key=lambda entity: (entity.kind, entity.name, entity.id)))


def _members(dossiers: Sequence[Dossier]) -> list[Member]:
    names = [name for dossier in dossiers for name in dossier.statements.names]
    return [
        Member(name, name_form(name.name, name.kind))
        for name in sorted(names, key=lambda name: (name.account, name.id))
    ]


def _of_kind(members: list[Member], kind: NameKind) -> list[Entity]:
    links = _links(members, kind)
    groups = Groups(len(members), _forbidden(members, links))
    full = [link for link in links if link.likeness.score >= JOIN]
    if kind == "person":
        full = [link for link in full if not _partial(members, link)]
    made = [link for link in full if groups.join(link.left, link.right)]
    for fits in SHORT_FORMS[kind]:
        made += _only_bearers(members, links, groups, fits)
    return [
        _entity([members[i] for i in group], _because(members, group, made), kind)
        for group in groups.all()
    ]


# --- kinds -----------------------------------------------------------------------------------------


Ballots = dict[NameKind, tuple[int, int]]
"""Accounts and mentions that give one spelling each kind."""


def voted(members: list[Member]) -> list[Member]:
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
    forms = [name_form(m.name.name, "person") for m in members if m.name.kind == kind]
    longer = [form.words for form in forms if len(form.words) > 1]
    return {w for words in longer for w in (words[-1:] if kind == "person" else words)}


def _firm(member: Member) -> Iterable[tuple[str, ...]]:
    """Yield a firm's name of two words or more without the words that say only what it is."""
    words = member.form.words
    while member.name.kind == "organisation" and len(words) > 2 and words[-1] in FIRM_ENDINGS:
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
    as_person = name_form(member.name.name, "person").words
    if kind == "organisation" and len(as_person) == 1 and as_person[0] in surnames:
        return "person"
    if as_person in firms and not member.name.roles:
        return "organisation"
    others: list[NameKind] = [k for k in KINDS[1:] if k in ballots]
    persons = ballots.get("person", (0, 0))[0]
    best = max(others, key=lambda k: (*ballots[k], k == kind, k), default=kind)
    outvoted = best in ballots and ballots[best][0] >= max(2, 2 * persons)
    if persons and (member.form.alias in titled or not outvoted):
        return kind
    return best


def _as_kind(member: Member, kind: NameKind) -> Member:
    if kind == member.name.kind:
        return member
    return Member(replace(member.name, kind=kind), name_form(member.name.name, kind))


# --- which names meet, and which must not ------------------------------------------------------


def _links(members: list[Member], kind: NameKind) -> list[Link]:
    """Compare names that share a key; the likeliest pairs come first."""
    pairs = {pair for block in _blocks(members) for pair in _meeting(members, block)}
    links = [
        Link(left, right, compare(members[left].form, members[right].form, kind))
        for left, right in sorted(pairs)
    ]
    return sorted(links, key=lambda link: (-link.likeness.score, link.left, link.right))


def _blocks(members: list[Member]) -> list[list[int]]:
    blocks: dict[str, list[int]] = {}
    for index, member in enumerate(members):
        for key in block_keys(member.form):
            blocks.setdefault(key, []).append(index)
    return [blocks[key] for key in sorted(blocks)]


def _meeting(members: list[Member], block: list[int]) -> Iterable[tuple[int, int]]:
    if len(block) <= LARGEST_BLOCK:
        return combinations(block, 2)
    first: dict[str, int] = {}
    return [
        (first[alias], index)
        for index in block
        if first.setdefault(alias := members[index].form.alias, index) != index
    ]


def _forbidden(members: list[Member], links: list[Link]) -> set[tuple[int, int]]:
    """Return pairs that must stay apart: words that clash, and names one account keeps apart."""
    clashing = {(link.left, link.right) for link in links if link.likeness.conflict}
    near = Groups(len(members))
    for link in links:
        if not link.likeness.conflict:
            near.join(link.left, link.right)
    return clashing.union(*(_kept_apart(members, group) for group in near.all()))


def _kept_apart(members: list[Member], group: list[int]) -> set[tuple[int, int]]:
    accounts: dict[str, list[int]] = {}
    for index in group:
        accounts.setdefault(members[index].name.account, []).append(index)
    return {
        (left, right)
        for account in sorted(accounts)
        for left, right in combinations(accounts[account], 2)
        if not _contained(members[left].form, members[right].form)
    }


def _contained(left: Form, right: Form) -> bool:
    one, two = set(left.words), set(right.words)
    return one <= two or two <= one or left.alias == right.alias


# --- names that say too little ------------------------------------------------------------------


def _partial(members: list[Member], link: Link) -> bool:
    """Tell whether a link rests on an initial or one word: it needs a unique bearer."""
    forms = members[link.left].form, members[link.right].form
    if forms[0].words == forms[1].words:
        return False
    return any(len(form.words) == 1 or _has_initial(form) for form in forms)


Fits = Callable[[Form, Form, Likeness], bool]
"""Whether a short form may stand for a full one."""


def _has_initial(form: Form) -> bool:
    return any(len(word) == 1 for word in form.words)


def _only_bearers(
    members: list[Member], links: list[Link], groups: Groups, fits: Fits
) -> list[Link]:
    """Join names that say too little to the only group of full names that fits them."""
    fitting: dict[int, dict[int, Link]] = {}
    for link in links:
        for short, full in ((link.left, link.right), (link.right, link.left)):
            forms = members[short].form, members[full].form
            if not link.likeness.conflict and fits(*forms, link.likeness):
                fitting.setdefault(short, {}).setdefault(groups.leader(full), link)
    only = [next(iter(found.values())) for _, found in sorted(fitting.items()) if len(found) == 1]
    return [link for link in only if groups.join(link.left, link.right)]


def _by_initial(short: Form, full: Form, likeness: Likeness) -> bool:
    return likeness.score >= JOIN and _has_initial(short) and not _has_initial(full)


def _by_surname(short: Form, full: Form, likeness: Likeness) -> bool:
    return len(short.words) == 1 < len(full.words) and _surname(short.words[0], full)


def _surname(word: str, full: Form) -> bool:
    """A last word is a surname; a first one is, where it is no common given name."""
    if word_likeness(word, full.words[-1], "person")[0] >= 0.85:
        return True
    return word not in GIVEN and word_likeness(word, full.words[0], "person")[0] >= 0.95


def _by_ending(short: Form, full: Form, likeness: Likeness) -> bool:
    """A body's name may lose its beginning, if what is left could not be any body's."""
    size = len(short.words)
    ends = size < len(full.words) and full.words[-size:] == short.words
    return ends and any(word not in VAGUE_BODY for word in short.words)


SHORT_FORMS: dict[NameKind, tuple[Fits, ...]] = {
    "person": (_by_initial, _by_surname),
    "organisation": (_by_ending,),
    "place": (),
}
"""How a name may be short for the only one of the story that it fits."""


# --- entities ------------------------------------------------------------------------------------------


def _entity(members: list[Member], because: str, kind: NameKind) -> Entity:
    names = sorted(member.name.id for member in members)
    return Entity(
        id=new_id("e", kind, *names),
        name=_canonical(members),
        kind=kind,
        mentions=tuple(sorted({m for member in members for m in member.name.mentions})),
        roles=tuple(dict.fromkeys(role for member in members for role in member.name.roles)),
        names=tuple(names),
        because=because,
    )


def _canonical(members: list[Member]) -> str:
    """Return the fullest form most accounts use: more words first, then more accounts."""
    counts = Counter(member.name.name for member in members)
    best = max(members, key=lambda m: (min(len(m.form.words), 3), *_preferred(m, counts)))
    return best.name.name


def _preferred(member: Member, counts: Counter[str]) -> tuple[int, bool, bool, str]:
    name = member.name.name
    return counts[name], member.form.latin, name[:1].isupper(), name


def _because(members: list[Member], group: list[int], links: list[Link]) -> str:
    """Say in a sentence why the names of a group are one, and how alike they are, 0 to 1."""
    if len(group) == 1:
        return "Named in one account only."
    parts = dict.fromkeys(
        f"“{members[link.left].name.name}” and “{members[link.right].name.name}”: "
        f"{link.likeness.because} (likeness {link.likeness.score:.2f})"
        for link in links
        if link.left in group and members[link.left].form.words != members[link.right].form.words
    )
    return "; ".join(parts) + "." if parts else "All accounts use the same name."
