"""What a title quotes, held against the account's own body."""

from tests.trace.dossiers import told
from variorum.records import Check, Dossier, Region
from variorum.trace import headline_checks


def page(title: str, body: str, said: tuple[tuple[str | None, str], ...] = ()) -> Dossier:
    text = f"{title}\n{body}"
    regions = (
        Region(kind="title", start=0, end=len(title)),
        Region(kind="body", start=len(title) + 1, end=len(text)),
    )
    return told(text, said=said, regions=regions)


def one(dossier: Dossier) -> Check:
    (found,) = headline_checks(dossier)
    return found


def test_words_that_no_body_contains_are_not_found() -> None:
    check = one(page("Mayor: ‘It’s time to sail’", "She opened the market and went home."))
    assert check.kind == "not found"
    assert check.because == (
        "The title quotes “It’s time to sail”; no part of the body contains these words."
    )


def test_an_apostrophe_does_not_close_single_marks() -> None:
    assert one(page("‘It’s time’ to sail", "It is late.")).place.text == "It’s time"


def test_words_of_a_quotation_in_the_body_are_verbatim() -> None:
    body = "“It is time to sail,” she said."
    check = one(page("“Time to sail”, says mayor", body, ((None, "It is time to sail,"),)))
    assert check.kind == "edited"
    assert "a quotation of the body" in check.because


def test_words_of_the_narrator_are_told_apart() -> None:
    check = one(page("“Time to sail”, says mayor", "She thinks it is Time to sail at last."))
    assert check.kind == "verbatim"
    assert "outside quotation marks" in check.because


def test_the_record_is_the_account_itself() -> None:
    check = one(page("“Time to sail”, says mayor", "She thinks it is Time to sail at last."))
    assert check.record == check.place.account == "a-press"


def test_a_title_without_marks_has_no_check() -> None:
    assert headline_checks(page("Mayor wants to sail", "She went home.")) == ()


def test_a_single_word_between_marks_has_no_check() -> None:
    assert headline_checks(page("Mayor ‘sails’ home", "She went home.")) == ()
