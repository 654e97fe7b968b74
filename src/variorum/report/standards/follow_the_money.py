"""FollowTheMoney: accounts, people, bodies, places and events for OpenAleph, Datashare and their like.

Enters: a `Ledger`. Leaves: ``entities.ftm.json``, a JSON entity a line, each with an `id`, a `schema` and
`properties` that are lists of strings (FollowTheMoney 4, "Entity" and "Schema explorer").

| record | schema |
|---|---|
| account | Article |
| person, organisation | Person, Organization, with a Mention for each account that names it |
| place | Address, tied to each account that names it by a Documentation |
| event | Event, with its accounts as proof |
| borrowing between accounts in hand | UnknownLink, from the source to what depends on it |

Statements have no schema there, and stay out: words that may be given to the wrong person do not
belong in a file of persons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from variorum.find.matter.material import Material, without_folders
from variorum.records import Account, Borrowing, Entity, Event, new_id
from variorum.report.standards.filing import filed
from variorum.report.standards.ftm_languages import ISO_639_3
from variorum.report.standards.identifiers import iso_day, web, xml_characters
from variorum.report.standing import accepted
from variorum.seams import Ledger

FTM_SCHEMATA = {"person": "Person", "organisation": "Organization", "place": "Address"}
LONGEST_NAME, LONGEST_STRING, LONGEST_TEXT = 384, 1024, 65_000
"""Characters that a value of the types `name`, `string` and `text` may have."""
NO_NAME = "(no name)"


class Thing(msgspec.Struct, frozen=True):
    """An entity as FollowTheMoney has it: values by property, none of them empty."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def write(ledger: Ledger, folder: Path) -> list[Path]:
    """Write all entities as one file."""
    made = things(accepted(ledger))
    lines = (msgspec.json.encode(thing).decode() + "\n" for thing in made)
    return filed(folder / "entities.ftm.json", lines)


def things(known: Material) -> Iterator[Thing]:
    """Yield all entities; what they point at comes before them."""
    for account in known.accounts.values():
        yield _article(known, account)
    for entity in known.entities.values():
        yield _entity_thing(entity)
        yield from _mentions(known, entity)
    for event in known.events.values():
        yield _event(known, event)
    for borrowing in known.borrowings.values():
        if borrowing.from_ in known.accounts and borrowing.to in known.accounts:
            yield _link(borrowing)


def ftm_id(record_id: str) -> str:
    """Return a record's id as it is known there: the same in every run, and nobody else's."""
    return f"variorum-{record_id}"


def _thing(record_id: str, schema: str, **values: Iterable[str | None]) -> Thing:
    kept = {
        name: list(dict.fromkeys(value for value in given if value and value.strip()))
        for name, given in values.items()
    }
    return Thing(ftm_id(record_id), schema, {name: found for name, found in kept.items() if found})


def _article(known: Material, account: Account) -> Thing:
    first, last = iso_day(account.published.earliest), iso_day(account.published.latest)
    text = xml_characters(account.text)
    chunks = [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)]
    return _thing(
        account.id,
        "Article",
        name=[_name(account.title or known.label(account.id))],
        title=[_string(account.title)],
        fileName=[_string(without_folders(account.source))],
        publisher=[_string(account.outlet)],
        publishedAt=[first if first == last else None],
        date=[first, last],
        language=[ISO_639_3.get(account.language or "")],
        sourceUrl=[web(account.url)],
        keywords=[account.kind],
        bodyText=chunks,
    )


def _entity_thing(entity: Entity) -> Thing:
    forms = [_name(place.text) for place in entity.mentions]
    name = _name(entity.name)
    roles = [_string(role) for role in entity.roles]
    documents = sorted({ftm_id(place.account) for place in entity.mentions})
    more: dict[str, Iterable[str | None]] = {"position": roles} if entity.kind == "person" else {}
    if entity.kind == "place":
        more = {"full": [name]}
    return _thing(
        entity.id,
        FTM_SCHEMATA[entity.kind],
        name=[name],
        alias=sorted({form for form in forms if form != name}),
        notes=[_text(entity.because)],
        proof=documents,
        **more,
    )


def _mentions(known: Material, entity: Entity) -> Iterator[Thing]:
    """Yield what ties a name to each account that has it.

    A Mention can be resolved to a person or a body only; an Address takes a Documentation.
    """
    forms: dict[str, list[str]] = {}
    for place in entity.mentions:
        if place.account in known.accounts:
            forms.setdefault(place.account, []).append(place.text)
    for account, found in sorted(forms.items()):
        key = new_id("mention", entity.id, account)
        document, ends = [ftm_id(account)], [ftm_id(entity.id)]
        if entity.kind == "place":
            told = [_text("; ".join(dict.fromkeys(found)))]
            yield _thing(
                key, "Documentation", document=document, entity=ends, role=["names"], summary=told
            )
            continue
        names = [_name(form) for form in found]
        schema = [FTM_SCHEMATA[entity.kind]]
        yield _thing(
            key, "Mention", document=document, resolved=ends, name=names, detectedSchema=schema
        )


def _event(known: Material, event: Event) -> Thing:
    first, last = iso_day(event.earliest), iso_day(event.latest)
    return _thing(
        event.id,
        "Event",
        name=[_name(event.label)],
        startDate=[first],
        endDate=[last],
        date=[first if first == last else None],
        summary=[_text(event.because)],
        proof=[ftm_id(account) for account in event.accounts if account in known.accounts],
        recordId=[event.id],
    )


def _link(borrowing: Borrowing) -> Thing:
    return _thing(
        borrowing.id,
        "UnknownLink",
        subject=[ftm_id(borrowing.from_)],
        object=[ftm_id(borrowing.to)],
        role=[borrowing.kind],
        summary=[_text(borrowing.because)],
        recordId=[borrowing.id],
    )


def _name(text: str) -> str:
    return " ".join(xml_characters(text).split())[:LONGEST_NAME] or NO_NAME


def _string(text: str | None) -> str | None:
    return xml_characters(text)[:LONGEST_STRING] if text else None


def _text(text: str) -> str:
    return xml_characters(text)[:LONGEST_TEXT]
