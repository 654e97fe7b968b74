"""Open moments dated by another account of the same event. November 9, 2020 was a Monday."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.extract.moments.extraction import moments
from variorum.link.dating import date_open, timeline
from variorum.models.parser import SpacyParser
from variorum.records import Dossier, Moment, Published, Region, Statements
from variorum.segment import annotate

pytestmark = pytest.mark.model

RECORD = (
    "The mayor: The harbour conference will open in the old town on November 11–12. "
    "The bridge fell in 2018."
)
REPORT = "The mayor said on Monday that the harbour was safe."
PREVIEW = "The harbour conference opens in the old town, and the mayor will speak on Wednesday."


class Desk:
    """Makes dossiers from words, one account a letter."""

    def __init__(self, parser: SpacyParser) -> None:
        self._parser = parser

    def dossier(
        self, key: str, text: str, published: str | None = None, **fields: object
    ) -> Dossier:
        basis = "page" if published else "unknown"
        when = Published(earliest=published, latest=published, basis=basis)
        account = make_account(text, id=f"a-{key}", published=when, **fields)
        annotation = annotate(account, self._parser)
        said = Statements(account=account.id, moments=moments(account, annotation))
        return Dossier(account=account, annotation=annotation, statements=said)


@pytest.fixture(scope="module")
def desk(parser: SpacyParser) -> Desk:
    return Desk(parser)


def dated(found: tuple[Moment, ...], account: str) -> dict[str, tuple[str | None, str | None]]:
    return {m.place.text: (m.earliest, m.anchor) for m in found if m.place.account == account}


def test_a_weekday_is_dated_by_the_day_of_another_account(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT)]
    found = date_open(both, [("a-r", "a-s")]).moments
    assert dated(found, "a-s") == {"Monday": ("2020-11-09", "account a-r: 2020-11-09")}


def test_a_weekday_is_dated_by_a_day_told_in_a_like_sentence(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("p", PREVIEW)]
    found = date_open(both, [("a-r", "a-p")]).moments
    assert dated(found, "a-p") == {"Wednesday": ("2020-11-11", "account a-r: 2020-11-11")}


def test_a_date_without_a_year_is_dated_by_another_account(desk: Desk) -> None:
    both = [
        desk.dossier("r", RECORD, "2020-11-09"),
        desk.dossier("s", "OLD TOWN, November 9. Rain."),
    ]
    found = date_open(both, [("a-r", "a-s")]).moments
    assert dated(found, "a-s") == {"November 9": ("2020-11-09", "account a-r: 2020-11-09")}


def test_a_date_without_a_year_bounds_no_publication(desk: Desk) -> None:
    both = [
        desk.dossier("r", RECORD, "2020-11-09"),
        desk.dossier("s", "OLD TOWN, November 9. Rain."),
    ]
    assert date_open(both, [("a-r", "a-s")]).published == {}


def test_a_dateline_without_a_year_takes_the_year_of_the_event(desk: Desk) -> None:
    text = "OLD TOWN, November 12 (Wire) - The mayor slept."
    regions = (
        Region(kind="dateline", start=0, end=text.index("The")),
        Region(kind="body", start=text.index("The"), end=len(text)),
    )
    both = [desk.dossier("q", REPORT, "2020-11-09"), desk.dossier("s", text, regions=regions)]
    assert date_open(both, [("a-q", "a-s")]).published == {
        "a-s": Published(earliest="2020-11-12", latest="2020-11-13", basis="narrative")
    }


def test_a_date_far_from_every_publication_takes_no_year(desk: Desk) -> None:
    both = [desk.dossier("q", REPORT, "2020-11-09"), desk.dossier("s", "It fell on March 3.")]
    found = date_open(both, [("a-q", "a-s")]).moments
    assert dated(found, "a-s") == {"March 3": (None, None)}


def test_all_other_moments_come_back_as_they_were(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT)]
    found = date_open(both, [("a-r", "a-s")]).moments
    assert len(found) == sum(len(dossier.statements.moments) for dossier in both)
    assert [m for m in found if m.place.account == "a-r"] == list(both[0].statements.moments)


def test_two_accounts_that_give_different_mondays_date_nothing(desk: Desk) -> None:
    three = [
        desk.dossier("q", RECORD, "2020-11-16"),
        desk.dossier("r", RECORD, "2020-11-09"),
        desk.dossier("s", REPORT),
    ]
    found = date_open(three, [("a-q", "a-r", "a-s")]).moments
    assert dated(found, "a-s") == {"Monday": (None, None)}


def test_an_account_of_another_event_dates_nothing(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT)]
    found = date_open(both, [("a-r",), ("a-s",)]).moments
    assert dated(found, "a-s") == {"Monday": (None, None)}


def test_history_told_by_another_account_dates_nothing(desk: Desk) -> None:
    record = "The mayor said that the harbour burned on November 9, 1998."
    both = [desk.dossier("r", record, "2020-11-11"), desk.dossier("s", REPORT)]
    found = date_open(both, [("a-r", "a-s")]).moments
    assert dated(found, "a-s") == {"Monday": (None, None)}


def test_without_a_known_publication_nothing_is_dated(desk: Desk) -> None:
    both = [desk.dossier("r", "Issued November 9, 2020. " + RECORD), desk.dossier("s", REPORT)]
    found = date_open(both, [("a-r", "a-s")]).moments
    assert dated(found, "a-s") == {"Monday": (None, None)}


def test_what_an_account_knows_itself_is_left_alone(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT, "2020-11-17")]
    found = date_open(both, [("a-r", "a-s")]).moments
    assert dated(found, "a-s") == {"Monday": ("2020-11-16", "publication date 2020-11-17")}


def test_publication_is_bounded_by_a_week_after_the_weekday(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT)]
    published = date_open(both, [("a-r", "a-s")]).published
    assert published == {
        "a-s": Published(earliest="2020-11-09", latest="2020-11-15", basis="narrative")
    }


def test_two_weekdays_bound_publication_together(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT + "\n" + PREVIEW)]
    published = date_open(both, [("a-r", "a-s")]).published
    assert published["a-s"] == Published(
        earliest="2020-11-09", latest="2020-11-11", basis="narrative"
    )


def test_what_every_possible_day_dates_alike_is_dated_too(desk: Desk) -> None:
    text = REPORT + " Last year it burned. It will open in two days."
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", text)]
    found = dated(date_open(both, [("a-r", "a-s")]).moments, "a-s")
    assert found["Last year"] == ("2019-01-01", "account a-r: 2020-11-09")
    assert found["in two days"] == (None, None)


def test_the_order_of_accounts_changes_nothing(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT)]
    there = date_open(both, [("a-r", "a-s")]).moments
    assert there == date_open(both[::-1], [("a-s", "a-r")]).moments


def test_the_timeline_holds_dated_moments_earliest_first(desk: Desk) -> None:
    both = [desk.dossier("r", RECORD, "2020-11-09"), desk.dossier("s", REPORT)]
    rows = timeline(both, date_open(both, [("a-r", "a-s")]).moments)
    assert [row.moment.place.text for row in rows] == ["2018", "Monday", "November 11–12"]


def test_a_row_of_the_timeline_carries_its_sentence(desk: Desk) -> None:
    both = [desk.dossier("s", REPORT, "2020-11-10")]
    (row,) = timeline(both, both[0].statements.moments)
    assert row.sentence.text == REPORT
