"""What a title quotes, held against the account's own body."""

from tests.trace.dossiers import told
from variorum.records import Check, Dossier, Region
from variorum.trace.checking.headlines import headline_checks


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


def quoted(title: str, body: str = "She opened the market and went home.") -> list[str]:
    return [check.place.text for check in headline_checks(page(title, body))]


def test_nicknames_beside_each_other_are_no_quotation() -> None:
    assert quoted("Dana 'Ace' Orr will sail with Lee 'Bo' Ray and Kit 'Sly' Foss") == []


def test_a_possessive_mark_pairs_with_nothing() -> None:
    assert quoted("Fishers' plan to sail is not the mayors' own") == []
    assert quoted("Mayor says ‘the fishers’ plan is late’") == []


def test_a_mark_for_a_letter_left_out_pairs_with_nothing() -> None:
    assert quoted("Rock 'n' roll is back in the town hall") == []


def test_a_site_name_after_the_title_is_not_quoted() -> None:
    assert quoted('Mayor: "It is time to sail" ⋆ Harbour Daily') == ["It is time to sail"]


def test_an_odd_double_mark_leaves_the_pairs_unknown() -> None:
    assert quoted('A 5" pipe: "It is time to sail"') == []


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert quoted("The mayor says “it is time to sail” and closed the pier.") == []


def test_words_that_the_body_has_in_another_form_are_not_said_to_be_missing() -> None:
    assert quoted("“Boats turning in the storms”", "A storm came. One boat turned.") == []


def test_a_heading_inside_the_body_is_no_headline() -> None:
    text = "Boats went home.\n“It is time to sail”\nShe opened the market."
    at = text.index("\n")
    end = text.index("\n", at + 1)
    regions = (
        Region(kind="body", start=0, end=at),
        Region(kind="title", start=at + 1, end=end),
        Region(kind="body", start=end + 1, end=len(text)),
    )
    assert headline_checks(told(text, regions=regions)) == ()


def test_two_words_between_marks_have_no_check() -> None:
    assert quoted("‘Iron Ada’ sails home") == []


def crossheaded(heading: str, body: str, said: str) -> Dossier:
    """Return an account with a heading between its two paragraphs."""
    text = f"Ferry stops\nIt rained.\n{heading}\n{body}"
    ends = [0, 12, 23, 23 + len(heading) + 1, len(text)]
    kinds = ("title", "body", "title", "body")
    regions = tuple(
        Region(kind=kind, start=start, end=end)  # type: ignore[arg-type]
        for kind, start, end in zip(kinds, ends, ends[1:], strict=False)
    )
    return told(text, said=((None, said),), regions=regions)


def test_a_heading_that_is_a_quotation_is_held_against_those_below() -> None:
    check = one(crossheaded("‘We drifted’", "“We were drifted,” she said.", "We were drifted,"))
    assert check.kind == "differs"
    assert check.because == (
        "The heading quotes “We drifted”; in a quotation of the body, the body has “were”, the "
        "heading does not."
    )


def test_a_heading_that_no_quotation_has_is_left_alone() -> None:
    assert (
        headline_checks(crossheaded("‘We drifted’", "“It rained,” she said.", "It rained,")) == ()
    )


def test_a_heading_with_more_than_a_quotation_is_left_alone() -> None:
    made = crossheaded("All say ‘We drifted’", "“We were drifted,” she said.", "We were drifted,")
    assert headline_checks(made) == ()
