"""Shared heading: what accounts tell of, in words that most of them use: "Kellmar dam".

Enters: the dossiers of an event. Leaves: names and a noun, never a verb or a sentence of one of them.

A headline is a claim of its outlet; a word that most of the accounts begin with is none. A person
whom most titles name stands in it with a place alone: a noun beside a person is a claim again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.annotations import Token
from variorum.folding import fold
from variorum.languages.registry import language_of
from variorum.languages.stems import Stems
from variorum.link.events.terms import stem
from variorum.read.naming import account_name
from variorum.read.page.agencies import is_outlet
from variorum.records import Account, Dossier, Region
from variorum.syntax import NOUNS
from variorum.vocabulary import NameKind

LEAD_SENTENCES = 4
"""Sentences from the start of an account, titles among them, that say what it tells of."""
MOST_NAMES = 2
FEWEST_SHARING = 2
LONGEST_SHARED_NAME = 4
"""Words of a name."""
PLAIN, RARE = 2.0, 2.5
"""Rarity up to which a noun says little of an event ("people", "home") unless titles have it, and from
which on no rarer one says more."""
KINDS: Sequence[NameKind] = ("place", "organisation")
"""Kinds of names that a heading has, those of a later kind where there is none of an earlier one."""


class Lead(Struct, frozen=True):
    """The beginning of an account, folded: its words, stems of its titles, nouns by their stems, nouns with
    the word before them, and names by kind.
    """

    text: str
    title: frozenset[str]
    nouns: dict[str, str]
    phrases: frozenset[str]
    names: dict[NameKind, frozenset[str]]


def shared_heading(dossiers: Sequence[Dossier]) -> str:
    """Return names and a noun that at least half of the accounts begin with, and two of them.

    One account goes by its name; accounts that share no such word are counted.
    """
    if len(dossiers) == 1:
        return account_name(dossiers[0].account)
    leads = [_lead(dossier) for dossier in dossiers]
    stems = language_of(dossiers[0].account.language).stems
    names = next((found for kind in KINDS if (found := _shared(leads, kind, stems))), [])
    person = _titled(leads, stems)
    if person and not any(_akin(person, name) for name in names):
        return ", ".join([person, *names[:1]])
    return _heading(leads, names, _shared_noun(leads, names, stems)) or f"{len(dossiers)} accounts"


# --- what an account begins with --------------------------------------------------------------------


def _lead(dossier: Dossier) -> Lead:
    account, read = dossier.account, dossier.annotation
    stems = language_of(account.language).stems
    sentences = read.sentences[:LEAD_SENTENCES]
    end = sentences[-1].end if sentences else 0
    tokens = read.tokens[: sentences[-1].last] if sentences else ()
    titles = [account.text[r.start : r.end] for r in account.regions if r.kind == "title"]
    sums = language_of(account.language).counts.not_counted
    heads = [
        (one, before)
        for before, one, after in zip(tokens, tokens[1:], (*tokens[2:], None), strict=False)
        if _is_head(one, after) and one.lemma.casefold() not in sums
    ]
    return Lead(
        text=_plain(account.text[:end]),
        title=frozenset(stem(stems, word) for word in _plain(" ".join(titles)).split()),
        nouns={stem(stems, one.text.casefold()): one.text.casefold() for one, _ in reversed(heads)},
        phrases=frozenset(_plain(f"{before.text} {one.text}") for one, before in heads),
        names={kind: frozenset(_names(dossier, kind, end)) for kind in (*KINDS, "person")},
    )


def _is_head(one: Token, after: Token | None) -> bool:
    """Tell whether a word is a common noun and no first part of a compound ("office shooting")."""
    first = after is not None and after.word_class in NOUNS
    return one.word_class == "noun" and one.text.isalpha() and not first


def _names(dossier: Dossier, kind: NameKind, end: int) -> Iterator[str]:
    """Yield names of a kind that stand in running text: in a headline every word may have its capital."""
    account = dossier.account
    heads = [r for r in account.regions if r.kind in {"title", "dateline"}]
    nouns = {t.end for t in dossier.annotation.tokens if t.word_class in NOUNS and t.end <= end}
    for mention in (m for n in dossier.statements.names if n.kind == kind for m in n.mentions):
        printed = _bare(account, mention.text)
        whole = mention.end in nouns or mention.start + len(printed) in nouns
        if whole and not _is_inside(mention.start, heads) and _may_stand(account, printed):
            yield printed


def _may_stand(account: Account, name: str) -> bool:
    agency = is_outlet(name, language_of(account.language))
    return not agency and 0 < len(name.split()) <= LONGEST_SHARED_NAME


def _is_inside(start: int, regions: Sequence[Region]) -> bool:
    return any(region.start <= start < region.end for region in regions)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'-]+", fold(text).casefold()))


def _bare(account: Account, name: str) -> str:
    """Return a name without article and genitive, and not in capitals where its account has it otherwise."""
    words = name.split()
    articles = language_of(account.language).name_parts.articles
    words = words[1:] if len(words) > 1 and words[0].casefold() in articles else words
    bare = re.sub(r"['’]s$|['’]$", "", " ".join(words))
    return bare.title() if bare.isupper() and bare.title() in account.text else bare


# --- what most have -----------------------------------------------------------------------------------


def _needed(leads: Sequence[Lead]) -> int:
    return max(FEWEST_SHARING, -(-len(leads) // 2))


def _titled(leads: Sequence[Lead], stems: Stems) -> str:
    """Return the person whom most titles name, "" for none."""
    headed = {
        name: sum(stem(stems, _surname(name)) in lead.title for lead in leads)
        for name in _shared(leads, "person", stems)
    }
    best = max(headed, key=lambda name: (headed[name], len(name), name), default="")
    return best if headed.get(best, 0) >= _needed(leads) else ""


def _surname(name: str) -> str:
    return _plain(name).split()[-1]


def _shared(leads: Sequence[Lead], kind: NameKind, stems: Stems) -> list[str]:
    """Return the names of a kind that most leads have, of two akin the longer, the rarest first."""
    found = {name for lead in leads for name in lead.names[kind]}
    having = {name: sum(_within(name, lead.text) for lead in leads) for name in found}
    enough = [name for name, count in having.items() if count >= _needed(leads)]
    told: list[str] = []
    for name in sorted(enough, key=lambda one: (-len(one), one.isupper(), one)):
        if not any(_akin(name, other) for other in told):
            told.append(name)
    most = sorted(told, key=lambda one: (-having[one], -len(one), one))[:MOST_NAMES]
    return sorted(most, key=lambda one: (-_rarity(stems, one), one))


def _akin(one: str, other: str) -> bool:
    """Tell whether one name is within another, or an adjective made of it."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return _within(short, long) or long.startswith(short)


