"""Citations: which of its sources a sentence of a draft says that it rests on.

Enters: the draft's dossier and the accounts of its sources. Leaves: `Citations`.

A reference is tied to the source whose address, file or title it gives, or else to those of the outlet that is all it
gives. What fits none is never guessed: nothing is held against a sentence that cites it, and it is told once. Words cite
too ("according to the Herald"), where a source is of that outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from variorum.align.differences import words
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of
from variorum.read.page.agencies import plain_name
from variorum.records import Account, Dossier, Span
from variorum.trace.borrowing.direction import outlet_keys
from variorum.trace.borrowing.source_names import one_source
from variorum.trace.drafts.by_place import sentence_at
from variorum.trace.drafts.references import CitationMark, References, references

FARTHEST = 24
"""Characters after a sentence within which a mark is still its own: other marks stand between."""
SHORTEST_TITLE = 12
"""Letters that a title must have to be looked for in a reference."""
LEFT_OVER, LONG_WORD = 2, 4
"""Words of that length at most that a reference by its outlet alone may have beside the name: a month, "page"."""

_FRAME = re.compile(r"^https?://(?:www\.)?|[?#].*$|/+$")
_ENDS = re.compile(r"[.!?][\"”’)]*$")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

Accounts = frozenset[str]
NO_ACCOUNTS: Accounts = frozenset()


class Citations(Struct, frozen=True):
    """The accounts that a sentence cites, by its number; the citations that no source fits; what states nothing.

    A sentence with a citation that no source fits has no accounts here. `loosely` are the sentences that cite in words
    alone: their writer may add a name of his own.
    """

    cited: Mapping[int, Accounts] = {}
    loosely: frozenset[int] = frozenset()
    unresolved: tuple[Span, ...] = ()
    apart: tuple[Span, ...] = ()


def citations(draft: Dossier, sources: Sequence[Account]) -> Citations:
    """Return what the sentences of a draft cite."""
    found = references(draft.account)
    cited: dict[int, Accounts] = {}
    unresolved: dict[str, Span] = {}
    left_open: set[int] = set()
    for mark in found.marks:
        home = _home(draft, mark.place)
        for told in _told(mark, found):
            accounts = _tied(told.text, sources)
            if not accounts:
                unresolved.setdefault(told.text, told)
            if home is not None and accounts:
                cited[home] = cited.get(home, NO_ACCOUNTS) | accounts
            elif home is not None:
                left_open.add(home)
    marked = frozenset(cited)
    for home, accounts in _in_words(draft, sources):
        cited[home] = cited.get(home, NO_ACCOUNTS) | accounts
    told_of = {home: accounts for home, accounts in cited.items() if home not in left_open}
    loosely = frozenset(cited) - marked
    return Citations(told_of, loosely, tuple(unresolved.values()), found.apart)


def _told(mark: CitationMark, found: References) -> Iterator[Span]:
    """Yield what a mark leads to: a note, an address, or itself where there is no such note."""
    if mark.address is not None:
        yield mark.place
    for label in mark.labels:
        yield found.notes.get(label, mark.place)


def _home(draft: Dossier, place: Span) -> int | None:
    """Return the sentence that a mark belongs to: the one it stands in or behind; ``None`` where two are run together."""
    sentences, text = draft.annotation.sentences, draft.account.text
    here = sentence_at(sentences, place.start)
    if here is None:
        before = sentence_at(sentences, _last_word(text, place.start))
        near = before is not None and place.start - sentences[before].end <= FARTHEST
        return before if near else None
    sentence = sentences[here]
    if place.start == sentence.start and here:
        return here - 1 if sentences[here - 1].paragraph == sentence.paragraph else here
    ended = _ENDS.search(text[sentence.start : place.start])
    return None if ended and text[place.end : sentence.end].strip(" .[]0123456789^") else here


def _last_word(text: str, at: int) -> int:
    """Return where the last character before `at` stands that is neither space nor part of another mark."""
    end = at
    while end and (text[end - 1].isspace() or text[end - 1] in "[]^0123456789,;"):
        end -= 1
    return max(0, end - 1)


# --- which source is meant ------------------------------------------------------------------------


def _tied(told: str, sources: Sequence[Account]) -> Accounts:
    """Return the sources that a reference may mean; none where it fits none for sure."""
    for fits in (_by_address, _by_title, _by_outlet):
        found = [one for one in sources if fits(told, one)]
        if found:
            named = [one for one in found if one.outlet and _plain(one.outlet) in _plain(told)]
            return frozenset(one.id for one in named or found)
    return NO_ACCOUNTS


def _by_address(told: str, source: Account) -> bool:
    """Tell whether a reference gives the address or the file of a source."""
    pieces = [_FRAME.sub("", _FRAME.sub("", piece.strip(".,;()<>"))) for piece in told.split()]
    known = [_FRAME.sub("", _FRAME.sub("", source.url or "")), PurePath(source.source).name]
    return any(piece.casefold() == one.casefold() for piece in pieces for one in known if one)


def _by_title(told: str, source: Account) -> bool:
    title = _plain(source.title or "")
    return len(title) >= SHORTEST_TITLE and title in _plain(told)


def _by_outlet(told: str, source: Account) -> bool:
    """Tell whether a reference is the outlet of a source and hardly more, of no other year."""
    parts = language_of(source.language).name_parts
    wanted = outlet_keys(parts, source.outlet or "")
    keys = [word.key for word in words(told) if word.key]
    at = [n for n in range(len(keys)) if tuple(keys[n : n + len(wanted)]) == wanted]
    rest = keys[: at[0]] + keys[at[0] + len(wanted) :] if wanted and at else None
    if rest is None or sum(len(key) >= LONG_WORD and key.isalpha() for key in rest) > LEFT_OVER:
        return False
    years = _YEAR.findall(told)
    published = source.published.earliest
    return not years or published is None or published[:4] in years


def _in_words(draft: Dossier, sources: Sequence[Account]) -> Iterator[tuple[int, Accounts]]:
    """Yield the sentences that name the outlet of a source for what they tell, with its accounts.

    Whom other sources name takes part in the story, and need not be named as an outlet: a firm with its statement.
    """
    language = language_of(draft.account.language)
    outlets: dict[str, set[str]] = {}
    for source in sources:
        if source.outlet:
            outlets.setdefault(source.outlet, set()).add(source.id)
    texts = {source.id: source.text.casefold() for source in sources}
    found = {name: _of_outlet(language.name_parts, name, outlets) for _, name in _carriers(draft)}
    for place, name in _carriers(draft):
        home = sentence_at(draft.annotation.sentences, place.start)
        told = plain_name(name, language)
        others = (text for key, text in texts.items() if key not in found[name])
        if home is not None and found[name] and not any(told in text for text in others):
            yield home, found[name]


def _of_outlet(parts: NameParts, name: str, outlets: Mapping[str, set[str]]) -> Accounts:
    found = [ids for outlet, ids in outlets.items() if one_source(parts, outlet, name)]
    return frozenset(found[0]) if len(found) == 1 else NO_ACCOUNTS


def _carriers(draft: Dossier) -> Iterator[tuple[Span, str]]:
    """Yield who is named for words that others said or saw; who speaks for himself may do so to anybody."""
    yield from ((one.place, one.name) for one in draft.account.cites)
    for quotation in draft.statements.quotations:
        yield from ((one.place, one.name) for one in quotation.via)


def _plain(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum())
