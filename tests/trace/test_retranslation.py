"""Quotations of a speaker that are worded otherwise than the record throughout."""

from __future__ import annotations

from typing import Any

from tests.trace.dossiers import told
from variorum.records import Change, Check
from variorum.trace.checking.retranslation import Held, limited

WORDS = "We shall build a new harbour beside the old one."


def held(start: int, changed: str, **fields: Any) -> Held:
    """Return a check of a quotation of ten words, of which `changed` are not the record's."""
    account = told(" ".join([WORDS] * 9)).account
    place = account.span(start * (len(WORDS) + 1), start * (len(WORDS) + 1) + len(WORDS))
    kind: Any = "differs" if changed else "verbatim"
    edits = (Change(from_="a quay", to=changed, kind="word"),) if changed else ()
    check = Check(
        id=f"c-{start}",
        quotation=f"q-{start}",
        place=place,
        record="a-record",
        kind=kind,
        because="The record and the quotation differ.",
        changes=edits,
    )
    return Held(check, "Ada Brook", **fields)  # type: ignore[arg-type]


def kinds(*given: Held) -> list[str]:
    return [check.kind for check in limited(given)]


def test_three_quotations_worded_anew_may_be_of_a_translation() -> None:
    given = [held(n, "a harbour of our own") for n in range(3)]
    assert kinds(*given) == ["translation variant"] * 3
    assert "may be a translation" in limited(given)[0].because


def test_two_are_too_few() -> None:
    assert kinds(*(held(n, "a harbour of our own") for n in range(2))) == ["differs"] * 2


def test_a_speaker_who_is_mostly_quoted_word_for_word_was_not_translated() -> None:
    anew = [held(n, "a harbour of our own") for n in range(3)]
    assert kinds(*anew, held(4, ""), held(5, ""))[:3] == ["differs"] * 3


def test_one_changed_word_is_no_rendering() -> None:
    anew = [held(n, "a harbour of our own") for n in range(3)]
    assert kinds(*anew, held(4, "pier"))[3] == "differs"


def test_what_limits_the_claim_cannot_be_told_in_a_rendering() -> None:
    anew = [held(n, "a harbour of our own", limits=n == 0) for n in range(3)]
    assert kinds(*anew)[0] == "cannot tell"
