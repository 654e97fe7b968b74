"""Provenance in Turtle, read back by rdflib."""

from __future__ import annotations

from pathlib import Path

from rdflib import DC, DCTERMS, PROV, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

from tests.report.ledgers import EVIL, hostile
from tests.report.standards.stories import ELEVEN, NINE, ferry
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Borrowing, Decision, new_id
from variorum.report.standards import prov
from variorum.report.standards.identifiers import software

NAMED = Namespace("urn:variorum:")
OA = Namespace("http://www.w3.org/ns/oa#")
DECISION = Decision(
    id="d-1", target="v-toll", view="confirm", who="Mara", when="2031-05-06T10:00:00Z", note="Yes."
)


def read(ledger: MemoryLedger, folder: Path) -> Graph:
    (path,) = prov.write(ledger, folder)
    return Graph().parse(path, format="turtle")


def test_accounts_are_entities_with_title_outlet_and_address(tmp_path: Path) -> None:
    graph, wire = read(ferry(), tmp_path), NAMED["a-wire"]
    assert (wire, RDF.type, PROV.Entity) in graph
    assert graph.value(wire, DC.publisher) == Literal("Northern Wire")
    assert graph.value(wire, DCTERMS.source) == URIRef("https://wire.example/ferry?id=1&lang=en")


def test_a_day_is_given_only_where_it_is_certain(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    assert graph.value(NAMED["a-wire"], DCTERMS.issued) == Literal("2031-05-04", datatype=XSD.date)
    assert graph.value(NAMED["a-herald"], DCTERMS.issued) is None


def test_copied_words_are_a_quotation_with_share_reason_and_words(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    assert (NAMED["a-herald"], PROV.wasQuotedFrom, NAMED["a-wire"]) in graph
    detail = graph.value(NAMED["a-herald"], PROV.qualifiedQuotation)
    assert graph.value(detail, PROV.entity) == NAMED["a-wire"]
    assert graph.value(detail, NAMED["term:share"]) == Literal(0.25)
    assert graph.value(detail, RDFS.comment) == Literal("Both have “people drowned”.")
    words = list(graph.objects(detail, DCTERMS.references))
    assert {graph.value(one, OA.hasSource) for one in words} == {NAMED["a-wire"], NAMED["a-herald"]}


def test_the_words_of_the_evidence_have_their_offsets(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    detail = graph.value(NAMED["a-herald"], PROV.qualifiedQuotation)
    offsets = {
        tuple(
            int(str(value))
            for selector in graph.objects(words, OA.hasSelector)
            for name in (OA.start, OA.end)
            for value in graph.objects(selector, name)
        )
        for words in graph.objects(detail, DCTERMS.references)
    }
    assert offsets == {(NINE.start, NINE.end), (ELEVEN.start, ELEVEN.end)}


def test_accounts_of_one_speech_rest_on_the_speech_and_not_on_each_other(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    speech = NAMED["b-speech-origin"]
    assert set(graph.subjects(PROV.hadPrimarySource, speech)) == {
        NAMED["a-wire"],
        NAMED["a-herald"],
    }
    assert (NAMED["a-herald"], PROV.hadPrimarySource, NAMED["a-wire"]) not in graph


def test_every_borrowing_is_one_qualified_derivation(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    found = sorted(str(name) for _, _, name in graph.triples((None, DCTERMS.identifier, None)))
    assert found == ["b-cites", "b-copies", "b-speech"]


def test_findings_come_from_the_run_of_the_program(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    run = graph.value(NAMED["f-toll"], PROV.wasGeneratedBy)
    agent = graph.value(run, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.SoftwareAgent) in graph
    assert graph.value(agent, RDFS.label) == Literal(software())
    assert len(set(graph.objects(run, PROV.used))) == 3


def test_a_decision_is_an_activity_of_a_person_at_its_time(tmp_path: Path) -> None:
    ledger = ferry()
    ledger.add([DECISION])
    graph, decision = read(ledger, tmp_path), NAMED["d-1"]
    assert graph.value(decision, PROV.wasAssociatedWith) == NAMED[new_id("person", "Mara")]
    assert graph.value(decision, PROV.used) == NAMED["v-toll"]
    assert graph.value(decision, PROV.endedAtTime) == Literal(DECISION.when, datatype=XSD.dateTime)


def test_no_time_is_stated_that_the_records_do_not_hold(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    times = (PROV.startedAtTime, PROV.endedAtTime, PROV.generatedAtTime, PROV.atTime)
    assert not any((None, time, None) in graph for time in times)


def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    ledger = hostile()
    ledger.add([Decision(id=EVIL, target=EVIL, view="note", who=EVIL, when=EVIL, note=EVIL)])
    graph = read(ledger, tmp_path)
    assert graph.value(NAMED["a-1"], DCTERMS.title) == Literal(EVIL)
    assert graph.value(NAMED["a-1"], DCTERMS.source) is None
    assert set(graph.predicates(NAMED["f-1"], Literal(f"{EVIL} “{EVIL}”"))) == {PROV.value}


def test_control_characters_come_back_as_they_were(tmp_path: Path) -> None:
    title = 'a\x01\x7f\\u0041\\\n\r\t"""\u2028\u202e🛥 \\'
    ledger = MemoryLedger()
    ledger.add([Account(id="a> <b> .", source="x", text="", title=title)])
    ledger.add([Borrowing(id="b", from_="<x>", to="a> <b> .", kind="cites", because="\\")])
    graph = read(ledger, tmp_path)
    assert Literal(title) in set(graph.objects(predicate=DCTERMS.title))


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (prov.write(ferry(), tmp_path / name)[0] for name in "ab")
    assert one.read_bytes() == two.read_bytes()
