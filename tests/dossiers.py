"""Dossiers of invented texts, for tests that need the real parser."""

from variorum.align.cutting import passages
from variorum.models.parser import SpacyParser
from variorum.records import Account, Dossier, Quotation, Region, Speaker, Statements, new_id
from variorum.segment import annotate


def dossier(
    text: str,
    parser: SpacyParser,
    *,
    account: str = "a-test",
    quotations: tuple[Quotation, ...] = (),
) -> Dossier:
    """Return the dossier of a text that is all body, with the quotations given."""
    region = Region(kind="body", start=0, end=len(text))
    made = Account(id=account, source=f"{account}.txt", text=text, language="en", regions=(region,))
    annotation = annotate(made, parser)
    return Dossier(
        account=made,
        annotation=annotation,
        statements=Statements(account=account, quotations=quotations),
        passages=passages(made, annotation, quotations),
    )


def quotation(account: Account, words: str, speaker: str, *, manner: str = "direct") -> Quotation:
    """Return a quotation of `words`, which must stand in the account once."""
    start = account.text.index(words)
    place = account.span(start, start + len(words))
    named = account.text.index(speaker)
    return Quotation(
        id=new_id("q", account.id, start),
        place=place,
        manner=manner,  # type: ignore[arg-type]
        contents=(place,),
        speaker=Speaker(
            name=speaker, place=account.span(named, named + len(speaker)), entity=f"e-{speaker}"
        ),
    )
