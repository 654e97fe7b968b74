"""An account's text in runs: nothing is lost, every mark covers its characters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import account as make_account
from tests.report.ledgers import hostile
from tests.strategies import texts
from variorum.records import Quotation, Region
from variorum.report.runs import Mark, marks, revealed, runs, within

NAMES = ("q-source", "q-cue", "q-content", "figure", "r-title")


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[int]]:
    text = draw(texts(6))
    place = st.integers(0, len(text))
    found = []
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(place), draw(place)))
        found.append(Mark(start, end, draw(st.sampled_from(NAMES))))
    return text, found, draw(st.lists(place, max_size=3))


@given(marked())
@settings(max_examples=60, deadline=None)
def test_runs_joined_are_the_text(case: tuple[str, list[Mark], list[int]]) -> None:
    text, found, targets = case
    assert "".join(run.text for run in runs(text, found, targets)) == text


@given(marked())
@settings(max_examples=60, deadline=None)
def test_every_character_carries_the_marks_over_it_and_no_other(
    case: tuple[str, list[Mark], list[int]],
) -> None:
    text, found, targets = case
    for run in runs(text, found, targets):
        for place in range(run.start, run.start + len(run.text)):
            over = {mark.name for mark in found if mark.start <= place < mark.end}
            assert set(run.classes) == over


@given(marked())
@settings(max_examples=60, deadline=None)
def test_a_run_begins_at_every_place_that_a_link_leads_to(
    case: tuple[str, list[Mark], list[int]],
) -> None:
    text, found, targets = case
    begun = {run.start for run in runs(text, found, targets) if run.target}
    assert begun == {target for target in targets if target < len(text)}


def test_marks_that_overlap_share_a_run() -> None:
    made = runs("abcdef", [Mark(0, 4, "one"), Mark(2, 6, "two")])
    assert [(run.text, run.classes) for run in made] == [
        ("ab", ("one",)),
        ("cd", ("one", "two")),
        ("ef", ("two",)),
    ]


def test_inner_places_are_marked_only_inside_the_place() -> None:
    account = make_account("The tide rose two metres.")
    made = within(account.span(4, 13), [account.span(0, 8), account.span(14, 24)])
    assert [(run.text, run.classes) for run in made] == [("tide", ("differs",)), (" rose", ())]


def test_a_quotation_has_its_source_its_cue_and_its_words_marked() -> None:
    account, quotation = next(
        (a, q)
        for ledger in [hostile()]
        for a in ledger.read(type(make_account("")))
        for q in ledger.read(Quotation)
        if q.place.account == a.id
    )
    names = [mark.name for mark in marks(account, [quotation], [])]
    assert names == ["r-title", "r-turn", "q-source", "q-cue", "q-content"]


def test_the_body_has_no_mark() -> None:
    account = make_account("Words.", regions=(Region(kind="body", start=0, end=6),))
    assert marks(account, [], []) == []


def test_characters_that_hide_or_reorder_are_shown() -> None:
    assert revealed("a\u202eb\u2066c\x00d\u200ee\x9bf") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"


def test_letters_of_all_scripts_line_breaks_and_tabs_stay() -> None:
    assert revealed("القدس\tДОМ\n👩‍👩‍👧") == "القدس\tДОМ\n👩‍👩‍👧"
