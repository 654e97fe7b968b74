"""ClaimReview: verdicts and checks that people confirmed, in the vocabulary of schema.org.

Enters: a `Ledger`. Leaves: ``claim-reviews.jsonld``, an empty list where nobody confirmed anything.

Only what a person confirmed and no other person disputes is written. The rating says how readings
compare, in the verdict's own words; it has no `ratingValue`, since a number on a scale would say
what is true, and nobody here has said that. Both readings of a verdict are reviewed alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from variorum.find.matter.material import Material, material, without_folders
from variorum.records import Check, Decision, Span, Verdict
from variorum.report.standards.filing import filed
from variorum.report.standards.identifiers import iso_day, urn, web
from variorum.review import standings
from variorum.seams import Ledger

SCHEMA_ORG = "https://schema.org"
NOTHING = (
    "No verdict or check has been confirmed without dispute, so there are no claim reviews. "
    "Confirm some first: variorum review LEDGER."
)
NOT_COMPARED = ("unclear", "cannot tell")
"""Kinds that say that nothing could be said: a rating of a claim is not the place for them."""
Node = dict[str, object]
_IN_SCRIPTS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""What must not stand in a script element, where such files are put; JSON can number it."""


def write(ledger: Ledger, folder: Path) -> list[Path]:
    """Write all reviews as one file; its graph is empty if nothing is confirmed."""
    known = material(ledger)
    made = {"@context": SCHEMA_ORG, "@graph": list(reviews(known, ledger.read(Decision)))}
    text = msgspec.json.format(msgspec.json.encode(made), indent=2).decode()
    for character, number in _IN_SCRIPTS.items():
        text = text.replace(character, number)
    return filed(folder / "claim-reviews.jsonld", [text, "\n"])


def remark(ledger: Ledger) -> str | None:
    """Return a sentence that says that there are no reviews, ``None`` if there are."""
    if any(reviews(material(ledger), ledger.read(Decision))):
        return None
    return NOTHING


def reviews(known: Material, decisions: Iterable[Decision]) -> Iterator[Node]:
    """Yield a review of each reading of what is confirmed, by the records' ids."""
    records: list[Verdict | Check] = [*known.verdicts.values(), *known.checks.values()]
    standing = standings(records, decisions, known.anchors)
    for record in records:
        found = standing.of(record.id)
        if found and found.view == "confirm" and record.kind not in NOT_COMPARED:
            for number, (claim, other) in enumerate(_readings(record), start=1):
                yield {
                    "@type": "ClaimReview",
                    "@id": urn(f"{record.id}-{number}"),
                    **_review(found.decisions),
                    "claimReviewed": claim.text,
                    "reviewRating": _rating(known, record, other),
                    "itemReviewed": _claim(known, claim),
                }


def _readings(record: Verdict | Check) -> list[tuple[Span, Span | None]]:
    """Return each reading that is reviewed, with the one it was compared with.

    A quotation held against a record is reviewed; the record is what it was held against.
    """
    if isinstance(record, Check):
        return [(record.place, record.match)]
    if record.right is None:
        return [(record.left, None)]
    return [(record.left, record.right), (record.right, record.left)]


def _review(decisions: Sequence[Decision]) -> Node:
    """Return who confirmed it and when the last of them did (`author`, `datePublished`)."""
    people = [{"@type": "Person", "name": one.who} for one in decisions]
    last = max(filter(None, (iso_day(one.when) for one in decisions)), default=None)
    return {"author": people, **({"datePublished": last} if last else {})}


def _rating(known: Material, record: Verdict | Check, other: Span | None) -> Node:
    compared = f" Compared with {known.label(other.account)}: “{other.text}”" if other else ""
    return {
        "@type": "Rating",
        "alternateName": record.kind,
        "ratingExplanation": f"{record.because}{compared}",
    }


def _claim(known: Material, place: Span) -> Node:
    """Return the words as a Claim with who said them, if known, and where they appeared."""
    account = known.accounts.get(place.account)
    speaker = _speaker(known, place)
    claim: Node = {"@type": "Claim", "text": place.text}
    if speaker:
        claim["author"] = speaker
    if account:
        published = iso_day(account.published.earliest)
        certain = published if published == iso_day(account.published.latest) else None
        outlet = {"@type": "Organization", "name": account.outlet} if account.outlet else None
        work: Node = {
            "@type": "CreativeWork",
            "@id": urn(account.id),
            "name": account.title or without_folders(account.source),
            "url": web(account.url),
            "publisher": outlet,
            "datePublished": certain,
        }
        claim["appearance"] = {name: value for name, value in work.items() if value}
    return claim


def _speaker(known: Material, place: Span) -> Node | None:
    """Return who is quoted there, if all quotations of the place have one speaker."""
    found = known.quotations_at(place)
    names = {known.speaker(one.speaker.entity) or one.speaker.name for one in found}
    name = names.pop() if len(names) == 1 else None
    entity = known.entities.get(found[0].speaker.entity or "") if found else None
    kind = "Organization" if entity and entity.kind != "person" else "Person"
    return {"@type": kind, "name": name} if name else None