def _within(words: str, text: str) -> bool:
    return f" {_plain(words)} " in f" {text} "


def _rarity(stems: Stems, name: str) -> float:
    return max((stems.rarity(stem(stems, word)) for word in _plain(name).split()), default=0.0)


def _shared_noun(leads: Sequence[Lead], names: Sequence[str], stems: Stems) -> str:
    """Return the noun that most leads and titles have, a plain word counting less: no part of a name."""
    inside = {stem(stems, word) for name in names for word in _plain(name).split()}
    having = Counter(key for lead in leads for key in lead.nouns if key not in inside)
    headed = {key: sum(key in lead.title for lead in leads) for key in having}
    needed = _needed(leads)
    weights = {
        key: ((count + headed[key]) * min(RARE, stems.rarity(key)), key)
        for key, count in having.items()
        if count >= needed and (stems.rarity(key) > PLAIN or headed[key] >= needed)
    }
    best = max(weights, key=lambda key: weights[key], default="")
    printed = Counter(lead.nouns[best] for lead in leads if best in lead.nouns)
    return min(printed, key=lambda word: (-printed[word], word), default="")


def _heading(leads: Sequence[Lead], names: Sequence[str], noun: str) -> str:
    """Put a noun behind the name that it follows in accounts ("Kellmar dam"), else behind all."""
    if not noun or not names:
        return ", ".join(names)
    for name in names:
        phrase = f"{_surname(name)} {noun}"
        if sum(phrase in lead.phrases for lead in leads) >= max(FEWEST_SHARING, len(leads) // 3):
            seen = f"{name.split()[-1]} {noun}"  # of "Lower Kellmar" there need be no dam
            return ", ".join(seen if one == name else one for one in names)
    return f"{', '.join(names)}: {noun}"
