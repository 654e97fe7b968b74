"""Web annotations, read back by rdflib, their selectors tried on the accounts' text."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from tests.report.ledgers import EVIL, hostile
from tests.report.standards.stories import HERALD, NINE, WIRE, ferry
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Decision
from variorum.report.standards import web_annotation
from variorum.report.standards.identifiers import source_of
from variorum.report.standards.selecting import selectors

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
NAMED = Namespace("urn:variorum:")


def term(name: str, *, kind: str | None = None, listed: bool = False) -> dict[str, str]:
    return {
        "@id": name,
        **({"@type": kind} if kind else {}),
        **({"@container": "@list"} if listed else {}),
    }


PREFIXES = {
    "oa": str(OA),
    "as": str(AS),
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "rdf": str(RDF),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
CLASSES = ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector")
MOTIVES = ("assessing", "commenting", "describing", "identifying", "linking", "tagging")
STANDARD = {
    **PREFIXES,
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in (*CLASSES, "TextPositionSelector", *MOTIVES)},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "motivation": term("oa:motivatedBy", kind="@vocab"),
    "purpose": term("oa:hasPurpose", kind="@vocab"),
    "body": term("oa:hasBody", kind="@id"),
    "target": term("oa:hasTarget", kind="@id"),
    "source": term("oa:hasSource", kind="@id"),
    "selector": term("oa:hasSelector", kind="@id"),
    "start": term("oa:start", kind="xsd:nonNegativeInteger"),
    "end": term("oa:end", kind="xsd:nonNegativeInteger"),
    "items": term("as:items", kind="@id", listed=True),
    "partOf": term("as:partOf", kind="@id"),
    "first": term("as:first", kind="@id"),
    "total": term("as:totalItems", kind="xsd:nonNegativeInteger"),
    "startIndex": term("as:startIndex", kind="xsd:nonNegativeInteger"),
    "generator": term("as:generator", kind="@id"),
    "creator": term("dcterms:creator", kind="@id"),
    "created": term("dcterms:created", kind="xsd:dateTime"),
    "label": "rdfs:label",
    "value": "rdf:value",
    "format": "dc:format",
    "name": "foaf:name",
}
"""The terms of the standard's context (Web Annotation Vocabulary, appendix A) that are used here."""


def written(ledger: MemoryLedger, folder: Path) -> dict[str, Any]:
    (path,) = web_annotation.write(ledger, folder)
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return made


def graph(ledger: MemoryLedger, folder: Path) -> Graph:
    made = written(ledger, folder)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return Graph().parse(data=json.dumps({**made, "@context": STANDARD}), format="json-ld")


def items(ledger: MemoryLedger, folder: Path) -> dict[str, Any]:
    return {item["id"]: item for item in written(ledger, folder)["first"]["items"]}


