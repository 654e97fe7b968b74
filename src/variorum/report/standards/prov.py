"""PROV-O: where accounts, findings and decisions come from (W3C Recommendation, 30 April 2013).

Enters: a `Ledger`. Leaves: ``provenance.ttl`` in Turtle.

Accounts and findings are entities; the run that compared them is an activity of a software agent;
a decision is an activity of a person. A borrowing is a derivation (PROV-O 3.3, qualified with its
kind, its reason, its share and the words it rests on, these as selectors of the Web Annotation
vocabulary). Dublin Core's elements hold what is text (type, publisher, language), its terms the rest;
`term:share` and `term:decided` alone are ours. No time is stated but those that the records hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from variorum.find.matter.material import Material
from variorum.records import Account, Borrowing, Decision, Finding, Span, new_id
from variorum.report.standards.filing import filed
from variorum.report.standards.identifiers import instant, iso_day, software, source_id, urn, web
from variorum.report.standards.turtle import Facts, blank_node, document, iri, literal, subject
from variorum.report.standing import accepted, in_force, told
from variorum.seams import Ledger

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "term": "urn:variorum:term:",
}
DERIVED = ("prov:wasDerivedFrom", "prov:qualifiedDerivation", "prov:Derivation")
QUOTATION_TERMS = ("prov:wasQuotedFrom", "prov:qualifiedQuotation", "prov:Quotation")
PRIMARY = ("prov:hadPrimarySource", "prov:qualifiedPrimarySource", "prov:PrimarySource")
PROV_RELATIONS = {
    "copies": QUOTATION_TERMS,
    "cites": DERIVED,
    "translates": DERIVED,
    "same speech": PRIMARY,
    "common origin": DERIVED,
}
"""The relation of PROV for each kind of borrowing: the plain one, the qualified one, its class."""
SHARED_SOURCES = {"same speech": "the speech", "common origin": "the common origin"}
"""Kinds of which both accounts are derived from a third thing, and neither from the other."""
DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def write(ledger: Ledger, folder: Path) -> list[Path]:
    """Write the provenance as one file."""
    known = accepted(ledger)
    findings, decisions = in_force(told(ledger)), list(ledger.read(Decision))
    subjects = (*_accounts(known), *_run(known), *_findings(known, findings), *_decided(decisions))
    return filed(folder / "provenance.ttl", document(PREFIXES, subjects))


def run_id(known: Material) -> str:
    """Return the id of the run: the same accounts and the same program are the same run."""
    return new_id("run", software(), *known.accounts)


def _accounts(known: Material) -> Iterator[str]:
    derived = _derived(known)
    for account in known.accounts.values():
        yield subject(urn(account.id), _account(known, account) + derived.get(account.id, []))
    for name in sorted({one.from_ for one in known.borrowings.values()} - known.accounts.keys()):
        yield subject(
            urn(source_id(known, name)), [("a", "prov:Entity"), ("rdfs:label", literal(name))]
        )
    for one in known.borrowings.values():
        if _third(known, one):
            label = literal(f"{SHARED_SOURCES[one.kind]} ({one.because})")
            yield subject(urn(f"{one.id}-origin"), [("a", "prov:Entity"), ("rdfs:label", label)])


def _account(known: Material, account: Account) -> Facts:
    published = iso_day(account.published.earliest)
    certain = published if published == iso_day(account.published.latest) else None
    return [
        ("a", "prov:Entity"),
        ("rdfs:label", literal(known.label(account.id))),
        ("dcterms:title", literal(account.title)),
        ("dc:publisher", literal(account.outlet)),
        ("dc:language", literal(account.language)),
        ("dcterms:issued", literal(certain, DATES[len(certain)]) if certain else None),
        ("dcterms:source", iri(web(account.url))),
    ]


def _derived(known: Material) -> dict[str, Facts]:
    """Return what borrowings say of each account."""
    facts: dict[str, Facts] = defaultdict(list)
    for one in known.borrowings.values():
        plain, qualified, kind = PROV_RELATIONS[one.kind]
        third = _third(known, one)
        source = iri(urn(f"{one.id}-origin") if third else urn(source_id(known, one.from_)))
        if third:
            facts[one.from_].append((plain, source))
        facts[one.to] += [(plain, source), (qualified, _derivation(one, kind, source))]
    return facts


def _derivation(one: Borrowing, kind: str, source: str | None) -> str:
    detail: Facts = [
        ("a", kind),
        ("prov:entity", source),
        ("dcterms:identifier", literal(one.id)),
        ("dc:type", literal(one.kind)),
        ("rdfs:comment", literal(one.because)),
        ("term:share", literal(one.share, "xsd:double")),
    ]
    return blank_node(
        detail + [("dcterms:references", place_resource(place)) for place in one.evidence]
    )


def _third(known: Material, one: Borrowing) -> bool:
    return one.kind in SHARED_SOURCES and one.from_ in known.accounts


def place_resource(place: Span) -> str:
    """Return a place as a resource with both selectors (Web Annotation Vocabulary 2.3)."""
    position: Facts = [
        ("a", "oa:TextPositionSelector"),
        ("oa:start", literal(place.start, "xsd:nonNegativeInteger")),
        ("oa:end", literal(place.end, "xsd:nonNegativeInteger")),
    ]
    quote: Facts = [("a", "oa:TextQuoteSelector"), ("oa:exact", literal(place.text))]
    return blank_node(
        [
            ("a", "oa:SpecificResource"),
            ("oa:hasSource", iri(urn(place.account))),
            ("oa:hasSelector", blank_node(quote)),
            ("oa:hasSelector", blank_node(position)),
        ]
    )


def _run(known: Material) -> Iterator[str]:
    agent = urn(new_id("software", software()))
    label = literal(software())
    yield subject(agent, [("a", "prov:SoftwareAgent"), ("rdfs:label", label)])
    used: Facts = [("prov:used", iri(urn(account))) for account in known.accounts]
    facts: Facts = [("a", "prov:Activity"), ("prov:wasAssociatedWith", iri(agent)), *used]
    yield subject(urn(run_id(known)), facts)


def _findings(known: Material, findings: list[Finding]) -> Iterator[str]:
    run = iri(urn(run_id(known)))
    for one in findings:
        accounts = sorted({place.account for place in one.places})
        facts: Facts = [
            ("a", "prov:Entity"),
            ("dc:type", literal(one.kind)),
            ("prov:value", literal(one.text)),
            ("prov:wasGeneratedBy", run),
            ("term:decided", literal(one.decided) if one.decided else None),
        ]
        facts += [("prov:wasDerivedFrom", iri(urn(account))) for account in accounts]
        facts += [("dcterms:references", place_resource(place)) for place in one.places]
        yield subject(urn(one.id), facts)


def _decided(decisions: list[Decision]) -> Iterator[str]:
    for who in sorted({one.who for one in decisions}):
        person: Facts = [("a", "prov:Person"), ("foaf:name", literal(who))]
        yield subject(urn(new_id("person", who)), person)
    for target in sorted({one.target for one in decisions}):
        yield subject(urn(target), [("a", "prov:Entity")])
    for one in decisions:
        when = instant(one.when)
        facts: Facts = [
            ("a", "prov:Activity"),
            ("prov:wasAssociatedWith", iri(urn(new_id("person", one.who)))),
            ("prov:used", iri(urn(one.target))),
            ("prov:endedAtTime", literal(when, "xsd:dateTime") if when else None),
            ("dc:type", literal(one.view)),
            ("rdfs:comment", literal(one.note) if one.note else None),
        ]
        yield subject(urn(one.id), facts)
