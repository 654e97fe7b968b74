"""One quotation in hand, held against accounts, together and one by one; nothing of it is parsed.

Enters: dossiers of accounts; the words, and who is said to say them. Leaves: an `AssessedDraft` of these words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from variorum.against.drafts import IN_HAND
from variorum.against.quotations import dossier_of_list
from variorum.errors import UsageError
from variorum.languages.registry import name_parts
from variorum.link.story import link
from variorum.read.quote_lines import list_account
from variorum.records import Account, Dossier, Quotation, Speaker, new_id
from variorum.trace.checking.quoted import saying
from variorum.trace.checking.voices import People
from variorum.trace.drafts import AssessedDraft
from variorum.trace.drafts.assessments import BY_GRAVITY, Assessment
from variorum.trace.drafts.by_place import by_place
from variorum.trace.drafts.quotations import (
    DraftAround,
    Quoted,
    SearchedSources,
    assess_quotations,
    heard,
)


class QuotableSources(Struct, frozen=True):
    """Accounts in which quotations are looked up: what they say, indexed, and whose names they have."""

    accounts: Mapping[str, Account]
    said: SearchedSources
    people: People


def quotable(dossiers: Mapping[str, Dossier]) -> QuotableSources:
    """Index accounts once, for any number of quotations."""
    story = link([dossiers[key] for key in sorted(dossiers)], together=True)
    accounts = {one.account.id: one.account for one in story.dossiers}
    parts = name_parts(one.language for one in accounts.values())
    return QuotableSources(accounts, heard(story.dossiers), People.of(story.entities, parts))


def assessed_quotation(words: str, speaker: str | None, sources: QuotableSources) -> AssessedDraft:
    """Look quoted words up in all accounts; marks around them, if any, are no part of them.

    The first assessment is of all accounts together. One follows for each account that has the words or nearly so,
    those that differ first, of these a transcript before others: what one account has word for word another may
    have with a “not”. Whether the sources give them to somebody else is told where `speaker` names one.
    UsageError where there are no words.
    """
    account, quotations = list_account(" ".join(words.split()), IN_HAND.name, speaker=speaker)
    if not quotations or not quotations[0].place.text:
        raise UsageError("There are no words to look for. Give the words of the quotation.")
    (quotation,) = quotations
    told = [Quoted(saying(account, quotation.contents), _spoken(quotation))]
    around = DraftAround(dossier_of_list(account, quotations), by_place((), attrgetter("told")))

    def held(said: SearchedSources) -> Assessment:
        (found,) = assess_quotations(told, said, sources.people, around)
        return found

    apart = {key: held(sources.said.of({key})) for key in sources.accounts}
    near = sorted(
        (key for key, one in apart.items() if one.source),
        key=lambda key: (
            BY_GRAVITY.index(apart[key].verdict),
            sources.accounts[key].kind != "transcript",
        ),
    )
    return AssessedDraft(
        draft=account,
        sources=sources.accounts,
        assessments=(held(sources.said), *(apart[key] for key in near)),
    )


def _spoken(quotation: Quotation) -> Quotation | None:
    """Return a quotation whose speaker counts as named by its account; ``None`` where nobody is named."""
    name = quotation.speaker.name
    if name is None:
        return None
    within = new_id("n", quotation.place.account, name)
    return replace(quotation, speaker=Speaker(name=name, within=within))