def chosen(target: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    return quote, position


def test_every_record_with_words_is_one_annotation_of_the_page(tmp_path: Path) -> None:
    found = graph(ferry(), tmp_path)
    assert len(set(found.subjects(RDF.type, OA.Annotation))) == 15
    collection = found.value(predicate=RDF.type, object=AS.OrderedCollection)
    assert str(found.value(collection, AS.totalItems)) == "15"


def test_a_verdict_assesses_both_readings_with_its_kind_and_its_reason(tmp_path: Path) -> None:
    found, verdict = graph(ferry(), tmp_path), NAMED["v-toll"]
    assert found.value(verdict, OA.motivatedBy) == OA.assessing
    bodies = {
        (found.value(body, OA.hasPurpose), str(found.value(body, RDF.value)))
        for body in found.objects(verdict, OA.hasBody)
    }
    assert bodies == {
        (OA.tagging, "verdict"),
        (OA.tagging, "figure differs"),
        (OA.assessing, "“Nine” and “Eleven” cannot be the same number."),
    }
    sources = {found.value(t, OA.hasSource) for t in found.objects(verdict, OA.hasTarget)}
    assert sources == {URIRef("https://wire.example/ferry?id=1&lang=en"), NAMED["a-herald"]}


@pytest.mark.parametrize("ledger", [ferry, hostile])
def test_both_selectors_find_the_same_words_and_no_others(ledger: Any, tmp_path: Path) -> None:
    kept = ledger()
    texts = {source_of(account): account.text for account in kept.read(Account)}
    targets = [
        target
        for item in items(kept, tmp_path).values()
        for target in item["target"]
        if isinstance(target, dict)
    ]
    for target in targets:
        text = texts[target["source"]]
        quote, position = chosen(target)
        assert text[position["start"] : position["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(whole) == position["start"] - len(quote["prefix"])
        assert text.find(whole, text.find(whole) + 1) == -1
    assert len(targets) > 10


def test_selectors_come_through_rdf_unchanged(tmp_path: Path) -> None:
    found = graph(ferry(), tmp_path)
    (target,) = found.objects(NAMED["q-wire"], OA.hasTarget)
    told = {
        str(value)
        for selector in found.objects(target, OA.hasSelector)
        for name in (OA.exact, OA.start, OA.end)
        for value in found.objects(selector, name)
    }
    assert told == {NINE.text, str(NINE.start), str(NINE.end)}


def test_a_decision_is_a_persons_assessment_of_what_was_found(tmp_path: Path) -> None:
    ledger = ferry()
    when = "2031-05-06T10:00:00Z"
    ledger.add([Decision(id="d-1", target="v-toll", view="confirm", who="Mara", when=when)])
    found, decision = graph(ledger, tmp_path), NAMED["d-1"]
    assert found.value(decision, OA.hasTarget) == NAMED["v-toll"]
    assert found.value(found.value(decision, DCTERMS.creator), FOAF.name) == Literal("Mara")
    assert found.value(decision, DCTERMS.created) == Literal(datetime.fromisoformat(when))


def test_a_time_that_is_none_is_left_out(tmp_path: Path) -> None:
    ledger = hostile()
    ledger.add([Decision(id="d-1", target="v-1", view="note", who=EVIL, when=EVIL, note=EVIL)])
    assert "created" not in items(ledger, tmp_path)["urn:variorum:d-1"]


def test_no_address_but_http_is_a_source(tmp_path: Path) -> None:
    found = graph(hostile(), tmp_path)
    assert set(found.objects(predicate=OA.hasSource)) == {NAMED["a-1"], NAMED["a-2"]}


def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    found = graph(hostile(), tmp_path)
    assert Literal(f"{EVIL} “{EVIL}”") in set(found.objects(predicate=RDF.value))


def test_an_empty_ledger_gives_an_empty_page(tmp_path: Path) -> None:
    made = written(MemoryLedger(), tmp_path)
    assert (made["total"], made["first"]["items"]) == (0, [])


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (web_annotation.write(ferry(), tmp_path / name)[0] for name in "ab")
    assert one.read_bytes() == two.read_bytes()


def test_context_grows_until_a_place_is_the_only_one() -> None:
    text = f"{'x' * 90} one {'y' * 90} two {'x' * 90} one {'y' * 90} three"
    account = Account(id="a", source="", text=text)
    place = (text.rindex("one"), text.rindex("one") + 3)
    (quote, _) = selectors(account, [place])[place]
    assert (len(str(quote["prefix"])), str(quote["suffix"])[-6:]) == (128, " three")


def test_context_stops_growing_where_no_context_helps() -> None:
    account = Account(id="a", source="", text="no " * 5000)
    place = (6000, 6002)
    (quote, position) = selectors(account, [place])[place]
    assert (len(str(quote["prefix"])), position["start"]) == (256, 6000)


def test_a_word_at_the_edge_of_a_text_has_the_context_there_is() -> None:
    places = [(0, 6), (len(HERALD.text) - 7, len(HERALD.text)), (0, len(HERALD.text))]
    made = selectors(HERALD, places)
    assert [made[place][0]["exact"] for place in places] == ["Eleven", "Sunday.", HERALD.text]


def test_emoji_and_combining_marks_count_as_code_points() -> None:
    text = f"🛥️ e\u0301 {WIRE.text}"
    place = (text.index("Tarn"), text.index("Tarn") + 4)
    (quote, _) = selectors(Account(id="a", source="", text=text), [place])[place]
    assert (quote["exact"], str(quote["prefix"])[:2]) == ("Tarn", "🛥️")
