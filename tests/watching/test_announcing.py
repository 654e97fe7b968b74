"""What is said of a ledger that has changed: new, changed, gone, and problems."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.records import AnswerGiven, Finding, FindingAnswer, Problem, Span
from variorum.watching.announcing import Announcement, Known, announcements

LABELS = {"a-1": "Wire", "a-2": "Post"}
MORE = {**LABELS, "a-3": "Lantern"}
ALL_ONE = (("a-1", "a-2", "a-3"),)


def place(account: str, words: str) -> Span:
    return Span(account, 0, len(words), words)


def figures(identity: str, *given: tuple[str, str], kind: str = "figure differs") -> Finding:
    """Return a finding whose answers are given as (account, number)."""
    says = list(dict.fromkeys(number for _, number in given))
    answers = tuple(
        FindingAnswer(
            says=one,
            given=tuple(AnswerGiven(place=place(a, n)) for a, n in given if n == one),
        )
        for one in says
    )
    told = " ".join(f"{number}: {account}." for account, number in given)
    return Finding(
        id=identity,
        kind=kind,
        text=f"People killed? {told}",
        because="",
        weight=1.0,
        places=tuple(place(*one) for one in given),
        question="People killed?",
        answers=answers,
    )


TWO = figures("fi-2", ("a-1", "12"), ("a-2", "19"))
THREE = figures("fi-3", ("a-1", "12"), ("a-2", "19"), ("a-3", "21"))
BEFORE = Known(findings=(TWO,), labels=LABELS)


def only(before: Known, now: Known) -> Announcement:
    (found,) = announcements(before, now)
    return found


def test_nothing_is_said_where_nothing_changed() -> None:
    assert announcements(BEFORE, BEFORE) == []


def test_a_new_finding_is_told_with_the_account_that_made_it() -> None:
    said = only(Known(labels={"a-1": "Wire"}), BEFORE)
    assert said.text == "New with Post: People killed? 12: a-1. 19: a-2."
    assert (said.which, said.by, said.old, said.new) == ("new", ("Post",), None, "fi-2")


def test_an_answer_more_is_a_change_of_the_same_finding() -> None:
    said = only(BEFORE, Known(findings=(THREE,), labels=MORE))
    assert said.text == (
        "Changed with Lantern (new answer: 21): People killed? 12: a-1. 19: a-2. 21: a-3."
    )
    assert (said.old, said.new) == ("fi-2", "fi-3")


def test_an_account_more_that_gives_an_answer_is_a_change() -> None:
    now = figures("fi-4", ("a-1", "12"), ("a-2", "19"), ("a-3", "19"))
    said = only(BEFORE, Known(findings=(now,), labels=MORE))
    assert said.how == ("19 also in Lantern",)


def test_another_verdict_on_the_same_words_is_a_change() -> None:
    now = figures("fi-5", ("a-1", "12"), ("a-2", "19"), kind="update")
    said = only(BEFORE, Known(findings=(now,), labels=LABELS))
    assert (said.which, said.how) == ("changed", ("now “update”, before “figure differs”",))


def test_a_finding_that_is_gone_is_told_with_the_account_of_its_event_that_came() -> None:
    said = only(BEFORE, Known(labels=MORE, events=ALL_ONE))
    assert said.text == "Gone with Lantern: People killed? 12: a-1. 19: a-2."
    assert (said.old, said.new, said.now) == ("fi-2", None, None)


def test_a_finding_that_went_with_its_account_names_that_account() -> None:
    said = only(BEFORE, Known(labels={"a-1": "Wire"}))
    assert said.by == ("Post",)


def test_an_edit_that_leaves_the_words_as_they_were_says_nothing() -> None:
    now = figures("fi-6", ("a-1", "12"), ("a-9", "19"))
    edited = Known(findings=(now,), labels={"a-1": "Wire", "a-9": "Post"}, edited={"a-2": ("a-9",)})
    assert announcements(BEFORE, edited) == []


def test_an_edit_of_a_number_is_a_change_by_the_account_that_was_edited() -> None:
    now = figures("fi-7", ("a-1", "12"), ("a-9", "20"))
    edited = Known(findings=(now,), labels={"a-1": "Wire", "a-9": "Post"}, edited={"a-2": ("a-9",)})
    said = only(BEFORE, edited)
    assert (said.which, said.by) == ("changed", ("Post",))
    assert said.how == ("new answer: 20", "no longer: 19")


def test_another_name_for_an_account_says_nothing() -> None:
    renamed = replace(TWO, text="People killed? 12: Wire, 3 March.")
    now = Known(findings=(renamed,), labels={**LABELS, "a-1": "Wire, 3 March"})
    assert announcements(BEFORE, now) == []


def test_two_findings_of_one_question_are_each_known_again_by_their_words() -> None:
    hurt = figures("fi-8", ("a-1", "40"), ("a-2", "44"))
    more = figures("fi-9", ("a-1", "40"), ("a-2", "44"), ("a-3", "50"))
    before = Known(findings=(hurt, TWO), labels=LABELS)
    said = announcements(before, Known(findings=(THREE, more), labels=MORE))
    assert [(one.old, one.new) for one in said] == [("fi-2", "fi-3"), ("fi-8", "fi-9")]


def test_what_people_rejected_is_not_told() -> None:
    rejected = replace(THREE, decided="reject (Ada)")
    assert announcements(BEFORE, Known(findings=(rejected,), labels=MORE)) == []
    assert announcements(Known(findings=(rejected,), labels=MORE), BEFORE) == []


def test_a_problem_is_told_once_whatever_its_numbers() -> None:
    one = Problem(where="wire.txt", step="read", reason="3 of 9 pages have no text")
    other = replace(one, reason="4 of 9 pages have no text")
    known = Known(problems=(one,))
    assert only(Known(), known).text == "Problem: wire.txt: 3 of 9 pages have no text"
    assert announcements(known, Known(problems=(other,))) == []


def test_the_same_change_has_the_same_id() -> None:
    now = Known(findings=(THREE,), labels=MORE)
    assert only(BEFORE, now).id == only(BEFORE, now).id
    assert only(BEFORE, now).id != only(Known(), now).id
