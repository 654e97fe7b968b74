from __future__ import annotations

from msgspec.structs import replace

from tests.review.records import FINDING, PAINTER, TOLLS, mayor, records, verdict
from variorum.review import queue


def test_findings_come_first_in_the_order_given_then_what_they_rest_on() -> None:
    other = replace(FINDING, id="f-other", weight=99.0)
    items = queue([*records(), other])
    assert [item.id for item in items] == ["f-tolls", "f-other", "v-tolls", "e-mayor", "v-event"]
    assert [item.number for item in items] == [1, 2, None, None, None]


def test_what_the_machine_is_sure_of_settles_less() -> None:
    sure = queue([verdict(confidence=0.99), TOLLS, FINDING])
    unsure = queue([verdict(confidence=0.5), TOLLS, FINDING])
    assert sure[1].stake < unsure[1].stake


def test_nobody_is_asked_about_agreement_or_a_name_in_one_account() -> None:
    assert queue([verdict("agree"), PAINTER]) == ()


def test_a_name_that_all_spell_alike_settles_less_than_one_in_two_forms() -> None:
    alike = replace(mayor("e-alike"), mentions=(mayor().mentions[0],))
    first, second = queue([mayor(), alike])
    assert (first.id, second.id) == ("e-mayor", "e-alike")


def test_a_finding_leads_to_the_verdicts_of_its_kind() -> None:
    other = replace(verdict("unclear"), id="v-unclear")
    found = queue([*records(), other])
    assert [item.id for item in found if FINDING.id in item.findings] == ["v-tolls"]


def test_a_finding_about_many_alignments_rests_on_none_of_their_verdicts_alone() -> None:
    many = replace(FINDING, kind="one origin", about=("l-tolls", "l-more"))
    given = [*records()[:-1], many, replace(TOLLS, id="l-more")]
    assert [item.id for item in queue(given) if many.id in item.findings] == []
