"""Reviews of claims: only what people confirmed, and nothing that says what is true."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from typer.testing import CliRunner

from tests.report.ledgers import EVIL, hostile
from tests.report.standards.stories import ELEVEN, NINE, ferry
from variorum.ledgers.record_kinds import RECORD_KINDS
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Check, Decision, Record, Verdict
from variorum.report.exporting import remark
from variorum.report.standards import claim_review
from variorum.review import Signed, decide, undo
from variorum.seams import Ledger
from variorum.serve.cli import app

SDO = Namespace("https://schema.org/")
MARA = Signed("Mara", "2031-05-06T10:00:00Z")
NOOR = Signed("Noor", "2031-05-07T10:00:00Z")
LATER = Signed("Mara", "2031-05-08T10:00:00Z")


def verdict(ledger: Ledger, record_id: str = "v-toll") -> Verdict:
    return ledger.get(Verdict, record_id)


def written(ledger: Ledger, folder: Path) -> list[dict[str, Any]]:
    (path,) = claim_review.write(ledger, folder)
    made = json.loads(path.read_text(encoding="utf-8"))
    assert made["@context"] == "https://schema.org"
    reviews: list[dict[str, Any]] = made["@graph"]
    return reviews


def renewed(ledger: Ledger, changed: Verdict) -> None:
    """Let the machine say something else in one verdict, as a later run may."""
    kept = [record for kind in RECORD_KINDS.values() for record in ledger.read(kind)]
    made = [changed if getattr(r, "id", "") == changed.id else r for r in kept]
    ledger.renew({"": [record for record in made if not isinstance(record, Decision)]})


def after(decisions: Sequence[Decision], folder: Path) -> list[dict[str, Any]]:
    ledger = ferry()
    ledger.add(decisions)
    return written(ledger, folder)


def views(record: Record, *given: tuple[str, Signed]) -> list[Decision]:
    return [decide(record, view, signed) for view, signed in given]  # type: ignore[arg-type]


def test_nothing_is_written_that_nobody_confirmed(tmp_path: Path) -> None:
    assert after([], tmp_path) == []


@pytest.mark.parametrize(
    "given",
    [
        [("reject", MARA)],
        [("unsure", MARA)],
        [("note", MARA)],
        [("confirm", MARA), ("reject", NOOR)],
        [("confirm", MARA), ("unsure", NOOR)],
        [("confirm", MARA), ("reject", LATER)],
    ],
)
def test_what_is_rejected_unsure_or_disputed_gives_nothing(
    given: list[tuple[str, Signed]], tmp_path: Path
) -> None:
    assert after(views(verdict(ferry()), *given), tmp_path) == []


def test_what_is_retyped_gives_nothing(tmp_path: Path) -> None:
    decision = decide(verdict(ferry()), "retype", MARA, to="scope differs")
    assert after([decision], tmp_path) == []


def test_what_is_undone_gives_nothing(tmp_path: Path) -> None:
    decision = decide(verdict(ferry()), "confirm", MARA)
    assert after([decision, undo(decision, LATER)], tmp_path) == []


def test_a_decision_on_what_the_machine_no_longer_says_gives_nothing(tmp_path: Path) -> None:
    ledger = ferry()
    said = verdict(ledger)
    ledger.add([decide(said, "confirm", MARA)])
    changed = replace(said, kind="agree")
    renewed(ledger, changed)
    assert written(ledger, tmp_path) == []


def test_what_could_not_be_compared_gives_nothing(tmp_path: Path) -> None:
    ledger = ferry()
    said = replace(verdict(ledger), kind="unclear")
    renewed(ledger, said)
    ledger.add([decide(said, "confirm", MARA)])
    assert written(ledger, tmp_path) == []


def test_both_readings_of_a_confirmed_verdict_are_reviewed_alike(tmp_path: Path) -> None:
    made = after(views(verdict(ferry()), ("confirm", MARA)), tmp_path)
    assert [review["claimReviewed"] for review in made] == [ELEVEN.text, NINE.text]
    assert {review["reviewRating"]["alternateName"] for review in made} == {"figure differs"}


def test_a_rating_says_how_readings_compare_and_gives_no_number(tmp_path: Path) -> None:
    made = after(views(verdict(ferry()), ("confirm", MARA)), tmp_path)
    rating = made[0]["reviewRating"]
    assert sorted(rating) == ["@type", "alternateName", "ratingExplanation"]
    assert rating["ratingExplanation"] == (
        "“Nine” and “Eleven” cannot be the same number. "
        "Compared with Northern Wire: “Nine people drowned.”"
    )


def test_a_confirmed_check_reviews_the_quotation_only(tmp_path: Path) -> None:
    check = ferry().get(Check, "c-herald")
    made = after(views(check, ("confirm", MARA)), tmp_path)
    assert [review["claimReviewed"] for review in made] == [ELEVEN.text]
    assert made[0]["reviewRating"]["alternateName"] == "differs"


def test_all_who_confirmed_are_named_and_the_last_day_counts(tmp_path: Path) -> None:
    made = after(views(verdict(ferry()), ("confirm", MARA), ("confirm", NOOR)), tmp_path)
    assert [person["name"] for person in made[0]["author"]] == ["Mara", "Noor"]
    assert made[0]["datePublished"] == "2031-05-07"


def test_a_claim_has_its_speaker_and_where_it_appeared(tmp_path: Path) -> None:
    claim = after(views(verdict(ferry()), ("confirm", MARA)), tmp_path)[1]["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Ada Brun"}
    assert claim["appearance"] == {
        "@type": "CreativeWork",
        "@id": "urn:variorum:a-wire",
        "name": "Ferry sinks off Tarn",
        "url": "https://wire.example/ferry?id=1&lang=en",
        "publisher": {"@type": "Organization", "name": "Northern Wire"},
        "datePublished": "2031-05-04",
    }


def test_a_remark_says_that_nothing_is_confirmed() -> None:
    ledger = ferry()
    assert (remark(ledger, "claimreview") or "").startswith(
        "No verdict or check has been confirmed"
    )
    ledger.add(views(verdict(ledger), ("confirm", MARA)))
    assert remark(ledger, "claimreview") is None


def test_the_command_says_that_nothing_is_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "ferry.variorum"
    with SqliteLedger(path) as opened:
        opened.add(record for kind in (Account, Verdict) for record in ferry().read(kind))
    said = CliRunner().invoke(
        app, ["export", str(path), "--format", "claimreview", "--out", str(tmp_path / "out")]
    )
    assert said.exit_code == 0
    assert "No verdict or check has been confirmed" in said.output


def test_the_file_is_linked_data_of_schema_org(tmp_path: Path) -> None:
    made = after(views(verdict(ferry()), ("confirm", MARA)), tmp_path)
    context = {"@vocab": str(SDO), "url": {"@type": "@id"}}
    text = json.dumps({"@context": context, "@graph": made})
    graph = Graph().parse(data=text, format="json-ld")
    reviews = set(graph.subjects(RDF.type, SDO.ClaimReview))
    assert len(reviews) == 2
    item = graph.value(URIRef("urn:variorum:v-toll-2"), SDO.itemReviewed)
    assert graph.value(item, SDO.text) == Literal(NINE.text)
    assert (item, RDF.type, SDO.Claim) in graph


def test_hostile_text_cannot_leave_a_script_element(tmp_path: Path) -> None:
    ledger = hostile()
    signed = Signed(EVIL, "2031-05-06T10:00:00Z")
    ledger.add([decide(verdict(ledger, "v-1"), "confirm", signed)])
    made = written(ledger, tmp_path)
    text = (tmp_path / "claim-reviews.jsonld").read_text(encoding="utf-8")
    assert "<" not in text
    assert made[0]["author"][0]["name"] == EVIL
    assert "url" not in made[0]["itemReviewed"]["appearance"]


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        after(views(verdict(ferry()), ("confirm", MARA)), tmp_path / name)
    one, two = ((tmp_path / name / "claim-reviews.jsonld").read_bytes() for name in "ab")
    assert one == two
