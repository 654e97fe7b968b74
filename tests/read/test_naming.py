"""What an account is called, everywhere."""

from __future__ import annotations

from tests.factory import account
from variorum.read.naming import account_labels, account_name, pair_names
from variorum.records import Account, Published


def _of_day(name: str, day: str, **more: str) -> Account:
    published = Published(earliest=day, latest=day, basis="page")
    return account("a", id=f"a-{name}", source=f"{name}.txt", published=published, **more)


def test_an_account_goes_by_its_outlet() -> None:
    assert account_name(account("a", outlet="The Ferry Post", title="A bridge")) == "The Ferry Post"


def test_an_account_without_an_outlet_goes_by_its_file_and_never_by_its_headline() -> None:
    assert account_name(account("a", title="Bridge shut", source="news/gazette.txt")) == "gazette"


def test_a_page_without_an_outlet_goes_by_its_site() -> None:
    page = account("a", source="https://www.ferrypost.example/2031/bridge.html")
    assert account_name(page) == "ferrypost.example"


def test_two_accounts_of_one_outlet_are_told_apart_by_the_day() -> None:
    pair = [_of_day(f"{n}", f"2031-05-0{n}", outlet="Ferry Post") for n in (3, 4)]
    assert list(account_labels(pair).values()) == ["Ferry Post, 3 May", "Ferry Post, 4 May"]


def test_a_year_is_told_where_the_accounts_are_of_several() -> None:
    pair = [_of_day(year, f"{year}-05-03", outlet="Ferry Post") for year in ("2030", "2031")]
    assert list(account_labels(pair).values()) == [
        "Ferry Post, 3 May 2030",
        "Ferry Post, 3 May 2031",
    ]


def test_two_accounts_of_one_outlet_and_day_are_numbered() -> None:
    pair = [_of_day(name, "2031-05-03", outlet="Ferry Post") for name in ("early", "late")]
    assert pair_names(*pair) == "Ferry Post (1) and Ferry Post (2)"


def test_a_day_that_is_a_guess_tells_no_account_from_another() -> None:
    guessed = Published(earliest="2031-05-03", latest="2031-05-03", basis="narrative")
    pair = [
        account("a", id="a-1", outlet="Ferry Post", published=guessed),
        _of_day("x", "2031-05-04", outlet="Ferry Post"),
    ]
    assert account_labels(pair) == {"a-1": "Ferry Post", "a-x": "Ferry Post, 4 May"}


def test_a_number_is_never_what_another_account_is_called() -> None:
    three = [
        account("a", id=f"a-{n}", outlet=name)
        for n, name in enumerate(("Post", "Post", "Post (1)"))
    ]
    assert len(set(account_labels(three).values())) == 3
