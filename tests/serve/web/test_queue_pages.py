"""The queue: items in order, decisions kept, undone and gone on from, second views kept blind."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.serve.web.screens import Person, decisions, field, ledger_at, served, story
from variorum.records import Account, AnswerGiven, Finding, FindingAnswer

FOUND = next(one for one in story() if isinstance(one, Finding))


def test_who_has_not_said_their_name_is_asked(app: object) -> None:
    assert "Who decides?" in Person(app).see("/")


def test_whoever_started_the_screen_with_a_name_is_not_asked(location: str) -> None:
    app = served(location, reviewer="Ada Lindqvist")
    assert "Ada Lindqvist" in Person(app).see("/")
    assert "Who decides?" in Person(app).see("/")


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "Ada\u202e", "A\x00da"])
def test_a_name_that_is_none_is_refused(app: object, name: str) -> None:
    assert Person(app).send("/name", name=name).status_code == 409


def test_a_name_can_be_changed(ada: Person) -> None:
    ada.send("/name", name="Zoë Ångström 黄")
    assert "Zoë Ångström 黄" in ada.see("/")


def test_the_screen_opens_on_the_findings_under_their_numbers(ada: Person) -> None:
    page = ada.see("/")
    assert field(page, "id") == "f-1"
    assert "finding 1" in page
    assert "They differ." in page
    assert "0 of 1 finding settled" in page


def test_a_finding_that_rests_on_no_record_is_decided_on(tmp_path: Path) -> None:
    alone = replace(
        FOUND, id="f-2", kind="only here", weight=5.0, about=(), places=FOUND.places[:1]
    )
    app = served(ledger_at(tmp_path / "alone.variorum", [*story(), alone]))
    person = Person(app, "Ada")
    assert "/?state=all&amp;at=f-2" in person.see("/page")
    person.decide("f-2", "reject")
    assert "1 of 2 findings settled" in person.see("/")


def test_the_answers_of_a_finding_stand_side_by_side(tmp_path: Path) -> None:
    places = FOUND.places
    answers = tuple(
        FindingAnswer(says=place.text.lower(), given=(AnswerGiven(place=place),))
        for place in places
    )
    asked = replace(FOUND, question="Houses burned: forty or fifty?", answers=answers)
    others = [one for one in story() if not isinstance(one, Finding)]
    page = Person(served(ledger_at(tmp_path / "asked.variorum", [*others, asked])), "Ada").see("/")
    assert '<h1 id="title">Houses burned: forty or fifty?</h1>' in page
    assert "<h2>forty</h2>" in page
    assert "<h2>fifty</h2>" in page
    assert '<mark class="differs here">Forty</mark>' in page
    assert "/?kind=verdict&amp;at=v-0" in page


def test_an_answer_of_one_account_is_the_heading_of_its_words_and_each_place_is_shown_once(
    tmp_path: Path,
) -> None:
    (place, _) = FOUND.places
    first = next(one for one in story() if isinstance(one, Account) and one.id == place.account)
    whole = first.span(0, place.end + 7)
    alone = replace(
        FOUND,
        kind="only here",
        question="Quoted in only one account",
        places=(whole, place),
        answers=(FindingAnswer(says="Ada Voss", given=(AnswerGiven(place=place),)),),
    )
    others = [one for one in story() if not isinstance(one, Finding)]
    page = Person(served(ledger_at(tmp_path / "one.variorum", [*others, alone])), "Ada").see("/")
    assert "<h2>Ada Voss</h2>" in page
    assert page.count('<article class="card">') == 1


def test_an_item_of_another_kind_is_shown_among_its_own(ada: Person) -> None:
    assert "1 of 3" in ada.see("/?at=v-0")


def test_where_nothing_was_found_the_queue_opens_on_every_kind(tmp_path: Path) -> None:
    others = [one for one in story() if not isinstance(one, Finding)]
    page = Person(served(ledger_at(tmp_path / "none.variorum", others)), "Ada").see("/")
    assert "1 of 5" in page


def test_what_settles_most_comes_first_among_the_records(ada: Person) -> None:
    page = ada.see("/?kind=all")
    assert field(page, "id") == "f-1"
    assert field(page, "next") == "v-0"
    assert "1 of 6" in page
    assert "0 of 6 items" in page


def test_both_readings_stand_in_their_paragraph(ada: Person) -> None:
    page = ada.see("/?at=v-1")
    assert '<mark class="differs here">Nine</mark>' in page
    assert '<mark class="differs here">Ten</mark>' in page
    assert " houses on street 1 burned." in page
    assert "Outlet a-1" in page


def test_a_quotation_shows_its_source_and_cue(ada: Person) -> None:
    page = ada.see("/account?id=a-1")
    assert '<span class="q-source">mayor</span>' in page
    assert '<span class="q-cue">said</span>' in page


def test_a_decision_is_kept_and_the_next_item_comes(ada: Person, location: str) -> None:
    after = field(ada.see("/?at=v-0"), "next")
    page = ada.decide("v-0", "confirm", next=after, note="Looked at both.")
    kept = decisions(location)[0]
    assert (kept.target, kept.view, kept.who, kept.note) == (
        "v-0",
        "confirm",
        "Ada",
        "Looked at both.",
    )
    assert [place.text for place in kept.basis] == ["Forty", "Fifty"]
    assert field(page.text, "id") == after
    assert "1 of 6 items" in page.text


@pytest.mark.parametrize("view", ["reject", "unsure"])
def test_other_views_are_kept(ada: Person, location: str, view: str) -> None:
    ada.decide("v-0", view)
    assert [decision.view for decision in decisions(location)] == [view]


def test_a_verdict_is_retyped(ada: Person, location: str) -> None:
    ada.decide("v-0", "retype:scope differs")
    assert [(d.view, d.to) for d in decisions(location)] == [("retype", ("scope differs",))]


@pytest.mark.parametrize("view", ["retype:fabricated", "merge", "undo", "", "retype"])
def test_a_view_that_there_is_not_is_refused(ada: Person, location: str, view: str) -> None:
    assert ada.decide("v-0", view).status_code == 409
    assert decisions(location) == []


def test_a_note_alone_stays_at_the_item(ada: Person, location: str) -> None:
    page = ada.decide("v-0", "note", note="Ask the desk.", next="v-1").text
    assert field(page, "id") == "v-0"
    assert "Ask the desk." in page
    assert "0 of 6 items" in page


def test_an_empty_note_is_refused(ada: Person) -> None:
    assert ada.decide("v-0", "note", note="  ").status_code == 409


def test_a_note_that_is_too_long_is_refused(ada: Person) -> None:
    assert ada.decide("v-0", "note", note="x" * 4001).status_code == 409


def test_the_latest_decision_is_taken_back(ada: Person, location: str) -> None:
    ada.decide("v-0", "confirm")
    page = ada.send("/undo").text
    assert [decision.view for decision in decisions(location)] == ["confirm", "undo"]
    assert field(page, "id") == "v-0"
    assert "0 of 6 items" in page


def test_undoing_twice_takes_back_two(ada: Person) -> None:
    ada.decide("v-0", "confirm")
    ada.decide("v-1", "confirm")
    ada.send("/undo")
    assert "0 of 6 items" in ada.send("/undo").text
    assert ada.send("/undo").status_code == 409


def test_nobody_takes_back_what_is_another_persons(app: object, location: str, ada: Person) -> None:
    ada.decide("v-0", "confirm")
    ben = Person(app, "Ben")
    assert ben.send("/undo", decision=decisions(location)[0].id).status_code == 409


def test_a_second_view_is_given_blind(app: object, ada: Person) -> None:
    ada.decide("v-0", "reject", note="The years differ.")
    ben = Person(app, "Ben")
    page = ben.see("/?state=all&at=v-0")
    assert "1 other decided on this" in page
    assert "rejected" not in page
    assert "The years differ." not in page


def test_others_are_shown_after_ones_own_view_or_when_asked(app: object, ada: Person) -> None:
    ada.decide("v-0", "reject", note="The years differ.")
    ben = Person(app, "Ben")
    assert "The years differ." in ben.see("/?state=all&at=v-0&others=shown")
    ben.decide("v-0", "confirm")
    page = ben.see("/?state=all&at=v-0")
    assert "The years differ." in page
    assert "1 disputed between reviewers" in page


def test_filters_leave_the_order_as_it_is(ada: Person) -> None:
    ada.decide("v-0", "confirm")
    page = ada.see("/?kind=verdict")
    assert "1 of 2" in page
    assert "1 of 3" in ada.see("/?kind=verdict&state=all&at=v-0")


def test_a_filter_that_there_is_not_shows_what_is_open(ada: Person) -> None:
    assert "1 of 1" in ada.see("/?kind=%3Cscript%3E&state=drop")


def test_an_item_decided_on_keeps_its_neighbours(ada: Person) -> None:
    middle = field(ada.see("/?kind=verdict"), "next")
    after = field(ada.see(f"/?at={middle}"), "next")
    ada.decide(middle, "confirm")
    assert field(ada.see(f"/?at={middle}"), "next") == after


def test_an_item_that_is_gone_gives_way_to_the_first(ada: Person) -> None:
    page = ada.see("/?at=v-99")
    assert "no longer in the queue" in page
    assert field(page, "id") == "f-1"


def test_a_decision_on_what_has_changed_meanwhile_is_not_kept(ada: Person, location: str) -> None:
    answer = ada.send("/decide", id="v-0", view="confirm", said="agree")
    assert answer.status_code == 409
    assert decisions(location) == []


def test_a_decision_on_what_is_gone_is_not_kept(ada: Person, location: str) -> None:
    answer = ada.send("/decide", id="v-99", view="confirm", said="")
    assert answer.status_code == 409
    assert "no longer in the ledger" in answer.text


def test_a_queue_that_is_done_says_so(ada: Person) -> None:
    for key in ("f-1", "v-0", "v-1", "v-2", "e-1", "ev-1"):
        ada.decide(key, "confirm")
    assert "Nothing is left here" in ada.see("/")


def test_an_empty_ledger_has_a_queue(tmp_path: Path) -> None:
    app = served(ledger_at(tmp_path / "empty.variorum", []))
    assert "Nothing to decide" in Person(app, "Ada").see("/")
