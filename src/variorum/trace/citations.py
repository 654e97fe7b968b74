"""Citations: the sources that accounts say they lean on.

Enters: dossiers. Leaves: `Borrowing`s of kind "cites".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from variorum.records import Account, Borrowing, Dossier, Span, new_id
from variorum.trace.direction import is_named, is_short_for, outlet_keys
from variorum.trace.naming import named

SHOWN = 12
"""Most places at which one source is named."""


def citations(dossiers: Sequence[Dossier]) -> Iterator[Borrowing]:
    """Yield one borrowing for each account and source it names, in hand or by name.

    A source is named by `Account.cites`, stands in the chain of a quotation, or speaks itself where
    it is an outlet in hand. An account that names its own outlet cites nobody.
    """
    accounts = [dossier.account for dossier in dossiers]
    speaking = _outlets_that_speak(dossiers, accounts)
    for dossier in dossiers:
        for name, places in _named(dossier, speaking):
            source = _in_hand(accounts, dossier.account, name)
            yield _cites(dossier.account, source, name, places)


def _outlets_that_speak(
    dossiers: Sequence[Dossier], accounts: Sequence[Account]
) -> dict[str, frozenset[str]]:
    """Return for each name of a speaker the accounts in hand whose outlet it names."""
    names = {q.speaker.name for d in dossiers for q in d.statements.quotations if q.speaker.name}
    return {
        name: frozenset(one.id for one in accounts if is_named(one, name)) for name in sorted(names)
    }


def _named(
    dossier: Dossier, speaking: Mapping[str, frozenset[str]]
) -> list[tuple[str, list[Span]]]:
    """Return each source named, under the form it first has, with all its places."""
    mentions = [(cited.place, cited.name) for cited in dossier.account.cites]
    mentions += [
        (carrier.place, carrier.name)
        for quotation in dossier.statements.quotations
        for carrier in quotation.via
    ]
    mentions += _speaking(dossier, speaking)
    forms: dict[tuple[str, ...], tuple[str, list[Span]]] = {}
    for place, name in sorted(mentions):
        keys = outlet_keys(name)
        if keys and not is_named(dossier.account, name):
            keys = next((known for known in forms if _one_source(known, keys)), keys)
            places = forms.setdefault(keys, (name, []))[1]
            if place not in places:
                places.append(place)
    return [(name, places[:SHOWN]) for name, places in forms.values()]


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


def _one_source(known: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Tell whether one form ends the other ("the Post" and "the Evening Post")."""
    size = min(len(known), len(keys))
    return known[-size:] == keys[-size:]


def _in_hand(accounts: Sequence[Account], taker: Account, name: str) -> Account | None:
    """Return the account of that name, if one alone has it."""
    others = [one for one in accounts if one.id != taker.id]
    found = [one for one in others if is_named(one, name)]
    found = found or [one for one in others if is_short_for(one, name, taker.text)]
    return found[0] if len(found) == 1 else None


def _cites(taker: Account, source: Account | None, name: str, places: list[Span]) -> Borrowing:
    from_ = source.id if source else name
    return Borrowing(
        id=new_id("b", from_, taker.id, "cites"),
        from_=from_,
        to=taker.id,
        kind="cites",
        because=f"{named(taker)} names {name} as a source: “{places[0].text}”.",
        evidence=tuple(places),
    )
