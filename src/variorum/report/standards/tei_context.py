"""The context of a TEI apparatus: its header with the witnesses, its people, bodies, places, events.

Enters: `Material` and the document's root. Leaves: a `teiHeader` and a `standOff` under that root.
"""

from __future__ import annotations

from importlib.metadata import version

from lxml import etree

from variorum.find.matter.material import Material, without_folders
from variorum.records import Account, Entity, Event
from variorum.report.standards.identifiers import TOOL, iso_day, web, xml_id
from variorum.report.standards.tei_parts import part, pointer

ENTITY_LISTS = (
    ("listPerson", "person", "person", "persName"),
    ("listOrg", "organisation", "org", "orgName"),
    ("listPlace", "place", "place", "placeName"),
)
"""For each kind of entity its list, its element and the element of its names."""
TITLE = "Accounts side by side"
METHOD = (
    "Readings are places of different texts that tell of the same thing, set side by side by a "
    "program. An empty reading of the type “silence” says that nothing in a witness was "
    "matched there. Notes of the type “verdict” say how two readings compare, not which of them is right."
)
PUBLICATION = "Made from a ledger; not published."


def header(root: etree._Element, known: Material) -> None:
    """Add the header: what the document is, its witnesses, and how readings are encoded."""
    made = part(root, "teiHeader")
    file = part(made, "fileDesc")
    part(part(file, "titleStmt"), "title", TITLE)
    part(part(file, "publicationStmt"), "p", PUBLICATION)
    source = part(file, "sourceDesc")
    if known.accounts:
        witnesses = part(source, "listWit")
        for account in known.accounts.values():
            _witness(witnesses, known, account)
    else:
        part(source, "p", "No accounts.")
    _encoding(made)


def stand_off(root: etree._Element, known: Material) -> None:
    """Add lists of entities by kind and of events; those that would be empty are left out."""
    made = etree.Element(root.tag.replace("TEI", "standOff"))
    for tag, kind, element, name in ENTITY_LISTS:
        found = [entity for entity in known.entities.values() if entity.kind == kind]
        listed = part(made, tag) if found else None
        for entity in found:
            _entity(part(listed, element, id=entity.id), entity, name)
    if known.events:
        listed = part(made, "listEvent")
        for event in known.events.values():
            _event(listed, event)
    if len(made):
        root.append(made)


def _encoding(made: etree._Element) -> None:
    encoding = part(made, "encodingDesc")
    number = version("variorum")
    application = part(part(encoding, "appInfo"), "application", ident=TOOL, version=number)
    part(application, "label", TOOL)
    part(encoding, "variantEncoding", method="location-referenced", location="external")
    part(part(encoding, "editorialDecl"), "p", METHOD)


def _witness(witnesses: etree._Element, known: Material, account: Account) -> None:
    described = part(part(witnesses, "witness", id=account.id), "bibl", type=account.kind)
    part(described, "abbr", known.label(account.id))
    part(described, "title", account.title or without_folders(account.source))
    if account.outlet:
        part(described, "publisher", account.outlet)
    dates = _dates(account.published.earliest, account.published.latest)
    if dates:
        part(described, "date", account.published.basis, **dates)
    part(described, "idno", without_folders(account.source), type="source")
    address = web(account.url)
    if address:
        part(described, "ptr", target=address)
    if account.language:
        part(described, "lang", account.language)


def _entity(element: etree._Element, entity: Entity, name: str) -> None:
    part(element, name, entity.name, type="main")
    places: dict[str, list[str]] = {}
    for mention in entity.mentions:
        places.setdefault(mention.text, []).append(pointer(mention))
    for form, pointers in places.items():
        part(element, name, form, type="form", source=" ".join(pointers))
    for role in entity.roles:
        part(element, "note", role, type="role")
    if entity.because:
        part(element, "note", entity.because, type="because")


def _event(listed: etree._Element, event: Event) -> None:
    dates = _dates(event.earliest, event.latest)
    accounts = " ".join(f"#{xml_id(account)}" for account in event.accounts)
    more = {"source": accounts} if accounts else {}
    element = part(listed, "event", id=event.id, **more, **dates)
    part(element, "label", event.label)
    if event.because:
        part(element, "note", event.because, type="because")


def _dates(earliest: str | None, latest: str | None) -> dict[str, str]:
    """Return bounds as attributes of att.datable.w3c; a bound that is no date is left out."""
    first, last = iso_day(earliest), iso_day(latest)
    if first and first == last:
        return {"when": first}
    bounds = {"notBefore": first, "notAfter": last}
    return {name: bound for name, bound in bounds.items() if bound}
