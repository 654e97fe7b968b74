"""Said: quotations by who speaks, with the chain that carries them.

Enters: `Material`. Leaves: `ListedQuotation`s, those of one speaker together in the order of the accounts.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.read.naming import page_of
from variorum.records import Quotation, Span
from variorum.report.lists.choosing import accounts_called, fits, must_name
from variorum.vocabulary import Manner


class ListedQuotation(Struct, frozen=True, kw_only=True):
    """One quotation: `speaker` is the name across the story, `named` the account's own words.

    `chain` holds those through whom the words came, nearest first; `confidence` (0 to 1) says how
    often quotations of this construction are right; `path` how a pronoun or title was resolved;
    `page` is the one of a paged document.
    """

    id: str
    account: str
    label: str
    speaker: str | None
    named: str | None
    manner: Manner
    confidence: float | None
    cue: str | None
    chain: tuple[str, ...]
    path: tuple[str, ...]
    contents: tuple[Span, ...]
    page: int | None = None


def quotations(
    material: Material,
    *,
    speaker: str | None = None,
    account: str | None = None,
    manner: str | None = None,
) -> list[ListedQuotation]:
    """Return quotations of the wanted speaker, account and manner, the most quoted speakers first.

    UsageError where an account or speaker is wanted that the ledger does not know.
    """
    accounts = accounts_called(material, account)
    every = [_listed(material, quotation) for quotation in material.quotations.values()]
    if speaker is not None:
        must_name(
            "speaker", speaker, (name for s in every for name in (s.speaker, s.named) if name)
        )
    kept = [
        said
        for said in every
        if said.account in accounts
        and (manner is None or said.manner == manner)
        and (speaker is None or fits(speaker, said.speaker, said.named))
    ]
    often = Counter(said.speaker for said in kept)
    return sorted(
        kept,
        key=lambda s: (
            s.speaker is None,
            -often[s.speaker],
            s.speaker or "",
            s.label,
            s.contents[0].start if s.contents else 0,
            s.id,
        ),
    )


def _listed(material: Material, quotation: Quotation) -> ListedQuotation:
    speaker = quotation.speaker
    named = speaker.place.text if speaker.place else speaker.name
    return ListedQuotation(
        id=quotation.id,
        account=quotation.place.account,
        label=material.label(quotation.place.account),
        speaker=material.speaker(speaker.entity) if speaker.entity else speaker.name,
        named=named,
        manner=quotation.manner,
        confidence=quotation.confidence,
        cue=quotation.cue.text if quotation.cue else None,
        chain=tuple(carrier.name for carrier in quotation.via),
        path=speaker.path,
        contents=quotation.contents or (quotation.place,),
        page=page_of(material.accounts[quotation.place.account], quotation.place.start),
    )
