"""A story that ships with Variorum, collated and read back from every standard."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import networkx
import pytest
from followthemoney import model
from jsonschema import Draft202012Validator
from lxml import etree
from rdflib import DCTERMS, Graph

import variorum
from tests.report.standards.test_tei import readings, schema
from variorum import stories
from variorum.records import Account, Alignment, Borrowing, Finding, Verdict
from variorum.report.exporting import export
from variorum.report.standards.identifiers import source_of
from variorum.seams import Ledger

pytestmark = pytest.mark.model

STORY = Path(stories.__file__).parent / "harbour-press-conference"
FORMS = ("jsonl", "schema", "annotations", "tei", "ftm", "graphml", "prov", "claimreview")
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return variorum.collate(sorted(path for path in STORY.iterdir() if path.is_file()))


@pytest.fixture(scope="module")
def files(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("standards")
    return {path.name: path for form in FORMS for path in export(ledger, folder, form)}


def test_every_line_keeps_to_its_schema(files: Mapping[str, Path]) -> None:
    for path in (path for name, path in files.items() if name.endswith(".jsonl")):
        contract = json.loads(files[f"{path.stem}.schema.json"].read_text(encoding="utf-8"))
        for line in path.read_text(encoding="utf-8").splitlines():
            Draft202012Validator(contract).validate(json.loads(line))


def test_every_quote_is_found_once_in_its_account(
    files: Mapping[str, Path], ledger: Ledger
) -> None:
    texts = {source_of(account): account.text for account in ledger.read(Account)}
    made = json.loads(files["annotations.jsonld"].read_text(encoding="utf-8"))
    targets = [target for item in made["first"]["items"] for target in item["target"]]
    assert len(targets) > 100
    for target in targets:
        quote, position = target["selector"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        text = texts[target["source"]]
        assert text.count(whole) == 1
        assert text.index(whole) + len(quote["prefix"]) == position["start"]


def test_the_apparatus_is_valid_and_gives_all_readings_back(
    files: Mapping[str, Path], ledger: Ledger
) -> None:
    root = etree.parse(str(files["apparatus.xml"])).getroot()
    assert schema().validate(root), schema().error_log.last_error
    entries = {one.get(ID): readings(one) for one in root.iter("{*}app")}
    assert entries == {
        alignment.id: {one.account: list(one.places) for one in alignment.readings}
        for alignment in ledger.read(Alignment)
    }
    notes = [one.get(ID) for one in root.iter("{*}note") if one.get("type") == "verdict"]
    assert sorted(notes) == [verdict.id for verdict in ledger.read(Verdict)]


def test_every_value_of_followthemoney_is_valid(files: Mapping[str, Path]) -> None:
    lines = files["entities.ftm.json"].read_text(encoding="utf-8").splitlines()
    for given in map(json.loads, lines):
        kind = model.get(given["schema"])
        assert kind is not None
        kind.validate(given)
        for name, values in given["properties"].items():
            assert [
                value for value in values if not kind.properties[name].type.validate(value)
            ] == []


def test_every_borrowing_is_an_edge_and_a_derivation(
    files: Mapping[str, Path], ledger: Ledger
) -> None:
    borrowings = [one.id for one in ledger.read(Borrowing)]
    graph = networkx.read_graphml(files["stemma.graphml"], force_multigraph=True)
    assert sorted(key for _, _, key in graph.edges(keys=True)) == borrowings
    provenance = Graph().parse(files["provenance.ttl"])
    assert sorted(str(one) for one in provenance.objects(None, DCTERMS.identifier)) == borrowings


def test_every_finding_is_in_the_provenance(files: Mapping[str, Path], ledger: Ledger) -> None:
    text = files["provenance.ttl"].read_text(encoding="utf-8")
    assert [
        one.id for one in ledger.read(Finding) if f"<urn:variorum:{one.id}>\n" not in text
    ] == []


def test_nothing_is_a_claim_review_before_anybody_confirmed(files: Mapping[str, Path]) -> None:
    assert json.loads(files["claim-reviews.jsonld"].read_text(encoding="utf-8"))["@graph"] == []
