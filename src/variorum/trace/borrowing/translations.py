"""Translations: an account that tells the same in another language.

Enters: dossiers. Leaves: `Borrowing`s of kind "translates".

Words cannot be compared across languages, but numbers can: a translation gives the same numbers in
the same order. Only accounts marked as translations are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from variorum.align.differences import Word, words
from variorum.languages.registry import language_of, name_parts
from variorum.read.naming import account_name
from variorum.records import Account, Borrowing, Dossier, new_id
from variorum.trace.borrowing.direction import is_named

FEWEST_NUMBERS = 4
"""Numbers an account must have for their order to show anything."""
SAME_ORDER_SHARE = 0.75
"""Share of the shorter sequence of numbers that must stand in the other, in order."""


def translations(dossiers: Sequence[Dossier]) -> Iterator[Borrowing]:
    """Yield a borrowing from the account that a translation's numbers, or its mark, point to."""
    accounts = [dossier.account for dossier in dossiers]
    for taker in accounts:
        if taker.kind == "translation" or taker.translated:
            for source in accounts:
                if source.id != taker.id and _apart(source, taker):
                    yield from _translated(source, taker)


def _apart(source: Account, taker: Account) -> bool:
    return bool(source.language and taker.language and source.language != taker.language)


def _translated(source: Account, taker: Account) -> Iterator[Borrowing]:
    mine, theirs = _numbers(taker), _numbers(source)
    few = min(len(mine), len(theirs))
    if few < FEWEST_NUMBERS:
        return
    common = LCSseq.similarity([w.key for w in mine], [w.key for w in theirs])
    if common / few < SAME_ORDER_SHARE:
        return
    marked = bool(taker.translated) and is_named(
        name_parts((source.language, taker.language)), source, taker.translated or ""
    )
    why = "names it" if marked else f"gives {common} of {few} numbers in the same order"
    yield Borrowing(
        id=new_id("b", source.id, taker.id, "translates"),
        from_=source.id,
        to=taker.id,
        kind="translates",
        because=f"{account_name(taker)} is marked as a translation and {why} as {account_name(source)}.",
        share=round(common / few, 3),
        evidence=tuple(
            account.span(word.start, word.end)
            for account, numbers in ((source, theirs), (taker, mine))
            for word in numbers[:FEWEST_NUMBERS]
        ),
    )


def _numbers(account: Account) -> list[Word]:
    kinds = {"title", "body", "turn"}
    language = language_of(account.language)
    return [
        word
        for region in account.regions
        if region.kind in kinds
        for word in words(account.text, region.start, region.end, language)
        if word.text[:1].isdigit()
    ]
