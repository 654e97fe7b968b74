"""Citations: the sources that accounts say they lean on.

Enters: dossiers. Leaves: `Borrowing`s of kind "cites".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of, name_parts
from variorum.read.naming import account_name
from variorum.records import Account, Borrowing, Dossier, Span, new_id
from variorum.trace.borrowing.direction import is_named, is_short_for
from variorum.trace.borrowing.reuse import MOST_EVIDENCE
from variorum.trace.borrowing.source_names import (
    full_forms,
    is_source,
    one_source,
    own_name,
    split_names,
)


def citations(
    dossiers: Sequence[Dossier], *, people: Container[tuple[str, int]] = frozenset()
) -> Iterator[Borrowing]:
    """Yield one borrowing for each account and source it names, in hand or by name.

    A source is named by `Account.cites`, stands in the chain of a quotation, or speaks itself where
    it is an outlet in hand. An account that names its own outlet cites nobody; neither does one that
    names a person (`people` holds where they are named, by account and start), or nobody by name.
    """
    accounts = [dossier.account for dossier in dossiers]
    parts = name_parts(account.language for account in accounts)
    speaking = _outlets_that_speak(parts, dossiers, accounts)
    named_by = [
        (dossier.account, _sources_named(dossier, speaking, people)) for dossier in dossiers
    ]
    full = full_forms(parts, ([name for name, _ in found] for _, found in named_by))
    for number, (account, found) in enumerate(named_by):
        sources: dict[str, list[Span]] = {}
        for name, places in found:
            sources.setdefault(full[number, name], []).extend(places)
        for name, places in sources.items():
            yield _cites(account, _in_hand(parts, accounts, account, name), name, places)


def _outlets_that_speak(
    parts: NameParts, dossiers: Sequence[Dossier], accounts: Sequence[Account]
) -> dict[str, frozenset[str]]:
    """Return for each name of a speaker the accounts in hand whose outlet it names."""
    names = {q.speaker.name for d in dossiers for q in d.statements.quotations if q.speaker.name}
    return {
        name: frozenset(one.id for one in accounts if is_named(parts, one, name))
        for name in sorted(names)
    }


def _sources_named(
    dossier: Dossier,
    speaking: Mapping[str, frozenset[str]],
    people: Container[tuple[str, int]],
) -> list[tuple[str, list[Span]]]:
    """Return each source named, as printed, with all its places."""
    mentions = [(cited.place, cited.name) for cited in dossier.account.cites]
    mentions += [
        (carrier.place, carrier.name)
        for quotation in dossier.statements.quotations
        for carrier in quotation.via
        if dossier.account.kind != "transcript"  # what a speaker cites is the speaker's affair
    ]
    mentions += _speaking(dossier, speaking)
    language = language_of(dossier.account.language)
    parts = language.name_parts
    named = [(place, name) for place, whole in mentions for name in split_names(parts, whole)]
    found: dict[str, list[Span]] = {}
    for place, name in sorted(named):
        person = (place.account, place.start) in people
        if is_source(language, name) and not person and not own_name(parts, dossier.account, name):
            places = found.setdefault(name, [])
            if place not in places:
                places.append(place)
    return [(name, places[:MOST_EVIDENCE]) for name, places in found.items()]


def _speaking(dossier: Dossier, speaking: Mapping[str, frozenset[str]]) -> list[tuple[Span, str]]:
    """Return outlets in hand that a quotation names as its speaker ("the Gull says that …")."""
    speakers = [quotation.speaker for quotation in dossier.statements.quotations]
    return [
        (speaker.place, speaker.name)
        for speaker in speakers
        if speaker.place is not None
        and speaker.name
        and speaking.get(speaker.name, frozenset()) - {dossier.account.id}
    ]


def _in_hand(
    parts: NameParts, accounts: Sequence[Account], taker: Account, name: str
) -> Account | None:
    """Return the account of that name, if one alone has it that is not the later one."""
    others = [one for one in accounts if one.id != taker.id]
    found = [
        one
        for one in others
        if is_named(parts, one, name) or one_source(parts, one.outlet or "", name)
    ]
    found = found or [one for one in others if is_short_for(parts, one, name, taker.text)]
    found = found if len(found) == 1 else [one for one in found if not _later(one, taker)]
    return found[0] if len(found) == 1 else None


def _later(one: Account, other: Account) -> bool:
    """Tell whether an account was published on a later day than another."""
    first, last = one.published.earliest, other.published.latest
    return bool(first and last and first[:10] > last[:10])


def _cites(taker: Account, source: Account | None, name: str, places: list[Span]) -> Borrowing:
    from_ = source.id if source else name
    return Borrowing(
        id=new_id("b", from_, taker.id, "cites"),
        from_=from_,
        to=taker.id,
        kind="cites",
        because=f"{account_name(taker)} names {name} as a source: “{places[0].text}”.",
        evidence=tuple(places),
    )
