"""What people decided stands at the finding; the finding itself stays as it was."""

from __future__ import annotations

from tests.report.ledgers import hostile
from tests.report.test_page import Elements
from variorum.records import Decision, Verdict
from variorum.report.page.building import page
from variorum.review.describing import evidence, kind_of, said


def shown(*views: tuple[str, str, str]) -> str:
    """Return the text of a page after decisions (who, view, note) on its verdict."""
    ledger = hostile()
    verdict = ledger.get(Verdict, "v-1")
    ledger.add(
        [
            Decision(
                id=f"d-{n}",
                target=verdict.id,
                view=view,  # type: ignore[arg-type]
                who=who,
                when=f"2031-05-0{n}T10:00:00Z",
                note=note,
                kind=kind_of(verdict),
                said=said(verdict),
                basis=evidence(verdict),
            )
            for n, (who, view, note) in enumerate(views, start=1)
        ]
    )
    return " ".join(Elements(page(ledger)).text.split())


def test_a_decision_is_shown_with_who_and_when() -> None:
    assert "confirmed by Ana, 2031-05-01" in shown(("Ana", "confirm", ""))


def test_views_that_differ_are_disputed() -> None:
    text = shown(("Ana", "confirm", ""), ("Ben", "reject", "Not the same dam."))
    assert "disputed: confirmed by Ana, 2031-05-01; rejected by Ben, 2031-05-02" in text
    assert "Not the same dam." in text


def test_a_page_nobody_decided_on_says_nothing_of_it() -> None:
    assert "confirmed by" not in shown()


def test_a_reviewers_name_is_text() -> None:
    assert "<script>alert(2)</script>" in shown(("<script>alert(2)</script>", "confirm", ""))
